"""What the changes of an applicant have in common: whose application it is, whether it can still be written on."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot import access
from bot.changes.base import Moment
from bot.changes.registers.checks import retired
from bot.entities import Application, Person, Studio
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import Spot, deadline, spot_at
from rubrics.model import Rubric

WRITABLE: Final = frozenset({"draft", "returned"})
OVER: Final = frozenset({"named", "reported", "carried_out", "rejected", "withdrawn"})
"""From here there is no way on, and nothing to withdraw."""
AGAIN: Final = frozenset({"rejected", "withdrawn"})
"""After these the same studio may apply again in the same year."""
NAME: Final = 60
REASON: Final = 300


def my_place(desk: Desk, studio: str, moment: Moment) -> Studio:
    """Return a studio for which the person may apply, or refuse; nobody applies for one that is retired."""
    found = desk.studios.get(studio)
    if moment.person is None or found is None or not access.may(moment.person, "apply", found):
        raise Refusal("not_yours")
    retired(found)
    return found


def seen_by(desk: Desk, person: Person, application: str) -> Application:
    """Return an application that a person may read as an applicant, or refuse."""
    found = desk.applications.get(application)
    studio = desk.studios.get(found.studio) if found is not None else None
    if found is None or studio is None:
        raise Refusal("apply_gone")
    if found.matter != "name" or not access.may(person, "apply", studio):
        raise Refusal("not_yours")
    return found


def my_application(desk: Desk, application: str, moment: Moment) -> Application:
    """Return an application on which the person may write now, or refuse."""
    if moment.person is None:
        raise Refusal("not_yours")
    found = seen_by(desk, moment.person, application)
    my_place(desk, found.studio, moment)
    if found.state not in WRITABLE:
        raise Refusal("apply_over" if found.state in OVER else "apply_sent")
    return found


def scheme(desk: Desk, found: Application) -> Rubric:
    """Return the version of the scheme with which it was begun."""
    return desk.library.get(found.rubric, found.version)


def spot_of(desk: Desk, found: Application, key: str) -> Spot:
    """Return the place of an application that a key names, or refuse one that it does not have."""
    spot = spot_at(scheme(desk, found), found.track, key)
    if spot is None:
        raise Refusal("not_yours")
    return spot


def last_day(desk: Desk, rubric: Rubric, year: int) -> str:
    """Return the ISO date until which applications are taken; what the desk set stands before the scheme's own."""
    given = desk.applications.round(rubric.id, year)
    if given is not None and given.deadline:
        return given.deadline
    own = deadline(rubric, year)
    return own.isoformat() if own else ""


def in_time(desk: Desk, rubric: Rubric, year: int, today: str) -> None:
    """Refuse what comes after the last day."""
    last = last_day(desk, rubric, year)
    if last and date.fromisoformat(today) > date.fromisoformat(last):
        raise Refusal("apply_late", on=last, today=today)


def touched(desk: Desk, found: Application, moment: Moment) -> None:
    """Store that something was written on it."""
    desk.applications.put(found.model_copy(update={"changed": moment.now, "revision": found.revision + 1}))
