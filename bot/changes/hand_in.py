"""A studio handed in a 备查材料 before the visit, or took it back."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told, closed
from bot.changes.contested import answers_for
from bot.changes.sign import rubric_of
from bot.changes.studio_log import stream_of
from bot.entities import Assessment, Material
from bot.ports import Desk
from bot.problems import Refusal


class HandIn(Change):
    """Keep that a material is ready; its files are sent for its id."""

    name: ClassVar[str] = "hand_in"

    material: str
    assessment: str
    item: str
    evidence: str
    """As the rubric asks for it."""
    note: str = ""
    """Words in place of files, or beside them; none leaves those that stand."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, until the sheet is signed; something that the rubric asks for."""
        found = awaited(desk, self.assessment, moment)
        item = rubric_of(desk, found).item(self.item)
        if item is None or self.evidence not in item.evidence:
            raise Refusal("material_no_item", item=self.item)
        standing = desk.materials.get(self.material)
        if standing is not None and (standing.studio, standing.item) != (found.studio, self.item):
            raise Refusal("not_yours")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it; one that stands gets the new words."""
        found = awaited(desk, self.assessment, moment)
        standing = desk.materials.get(self.material)
        visit = found.visit
        made = standing or Material(
            id=self.material,
            studio=found.studio,
            rubric=visit.rubric,
            period=visit.period,
            item=self.item,
            name=self.evidence,
            by=moment.actor or "",
            at=moment.now,
        )
        words = desk.materials.put(made.model_copy(update={"note": self.note} if self.note else {}))
        told = {"material": made.id, "rubric": visit.rubric, "period": visit.period, "item": self.item}
        return Told(stream_of(found.studio), {**told, "words": words})


class TakeBack(Change):
    """Take a material back; its files stay on disk."""

    name: ClassVar[str] = "take_back"

    material: str
    assessment: str
    """The open visit for which it was handed in."""

    def _material(self, desk: Desk, moment: Moment) -> Material:
        found = desk.materials.get(self.material)
        visit = awaited(desk, self.assessment, moment).visit
        if found is None or (found.studio, found.rubric, found.period) != (
            visit.studio,
            visit.rubric,
            visit.period,
        ):
            raise Refusal("not_yours")
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, until the sheet is signed."""
        self._material(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Drop it."""
        found = self._material(desk, moment)
        desk.materials.drop(found.id)
        return Told(stream_of(found.studio), {"material": found.id, "item": found.item})


def awaited(desk: Desk, assessment: str, moment: Moment) -> Assessment:
    """Return an open official visit of a studio that the person answers for, or refuse."""
    found = desk.visits.assessment(assessment)
    if found is None or found.visit.own:
        raise Refusal("not_yours")
    answers_for(desk, found.studio, moment)
    if found.state != "open":
        raise closed(found)
    return found
