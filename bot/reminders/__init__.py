"""What people are reminded of, told each of them once and never at night; what is due is read from the database.

A kind of reminder is one row of `KINDS`. It must not know how messages are sent, nor what the screens say.
"""

from __future__ import annotations

from typing import Final

from bot.reminders import fixes, month, nobody, visits
from bot.reminders.keeper import Keeper
from bot.reminders.kinds import Due, Kind

KINDS: Final[tuple[Kind, ...]] = (*month.KINDS, nobody.KIND, visits.KIND, fixes.KIND)
"""Everything that people are reminded of; the names are stored and never change."""

__all__ = ["KINDS", "Due", "Keeper", "Kind"]
