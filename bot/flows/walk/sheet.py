"""The whole sheet as one message: sections, items, totals and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.entities import Assessment
from bot.flows.html import bold, escape, short
from bot.flows.lengths import visible_length
from bot.flows.screen import Ask
from bot.flows.walk.finish import gap_lines
from bot.flows.walk.gaps import gaps
from bot.flows.walk.headings import heading
from bot.flows.walk.marks_text import mark_of, score_of, title_of
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk, load_walk, with_log
from bot.flows.walk.signs import STATES
from bot.flows.walk.standing import standing
from bot.ports import Desk
from rubrics.marks import Occurrence
from rubrics.points import show

TITLE = 14
ROOM = 4000
"""Characters of one message."""


def sheet_text(desk: Desk, ask: Ask, found: Assessment) -> str:
    """Return the sheet as it stands, also after signing."""
    walk = with_log(desk, ask, load_walk(desk, ask, WalkState(assessment=found.id), None), whole=True)
    walk = replace(walk, pieces=desk.files.evidence_of(found.id), notes=desk.files.notes_of(found.id))
    visit = found.visit
    head = f"{bold(walk.rubric.short)} · {escape(visit.period)} · {escape(found.studio_name)}"
    state = [] if found.state == "open" else [ask.words("sheet.signed")]
    missing = gap_lines(gaps(walk), ask) if found.state == "open" else []
    body = list(_sections(walk, ask))
    foot = [standing(walk.sheet, ask.words, whole=True), *missing]
    return "\n".join([head, *state, *_fitting(body, [head, *state, *foot], ask), "", *foot])


def _fitting(lines: list[str], others: list[str], ask: Ask) -> list[str]:
    """Return as many lines as one message holds beside the others; the figures are never cut."""
    room = ROOM - sum(visible_length(line) + 1 for line in others)
    kept: list[str] = []
    for line in lines:
        room -= visible_length(line) + 1
        if room < 0:
            return [*kept, ask.words("entry.more", count=len(lines) - len(kept))]
        kept.append(line)
    return kept


def _sections(walk: Walk, ask: Ask) -> Iterator[str]:
    for section in walk.sections:
        name = f"<b>{title_of(section.title, section.title_en, ask.words)}</b>"
        yield ""
        yield heading(walk, section, name, ask)
        for item in section.items:
            title = title_of(short(item.title, TITLE), item.title_en, ask.words)
            gate, row = walk.gates.get(item.no), walk.sheet.item(item.no)
            if gate is not None:
                figure = "" if gate.measured is None else f" {show(gate.measured)}{escape(gate.unit or '')}"
                yield f"{STATES[gate.state]} {item.no} {title}{figure}"
            elif row is not None and (row.item.role == "row" or row.state != "untouched"):
                yield f"{mark_of(row)} {item.no} {title} {score_of(row)}{_letters(walk, item.no)}"


def _letters(walk: Walk, item: str) -> str:
    """Return what was entered, as quick entry would write it."""
    marks = walk.marks(item)
    if marks.hand is not None:
        return " ✎"
    if marks.full:
        return ""
    written = "".join(_entered(letter, taken) for letter, taken in marks.taken.items())
    return f" {written}" if written else ""


def _entered(letter: str, taken: tuple[Occurrence, ...]) -> str:
    amounts = [one.amount for one in taken if one.amount is not None]
    if amounts:
        return "".join(f"{letter}={show(amount)}" for amount in amounts)
    return f"{letter}{len(taken) if len(taken) > 1 else ''}"
