"""Saving what was written: a new activity, one that was put right, one that a colleague changed meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from bot.changes import Change, EditActivity, FileUnder, LogActivity
from bot.entities import ActivityFacts
from bot.flows.month.log_draft import kind_of, needed
from bot.flows.month.log_face import typed_again
from bot.flows.month.log_read import LogPage
from bot.flows.month.log_states import LoggedState, LogState
from bot.flows.outputs import Say
from bot.flows.screen import Ask, Go, Step

LOG_SCREEN = "log"
ENTRY_SCREEN = "logged"
"""Names of the screens, stored in sessions."""


def begin(
    view: LogPage,
    facts: ActivityFacts,
    ask: Ask,
    *,
    pieces: Sequence[str],
    before: tuple[Change, ...] = (),
    album: str | None = None,
) -> Step:
    """Log what one message said at once; where something is still needed, ask for that and keep the rest."""
    state = view.state.listed().model_copy(
        update={
            "entry": ask.mint(),
            "rubric": facts.rubric,
            "facts": facts,
            "checked": True,
            "pieces": tuple(pieces),
        }
    )
    asked = needed(facts, kind_of(view, facts))
    if asked:
        return Step(before, go=Go(LOG_SCREEN, state.model_copy(update={"step": asked})), fresh=True)
    return _saved(state.entry, (*before, *_new(view, state, ask, album)), ask)


def save(view: LogPage, ask: Ask) -> Step:
    """Save the activity that is written, or ask for what is still needed."""
    state, stored = view.state, view.stored
    asked = needed(state.facts, view.kind)
    if asked:
        step = state.model_copy(update={"step": asked})
        return Step(go=Go(LOG_SCREEN, step), toast=ask.words("log.needed"))
    if not state.revision:
        waiting = state.model_copy(update={"pieces": tuple(each.id for each in view.pieces)})
        return _saved(state.entry, _new(view, waiting, ask), ask)
    if stored is None or stored.revision != state.revision:
        # A colleague was first: theirs stands, and what was typed here is said again so that it can be used.
        typed = typed_again(view.kind, state.facts, ask.words)
        return Step(
            go=Go(ENTRY_SCREEN, LoggedState(entry=state.entry)),
            say=(Say(ask.words("log.conflict", typed=typed)),),
            toast=ask.words("problem.log_changed"),
            box=True,
        )
    today = view.page.today.isoformat()
    change = EditActivity(entry=state.entry, revision=state.revision, facts=state.facts, today=today)
    return _saved(state.entry, (change,), ask)


def _new(view: LogPage, state: LogState, ask: Ask, album: str | None = None) -> tuple[Change, ...]:
    today = view.page.today.isoformat()
    change = LogActivity(studio=view.page.studio.id, facts=state.facts, entry=state.entry, today=today)
    filed = (FileUnder(piece=each, entry=state.entry, chat=ask.chat, album=album) for each in state.pieces)
    return (change, *filed)


def _saved(entry: str, changes: tuple[Change, ...], ask: Ask) -> Step:
    return Step(changes, go=Go(ENTRY_SCREEN, LoggedState(entry=entry)), toast=ask.words("log.saved"))
