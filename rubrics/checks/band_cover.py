"""Totals without a band and totals with two: between 0 and the most, each must have exactly one verdict."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from rubrics.bands import Band, Cut
from rubrics.checks.outcome_places import lined, scales
from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.problems import Problem

BOTTOM = Cut(Fraction(0), after=False)


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every hole between the bands of a scale, and every stretch that two of them claim."""
    top = Cut(Fraction(rubric.most), after=True)
    for path, scale in scales(lined(rubric)):
        reach: Cut = BOTTOM
        last: Band | None = None
        for lower, upper, index, band in _in_order(scale.bands, top):
            if lower > reach:
                yield wrong((*path, "bands"), "band_hole", period=scale.period, hole=_written(reach, lower))
            if last and lower < reach:
                overlap = _written(lower, min(upper, reach))
                place = (*path, "bands", index)
                yield wrong(place, "band_overlap", band=band.id, other=last.id, overlap=overlap)
            if upper >= reach:
                reach, last = upper, band
        if reach < top:
            yield wrong((*path, "bands"), "band_hole", period=scale.period, hole=_written(reach, top))


def _in_order(bands: tuple[Band, ...], top: Cut) -> list[tuple[Cut, Cut, int, Band]]:
    """The bands from the bottom up, cut off where totals end; those that hold no total are another's concern."""
    ends = (
        (max(band.lower or BOTTOM, BOTTOM), min(band.upper or top, top), index, band)
        for index, band in enumerate(bands)
    )
    return sorted((one for one in ends if one[0] < one[1]), key=lambda one: one[:3])


def _written(lower: Cut, upper: Cut) -> str:
    low, high = (show(Decimal(cut.value.numerator) / cut.value.denominator) for cut in (lower, upper))
    if low == high:
        return f"x = {low}"
    return f"{low} {'<' if lower.after else '≤'} x {'≤' if upper.after else '<'} {high}"
