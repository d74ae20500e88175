"""A sum on its way to what is shown: every step is kept exactly and said in points.

Fractions appear only where weights or shares need them; what is shown adds up, because rounding is a step too.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from rubrics.beside import Adjustment, AdjustmentKind
from rubrics.points import show
from rubrics.rounding import UNSAID, Rounding
from rubrics.sheet import Beyond

_SILENT: Final = frozenset({"rescale", "floor", "cap", "rounding"})
"""Steps that are only said where they move something; a rule that was met is always said."""
_FINEST: Final = 10**UNSAID.places
"""What divides it evenly has digits that end soon enough."""


class Ledger:
    """A running sum with its steps."""

    __slots__ = ("_rounding", "exact", "steps")

    def __init__(self, start: Fraction, rounding: Rounding | None) -> None:
        self.exact = start
        self.steps: list[Adjustment] = []
        self._rounding = rounding or UNSAID

    def add(self, kind: AdjustmentKind, points: Fraction, *said: str) -> None:
        """Add so many points; `said` are item, letter, words and quote of what brings them."""
        self.exact += points
        if points or kind not in _SILENT:
            self.steps.append(Adjustment(kind, self.shown(points), *said))

    def take(self, one: Beyond) -> None:
        """Take what an extra deduction takes."""
        self.add("extra", -Fraction(one.points), one.no, one.letter, one.label, one.quote)

    def multiply(self, one: Beyond) -> None:
        """Multiply the sum."""
        label = f"{one.label} ×{show(one.points)}"
        self.add(
            "multiplier", self.exact * Fraction(one.points) - self.exact, one.no, one.letter, label, one.quote
        )

    def floor(self) -> None:
        """Give back what is below 0."""
        self.add("floor", max(-self.exact, Fraction(0)))

    def cap(self, most: Fraction, label: str) -> None:
        """Take what is above the highest."""
        self.add("cap", min(most - self.exact, Fraction(0)), "", "", label)

    def shown(self, exact: Fraction) -> Decimal:
        """An amount as it is printed: exactly where its digits end soon enough, otherwise as the scheme rounds."""
        return (self._rounding if _FINEST % exact.denominator else UNSAID).of(exact)
