"""A coordinator gave somebody who is known one more role."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.giving import require_giving, require_no_conflict
from bot.entities import Grant, Person
from bot.ports import Desk
from bot.problems import Refusal


class GiveGrant(Change):
    """Store a grant; ids are given so that the same press gives it once."""

    name: ClassVar[str] = "give_grant"

    person: str
    grant: Grant

    def _whose(self, desk: Desk, moment: Moment) -> Person:
        found = desk.people.get(self.person, moment.now)
        if moment.person is None or found is None:
            raise Refusal("not_yours")
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators who hold as much; nothing that the person has already, and nothing that is over."""
        found = self._whose(desk, moment)
        require_giving(desk, moment, self.grant.scope, self.grant.until)
        if any(held(each, self.grant) for each in found.grants):
            raise Refusal("people_has", name=found.name)
        if self.grant.until is not None and self.grant.until <= moment.now:
            raise Refusal("people_over")
        require_no_conflict(desk, self.grant.role, self.grant.scope, found.name, found)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        grant = self.grant
        desk.people.grant(self.person, grant, moment.now)
        kept = {
            "grant": grant.id,
            "role": grant.role,
            "scope": grant.scope.model_dump(),
            "until": grant.until,
        }
        return Told("people", {"person": self.person, **kept})


def held(one: Grant, other: Grant) -> bool:
    """Say whether two grants give the same for as long, or the first for longer."""
    if (one.role, one.scope) != (other.role, other.scope):
        return False
    return one.until is None or (other.until is not None and other.until <= one.until)
