"""What the desk reads of applications: the rounds, the applications of one, an application with its way.

A draft is its applicant's alone: here only that it is not handed in is known of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot import access
from bot.changes.applications.of import way
from bot.changes.applications.step import ACTS
from bot.changes.applying.checks import OVER, last_day
from bot.entities import Application, ApplicationStep, Person, Round, Studio
from bot.flows.applications.states import RoundState
from bot.flows.month.mine import mark_of, today
from bot.flows.screen import Ask, Stale
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import Track, offered, tracks
from rubrics.application_way import WayStep, next_of, standing, way_of
from rubrics.model import Rubric

DOUBLE: Final = frozenset({"submitted", "visited"})
"""States of which the steps tell more: sent back and in again, outside of the line."""
UNDER_WAY: Final = frozenset({"draft", "returned"})
"""States in which it is the applicant's turn."""
AT_ONCE: Final = ("recommended", "examined", "approved", "named", "reported", "carried_out")
"""Steps that many can take by one decision, without more to be said of each."""


def visible(desk: Desk, who: Person) -> dict[str, Studio]:
    """Return the studios whose applications a person may see at the desk, by id; without a role there is a refusal."""
    if not access.may(who, "read_notices"):
        raise Refusal("no_role")
    covered = desk.studios.covered(access.scopes(who, "read_notices"))
    return {each.id: each for each in covered if access.may(who, "read_notices", each)}


def takes(who: Person, step: str, studio: Studio | None) -> bool:
    """Say whether a person may take a step for a studio; nobody decides about one that they lead."""
    if studio is None or access.leads(who, studio.id, studio.unit):
        return False
    return access.may(who, ACTS.get(step, "examine"), studio)


def stands(desk: Desk, found: Application, steps: Sequence[ApplicationStep] | None = None) -> str:
    """Return how far it is: its state, or what a return or a line made of it."""
    if found.state not in DOUBLE:
        return found.state
    taken = desk.applications.steps(found.id) if steps is None else steps
    return standing(found.state, [each.name for each in taken])


@dataclass(frozen=True, slots=True)
class Row:
    """One application on a list."""

    found: Application
    studio: Studio
    stands: str
    nexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A round in one line."""

    rubric: Rubric
    year: int
    last_day: str
    states: Mapping[str, int]
    late: int
    """Not handed in although the last day is over."""
    waiting: int
    """Wait for the person who looks."""


@dataclass(frozen=True, slots=True)
class Desked:
    """Everything under way."""

    rounds: tuple[Brief, ...]
    matters: tuple[Row, ...]
    schemes: tuple[Rubric, ...]
    """Those by which a round may be begun."""
    begins: bool
    """The person may begin a round."""
    opens: bool
    """The person may begin a matter."""
    waiting: int
    """Wait for the person, in rounds and matters."""


@dataclass(frozen=True, slots=True)
class Rounded:
    """One round."""

    state: RoundState
    rubric: Rubric
    given: Round | None
    last_day: str
    rows: tuple[Row, ...]
    """Of the track in view, in whatever state."""
    tracks: tuple[Track, ...]
    sets: bool
    """The person may set deadline and quotas."""
    who: Person
    today: date
    ranks: Mapping[str, str] = field(default_factory=dict)
    """Ranks on the leaf in view, by application."""

    def listed(self) -> tuple[Row, ...]:
        """Return the list in view."""
        which = self.state.which
        return tuple(each for each in self.rows if which in {"", each.stands})

    def late(self) -> tuple[Row, ...]:
        """Return who did not hand in although the last day is over."""
        over = bool(self.last_day) and self.today.isoformat() > self.last_day
        return tuple(each for each in self.rows if over and each.found.state in UNDER_WAY)

    def ready(self, step: str) -> tuple[Row, ...]:
        """Return what can take a step by the person's decision, in the track in view."""
        return tuple(each for each in self.rows if step in each.nexts and takes(self.who, step, each.studio))

    @property
    def way(self) -> tuple[WayStep, ...]:
        """The way of the scheme as it is now, for the words that it has for its steps."""
        return way_of(self.rubric, self.track.id if self.track else "")

    @property
    def track(self) -> Track | None:
        """The track in view."""
        return track_at(self.tracks, self.state.track)


def track_at(among: Sequence[Track], number: str) -> Track | None:
    """Return the track that a number names; empty: none; a number that there is not is a dead button."""
    if not number:
        return None
    if not (number.isascii() and number.isdecimal()) or int(number) >= len(among):
        raise Stale
    return among[int(number)]


