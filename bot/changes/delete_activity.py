"""A leader took an entry out of the log and said why; it stays stored."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import my_entry, still_open, stream_of
from bot.ports import Desk
from bot.problems import Refusal


class DeleteActivity(Change):
    """Take an activity out, as it stood when it was seen."""

    name: ClassVar[str] = "delete_activity"

    entry: str
    revision: int
    reason: str = Field(min_length=1)

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, on an entry of an open month that nobody has changed since."""
        found = my_entry(desk, self.entry, moment)
        if found.revision != self.revision:
            raise Refusal("log_changed")
        still_open(desk, found.studio, found.rubric, found.month)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep the reason; from now on it counts nowhere."""
        found = my_entry(desk, self.entry, moment)
        gone = found.model_copy(
            update={"deleted": self.reason, "changed": moment.now, "revision": found.revision + 1}
        )
        words = desk.logs.put(gone, moment.actor)
        return Told(stream_of(found.studio), {"entry": found.id, "words": words.get("deleted", "")})
