"""Who leads what, and which studios were on the list by a day: read in few questions, since it is asked often."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot import access
from bot.entities import Person, Studio
from bot.ports import Desk
from bot.reminders.kinds import Today

LISTED = "studios"
"""The stream of the history in which studios are put on the list."""


def led(desk: Desk, now: int) -> Iterator[tuple[Person, Studio]]:
    """Yield every leader with each studio in whose log they may write."""
    for leader in desk.people.with_role("leader", now):
        scopes = [grant.scope for grant in leader.grants if grant.role in access.LEADERS]
        for studio in desk.studios.covered(scopes):
            if studio.retired is None:
                yield leader, studio


def listed(desk: Desk, today: Today) -> dict[str, date]:
    """Return the day on which each studio was put on the list."""
    found: dict[str, date] = {}
    for event in desk.history.of(LISTED):
        if event.name == "add_studio":
            found[str(event.payload["studio"])] = today.day_of(event.at)
        elif event.name == "import_studios":
            found.update(dict.fromkeys(map(str, event.payload["new"]), today.day_of(event.at)))
    return found


def writes_log(desk: Desk, person: Person, studio: str) -> bool:
    """Say whether a person may write in a studio's log."""
    found = desk.studios.get(studio)
    return found is not None and access.may(person, "log", found)
