"""A studio's standing file as plain values, and the days and windows in which it is looked at.

It knows no scheme and no person; what an entry lacks was said by whoever keeps the registers.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from rubrics.periods import Period


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened to an entry."""

    name: str
    on: date
    at: int
    """When it was entered; only compared."""
    day: date
    """The day on which it was entered."""
    month: str = ""
    """The month that a result is about (2026-05)."""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """One entry of a register, with what happened to it in the order in which that was entered."""

    id: str
    kind: str
    name: str
    on: date
    until: date | None = None
    """Its last day; of one that was ended, the day from which it stands no longer."""
    ended: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[Happened, ...] = ()
    proved: bool = False
    lacks: tuple[str, ...] = ()
    at: int = 0
    day: date = date.max

    def stands(self, day: date) -> bool:
        """Say whether it stands on a day."""
        if self.on > day:
            return False
        return self.until is None or (self.until > day if self.ended else self.until >= day)

    def happened(self, name: str, start: date, end: date) -> bool:
        """Say whether something happened to it in a time."""
        return any(each.name == name and start <= each.on <= end for each in self.steps)

    def months(self) -> dict[str, str]:
        """Return its monthly results; of two about one month the later holds."""
        return {each.month: each.value for each in self.steps if each.month}


@dataclass(frozen=True, slots=True)
class Task:
    """A task of a plan."""

    due: date
    state: str
    proved: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan."""

    period: Period
    state: str
    """`handed_in` or `accepted` where it counts as made."""
    at: int = 0
    """When it was handed in."""
    tasks: tuple[Task, ...] = ()

    @property
    def made(self) -> bool:
        """Whether it was handed in and not returned."""
        return self.state in {"handed_in", "accepted"}


@dataclass(frozen=True, slots=True)
class Money:
    """A budget, an instalment, a spending or a cut."""

    year: int
    kind: str
    amount: Decimal
    on: date
    checked: bool = False
    at: int = 0


@dataclass(frozen=True, slots=True)
class StandingFile:
    """All of it, as far as it was read."""

    entries: tuple[Kept, ...] = ()
    plans: tuple[Planned, ...] = ()
    money: tuple[Money, ...] = ()
    granted: Mapping[int, Decimal] = field(default_factory=dict)
    """Year -> the fund that was set for it, where nobody booked a budget."""
    days: tuple[date, ...] = ()
    """Of the activities that were logged, one an activity."""
    seen: int | None = None
    """When the last official sheet by this rubric was signed."""

    def of(self, kinds: Iterable[str]) -> Iterator[Kept]:
        """Return the entries of some registers."""
        wanted = set(kinds)
        return (each for each in self.entries if each.kind in wanted)

    def tasks(self) -> Iterator[Task]:
        """Return the tasks of plans that were made."""
        return (task for plan in self.plans if plan.made for task in plan.tasks if task.state != "dropped")

    def budget(self, year: int) -> Decimal:
        """Return the budget of a year: what was booked, else what was set."""
        booked = [each.amount for each in self.money if (each.kind, each.year) == ("budget", year)]
        return sum(booked, Decimal(0)) if booked else self.granted.get(year, Decimal(0))

    def spent(self, year: int) -> tuple[Money, ...]:
        """Return the spendings of a year."""
        return tuple(each for each in self.money if (each.kind, each.year) == ("spending", year))


def months(start: date, end: date) -> Iterator[str]:
    """Return the months of a span (2026-05), both ends included."""
    day = start.replace(day=1)
    while day <= end:
        yield f"{day:%Y-%m}"
        day = (day + timedelta(days=31)).replace(day=1)


def owed_months(entry: Kept, end: date) -> tuple[str, ...]:
    """Return the months of a pair's term up to a day that have no result."""
    known = entry.months()
    last = min(end, entry.until) if entry.until else end
    return tuple(month for month in months(entry.on, last) if month not in known)
