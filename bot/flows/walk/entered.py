"""Quick entry applied line by line: each good line becomes changes, each bad one keeps its problem.

Everything is folded over the marks as they were read, so that later lines see the earlier ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.changes import Change, MarkItem, WriteNote
from bot.changes.reopened import changeable
from bot.flows.screen import Ask
from bot.flows.walk.reading import Walk
from bot.ports import Marking
from rubrics import entry
from rubrics.entry import Entry, EntryProblem
from rubrics.marks import ItemMarks
from rubrics.problems import Param, Refused


@dataclass(frozen=True, slots=True)
class Bad:
    """A line that was not taken."""

    line: int
    text: str
    code: str
    params: Mapping[str, Param]
    item: str | None = None
    as_note: str | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """What a text of quick entry came to."""

    changes: tuple[Change, ...]
    good: tuple[Entry, ...]
    bad: tuple[Bad, ...]
    walk: Walk
    """The walk as it stands after the good lines."""
    occurrence: str | None = None
    """The one occurrence that the only line made: a photo with the caption belongs to it."""


def enter(walk: Walk, text: str, ask: Ask) -> Entered:
    """Take a text of quick entry."""
    read = entry.parse(text, walk.rubric, period=walk.period, rulings=walk.assessment.rulings)
    return take(walk, read.entries, read.problems, ask)


def take(walk: Walk, entries: tuple[Entry, ...], problems: tuple[EntryProblem, ...], ask: Ask) -> Entered:
    """Apply parsed lines one after the other."""
    changes: list[Change] = []
    good: list[Entry] = []
    bad = [_bad(each) for each in problems]
    meant: str | None = None
    for line in entries:
        if line.item not in walk.order:
            bad.append(Bad(line.line, line.text, "not_on_sheet", {"item": line.item}))
            continue
        if not changeable(walk.assessment, line.item):
            closed: dict[str, Param] = {"item": line.item, "items": walk.assessment.reopened}
            bad.append(Bad(line.line, line.text, "item_closed", closed, line.item))
            continue
        try:
            walk, marked, meant = _line(walk, line, ask)
        except Refused as refused:
            found = refused.problem
            bad.append(Bad(line.line, line.text, found.code, found.params, line.item, line.note or None))
            continue
        changes += marked
        good.append(line)
    single = meant if len(good) == 1 else None
    return Entered(tuple(changes), tuple(good), tuple(sorted(bad, key=lambda each: each.line)), walk, single)


def _bad(found: EntryProblem) -> Bad:
    problem = found.problem
    return Bad(found.line, found.text, problem.code, problem.params, found.item, found.as_note)


def _line(walk: Walk, line: Entry, ask: Ask) -> tuple[Walk, list[Change], str | None]:
    item = walk.rubric.item(line.item)
    if item is None:
        raise KeyError(line.item)
    before = walk.marks(item.no)
    after = walk.after(item, before, line.op, ask)
    changes: list[Change] = []
    if after != before:
        changes.append(MarkItem(assessment=walk.assessment.id, item=item.no, before=before, after=after))
        walk = _with(walk, item.no, after)
    meant = _meant(before, after, line.target)
    if line.note:
        note = WriteNote(assessment=walk.assessment.id, item=item.no, occurrence=meant, text=line.note)
        changes.append(note)
    return walk, changes, meant


def _meant(before: ItemMarks, after: ItemMarks, target: str | None) -> str | None:
    """Return the id of the one occurrence that a line is about: the one it made, else the rule's only one."""
    if target is None:
        return None
    had = {one.id for one in before.taken.get(target, ())}
    new = [one.id for one in after.taken.get(target, ()) if one.id not in had]
    if len(new) == 1:
        return new[0]
    all_of_it = after.taken.get(target, ())
    return all_of_it[0].id if len(all_of_it) == 1 else None


def _with(walk: Walk, item: str, marks: ItemMarks) -> Walk:
    return replace(walk, marking=Marking({**walk.marking.marks, item: marks}, walk.marking.revisions))
