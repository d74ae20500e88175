"""What a studio's log says about items of an assessment: what was done of what was asked for, and what that suggests.

Read anew each time, in one question; nothing here enters a mark. A studio that keeps no log is told nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from bot.clock import from_ms
from bot.entities import Assessment
from bot.flows.screen import Ask
from bot.ports import Desk, Glance, Seen
from rubrics.activities import Requirement
from rubrics.logbook import Logged, Proposal, Standing, proposals, standing, windows
from rubrics.marks import EMPTY, ItemMarks
from rubrics.model import Item, Rubric
from rubrics.periods import Period

Became = Literal["open", "entered", "rejected"]
Marks = Mapping[str, ItemMarks]


@dataclass(frozen=True, slots=True)
class Suggested:
    """A proposal and what became of it."""

    proposal: Proposal
    became: Became


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the log says about one item."""

    suggested: tuple[Suggested, ...]
    others: tuple[Standing, ...]
    """Requirements from which nothing follows by itself: met, or for the assessor to judge."""
    entries: Mapping[str, Seen]
    """By id, those behind any of these."""
    missing_months: tuple[str, ...]
    """Months that these look at and that were never handed in, or are open again."""

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
    """Return what the log says, by item; the store is not asked where no item could be spoken of."""
    period, visit = sight.period, sight.assessment.visit
    asked = {item.no: each for item in sight.items if (each := _asked(sight, item))}
    if not asked:
        return NOTHING
    wanted = {each.id: each for one in asked.values() for each in one}
    start = min(windows(each.per, period)[0][0] for each in wanted.values())
    found = desk.logs.glance(
        visit.studio, visit.rubric, start.isoformat(), period.end.isoformat(), sight.assessment.id
    )
    if not found.entries and not found.months:
        return NOTHING
    # Only what is asked about is counted: a card speaks of one or two requirements of a dozen.
    rubric = sight.rubric.model_copy(update={"requirements": tuple(wanted.values())})
    today = from_ms(ask.now).astimezone(ask.zone).date()
    stands = [one for one in standing(rubric, _logged(rubric, found, ask), period, today=today) if one.due]
    made = proposals(rubric, stands, period, rulings=sight.assessment.rulings)
    return {no: _said(sight, no, _Log(found, stands, made), each) for no, each in asked.items()}


@dataclass(frozen=True, slots=True)
class _Log:
    """A log as it was read, and what it comes to."""

    found: Glance
    stands: Sequence[Standing]
    made: Sequence[Proposal]


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


def _said(sight: Sight, item: str, log: _Log, asked: Iterable[Requirement]) -> Proposed:
    mine = {each.id for each in asked}
    stands = [one for one in log.stands if one.requirement.id in mine]
    made = [one for one in log.made if one.item == item]
    behind = {each.requirement.id for one in made for each in one.standings}
    decided, marks = log.found.decisions or {}, sight.marks.get(item, EMPTY)
    ids = {entry.id for one in stands for entry in one.entries}
    return Proposed(
        tuple(Suggested(one, _became(one, marks, decided.get((item, one.letter)))) for one in made),
        tuple(one for one in stands if one.requirement.id not in behind),
        {entry.id: entry for entry in log.found.entries if entry.id in ids},
        _not_in(stands, log.found),
    )


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


def _not_in(stands: Iterable[Standing], found: Glance) -> tuple[str, ...]:
    """Return the months of these windows that are not handed in."""
    states = found.months or {}
    asked = {
        f"{month // 12}-{month % 12 + 1:02}"
        for one in stands
        for month in range(one.start.year * 12 + one.start.month - 1, one.end.year * 12 + one.end.month)
    }
    return tuple(sorted(month for month in asked if states.get(month) != "submitted"))


def _became(one: Proposal, marks: ItemMarks, decided: str | None) -> Became:
    """Say what became of a proposal; one that was accepted and taken back with /undo is open again."""
    if holds(one, marks):
        return "entered"
    return "rejected" if decided == "rejected" else "open"


def holds(one: Proposal, marks: ItemMarks) -> bool:
    """Say whether the marks say what the proposal does, or more."""
    taken = marks.taken.get(one.letter, ())
    if marks.hand is not None or marks.na:
        return False
    if one.figure is not None:
        return any(each.amount == one.figure for each in taken)
    return len(taken) >= one.count
