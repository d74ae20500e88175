"""What a studio's log comes to against the requirements of its rubric, and what that suggests for its rules.

Computed from the entries each time. It knows no marks and enters none: a proposal is only ever accepted by a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from rubrics.activities import Requirement, Span
from rubrics.force import Rulings, complete, force
from rubrics.holdings import Holding
from rubrics.limits import most
from rubrics.model import Item, Rubric
from rubrics.periods import Period, When
from rubrics.points import ZERO
from rubrics.rules import Award, Each, Effect, Gate, Listed, Once, Rule, Shortfall, Step, Zero

Window = tuple[date, date]
"""The first and the last day, both included."""

_PERIODS: Final[dict[Span, When]] = {"month": "month", "quarter": "quarter", "half": "half", "year": "year"}


@dataclass(frozen=True, slots=True)
class Logged:
    """One activity as it counts: `amount` is what the measure of its kind counts (times, persons, hours, results)."""

    id: str
    activity: str
    on: date
    """The day it is about."""
    came: date
    """The day it was logged."""
    amount: Decimal = Decimal(1)
    late: bool = False
    """Whether it came after its month was closed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What was done for one requirement in one window."""

    requirement: Requirement
    start: date
    end: date
    done: Decimal
    wanted: int
    missing: Decimal
    entries: tuple[Logged, ...]
    """By day."""
    late: tuple[Logged, ...]
    """Those of them that came after their month was closed."""
    due: bool
    """Whether the window closes with the period, or within it."""
    days_left: int
    """Days from today to the window's last one; 0 on that day and after it."""
    held: Decimal | None = None
    """What the studio's standing file holds of the same; None where it is not asked."""

    @property
    def there(self) -> Decimal:
        """How much there is: what log and file both have is one thing seen twice."""
        return max(self.done, self.held or ZERO)

    @property
    def met(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Held:
    """What the standing file comes to for one holding in one time; the requirement if it counts as logged."""

    holding: Holding
    requirement: Requirement | None
    start: date
    end: date
    done: Decimal
    wanted: int
    missing: Decimal
    absent: tuple[str, ...] = ()
    """Of the kinds that the holding names, those that do not stand, where each is wanted."""

    @property
    def there(self) -> Decimal:
        """How much there is."""
        return self.done

    @property
    def met(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing

    @property
    def feeds(self) -> str | None:
        """The rule that it speaks of: its own, or that of the requirement."""
        return self.requirement.feeds if self.requirement else self.holding.feeds


@dataclass(frozen=True, slots=True)
class Proposal:
    """What log and file suggest for one rule: so many occurrences, or the figure found."""

    item: str
    letter: str
    count: int
    figure: Decimal | None
    """For rules that ask for the figure itself."""
    points: Decimal
    """What the rule alone would move, with its sign, before the floor of its row; nothing for a condition."""
    behind: tuple[Standing | Held, ...]
    """What it follows from, in the order of requirements and holdings."""

    @property
    def standings(self) -> tuple[Standing, ...]:
        """What it follows from in the log."""
        return tuple(one for one in self.behind if isinstance(one, Standing))

    @property
    def held(self) -> tuple[Held, ...]:
        """What it follows from in the file alone."""
        return tuple(one for one in self.behind if isinstance(one, Held))

    @property
    def entries(self) -> tuple[Logged, ...]:
        """The entries that were counted, each once, by day."""
        found = {entry.id: entry for one in self.standings for entry in one.entries}
        return tuple(sorted(found.values(), key=_order))


@lru_cache(maxsize=1024)
def windows(per: Span, period: Period, *, named: date | None = None) -> tuple[Window, ...]:
    """Return the windows of a requirement that a period looks at, in order.

    They are those that end in the period; where none does, the one that the period's last day lies in. A term is
    the cycle, or the time since the title was given (nothing without that day).
    """
    if per == "term":
        start = period.start if period.kind == "cycle" else named
        return ((start, period.end),) if start is not None and start <= period.end else ()
    last = _holding(per, period.end)
    found = [last]
    while (earlier := _before(per, found[0]))[0] >= period.start:
        found.insert(0, earlier)
    return tuple(found)


def asked_by(window: Window, period: Period, today: date) -> bool:
    """Say whether a window can be asked about by now: it is over, or it is as long as the period that is looked at.

    In a year that runs, the months and quarters that are not over lack nothing yet.
    """
    start, end = window
    whole = start <= period.start and end == period.end
    return whole or (end <= period.end and end < today)


def _holding(per: Span, day: date) -> Window:
    if per in _PERIODS:
        whole = Period.holding(_PERIODS[per], day)
        return whole.start, whole.end
    # Two years are the year of the day and the one before, not every second year of the calendar.
    return date(day.year - 1, 1, 1), date(day.year, 12, 31)


def _before(per: Span, window: Window) -> Window:
    day = window[0]
    if per in _PERIODS:
        earlier = Period.holding(_PERIODS[per], day).previous()
        return earlier.start, earlier.end
    return date(day.year - 2, 1, 1), date(day.year - 1, 12, 31)


def standing(
    rubric: Rubric,
    entries: Iterable[Logged],
    period: Period,
    *,
    today: date,
    named: date | None = None,
    closed_on: date | None = None,
) -> tuple[Standing, ...]:
    """Return what was done for each requirement, in the rubric's order, one for each window of it.

    Entries after the period do not count; `closed_on` is the day on which the period itself was handed in, and what
    came for it on a later day is late.
    """
    logged = sorted(entries, key=_order)
    return tuple(
        _standing(requirement, window, logged, _AsOf(period, today, closed_on))
        for requirement in rubric.requirements
        for window in windows(requirement.per, period, named=named)
    )


@dataclass(frozen=True, slots=True)
class _AsOf:
    """From where the log is looked at."""

    period: Period
    today: date
    closed_on: date | None

    def late(self, entry: Logged) -> bool:
        """Say whether an entry came too late."""
        closed = self.closed_on is not None and self.period.holds(entry.on) and entry.came > self.closed_on
        return entry.late or closed

    def due(self, requirement: Requirement, end: date) -> bool:
        """Say whether a window is over with the period; a term that no cycle bounds never is."""
        open_ended = requirement.per == "term" and self.period.kind != "cycle"
        return end <= self.period.end and not open_ended


def _standing(requirement: Requirement, window: Window, logged: list[Logged], as_of: _AsOf) -> Standing:
    start, end = window
    found = tuple(
        entry
        for entry in logged
        if entry.activity in requirement.activities and start <= entry.on <= min(end, as_of.period.end)
    )
    done = sum((entry.amount for entry in found), ZERO)
    return Standing(
        requirement=requirement,
        start=start,
        end=end,
        done=done,
        wanted=requirement.count,
        missing=max(ZERO, requirement.count - done),
        entries=found,
        late=tuple(entry for entry in found if as_of.late(entry)),
        due=as_of.due(requirement, end),
        days_left=max(0, (end - as_of.today).days),
    )


def proposals(
    rubric: Rubric,
    standings: Iterable[Standing],
    period: Period,
    *,
    held: Iterable[Held] = (),
    rulings: Rulings | None = None,
) -> tuple[Proposal, ...]:
    """Return what log and file suggest for the rules that count in this period, in the rubric's order.

    Only what is over with the period counts, and never what the source only recommends. A rule about which they
    have nothing to say gets no proposal: nothing missing where it costs, too little where it earns.
    """
    fed: dict[str, list[Standing | Held]] = {}
    for one in standings:
        if one.requirement.feeds and one.due and not one.requirement.soft:
            fed.setdefault(one.requirement.feeds, []).append(one)
    for kept in held:
        if kept.feeds:
            fed.setdefault(kept.feeds, []).append(kept)
    answers = complete(rubric, rulings)
    found: list[Proposal] = []
    for item in rubric.all_items:
        for rule in item.rules:
            behind = fed.get(f"{item.no} {rule.letter}")
            if behind and force(rule, period, answers) == "counts" and not rule.by_itself:
                found.extend(_proposal(item, rule, tuple(behind)))
    return tuple(found)


def _proposal(item: Item, rule: Rule, behind: tuple[Standing | Held, ...]) -> Iterable[Proposal]:
    count, figure = _answer(rule, behind)
    if not count:
        return
    points = _points(item, rule, rule.take(count, figure, item.part_of(rule.letter).points))
    if points or rule.side == "gate":
        yield Proposal(item.no, rule.letter, count, figure, points, behind)


def _answer(rule: Rule, behind: tuple[Standing | Held, ...]) -> tuple[int, Decimal | None]:
    """Return how often the rule counts and the figure that it asks for; no occurrence where the log says nothing."""
    missing = sum((one.missing for one in behind), ZERO)
    match rule:
        case Each():
            # A begun unit that is missing is left to the assessor: no source says what it counts.
            return min(int(missing), most(rule)), None
        case Award() | Listed(effect="award"):
            return int(not missing), None
        case Once() | Listed(effect="deduct") | Zero(scope="part" | "item"):
            return int(missing > 0), None
        case Shortfall(target=target):
            return 1, behind[0].there if len(behind) == 1 else max(ZERO, target - missing)
        case Step() | Gate() if len(behind) == 1 and (isinstance(rule, Step) or rule.measures):
            # A figure answers a condition either way; whether one without a figure is met is for people to say.
            return 1, behind[0].there
    return 0, None


def _points(item: Item, rule: Rule, effect: Effect) -> Decimal:
    value = effect.value
    if effect.zeroes is not None:
        value = item.points if effect.zeroes == "item" else item.part_of(rule.letter).points
    if rule.cap is not None:
        value = min(value, rule.cap)
    return value if effect.sign == "+" else -value


def _order(entry: Logged) -> tuple[date, date, str]:
    return entry.on, entry.came, entry.id
