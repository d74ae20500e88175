"""A list of visits was planned: all of its rows or none, exactly as they were shown before."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told, make
from bot.changes.receive_upload import applied, upload_of
from bot.changes.upload_table import Table
from bot.changes.visit_rows import PlannedVisits, planned_visits
from bot.ports import Desk
from bot.problems import Refusal


class PlanList(Change):
    """Plan what the list of an upload says."""

    name: ClassVar[str] = "plan_list"

    upload: str
    digest: str
    """Of what would be planned, as it was shown."""
    today: str
    """ISO date where the program runs."""

    def plan(self, desk: Desk, moment: Moment) -> PlannedVisits:
        """Return what the list would plan now, or refuse what is not theirs or not read."""
        if moment.person is None or not access.may(moment.person, "plan"):
            raise Refusal("not_yours")
        found = upload_of(desk, self.upload, moment, "visits")
        return planned_visits(desk, moment, Table.model_validate_json(found.result), self.today)

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators, of a list without a mistake, as long as it would plan what was shown."""
        plan = self.plan(desk, moment)
        if plan.problems:
            raise Refusal("import_wrong", count=len(plan.problems))
        if plan.digest != self.digest or not plan.entries:
            raise Refusal("import_moved")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Plan every row as one visit of its own."""
        plan = self.plan(desk, moment)
        found = upload_of(desk, self.upload, moment, "visits")
        visits = []
        for each in plan.entries:
            ids = {"visit": moment.mint(), "assessment": moment.mint()}
            make(desk, each.change.model_copy(update=ids), moment)
            visits.append(ids["visit"])
        applied(desk, found, moment.now)
        return Told(self.upload, {"sha256": found.sha256, "visits": visits})


def visits_of(desk: Desk, upload: str) -> tuple[str, ...]:
    """Return the visits that a list has planned."""
    told = [event for event in desk.history.of(upload) if event.name == PlanList.name]
    return tuple(told[-1].payload["visits"]) if told else ()
