"""A coordinator took a role from somebody; from this moment it opens nothing any more."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.giving import takes
from bot.entities import Grant, Person, Scope
from bot.ports import Desk
from bot.problems import Refusal

EVERYWHERE = Scope(kind="all")


class RevokeGrant(Change):
    """End a grant at once; what was entered under it stays."""

    name: ClassVar[str] = "revoke_grant"

    person: str
    grant: str

    def _found(self, desk: Desk, moment: Moment) -> tuple[Person, Grant]:
        person = desk.people.get(self.person, moment.now)
        grant = next((each for each in person.grants if each.id == self.grant), None) if person else None
        if moment.person is None or person is None or grant is None:
            raise Refusal("not_yours")
        if not takes(desk, moment.person, grant.scope):
            raise Refusal("not_yours")
        return person, grant

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators whose scope contains the grant's; one coordinator of everything always stays."""
        person, grant = self._found(desk, moment)
        if _runs_all(grant) and not others_run_all(desk, person, moment.now):
            raise Refusal("people_last")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """End it, and the unused links by which the same person would get it back."""
        person, grant = self._found(desk, moment)
        desk.people.revoke(grant.id, moment.now)
        for each in desk.people.invitations():
            same = (each.person, each.role, each.scope) == (person.id, grant.role, grant.scope)
            if same and each.used is None and not each.revoked:
                desk.people.revoke_invitation(each.digest)
        kept = {"grant": grant.id, "role": grant.role, "scope": grant.scope.model_dump()}
        return Told("people", {"person": person.id, **kept})


def others_run_all(desk: Desk, person: Person, now: int) -> bool:
    """Say whether somebody else, who can come in and whose time does not end, coordinates everything."""
    return any(
        each.id != person.id
        and any(_runs_all(grant) and grant.until is None for grant in each.grants)
        and desk.people.accounts(each.id)
        for each in desk.people.with_role("coordinator", now)
    )


def _runs_all(grant: Grant) -> bool:
    return grant.role == "coordinator" and grant.scope == EVERYWHERE
