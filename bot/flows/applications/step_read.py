"""What a step that is being taken reads: whose it is, who decided the last of its kind, what there is to complete."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot import access
from bot.changes.applications.of import mark_of
from bot.changes.applications.select import candidates
from bot.changes.applications.sheet import Inspected
from bot.changes.applying.checks import scheme
from bot.entities import Application, ApplicationStep, Studio
from bot.flows.applications.one_read import known, read_one
from bot.flows.applications.reading import rubric_named, said_before, takes, track_at, visible
from bot.flows.applications.states import OneState, StepState
from bot.flows.applications.step_refused import Refused, refused
from bot.flows.apply.reading import Paper
from bot.flows.month.mine import today
from bot.flows.screen import Ask, Stale
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import Spot, Track, tracks
from rubrics.application_way import WayStep, way_of
from rubrics.model import Rubric


@dataclass(frozen=True, slots=True)
class Taking:
    """A step with the applications that it is about."""

    state: StepState
    rubric: Rubric | None
    """None where it is about a studio that is named already."""
    year: int
    rows: tuple[tuple[Application, Studio], ...]
    before: ApplicationStep | None
    """The step of this kind that was entered last: its decider and paper are proposed."""
    today: date
    paper: Paper | None = None
    """Of the only one."""
    spots: tuple[Spot, ...] = ()
    """Places that can be sent back for completion, what is wrong first."""
    sheet: Inspected | None = None
    changed: bool = False
    """It is no more as it was when the step was begun."""
    track: Track | None = None
    refused: Refused = ()
    """Those of many that cannot take the step with the others, each with the reason."""

    @property
    def fits(self) -> tuple[Application, ...]:
        """Those of many that can."""
        out = {found.id for found, _ in self.refused}
        return tuple(found for found, _ in self.rows if found.id not in out)

    @property
    def way(self) -> tuple[WayStep, ...]:
        """The way of the scheme, which may have a word of its own for the step."""
        if self.rubric is None:
            return ()
        return way_of(self.rubric, self.rows[0][0].track if self.rows else self.state.track)

    @property
    def only(self) -> Application | None:
        """The application, where it is only one."""
        return self.rows[0][0] if len(self.rows) == 1 else None


def read_step(desk: Desk, ask: Ask, state: StepState) -> Taking:
    """Read for whoever may take the step for each of the studios."""
    rows = _rows(desk, ask, state)
    for _, studio in () if state.many else rows:
        # What is sent back may be sent back by whoever recommends it: the change knows when.
        if not any(takes(ask.who, each, studio) for each in ("recommended", state.what)):
            raise Refusal("not_yours")
    if not rows:
        return _line(desk, ask, state)
    found = rows[0][0]
    rubric = scheme(desk, found) if found.matter == "name" else None
    among = desk.applications.of_round(found.rubric, found.year) if found.matter == "name" else ()
    taking = Taking(
        state,
        rubric,
        found.year,
        rows,
        said_before(desk, among or desk.applications.matters(), state.what),
        today(ask),
    )
    changed = mark_of(each for each, _ in rows) != state.mark if state.many else _moved(found, state)
    if state.many:
        out = refused(desk, ask, state, rows, today(ask).isoformat())
        return replace(taking, changed=changed, refused=out)
    one = read_one(desk, ask, OneState(application=found.id))
    spots = _spots(one.paper) if state.what == "returned" and one.paper else ()
    return replace(taking, paper=one.paper, spots=spots, sheet=one.sheet, changed=changed)


def _rows(desk: Desk, ask: Ask, state: StepState) -> tuple[tuple[Application, Studio], ...]:
    """Read what it is about; many of a round, or of all matters, in one question."""
    if not state.many:
        return tuple(known(desk, ask, each) for each in state.applications)
    studios = visible(desk, ask.who)
    rubric = rubric_named(desk, state.rubric).id if state.rubric else ""
    among = desk.applications.of_round(rubric, state.year) if rubric else desk.applications.matters()
    every = {each.id: each for each in among if each.studio in studios}
    if not every.keys() >= set(state.applications):
        raise Refusal("not_yours")
    return tuple((every[each], studios[every[each].studio]) for each in state.applications)


def _moved(found: Application, state: StepState) -> bool:
    return found.revision != state.revision


def _line(desk: Desk, ask: Ask, state: StepState) -> Taking:
    """Read a line that is being drawn: about whom it is stands in the list of the round."""
    if state.what != "selected" or not access.may(ask.who, "examine"):
        raise Stale
    rubric = rubric_named(desk, state.rubric)
    track = track_at(tracks(rubric), state.track)
    among = desk.applications.of_round(rubric.id, state.year)
    before = said_before(desk, among, "selected") or said_before(desk, among, "visited")
    mark = mark_of(candidates(desk, rubric.id, state.year, track.id if track else ""))
    changed = mark != state.mark
    return Taking(state, rubric, state.year, (), before, today(ask), track=track, changed=changed)


def _spots(paper: Paper) -> tuple[Spot, ...]:
    """Return the places of an application, those that are not as they should be first."""
    wrong = {each.key for each in paper.wanting}
    return tuple(sorted(paper.spots, key=lambda each: each.key not in wrong))
