"""What the ranking of a track reads: who was examined with which score, the places, who shares the last one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.changes.applications.of import last_of, mark_of
from bot.changes.applications.select import candidates, liftable, places_left, ranking
from bot.flows.applications.reading import Rounded, Row, read_round, takes
from bot.flows.applications.states import LineState, RoundState
from bot.flows.screen import Ask
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import Track
from rubrics.model import Rubric
from rubrics.selection import Line, Place, line, quota

DRAWN: Final = frozenset({"selected", "not_selected", "approved", "published", "named", "reported"})
"""States behind the line."""


@dataclass(frozen=True, slots=True)
class Lined:
    """A ranking, before the line is drawn or after."""

    state: LineState
    rubric: Rubric
    track: Track | None
    candidates: tuple[Row, ...]
    """Among whom is selected."""
    ranking: tuple[Place, ...]
    """The candidates by score."""
    places: int
    """As it was said, else by the quota; 0: nobody knows."""
    quota: int | None
    line: Line | None
    tied: tuple[str, ...]
    """Who shares the last place, whoever of them was chosen."""
    drawn: tuple[tuple[Row, str], ...]
    """Who stands inside or outside a line that was drawn, with the rank."""
    draws: bool
    lifts: bool
    """The person may lift the line: nothing that it selected is decided upon, or a place fell free since."""
    mark: str
    today: date


def read_line(desk: Desk, ask: Ask, state: LineState) -> Lined:
    """Read for whoever sees the round."""
    rounded = read_round(desk, ask, RoundState(rubric=state.rubric, year=state.year, track=state.track))
    if not rounded.rows:
        raise Refusal("applications_gone")
    if rounded.tracks and rounded.track is None:
        raise Refusal("applications_track")
    seen = {each.found.id: each for each in rounded.rows}
    track = rounded.track.id if rounded.track else ""
    every = candidates(desk, rounded.rubric.id, state.year, track)
    among = tuple(each for each in every if each.id in seen)
    order = ranking(desk, among)
    given = rounded.given.quotas if rounded.given else ()
    # A second line has only the places that the first one left.
    known = places_left(desk, among[0]) if among else quota(rounded.rubric, track, given)
    places = state.places or known or 0
    draws = any(takes(ask.who, "selected", each.studio) for each in rounded.rows)
    return Lined(
        state,
        rounded.rubric,
        rounded.track,
        tuple(seen[each.id] for each in among),
        order,
        places,
        known,
        line(order, places, state.ahead) if places and order else None,
        line(order, places).tied if places and order else (),
        _drawn(desk, rounded),
        draws,
        draws
        and any(each.stands in {"selected", "not_selected"} for each in rounded.rows)
        and liftable(desk, rounded.rubric.id, state.year, track),
        mark_of(every),
        rounded.today,
    )


def _drawn(desk: Desk, rounded: Rounded) -> tuple[tuple[Row, str], ...]:
    """Return who has a place by a line, inside before outside, by rank."""
    found = []
    for each in rounded.rows:
        if each.stands not in DRAWN:
            continue
        steps = desk.applications.steps(each.found.id)
        step = last_of(steps, "not_selected" if each.stands == "not_selected" else "selected")
        if step is not None:
            found.append((each, step.value))
    return tuple(sorted(found, key=lambda one: (one[0].stands == "not_selected", _number(one[1]))))


def _number(value: str) -> int:
    return int(value) if value.isdecimal() else 0
