"""One planned visit as a coordinator sees it: another day, other assessors, or called off with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot import access
from bot.changes import CancelVisit, ChangeMembers
from bot.changes.change_visit import REASON, entered
from bot.entities import Assessment, Person, Plan
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import rubric_title, today
from bot.flows.outputs import Button, Face, Rows
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.visits import told
from bot.flows.visits.people import candidates, people_keys, toggled
from bot.flows.visits.states import ONE, ONE_SCREEN, PLAN, VISITS, VISITS_SCREEN, OneState, VisitsState
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from rubrics.model import Rubric

NOTE = 300


@dataclass(frozen=True, slots=True)
class Single:
    """A planned visit."""

    state: OneState
    found: Assessment
    plan: Plan | None
    rubric: Rubric
    group: tuple[str, ...]
    people: tuple[Person, ...]
    """Who may assess it."""
    entered: int
    """Items that hold something."""
    today: date

    @property
    def open(self) -> bool:
        """Whether anything can be done to it."""
        return self.found.state == "open"


class OneScreen(Screen[OneState, Single]):
    """The page of one visit."""

    name: ClassVar[str] = ONE_SCREEN
    code: ClassVar[str] = ONE
    recalls: ClassVar[bool] = True
    state = OneState

    def load(self, desk: Desk, ask: Ask, state: OneState, given: AnyInput | Tap | None) -> Single:
        """Read for coordinators of the studio only."""
        del given
        found = desk.visits.of_visit(state.visit)
        studio = desk.studios.get(found.studio) if found else None
        access.require(ask.who, "plan", studio)
        if found is None or studio is None or found.visit.own or found.visit.blind:
            raise Refusal("not_yours")
        return Single(
            state,
            found,
            desk.plans.of_visit(state.visit),
            desk.library.get(found.visit.rubric, found.visit.version),
            told.group(desk, found, ask),
            candidates(desk, studio, ask.now),
            entered(desk, found),
            today(ask),
        )

    def show(self, view: Single, ask: Ask) -> Face:
        """Return what stands, and the question that is open."""
        return Face("\n".join(_lines(view, ask.words)), _keys(view, ask.words))

    def take(self, view: Single, given: AnyInput | Tap, ask: Ask) -> Step:
        """Ask, choose, take a reason, and do it."""
        if isinstance(given, Tap):
            return _tap(view, given, ask)
        if isinstance(given, Said) and view.open and view.state.step in {"cancel", "sure"}:
            reason = given.text.strip()
            if len(reason) > REASON:
                raise Refusal("text_long", count=len(reason), limit=REASON)
            if not reason:
                raise Refusal("visit_no_reason")
            return _to(view, fresh=True, step="sure", reason=reason)
        raise Refusal("visit_press")

    def aim(self, tap: Tap, state: OneState | None) -> OneState:
        """Return the visit that the button names, with what was said of it on this card."""
        if not tap.arg(0):
            raise Stale
        if tap.verb != "o" and state is not None and state.visit == tap.arg(0):
            return state
        return OneState(visit=tap.arg(0))

    def title(self, view: Single, ask: Ask) -> str:
        """Return the name of this page."""
        return ask.words("visit.title", studio=view.found.studio_name)

    def closing(self, view: Single, ask: Ask) -> Face:
        """Return one line with the way back."""
        button = Button(ask.words("button.open"), pack(ONE, "o", view.found.visit.id))
        return Face(ask.words("visit.title", studio=escape(view.found.studio_name)), ((button,),))


def _lines(view: Single, words: Words) -> list[str]:
    found, plan, state = view.found, view.plan, view.state
    lines = [
        words("visit.one", studio=escape(found.studio_name)),
        f"{rubric_title(view.rubric, words)} · {found.visit.period}",
    ]
    if plan is not None:
        late = (view.today - date.fromisoformat(plan.day)).days
        key = "visit.day_late" if late > 0 and view.open and found.round == 1 else "visit.day"
        lines.append(words(key, day=plan.day, **({"days": late} if key == "visit.day_late" else {})))
    lines.append(words("visit.group", names=tuple(map(escape, view.group))))
    if plan is not None and plan.note:
        lines.append(words("visit.note", note=escape(short(plan.note, NOTE))))
    if not view.open:
        return [*lines, words(f"visit.state.{found.state}")]
    lines.append(words("visit.begun", count=view.entered) if view.entered else words("visit.not_begun"))
    if state.step == "who":
        lines += ["", "✎ " + words("visit.ask_who")]
    elif state.step == "cancel":
        lines += ["", "✎ " + words("visit.ask_reason")]
    elif state.step == "sure":
        lines += ["", words("visit.told_why", reason=escape(state.reason))]
        lines.append(words("visit.sure_entered", count=view.entered) if view.entered else words("visit.sure"))
    return lines


def _key(view: Single, words: Words, name: str, verb: str, *args: object) -> Button:
    return Button(words(f"visit.button.{name}"), pack(ONE, verb, view.found.visit.id, *args))


def _keys(view: Single, words: Words) -> Rows:
    visit, leave = view.found.visit.id, Button(words("visit.button.list"), pack(VISITS, "l"))
    if not view.open:
        return ((leave,),)
    back = (_key(view, words, "back", "o"),)
    match view.state.step:
        case "who":
            people = people_keys(view.people, view.state.who, lambda each: pack(ONE, "p", visit, each))
            return (*people, (_key(view, words, "regroup", "w"),), back)
        case "cancel":
            return (back,)
        case "sure":
            return ((_key(view, words, "cancel_sure", "y", view.entered),), back)
    return (
        (
            Button(words("visit.button.day"), pack(PLAN, "m", visit)),
            _key(view, words, "edit_who", "e"),
        ),
        (_key(view, words, "cancel", "c"),),
        (leave,),
    )


def _to(view: Single, *, fresh: bool = False, **update: object) -> Step:
    state = OneState.model_validate({"visit": view.found.visit.id, **update})
    return Step(go=Go(ONE_SCREEN, state), fresh=fresh)


def _tap(view: Single, tap: Tap, ask: Ask) -> Step:
    if tap.verb == "o" or not view.open:
        return _to(view)
    match tap.verb:
        case "e":
            able = {each.id for each in view.people}
            # Whose right has ended is not among those who can be ticked, so neither among those who are.
            return _to(view, step="who", who=tuple(each for each in view.found.members if each in able))
        case "p" if view.state.step == "who" and any(each.id == tap.arg(1) for each in view.people):
            return _to(view, step="who", who=toggled(view.state.who, tap.arg(1)))
        case "w" if view.state.step == "who":
            return _regroup(view, ask)
        case "c":
            return _to(view, step="cancel")
        case "y" if view.state.step == "sure":
            return _cancel(view, tap.arg(1), ask)
    raise Stale


def _regroup(view: Single, ask: Ask) -> Step:
    visit, before, who = view.found.visit.id, view.found.members, view.state.who
    if not who:
        raise Refusal("visit_nobody")
    if who == before:
        return _to(view)
    return Step(
        (ChangeMembers(visit=visit, members=who),),
        go=Go(ONE_SCREEN, OneState(visit=visit)),
        toast=ask.words("visit.regrouped"),
        tell=lambda desk, ask: told.regrouped(desk, ask, visit, before),
    )


def _cancel(view: Single, seen: str, ask: Ask) -> Step:
    """Call it off, if no more was entered than the button said."""
    visit, reason = view.found.visit.id, view.state.reason
    sure = seen.isdecimal() and int(seen[:6]) == view.entered
    return Step(
        (CancelVisit(visit=visit, reason=reason, sure=sure),),
        go=Go(VISITS_SCREEN, VisitsState()),
        toast=ask.words("visit.cancelled"),
        tell=lambda desk, ask: told.cancelled(desk, ask, visit, reason),
    )
