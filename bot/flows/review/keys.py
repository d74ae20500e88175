"""The buttons of a sheet under review. What decides carries the beginning of the 校验码 that was shown."""

from __future__ import annotations

from bot.flows.history.states import CODE as HISTORY
from bot.flows.outputs import Button, Rows
from bot.flows.review.reading import Page
from bot.flows.review.states import LIST, SHEET
from bot.flows.screen import Ask
from bot.flows.taps import pack

PART = 12
"""Digits of the 校验码 in a button."""
PER_ROW = 4


def page_keys(page: Page, ask: Ask) -> Rows:
    """Return what can be pressed at this step."""
    match page.state.step:
        case "pick":
            return _picking(page, ask)
        case "reason":
            return _reasons(page, ask)
        case "sure":
            return (
                (_key(page, ask, "send", "s", _code(page)),),
                (_key(page, ask, "anew", "p"), _back(page, ask)),
            )
        case _:
            return _first(page, ask)


def _first(page: Page, ask: Ask) -> Rows:
    confirmed = page.review is not None and page.review.state == "confirmed"
    decide: list[Button] = []
    if page.found.state == "signed":
        decide = [] if confirmed else [_key(page, ask, "confirm", "y", _code(page))]
        decide.append(_key(page, ask, "return", "p"))
    papers = [_key(page, ask, "sheet", "f")] if page.found.state == "signed" else []
    papers.append(Button(ask.words("history.button.open"), pack(HISTORY, "sheet", page.found.id)))
    rows = (decide, papers, [Button(ask.words("review.button.list"), pack(LIST, "v", 0))])
    return tuple(tuple(row) for row in rows if row)


def _picking(page: Page, ask: Ask) -> Rows:
    marks = [
        Button(
            f"{'☑' if item in page.state.picked else '☐'} {item}",
            pack(SHEET, "t", page.found.id, item, 0 if item in page.state.picked else 1),
        )
        for item in page.items
    ]
    rows = [tuple(marks[at : at + PER_ROW]) for at in range(0, len(marks), PER_ROW)]
    onward = (_key(page, ask, "reasons", "n"),) if page.state.picked else ()
    return (*rows, *((onward,) if onward else ()), (_back(page, ask),))


def _reasons(page: Page, ask: Ask) -> Rows:
    same = (_key(page, ask, "same", "e"),) if page.state.reasons else ()
    return (*((same,) if same else ()), (_key(page, ask, "anew", "p"), _back(page, ask)))


def _key(page: Page, ask: Ask, label: str, verb: str, *args: object) -> Button:
    return Button(ask.words(f"review.button.{label}"), pack(SHEET, verb, page.found.id, *args))


def _back(page: Page, ask: Ask) -> Button:
    return Button(ask.words("button.back"), pack(SHEET, "o", page.found.id))


def _code(page: Page) -> str:
    return (page.found.digest or "")[:PART]
