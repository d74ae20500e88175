"""What may be given to whom: a role in a scope, by a coordinator who holds at least as much, without a conflict.

A conflict of interest is refused only where the grant could mean nothing else: an assessor of exactly the studio that
they lead. In a wider scope the studio is left out by `bot.access`.
"""

from __future__ import annotations

from bot import access
from bot.changes.base import Moment
from bot.entities import Person, Role, Scope, Studio
from bot.ports import Desk
from bot.problems import Refusal


def unit_of(desk: Desk, scope: Scope) -> str:
    """Return the unit of the studio that a scope is; empty for any other scope."""
    studio = desk.studios.get(scope.key) if scope.kind == "studio" else None
    return studio.unit if studio else ""


def takes(desk: Desk, giver: Person, scope: Scope) -> bool:
    """Say whether somebody sees and may end grants of a scope."""
    return access.gives(giver, scope, unit_of(desk, scope))


def require_giving(desk: Desk, moment: Moment, scope: Scope, until: int | None) -> None:
    """Refuse to give what the giver does not hold, or for longer; the program itself gives what it likes."""
    if moment.person is None:
        return
    unit = unit_of(desk, scope)
    if scope.kind == "studio" and not unit:
        raise Refusal("not_yours")
    if not access.gives(moment.person, scope, unit):
        raise Refusal("people_beyond")
    limit = access.longest(moment.person, scope, unit)
    if limit is not None and (until is None or until > limit):
        raise Refusal("people_longer")


def require_no_conflict(desk: Desk, role: Role, scope: Scope, name: str, person: Person | None) -> None:
    """Refuse an assessor of exactly the studio that they lead, whichever of the two comes first."""
    if scope.kind != "studio":
        return
    studio = desk.studios.get(scope.key)
    if studio is None:
        return
    if role in access.ASSESSORS and _of_studio(studio, name, person):
        raise Refusal("people_conflict", name=name, studio=studio.name)
    held = person.grants if person else ()
    if role in access.LEADERS and any(each.role in access.ASSESSORS and each.scope == scope for each in held):
        raise Refusal("people_conflict", name=name, studio=studio.name)


def own_studios(desk: Desk, role: Role, scope: Scope, name: str, person: Person | None) -> tuple[Studio, ...]:
    """Return the studios of a scope that an assessor of that name leads, and therefore will not assess.

    So it is where the second of the two roles is the leader's.
    """
    if role in access.LEADERS and person is not None:
        return tuple(each for each in desk.studios.covered([scope]) if access.may(person, "assess", each))
    if role not in access.ASSESSORS:
        return ()
    return tuple(each for each in desk.studios.covered([scope]) if _of_studio(each, name, person))


def _of_studio(studio: Studio, name: str, person: Person | None) -> bool:
    return studio.leader == name or (person is not None and access.leads(person, studio.id, studio.unit))
