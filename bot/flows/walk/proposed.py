"""What a studio's log and its standing file say about items of an assessment, and what that suggests.

Read anew each time, in one question; nothing here enters a mark. Of a studio that keeps no log nothing is said, of one
without a file only that it keeps none here; what both know of the same thing is joined.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from bot.changes.work_plan.reported import with_reports
from bot.clock import from_ms
from bot.entities import Assessment
from bot.flows.screen import Ask
from bot.flows.walk.register_reading import Filed, file_of, filed, kinds_of, place_of, speaks_of
from bot.ports import Desk, Glance, Seen
from bot.ports.file_glance import FileAsk
from bot.ports.logs import Decided
from rubrics.activities import Requirement
from rubrics.logbook import Held, Logged, Proposal, Standing, asked_by, proposals, standing, windows
from rubrics.marks import EMPTY, ItemMarks
from rubrics.model import Item, Rubric
from rubrics.periods import Period
from rubrics.points import show
from rubrics.rules import Gate
from rubrics.standing_counts import held, joined
from rubrics.standing_file import StandingFile

Became = Literal["open", "entered", "rejected"]
Marks = Mapping[str, ItemMarks]


@dataclass(frozen=True, slots=True)
class Suggested:
    """A proposal and what became of it."""

    proposal: Proposal
    became: Became


@dataclass(frozen=True, slots=True)
class Proposed:
    """What log and file say about one item."""

    suggested: tuple[Suggested, ...]
    others: tuple[Standing, ...]
    """Requirements from which nothing follows by itself: met, or for the assessor to judge."""
    entries: Mapping[str, Seen]
    """By id, those behind any of these."""
    missing_months: tuple[str, ...]
    """Months that these look at and that were never handed in, or are open again."""
    file: Filed | None = None
    """What the standing file says; None where it is not asked, or kept elsewhere."""
    logged: bool = True
    """Whether the studio keeps a log; without one, what it filed elsewhere is all there is."""
    unkept: bool = False
    """Whether the rubric counts what a file holds of the item, and the studio keeps none here."""

    @property
    def open(self) -> tuple[Proposal, ...]:
        """The proposals that nobody has decided about."""
        return tuple(one.proposal for one in self.suggested if one.became == "open")

    def of(self, letter: str) -> Suggested | None:
        """Return the proposal for a rule."""
        return next((one for one in self.suggested if one.proposal.letter == letter), None)


NOTHING: Mapping[str, Proposed] = {}
"""A log that says nothing."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is looked at: which items of which assessment, with which marks."""

    assessment: Assessment
    rubric: Rubric
    period: Period
    items: Sequence[Item]
    marks: Marks


def look(desk: Desk, ask: Ask, sight: Sight) -> Mapping[str, Proposed]:
    """Return what log and file say, by item; the store is not asked where no item could be spoken of."""
    period, rubric = sight.period, sight.rubric
    asked = {item.no: each for item in sight.items if (each := _asked(sight, item))}
    kinds = {item.no: named for item in sight.items if (named := kinds_of(rubric, item))}
    if not asked and not kinds:
        return NOTHING
    wanted = {each.id: each for one in asked.values() for each in one}
    found, file = _found(desk, ask, sight, wanted.values(), kinds)
    log = bool(wanted) and bool(found.entries or found.months)
    unkept = {no for no in kinds if file is None and _held_of(rubric, no)}
    # Only what is asked about is counted: a card speaks of one or two requirements of a dozen.
    spoken = tuple(each for each in rubric.holdings if each.requirement in wanted or place_of(each) in kinds)
    rubric = rubric.model_copy(update={"requirements": tuple(wanted.values()), "holdings": spoken})
    today = from_ms(ask.now).astimezone(ask.zone).date()
    stands = [
        one
        for one in standing(rubric, _logged(rubric, found, ask), period, today=today)
        if one.due and asked_by((one.start, one.end), period, today)
    ]
    both, alone = joined(stands, held(rubric, file, period, today) if file else (), log=log)
    both = with_reports(desk, sight.assessment.visit.studio, rubric, both if log else stands)
    if not log:
        # Without a log nothing is missing in it, but a report that was filed is there.
        both = tuple(replace(one, done=one.there, held=None) for one in both if one.held is not None)
    made = proposals(rubric, both, period, held=alone, rulings=sight.assessment.rulings)
    files = (
        {no: filed(rubric, file, each, period, ask.zone, ask.now) for no, each in kinds.items()}
        if file
        else {}
    )
    read = _Read(found, both, made, files, alone, unkept, log, today)
    shown = dict.fromkeys((*(asked if log or both else ()), *files, *unkept))
    return {no: _said(sight, no, read, asked.get(no, ())) for no in shown}


def _found(
    desk: Desk,
    ask: Ask,
    sight: Sight,
    wanted: Iterable[Requirement],
    kinds: Mapping[str, Sequence[str]],
) -> tuple[Glance, StandingFile | None]:
    """Return the log of the time that is asked about, and the file where items look at its registers."""
    visit, period = sight.assessment.visit, sight.period
    start = min((windows(each.per, period)[0][0] for each in wanted), default=None)
    first, last = (start.isoformat(), period.end.isoformat()) if start else ("", "")
    if not kinds:
        return desk.logs.glance(visit.studio, visit.rubric, first, last, sight.assessment.id), None
    every = {kind for each in kinds.values() for kind in each}
    days = any(each.test == "logged" and place_of(each) in kinds for each in sight.rubric.holdings)
    year = period.end.year if days else 0
    question = FileAsk(
        visit.studio, visit.rubric, sight.assessment.id, tuple(sorted(every)), first, last, year
    )
    found = desk.registers.glance(question)
    return found.log, file_of(found, ask.zone) if found.kept else None


