"""The objections to an application as a card: days of the notice, each objection, what was decided, what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.flows.applications.states import OBJECTIONS
from bot.flows.html import escape, short
from bot.flows.outputs import Button, Face
from bot.flows.taps import pack
from bot.texts import Words

if TYPE_CHECKING:
    from bot.flows.applications.objections import Objected

LINE = 40
LABEL = 28
TEXT = 600
_Row = tuple[Button, ...]


def objections_face(view: Objected, words: Words) -> Face:
    """Return the list, one of them, or the question that is open."""
    lines = [words("applications.objections_head", name=escape(view.found.name))]
    if view.notice is not None:
        lines.append(words("applications.notice", start=view.notice.on, until=view.notice.value))
    if view.one is not None:
        lines += ["", *_one(view, words)]
    elif view.state.step:
        lines += ["", *_entered(view, words)]
    else:
        lines += ["", *_listed(view, words)]
    return Face("\n".join(lines), tuple(row for row in _keys(view, words) if row))


def _listed(view: Objected, words: Words) -> Iterator[str]:
    if not view.listed:
        yield words("applications.no_objections")
    for number, each in enumerate(view.listed, 1):
        yield words(
            "applications.objection_line",
            number=number,
            on=each.on,
            state=words(f"applications.objection.{each.state}"),
            text=escape(short(each.text, LINE)),
        )


def _one(view: Objected, words: Words) -> Iterator[str]:
    one = view.one
    if one is None:
        return
    name = escape(one.name) or words("applications.anonymous")
    yield words("applications.objection_by", name=name, on=one.on)
    yield escape(short(one.text, TEXT))
    yield words(f"applications.objection.{one.state}")
    if one.state == "open" and view.decides and one.by == view.who:
        yield words("applications.objection_other")
    if one.decision:
        yield words("applications.said", text=escape(short(one.decision, TEXT)))
    if view.state.step in {"upheld", "dismissed"}:
        yield ""
        yield "✎ " + words(f"applications.ask_{view.state.step}")


def _entered(view: Objected, words: Words) -> Iterator[str]:
    state = view.state
    if state.step in {"text", "check"}:
        yield words("applications.objector", name=escape(state.name) or words("applications.anonymous"))
    if state.step == "check":
        yield words("applications.on", on=state.on)
        yield words("applications.said", text=escape(short(state.text, TEXT)))
        yield ""
    yield "✎ " + words(f"applications.ask_objection_{state.step}")


def _data(view: Objected, verb: str) -> str:
    return pack(OBJECTIONS, verb, view.state.application, view.state.objection)


def _keys(view: Objected, words: Words) -> Iterator[_Row]:
    state = view.state
    up = (Button(words("button.back"), pack(OBJECTIONS, "o", state.application)),)
    if view.one is not None:
        mine = view.one.by == view.who
        if view.decides and not mine and view.one.state == "open" and not state.step:
            upheld = Button(words("applications.button.upheld"), _data(view, "u"))
            yield upheld, Button(words("applications.button.dismissed"), _data(view, "d"))
        yield up
        return
    if state.step:
        if state.step == "name":
            yield (Button(words("applications.button.anonymous"), _data(view, "n")),)
        if state.step == "check":
            yield (Button(words("applications.button.file"), _data(view, "y")),)
        yield up
        return
    for number, each in enumerate(view.listed, 1):
        label = short(f"{number} {each.text}", LABEL)
        yield (Button(label, pack(OBJECTIONS, "o", state.application, each.id)),)
    if view.files and view.found.state == "published":
        yield (Button(words("applications.button.objection"), pack(OBJECTIONS, "a", state.application)),)
    yield (Button(words("button.back"), pack(OBJECTIONS, "b", state.application)),)
