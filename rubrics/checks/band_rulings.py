"""Bands that wait for a ruling which is not there, or which decides nothing about them."""

from collections.abc import Iterator

from rubrics.bands import Band
from rubrics.checks.outcome_places import bands, rules
from rubrics.checks.places import Path, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every band whose ruling could never settle it."""
    for path, _scale, band in bands(rubric):
        if band.ruled_by is not None:
            yield from _ruled(rubric, path, band)
        elif band.decisions:
            yield wrong((*path, "decisions"), "band_ruling_wanted", band=band.id)


def _ruled(rubric: Rubric, path: Path, band: Band) -> Iterator[Problem]:
    ruling = rubric.ruling(band.ruled_by or "")
    if ruling is None:
        known = tuple(one.id for one in rubric.rulings)
        yield wrong(
            (*path, "ruled_by"), "band_ruling_unknown", band=band.id, ruling=band.ruled_by or "", known=known
        )
        return
    if not band.decisions:
        yield wrong((*path, "ruled_by"), "band_decision_wanted", band=band.id)
    options = tuple(option.id for option in ruling.options)
    targets = tuple(one.id for one in rules(rubric).bands if not one.ruled_by)
    for index, one in enumerate(band.decisions):
        place = (*path, "decisions", index)
        if one.option not in options:
            yield wrong(
                (*place, "option"), "band_option_unknown", band=band.id, option=one.option, known=options
            )
        if one.band not in targets:
            yield wrong((*place, "band"), "band_unknown", id=band.id, band=one.band, known=targets)