def rubric_named(desk: Desk, letters: str) -> Rubric:
    """Return the scheme that the letters of a button stand for, as it is now."""
    found = next((each for each in desk.library.current() if mark_of(each.id) == letters), None)
    if found is None:
        raise Stale
    return found


def row_of(
    desk: Desk,
    found: Application,
    studios: Mapping[str, Studio],
    ways: Mapping[str, tuple[ApplicationStep, ...]],
) -> Row:
    """Return it as a list shows it; `ways` are the steps of all of them, read in one question."""
    at = stands(desk, found, ways.get(found.id, ()))
    return Row(found, studios[found.studio], at, next_of(way(desk, found), at))


def _known(found: Application) -> bool:
    """Say whether the desk knows of it: what was taken back before it was handed in never came."""
    return found.state != "withdrawn" or found.submitted is not None


def read_desk(desk: Desk, ask: Ask) -> Desked:
    """Read what is under way within the scope of the person's grants."""
    studios, who = visible(desk, ask.who), ask.who
    current = desk.library.current()
    schemes = tuple(each for each in current if offered(each))
    # What was begun by a scheme goes on, though nobody begins by it any more.
    known = {each.id: each for each in current}
    given = [(each.rubric, each.year) for each in desk.applications.rounds()]
    places = sorted({*desk.applications.years(), *given}, key=lambda each: (-each[1], each[0]))
    sets = access.may(who, "publish")
    ways = desk.applications.steps_undecided()
    briefs = []
    for rubric, year in places:
        rows = [
            row_of(desk, each, studios, ways)
            for each in desk.applications.of_round(rubric, year)
            if each.studio in studios and _known(each)
        ]
        if rubric in known and (rows or sets):
            briefs.append(_brief(desk, ask, known[rubric], year, rows))
    matters = matters_open(desk, who, studios, ways)
    opens = access.may(who, "begin_matter")
    waiting = sum(each.waiting for each in briefs) + sum(waits(who, each) for each in matters)
    return Desked(tuple(briefs), matters, schemes, sets, opens, waiting)


def matters_open(
    desk: Desk,
    who: Person,
    studios: Mapping[str, Studio],
    ways: Mapping[str, tuple[ApplicationStep, ...]],
) -> tuple[Row, ...]:
    """Return what is under way about studios that are named already, what waits for the person first."""
    found = (
        row_of(desk, each, studios, ways)
        for each in desk.applications.matters()
        if each.studio in studios and each.state not in OVER
    )
    return tuple(sorted(found, key=lambda each: not waits(who, each)))


def waits(who: Person, row: Row) -> bool:
    """Say whether a next step is the person's."""
    return any(takes(who, step, row.studio) for step in row.nexts)


def _brief(desk: Desk, ask: Ask, rubric: Rubric, year: int, rows: Sequence[Row]) -> Brief:
    last = last_day(desk, rubric, year)
    over = bool(last) and today(ask).isoformat() > last
    return Brief(
        rubric,
        year,
        last,
        Counter(each.stands for each in rows),
        sum(over and each.found.state in UNDER_WAY for each in rows),
        sum(waits(ask.who, each) for each in rows),
    )


def read_round(desk: Desk, ask: Ask, state: RoundState) -> Rounded:
    """Read a round within the scope of the person's grants."""
    studios = visible(desk, ask.who)
    rubric = rubric_named(desk, state.rubric)
    among = tracks(rubric)
    track = track_at(among, state.track)
    # Of a long list only those steps are read without which nobody knows how far one is.
    ways = desk.applications.steps_undecided()
    rows = tuple(
        row_of(desk, each, studios, ways)
        for each in desk.applications.of_round(rubric.id, state.year)
        if each.studio in studios and _known(each) and (track is None or each.track == track.id)
    )
    return Rounded(
        state,
        rubric,
        desk.applications.round(rubric.id, state.year),
        last_day(desk, rubric, state.year),
        rows,
        among,
        access.may(ask.who, "publish"),
        ask.who,
        today(ask),
    )


def said_before(desk: Desk, among: Sequence[Application], step: str) -> ApplicationStep | None:
    """Return the step of the kind that was entered last among some applications: who decided, by which paper."""
    recent = sorted(among, key=lambda each: -each.changed)[:6]
    steps = [one for each in recent for one in desk.applications.steps(each.id) if one.name == step]
    return max(steps, key=lambda one: one.at, default=None)
