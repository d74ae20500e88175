"""The buttons of the list and of one card."""

from __future__ import annotations

from bot.changes.studio_fix import OWED, SETTLED, asks_waiver
from bot.entities import Assessment
from bot.flows.fix.face import leaf_at, leaf_of, leaves
from bot.flows.fix.reading import Fixes, Page, pictured
from bot.flows.fix.states import CARD, LIST, Side
from bot.flows.html import short
from bot.flows.outputs import Button, Rows
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.texts import Words

PER_ROW = 3
LABEL = 30
NOTICES = 8
"""Sheets whose notice is offered."""
_Row = tuple[Button, ...]


def list_keys(view: Fixes, words: Words) -> Rows:
    """Return a button for each row of the leaf, the leaves beside it, the other lists, the notice."""
    state = view.state
    if state.step == "notice":
        return notice_keys(view, words)
    ones = [
        Button(
            words("fix.button.one", number=fix.number, item=f"{fix.item}{fix.letter}"),
            pack(CARD, "o", fix.id, state.side),
        )
        for fix in leaf_of(view)
    ]
    rows: list[_Row] = [tuple(ones[at : at + PER_ROW]) for at in range(0, len(ones), PER_ROW)]
    at = leaf_at(view)
    turns = [("before_leaf", at - 1)] if at else []
    turns += [("after_leaf", at + 1)] if at + 1 < leaves(view) else []
    rows.append(tuple(Button(words(f"fix.button.{name}"), _list(view, "v", to)) for name, to in turns))
    if state.side == "others":
        rows.append(_kinds(view, words))
    if view.sheets:
        one = len(view.sheets) == 1
        data = pack(LIST, "w", view.sheets[0].id) if one else _list(view, "n", at)
        rows.append((Button(words("fix.button.notice"), data),))
    if view.both:
        other: Side = "others" if state.side == "mine" else "mine"
        rows.append((Button(words(f"fix.button.{other}"), pack(LIST, "v", other)),))
    return tuple(row for row in rows if row)


def _list(view: Fixes, verb: str, leaf: int) -> str:
    return pack(LIST, verb, view.state.side, view.state.which, leaf)


def _kinds(view: Fixes, words: Words) -> _Row:
    """Return the other lists of what others owe, with how long they are."""
    counts = {"check": view.counts["done"], "late": view.counts["late"], "all": sum(view.counts.values())}
    return tuple(
        Button(words(f"fix.button.{which}", count=count), pack(LIST, "v", "others", which))
        for which, count in counts.items()
        if which != view.state.which
    )


def notice_keys(view: Fixes, words: Words) -> Rows:
    """Return a button for each sheet whose notice can be had."""
    rows: list[_Row] = [
        (Button(_sheet(each, words), pack(LIST, "w", each.id)),) for each in view.sheets[:NOTICES]
    ]
    return (*rows, (Button(words("button.back"), _list(view, "v", view.state.leaf)),))


def _sheet(sheet: Assessment, words: Words) -> str:
    return short(words("fix.notice_sheet", studio=sheet.studio_name, period=sheet.visit.period), LABEL)


def card_keys(page: Page, ask: Ask) -> Rows:
    """Return what the person can do with one."""
    words, fix = ask.words, page.fix

    def key(label: str, verb: str, *args: object, **facts: object) -> Button:
        return Button(words(f"fix.button.{label}", **facts), pack(CARD, verb, fix.id, page.state.side, *args))

    if page.state.step:
        back = Button(words("button.back"), pack(CARD, "o", fix.id, page.state.side))
        if page.state.step == "owner":
            return ((key("owner_me", "i", page.state.revision, name=short(ask.who.name, LABEL)),), (back,))
        return ((back,),)
    rows: list[_Row] = []
    if page.leads and fix.state in OWED:
        rows += [(key("done", "d"),), (key("owner", "n"), key("waive", "w"))]
    elif page.leads and fix.state not in SETTLED:
        rows.append((key("owner", "n"),))
    if page.decides and fix.state == "done":
        yes = key("agree" if asks_waiver(fix) else "accept", "a", fix.revision)
        rows.append((yes, key("back", "b")))
    if page.dates and fix.state not in SETTLED:
        rows.append((key("due", "t"),))
    shown = []
    if _pictured(page):
        shown.append(key("pictures", "p"))
    if page.after:
        shown.append(key("files", "f"))
    rows.append(tuple(shown))
    rows.append((Button(words("fix.button.list"), pack(LIST, "v", page.state.side)),))
    return tuple(row for row in rows if row)


def _pictured(page: Page) -> bool:
    before = (file for piece in page.before for file in piece.files)
    after = (file for piece in page.after for file in piece.files)
    return any(pictured(file) for file in (*before, *after))
