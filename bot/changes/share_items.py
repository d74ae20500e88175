"""The head or a coordinator said who of a 考核组 looks after which items: a member, or a department by its word."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.ballots import panel_of, rubric_of
from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.group import group_stream, several
from bot.entities import Assessment, Portion
from bot.ports import Desk
from bot.problems import Refusal

DEPARTMENT: int = 20
"""Characters of a department's word."""


class ShareItems(Change):
    """Give items to a member or a department, or (neither) to nobody; everybody can still enter everything."""

    name: ClassVar[str] = "share_items"

    assessment: str
    items: tuple[str, ...]
    person: str = ""
    department: str = ""

    def _found(self, desk: Desk, moment: Moment) -> Assessment:
        found = open_assessment(desk, self.assessment, moment, "head")
        if not several(found) or panel_of(desk, found) is not None:
            raise Refusal("not_yours")
        if self.person and self.person not in found.members:
            raise Refusal("not_yours")
        if len(self.department) > DEPARTMENT:
            raise Refusal("department_long", text=self.department[:DEPARTMENT], limit=DEPARTMENT)
        known = {item.no for item in rubric_of(desk, found).all_items}
        if not self.items or not known.issuperset(self.items):
            raise Refusal("not_yours")
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """The head, coordinators of the studio; members and items that there are."""
        self._found(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        found = self._found(desk, moment)
        kept = [each for each in desk.panels.portions(found.id) if each.item not in self.items]
        made = [
            Portion(assessment=found.id, item=item, person=self.person, department=self.department)
            for item in dict.fromkeys(self.items)
            if self.person or self.department
        ]
        desk.panels.put_portions(found.id, [*kept, *made])
        return Told(
            group_stream(found.visit.id),
            {
                "assessment": found.id,
                "items": list(self.items),
                "person": self.person,
                "department": self.department,
            },
        )
