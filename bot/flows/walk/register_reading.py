"""A studio's standing file as an item of an assessment looks at it: which registers, what stands, changed, is missing.

Read once with the log; of a studio that keeps no file here nothing is counted, as paper files are none the worse. Once
a studio keeps its file here, a register without an entry says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from decimal import Decimal

from bot.changes.registers.steps import ended
from bot.changes.registers.values import details
from bot.changes.registers.voided import standing_steps
from bot.clock import from_ms
from bot.entities import FileEntry, FileStep
from bot.flows.file.missing import lacking
from bot.ports.file_glance import FileGlance
from bot.texts.registers import BY_ID
from rubrics.holdings import Holding
from rubrics.logbook import Held
from rubrics.model import Item, Rubric
from rubrics.periods import Period
from rubrics.registers import file_kind
from rubrics.standing_changes import FUND, PLANS, Changed, changed
from rubrics.standing_file import Happened, Kept, Money, Planned, StandingFile, Task
from rubrics.standing_gaps import Gap, gaps


@dataclass(frozen=True, slots=True)
class Filed:
    """What the file says about one item."""

    kinds: tuple[str, ...]
    file: StandingFile
    stands: Mapping[str, int]
    """Register -> how many stand; plans and fund are told otherwise."""
    changed: tuple[Changed, ...]
    since: date | None
    """The day of the last official sheet."""
    gaps: tuple[Gap, ...]
    held: tuple[Held, ...] = field(default=())
    """Counts from which nothing follows by itself: met, or for the assessor to judge."""


def kinds_of(rubric: Rubric, item: Item) -> tuple[str, ...]:
    """Return the registers of a studio's file that an item looks at."""
    found = (rubric.register(each) for each in item.registers)
    return tuple(dict.fromkeys(file_kind(each) for each in found if each))


def place_of(one: Holding) -> str:
    """Return the item of which a holding of its own speaks; one that joins a requirement is of that one's item."""
    return one.at or (one.feeds or "").partition(" ")[0]


def speaks_of(rubric: Rubric, one: Holding, item: str) -> bool:
    """Say whether a count is of an item: its own, that of the requirement's rule, or one that lists that."""
    requirement = rubric.requirement(one.requirement) if one.requirement else None
    if requirement is None:
        return place_of(one) == item
    if requirement.feeds:
        return requirement.feeds.partition(" ")[0] == item
    row = rubric.item(item)
    return row is not None and requirement.id in row.requirements


def filed(
    rubric: Rubric, file: StandingFile, kinds: tuple[str, ...], period: Period, zone: tzinfo, now: int
) -> Filed:
    """Return what the file says of some registers on the last day of a period, of one that runs: now."""
    return Filed(
        kinds,
        file,
        {
            kind: sum(each.stands(period.end) for each in file.of([kind]))
            for kind in kinds
            if kind not in {PLANS, FUND}
        },
        changed(file, kinds),
        _day(file.seen, zone) if file.seen is not None else None,
        gaps(rubric, file, kinds, period, _day(now, zone)),
    )


def file_of(found: FileGlance, zone: tzinfo) -> StandingFile:
    """Return a file as plain values; steps that were taken out again never were."""
    steps: dict[str, list[FileStep]] = {}
    for step in standing_steps(found.steps):
        steps.setdefault(step.entry, []).append(step)
    tasks: dict[str, list[Task]] = {}
    for task in found.tasks:
        made = Task(date.fromisoformat(task.due), task.state, task.proved)
        tasks.setdefault(task.plan, []).append(made)
    return StandingFile(
        entries=tuple(
            _kept(each, steps.get(each.id, ()), zone, proved=each.id in found.proved)
            for each in found.entries
        ),
        plans=tuple(
            Planned(Period.parse(each.period), each.state, each.handed_in or 0, tuple(tasks.get(each.id, ())))
            for each in found.plans
        ),
        money=tuple(
            Money(
                each.year,
                each.kind,
                Decimal(each.amount),
                date.fromisoformat(each.on),
                checked=each.checked,
                at=each.at,
            )
            for each in found.money
        ),
        granted={year: Decimal(amount) for year, amount in found.granted.items()},
        days=tuple(date.fromisoformat(each) for each in found.days),
        seen=found.seen,
    )


def _kept(entry: FileEntry, steps: Iterable[FileStep], zone: tzinfo, *, proved: bool) -> Kept:
    kind = BY_ID[entry.kind]
    return Kept(
        id=entry.id,
        kind=entry.kind,
        name=entry.name,
        on=date.fromisoformat(entry.on),
        until=date.fromisoformat(entry.until) if entry.until else None,
        ended=ended(kind, entry),
        facts=details(entry),
        steps=tuple(
            Happened(
                each.name, date.fromisoformat(each.on), each.at, _day(each.at, zone), each.period, each.value
            )
            for each in steps
        ),
        proved=proved,
        lacks=lacking(kind, entry, proved=proved),
        at=entry.at,
        day=_day(entry.at, zone),
    )


def _day(at: int, zone: tzinfo) -> date:
    moment: datetime = from_ms(at)
    return moment.astimezone(zone).date()
