"""Applications as exports know them: whose may be read, who stands on a list, and on the city's final one.

A round is a scheme in a year. A draft is its applicants' alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot import access
from bot.changes.applying.checks import AGAIN
from bot.entities import Application, Person, Scope, Studio
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import forms_of
from rubrics.application_way import standing
from rubrics.forms import Form
from rubrics.model import Rubric
from rubrics.selection import quota as places

SELECTED: Final = frozenset({"selected", "approved", "published", "named", "reported"})
"""States of those that the city hands in; quotas bind them."""
LISTED: Final = SELECTED | {"recommended", "examined", "visited"}
"""States of those that were recommended, and did not fall out since."""


@dataclass(frozen=True, slots=True)
class Place:
    """A round, in some scopes, of one track or of all."""

    rubric: str
    year: int
    scopes: Sequence[Scope]
    track: str = ""

    @property
    def whole(self) -> bool:
        """Whether it is seen from the city: nothing of it is out of scope."""
        return any(each.kind == "all" for each in self.scopes)


def handed_in(found: Application) -> bool:
    """Say whether it was ever handed in, so that others than its applicants know of it."""
    return found.state not in {"draft", "withdrawn"} or found.submitted is not None


def may_read(person: Person, studio: Studio | None, found: Application) -> bool:
    """Say whether a person may read a studio's application: its applicants always, the desk once it is handed in."""
    if studio is None:
        return False
    if access.may(person, "apply", studio):
        return True
    return handed_in(found) and access.may(person, "read_application", studio)


def readable(desk: Desk, person: Person, application: str) -> Application:
    """Return an application that a person may read, or refuse; one that does not exist is refused the same way."""
    found = desk.applications.get(application)
    if found is None or found.matter != "name":  # what is decided about a studio has no papers of its own
        raise Refusal("not_yours")
    if not may_read(person, desk.studios.get(found.studio), found):
        raise Refusal("not_yours")
    return found


def of_studios(desk: Desk, person: Person, rubric: str, year: int) -> dict[str, Application]:
    """Return what a person may read of a round, by studio: what is under way, else what was handed in last."""
    every = desk.applications.of_round(rubric, year)
    studios = {each.id: each for each in desk.studios.covered(access.scopes(person, "read_application"))}
    found: dict[str, Application] = {}
    for each in sorted(every, key=lambda one: (one.state not in AGAIN, one.changed)):
        if may_read(person, studios.get(each.studio), each):
            found[each.studio] = each
    return found


def handed_in_of(desk: Desk, place: Place) -> Iterator[Application]:
    """Yield the applications of a round that were handed in, within the scopes, by unit and name."""
    studios = {each.id for each in desk.studios.covered(place.scopes)}
    for each in desk.applications.of_round(place.rubric, place.year):
        if handed_in(each) and each.studio in studios and place.track in {"", each.track}:
            yield each


def listed(desk: Desk, place: Place, *, final: bool) -> tuple[Application, ...]:
    """Return who was recommended, by unit and name; or who was selected, by rank."""
    on = selected if final else recommended
    found = [each for each in handed_in_of(desk, place) if on(desk, each)]
    return tuple(sorted(found, key=lambda each: (each.track, _rank(desk, each))) if final else found)


def recommended(desk: Desk, found: Application) -> bool:
    """Take those that were recommended and did not fall out since."""
    return _stands(desk, found) in LISTED


def selected(_: Desk, found: Application) -> bool:
    """Take those that the city hands in."""
    return found.state in SELECTED


def _stands(desk: Desk, found: Application) -> str:
    """How far it is; one that came in again after it was sent back is still recommended."""
    if found.state != "submitted":
        return found.state
    return standing(found.state, [each.name for each in desk.applications.steps(found.id)])


def _rank(desk: Desk, found: Application) -> tuple[int, int]:
    """Where it stands in the selection; those selected without a rank come after the ranked ones, as they were."""
    for step in reversed(desk.applications.steps(found.id)):
        if step.name == "selected" and step.value.isascii() and step.value.isdecimal():
            return 0, int(step.value)
    return 1, 0


def list_forms(rubric: Rubric) -> dict[str, Form]:
    """Return the forms on which a scheme lists those that are recommended, by track."""
    tracks = [each.id for each in rubric.variants] or [""]
    return {
        track: form
        for track in tracks
        for form in rubric.forms
        if form not in forms_of(rubric, track) and form.groups and track in (form.variants or (track,))
    }


def lists(rubric: Rubric) -> bool:
    """Fit rubrics that print lists of those that are recommended."""
    return bool(list_forms(rubric))


def quota(desk: Desk, rubric: Rubric, year: int, track: str) -> int | None:
    """Return how many places a track has in a year; None where nobody says."""
    given = desk.applications.round(rubric.id, year)
    return places(rubric, track, given.quotas if given else ())
