"""Who of many cannot take a step with the others, and why: the change itself is asked before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.changes import Change, Moment
from bot.changes.applications.of import mark_of
from bot.changes.applications.public import Publish
from bot.changes.applications.step import TakeStep
from bot.entities import Application, Studio
from bot.flows.applications.states import StepState
from bot.flows.screen import Ask
from bot.ports import Desk
from bot.problems import Refusal

OF_ALL: Final = frozenset(
    {"way_day", "way_day_ahead", "way_no_decider", "way_no_paper", "way_long", "way_public_span"}
)
"""What is wrong with the decision itself is told once, when it is confirmed."""
SAID: Final = "—"
"""Stands for what is not said yet."""
Refused = tuple[tuple[Application, Refusal], ...]


def refused(
    desk: Desk, ask: Ask, state: StepState, rows: Sequence[tuple[Application, Studio]], today: str
) -> Refused:
    """Return those that may not, each with the reason; nothing while more is asked of the decision."""
    if not state.many or state.asked != "check":
        return ()
    moment, found = Moment(ask.now, ask.who, ask.mint), []
    for one, _ in rows:
        try:
            _alone(one, state, today).allow(desk, moment)
        except Refusal as why:
            if why.code not in OF_ALL:
                found.append((one, why))
    return tuple(found)


def _alone(found: Application, state: StepState, today: str) -> Change:
    said = {"decider": state.decider or SAID, "paper": state.paper or SAID, "text": state.text}
    if state.what == "published":
        span = {"start": state.on, "until": state.until, "mark": mark_of([found])}
        return Publish.model_validate({"applications": (found.id,), "today": today, **span, **said})
    here = {"application": found.id, "revision": found.revision, "on": state.on, "today": today}
    return TakeStep.model_validate({"step": state.what, **here, **said})
