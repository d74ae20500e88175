"""One line of the table: a ratio measured in pairs, what it is to be, and whether it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from unicodedata import east_asian_width

HEAD = ("what", "goal", "must", "measured", "spread", "held", "that is")


@dataclass(frozen=True, slots=True)
class Line:
    """A measurement; `ratios` are one a round, each of two runs that lay side by side."""

    what: str
    goal: float
    must: float
    ratios: Sequence[float]
    more: bool = False
    """It is to be at least so much, not at most."""
    unit: str = " x"
    that_is: str = ""
    """The medians of both sides."""

    @property
    def measured(self) -> float:
        """The median of the rounds."""
        return median(self.ratios)

    def reaches(self, bound: float) -> bool:
        """Say whether the measurement is on the right side of a bound."""
        return self.measured >= bound if self.more else self.measured <= bound

    @property
    def held(self) -> str:
        """What became of it."""
        if self.reaches(self.goal):
            return "goal"
        return "must" if self.reaches(self.must) else "NOT HELD"

    def cells(self) -> tuple[str, ...]:
        """Return the line as the table shows it."""
        sign = "≥" if self.more else "≤"
        low, high = min(self.ratios), max(self.ratios)
        return (
            self.what,
            f"{sign} {self.goal:g}{self.unit}",
            f"{sign} {self.must:g}{self.unit}",
            f"{self.measured:.3g}{self.unit}",
            f"{low:.3g} to {high:.3g} in {len(self.ratios)}",
            self.held,
            self.that_is,
        )


def sides(above: Sequence[float], below: Sequence[float], factor: float, unit: str) -> str:
    """Return the medians of both sides, in the unit that suits them."""
    return " / ".join(f"{median(side) * factor:.3g} {unit}" for side in (above, below))


def ratios(above: Iterable[float], below: Iterable[float]) -> tuple[float, ...]:
    """Return the quotient of each round."""
    return tuple(over / under for over, under in zip(above, below, strict=True))


def show(lines: Sequence[Line]) -> str:
    """Return the table."""
    rows = [HEAD, *(line.cells() for line in lines)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    made = [
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    made.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in made)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
