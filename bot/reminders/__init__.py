"""What people are reminded of, told each of them once and never at night; what is due is read from the database.

A kind of reminder is one row of `KINDS`. It must not know how messages are sent, nor what the screens say.
"""

from __future__ import annotations

from typing import Final

from bot.reminders.applications import KINDS as OF_APPLICATIONS
from bot.reminders.fixes import KIND as FIX_OVERDUE
from bot.reminders.keeper import Keeper
from bot.reminders.kinds import Due, Kind
from bot.reminders.late_reviews import KIND as REVIEW_LATE
from bot.reminders.late_visits import KIND as VISIT_LATE
from bot.reminders.late_visits import LIST as VISITS_LATE
from bot.reminders.month import KINDS as OF_MONTHS
from bot.reminders.nobody import KIND as NOBODY
from bot.reminders.plans import KINDS as OF_PLANS
from bot.reminders.visits import KIND as VISIT_EVE
from bot.reminders.visits import TOGETHER as VISITS_EVE

KINDS: Final[tuple[Kind, ...]] = (
    *OF_MONTHS,
    NOBODY,
    VISIT_EVE,
    VISITS_EVE,
    VISIT_LATE,
    VISITS_LATE,
    FIX_OVERDUE,
    REVIEW_LATE,
    *OF_APPLICATIONS,
    *OF_PLANS,
)
"""Everything that people are reminded of; the names are stored and never change."""

__all__ = ["KINDS", "Due", "Keeper", "Kind"]
