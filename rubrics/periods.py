"""Periods of assessment: months, quarters, half-years, years and cycles of years.

Calendar arithmetic only; what counts in which period is said by the rules.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, Self

from rubrics.numbering import canonical
from rubrics.problems import Refused, problem

Kind = Literal["month", "quarter", "half", "year", "cycle"]
When = Literal["month", "quarter", "half", "year"]

MONTHS: Final[dict[When, int]] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
"""How many months each recurring kind has."""

_YEAR = r"((?:19|20|21)[0-9]{2})"
_FORMS: Final[tuple[tuple[When, re.Pattern[str]], ...]] = (
    ("year", re.compile(_YEAR)),
    ("half", re.compile(_YEAR + r"-h([12])")),
    ("quarter", re.compile(_YEAR + r"-q([1-4])")),
    ("month", re.compile(_YEAR + r"-(0[1-9]|1[0-2])")),
)
_CYCLE: Final = re.compile(_YEAR + r"\.\." + _YEAR)
_PRINTED: Final[dict[Kind, Callable[["Period"], str]]] = {
    "month": lambda p: f"{p.start.year}-{p.start.month:02}",
    "quarter": lambda p: f"{p.start.year}-Q{p.end.month // 3}",
    "half": lambda p: f"{p.start.year}-H{p.end.month // 6}",
    "year": lambda p: f"{p.start.year}",
    "cycle": lambda p: f"{p.start.year}..{p.end.year}",
}


@dataclass(frozen=True, slots=True)
class Period:
    """A span of whole months with a name of its own, first and last day included."""

    kind: Kind
    start: date
    end: date

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read 2025, 2025-H1, 2025-Q2, 2025-04 or 2024..2025; refuses anything else."""
        written = canonical(text).strip()
        for kind, form in _FORMS:
            if match := form.fullmatch(written):
                return cls._nth(kind, int(match[1]), int(match[2]) if match.lastindex == 2 else 1)  # noqa: PLR2004 - the two groups above
        if (match := _CYCLE.fullmatch(written)) and match[1] < match[2]:
            return cls("cycle", date(int(match[1]), 1, 1), date(int(match[2]), 12, 31))
        raise Refused(problem("period_unreadable", value=text))

    @classmethod
    def holding(cls, kind: When, day: date) -> Self:
        """The period of this kind in which the day lies."""
        return cls._nth(kind, day.year, (day.month - 1) // MONTHS[kind] + 1)

    @classmethod
    def _nth(cls, kind: When, year: int, number: int) -> Self:
        last = MONTHS[kind] * number
        return cls(kind, date(year, last - MONTHS[kind] + 1, 1), date(year, last, monthrange(year, last)[1]))

    def closes(self, kind: When) -> bool:
        """Whether a period of this kind ends on the day on which this one ends."""
        return self.end.month % MONTHS[kind] == 0

    def previous(self) -> Self:
        """The period of the same kind and length just before this one."""
        if self.kind == "cycle":
            years = self.end.year - self.start.year + 1
            return type(self)("cycle", date(self.start.year - years, 1, 1), date(self.start.year - 1, 12, 31))
        year, month = (
            (self.start.year, self.start.month - 1) if self.start.month > 1 else (self.start.year - 1, 12)
        )
        return self.holding(self.kind, date(year, month, 1))

    def following(self) -> Self:
        """The period of the same kind and length just after this one."""
        if self.kind == "cycle":
            years = self.end.year - self.start.year + 1
            return type(self)("cycle", date(self.end.year + 1, 1, 1), date(self.end.year + years, 12, 31))
        return self.holding(self.kind, self.end + timedelta(days=1))

    def split(self, kind: When) -> tuple[Self, ...]:
        """The periods of this shorter kind that it is made of, in order."""
        found = [self.holding(kind, self.end)]
        while found[0].start > self.start:
            found.insert(0, found[0].previous())
        return tuple(found)

    def within(self, other: "Period") -> bool:
        """Whether all its days lie in the other period."""
        return other.start <= self.start and self.end <= other.end

    def holds(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.start <= day <= self.end

    def __str__(self) -> str:
        """The name that `parse` reads."""
        return _PRINTED[self.kind](self)
