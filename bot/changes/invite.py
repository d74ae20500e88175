"""Somebody was invited by a one-time link."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.entities import Invitation
from bot.ports import Desk


class Invite(Change):
    """Store an invitation; the secret itself is known only to whoever gets the link."""

    name: ClassVar[str] = "invite"

    invitation: Invitation

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators, and the command line."""
        if moment.person is not None and not access.may(moment.person, "invite"):
            access.require(moment.person, "invite", None)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        desk.people.invite(self.invitation, moment.now)
        return Told(
            "people",
            {
                "invitation": self.invitation.digest[:16],
                "role": self.invitation.role,
                "scope": self.invitation.scope.model_dump(),
                "expires": self.invitation.expires,
            },
        )
