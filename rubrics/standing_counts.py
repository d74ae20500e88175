"""What a studio's standing file comes to against the holdings of a scheme, beside what its log comes to.

Pure counting; it enters no mark. A file and a log that speak of the same thing are joined: what either has is there,
so that they neither propose twice nor contradict each other.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from rubrics.holdings import IN_TIME, Holding, Test
from rubrics.logbook import Held, Standing, Window, asked_by, windows
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.points import ZERO
from rubrics.registers import file_kind
from rubrics.standing_file import Kept, Planned, StandingFile, months

_LEVELLED: Final = frozenset({"results", "cases", "honours"})
"""Registers whose entries are told apart by their level, others by their kind."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What is counted, of what, when."""

    holding: Holding
    file: StandingFile
    kinds: tuple[str, ...]
    start: date
    end: date

    def entries(self) -> Iterator[Kept]:
        """Return the entries that count, whatever their day."""
        of = set(self.holding.of)
        return (each for each in self.file.of(self.kinds) if not of or sort_of(each) in of)

    def standing(self) -> list[Kept]:
        """Return those that stand on the last day."""
        return [each for each in self.entries() if each.stands(self.end)]

    def within(self, day: date) -> bool:
        """Say whether a day lies in the time."""
        return self.start <= day <= self.end


def sort_of(entry: Kept) -> str:
    """Return what tells entries of a register apart: level or kind."""
    return entry.facts.get("level" if entry.kind in _LEVELLED else "sort", "")


def held(rubric: Rubric, file: StandingFile, period: Period, today: date | None = None) -> tuple[Held, ...]:
    """Return what the file comes to for every holding that is over with the period, in the rubric's order.

    Of a period that still runs, plans are asked for of the times that have begun by today, all else of those over.
    """
    as_of = _AsOf(period, today or date.max)
    return tuple(found for one in rubric.holdings for found in _held(rubric, one, file, as_of))


@dataclass(frozen=True, slots=True)
class _AsOf:
    """From where the file is looked at."""

    period: Period
    today: date

    def times(self, one: Holding) -> tuple[Window, ...]:
        """Return the times that are looked at: a plan of the running quarter is asked for, an award not yet."""
        if one.per is None:
            return ((self.period.start, self.period.end),)
        if one.test == "planned":
            return tuple(each for each in windows(one.per, self.period) if each[0] <= self.today)
        if one.test in IN_TIME:
            return windows(one.per, self.period)
        whole = Period.holding(one.per, self.period.end)
        return ((whole.start, whole.end),)


def _held(rubric: Rubric, one: Holding, file: StandingFile, as_of: _AsOf) -> Iterator[Held]:
    requirement = rubric.requirement(one.requirement) if one.requirement else None
    if one.requirement and requirement is None:
        return
    found = (rubric.register(each) for each in one.registers)
    kinds = tuple(file_kind(each) for each in found if each)
    period = as_of.period
    for start, end in as_of.times(one) if requirement is None else windows(requirement.per, period):
        if one.test in IN_TIME and not asked_by((start, end), period, as_of.today):
            continue
        last = min(end, period.end)
        look = _Look(one, file, kinds, start, last)
        done, all_of = _TESTS[one.test](look)
        count = requirement.count if requirement else one.count
        wanted = count if all_of is None else max(count, all_of)
        missing = Decimal(max(0, wanted - done))
        yield Held(one, requirement, start, end, Decimal(done), wanted, missing, _absent(look))


def _absent(look: _Look) -> tuple[str, ...]:
    """Return the kinds that are wanted and do not stand; none where any of them would do."""
    one = look.holding
    if one.test != "stand" or len(one.of) <= 1 or one.count < len(one.of):
        return ()
    there = {sort_of(each) for each in look.standing()}
    return tuple(each for each in one.of if each not in there)


