"""A member of a 考核组 who cannot sign was taken out, with the reason; what the member entered stays.

Where all others have signed, the sheet is closed by that: nobody is left who could.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from bot.changes.ballots import panel_of, regroup
from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.group import group_stream, several, standing
from bot.changes.sign import close, closed_now, digest
from bot.entities import Assessment, Signature
from bot.ports import Desk
from bot.problems import Refusal

LEAST_ALONE = 3
"""Members of a blind panel of whom one can be taken out: two ballots are left."""


class LeaveGroup(Change):
    """Take a member out of a group whose sheet is open."""

    name: ClassVar[str] = "leave_group"

    assessment: str
    person: str
    reason: str = Field(min_length=1)
    today: str = ""
    """The local day (ISO), from which days are counted where the sheet is closed by this."""

    def _found(self, desk: Desk, moment: Moment) -> Assessment:
        found = open_assessment(desk, self.assessment, moment, "head")
        if not several(found) or self.person not in found.members:
            raise Refusal("not_yours")
        if panel_of(desk, found) is not None and len(found.members) < LEAST_ALONE:
            raise Refusal("panel_too_few")
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """The head, coordinators of the studio; never the last one."""
        self._found(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the members who stay; the next one is the head where the head leaves."""
        found = self._found(desk, moment)
        signed = standing(desk, found, digest(desk, found))
        reason = desk.words.keep(self.reason, moment.actor)
        stay = [each for each in found.members if each != self.person]
        regroup(desk, found, stay, moment)
        told: dict[str, Any] = {"assessment": found.id, "person": self.person, "reason": list(reason)}
        left = [each for each in signed if each.person != self.person]
        if left and {each.person for each in left} == set(stay):
            self._close(desk, moment, stay[0])
            told |= {"closed": True}
        return Told(group_stream(found.visit.id), told)

    def _close(self, desk: Desk, moment: Moment, head: str) -> None:
        """Close the sheet with the last of the signatures that are there."""
        found = desk.visits.assessment(self.assessment)
        if found is None:
            raise Refusal("not_yours")
        given = desk.panels.countersigns(found.id)
        made = [
            Signature(
                person=each.person,
                name=each.name,
                role="head" if each.person == head else "member",
                at=each.at,
            )
            for each in given
            if each.person in found.members
        ]
        *before, last = made
        told = close(desk, found, last, tuple(before), given[-1].digest)
        desk.panels.clear_countersigns(found.id)
        desk.history.append(
            stream=told.stream, at=moment.now, person=last.person, name="sign", payload=told.payload
        )

    def follow(self, desk: Desk, moment: Moment) -> None:
        """Do what follows a sheet that is closed."""
        found = desk.visits.assessment(self.assessment)
        if found is not None and found.state == "signed":
            closed_now(desk, found.id, moment, self.today)
