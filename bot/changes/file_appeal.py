"""A leader contested an item of a signed sheet, or withdrew that."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import Field

from bot.changes.base import Change, Moment, Told
from bot.changes.contested import contestable, contested_sheet, my_appeal, standing_appeal, term
from bot.changes.sign import rubric_of, sheet_of
from bot.entities import Appeal
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.points import ZERO, show


class FileAppeal(Change):
    """Contest an item; the reason is needed."""

    name: ClassVar[str] = "file_appeal"

    appeal: str
    """A new id, minted when the item was chosen: the same tap twice files once, and files are sent for it before."""
    assessment: str
    item: str
    reason: str = Field(min_length=1)
    signed: str
    """ISO date of the signature where the program runs."""
    today: str
    """ISO date where the program runs."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, within the term, on an item that lost points and is not contested yet."""
        found = contested_sheet(desk, self.assessment, moment)
        filed = desk.appeals.get(self.appeal)
        if filed is not None:
            if (filed.assessment, filed.item) != (self.assessment, self.item):
                raise Refusal("not_yours")
            return
        until = term(rubric_of(desk, found), found, date.fromisoformat(self.signed))
        if self.today > until.until.isoformat():
            raise Refusal("appeal_late", on=until.until.isoformat(), days=until.days)
        contestable(sheet_of(desk, found), self.item)
        standing = standing_appeal(desk.appeals.of_assessment(found.id), self.item)
        if standing is not None:
            raise Refusal("appeal_open" if standing.state == "open" else "appeal_settled", item=self.item)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it; once stored it is not stored again."""
        found = contested_sheet(desk, self.assessment, moment)
        if desk.appeals.get(self.appeal) is not None:
            return Told(found.visit.id, {"appeal": self.appeal, "again": True})
        made = Appeal(
            id=self.appeal,
            studio=found.studio,
            assessment=found.id,
            item=self.item,
            reason=self.reason,
            by=moment.actor or "",
            at=moment.now,
            old=show(contestable(sheet_of(desk, found), self.item).score or ZERO),
        )
        words = desk.appeals.put(made, made.by)
        told = {"appeal": made.id, "assessment": found.id, "item": made.item, "old": made.old, "words": words}
        return Told(found.visit.id, told)


class WithdrawAppeal(Change):
    """Withdraw an appeal that nobody has decided."""

    name: ClassVar[str] = "withdraw_appeal"

    appeal: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, while it is open."""
        my_appeal(desk, self.appeal, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep it as withdrawn; the item can be contested anew."""
        found = my_appeal(desk, self.appeal, moment)
        desk.appeals.put(found.model_copy(update={"state": "withdrawn"}), found.by)
        sheet = contested_sheet(desk, found.assessment, moment)
        return Told(sheet.visit.id, {"appeal": found.id, "item": found.item})
