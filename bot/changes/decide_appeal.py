"""An appeal was decided by somebody who did not score the sheet: another score, or the old one kept; with the reason.

The signed sheet stays what it is. Whoever is concerned gets it anew, with the decision printed below its total.
"""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.changes.contested import contestable, rescored, still_open, total_with
from bot.changes.sheet_papers import answering, send_sheet
from bot.changes.sign import sheet_of
from bot.entities import Appeal, Assessment, FixStep
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.points import show


class DecideAppeal(Change):
    """Give the item another score, or keep the one it has."""

    name: ClassVar[str] = "decide_appeal"

    appeal: str
    new: str | None = None
    """Points as a decimal; None keeps the old score."""
    ruling: str = Field(min_length=1)

    def _found(self, desk: Desk, moment: Moment) -> tuple[Appeal, Assessment]:
        appeal = desk.appeals.get(self.appeal)
        sheet = desk.visits.assessment(appeal.assessment) if appeal else None
        if moment.person is None or appeal is None or sheet is None or appeal.by == moment.actor:
            raise Refusal("not_yours")
        access.require(moment.person, "decide", sheet)
        return still_open(appeal), sheet

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Who has a say over the studio, did not score the sheet and is not of the studio; a score of the item's."""
        appeal, sheet = self._found(desk, moment)
        if self.new is None:
            return
        points = Decimal(self.new)
        rescored(desk, sheet, appeal.item, points)
        if show(points) == appeal.old:
            raise Refusal("appeal_same", item=appeal.item, points=appeal.old)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the decision with old and new score; what was to be put right on an item that is full now is waived."""
        appeal, sheet = self._found(desk, moment)
        new = appeal.old if self.new is None else show(Decimal(self.new))
        before, after = total_with(desk, sheet, appeal.item, Decimal(new))
        decided = appeal.model_copy(
            update={
                "state": "kept" if self.new is None else "changed",
                "new": new,
                "decided_by": moment.actor,
                "decided": moment.now,
                "ruling": self.ruling,
            }
        )
        words = desk.appeals.put(decided, moment.actor)
        if Decimal(new) >= contestable(sheet_of(desk, sheet), appeal.item).attainable:
            self._waive(desk, decided, moment)
        told = {
            "appeal": appeal.id,
            "assessment": sheet.id,
            "item": appeal.item,
            "old": appeal.old,
            "new": new,
        }
        totals = {"before": show(before), "after": show(after), "words": words}
        return Told(sheet.visit.id, {**told, **totals})

    def _waive(self, desk: Desk, appeal: Appeal, moment: Moment) -> None:
        for fix in desk.fixes.of_assessment(appeal.assessment):
            if fix.item != appeal.item or fix.state in {"accepted", "waived"}:
                continue
            settled = {"state": "waived", "changed": moment.now, "revision": fix.revision + 1}
            desk.fixes.put(fix.model_copy(update=settled), moment.actor)
            step = FixStep(at=moment.now, by=moment.actor or "", name="waived", text=self.ruling)
            desk.fixes.step(fix.id, step)

    def follow(self, desk: Desk, moment: Moment) -> None:
        """Send the sheet with the decision on it to the leaders of the studio and to those who scored it."""
        sheet = self._sheet(desk)
        people = {each.id for each in answering(desk, sheet.studio, moment.now)} | set(sheet.members)
        send_sheet(desk, sheet, sorted(people), moment.now, why="appeal")

    def _sheet(self, desk: Desk) -> Assessment:
        appeal = desk.appeals.get(self.appeal)
        sheet = desk.visits.assessment(appeal.assessment) if appeal else None
        if sheet is None:
            raise Refusal("not_yours")
        return sheet
