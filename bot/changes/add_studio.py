"""A studio was put on the list."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.entities import Studio
from bot.ports import Desk
from bot.problems import Refusal


class AddStudio(Change):
    """Add a studio under a name that is still free."""

    name: ClassVar[str] = "add_studio"

    studio: Studio

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators whose scope covers it, and the command line."""
        if moment.person is not None:
            access.require(moment.person, "manage", self.studio)
        if desk.studios.named(self.studio.name):
            raise Refusal("name_taken", name=self.studio.name)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        desk.studios.add(self.studio)
        return Told("studios", {"studio": self.studio.id, "types": self.studio.types})
