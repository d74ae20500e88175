"""What a press on a card of the log does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from bot.changes import DropKept, FileUnder
from bot.entities import ActivityFacts
from bot.flows.month.log_draft import asked_next, chosen, dated, needed
from bot.flows.month.log_read import LogPage, draft_of
from bot.flows.month.log_saving import ENTRY_SCREEN, LOG_SCREEN, save
from bot.flows.month.log_states import FIELDS, LoggedState, LogState
from bot.flows.month.mine import mark_of
from bot.flows.screen import Ask, Go, Stale, Step
from bot.flows.taps import Tap
from rubrics.activities import Activity

DRAFT: Final = frozenset("wdjqschz")
"""Presses on an activity that is being written."""
_AGO: Final = {"0": 0, "1": 1}


def take_tap(view: LogPage, tap: Tap, ask: Ask) -> Step:
    """Say what a press means."""
    if tap.verb in DRAFT and view.saved and not view.state.revision:
        # The card was saved by an earlier press: what is on it now stands in the log.
        return Step(go=Go(ENTRY_SCREEN, LoggedState(entry=view.state.entry)))
    act = _ACTS.get(tap.verb)
    if act is None:
        raise Stale
    return act(view, tap, ask)


def _list(view: LogPage, tap: Tap, ask: Ask) -> Step:
    return Step(go=Go(LOG_SCREEN, view.state.listed()))


def _new(view: LogPage, tap: Tap, ask: Ask) -> Step:
    """Begin an activity, of the kind that was pressed or of one to be chosen."""
    facts = ActivityFacts(rubric=view.page.rubric.id, activity="", on="")
    blank = LogState.model_validate(
        {**view.state.listed().model_dump(), "entry": ask.mint(), "facts": facts, "step": "kind"}
    )
    blank = blank.model_copy(update={"pieces": tuple(each.id for each in view.pieces)})
    if tap.verb == "n":
        return Step(go=Go(LOG_SCREEN, blank))
    facts = facts.model_copy(update={"activity": _kind(view, tap.arg(3)).id})
    return Step(go=Go(LOG_SCREEN, asked_next(blank, facts)))


def _copy(view: LogPage, tap: Tap, ask: Ask) -> Step:
    """Begin an activity like the one that the person logged last."""
    if view.newest is None:
        raise Stale
    return copied(view.state.listed(), draft_of(view.newest, view.page.rubric), ask)


def copied(listed: LogState, facts: ActivityFacts, ask: Ask) -> Step:
    """Begin an activity with everything of another but its day."""
    update = {"entry": ask.mint(), "rubric": facts.rubric, "step": "date", "checked": True}
    state = listed.model_copy(update={**update, "facts": facts.model_copy(update={"on": ""})})
    return Step(go=Go(LOG_SCREEN, state))


def _kind(view: LogPage, mark: str) -> Activity:
    found = next((each for each in view.page.rubric.activities if mark_of(each.id) == mark), None)
    if found is None:
        raise Stale
    return found


def _choose_kind(view: LogPage, tap: Tap, ask: Ask) -> Step:
    return _next(view, chosen(view, _kind(view, tap.arg(1))))


def _day(view: LogPage, tap: Tap, ask: Ask) -> Step:
    if tap.arg(1) == "x":
        return Step(go=Go(LOG_SCREEN, view.state.model_copy(update={"step": "day"})))
    if tap.arg(1) not in _AGO:
        raise Stale
    return _next(view, dated(view, (view.page.today - timedelta(days=_AGO[tap.arg(1)])).isoformat()))


def _skip(view: LogPage, tap: Tap, ask: Ask) -> Step:
    if tap.arg(1) != view.state.step:
        raise Stale
    return _next(view, view.state.facts)


def _field(view: LogPage, tap: Tap, ask: Ask) -> Step:
    """Ask one thing again."""
    step = next((each for each in FIELDS if each == tap.arg(1)), None)
    if step is None:
        raise Stale
    return Step(go=Go(LOG_SCREEN, view.state.model_copy(update={"step": step})))


def _save(view: LogPage, tap: Tap, ask: Ask) -> Step:
    return save(view, ask)


def _myself(view: LogPage, tap: Tap, ask: Ask) -> Step:
    return _next(view, view.state.facts.model_copy(update={"led_by": ask.who.name}))


def _leave(view: LogPage, tap: Tap, ask: Ask) -> Step:
    """Leave the draft: an edited entry is as it was, files of a new one stay with the studio."""
    state = view.state
    if state.revision:
        return Step(go=Go(ENTRY_SCREEN, LoggedState(entry=state.entry)))
    return Step(go=Go(LOG_SCREEN, state.listed()), toast=ask.words("log.left"))


def _again(view: LogPage, tap: Tap, ask: Ask) -> Step:
    """Take a draft up again where it was left."""
    return Step(go=Go(LOG_SCREEN, view.state))


def _where(view: LogPage, tap: Tap, ask: Ask) -> Step:
    """Ask where the studio's waiting files belong."""
    pieces = tuple(each.id for each in view.loose)
    state = view.state.listed().model_copy(update={"step": "where", "pieces": pieces})
    return Step(go=Go(LOG_SCREEN, state))


def _file(view: LogPage, tap: Tap, ask: Ask) -> Step:
    """Put the waiting files with an entry; which one may be used is checked where it is changed."""
    if not view.pieces:
        raise Stale
    entry = tap.arg(0)
    changes = tuple(FileUnder(piece=each.id, entry=entry, chat=ask.chat) for each in view.pieces)
    return Step(changes, go=Go(ENTRY_SCREEN, LoggedState(entry=entry)), toast=ask.words("log.filed"))


def _drop(view: LogPage, tap: Tap, ask: Ask) -> Step:
    state = view.state
    if tap.arg(0) != "1":
        step = "where" if tap.arg(0) else "drop"
        return Step(go=Go(LOG_SCREEN, state.model_copy(update={"step": step})))
    changes = tuple(DropKept(piece=each.id) for each in view.pieces)
    return Step(changes, go=Go(LOG_SCREEN, state.listed()), toast=ask.words("log.dropped"))


def _next(view: LogPage, facts: ActivityFacts) -> Step:
    state = asked_next(view.state, facts)
    asked = needed(facts, view.page.rubric.activity(facts.activity))
    if state.step == "check" and asked:
        state = state.model_copy(update={"step": asked})
    return Step(go=Go(LOG_SCREEN, state))


_ACTS: Final[dict[str, Callable[[LogPage, Tap, Ask], Step]]] = {
    "o": _list,
    "v": _list,
    "l": _list,
    "n": _new,
    "k": _new,
    "p": _copy,
    "w": _choose_kind,
    "d": _day,
    "j": _skip,
    "q": _field,
    "s": _save,
    "h": _myself,
    "c": _leave,
    "z": _again,
    "a": _where,
    "f": _file,
    "x": _drop,
}