@dataclass(frozen=True, slots=True)
class _Read:
    """Log and file as they were read, and what they come to."""

    found: Glance
    stands: Sequence[Standing]
    made: Sequence[Proposal]
    files: Mapping[str, Filed]
    held: Sequence[Held]
    unkept: Collection[str]
    """Items of which the rubric counts what a file holds, where there is none."""
    log: bool
    today: date


def _asked(sight: Sight, item: Item) -> tuple[Requirement, ...]:
    """Return the requirements that are over with the period and speak of an item: of a rule of it, or by its list."""
    counted = {f"{item.no} {rule.letter}" for rule in item.rules if rule.counts_in(sight.period)}
    return tuple(
        each
        for each in sight.rubric.requirements
        if (each.feeds in counted if each.feeds else each.id in item.requirements)
        and not each.soft
        and (spans := windows(each.per, sight.period))
        and spans[0][1] <= sight.period.end
    )


def _said(sight: Sight, item: str, read: _Read, asked: Iterable[Requirement]) -> Proposed:
    mine = {each.id for each in asked}
    stands = [one for one in read.stands if one.requirement.id in mine]
    decided, marks = read.found.decisions or {}, sight.marks.get(item, EMPTY)
    made = [one for one in read.made if one.item == item and not _settled(sight.rubric, one, marks)]
    behind = {each.requirement.id for one in made for each in one.standings}
    ids = {entry.id for one in stands for entry in one.entries}
    return Proposed(
        tuple(Suggested(one, _became(one, marks, decided.get((item, one.letter)))) for one in made),
        tuple(one for one in stands if one.requirement.id not in behind),
        {entry.id: entry for entry in read.found.entries if entry.id in ids},
        _not_in(stands, read.found, read.today) if read.log else (),
        _file(sight, item, read, made),
        logged=read.log,
        unkept=item in read.unkept,
    )


def _held_of(rubric: Rubric, item: str) -> bool:
    """Say whether the rubric counts something that a file holds of an item."""
    return any(speaks_of(rubric, one, item) for one in rubric.holdings)


def _settled(rubric: Rubric, one: Proposal, marks: ItemMarks) -> bool:
    """Say whether a condition was judged by a word that says what the figure says: there is nothing to ask."""
    item = rubric.item(one.item)
    rule = item.rule(one.letter) if item and marks.gate and marks.measured is None else None
    return isinstance(rule, Gate) and rule.passes(None, one.figure) is (marks.gate == "met")


def _file(sight: Sight, item: str, read: _Read, made: Iterable[Proposal]) -> Filed | None:
    """Return what the file says of an item, with the counts of rules in force from which nothing follows."""
    mine = read.files.get(item)
    if mine is None:
        return None
    behind = {each for one in made for each in one.held}
    row = sight.rubric.item(item)
    counted = (
        {f"{item} {rule.letter}" for rule in row.rules if rule.counts_in(sight.period)} if row else set()
    )
    rest = (
        each
        for each in read.held
        if speaks_of(sight.rubric, each.holding, item) and each not in behind and (each.wanted or each.done)
    )
    return replace(mine, held=tuple(each for each in rest if each.feeds is None or each.feeds in counted))


def _logged(rubric: Rubric, found: Glance, ask: Ask) -> tuple[Logged, ...]:
    kinds = {kind for each in rubric.requirements for kind in each.activities}
    return tuple(
        Logged(
            id=entry.id,
            activity=entry.activity,
            on=date.fromisoformat(entry.on),
            came=from_ms(entry.came).astimezone(ask.zone).date(),
            amount=Decimal(entry.amount or "1"),
            late=entry.late,
        )
        for entry in found.entries
        if entry.activity in kinds
    )


def _not_in(stands: Iterable[Standing], found: Glance, today: date) -> tuple[str, ...]:
    """Return the months of these windows that have begun and are not handed in."""
    states = found.months or {}
    asked = {
        f"{month // 12}-{month % 12 + 1:02}"
        for one in stands
        for month in range(one.start.year * 12 + one.start.month - 1, one.end.year * 12 + one.end.month)
    }
    this = f"{today:%Y-%m}"
    return tuple(sorted(month for month in asked if month <= this and states.get(month) != "submitted"))


def _became(one: Proposal, marks: ItemMarks, decided: Decided | None) -> Became:
    """Say what became of a proposal; one that was accepted and taken back with /undo is open again.

    A rejection is of what was proposed: where something else is now, it is asked anew.
    """
    if holds(one, marks):
        return "entered"
    return "rejected" if decided and (decided.state, decided.count) == ("rejected", said(one)) else "open"


def said(one: Proposal) -> str:
    """Return what is proposed as text: occurrences, or the figure."""
    return f"={show(one.figure)}" if one.figure is not None else str(one.count)


def holds(one: Proposal, marks: ItemMarks) -> bool:
    """Say whether the marks say what the proposal does, or more."""
    taken = marks.taken.get(one.letter, ())
    if one.figure is not None and marks.measured is not None:
        return marks.measured == one.figure
    if marks.hand is not None or marks.na:
        return False
    if one.figure is not None:
        return any(each.amount == one.figure for each in taken)
    return len(taken) >= one.count
