"""What a kind of reminder is: whose time has come, and what is said if something is owed at that moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.entities import Person
from bot.flows.outputs import Say
from bot.flows.screen import Ask
from bot.ports import Desk
from bot.reminders.hours import local


@dataclass(frozen=True, slots=True)
class Today:
    """The moment at which is asked, and the zone of the people."""

    now: int
    """Stored time, ms."""
    zone: ZoneInfo

    @property
    def day(self) -> date:
        """The date it is for them."""
        return self.day_of(self.now)

    def day_of(self, at: int) -> date:
        """Return the date of a stored time (ms)."""
        return local(at, self.zone).date()


@dataclass(frozen=True, slots=True)
class Due:
    """One person is to be reminded of one thing today, if it is still owed when the message is written."""

    kind: str
    person: str
    about: tuple[str, ...]
    """What it is about, in words of its kind: ids, a month, a day."""
    again: bool = False
    """It was written on an earlier day and could not be sent before the night."""

    @property
    def key(self) -> str:
        """What makes it the same reminder; it is told once for each."""
        return ":".join(("remind", self.kind, *self.about, self.person))


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table of reminders."""

    name: str
    """Stored in the keys of what was told; never renamed."""
    due: Callable[[Desk, Today], Iterable[Due]]
    """Whom the day may concern. It reads little: it is asked every few minutes."""
    say: Callable[[Desk, Ask, Due], Say | None]
    """What one of them is told; None if nothing is owed any more, and then nothing ever is said of it.

    It is asked within the transaction that keeps that the reminder was told, and for a person who is known.
    """
    may: Callable[[Desk, Person, Due], bool]
    """Whether it is that person's business now: grants may have ended since the list was made."""
