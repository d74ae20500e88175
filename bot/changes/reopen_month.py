"""A coordinator opened a month again that was handed in, and said why."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import my_studio, stream_of
from bot.entities import Month, Reopening
from bot.ports import Desk
from bot.problems import Refusal


class ReopenMonth(Change):
    """Let a month take entries again; they will be marked late."""

    name: ClassVar[str] = "reopen_month"

    month: str
    """The month's id."""
    reason: str = Field(min_length=1)

    def _closed(self, desk: Desk, moment: Moment) -> Month:
        found = desk.logs.month(self.month)
        if found is None:
            raise Refusal("not_yours")
        my_studio(desk, found.studio, moment, "reopen")
        if found.state == "open":
            raise Refusal("month_open", month=found.month)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators whose scope covers the studio, a month that is closed."""
        self._closed(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Open it; that nothing was done is no longer said."""
        found = self._closed(desk, moment)
        again = Reopening(at=moment.now, by=moment.actor or "", reason=self.reason)
        words = desk.logs.put_month(
            found.model_copy(update={"state": "open", "nothing": None, "reopened": (*found.reopened, again)})
        )
        return Told(
            stream_of(found.studio),
            {"month": found.month, "rubric": found.rubric, "words": words.get("reason", "")},
        )
