"""What a studio's log says about the item in view: requirements done or not, and what that suggests for its rules.

Read anew for every card; nothing here enters a mark. A studio that keeps no log is told nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from bot.clock import from_ms
from bot.entities import Assessment
from bot.flows.screen import Ask
from bot.ports import Desk, Seen
from rubrics.logbook import Logged, Proposal, Standing, proposals, standing, windows
from rubrics.marks import ItemMarks
from rubrics.model import Item, Rubric
from rubrics.periods import Period

Became = Literal["open", "entered", "rejected"]


@dataclass(frozen=True)
class Suggested:
    """A proposal and what became of it."""

    proposal: Proposal
    became: Became


@dataclass(frozen=True)
class Proposed:
    """What the log says about one item."""

    suggested: tuple[Suggested, ...]
    met: tuple[Standing, ...]
    """Requirements that feed the item and of which nothing is missing."""
    entries: Mapping[str, Seen]
    missing_months: tuple[str, ...]
    """Months of the period that are not handed in."""

    def open(self, letter: str) -> Proposal | None:
        """Return the proposal for a rule that nobody has decided about."""
        return next(
            (one.proposal for one in self.suggested if _is(one, letter) and one.became == "open"), None
        )

    def of(self, letter: str) -> Suggested | None:
        """Return the proposal for a rule."""
        return next((one for one in self.suggested if _is(one, letter)), None)


def _is(one: Suggested, letter: str) -> bool:
    return one.proposal.letter == letter


@dataclass(frozen=True)
class Sight:
    """The item that is looked at: where, in which tree, with which marks."""

    assessment: Assessment
    rubric: Rubric
    period: Period
    item: Item
    marks: ItemMarks


def look(desk: Desk, ask: Ask, sight: Sight) -> Proposed | None:
    """Return what the log says about an item; None where it has nothing to say, without asking where none can be."""
    rubric, period, item = sight.rubric, sight.period, sight.item
    letters = {f"{item.no} {rule.letter}" for rule in item.rules if rule.counts_in(period)}
    spans = [
        span
        for one in rubric.requirements
        if one.feeds in letters and not one.soft
        for span in windows(one.per, period)
        if span[1] <= period.end
    ]
    if not spans:
        return None
    start, of = min(first for first, _ in spans), sight.assessment
    found = desk.logs.glance(
        of.visit.studio, of.visit.rubric, start.isoformat(), period.end.isoformat(), of.id
    )
    months = {
        month: state for month, state in (found.months or {}).items() if month >= f"{period.start:%Y-%m}"
    }
    if not found.entries and not months:
        return None
    today = from_ms(ask.now).astimezone(ask.zone).date()
    counted = [_logged(entry, ask) for entry in found.entries]
    standings = [
        one
        for one in standing(rubric, counted, period, today=today)
        if one.requirement.feeds in letters and one.due
    ]
    made = [one for one in proposals(rubric, standings, period, rulings=of.rulings) if one.item == item.no]
    behind = {each.requirement.id for one in made for each in one.standings}
    decided = found.decisions or {}
    return Proposed(
        tuple(Suggested(one, _became(one, sight.marks, decided.get((item.no, one.letter)))) for one in made),
        tuple(one for one in standings if one.requirement.id not in behind and not one.requirement.soft),
        {entry.id: entry for entry in found.entries},
        tuple(month for month in map(str, period.split("month")) if months.get(month) != "submitted"),
    )


def _logged(entry: Seen, ask: Ask) -> Logged:
    return Logged(
        id=entry.id,
        activity=entry.activity,
        on=date.fromisoformat(entry.on),
        came=from_ms(entry.came).astimezone(ask.zone).date(),
        amount=Decimal(entry.amount or "1"),
        late=entry.late,
    )


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
