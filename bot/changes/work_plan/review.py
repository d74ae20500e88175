"""A plan or a report that was handed in was accepted (of a report: 备案), or sent back with a remark."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.work_plan.checks import reason_of, reviewed, seen_as
from bot.changes.work_plan.writing import stored
from bot.entities import WorkPlan
from bot.ports import Desk
from bot.problems import Refusal


class AcceptWorkPlan(Change):
    """Accept it (审核通过)."""

    name: ClassVar[str] = "accept_work_plan"

    plan: str
    revision: int

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators and unit unions of the studio; nobody their own."""
        to_review(desk, self.plan, self.revision, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep who accepted it and when; an earlier remark is settled."""
        found = to_review(desk, self.plan, self.revision, moment)
        decided = {"reviewed_by": moment.actor, "reviewed": moment.now, "remark": ""}
        return stored(desk, found, moment, state="accepted", **decided)


class ReturnWorkPlan(Change):
    """Send it back (退回)."""

    name: ClassVar[str] = "return_work_plan"

    plan: str
    revision: int
    remark: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators and unit unions of the studio, with a remark; nobody their own."""
        to_review(desk, self.plan, self.revision, moment)
        reason_of(self.remark)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep who sent it back, and why."""
        found = to_review(desk, self.plan, self.revision, moment)
        decided = {"reviewed_by": moment.actor, "reviewed": moment.now, "remark": reason_of(self.remark)}
        return stored(desk, found, moment, state="returned", **decided)


def to_review(desk: Desk, plan: str, revision: int, moment: Moment) -> WorkPlan:
    """Return what waits for a decision that is the person's to take, as it was shown, or refuse."""
    found = desk.work_plans.get(plan)
    if found is None:
        raise Refusal("workplan_gone")
    reviewed(desk, found.studio, moment)
    if found.state != "handed_in":
        raise Refusal("workplan_not_waiting")
    seen_as(found, revision)
    return found
