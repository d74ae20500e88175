"""How far a rubric's period has come: what is planned, begun, signed, confirmed, late or missing, and who is at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot import access
from bot.changes.taking_part import taking_part
from bot.entities import Studio
from bot.flows.month.mine import today
from bot.flows.screen import Ask, Stale
from bot.flows.visits.states import ProgressState
from bot.ports import Desk, OpenAt
from bot.problems import Refusal
from rubrics.model import Rubric
from rubrics.periods import Period


@dataclass(frozen=True, slots=True)
class Standing:
    """One studio in the period."""

    studio: Studio
    signed: bool
    confirmed: bool
    begun: bool
    """Something was entered, and it is not signed."""
    day: str
    """The day that is planned, ISO; empty without one."""
    late: bool
    visit: str
    group: tuple[tuple[str, str], ...]
    """Who assesses, the head first: ids and names."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the group."""
        return tuple(name for _, name in self.group)

    @property
    def missing(self) -> bool:
        """Whether nothing is planned or open, and nothing is signed."""
        return not self.signed and not self.visit


@dataclass(frozen=True, slots=True)
class Load:
    """What one assessor has of the period."""

    name: str
    all: int
    signed: int
    late: int


@dataclass(frozen=True, slots=True)
class Progress:
    """A rubric's period, or which there are."""

    state: ProgressState
    rubric: Rubric | None
    rubrics: tuple[Rubric, ...]
    today: date
    standings: tuple[Standing, ...] = ()
    """Every studio of the scope that is to be assessed, by unit and name."""
    people: tuple[Load, ...] = ()
    outside: tuple[Studio, ...] = ()
    """Those of the scope that do not take part, as no visit of the year is theirs."""

    def count(self, name: str) -> int:
        """Return how many studios are in a state."""
        return sum(bool(getattr(each, name)) for each in self.standings)

    @property
    def planned(self) -> int:
        """Return how many are planned or open and hold nothing yet."""
        return sum(bool(each.visit) and not each.begun and not each.signed for each in self.standings)


def read_progress(desk: Desk, ask: Ask, state: ProgressState) -> Progress:
    """Read for coordinators, of the studios of their scope."""
    if not access.may(ask.who, "plan"):
        raise Refusal("no_role")
    rubrics = desk.library.current()
    rubric = next((each for each in rubrics if each.id == state.rubric), None)
    if state.rubric and rubric is None:
        raise Stale
    view = Progress(state, rubric, rubrics, today(ask))
    if rubric is None or not state.period:
        return view
    standings, outside = _standings(desk, ask, rubric, state)
    return Progress(state, rubric, rubrics, view.today, standings, _people(standings), outside)


def _standings(
    desk: Desk, ask: Ask, rubric: Rubric, state: ProgressState
) -> tuple[tuple[Standing, ...], tuple[Studio, ...]]:
    """Return how every studio that takes part stands, and those that are assessed and do not."""
    period = state.period
    signed = {each.studio: each for each in desk.visits.signed_in(rubric.id, [period])}
    open_ = {each.studio: each for each in desk.visits.open_in(rubric.id, [period])}
    reviews = desk.reviews.many(rubric.id, [period])
    names: dict[str, str] = {}

    def name(person: str) -> str:
        if person not in names:
            found = desk.people.get(person, ask.now)
            names[person] = found.name if found else "?"
        return names[person]

    part = taking_part(desk, rubric, Period.parse(period))
    rows, outside = [], []
    for studio in desk.studios.covered(access.scopes(ask.who, "plan")):
        done, now = signed.get(studio.id), open_.get(studio.id)
        if not (done or now or studio.id in state.chosen or part.awaited(studio)):
            if studio.retired is None and not rubric.variants:
                outside.append(studio)
            continue
        review = reviews.get(done.assessment) if done else None
        back = now is not None and now.assessment in reviews
        members = now.members if now else _members(desk, done.assessment) if done else ()
        plan = desk.plans.of_visit(now.visit) if now else None
        day = plan.day if plan else ""
        rows.append(
            Standing(
                studio,
                signed=done is not None and now is None,
                confirmed=done is not None
                and now is None
                and review is not None
                and review.state == "confirmed",
                begun=now is not None and _begun(desk, now),
                day=day,
                late=bool(day) and day < today(ask).isoformat() and not back,
                visit=now.visit if now else "",
                group=tuple((each, name(each)) for each in members),
            )
        )
    return tuple(rows), tuple(outside)


def _members(desk: Desk, assessment: str) -> tuple[str, ...]:
    found = desk.visits.assessment(assessment)
    return found.members if found else ()


def _begun(desk: Desk, found: OpenAt) -> bool:
    sheets = [found.assessment, *(each.assessment for each in desk.panels.ballots(found.visit))]
    return any(desk.marks.of(each).marks for each in sheets)


def _people(standings: tuple[Standing, ...]) -> tuple[Load, ...]:
    found: dict[tuple[str, str], list[Standing]] = {}
    for each in standings:
        for person in each.group:
            found.setdefault(person, []).append(each)
    loads = (
        Load(name, len(rows), sum(row.signed for row in rows), sum(row.late for row in rows))
        for (_, name), rows in found.items()
    )
    return tuple(sorted(loads, key=lambda each: (-each.late, -(each.all - each.signed), each.name)))
