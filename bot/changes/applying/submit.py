"""The applicant hands an application in, or takes it back for good."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.applying.checks import OVER, in_time, my_application, my_place, scheme, seen_by
from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import stream_of
from bot.entities import Application, ApplicationStep
from bot.entities.application import ApplicationState
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application_check import wanting


class SubmitApplication(Change):
    """Hand it in: nothing required may be missing, no condition unmet; sums that differ were shown and may pass."""

    name: ClassVar[str] = "submit_application"

    application: str
    today: str
    """ISO date where the program runs."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """People of the studio, in time; what was sent back for completion comes in again whenever it is ready."""
        found = my_application(desk, self.application, moment)
        rubric = scheme(desk, found)
        if found.state == "draft":
            in_time(desk, rubric, found.year, self.today)
        answers = desk.applications.answers(found.id)
        missing = sum(each.stops for each in wanting(rubric, found.track, answers))
        if missing:
            raise Refusal("apply_gaps", count=missing)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """It is the others' turn now."""
        found = my_application(desk, self.application, moment)
        after = found.model_copy(update={"submitted": moment.now})
        return _stepped(desk, after, "submitted", self.today, moment)


class WithdrawApplication(Change):
    """Take it back; what was written stays readable."""

    name: ClassVar[str] = "withdraw_application"

    application: str
    today: str

    def _found(self, desk: Desk, moment: Moment) -> Application:
        if moment.person is None:
            raise Refusal("not_yours")
        found = seen_by(desk, moment.person, self.application)
        my_place(desk, found.studio, moment)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """People of the studio, until the way has ended."""
        if self._found(desk, moment).state in OVER:
            raise Refusal("apply_over")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Its way ends here."""
        return _stepped(desk, self._found(desk, moment), "withdrawn", self.today, moment)


def _stepped(desk: Desk, found: Application, state: ApplicationState, today: str, moment: Moment) -> Told:
    after = {"state": state, "changed": moment.now, "revision": found.revision + 1}
    desk.applications.put(found.model_copy(update=after))
    desk.applications.step(
        ApplicationStep(
            application=found.id, place=0, name=state, on=today, by=moment.actor or "", at=moment.now
        )
    )
    return Told(
        stream_of(found.studio), {"application": found.id, "from": found.state, "to": state, "on": today}
    )
