"""Somebody opened an invitation link and pressed Start."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.give_grant import held
from bot.changes.giving import takes
from bot.entities import Grant, Invitation, Person
from bot.ports import Desk
from bot.problems import Refusal


class Join(Change):
    """Use an invitation up: exactly one account wins, however many press at once."""

    name: ClassVar[str] = "join"

    digest: str
    account: int
    language: str

    def _invitation(self, desk: Desk) -> Invitation:
        found = desk.people.invitation(self.digest)
        if found is None or found.revoked:
            raise Refusal("invite_unknown")
        return found

    def _stands(self, desk: Desk, found: Invitation, now: int) -> bool:
        """Say whether whoever invited could still do so: a link gives nothing that its giver has lost."""
        if found.invited_by is None:
            return True
        giver = desk.people.get(found.invited_by, now)
        meant = desk.people.get(found.person, now) if found.person else None
        scopes = [found.scope, *(grant.scope for grant in (meant.grants if meant else ()))]
        return giver is not None and all(takes(desk, giver, scope) for scope in scopes)

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever holds a link that is neither used nor expired."""
        found = self._invitation(desk)
        if found.used is not None:
            raise Refusal("invite_used")
        if found.expires <= moment.now or (found.until is not None and found.until <= moment.now):
            raise Refusal("invite_expired")
        if not self._stands(desk, found, moment.now):
            raise Refusal("invite_unknown")
        if moment.person is not None and moment.person.id == found.invited_by != found.person:
            raise Refusal("invite_own")
        if moment.person is not None and found.person not in {None, moment.person.id}:
            raise Refusal("invite_other")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Make the person (or give the known one another account or grant) and the grant."""
        found = self._invitation(desk)
        if not desk.people.spend(self.digest, self.account, moment.now):
            raise Refusal("invite_used")
        known = desk.people.by_account(self.account, moment.now)
        person = found.person or (known.id if known else None)
        if person is None:
            person = moment.mint()
            desk.people.add(
                Person(id=person, name=found.name, unit=found.unit, language=self.language), moment.now
            )
        if known is None or known.id != person:
            desk.people.attach(self.account, person, moment.now)
        told = {"person": person, "invitation": self.digest[:16], "role": found.role}
        grant = Grant(id=moment.mint(), role=found.role, scope=found.scope, until=found.until)
        after = desk.people.get(person, moment.now)
        if after is not None and any(held(each, grant) for each in after.grants):
            return Told("people", told)
        desk.people.grant(person, grant, moment.now)
        return Told("people", {**told, "grant": grant.id})
