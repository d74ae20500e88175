"""The card on which an appeal is written: the list, the sheet with what lost points, the reason, the summary."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flows.appeal.case_face import line
from bot.flows.appeal.reading import Appeals, Contestable
from bot.flows.appeal.states import CASE, LIST
from bot.flows.html import bold, escape, short
from bot.flows.outputs import Button, Face, Rows
from bot.flows.proof_files import counted
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.walk.marks_text import score_of, sum_of, title_of
from bot.texts import Words
from rubrics.sheet import ItemResult

LABEL = 30
REASON = 800
TITLE = 16
LISTED = 20
PER_ROW = 4


def appeals_face(view: Appeals, ask: Ask) -> Face:
    """Ask the first question that is still open."""
    if view.sheet is None:
        return Face("\n".join(_list(view, ask.words)), _list_keys(view, ask.words))
    if not view.state.item or view.row is None:
        return Face("\n".join(_items(view, view.sheet, ask.words)), _item_keys(view, ask.words))
    return Face("\n".join(_draft(view, view.sheet, view.row, ask.words)), _draft_keys(view, ask.words))


def _list(view: Appeals, words: Words) -> Iterator[str]:
    yield words("appeal.head")
    if view.to_decide:
        yield words("appeal.to_decide", count=len(view.to_decide))
        yield from (f"· {line(each, words)}" for each in view.to_decide[:LISTED])
    if view.past:
        yield words("appeal.past")
        yield from (f"· {line(each, words)}" for each in view.past[:LISTED])
    if view.sheets:
        yield words("appeal.which_sheet")
        yield from (f"· {_sheet_line(each, words)}" for each in view.sheets)
    elif view.leads:
        yield words("appeal.no_sheets")
    elif not view.to_decide:
        yield words("appeal.nothing")


def _sheet_line(each: Contestable, words: Words) -> str:
    name = f"{escape(each.found.studio_name)} · {escape(rubric_name(each.rubric, words))} {each.found.visit.period}"
    return f"{name} · {_term(each, words)}"


def _term(each: Contestable, words: Words) -> str:
    term = each.term
    text = words("appeal.late" if each.late else "appeal.until", day=term.until.isoformat(), days=term.days)
    return words("appeal.suggested", text=text) if term.suggested else text


def _list_keys(view: Appeals, words: Words) -> Rows:
    def label(name: str) -> str:
        return short(name, LABEL)

    decide = [
        (
            Button(
                label(f"{words('appeal.button.decide')} {each.found.studio_name} {each.appeal.item}"),
                pack(CASE, "o", each.appeal.id),
            ),
        )
        for each in view.to_decide[:LISTED]
    ]
    past = [
        (Button(label(f"{each.found.visit.period} · {each.appeal.item}"), pack(CASE, "o", each.appeal.id)),)
        for each in view.past
        if each.appeal.state == "open"
    ]
    sheets = [
        (
            Button(
                label(f"{rubric_name(each.rubric, words)} {each.found.visit.period}"),
                pack(LIST, "o", each.found.id),
            ),
        )
        for each in view.sheets
    ]
    return (*decide, *past, *sheets)


def _head(sheet: Contestable, words: Words) -> Iterator[str]:
    found = sheet.found
    yield words("appeal.head")
    yield f"{escape(found.studio_name)} · {escape(rubric_name(sheet.rubric, words))} {found.visit.period}"
    yield f"{words('appeal.total', total=bold(sheet.total))} · {_term(sheet, words)}"


def _items(view: Appeals, sheet: Contestable, words: Words) -> Iterator[str]:
    yield from _head(sheet, words)
    yield ""
    if not view.rows:
        yield words("appeal.no_items")
    else:
        yield words("appeal.which_item")
        yield from (_row_line(each, words) for each in view.rows)
    for each in view.standing:
        yield words(f"appeal.standing.{each.state}", item=each.item)


def _row_line(row: ItemResult, words: Words) -> str:
    return f"{row.no} {title_of(short(row.item.title, TITLE), row.item.title_en, words)} {score_of(row)}"


def _item_keys(view: Appeals, words: Words) -> Rows:
    keys = [Button(each.no, pack(LIST, "i", view.state.assessment, each.no)) for each in view.rows]
    rows = [tuple(keys[at : at + PER_ROW]) for at in range(0, len(keys), PER_ROW)]
    return (*rows, (Button(words("button.back"), pack(LIST, "l")),))


def _draft(view: Appeals, sheet: Contestable, row: ItemResult, words: Words) -> Iterator[str]:
    yield from _head(sheet, words)
    yield ""
    yield f"<b>{row.no} {title_of(row.item.title, row.item.title_en, words)}</b>"
    yield words("card.item", sum=sum_of(row, words))
    reason = view.state.reason
    if reason:
        yield words("appeal.reason", reason=escape(short(reason, REASON)))
    if files := counted(view.pieces):
        yield words("appeal.files", files=files)
    yield ""
    if not reason or view.state.again:
        yield "✎ " + words("appeal.ask_reason")
    else:
        yield words("appeal.check")


def _draft_keys(view: Appeals, words: Words) -> Rows:
    leave = Button(words("button.back"), pack(LIST, "o", view.state.assessment))
    if not view.state.reason or view.state.again:
        return ((leave,),)
    send = Button(words("appeal.button.send"), pack(LIST, "s"))
    return ((send,), (Button(words("appeal.button.reason"), pack(LIST, "w")), leave))
