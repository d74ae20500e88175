"""A coordinator withdrew an invitation that nobody has used."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.giving import takes
from bot.entities import Invitation
from bot.ports import Desk
from bot.problems import Refusal


class RevokeInvitation(Change):
    """Close a link for good."""

    name: ClassVar[str] = "revoke_invitation"

    digest: str

    def _found(self, desk: Desk, moment: Moment) -> Invitation:
        found = desk.people.invitation(self.digest)
        if moment.person is None or found is None or not takes(desk, moment.person, found.scope):
            raise Refusal("not_yours")
        if found.used is not None:
            raise Refusal("people_link_used", name=found.name)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators whose scope contains the invitation's, while nobody has come in by it."""
        self._found(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Close it."""
        found = self._found(desk, moment)
        desk.people.revoke_invitation(found.digest)
        return Told("people", {"invitation": found.digest[:16], "role": found.role})
