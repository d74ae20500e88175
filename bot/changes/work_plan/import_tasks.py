"""A workbook of plans was imported: all of its rows or none, exactly as they were shown before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.receive_upload import applied, upload_of
from bot.changes.studio_log import stream_of
from bot.changes.work_plan.checks import my_plans, reason_of
from bot.changes.work_plan.rows import PlannedSheet, PlannedTasks, planned_tasks
from bot.changes.work_plan.tasks import AddPlanTasks, EditPlanTask
from bot.ports import Desk
from bot.problems import Refusal


class ImportPlanTasks(Change):
    """Store what the workbook of an upload says; what an accepted plan said stays beside it with the reason."""

    name: ClassVar[str] = "import_plan_tasks"

    upload: str
    digest: str
    """Of what would change, as it was shown."""
    reason: str = ""
    today: str
    """ISO date where the program runs."""

    def plan(self, desk: Desk, moment: Moment) -> PlannedTasks:
        """Return what the workbook would change now, or refuse what is not theirs or not read."""
        found = upload_of(desk, self.upload, moment, "plans")
        if moment.person is None:
            raise Refusal("not_yours")
        return planned_tasks(desk, moment.person, found, date.fromisoformat(self.today))

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, of a workbook without a mistake, as long as it would change what was shown."""
        plan = self.plan(desk, moment)
        if plan.problems or plan.studio is None:
            raise Refusal("import_wrong", count=len(plan.problems))
        my_plans(desk, plan.studio.id, moment)
        if plan.digest != self.digest or not plan.new + plan.changed:
            raise Refusal("import_moved")
        if plan.reasoned:
            reason_of(self.reason)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store every row that is new or changed, as it is stored when it is typed."""
        plan = self.plan(desk, moment)
        studio = plan.studio.id if plan.studio else ""
        done = [self._stored(desk, studio, each, moment) for each in plan.sheets if each.new or each.changed]
        found = upload_of(desk, self.upload, moment, "plans")
        applied(desk, found, moment.now)
        return Told(stream_of(studio), {"upload": self.upload, "sha256": found.sha256, "plans": done})

    def _stored(self, desk: Desk, studio: str, sheet: PlannedSheet, moment: Moment) -> dict[str, Any]:
        """Store the rows of one plan; the hashes of their words are those of the changes that are typed."""
        ids = tuple(moment.mint() for _ in sheet.new)
        edited: dict[str, Mapping[str, Any]] = {}
        for each in sheet.changed:
            if each.before is not None:
                change = EditPlanTask(
                    task=each.before.id, revision=each.before.revision, said=each.after, reason=self.reason
                )
                edited[each.before.id] = change.apply(desk, moment).payload
        told: dict[str, Any] = {"period": sheet.period, "changed": edited}
        if ids:
            add = AddPlanTasks(
                plan=sheet.plan.id if sheet.plan is not None else moment.mint(),
                studio=studio,
                period=sheet.period,
                tasks=ids,
                said=tuple(each.after for each in sheet.new),
                reason=self.reason,
                today=self.today,
            )
            told["new"] = add.apply(desk, moment).payload
        return told
