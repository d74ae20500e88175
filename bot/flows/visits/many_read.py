"""Many visits as they would be planned: which studios, who goes where on which day, and why some cannot be.

Every row is asked of the very change that would plan it, so that the summary and the press never differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot import access
from bot.changes import Moment, PlanVisit
from bot.changes.plan_visit import why_not
from bot.changes.taking_part import taking_part
from bot.entities import Person, Studio
from bot.flows.campaign.reading import Undecided, undecided
from bot.flows.month.mine import today
from bot.flows.screen import Ask, Stale
from bot.flows.visits.people import assessors, fit
from bot.flows.visits.sharing import shared, spread, working_days
from bot.flows.visits.states import ManyState
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.sheet_forms import SheetForm


@dataclass(frozen=True, slots=True)
class Row:
    """One studio of the plan."""

    studio: Studio
    change: PlanVisit | None
    """None where nobody could go there."""
    problem: Refusal | None
    """Why it cannot be planned."""


@dataclass(frozen=True, slots=True)
class Many:
    """A plan of many visits as far as it has come."""

    state: ManyState
    rubrics: tuple[Rubric, ...]
    rubric: Rubric | None
    studios: tuple[Studio, ...]
    """Everything within the scope that is assessed, by unit and name."""
    people: tuple[Person, ...]
    """Who assesses anything."""
    today: date
    rows: tuple[Row, ...] = ()
    """Filled in for the summary."""
    undecided: Undecided | None = None
    decides: bool = False
    part: tuple[str, ...] = ()
    """Ids of those who take part this year, where that is asked for and they are not all."""

    @property
    def units(self) -> tuple[str, ...]:
        """The units of the studios."""
        return tuple(dict.fromkeys(each.unit for each in self.studios))

    @property
    def found(self) -> tuple[Studio, ...]:
        """The studios to tick: all, or those whose name or unit holds the words that were sent."""
        wanted = "".join(self.state.find.split()).casefold()
        return tuple(
            each for each in self.studios if wanted in "".join(f"{each.name}{each.unit}".split()).casefold()
        )

    @property
    def chosen(self) -> tuple[Studio, ...]:
        """The studios that are meant."""
        state = self.state
        if not state.units and not state.studios:
            return self.studios
        return tuple(each for each in self.studios if each.unit in state.units or each.id in state.studios)

    @property
    def form(self) -> SheetForm | None:
        """The form that was chosen."""
        return self.rubric.sheet(self.state.form) if self.rubric and self.state.form else None

    @property
    def good(self) -> tuple[PlanVisit, ...]:
        """What can be planned."""
        return tuple(each.change for each in self.rows if each.change is not None and each.problem is None)

    @property
    def bad(self) -> tuple[Row, ...]:
        """What cannot."""
        return tuple(each for each in self.rows if each.problem is not None)


def read_many(desk: Desk, ask: Ask, state: ManyState) -> Many:
    """Read for coordinators: only studios of their own scope, without retired ones."""
    if not access.may(ask.who, "plan"):
        raise Refusal("no_role")
    scopes = access.scopes(ask.who, "plan")
    studios = tuple(each for each in desk.studios.covered(scopes) if each.retired is None)
    rubrics = desk.library.current()
    rubric = next((each for each in rubrics if each.id == state.rubric), None)
    if state.rubric and rubric is None:
        raise Stale
    view = Many(state, rubrics, rubric, studios, assessors(desk, ask.now), today(ask))
    if state.step == "which" and rubric is not None and state.period:
        takes = taking_part(desk, rubric, Period.parse(state.period))
        part = tuple(each.id for each in studios if takes.awaited(each))
        return replace(view, part=part if len(part) < len(studios) else ())
    if state.step != "check" or rubric is None:
        return view
    return Many(
        state,
        rubrics,
        rubric,
        studios,
        view.people,
        view.today,
        _rows(desk, ask, view, rubric),
        undecided(desk, rubric, state.period),
        access.may(ask.who, "publish"),
    )


def _rows(desk: Desk, ask: Ask, view: Many, rubric: Rubric) -> tuple[Row, ...]:
    state, studios = view.state, view.chosen
    who = [each for one in state.who for each in view.people if each.id == one]
    days = working_days(date.fromisoformat(state.first), date.fromisoformat(state.last))
    if state.how == "even":
        heads = shared(studios, who, fit) if who else []
        groups: list[tuple[str, ...]] = [(head.id,) if head else () for head in heads]
        when = _days_of_each(groups, days)
    else:
        groups = [tuple(each.id for each in who)] * len(studios)
        when = spread(len(studios), days)
    return checked(
        desk,
        ask,
        [
            (studio, _change(ask, view, rubric, studio, group, day) if group else None)
            for studio, group, day in zip(studios, groups, when, strict=True)
        ],
        who[0].name if who else "?",
    )


def _days_of_each(groups: Sequence[tuple[str, ...]], days: Sequence[date]) -> list[date]:
    """Return the days so that everybody's own visits are spread over the span."""
    found = [days[0]] * len(groups)
    for person in dict.fromkeys(groups):
        mine = [at for at, group in enumerate(groups) if group == person]
        for at, day in zip(mine, spread(len(mine), days), strict=True):
            found[at] = day
    return found


def _change(
    ask: Ask, view: Many, rubric: Rubric, studio: Studio, group: tuple[str, ...], day: date
) -> PlanVisit:
    return PlanVisit(
        visit=ask.mint(),
        assessment=ask.mint(),
        studio=studio.id,
        rubric=rubric.id,
        version=rubric.version,
        period=view.state.period,
        variant=studio.types.get(rubric.id) if rubric.variants else None,
        form=view.state.form or None,
        day=day.isoformat(),
        note=view.state.note,
        assessors=group,
        today=view.today.isoformat(),
    )


def checked(
    desk: Desk, ask: Ask, rows: Iterable[tuple[Studio, PlanVisit | None]], nobody: str
) -> tuple[Row, ...]:
    """Return every studio with the reason why it cannot be planned, if any; `nobody` names who could not go."""
    moment = Moment(ask.now, ask.who, ask.mint)
    found = []
    for studio, change in rows:
        problem = (
            Refusal("visit_assessor", name=nobody, studio=studio.name)
            if change is None
            else why_not(desk, moment, studio, change)
        )
        found.append(Row(studio, change, problem))
    return tuple(found)
