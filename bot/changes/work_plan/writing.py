"""A plan or a yearly report was begun, written, handed in, or taken back before anybody had looked at it."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import stream_of
from bot.changes.work_plan.checks import TEXT, PlanChange, my_plans, seen_as, told_of, writable
from bot.entities import WorkPlan
from bot.ports import Desk
from bot.problems import Refusal


class BeginWorkPlan(PlanChange):
    """Begin the plan of a period, or the report about a year."""

    name: ClassVar[str] = "begin_work_plan"

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio; beginning it twice is no harm."""
        self.standing(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store an empty one; once begun it is not begun again."""
        again = self.standing(desk, moment) is not None
        return Told(stream_of(self.studio), {**told_of(self.begun(desk, moment)), "again": again})


class WriteWorkPlan(PlanChange):
    """Write the goals of a plan or the text of a report: a part more, or all of it anew."""

    name: ClassVar[str] = "write_work_plan"

    text: str
    anew: bool = False
    """In place of what stands there."""

    def _after(self, found: WorkPlan | None) -> str:
        before = found.text if found is not None and not self.anew else ""
        return "\n".join(each for each in (before, self.text.strip()) if each)

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, until it is handed in; a text with words in it."""
        found = self.standing(desk, moment)
        if found is not None:
            writable(found)
        if not any(char.isalpha() for char in self.text):
            raise Refusal("workplan_no_text")
        if (count := len(self._after(found))) > TEXT:
            raise Refusal("workplan_full", count=count, limit=TEXT)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        found = self.begun(desk, moment)
        return stored(desk, found, moment, text=self._after(found))


class HandInWorkPlan(Change):
    """Hand it in for review (of a report: 报备)."""

    name: ClassVar[str] = "hand_in_work_plan"

    plan: str
    revision: int

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio; a plan with tasks, a report with words or files."""
        found = mine(desk, self.plan, moment)
        writable(found)
        seen_as(found, self.revision)
        if found.kind == "plan" and all(each.state == "dropped" for each in desk.work_plans.tasks(found.id)):
            raise Refusal("workplan_empty", value=found.period)
        if found.kind == "report" and not found.text and not desk.proofs.of(found.id):
            raise Refusal("workplan_no_report", value=found.period)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep when."""
        found = mine(desk, self.plan, moment)
        return stored(desk, found, moment, state="handed_in", handed_in=moment.now)


class TakeBackWorkPlan(Change):
    """Take it back to write on."""

    name: ClassVar[str] = "take_back_work_plan"

    plan: str
    revision: int

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, until somebody has decided about it."""
        found = mine(desk, self.plan, moment)
        if found.state != "handed_in":
            raise Refusal("workplan_not_waiting")
        seen_as(found, self.revision)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Make it a draft again."""
        return stored(desk, mine(desk, self.plan, moment), moment, state="draft", handed_in=None)


def mine(desk: Desk, plan: str, moment: Moment) -> WorkPlan:
    """Return a plan that the person writes, or refuse."""
    found = desk.work_plans.get(plan)
    if found is None:
        raise Refusal("workplan_gone")
    my_plans(desk, found.studio, moment)
    return found


def stored(desk: Desk, found: WorkPlan, moment: Moment, **fields: object) -> Told:
    """Store a plan one revision on, and say what the history keeps."""
    after = found.model_copy(update={**fields, "changed": moment.now, "revision": found.revision + 1})
    words = desk.work_plans.put(after, moment.actor)
    told = {**told_of(after), "state": [found.state, after.state], "words": words}
    return Told(stream_of(found.studio), told)
