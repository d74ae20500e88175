"""A coordinator planned a visit: its day, who assesses, what to have ready; or set another day."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from bot import access
from bot.changes.base import Change, Moment, Told, closed
from bot.changes.campaigns import require_settled
from bot.changes.open_visit import OpenVisit
from bot.changes.visit_forms import default_form
from bot.entities import Assessment, Plan, Studio
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts.names import named
from rubrics.periods import Period


class PlanVisit(OpenVisit):
    """Open a visit beforehand, for a day to come and a 考核组."""

    name: ClassVar[str] = "plan_visit"

    day: str
    """ISO date."""
    note: str = ""
    assessors: tuple[str, ...] = Field(min_length=1)
    """Person ids, the head first."""
    today: str
    """ISO date where the program runs."""

    @property
    def prepared(self) -> bool:
        """Whether a coordinator made it beforehand."""
        return True

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators whose scope covers the studio; people who may assess it and are not of it; a day to come."""
        studio = self.where(desk, moment, "plan")
        to_come(self.day, self.today)
        for each in self.assessors:
            able(desk, each, studio, moment.now)
        self.vacant(desk, moment, studio.name)
        require_settled(desk, self.rubric, self.version, self.period)

    def members(self, moment: Moment) -> list[str]:
        """Return the assessors; who planned it is not one of them by that."""
        return list(dict.fromkeys(self.assessors))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the visit with its day."""
        told = super().apply(desk, moment)
        plan = Plan(visit=self.visit, day=self.day, note=self.note, by=moment.actor or "", at=moment.now)
        words = desk.plans.put(plan)
        more = {"day": self.day, "assessors": self.members(moment), "words": words}
        return Told(told.stream, {**told.payload, **more})


class MoveVisit(Change):
    """Set another day for a visit that is not signed, or a first one for one that has none."""

    name: ClassVar[str] = "move_visit"

    visit: str
    day: str
    note: str = ""
    today: str

    def _found(self, desk: Desk, moment: Moment) -> Assessment:
        found = desk.visits.of_visit(self.visit)
        studio = desk.studios.get(found.studio) if found else None
        if moment.person is None or found is None or found.visit.own or found.visit.blind:
            raise Refusal("not_yours")
        access.require(moment.person, "plan", studio)
        if found.state != "open":
            raise closed(found)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators whose scope covers the studio, a day to come."""
        self._found(desk, moment)
        to_come(self.day, self.today)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the new day."""
        self._found(desk, moment)
        before = desk.plans.of_visit(self.visit)
        plan = Plan(visit=self.visit, day=self.day, note=self.note, by=moment.actor or "", at=moment.now)
        words = desk.plans.put(plan)
        return Told(self.visit, {"before": before.day if before else None, "after": self.day, "words": words})


def able(desk: Desk, assessor: str, studio: Studio, now: int) -> None:
    """Refuse somebody who may not assess a studio, or is of it."""
    person = desk.people.get(assessor, now)
    if person is None:
        raise Refusal("not_yours")
    if not access.may(person, "assess", studio) or access.may(person, "answer", studio):
        raise Refusal("visit_assessor", name=person.name, studio=studio.name)


def to_come(day: str, today: str) -> None:
    """Refuse a day that is over; both are ISO dates."""
    if day < today:
        raise Refusal("visit_past", on=day, today=today)


def why_not(desk: Desk, moment: Moment, studio: Studio, change: PlanVisit) -> Refusal | None:
    """Return why a visit cannot be planned, None if it can."""
    rubric = desk.library.get(change.rubric, change.version)
    kind = Period.parse(change.period).kind
    form = rubric.sheet(change.form or "") or default_form(rubric, kind)
    if rubric.variants and change.variant is None and (form is None or rubric.sections):
        return Refusal("visit_no_type", studio=studio.name, rubric=named(rubric))
    try:
        change.allow(desk, moment)
    except Refusal as refusal:
        return refusal
    return None
