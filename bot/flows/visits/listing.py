"""The visits to come: a coordinator plans one or sets another day, a leader hands in what it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from bot import access
from bot.entities import Assessment, Plan
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.visits import told
from bot.flows.visits.states import (
    MATERIALS,
    PLAN,
    VISITS,
    VISITS_SCREEN,
    WHERE_SCREEN,
    VisitsState,
)
from bot.flows.walk.choice import ChooseState
from bot.ports import Desk
from bot.problems import Refusal

PAST_DAYS = 60
"""A visit whose day is over and that is not signed stays on the list so long."""
LISTED = 20
LABEL = 30


@dataclass(frozen=True, slots=True)
class Coming:
    """A visit that is to take place."""

    found: Assessment
    plan: Plan
    rubric: str
    names: tuple[str, ...]
    manages: bool
    leads: bool


@dataclass(frozen=True, slots=True)
class Visits:
    """The visits that are the person's business."""

    plans: bool
    coming: tuple[Coming, ...]


class VisitsScreen(Screen[VisitsState, Visits]):
    """One line a visit, by day."""

    name: ClassVar[str] = VISITS_SCREEN
    code: ClassVar[str] = VISITS
    state = VisitsState

    def load(self, desk: Desk, ask: Ask, state: VisitsState, given: AnyInput | Tap | None) -> Visits:
        """Read the visits of studios within the scope of the person's own grants."""
        del state, given
        plans = access.may(ask.who, "plan")
        if not plans and not access.may(ask.who, "answer"):
            raise Refusal("no_role")
        start = today(ask) - timedelta(days=PAST_DAYS)
        rows = (_coming(desk, ask, each) for each in desk.plans.between(start.isoformat(), "9999-12-31"))
        return Visits(plans, tuple(each for each in rows if each)[:LISTED])

    def show(self, view: Visits, ask: Ask) -> Face:
        """Return the list and the way to a new one."""
        words = ask.words
        lines = [words("visits.head")]
        keys: list[tuple[Button, ...]] = []
        for number, each in enumerate(view.coming, 1):
            found, plan = each.found, each.plan
            lines.append(
                words(
                    "visits.line",
                    number=number,
                    day=plan.day,
                    studio=escape(found.studio_name),
                    rubric=escape(each.rubric),
                    period=found.visit.period,
                    names=tuple(map(escape, each.names)),
                )
            )
            name = short(f"{number} {found.studio_name}", LABEL)
            if each.manages:
                label = words("visits.button.move", name=name)
                keys.append((Button(label, pack(PLAN, "m", plan.visit)),))
            elif each.leads:
                label = words("visits.button.materials", name=name)
                keys.append((Button(label, pack(MATERIALS, "o", found.id)),))
        if not view.coming:
            lines.append(words("visits.none"))
        if view.plans:
            keys.append((Button(words("visits.button.new"), pack(VISITS, "n")),))
        return Face("\n".join(lines), tuple(keys))

    def take(self, view: Visits, given: AnyInput | Tap, ask: Ask) -> Step:
        """Begin to plan one."""
        del ask
        if not isinstance(given, Tap):
            raise Refusal("visit_press")
        if given.verb == "n" and view.plans:
            return Step(go=Go(WHERE_SCREEN, ChooseState(new=True)))
        if given.verb == "l":
            return Step(go=Go(VISITS_SCREEN, VisitsState()))
        raise Stale

    def aim(self, tap: Tap, state: VisitsState | None) -> VisitsState:
        """Return the list, whatever it showed when it was drawn."""
        del tap
        return state or VisitsState()

    def title(self, view: Visits, ask: Ask) -> str:
        """Return the name of this list."""
        del view
        return ask.words("command.visits")


def _coming(desk: Desk, ask: Ask, plan: Plan) -> Coming | None:
    found = desk.visits.of_visit(plan.visit)
    studio = desk.studios.get(found.studio) if found and found.state == "open" else None
    if found is None or studio is None:
        return None
    manages, leads = access.may(ask.who, "plan", studio), access.may(ask.who, "answer", studio)
    if not (manages or leads):
        return None
    rubric = desk.library.get(found.visit.rubric, found.visit.version).short
    return Coming(found, plan, rubric, told.group(desk, found, ask), manages, leads)
