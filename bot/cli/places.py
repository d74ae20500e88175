"""Which visit an export is about: named by its id, or by studio, rubric and period."""

from __future__ import annotations

import typer

from bot.cli.base import say
from bot.entities import Assessment
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.periods import Period

Place = tuple[str | None, str | None, str | None]
"""Studio, rubric and period, as they were typed."""


def checked(visit: str | None, place: Place) -> None:
    """Refuse unless exactly one of both was said."""
    if (visit is None) == (None in place) or (visit is not None and any(place)):
        raise typer.BadParameter(say()("cli.wrong.which_visit"))


def visited(desk: Desk, visit: str | None, place: Place) -> Assessment:
    """Return the assessment of a visit; of a place the signed one, else the open one."""
    said = (each or "" for each in place)
    found = desk.visits.of_visit(visit) if visit is not None else _at(desk, *said)
    if found is None:
        raise Refusal("visit_unknown", visit=visit or " ".join(map(str, place)))
    return found


def _at(desk: Desk, studio: str, rubric: str, period: str) -> Assessment | None:
    known = desk.studios.named(studio) or desk.studios.get(studio)
    if known is None:
        raise Refusal("studio_unknown", name=studio)
    when = Period.parse(period)
    at = (known.id, rubric, str(when), when.kind)
    found = desk.visits.signed_at(*at) or desk.visits.open_at(*at)
    return desk.visits.assessment(found) if found else None
