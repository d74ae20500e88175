"""What the history says in a chat, and its buttons."""

from __future__ import annotations

from collections.abc import Iterator

from bot.clock import from_ms
from bot.entities import Assessment
from bot.flows.history.reading import Page
from bot.flows.history.states import CODE
from bot.flows.history.telling import Line
from bot.flows.html import escape, short
from bot.flows.outputs import Button, Rows
from bot.flows.screen import Ask
from bot.flows.taps import pack

VALUE = 60
WHY = 120
LABEL = 30


def page_face(page: Page, ask: Ask) -> str:
    """Return the text of the page in view."""
    words = ask.words
    match page.state.what:
        case "sheet":
            lines = [words("history.head"), _place(page.found), *_rows(page, ask), *_foot(page, ask)]
        case "person":
            name = escape(page.person.name) if page.person else ""
            lines = [words("history.head_person", name=name), *_rows(page, ask)]
        case "people":
            lines = [words("history.head"), words("history.which_person")]
        case "studio":
            name = escape(page.studio.name) if page.studio else ""
            key = "history.which_sheet" if page.sheets else "history.no_sheets"
            lines = [words("history.head"), name, words(key)]
        case _:
            key = "history.which_studio" if page.studios else "history.no_sheets"
            lines = [words("history.head"), words(key)]
    return "\n".join(lines)


def _place(found: Assessment | None) -> str:
    return f"{escape(found.studio_name)} · {escape(found.visit.period)}" if found else ""


def _rows(page: Page, ask: Ask) -> Iterator[str]:
    if not page.lines:
        yield ask.words("history.none")
    for each in page.lines:
        yield ""
        yield _first(each, ask, named=page.state.what == "sheet")
        if each.place and page.state.what == "person":
            yield f"　 {escape(each.place)}"
        yield from _more(each, ask)


def _first(each: Line, ask: Ask, *, named: bool) -> str:
    when = from_ms(each.at).astimezone(ask.zone)
    who = f" {escape(each.who)}" if named else ""
    what = f"<s>{escape(each.what)}</s>" if each.undone else escape(each.what)
    item = f" <b>{escape(each.item)}</b>" if each.item else ""
    undone = f" {ask.words('history.undone')}" if each.undone else ""
    return f"{when:%Y-%m-%d %H:%M}{who} {what}{item}{undone}"


def _more(each: Line, ask: Ask) -> Iterator[str]:
    if each.before or each.after:
        before, after = escape(short(each.before, VALUE)), escape(short(each.after, VALUE))
        yield f"　 {before or '–'} → {after or '–'}"
    if each.why:
        yield "　 " + ask.words("history.why", text=escape(short(each.why, WHY)))


def _foot(page: Page, ask: Ask) -> Iterator[str]:
    yield ""
    if page.broken is not None:
        yield ask.words("history.broken", at=page.broken)
    yield ask.words("history.count", count=page.count, leaf=page.state.leaf + 1, leaves=page.leaves)


# --- buttons


def page_keys(page: Page, ask: Ask) -> Rows:
    """Return what can be chosen, the pages, and the way up."""
    rows = [*_choices(page, ask), _moves(page, ask), _up(page, ask)]
    return tuple(tuple(row) for row in rows if row)


def _choices(page: Page, ask: Ask) -> Iterator[list[Button]]:
    for studio in page.studios:
        yield [Button(short(studio.name, LABEL), pack(CODE, "studio", studio.id))]
    for sheet in page.sheets:
        state = ask.words(f"history.sheet.{sheet.state}")
        kind = f" {ask.words('history.own')}" if sheet.visit.own else ""
        label = short(
            f"{sheet.visit.period} {page.rubrics[sheet.id]}{kind} · {state}",
            LABEL + LABEL,
        )
        yield [Button(label, pack(CODE, "sheet", sheet.id))]
    for person in page.people:
        yield [Button(short(person.name, LABEL), pack(CODE, "person", person.id))]


def _moves(page: Page, ask: Ask) -> list[Button]:
    state, words = page.state, ask.words
    if state.what == "person":
        made = []
        if state.before:
            made.append(Button(words("history.button.newest"), pack(CODE, "person", state.id)))
        if page.older:
            before, shown = page.older
            made.append(Button(words("button.page_on"), pack(CODE, "person", state.id, shown, before)))
        return made
    made = []
    if state.leaf:
        made.append(Button(words("button.page_back"), pack(CODE, state.what, state.id, state.leaf - 1)))
    if state.leaf + 1 < page.leaves:
        made.append(Button(words("button.page_on"), pack(CODE, state.what, state.id, state.leaf + 1)))
    return made


def _up(page: Page, ask: Ask) -> list[Button]:
    words = ask.words
    match page.state.what:
        case "sheet":
            studio = page.found.studio if page.found else ""
            return [Button(words("history.button.sheets"), pack(CODE, "studio", studio))]
        case "person":
            return [Button(words("history.button.people"), pack(CODE, "people"))]
        case "studios":
            return [Button(words("history.button.people"), pack(CODE, "people"))] if page.desk else []
        case _:
            return [Button(words("history.button.studios"), pack(CODE, "studios"))]
