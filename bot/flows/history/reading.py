"""What the history screen reads: whose sheets one may look at, the rows of one, and what a person did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot import access
from bot.changes.group import group_stream
from bot.changes.studio_log import stream_of
from bot.entities import Assessment, Event, Person, Scope, Studio
from bot.flows.history.states import HistoryState
from bot.flows.history.telling import Line, Teller
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.ports import Desk
from bot.problems import Refusal

LEAF: Final = 8
"""Rows, studios or people of one card."""
SIGNED: Final = 30
"""Signed sheets of a studio that are listed, the newest."""
_READ: Final = 200
"""Rows of a person that are read for one card."""
_SHARED: Final = ("people", "studios")
"""Streams that are about no single studio."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is in view; only what belongs to its kind is filled."""

    state: HistoryState
    studios: tuple[Studio, ...] = ()
    studio: Studio | None = None
    sheets: tuple[Assessment, ...] = ()
    rubrics: Mapping[str, str] = field(default_factory=dict)
    """What the rubrics of the sheets are called, by the sheets' ids."""
    people: tuple[Person, ...] = ()
    found: Assessment | None = None
    person: Person | None = None
    lines: tuple[Line, ...] = ()
    count: int = 0
    """Of the whole list."""
    broken: int | None = None
    """The first row that does not fit the chain."""
    older: tuple[int, int] | None = None
    """Where a person's next card begins: before which time (ms), and how many rows of that time were shown."""
    desk: bool = False
    """The person coordinates: what people did is theirs to see too."""

    @property
    def leaves(self) -> int:
        """How many cards there are."""
        return max(1, -(-self.count // LEAF))


def read(desk: Desk, ask: Ask, state: HistoryState) -> Page:
    """Read what the state names; refuses what is not the person's to see."""
    match state.what:
        case "sheet":
            return _sheet(desk, ask, state)
        case "people":
            return _people(desk, ask, state)
        case "person":
            return _person(desk, ask, state)
        case "studio":
            return _studio(desk, ask, state)
        case _:
            return _studios(desk, ask, state)


def events_of(desk: Desk, found: Assessment) -> tuple[Event, ...]:
    """Return everything that happened to a sheet, oldest first."""
    streams = (found.visit.id, group_stream(found.visit.id))
    rows = [each for stream in streams for each in desk.history.of(stream)]
    return tuple(sorted(rows, key=lambda each: (each.at, each.stream != found.visit.id, each.seq)))


def broken(desk: Desk, found: Assessment) -> int | None:
    """Recompute the chains of a sheet; returns the first row that does not fit."""
    checked = (desk.history.verify(stream) for stream in (found.visit.id, group_stream(found.visit.id)))
    return next((each for each in checked if each is not None), None)


def _scopes(ask: Ask) -> list[Scope]:
    roles = (*access.DESK, *access.ASSESSORS, *access.LEADERS)
    found = [grant.scope for grant in ask.who.grants if grant.role in roles]
    if not found:
        raise Refusal("no_role")
    return found


def _studios(desk: Desk, ask: Ask, state: HistoryState) -> Page:
    every = desk.studios.covered(_scopes(ask))
    shown = every[state.leaf * LEAF : (state.leaf + 1) * LEAF]
    return Page(state, studios=shown, count=len(every), desk=_coordinates(ask))


def _studio(desk: Desk, ask: Ask, state: HistoryState) -> Page:
    studio = desk.studios.get(state.id)
    if studio is None or all(each.id != state.id for each in desk.studios.covered(_scopes(ask))):
        raise Refusal("not_yours")
    mine = [each for each in _sheets(desk, studio) if access.may(ask.who, "look", each)]
    shown = mine[state.leaf * LEAF : (state.leaf + 1) * LEAF]
    names = {
        each.id: rubric_name(desk.library.get(each.visit.rubric, each.visit.version), ask.words)
        for each in shown
    }
    return Page(state, studio=studio, sheets=tuple(shown), rubrics=names, count=len(mine))


def _sheets(desk: Desk, studio: Studio) -> Iterator[Assessment]:
    """Yield the open sheets of a studio, then the signed ones."""
    for rubric in desk.library.current():
        yield from (each for each in desk.visits.open_by(rubric.id) if each.studio == studio.id)
    yield from desk.visits.signed_of(studio.id, SIGNED)


def _sheet(desk: Desk, ask: Ask, state: HistoryState) -> Page:
    found = desk.visits.assessment(state.id)
    access.require(ask.who, "look", found)
    if found is None:
        raise Refusal("not_yours")
    lines = Teller(desk, ask.words, ask.now).lines(events_of(desk, found))[::-1]
    shown = lines[state.leaf * LEAF : (state.leaf + 1) * LEAF]
    return Page(state, found=found, lines=tuple(shown), count=len(lines), broken=broken(desk, found))


# --- what people did


def _coordinates(ask: Ask) -> bool:
    return ask.who.has(*access.DESK)


def _desk_scopes(ask: Ask) -> list[Scope]:
    found = [grant.scope for grant in ask.who.grants if grant.role in access.DESK]
    if not found:
        raise Refusal("no_role")
    return found


def _people(desk: Desk, ask: Ask, state: HistoryState) -> Page:
    _desk_scopes(ask)
    every = desk.people.everybody(ask.now)
    shown = every[state.leaf * LEAF : (state.leaf + 1) * LEAF]
    return Page(state, people=shown, count=len(every), desk=True)


def _person(desk: Desk, ask: Ask, state: HistoryState) -> Page:
    scopes = _desk_scopes(ask)
    person = desk.people.get(state.id, ask.now)
    if person is None:
        raise Refusal("not_yours")
    before = state.before or ask.now + 1
    rows = desk.history.by_person(state.id, before, state.leaf + _READ)
    shown: list[Event] = []
    at = state.leaf
    while at < len(rows) and len(shown) < LEAF:
        if _within(desk, ask, scopes, rows[at]):
            shown.append(rows[at])
        at += 1
    lines = Teller(desk, ask.words, ask.now).lines(shown)
    more = at < len(rows) or len(rows) == state.leaf + _READ
    older = _after(rows[:at]) if more else None
    return Page(state, person=person, lines=tuple(lines), older=older, desk=True)


def _after(rows: Sequence[Event]) -> tuple[int, int]:
    """Return where the next card begins: a time, and how many of that moment were shown."""
    last = rows[-1].at
    return last + 1, sum(each.at == last for each in rows)


def _within(desk: Desk, ask: Ask, scopes: list[Scope], event: Event) -> bool:
    """Say whether a row is about a sheet that the person may look at, or a studio within these scopes.

    What is about no studio is for those who see all. A ballot that is not to be seen is not told of either.
    """
    found = desk.visits.of_visit(event.stream)
    if found is not None:
        return access.may(ask.who, "look", found)
    if any(scope.kind == "all" for scope in scopes):
        return True
    studio = _studio_of(desk, event)
    return studio is not None and any(scope.covers(studio.id, studio.unit) for scope in scopes)


def _studio_of(desk: Desk, event: Event) -> Studio | None:
    named = str(event.payload.get("studio", ""))
    if event.stream in _SHARED:
        return desk.studios.get(named) if named else None
    log = event.stream.removeprefix(stream_of(""))
    return desk.studios.get(named or log)
