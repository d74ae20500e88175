"""A leader handed in a month without activities and said why there were none."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from bot.changes.base import Moment, Told
from bot.changes.submit_month import OfMonth
from bot.ports import Desk
from bot.problems import Refusal


class NothingThisMonth(OfMonth):
    """Hand in a month in which nothing was done."""

    name: ClassVar[str] = "nothing_this_month"

    reason: str = Field(min_length=1)

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, a month that has begun, is open and has no entries."""
        self._open(desk, moment)
        if entries := self._entries(desk):
            raise Refusal("month_filled", month=self.month, count=len(entries))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Close it with the reason."""
        return self._close(desk, moment, self.reason)
