"""Somebody opened an invitation link and pressed Start."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
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

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever holds a link that is neither used nor expired."""
        found = self._invitation(desk)
        if found.used is not None:
            raise Refusal("invite_used")
        if found.expires <= moment.now:
            raise Refusal("invite_expired")

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
        grant = Grant(id=moment.mint(), role=found.role, scope=found.scope)
        desk.people.grant(person, grant, moment.now)
        return Told(
            "people",
            {"person": person, "invitation": self.digest[:16], "grant": grant.id, "role": found.role},
        )
