"""The card of an appeal that was filed: old score, reason, files, and what was decided or is being decided."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bot.entities import Appeal
from bot.flows.appeal.reading import Case, Filed
from bot.flows.appeal.states import CASE
from bot.flows.html import bold, escape, short
from bot.flows.month.mine import day_of
from bot.flows.outputs import Button, Face, Rows
from bot.flows.proof_files import counted
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.walk.marks_text import sum_of, title_of
from bot.texts import Words
from rubrics.points import show

TEXT = 1000
SCORES = 13
"""Scores that are offered as buttons; finer ones are typed."""
PER_ROW = 5


def line(filed: Filed, words: Words) -> str:
    """Return an appeal in one line: where, which item, what became of it."""
    appeal, found = filed.appeal, filed.found
    where = f"{escape(found.studio_name)} {found.visit.period} · {appeal.item}"
    return f"{where} · {state_of(appeal, words)}"


def state_of(appeal: Appeal, words: Words) -> str:
    """Return what became of an appeal, with old and new score."""
    if appeal.state == "withdrawn" and appeal.decided_by:
        return words("review.appeal_ended")
    return words(f"appeal.state.{appeal.state}", old=appeal.old, new=appeal.new or appeal.old)


def case_face(view: Case, ask: Ask) -> Face:
    """Return text and buttons."""
    return Face("\n".join(_lines(view, ask)), _keys(view, ask.words))


def _lines(view: Case, ask: Ask) -> Iterator[str]:
    words, filed, appeal = ask.words, view.filed, view.filed.appeal
    found, item = filed.found, view.row.item
    yield words("appeal.case", studio=escape(found.studio_name), period=found.visit.period)
    yield escape(rubric_name(filed.rubric, words))
    yield ""
    yield f"<b>{appeal.item} {title_of(item.title, item.title_en, words)}</b>"
    yield words("card.item", sum=sum_of(view.row, words))
    yield words("appeal.reason", reason=escape(short(appeal.reason, TEXT)))
    yield words("appeal.by", name=escape(filed.by), day=day_of(appeal.at, ask).isoformat())
    if files := counted(view.pieces):
        yield words("appeal.files", files=files)
    yield ""
    yield bold(state_of(appeal, words))
    if view.outcome is not None:
        yield words("appeal.totals", before=show(view.outcome.before), after=show(view.outcome.after))
        day = day_of(appeal.decided or 0, ask).isoformat()
        yield words("appeal.decided_by", name=escape(filed.decided_by), day=day)
        yield words("appeal.why", why=escape(short(appeal.ruling, TEXT)))
    yield from _asked(view, words)


def _asked(view: Case, words: Words) -> Iterator[str]:
    state, appeal = view.state, view.filed.appeal
    if appeal.state != "open" or not state.step:
        if appeal.state == "open" and view.decides:
            yield words("appeal.your_turn")
        return
    if state.step == "withdraw":
        yield "✎ " + words("appeal.ask_withdraw")
    if not view.decides:
        return
    if state.step == "score":
        yield "✎ " + words("appeal.ask_score", points=show(view.row.attainable), old=appeal.old)
    if state.step in {"ruling", "check"}:
        yield words("appeal.to_be", old=appeal.old, new=state.new) if state.new else words("appeal.to_keep")
        if view.totals is not None:
            before, after = view.totals
            yield words("appeal.totals", before=show(before), after=show(after))
    if state.step == "ruling":
        yield "✎ " + words("appeal.ask_ruling")
    if state.step == "check":
        yield words("appeal.why", why=escape(short(state.ruling, TEXT)))
        yield words("appeal.final")


def _keys(view: Case, words: Words) -> Rows:
    appeal, state = view.filed.appeal, view.state

    def key(name: str, verb: str, *args: object) -> Button:
        return Button(words(f"appeal.button.{name}"), pack(CASE, verb, appeal.id, *args))

    files = ((key("files", "f"),),) if view.pieces else ()
    back = (Button(words("button.back"), pack(CASE, "o", appeal.id)),)
    if appeal.state != "open":
        return (*files, (key("list", "l"),))
    if state.step == "withdraw":
        return ((key("withdraw_yes", "w", 1),), back)
    if view.decides and state.step == "score":
        return (*_scores(view), back)
    if view.decides and state.step == "ruling":
        return (back,)
    if view.decides and state.step == "check":
        return ((key("decide_yes", "y"),), back)
    decide = ((key("change", "c"), key("keep", "k")),) if view.decides else ()
    withdraw = ((key("withdraw", "w"),),) if view.mine else ()
    return (*files, *decide, *withdraw, (key("list", "l"),))


def _scores(view: Case) -> Rows:
    """Return the scores of the item's range as buttons, but for the one that it has."""
    appeal, top, step = view.filed.appeal, view.row.attainable, view.filed.rubric.step
    count = int(top / step) + 1
    if count > SCORES:
        step, count = Decimal(1), int(top) + 1
    every = max(1, -(-count // SCORES))
    found = [step * number for number in range(0, count, every)]
    values = dict.fromkeys(show(each) for each in (*found, top))
    keys = [Button(each, pack(CASE, "v", appeal.id, each)) for each in values if each != appeal.old]
    return tuple(tuple(keys[at : at + PER_ROW]) for at in range(0, len(keys), PER_ROW))
