"""Somebody was invited by a one-time link."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.changes.giving import require_giving, require_no_conflict, takes
from bot.entities import Invitation
from bot.ports import Desk
from bot.problems import Refusal


class Invite(Change):
    """Store an invitation; the secret itself is known only to whoever gets the link."""

    name: ClassVar[str] = "invite"

    invitation: Invitation

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators who hold as much, and the command line."""
        meant = self.invitation
        if moment.person is not None and not access.may(moment.person, "invite"):
            raise Refusal("not_yours")
        require_giving(desk, moment, meant.scope, meant.until)
        known = desk.people.get(meant.person, moment.now) if meant.person else None
        if meant.person and known is None:
            raise Refusal("not_yours")
        require_no_conflict(desk, meant.role, meant.scope, known.name if known else meant.name, known)
        if known is None or moment.person is None:
            return
        # Whoever opens the link becomes this person, with everything that the person may do.
        if not all(takes(desk, moment.person, grant.scope) for grant in known.grants):
            raise Refusal("people_beyond")

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
                **({"until": self.invitation.until} if self.invitation.until else {}),
                **({"person": self.invitation.person} if self.invitation.person else {}),
            },
        )
