"""A person chose a language."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.ports import Desk
from bot.problems import Refusal


class Speak(Change):
    """Set one's own language."""

    name: ClassVar[str] = "speak"

    language: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Anybody who is somebody here."""
        if moment.person is None:
            raise Refusal("stranger")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the choice."""
        person = moment.actor or ""
        desk.people.speak(person, self.language)
        return Told("people", {"person": person, "language": self.language})
