"""A leader put an entry of the log right; whoever saw an older one is refused."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.log_activity import told_of
from bot.changes.studio_log import due_day, facts_checked, my_entry, still_open, stream_of
from bot.entities import ActivityFacts, LogEntry, Month
from bot.ports import Desk
from bot.problems import Refusal


class EditActivity(Change):
    """Replace what was said of an activity, as it stood when it was seen."""

    name: ClassVar[str] = "edit_activity"

    entry: str
    revision: int
    facts: ActivityFacts
    today: str
    """ISO date where the program runs."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, on an entry that nobody has changed since, from an open month into an open month."""
        found = my_entry(desk, self.entry, moment)
        if found.revision != self.revision:
            raise Refusal("log_changed")
        facts_checked(desk, self.facts, self.today)
        still_open(desk, found.studio, found.rubric, found.month)
        self._target(desk, found)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it under the next revision; when it came stays, and an entry that was late stays late."""
        before = my_entry(desk, self.entry, moment)
        facts = facts_checked(desk, self.facts, self.today)
        moved = before.month != facts.on[:7] or before.rubric != facts.rubric
        late = before.late or (
            moved
            and (self._target(desk, before) is not None or self.today > due_day(facts.on[:7]).isoformat())
        )
        after = before.model_copy(
            update={
                **facts.model_dump(),
                "changed": moment.now,
                "revision": before.revision + 1,
                "late": late,
            }
        )
        words = desk.logs.put(after, moment.actor)
        return Told(
            stream_of(before.studio),
            {"before": told_of(before, {}), "after": told_of(after, words), "entry": before.id},
        )

    def _target(self, desk: Desk, found: LogEntry) -> Month | None:
        return still_open(desk, found.studio, self.facts.rubric, self.facts.on[:7])
