"""A leader handed in a month; from then on it is closed."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import book, due_day, my_studio, still_open, stream_of
from bot.entities import LogEntry, Month
from bot.ports import Desk
from bot.problems import Refusal


class OfMonth(Change):
    """What is done to an open month of one's own studio."""

    studio: str
    rubric: str
    month: str = Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")
    today: str
    """ISO date where the program runs."""

    def _open(self, desk: Desk, moment: Moment) -> Month | None:
        my_studio(desk, self.studio, moment)
        book(desk, self.rubric)
        if self.month > self.today[:7]:
            raise Refusal("month_ahead", month=self.month)
        return still_open(desk, self.studio, self.rubric, self.month)

    def _entries(self, desk: Desk) -> tuple[LogEntry, ...]:
        return desk.logs.between(self.studio, f"{self.month}-01", f"{self.month}-31", self.rubric)

    def _close(self, desk: Desk, moment: Moment, nothing: str | None) -> Told:
        before = self._open(desk, moment)
        late = before.late if before else self.today > due_day(self.month).isoformat()
        closed = Month(
            id=before.id if before else moment.mint(),
            studio=self.studio,
            rubric=self.rubric,
            month=self.month,
            state="submitted",
            first=before.first if before else moment.now,
            submitted=moment.now,
            day=self.today,
            by=moment.actor or "",
            late=late,
            nothing=nothing,
            reopened=before.reopened if before else (),
        )
        words = desk.logs.put_month(closed)
        return Told(
            stream_of(self.studio),
            {
                "month": self.month,
                "rubric": self.rubric,
                "late": late,
                "entries": [f"{each.id} {each.revision}" for each in self._entries(desk)],
                "words": words.get("nothing", ""),
            },
        )


class SubmitMonth(OfMonth):
    """Hand in a month with what was logged."""

    name: ClassVar[str] = "submit_month"

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, a month that has begun, is open and has entries."""
        self._open(desk, moment)
        if not self._entries(desk):
            raise Refusal("month_empty", month=self.month)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Close it."""
        return self._close(desk, moment, None)
