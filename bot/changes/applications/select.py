"""The line was drawn through the ranking of a track (差额遴选), or lifted again before anything was approved."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Final

from bot.changes.applications.of import (
    decided_on,
    in_order,
    last_of,
    made_step,
    mark_of,
    reason_of,
    round_stream,
    said_by,
    stepped,
    steps_open,
)
from bot.changes.applications.round import PLACES
from bot.changes.applying.checks import scheme
from bot.changes.base import Change, Moment, Told
from bot.entities import Application, ApplicationStep
from bot.entities.application import ApplicationState
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application_way import LIFTED, NOT_SELECTED, outside
from rubrics.selection import Line, Place, line, quota, ranked

BEYOND: Final = frozenset({"approved", "published", "named", "reported"})
"""States in which what was selected has been decided upon."""
GONE: Final = frozenset({"rejected", "withdrawn"})
BEFORE: Final[tuple[ApplicationState, ...]] = ("visited", "examined", "recommended", "submitted")


class _OfTrack(Change):
    """Something that happens to the applications of one track of a year."""

    rubric: str
    year: int
    track: str = ""
    on: str
    today: str

    def _stream(self) -> str:
        return round_stream(self.rubric, self.year)


class DrawLine(_OfTrack):
    """Draw the line after so many places: those within are selected, the others are told their rank."""

    name: ClassVar[str] = "draw_line"

    places: int
    decider: str
    paper: str = ""
    text: str = ""
    ahead: tuple[str, ...] = ()
    """Who goes first of those with equal scores across the line; `text` says why."""
    mark: str
    """Of the candidates as they were shown."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of all candidates who lead none of them; once, with somebody named first where scores tie."""
        found = candidates(desk, self.rubric, self.year, self.track)
        if any(one.state == "selected" for one in of_track(desk, self.rubric, self.year, self.track)):
            raise Refusal("way_line_drawn")
        if not found:
            raise Refusal("way_line_none")
        for one in found:
            decided_on(desk, one.id, "examine", moment)
            in_order(self.on, self.today, desk.applications.steps(one.id))
        if mark_of(found) != self.mark:
            raise Refusal("way_line_changed")
        said_by(self.decider, self.paper, self.text)
        self._line_between(desk, found)

    def _line_between(self, desk: Desk, found: tuple[Application, ...]) -> None:
        if not 1 <= self.places <= PLACES:
            raise Refusal("way_places", value=str(self.places), most=PLACES)
        most = places_left(desk, found[0])
        if most is not None and self.places > most and not self.text.strip():
            raise Refusal("way_line_quota", places=self.places, quota=most)
        drawn = self._drawn(desk, found)
        if drawn.tied:
            names = tuple(one.name for one in found if one.id in drawn.tied)
            raise Refusal("way_line_tie", names=names, left=drawn.left)
        if line(ranking(desk, found), self.places).tied:
            reason_of(self.text)

    def _drawn(self, desk: Desk, found: tuple[Application, ...]) -> Line:
        return line(ranking(desk, found), self.places, self.ahead)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep rank and side of each."""
        found = candidates(desk, self.rubric, self.year, self.track)
        drawn = self._drawn(desk, found)
        ranks = {place.id: place.rank for place in ranking(desk, found)}
        told = []
        for one in found:
            inside = one.id in drawn.inside
            said = {"decider": self.decider, "paper": self.paper, "text": self.text}
            value = str(ranks[one.id] or "")
            step = made_step(
                one, "selected" if inside else NOT_SELECTED, self.on, moment, value=value, **said
            )
            told.append({**stepped(desk, one, step, moment, "selected" if inside else None), "rank": value})
        return Told(self._stream(), {"track": self.track, "places": self.places, "line": told})


class LiftLine(_OfTrack):
    """Take the line away again, with the reason; the candidates are where they were before it.

    Where something was approved it stands, unless a place fell free after it (递补): what was approved keeps its place.
    """

    name: ClassVar[str] = "lift_line"

    reason: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of all of them who lead none; as long as nothing that was selected has been approved."""
        found = drawn_over(desk, self.rubric, self.year, self.track)
        if not found:
            raise Refusal("way_line_not_drawn")
        beyond = taken_places(desk, self.rubric, self.year, self.track)
        if beyond and not fell_free(desk, self.rubric, self.year, self.track):
            raise Refusal("way_line_approved", name=beyond[0].name)
        for one in found:
            decided_on(desk, one.id, "examine", moment)
            in_order(self.on, self.today, desk.applications.steps(one.id))
        reason_of(self.reason)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Put each back."""
        told = []
        for one in drawn_over(desk, self.rubric, self.year, self.track):
            step = made_step(one, LIFTED, self.on, moment, text=self.reason)
            state = _before(desk.applications.steps(one.id)) if one.state == "selected" else None
            told.append(stepped(desk, one, step, moment, state))
        return Told(self._stream(), {"track": self.track, "lifted": told})


def of_track(desk: Desk, rubric: str, year: int, track: str) -> tuple[Application, ...]:
    """Return the applications of one track of a year."""
    return tuple(one for one in desk.applications.of_round(rubric, year) if one.track == track)


def candidates(desk: Desk, rubric: str, year: int, track: str) -> tuple[Application, ...]:
    """Return those among which is selected now: their next step may be the selection."""
    found = of_track(desk, rubric, year, track)
    return tuple(one for one in found if "selected" in steps_open(desk, one))


def drawn_over(desk: Desk, rubric: str, year: int, track: str) -> tuple[Application, ...]:
    """Return those on both sides of the line that stands."""

    def drawn() -> Iterator[Application]:
        for one in of_track(desk, rubric, year, track):
            names = [step.name for step in desk.applications.steps(one.id)]
            if one.state == "selected" or (outside(names) and one.state not in GONE):
                yield one

    return tuple(drawn())


def score_now(steps: tuple[ApplicationStep, ...]) -> Decimal | None:
    """Return the score of the visit that counts, None where it has none."""
    visit = last_of(steps, "visited")
    return Decimal(visit.value) if visit is not None and visit.value else None


def ranking(desk: Desk, found: tuple[Application, ...]) -> tuple[Place, ...]:
    """Return applications by the score of their visit."""
    return ranked({one.id: score_now(desk.applications.steps(one.id)) for one in found})


def places_of(desk: Desk, found: Application) -> int | None:
    """Return how many may be selected where this one stands, None where nobody has said it."""
    given = desk.applications.round(found.rubric, found.year)
    return quota(scheme(desk, found), found.track, given.quotas if given else ())


def taken_places(desk: Desk, rubric: str, year: int, track: str) -> tuple[Application, ...]:
    """Return those of an earlier line about which has been decided: they hold places."""
    return tuple(
        one
        for one in of_track(desk, rubric, year, track)
        if one.state in BEYOND and last_of(desk.applications.steps(one.id), "selected") is not None
    )


def fell_free(desk: Desk, rubric: str, year: int, track: str) -> bool:
    """Say whether somebody who was selected has been turned down or has gone since the line was drawn last."""
    drawn, gone = 0, 0
    for one in of_track(desk, rubric, year, track):
        steps = desk.applications.steps(one.id)
        drawn = max(drawn, *(step.at for step in steps if step.name in {"selected", NOT_SELECTED}), 0)
        if one.state in GONE and last_of(steps, "selected") is not None:
            gone = max(gone, steps[-1].at)
    return gone > 0 and gone >= drawn


def liftable(desk: Desk, rubric: str, year: int, track: str) -> bool:
    """Say whether there is a line that may be lifted."""
    if not drawn_over(desk, rubric, year, track):
        return False
    return not taken_places(desk, rubric, year, track) or fell_free(desk, rubric, year, track)


def places_left(desk: Desk, found: Application) -> int | None:
    """Return how many places are left where this one stands, None where nobody has said how many there are."""
    most = places_of(desk, found)
    if most is None:
        return None
    return max(0, most - len(taken_places(desk, found.rubric, found.year, found.track)))


def _before(steps: tuple[ApplicationStep, ...]) -> ApplicationState:
    """Return where one was when the line was drawn."""
    taken = {step.name for step in steps}
    return next((name for name in BEFORE if name in taken), "submitted")
