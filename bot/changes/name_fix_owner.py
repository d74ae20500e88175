"""A leader said who answers for something that is to be put right."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from bot.changes.base import Change, Moment, Told
from bot.changes.studio_fix import SETTLED, moved, my_fix, settled
from bot.ports import Desk


class NameFixOwner(Change):
    """Set the owner (责任人)."""

    name: ClassVar[str] = "name_fix_owner"

    fix: str
    revision: int
    owner: str = Field(min_length=1, max_length=30)

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, until it is settled."""
        found = my_fix(desk, self.fix, self.revision, moment)
        if found.state in SETTLED:
            raise settled(found)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the name."""
        found = my_fix(desk, self.fix, self.revision, moment)
        return moved(desk, found, moment, "owner", self.owner, owner=self.owner)
