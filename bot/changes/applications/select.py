"""The line was drawn through the ranking of a track (差额遴选), or lifted again before anything was approved."""

from __future__ import annotations

from typing import ClassVar, Final

from bot.changes.applications.contest import Contest, contest
from bot.changes.applications.of import (
    decided_on_all,
    in_order,
    made_step,
    mark_of,
    reason_of,
    round_stream,
    said_by,
    stepped,
)
from bot.changes.applications.round import PLACES
from bot.changes.base import Change, Moment, Told
from bot.entities import Application, ApplicationStep
from bot.entities.application import ApplicationState
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application_way import LIFTED, NOT_SELECTED
from rubrics.selection import line

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

    def _contest(self, desk: Desk) -> Contest:
        found = contest(desk, self.rubric, self.year, self.track)
        if found is None:
            raise Refusal("not_yours")
        return found


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
        field = self._contest(desk)
        if any(one.state == "selected" for one in field.every):
            raise Refusal("way_line_drawn")
        found = field.candidates
        if not found:
            raise Refusal("way_line_none")
        decided_on_all(desk, found, "examine", moment)
        for one in found:
            in_order(self.on, self.today, field.way(one))
        if mark_of(found) != self.mark:
            raise Refusal("way_line_changed")
        said_by(self.decider, self.paper, self.text)
        self._line_between(field)

    def _line_between(self, field: Contest) -> None:
        if not 1 <= self.places <= PLACES:
            raise Refusal("way_places", value=str(self.places), most=PLACES)
        most = field.left
        if most is not None and self.places > most and not self.text.strip():
            raise Refusal("way_line_quota", places=self.places, quota=most)
        ranking = field.ranking
        drawn = line(ranking, self.places, self.ahead)
        if drawn.tied:
            names = tuple(one.name for one in field.every if one.id in drawn.tied)
            raise Refusal("way_line_tie", names=names, left=drawn.left)
        if line(ranking, self.places).tied:
            reason_of(self.text)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep rank and side of each."""
        field = self._contest(desk)
        ranking = field.ranking
        inside = set(line(ranking, self.places, self.ahead).inside)
        ranks = {place.id: place.rank for place in ranking}
        told = []
        for one in field.candidates:
            name = "selected" if one.id in inside else NOT_SELECTED
            said = {"decider": self.decider, "paper": self.paper, "text": self.text}
            value = str(ranks[one.id] or "")
            step = made_step(one, name, self.on, moment, value=value, **said)
            state: ApplicationState | None = "selected" if one.id in inside else None
            told.append({**stepped(desk, one, step, moment, state), "rank": value})
        return Told(self._stream(), {"track": self.track, "places": self.places, "line": told})


class LiftLine(_OfTrack):
    """Take the line away again, with the reason; the candidates are where they were before it.

    Where something was approved it stands, unless a place fell free after it (递补): what was approved keeps its place.
    """

    name: ClassVar[str] = "lift_line"

    reason: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of all of them who lead none; as long as nothing that was selected has been approved."""
        field = self._contest(desk)
        found = field.drawn
        if not found:
            raise Refusal("way_line_not_drawn")
        if field.decided and not field.fell_free:
            raise Refusal("way_line_approved", name=field.decided[0].name)
        decided_on_all(desk, found, "examine", moment)
        for one in found:
            in_order(self.on, self.today, field.way(one))
        reason_of(self.reason)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Put each back."""
        field, told = self._contest(desk), []
        for one in field.drawn:
            step = made_step(one, LIFTED, self.on, moment, text=self.reason)
            state = _before(field.way(one)) if one.state == "selected" else None
            told.append(stepped(desk, one, step, moment, state))
        return Told(self._stream(), {"track": self.track, "lifted": told})


def of_track(desk: Desk, rubric: str, year: int, track: str) -> tuple[Application, ...]:
    """Return the applications of one track of a year."""
    return tuple(one for one in desk.applications.of_round(rubric, year) if one.track == track)


def candidates(desk: Desk, rubric: str, year: int, track: str) -> tuple[Application, ...]:
    """Return those among which is selected now: their next step may be the selection."""
    found = contest(desk, rubric, year, track)
    return found.candidates if found is not None else ()


def _before(steps: tuple[ApplicationStep, ...]) -> ApplicationState:
    """Return where one was when the line was drawn."""
    taken = {step.name for step in steps}
    return next((name for name in BEFORE if name in taken), "submitted")
