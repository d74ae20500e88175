"""/plan: a year of a studio's plans at a glance, or the studios to choose from; a line begins a plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from bot.changes.registers.checks import retired
from bot.changes.work_plan.checks import period_checked, writable
from bot.changes.work_plan.rows import about
from bot.changes.work_plan.state import PlanState, plan_state
from bot.entities import Studio
from bot.flows.file.mine import kept_studio, kept_studios
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Command, Said, SentFile
from bot.flows.month.mine import day_of, today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.studios.listing import holds
from bot.flows.taps import Tap, pack
from bot.flows.uploads.incoming import is_table, received
from bot.flows.workplan.entering import begun
from bot.flows.workplan.faces import year_text
from bot.flows.workplan.keys import year_keys
from bot.flows.workplan.reading import Year, late, waiting, writes, year_of
from bot.flows.workplan.states import LIST, LIST_SCREEN, PLAN_SCREEN, OnePlanState, PlansState
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from rubrics.entry_plan_period import plan_period
from rubrics.periods import Period

PAGE = 8
LABEL = 30
SEARCHED = 40
FEW = 40
"""Up to so many studios, tasks are counted in the order too; of more, only on the leaf in view."""


@dataclass(frozen=True, slots=True)
class PlansView:
    """A year of plans, or the studios to choose from, with how much of each waits for its review."""

    state: PlansState
    studios: tuple[Studio, ...]
    waits: dict[str, int]
    year: Year | None = None
    late: frozenset[str] = frozenset()
    """Studios on the leaf in view whose plan was due and is not handed in."""
    several: bool = False
    named: PlanState | None = None
    """The plan that a line names."""

    @property
    def pages(self) -> int:
        """How many leaves the studios fill."""
        return max(1, -(-len(self.studios) // PAGE))

    @property
    def page(self) -> int:
        """The leaf that is shown, from 0."""
        return min(self.state.leaf, self.pages - 1)

    @property
    def shown(self) -> tuple[Studio, ...]:
        """The studios of the leaf in view."""
        return self.studios[self.page * PAGE : (self.page + 1) * PAGE]


class PlansScreen(Screen[PlansState, PlansView]):
    """The year, or the studios."""

    name: ClassVar[str] = LIST_SCREEN
    code: ClassVar[str] = LIST
    state = PlansState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: PlansState, given: AnyInput | Tap | None) -> PlansView:
        """Read for leaders and those who look after the studio."""
        every, named = kept_studios(desk, ask), _named(given, ask)
        own = [each for each in every if writes(ask, each)]
        # A line that begins a plan is about the only studio that one leads, whatever others one looks after.
        only = own if named is not None and len(own) == 1 else every
        if state.studio or len(only) == 1:
            studio = kept_studio(desk, ask, state.studio or only[0].id)
            read = partial(plan_state, desk, studio.id, day=today(ask), day_of=partial(day_of, ask=ask))
            year, there = year_of(desk, ask, studio, state.year), read(str(named)) if named else None
            return PlansView(state, (), {}, year, several=len(every) > 1, named=there)
        return self._studios(desk, ask, state, every)

    def _studios(self, desk: Desk, ask: Ask, state: PlansState, every: tuple[Studio, ...]) -> PlansView:
        """Return the studios to choose from: the own first, then those of which something waits."""
        found = tuple(each for each in every if holds(each, state.text)) if state.text else every
        this, few = today(ask).year, len(found) <= FEW
        waits = {each.id: waiting(desk, each, this, tasks=few) for each in found}
        order = sorted(found, key=lambda each: (not writes(ask, each), not waits[each.id]))
        view = PlansView(state, tuple(order), waits)
        owed = frozenset(each.id for each in view.shown if late(desk, each, today(ask)))
        if not few:
            waits |= {each.id: waiting(desk, each, this) for each in view.shown}
        return replace(view, late=owed, waits=waits)

    def show(self, view: PlansView, ask: Ask) -> Face:
        """Say how the plans of the year stand, or which studios there are."""
        words = ask.words
        if view.year is not None:
            return Face(year_text(view.year, words), year_keys(view.year, words, several=view.several))
        count = sum(bool(each) for each in view.waits.values())
        lines = [words("workplan.which")]
        if count:
            lines.append(words("workplan.waits", count=count))
        if view.pages > 1:
            lines.append(words("import.page", page=view.page + 1, pages=view.pages))
        if not view.studios:
            lines.append(words("studios.none_found"))
        return Face("\n".join(lines), tuple(_studios(view, words)))

    def take(self, view: PlansView, given: AnyInput | Tap, ask: Ask) -> Step:
        """Open, leaf, search, or begin the plan that a line names."""
        if isinstance(given, Tap):
            return self._tap(view, given)
        if isinstance(given, SentFile) and is_table(given):
            return self._workbook(view, given, ask)
        if not isinstance(given, Said | Command):
            raise Refusal("workplan_press")
        if view.year is None:
            return Step(go=Go(self.name, PlansState(text=_text(given).strip()[:SEARCHED])), fresh=True)
        return self._line(view.year, view.named, _text(given), ask)

    def _workbook(self, view: PlansView, given: SentFile, ask: Ask) -> Step:
        """Take a workbook of plans; before a studio is chosen it says itself whose it is."""
        year = view.year
        if year is None:
            if not any(writes(ask, each) for each in view.studios):
                raise Refusal("workplan_look_only")
            return received(given, ask, "plans")
        if not year.writes:
            raise Refusal("workplan_look_only")
        return received(given, ask, "plans", about(year.studio.id, year.year))

    def _line(self, year: Year, named: PlanState | None, text: str, ask: Ask) -> Step:
        """Begin a plan, or go on with it: the period, the goals behind it, a task on each further line."""
        if named is None:
            raise Refusal("workplan_press")
        first, _, more = text.strip().partition("\n")
        goals = first.strip().partition(" ")[2].strip()
        period = period_checked(named.period, "plan", year.today)
        there = Go(PLAN_SCREEN, OnePlanState(studio=year.studio.id, period=str(period)))
        if not goals and not more.strip():
            return Step(go=there, fresh=True)
        retired(year.studio)
        if not year.writes:
            raise Refusal("workplan_look_only")
        if named.plan is not None:
            writable(named.plan)
        return begun(named, year.studio.id, goals, more, ask)

    def _tap(self, view: PlansView, tap: Tap) -> Step:
        match tap.verb:
            case "o" | "s" | "g":
                return Step(go=Go(self.name, view.state))
        raise Stale

    def aim(self, tap: Tap, state: PlansState | None) -> PlansState:
        """Return the studio and the year that the button names, or the leaf of the studios."""
        figure = int(tap.arg(1)[:4]) if tap.arg(1).isascii() and tap.arg(1).isdecimal() else 0
        if tap.verb == "g":
            return (state or PlansState()).model_copy(update={"leaf": figure, "studio": ""})
        return PlansState() if tap.verb == "s" else PlansState(studio=tap.arg(0), year=figure)

    def title(self, view: PlansView, ask: Ask) -> str:
        """Return the name of this list."""
        return ask.words("command.plan")

    def closing(self, view: PlansView, ask: Ask) -> Face:
        """Return one line with the way back."""
        year = view.year
        data = pack(LIST, "o", year.studio.id, year.year) if year is not None else pack(LIST, "s")
        name = f" {year.year} · {escape(short(year.studio.name, LABEL))}" if year is not None else ""
        return Face(f"{ask.words('command.plan')}{name}", ((Button(ask.words("button.open"), data),),))


def _text(given: Said | Command) -> str:
    return given.text if isinstance(given, Said) else given.rest


def _named(given: AnyInput | Tap | None, ask: Ask) -> Period | None:
    """Return the period with which a line begins."""
    words = _text(given).split() if isinstance(given, Said | Command) else []
    return plan_period(words[0], today(ask)) if words else None


def _studios(view: PlansView, words: Words) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    for each in view.shown:
        count = view.waits[each.id]
        label = name = short(each.name, LABEL)
        if count:
            label = words("workplan.button.waits", studio=name, count=count)
        elif each.id in view.late:
            label = words("workplan.button.late", studio=name)
        rows.append((Button(label, pack(LIST, "o", each.id, 0)),))
    moves = [
        Button(words(label), pack(LIST, "g", "", there))
        for there, label in ((view.page - 1, "button.page_back"), (view.page + 1, "button.page_on"))
        if 0 <= there < view.pages
    ]
    return [*rows, tuple(moves)] if moves else rows
