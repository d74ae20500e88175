"""A leader logged an activity: the day it is about and the day it came are both kept."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.retire_studio import active
from bot.changes.studio_log import due_day, facts_checked, my_studio, still_open, stream_of
from bot.entities import ActivityFacts, LogEntry
from bot.ports import Desk


class LogActivity(Change):
    """Add an activity to the log of a studio."""

    name: ClassVar[str] = "log_activity"

    studio: str
    facts: ActivityFacts
    entry: str
    """A new id, minted when the card was drawn: the same tap twice logs once."""
    today: str
    """ISO date where the program runs."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, about a day that has come, in a month that is open."""
        active(my_studio(desk, self.studio, moment))
        facts_checked(desk, self.facts, self.today)
        still_open(desk, self.studio, self.facts.rubric, self.facts.on[:7])

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it; once stored it is not stored again."""
        stored = desk.logs.get(self.entry)
        if stored is not None:
            return Told(stream_of(self.studio), {"entry": self.entry, "again": True})
        facts = facts_checked(desk, self.facts, self.today)
        month = still_open(desk, self.studio, facts.rubric, facts.on[:7])
        entry = LogEntry(
            **facts.model_dump(),
            id=self.entry,
            studio=self.studio,
            came=moment.now,
            by=moment.actor or "",
            changed=moment.now,
            late=month is not None or self.today > due_day(facts.on[:7]).isoformat(),
        )
        return Told(stream_of(self.studio), told_of(entry, desk.logs.put(entry)))


def told_of(entry: LogEntry, words: object) -> dict[str, object]:
    """Return what the history keeps of an entry: no words of people."""
    return {
        "entry": entry.id,
        "rubric": entry.rubric,
        "activity": entry.activity,
        "on": entry.on,
        "people": entry.people,
        "hours": entry.hours,
        "amount": entry.amount,
        "late": entry.late,
        "revision": entry.revision,
        "words": words,
    }
