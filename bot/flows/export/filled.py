"""Who fills in a list for others to seal: what its head and foot say of them, as far as the bot knows it."""

from __future__ import annotations

from typing import Final

from bot import access
from bot.entities import Person
from bot.entities.frozen import Frozen


class FilledBy(Frozen):
    """A unit and a name, empty where nobody knows."""

    unit: str = ""
    name: str = ""
    dated: bool = True
    """The day on which it is made is the day on which it is filled in."""


NOBODY: Final = FilledBy()
"""Whoever has the shell."""


def filled_by(person: Person) -> FilledBy:
    """Return who fills in a list that a person asks for: one who only reads it takes away a copy with open lines."""
    if not access.may(person, "recommend"):
        return FilledBy(dated=False)
    acting = [grant.scope for grant in person.grants if grant.role in access.LOG_READERS]
    units = {scope.key if scope.kind == "unit" else "" for scope in acting}
    # Whoever leads a studio beside it was known as one of that studio's unit, which hands in nothing for all.
    own = "" if person.has("leader") else person.unit
    return FilledBy(unit=(units.pop() if len(units) == 1 else "") or own, name=person.name)