def joined(
    stands: Sequence[Standing], helds: Iterable[Held], *, log: bool
) -> tuple[tuple[Standing, ...], tuple[Held, ...]]:
    """Return what log and file say, each thing once.

    Without a log only the file speaks, and of a requirement only where it knows it; a file that knows what was logged
    adds to it. What both have is one thing seen twice, so the greater figure counts, not the sum.
    """
    same: dict[tuple[str, date], list[Held]] = {}
    alone: list[Held] = []
    for one in helds:
        if one.requirement is None or not log:
            alone.append(one)
        else:
            same.setdefault((one.requirement.id, one.start), []).append(one)
    if not log:
        return (), tuple(alone)
    return tuple(_with(one, same.get((one.requirement.id, one.start), ())) for one in stands), tuple(alone)


def _with(one: Standing, helds: Sequence[Held]) -> Standing:
    if not helds:
        return one
    most = max(each.done for each in helds)
    return replace(one, held=most, missing=max(ZERO, one.wanted - max(one.done, most)))


_Count = tuple[int, int | None]
"""How many there are; of how many, where all are wanted."""


def _kept(look: _Look) -> _Count:
    return sum(each.on <= look.end for each in look.entries()), None


def _stand(look: _Look) -> _Count:
    found = look.standing()
    return (len({sort_of(each) for each in found}) if look.holding.of else len(found)), None


def _dated(look: _Look) -> _Count:
    return sum(look.within(each.on) for each in look.entries()), None


def _awarded(look: _Look) -> _Count:
    won = (each for each in look.entries() if each.kind == "honours" or each.facts.get("prize"))
    return sum(look.within(each.on) for each in won), None


def _accepted(look: _Look) -> _Count:
    return sum(each.happened("accepted", look.start, look.end) for each in look.entries()), None


def _results(look: _Look) -> _Count:
    asked = set(months(look.start, look.end))
    return len({each.name for each in look.entries() if asked & each.months().keys()}), None


def _qualified(look: _Look) -> _Count:
    asked = set(months(look.start, look.end))
    values = [value for each in look.entries() for month, value in each.months().items() if month in asked]
    return values.count("qualified"), len(values)


def _filled(look: _Look) -> _Count:
    found = look.standing()
    said = (each.facts.get(look.holding.field or "", "") for each in found)
    return sum(each not in {"", "no"} for each in said), len(found)


def _serviced(look: _Look) -> _Count:
    found = look.standing()
    done = sum(look.within(each.on) or each.happened("serviced", look.start, look.end) for each in found)
    return done, len(found)


def _proved(look: _Look) -> _Count:
    found = look.standing()
    return sum(each.proved for each in found), len(found)


def _planned(look: _Look) -> _Count:
    return int(any(each.made for each in _plans(look))), None


def _plans(look: _Look) -> list[Planned]:
    """Return the plans of the time itself: the loop of a year's plan is not that of its quarters' plans."""
    whole = Period.holding(look.holding.per or "year", look.start)
    return [each for each in look.file.plans if each.period == whole]


def _closed(look: _Look) -> _Count:
    tasks = (task for plan in _plans(look) if plan.made for task in plan.tasks if task.state != "dropped")
    due = [each for each in tasks if look.within(each.due)]
    return sum(each.state == "closed" and each.proved for each in due), len(due)


def _granted(look: _Look) -> _Count:
    return int(look.file.budget(look.end.year) > 0), None


def _checked(look: _Look) -> _Count:
    found = look.file.spent(look.end.year)
    return sum(each.checked for each in found), len(found)


def _logged(look: _Look) -> _Count:
    return sum(look.within(day) for day in look.file.days), None


_TESTS: Final[dict[Test, Callable[[_Look], _Count]]] = {
    "kept": _kept,
    "stand": _stand,
    "dated": _dated,
    "awarded": _awarded,
    "accepted": _accepted,
    "results": _results,
    "qualified": _qualified,
    "filled": _filled,
    "serviced": _serviced,
    "proved": _proved,
    "planned": _planned,
    "closed": _closed,
    "granted": _granted,
    "checked": _checked,
    "logged": _logged,
}
