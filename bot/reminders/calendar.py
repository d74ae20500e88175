"""On which days a month is brought to mind: arithmetic of dates, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.changes.studio_log import due_day
from rubrics.periods import Period

HALF_DAY: Final = 15
"""The day on which half of a month is over."""
LATE_DAYS: Final = 10
"""Days for which a month that is overdue is still brought to mind, if that could not be done on the first of them."""

MONTH_HALF: Final = "month_half"
MONTH_EVE: Final = "month_eve"
MONTH_OVERDUE: Final = "month_overdue"


@dataclass(frozen=True, slots=True)
class Slot:
    """The days on which a month may be brought to mind for one reason; it is done on the first that is possible."""

    kind: str
    month: str
    """2026-05."""
    first: date
    last: date

    @property
    def listed_by(self) -> date:
        """The day on which a studio must have been on the list: later ones had no part in the month, or too little."""
        return min(self.first - timedelta(days=1), Period.parse(self.month).end)


def slots_of(month: str) -> tuple[Slot, ...]:
    """Return when a month is brought to mind: half-way, on the eve of the day it is due, once it is overdue.

    Half-way lasts until something else is to be said: who could not be told on the day itself is told later.
    """
    due, day = due_day(month), timedelta(days=1)
    last = Period.parse(month).end
    return (
        Slot(MONTH_HALF, month, last.replace(day=HALF_DAY), min(last, due - 2 * day)),
        Slot(MONTH_EVE, month, due - day, due),
        Slot(MONTH_OVERDUE, month, due + day, due + LATE_DAYS * day),
    )


def slots(day: date) -> tuple[Slot, ...]:
    """Return what a day is for, the older month first."""
    this = Period.holding("month", day)
    return tuple(
        slot
        for month in (this.previous(), this)
        for slot in slots_of(str(month))
        if slot.first <= day <= slot.last
    )
