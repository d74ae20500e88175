"""How places of an application are called, and how what was said in them reads."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flows.apply.reading import Paper
from bot.flows.html import escape, short
from bot.flows.month.mine import rubric_title
from bot.flows.proof_files import counted
from bot.texts import Words
from rubrics.application import Spot, row_of
from rubrics.application_check import NA, NO, YES, Wanted, said_of
from rubrics.form_answers import BETWEEN, OFFLINE
from rubrics.form_sums import printed, year_of
from rubrics.forms import Field, Form
from rubrics.rules.gate import Gate

LABEL = 30
WHOLE = 3000
"""Characters of one leaf of the preview."""
PIECE = 2500
"""Characters of prose that stand on one leaf; what is longer goes on upon the next."""


def english(words: Words) -> bool:
    """Say whether the reader reads English."""
    return bool(words("language.code") == "en")


def form_title(form: Form | None, words: Words) -> str:
    """Return what a part of an application is called; without a form, the conditions."""
    if form is None:
        return words("apply.conditions")
    title = (form.title_en if english(words) else None) or form.title
    return f"{form.annex} {title}" if form.annex else title


def field_label(field: Field, year: int, words: Words) -> str:
    """Return what a field is called, with the year that it is about."""
    label = ((field.label_en if english(words) else None) or field.label).rstrip("：:")
    about = year_of(field, year)
    return label if about is None else words("apply.of_year", label=label, year=about)


def unit_of(field: Field, words: Words) -> str:
    """Return the unit in which a field counts."""
    return (field.unit_en if english(words) else None) or field.unit or ""


def spot_label(paper: Paper, spot: Spot, words: Words) -> str:
    """Return what a place is called."""
    if spot.item is not None and spot.gate is not None:
        title = (spot.item.title_en if english(words) else None) or spot.item.title
        return f"{spot.item.no} {title}"
    if spot.heading is not None:
        title = (spot.heading.title_en if english(words) else None) or spot.heading.title
        return f"{spot.heading.no} {title}"
    if spot.group is not None and spot.field is None:
        return (spot.group.title_en if english(words) else None) or spot.group.title
    if spot.field is None:
        return ""
    label = field_label(spot.field, paper.application.year, words)
    return words("apply.in_row", label=label, row=spot.row) if spot.row else label


def said_text(paper: Paper, spot: Spot, words: Words) -> str:
    """Return what was said in a place as people read it; empty where nothing was."""
    value = paper.answer(spot)
    if spot.table:
        count = len(paper.rows(spot))
        return words("apply.rows", count=count) if count else ""
    if not value and spot.field is not None and spot.form is not None and not spot.row:
        value = printed(spot.form, spot.field, paper.answers)
    if not value:
        return ""
    return _gate_text(spot.gate, value, words) if spot.gate else _field_text(spot.field, value, words)


def _gate_text(gate: Gate, value: str, words: Words) -> str:
    said, reason = said_of(value)
    shown = words(f"apply.said.{said}") if said in {YES, NO, NA} else f"{said} {gate.unit or ''}".strip()
    return f"{shown}　{reason}" if reason else shown


def _field_text(field: Field | None, value: str, words: Words) -> str:
    if field is None:
        return ""
    if field.kind == "link" and value == OFFLINE:
        return words("apply.offline")
    if field.options and english(words) and field.options_en:
        names = dict(zip(field.options, field.options_en, strict=False))
        return ", ".join(names.get(each, each) for each in value.split(BETWEEN))
    return f"{value} {unit_of(field, words)}".strip()


def head(paper: Paper, words: Words) -> list[str]:
    """Return the lines with which every card of an application begins."""
    found, name = paper.application, rubric_title(paper.rubric, words)
    return [words("apply.head", name=escape(found.name), rubric=name, year=found.year)]


def want_text(paper: Paper, want: Wanted, words: Words) -> str:
    """Return what is not as it should be in one line."""
    spot = paper.spot(paper.at(want.key))
    label = escape(form_title(spot.form, words) if want.lack == "empty" else spot_label(paper, spot, words))
    if want.lack == "sum" and want.problem is not None:
        params = want.problem.params
        return words("apply.lack.sum", label=label, says=params["says"], sum=params["sum"])
    return words(f"apply.lack.{want.lack}", label=label)


def leaves(paper: Paper, words: Words) -> tuple[str, ...]:
    """Return the whole application as it reads, in leaves that a message can hold."""
    made, now = [], ""
    for line in _lines(paper, words):
        if now and len(now) + len(line) > WHOLE:
            made.append(now)
            now = ""
        now = f"{now}\n{line}" if now else line
    return (*made, now)


def _lines(paper: Paper, words: Words) -> Iterator[str]:
    part: str | None = None
    for spot in paper.spots:
        if spot.part != part:
            part = spot.part
            yield f"<b>{escape(form_title(spot.form, words))}</b>"
        said = said_text(paper, spot, words)
        files = counted(paper.files(spot))
        first, *more = [said[at : at + PIECE] for at in range(0, len(said), PIECE)] or [""]
        shown = " ".join(each for each in (escape(first), files) if each) or "—"
        yield words("apply.line", label=escape(spot_label(paper, spot, words)), said=shown)
        yield from map(escape, more)
        for row in paper.rows(spot) if spot.table else ():
            cells = (said_text(paper, cell, words) or "—" for cell in row_of(spot, row))
            yield escape(f"{row} {' · '.join(cells)}")


def brief(text: str) -> str:
    """Return a label as a button holds it."""
    return short(text, LABEL)
