"""The change that a step comes to once everything of it is said, and who is told."""

from __future__ import annotations

from collections.abc import Callable

from bot.changes import Change
from bot.changes.applications.back import RejectApplication, ReturnApplication
from bot.changes.applications.of import mark_of
from bot.changes.applications.public import Publish
from bot.changes.applications.select import DrawLine
from bot.changes.applications.step import TakeStep, TakeSteps
from bot.flows.applications import told
from bot.flows.applications.step_read import Taking
from bot.flows.outputs import Output
from bot.flows.screen import Ask, Stale
from bot.ports import Desk


def change_of(view: Taking) -> Change:
    """Return what is to happen."""
    state, today = view.state, view.today.isoformat()
    said = {"on": state.on, "decider": state.decider, "paper": state.paper, "text": state.text}
    if state.what == "selected" and view.rubric is not None:
        return DrawLine(
            rubric=view.rubric.id,
            year=view.year,
            track=view.track.id if view.track else "",
            places=state.places,
            ahead=state.ahead,
            today=today,
            mark=state.mark,
            **said,
        )
    every = [found for found, _ in view.rows]
    if state.what == "published":
        return Publish(
            applications=state.applications,
            start=state.on,
            until=state.until,
            paper=state.paper,
            decider=state.decider,
            text=state.text,
            today=today,
            mark=state.mark or mark_of(every),
        )
    if state.many:
        return TakeSteps.model_validate(
            {
                "applications": state.applications,
                "step": state.what,
                "mark": state.mark,
                "today": today,
                **said,
            }
        )
    return _alone(view, said, today)


def _alone(view: Taking, said: dict[str, str], today: str) -> Change:
    state = view.state
    if view.only is None:
        raise Stale
    here = {"application": view.only.id, "today": today, "revision": state.revision}
    match state.what:
        case "returned":
            back = {"lacks": state.lacks, "text": state.text, "on": state.on}
            return ReturnApplication.model_validate({**back, **here})
        case "rejected":
            return RejectApplication.model_validate({**said, **here})
    return TakeStep.model_validate({"step": state.what, "value": state.value, **said, **here})


def telling(view: Taking) -> Callable[[Desk, Ask], tuple[Output, ...]]:
    """Return who is told of it, once it is done."""
    state = view.state
    if state.what == "selected" and view.rubric is not None:
        rubric, track = view.rubric.id, view.track.id if view.track else ""
        return lambda desk, ask: told.drawn(desk, ask, rubric, view.year, track)
    return lambda desk, ask: told.stepped(desk, ask, state.applications, state.what)
