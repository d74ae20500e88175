"""People, what they may do, and the links by which they join."""

from __future__ import annotations

from typing import Literal, get_args

from bot.entities.frozen import Frozen

Role = Literal["coordinator", "assessor", "head", "leader", "unit", "reader", "approver"]
ROLES: tuple[Role, ...] = get_args(Role)
"""Role ids as they are stored and typed."""


class Scope(Frozen):
    """Where a grant holds: everywhere, in one unit, or in one studio."""

    kind: Literal["all", "unit", "studio"]
    key: str = ""
    """The unit's name or the studio's id; empty for `all`."""

    def covers(self, studio: str, unit: str) -> bool:
        """Say whether a studio (by id) of a unit lies in this scope."""
        if self.kind == "all":
            return True
        return self.key == (studio if self.kind == "studio" else unit)


class Grant(Frozen):
    """One role of one person in one scope, until it ends."""

    id: str
    role: Role
    scope: Scope
    until: int | None = None
    """Stored time (ms) from which it no longer holds."""
    since: int = 0
    """Stored time (ms) when it was given."""


class Person(Frozen):
    """Somebody known by the name that the inviter gave."""

    id: str
    name: str
    unit: str = ""
    language: str = "zh-CN"
    grants: tuple[Grant, ...] = ()
    """Only those that hold now."""

    def has(self, *roles: Role) -> bool:
        """Say whether any of the roles is held, in whatever scope."""
        return any(grant.role in roles for grant in self.grants)


class Invitation(Frozen):
    """A one-time link: who is meant, which role it gives, and until when (ms) it opens."""

    digest: str
    """SHA-256 of the secret in the link; the secret itself is never stored."""
    name: str
    unit: str
    role: Role
    scope: Scope
    person: str | None = None
    """An existing person whose account is replaced, if any."""
    invited_by: str | None = None
    expires: int
    used: int | None = None
    revoked: bool = False
    made: int = 0
    """Stored time, ms."""
    used_by: int | None = None
    """The Telegram id of whoever opened it."""
    until: int | None = None
    """Stored time (ms) from which the grant no longer holds."""
