"""The whole sheet as one message: sections, items, totals and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.changes.beside import handed_in
from bot.entities import Assessment
from bot.flows.appeal import on_sheet
from bot.flows.html import bold, escape, short
from bot.flows.lengths import visible_length
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.visits.ready import ready_items
from bot.flows.walk import beside
from bot.flows.walk.finish import gap_lines
from bot.flows.walk.gaps import gaps
from bot.flows.walk.headings import heading
from bot.flows.walk.marks_text import mark_of, score_of, title_of
from bot.flows.walk.own import marked, worded
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk, load_walk, read_walk, with_log
from bot.flows.walk.signs import STATES
from bot.flows.walk.standing import standing
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.marks import Occurrence
from rubrics.points import show

TITLE = 14
ROOM = 4000
"""Characters of one message."""


def sheet_text(desk: Desk, ask: Ask, found: Assessment) -> str:
    """Return the sheet as it stands, also after signing, with the studio's own figures beside it."""
    return _text(desk, ask, load_walk(desk, ask, WalkState(assessment=found.id), None))


def own_sheet_text(desk: Desk, ask: Ask, assessment: str) -> str:
    """Return a handed-in self-assessment for somebody before whose own sheet it stands."""
    found = desk.visits.assessment(assessment)
    if found is None or found.state != "signed":
        raise Refusal("not_yours")
    return _text(desk, ask, read_walk(desk, WalkState(assessment=found.id), found))


def _text(desk: Desk, ask: Ask, walk: Walk) -> str:
    found = walk.assessment
    walk = replace(
        with_log(desk, ask, walk, whole=True),
        pieces=desk.files.evidence_of(found.id),
        notes=desk.files.notes_of(found.id),
        ready_items=ready_items(desk, found),
        own_sheet=handed_in(desk, found),
    )
    line = f"{bold(rubric_name(walk.rubric, ask.words))} · {escape(found.visit.period)} · {escape(found.studio_name)}"
    head = marked(found, line, ask.words)
    state = [] if found.state == "open" else [ask.words(worded(found, "sheet.signed"))]
    missing = gap_lines(gaps(walk), ask) if found.state == "open" else []
    body = list(_sections(walk, ask))
    foot = [
        standing(walk.sheet, ask.words, whole=True),
        *beside.result(walk, ask.words),
        *on_sheet.lines(desk, ask, found),
        *missing,
    ]
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
                yield f"{STATES[gate.state]} {item.no} {title}{figure}{beside.on_sheet(walk, item.no, ask.words)}"
            elif row is not None and (row.item.role == "row" or row.state != "untouched"):
                line = f"{mark_of(row)} {item.no} {title} {score_of(row)}{_letters(walk, item.no)}"
                yield line + beside.on_sheet(walk, item.no, ask.words)


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
