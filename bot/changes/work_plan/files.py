"""A file came in for a plan, a yearly report or a task: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Moment
from bot.changes.keep_proof import ExtendProofAlbum, KeepProof, sent_for
from bot.changes.work_plan.checks import my_plans, settled, writable
from bot.entities import PlanTask, Proof, WorkPlan
from bot.ports import Desk
from bot.problems import Refusal


class AttachToWorkPlan(KeepProof):
    """Keep a file; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_work_plan"
    about: ClassVar[str] = "of"

    of: str
    """A plan, a report or a task."""

    def owner(self, desk: Desk, moment: Moment) -> tuple[str, str]:
        """Leaders of the studio, until the plan is handed in or the task is closed."""
        found = filed_under(desk, self.of)
        my_plans(desk, found.studio, moment)
        takes_files(found)
        return found.id, found.studio


class ExtendWorkPlanAlbum(ExtendProofAlbum):
    """One more part of an album."""

    name: ClassVar[str] = "extend_work_plan_album"
    about: ClassVar[str] = "of"

    of: str
    """What the piece was sent for."""

    def mine(self, desk: Desk, piece: Proof, moment: Moment) -> None:
        """Leaders of the studio, whatever was decided between the parts."""
        sent_for(self.of, piece)
        my_plans(desk, filed_under(desk, self.of).studio, moment)


def filed_under(desk: Desk, owner: str) -> WorkPlan | PlanTask:
    """Return the plan or the task that a file is for, or refuse."""
    found = desk.work_plans.task(owner) or desk.work_plans.get(owner)
    if found is None:
        raise Refusal("workplan_gone")
    return found


def takes_files(found: WorkPlan | PlanTask) -> None:
    """Refuse files for what is decided."""
    if isinstance(found, WorkPlan):
        writable(found)
    elif found.state in {"closed", "dropped"}:
        raise settled(found)
