"""Bands over totals: each end said to be open or closed, compared exactly, never rounded across.

Knows figures and verdicts; what follows in a row or from facts is elsewhere.
"""

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final, NamedTuple

from rubrics.consequences import Consequence
from rubrics.notes import Frozen, NonEmpty
from rubrics.numbering import Slug
from rubrics.periods import Kind, When
from rubrics.points import Points, show

PLACES: Final = 2
"""Decimal places of a shown average, where a line does not ask for more."""


class Cut(NamedTuple):
    """A cut of the line of figures just before a value or, with `after`, just behind it."""

    value: Fraction
    after: bool


class Decision(Frozen):
    """Into which band an option of the ruling puts what the source leaves open."""

    option: Slug
    band: Slug


class Band(Frozen):
    """Totals with one verdict: `at_least` and `at_most` are closed ends, `above` and `below` open ones.

    A side without an end reaches as far as totals go. What a band that is `ruled_by` a ruling comes to is said
    by `decisions`; an option without a decision leaves it to people.
    """

    id: Slug
    at_least: Points | None = None
    above: Points | None = None
    at_most: Points | None = None
    below: Points | None = None
    verdict: str = NonEmpty
    verdict_en: str | None = None
    clause: Slug
    ruled_by: Slug | None = None
    decisions: tuple[Decision, ...] = ()
    consequences: tuple[Consequence, ...] = ()

    @property
    def lower(self) -> Cut | None:
        """Where the band begins, or None at the bottom."""
        if self.at_least is not None:
            return Cut(Fraction(self.at_least), after=False)
        return None if self.above is None else Cut(Fraction(self.above), after=True)

    @property
    def upper(self) -> Cut | None:
        """Where the band ends, or None at the top."""
        if self.at_most is not None:
            return Cut(Fraction(self.at_most), after=True)
        return None if self.below is None else Cut(Fraction(self.below), after=False)

    @property
    def ends(self) -> str:
        """The totals of the band in signs: "≥ 85 < 90", "= 60"."""
        if self.at_least is not None and self.at_least == self.at_most:
            return f"= {show(self.at_least)}"
        ends = (("≥", self.at_least), (">", self.above), ("≤", self.at_most), ("<", self.below))
        return " ".join(f"{sign} {show(end)}" for sign, end in ends if end is not None)

    def holds(self, figure: Fraction) -> bool:
        """Say whether the figure lies in the band."""
        here = Cut(figure, after=False)
        return (self.lower is None or self.lower <= here) and (self.upper is None or here < self.upper)


class Scale(Frozen):
    """The bands for one kind of period, and the shorter kind whose mean its total is."""

    period: Kind
    mean_of: When | None = None
    bands: tuple[Band, ...] = NonEmpty

    def band(self, figure: Fraction) -> Band | None:
        """The band in which the figure lies."""
        return next((band for band in self.bands if band.holds(figure)), None)

    def shown(self, exact: Fraction, rounded: Decimal) -> Decimal:
        """The rounded figure; where rounding took it across a line, the exact one cut on its own side."""
        band = self.band(exact)
        return rounded if band is None or band.holds(Fraction(rounded)) else printed(exact, band)


def printed(figure: Fraction, band: Band) -> Decimal:
    """The figure cut to two places on its own side of every line, with more places where two would cross one."""
    places = PLACES
    while True:
        down = floor(figure * 10**places)
        for near in (down, down + 1):
            if band.holds(Fraction(near, 10**places)):
                return Decimal(show(Decimal(near).scaleb(-places)))
        places += 1


def plain(figure: Fraction) -> Decimal | None:
    """The figure itself where two places hold it exactly, None where it would have to be cut."""
    scaled = figure * 10**PLACES
    return Decimal(show(Decimal(int(scaled)).scaleb(-PLACES))) if scaled == int(scaled) else None
