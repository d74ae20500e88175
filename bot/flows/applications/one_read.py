"""What the page of one application reads: what was filled in, its way, the visit that examines it, objections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot import access
from bot.changes.applications.back import BACK
from bot.changes.applications.matter import SETTLED
from bot.changes.applications.of import steps_open, way
from bot.changes.applications.sheet import Inspected, inspected
from bot.changes.applying.checks import last_day, scheme
from bot.changes.applying.files import FILES
from bot.changes.visit_forms import chosen_forms
from bot.entities import Application, ApplicationStep, Assessment, Objection, Proof, Studio
from bot.flows.applications.led import Led, read_led
from bot.flows.applications.reading import takes
from bot.flows.applications.states import OneState
from bot.flows.apply.reading import Paper
from bot.flows.screen import Ask
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import inspections
from rubrics.application_way import NOT_SELECTED, WayStep, standing
from rubrics.model import Rubric
from rubrics.sheet_forms import SheetForm

ENDED: Final = frozenset({"named", "reported", "carried_out", "rejected", "withdrawn"})
BY_LINE: Final = "selected"


@dataclass(frozen=True, slots=True)
class One:
    """One application, and what the person may do about it."""

    state: OneState
    found: Application
    paper: Paper | None
    """What was filled in; of nothing but a name."""
    studio: Studio
    steps: tuple[ApplicationStep, ...]
    """Its way so far."""
    answers: Mapping[str, str]
    pieces: tuple[Proof, ...]
    stands: str
    way: tuple[WayStep, ...]
    nexts: tuple[str, ...]
    """Steps that can come next, whoever takes them."""
    mine: tuple[str, ...]
    """Those of them that the person may take here; a line is drawn elsewhere."""
    desk: bool
    """The person sees it at the desk."""
    returns: bool
    """The person may send it back for completion."""
    examines: bool
    """The person may reject it."""
    responds: bool
    """The person leads the studio that it is about, and may answer."""
    withdraws: bool
    """The person began it, and may take it back."""
    plans: bool
    """The person may plan the visit on which it is examined."""
    objections: tuple[Objection, ...]
    visit: Assessment | None
    """The open visit on which it is examined."""
    sheet: Inspected | None
    """What the signed sheet of such a visit says."""
    names: Mapping[str, str]
    """Of those who entered the steps."""
    led: Led | None
    """What a change of leader that was carried out means for roles, for whoever may give and end them."""

    def filed(self) -> tuple[tuple[str, tuple[Proof, ...]], ...]:
        """Return the places for which files were sent, by key, with their files."""
        known = {piece.id: piece for piece in self.pieces}
        listed = (
            (key.removeprefix(FILES), tuple(known[each] for each in said.split(",") if each in known))
            for key, said in self.answers.items()
            if key.startswith(FILES)
        )
        return tuple(sorted((key, pieces) for key, pieces in listed if pieces))

    @property
    def hidden(self) -> bool:
        """Whether it was never handed in: then it is its applicant's alone."""
        return self.found.state == "draft"


def examined_on(rubric: Rubric, track: str) -> SheetForm | None:
    """Return the form of the sheet on which an application is examined."""
    return next(iter(inspections(rubric, track)), None)


def visit_kind(rubric: Rubric, track: str) -> str:
    """Return the kind of the visits on which applications are examined: a form that is chosen, else the year's."""
    form = examined_on(rubric, track)
    return form.id if form is not None and form in chosen_forms(rubric) else "year"


def known(desk: Desk, ask: Ask, application: str) -> tuple[Application, Studio]:
    """Return an application that the person may see, or refuse."""
    found = desk.applications.get(application)
    studio = desk.studios.get(found.studio) if found is not None else None
    if found is None or studio is None:
        raise Refusal("applications_gone")
    own = found.matter != "name" and access.may(ask.who, "apply", studio)
    if not own and not access.may(ask.who, "read_notices", studio):
        raise Refusal("applications_gone")
    return found, studio


def read_one(desk: Desk, ask: Ask, state: OneState) -> One:
    """Read it for the desk; what is about a studio that is named already also for the people of the studio."""
    found, studio = known(desk, ask, state.application)
    steps, who = desk.applications.steps(found.id), ask.who
    answers, pieces = desk.applications.answers(found.id), desk.proofs.of(found.id)
    paper = None
    if found.matter == "name":
        rubric = scheme(desk, found)
        day = last_day(desk, rubric, found.year)
        paper = Paper(found, rubric, studio, answers, pieces, steps, day, None)
    coming = steps_open(desk, found, steps)
    at = standing(found.state, [each.name for each in steps])
    people = {each.by: desk.people.get(each.by, ask.now) for each in steps}
    return One(
        state,
        found,
        paper,
        studio,
        steps,
        answers,
        pieces,
        at,
        way(desk, found),
        coming,
        tuple(each for each in coming if each != BY_LINE and takes(who, each, studio)),
        access.may(who, "read_notices", studio),
        paper is not None
        and found.state in BACK
        and at != NOT_SELECTED
        and takes(who, "recommended" if found.state == "submitted" else "examined", studio),
        takes(who, "examined", studio),
        paper is None
        and found.state not in SETTLED
        and found.by != who.id
        and access.may(who, "answer", studio),
        paper is None and found.state not in SETTLED and found.by == who.id,
        access.may(who, "plan", studio) and "visited" in coming,
        desk.applications.objections(found.id),
        _visit(desk, paper.rubric, found) if paper is not None else None,
        inspected(desk, found),
        {one: person.name for one, person in people.items() if person is not None},
        read_led(desk, ask, found, studio, steps),
    )


def _visit(desk: Desk, rubric: Rubric, found: Application) -> Assessment | None:
    """Return the open visit on which it is examined."""
    place = (found.studio, found.rubric, str(found.year), visit_kind(rubric, found.track))
    opened = desk.visits.open_at(*place)
    return desk.visits.assessment(opened) if opened else None
