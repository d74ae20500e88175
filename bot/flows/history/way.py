"""Rows about the way of an application in words: from which state to which, with whom, what was said.

Names and words are looked up each time, as in all of the history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.changes.applications.back import lacking
from bot.entities import Event
from bot.ports import Desk
from bot.texts import Words

ONE: Final = frozenset(
    {
        "take_step",
        "return_application",
        "reject_application",
        "submit_application",
        "withdraw_application",
        "begin_matter",
        "withdraw_matter",
        "respond_to_matter",
    }
)
"""Rows about one application: they say which step was taken."""
MANY: Final[Mapping[str, str]] = {
    "take_steps": "taken",
    "draw_line": "line",
    "lift_line": "lifted",
    "publish_applications": "published",
}
"""Rows about many, and where in them the applications are listed."""
OBJECTIONS: Final = frozenset({"file_objection", "decide_objection"})


def states_of(event: Event, words: Words) -> tuple[str, str]:
    """Return the states of one application before and after a row, in words; empty for rows that move none."""
    payload = event.payload
    if event.name not in ONE or payload.get("from") == payload.get("to"):
        return "", ""
    known = (str(payload.get("from", "")), str(payload.get("to", "")))
    before, after = (words(f"apply.state.{code}") if code else "" for code in known)
    return before, after


def said_of(desk: Desk, event: Event) -> str:
    """Return who decided by which paper and what was said; of many, which they were."""
    return " ".join(filter(None, _said(desk, event)))


def _said(desk: Desk, event: Event) -> Iterator[str]:
    payload = event.payload
    if event.name in OBJECTIONS:
        found = desk.applications.objection(str(payload.get("objection", "")))
        if found is not None:
            yield found.decision if event.name == "decide_objection" else found.text
        return
    if event.name not in MANY:
        yield from _decided(desk, event, payload)
        return
    listed = [one for one in payload.get(MANY[event.name], ()) if isinstance(one, Mapping)]
    for one in listed[:1]:
        yield from _decided(desk, event, one)
    yield ", ".join(_named(desk, one) for one in listed)


def _named(desk: Desk, one: Mapping[str, Any]) -> str:
    """Return the name of one of many, with its rank where a line was drawn."""
    found = desk.applications.get(str(one.get("application", "")))
    return f"{found.name} {one.get('rank', '')}".rstrip() if found is not None else ""


def _decided(desk: Desk, event: Event, one: Mapping[str, Any]) -> Iterator[str]:
    steps = desk.applications.steps(str(one.get("application", "")))
    step = next((each for each in steps if (each.name, each.at) == (one.get("step"), event.at)), None)
    if step is not None:
        yield step.value if step.name == "visited" else ""
        yield step.decider
        yield step.paper
        yield lacking(step)[1] if step.name == "returned" else step.text
