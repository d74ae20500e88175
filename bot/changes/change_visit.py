"""A planned visit was given to other assessors, or called off with a reason; nothing entered is lost silently."""

from __future__ import annotations

from typing import ClassVar, Final

from pydantic import Field

from bot import access
from bot.changes.ballots import panel_of, regroup
from bot.changes.base import Change, Moment, Told, closed
from bot.changes.plan_visit import able
from bot.entities import Assessment
from bot.ports import Desk
from bot.problems import Refusal

LEAST: Final = 2
"""Members of a blind panel."""
REASON: Final = 300
"""Characters of a reason."""


def planned_visit(desk: Desk, visit: str, moment: Moment) -> Assessment:
    """Return the assessment of an open official visit whose studio the person plans for, or refuse."""
    found = desk.visits.of_visit(visit)
    studio = desk.studios.get(found.studio) if found else None
    if moment.person is None or found is None or found.visit.own or found.visit.blind:
        raise Refusal("not_yours")
    access.require(moment.person, "plan", studio)
    if found.state != "open":
        raise closed(found)
    return found


def entered(desk: Desk, found: Assessment) -> int:
    """Return how many items of a visit hold marks or evidence, in its members' own sheets as well."""
    sheets = [found.id, *(each.assessment for each in desk.panels.ballots(found.visit.id))]
    items: set[str] = set()
    for each in sheets:
        items |= desk.marks.of(each).marks.keys()
        items |= {piece.item for piece in desk.files.evidence_of(each)}
    return len(items)


class ChangeMembers(Change):
    """Give a visit that is not signed to other assessors; what was entered stays."""

    name: ClassVar[str] = "change_members"

    visit: str
    members: tuple[str, ...] = Field(min_length=1)
    """Person ids, the head first."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio; people who may assess it, of a blind panel at least two."""
        found = planned_visit(desk, self.visit, moment)
        studio = desk.studios.get(found.studio)
        if studio is None:
            raise Refusal("not_yours")
        if panel_of(desk, found) is not None and len(set(self.members)) < LEAST:
            raise Refusal("panel_too_few")
        for each in self.members:
            able(desk, each, studio, moment.now)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the members; a signature that waited for others is given anew."""
        found = planned_visit(desk, self.visit, moment)
        members = tuple(dict.fromkeys(self.members))
        regroup(desk, found, members, moment)
        desk.panels.clear_countersigns(found.id)
        return Told(
            self.visit, {"assessment": found.id, "before": list(found.members), "after": list(members)}
        )


class CancelVisit(Change):
    """Call a visit off."""

    name: ClassVar[str] = "cancel_visit"

    visit: str
    reason: str
    sure: bool = False
    """The person knows that something was entered."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio, with a reason; what was signed once is not called off."""
        found = planned_visit(desk, self.visit, moment)
        if not self.reason.strip():
            raise Refusal("visit_no_reason")
        if len(self.reason) > REASON:
            raise Refusal("text_long", count=len(self.reason), limit=REASON)
        if found.round > 1:
            raise Refusal("visit_sent_back", studio=found.studio_name)
        if not self.sure and (count := entered(desk, found)):
            raise Refusal("visit_entered", studio=found.studio_name, count=count)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Close it without a sheet; its marks and evidence stay where they are."""
        found = planned_visit(desk, self.visit, moment)
        for ballot in desk.panels.ballots(self.visit):
            if (own := desk.visits.assessment(ballot.assessment)) is not None:
                desk.visits.cancel(own.visit.id)
        desk.visits.cancel(self.visit)
        reason = desk.words.keep(self.reason.strip(), moment.actor)
        return Told(
            self.visit, {"assessment": found.id, "entered": entered(desk, found), "reason": list(reason)}
        )
