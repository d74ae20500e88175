"""The visits to come: a coordinator plans and changes them, a leader hands in what they ask for, an assessor begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from bot import access
from bot.entities import Assessment, Plan
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face, Rows
from bot.flows.review.states import LIST as REVIEWS
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.visits import told
from bot.flows.visits.states import (
    LIST,
    MANY_SCREEN,
    MATERIALS,
    ONE,
    PROGRESS,
    VISITS,
    VISITS_SCREEN,
    WHERE_SCREEN,
    ManyState,
    VisitsState,
)
from bot.flows.walk.choice import ChooseState
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words

PAST_DAYS = 60
"""A visit whose day is over and that is not signed stays on the list so long."""
PAGE = 8
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
    begins: str
    """Data of the button with which an assessor begins; empty for others."""
    late: bool


@dataclass(frozen=True, slots=True)
class Visits:
    """The visits that are the person's business."""

    state: VisitsState
    plans: bool
    coming: tuple[Coming, ...]
    """Those of the page."""
    first: int
    """Number of the first of them."""
    count: int
    late: int


class VisitsScreen(Screen[VisitsState, Visits]):
    """One line a visit, by day."""

    name: ClassVar[str] = VISITS_SCREEN
    code: ClassVar[str] = VISITS
    state = VisitsState

    def load(self, desk: Desk, ask: Ask, state: VisitsState, given: AnyInput | Tap | None) -> Visits:
        """Read the visits of studios within the scope of the person's own grants, and those that they assess."""
        del given
        plans = access.may(ask.who, "plan")
        if not plans and not access.may(ask.who, "answer") and not access.may(ask.who, "assess"):
            raise Refusal("no_role")
        now = today(ask)
        start = now - timedelta(days=PAST_DAYS)
        found = [
            (each, sheet)
            for each in desk.plans.between(start.isoformat(), "9999-12-31")
            if (sheet := _mine(desk, ask, each)) is not None
        ]
        late = [each for each in found if _late(*each, now)]
        shown = late if state.late else found
        page = max(0, min(state.page, (len(shown) - 1) // PAGE))
        rows = shown[page * PAGE : (page + 1) * PAGE]
        return Visits(
            state.model_copy(update={"page": page}),
            plans,
            tuple(_coming(desk, ask, sheet, plan, now) for plan, sheet in rows),
            page * PAGE + 1,
            len(shown),
            len(late),
        )

    def show(self, view: Visits, ask: Ask) -> Face:
        """Return the list and the way to new ones."""
        words = ask.words
        lines = [words("visits.head_late" if view.state.late else "visits.head")]
        if view.count > PAGE or view.late:
            lines.append(words("visits.counts", count=view.count, late=view.late))
        lines += [_line(number, each, words) for number, each in enumerate(view.coming, view.first)]
        if not view.coming:
            lines.append(words("visits.none"))
        return Face("\n".join(lines), _keys(view, words))

    def take(self, view: Visits, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf through the list, or begin to plan."""
        if not isinstance(given, Tap):
            raise Refusal("visit_press")
        match given.verb:
            case "n" if view.plans:
                return Step(go=Go(WHERE_SCREEN, ChooseState(new=True)))
            case "b" if view.plans:
                return Step(go=Go(MANY_SCREEN, ManyState(batch=ask.mint())))
            case "l" | "g":
                return Step(go=Go(VISITS_SCREEN, view.state))
        raise Stale

    def aim(self, tap: Tap, state: VisitsState | None) -> VisitsState:
        """Return the page of the list that a button names."""
        if tap.verb == "g" and tap.arg(0).isdecimal():
            return VisitsState(page=int(tap.arg(0)[:4]), late=tap.arg(1) == "1")
        if tap.verb == "l":
            return VisitsState()
        return state or VisitsState()

    def title(self, view: Visits, ask: Ask) -> str:
        """Return the name of this list."""
        del view
        return ask.words("command.visits")


def _mine(desk: Desk, ask: Ask, plan: Plan) -> Assessment | None:
    """Return the open assessment of a plan, if it is the person's business."""
    found = desk.visits.of_visit(plan.visit)
    if found is None or found.state != "open":
        return None
    studio = desk.studios.get(found.studio)
    if access.may(ask.who, "mark", found):
        return found
    return found if access.may(ask.who, "plan", studio) or access.may(ask.who, "answer", studio) else None


def _coming(desk: Desk, ask: Ask, found: Assessment, plan: Plan, now: date) -> Coming:
    studio = desk.studios.get(found.studio)
    rubric = rubric_name(desk.library.get(found.visit.rubric, found.visit.version), ask.words)
    return Coming(
        found,
        plan,
        rubric,
        told.group(desk, found, ask),
        access.may(ask.who, "plan", studio),
        access.may(ask.who, "answer", studio),
        told.beginning(desk, found, ask.who.id) if access.may(ask.who, "mark", found) else "",
        _late(plan, found, now),
    )


def _late(plan: Plan, found: Assessment, now: date) -> bool:
    """Say whether the day is over; what was signed once and sent back since has a day of its own."""
    return plan.day < now.isoformat() and found.round == 1


def _line(number: int, each: Coming, words: Words) -> str:
    return words(
        "visits.line_late" if each.late else "visits.line",
        number=number,
        day=each.plan.day,
        studio=escape(each.found.studio_name),
        rubric=escape(each.rubric),
        period=each.found.visit.period,
        names=tuple(map(escape, each.names)),
    )


def _keys(view: Visits, words: Words) -> Rows:
    keys: list[tuple[Button, ...]] = []
    for number, each in enumerate(view.coming, view.first):
        name = short(f"{number} {each.found.studio_name}", LABEL)
        if each.manages:
            keys.append((Button(words("visits.button.one", name=name), pack(ONE, "o", each.plan.visit)),))
        elif each.leads:
            label = words("visits.button.materials", name=name)
            keys.append((Button(label, pack(MATERIALS, "o", each.found.id)),))
        elif each.begins:
            keys.append((Button(words("visits.button.begin", name=name), each.begins),))
    page, late = view.state.page, int(view.state.late)
    moves = []
    if page:
        moves.append(Button(words("button.page_back"), pack(VISITS, "g", page - 1, late)))
    if (page + 1) * PAGE < view.count:
        moves.append(Button(words("button.page_on"), pack(VISITS, "g", page + 1, late)))
    if view.late and not late:
        moves.append(Button(words("visits.button.late", count=view.late), pack(VISITS, "g", 0, 1)))
    if late:
        moves.append(Button(words("visits.button.all"), pack(VISITS, "g", 0, 0)))
    keys.append(tuple(moves))
    if view.plans:
        keys.append(
            (
                Button(words("visits.button.new"), pack(VISITS, "n")),
                Button(words("visits.button.many"), pack(VISITS, "b")),
            )
        )
        keys.append(
            (
                Button(words("visits.button.progress"), pack(PROGRESS, "o")),
                Button(words("visits.button.list"), pack(LIST, "o")),
            )
        )
        keys.append((Button(words("reviews.title"), pack(REVIEWS, "v", 0)),))
    return tuple(row for row in keys if row)
