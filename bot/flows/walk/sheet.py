"""The whole sheet as one message: sections, items, totals and gaps."""

from __future__ import annotations

from dataclasses import replace

from bot.entities import Assessment
from bot.flows.html import bold, escape, short
from bot.flows.screen import Ask
from bot.flows.walk.finish import gap_lines
from bot.flows.walk.gaps import gaps
from bot.flows.walk.marks_text import mark_of, section_line, standing, title_of
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk, load_walk
from bot.ports import Desk
from rubrics.points import show

TITLE = 14


def sheet_text(desk: Desk, ask: Ask, found: Assessment) -> str:
    """Return the sheet as it stands, also after signing."""
    walk = load_walk(desk, ask, WalkState(assessment=found.id), None)
    walk = replace(walk, pieces=desk.files.evidence_of(found.id), notes=desk.files.notes_of(found.id))
    visit = found.visit
    head = f"{bold(walk.rubric.short)} · {escape(visit.period)} · {escape(found.studio_name)}"
    state = [] if found.state == "open" else [ask.words("sheet.signed")]
    missing = gap_lines(gaps(walk), ask) if found.state == "open" else []
    return "\n".join([head, *state, *_sections(walk, ask), "", standing(walk.sheet, ask.words), *missing])


def _sections(walk: Walk, ask: Ask) -> list[str]:
    lines: list[str] = []
    for section in walk.rubric.sections:
        name = f"<b>{title_of(section.title, section.title_en, ask.words)}</b>"
        lines += ["", section_line(walk.sheet, section, name, ask.words)]
        for item in section.items:
            row = walk.sheet.item(item.no)
            if row is None:
                continue
            points = "–" if row.score is None else show(row.score)
            title = title_of(short(item.title, TITLE), item.title_en, ask.words)
            lines.append(
                f"{mark_of(row)} {item.no} {title} {points}/{show(row.points)}{_letters(walk, item.no)}"
            )
    return lines


def _letters(walk: Walk, item: str) -> str:
    """Return what was entered, as quick entry would write it."""
    marks = walk.marks(item)
    if marks.hand is not None:
        return " ✎"
    if marks.full:
        return ""
    written = "".join(
        f"{letter}{len(taken) if len(taken) > 1 else ''}" for letter, taken in marks.taken.items()
    )
    return f" {written}" if written else ""
