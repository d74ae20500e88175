"""Planning many visits: what, which studios, who and when, then one summary and one press that plans them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from bot.changes.visit_forms import chosen_forms
from bot.flows.inputs import AnyInput, Said
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.visits import told
from bot.flows.visits.many_face import many_face
from bot.flows.visits.many_read import Many, read_many
from bot.flows.visits.people import toggled
from bot.flows.visits.states import (
    MANY,
    MANY_SCREEN,
    PROGRESS_SCREEN,
    VISITS_SCREEN,
    ManyState,
    ManyStep,
    ProgressState,
    VisitsState,
)
from bot.flows.walk.choice import kinds_now
from bot.flows.walk.periods import named, typed
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.entry_day_span import span_ahead

NOTE_LIMIT = 500
QUOTED = 40
LONGEST_SPAN = 92
"""Days that a plan may stretch over."""
BACK: dict[ManyStep, ManyStep] = {
    "form": "rubric",
    "period": "rubric",
    "which": "period",
    "unit": "which",
    "tick": "which",
    "how": "which",
    "who": "how",
    "day": "who",
    "note": "day",
    "check": "note",
}


class ManyVisitsScreen(Screen[ManyState, Many]):
    """One question at a time, then the summary."""

    name: ClassVar[str] = MANY_SCREEN
    code: ClassVar[str] = MANY
    recalls: ClassVar[bool] = True
    state = ManyState

    def load(self, desk: Desk, ask: Ask, state: ManyState, given: AnyInput | Tap | None) -> Many:
        """Read for coordinators only."""
        del given
        return read_many(desk, ask, state)

    def show(self, view: Many, ask: Ask) -> Face:
        """Ask what is still open."""
        return many_face(view, ask)

    def take(self, view: Many, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep an answer; the last press plans all of them and tells everybody once."""
        if isinstance(given, Tap):
            if given.verb not in BUTTONS:
                raise Stale
            return BUTTONS[given.verb](view, given.arg(1), ask)
        if not isinstance(given, Said):
            raise Refusal("visit_press")
        text = given.text.strip()
        if view.state.step == "tick":
            return _find(view, text)
        if view.state.step == "period" and view.rubric and (kinds := kinds_now(view.rubric, view.form)):
            period = typed(view.rubric, kinds, text, ask)
            return _to(view, fresh=True, period=str(period), step="which")
        if view.state.step == "day":
            return _days(view, text)
        if view.state.step == "note":
            if len(text) > NOTE_LIMIT:
                raise Refusal("text_long", count=len(text), limit=NOTE_LIMIT)
            return _to(view, fresh=True, note=text, step="check")
        raise Refusal("visit_press")

    def aim(self, tap: Tap, state: ManyState | None) -> ManyState:
        """Return what was said on this card."""
        if state is None or state.batch != tap.arg(0):
            raise Stale
        return state

    def title(self, view: Many, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("command.visits")

    def closing(self, view: Many, ask: Ask) -> Face:
        """Return one line with the way back to what was said."""
        button = Button(ask.words("button.open"), pack(MANY, "z", view.state.batch))
        return Face(ask.words("many.closed"), ((button,),))

    def superseded(self, view: Many, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        del view, ask
        return None


def _to(view: Many, *, fresh: bool = False, **update: object) -> Step:
    state = view.state.model_copy(update={"page": 0, **update})
    return Step(go=Go(MANY_SCREEN, state), fresh=fresh)


def _again(view: Many, said: str, ask: Ask) -> Step:
    del said, ask
    return _to(view, page=view.state.page)


def _leave(view: Many, said: str, ask: Ask) -> Step:
    del view, said, ask
    return Step(go=Go(VISITS_SCREEN, VisitsState()))


def _back(view: Many, said: str, ask: Ask) -> Step:
    del said, ask
    if view.state.step not in BACK:
        raise Stale
    return _to(view, step=BACK[view.state.step])


def _page(view: Many, said: str, ask: Ask) -> Step:
    del ask
    return _to(view, page=_number(said, 1000))


def _number(said: str, below: int) -> int:
    """Return the number that a button says, or find it dead."""
    if not said.isdecimal() or int(said[:4]) >= below:
        raise Stale
    return int(said[:4])


def _rubric(view: Many, said: str, ask: Ask) -> Step:
    del ask
    if all(each.id != said for each in view.rubrics):
        raise Stale
    return _to(view, rubric=said, form="", period="", step="period")


def _form(view: Many, said: str, ask: Ask) -> Step:
    del ask
    if view.rubric is None:
        raise Stale
    form = view.rubric.sheets[_number(said, len(view.rubric.sheets))]
    if form not in chosen_forms(view.rubric):
        raise Stale
    return _to(view, form=form.id, step="period")


def _period(view: Many, said: str, ask: Ask) -> Step:
    """Take a period of a kind that the rubric, or the form that was chosen, is for."""
    found = named(view.rubric, said, ask) if view.rubric else None
    if view.rubric is None or found is None or found.kind not in kinds_now(view.rubric, view.form):
        raise Stale
    return _to(view, period=str(found), step="which")


def _which(view: Many, said: str, ask: Ask) -> Step:
    del ask
    steps: dict[str, ManyStep] = {"part": "how", "all": "how", "unit": "unit", "tick": "tick"}
    if said not in steps:
        raise Stale
    if not view.studios:
        raise Refusal("no_studios")
    if said == "part" and not view.part:
        raise Stale
    return _to(view, units=(), studios=view.part if said == "part" else (), step=steps[said])


def _unit(view: Many, said: str, ask: Ask) -> Step:
    del ask
    if view.state.step != "unit":
        raise Stale
    unit = view.units[_number(said, len(view.units))]
    return _to(view, units=toggled(view.state.units, unit), page=view.state.page)


def _tick(view: Many, said: str, ask: Ask) -> Step:
    del ask
    if view.state.step != "tick" or all(each.id != said for each in view.studios):
        raise Stale
    return _to(view, studios=toggled(view.state.studios, said), page=view.state.page)


def _find(view: Many, text: str) -> Step:
    """Show the studios that hold the words; what was ticked stays ticked."""
    found = view.state.model_copy(update={"find": text[:QUOTED], "page": 0})
    if not Many(found, view.rubrics, view.rubric, view.studios, view.people, view.today).found:
        raise Refusal("visit_find", text=text[:QUOTED])
    return Step(go=Go(MANY_SCREEN, found), fresh=True)


def _everything(view: Many, said: str, ask: Ask) -> Step:
    del said, ask
    return _to(view, find="")


def _ticked(view: Many, said: str, ask: Ask) -> Step:
    del said, ask
    if view.state.step not in {"unit", "tick"}:
        raise Stale
    if not view.state.units and not view.state.studios:
        raise Refusal("visit_many_none")
    return _to(view, step="how")


def _how(view: Many, said: str, ask: Ask) -> Step:
    del ask
    if said not in {"group", "even"} or view.state.step != "how":
        raise Stale
    return _to(view, how=said, step="who")


def _assessor(view: Many, said: str, ask: Ask) -> Step:
    del ask
    if view.state.step != "who" or all(each.id != said for each in view.people):
        raise Stale
    return _to(view, who=toggled(view.state.who, said))


def _assessors(view: Many, said: str, ask: Ask) -> Step:
    del said, ask
    if view.state.step != "who":
        raise Stale
    if not view.state.who:
        raise Refusal("visit_nobody")
    return _to(view, step="check" if view.state.first else "day")


def _day(view: Many, said: str, ask: Ask) -> Step:
    del ask
    if view.state.step != "day":
        raise Stale
    return _days(view, said)


def _skip(view: Many, said: str, ask: Ask) -> Step:
    del said, ask
    if view.state.step != "note":
        raise Stale
    return _to(view, note="", step="check")


def _edit(view: Many, said: str, ask: Ask) -> Step:
    del ask
    if view.state.step != "check" or said not in {"how", "day", "note"}:
        raise Stale
    return _to(view, step=said)


def _days(view: Many, text: str) -> Step:
    """Take a day or a span of days to come."""
    found = span_ahead(text, view.today)
    if isinstance(found, str):
        raise Refusal("visit_day_none" if found == "none" else "visit_day_unread", text=text[:QUOTED])
    first, last = found
    if first < view.today:
        raise Refusal("visit_past", on=first.isoformat(), today=view.today.isoformat())
    if last < first:
        raise Refusal("visit_span_back", text=text[:QUOTED])
    if (last - first).days >= LONGEST_SPAN:
        raise Refusal("visit_span_long", days=(last - first).days + 1, limit=LONGEST_SPAN)
    step = "check" if view.state.note else "note"
    return _to(view, fresh=True, first=first.isoformat(), last=last.isoformat(), step=step)


def _save(view: Many, seen: str, ask: Ask) -> Step:
    """Plan what can be planned, if it is as many as the button said."""
    changes = view.good
    if view.state.step != "check":
        raise Stale
    if not changes:
        raise Refusal("visit_many_none")
    if str(len(changes)) != seen:
        return Step(go=Go(MANY_SCREEN, view.state), toast=ask.words("many.moved"), box=True)
    visits = tuple(each.visit for each in changes)
    left = tuple(each.studio.id for each in view.bad)
    shown = ProgressState(rubric=view.state.rubric, period=view.state.period, chosen=left)
    return Step(
        tuple(changes),
        go=Go(PROGRESS_SCREEN, shown),
        toast=ask.words("many.planned", count=len(changes)),
        tell=lambda desk, ask: told.many(desk, ask, visits),
    )


BUTTONS: Final[dict[str, Callable[[Many, str, Ask], Step]]] = {
    "z": _again,
    "q": _leave,
    "b": _back,
    "g": _page,
    "r": _rubric,
    "f": _form,
    "p": _period,
    "w": _which,
    "u": _unit,
    "t": _tick,
    "x": _everything,
    "k": _ticked,
    "h": _how,
    "a": _assessor,
    "n": _assessors,
    "d": _day,
    "s": _skip,
    "e": _edit,
    "y": _save,
}
"""What each button means, by its verb; all of them carry the plan that they belong to."""
