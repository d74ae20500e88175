"""Bands with two ends on one side, with nothing between their ends, or above every total."""

from collections.abc import Iterator
from fractions import Fraction

from rubrics.bands import Cut
from rubrics.checks.outcome_places import bands, lined
from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.problems import Problem

ENDS = (("at_least", "above"), ("at_most", "below"))


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield bands that say their ends wrongly."""
    top = Cut(Fraction(rubric.most), after=True)
    for path, _scale, band in bands(lined(rubric)):
        said = [tuple(name for name in side if getattr(band, name) is not None) for side in ENDS]
        for names in said:
            if len(names) > 1:
                yield wrong((*path, names[1]), "band_ends_twice", band=band.id, ends=names)
        if any(len(names) > 1 for names in said):
            continue
        if band.lower and band.upper and band.lower >= band.upper:
            yield wrong(path, "band_empty", band=band.id, ends=band.ends)
        elif band.lower and band.lower >= top:
            yield wrong(path, "band_out_of_reach", band=band.id, most=show(rubric.most))
