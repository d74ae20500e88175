"""The applications of a round with their ways, read in two questions however many there are: who competes for what.

Who may draw a line, and what it does, is no matter of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bot.changes.applications.of import last_of, steps_open
from bot.entities import Application, ApplicationStep
from bot.ports import Desk
from rubrics.application_way import NOT_SELECTED, outside
from rubrics.model import Rubric
from rubrics.selection import Place, quota, ranked

BEYOND: Final = frozenset({"approved", "published", "named", "reported"})
"""States in which what was selected has been decided upon."""
GONE: Final = frozenset({"rejected", "withdrawn"})
LINED: Final = frozenset({"selected", NOT_SELECTED})
CONDITIONS: Final = "/"
"""What stands between the conditions that hold and those that apply, where the sheet of a visit gives no points."""


@dataclass(frozen=True, slots=True)
class Contest:
    """One track of a round; places may be counted over all its tracks."""

    desk: Desk
    rubric: Rubric
    track: str
    round: tuple[Application, ...]
    """Those of all tracks."""
    ways: Mapping[str, tuple[ApplicationStep, ...]]
    quotas: tuple[str, ...]
    """What was set for the year."""

    def way(self, found: Application) -> tuple[ApplicationStep, ...]:
        """Return its steps so far."""
        return self.ways.get(found.id, ())

    @property
    def every(self) -> tuple[Application, ...]:
        """Those of the track."""
        return tuple(one for one in self.round if one.track == self.track)

    @property
    def candidates(self) -> tuple[Application, ...]:
        """Those among which is selected now: their next step may be the selection."""
        return tuple(one for one in self.every if "selected" in steps_open(self.desk, one, self.way(one)))

    @property
    def drawn(self) -> tuple[Application, ...]:
        """Those on both sides of the line that stands."""
        return tuple(one for one in self.every if one.state == "selected" or self._outside(one))

    def _outside(self, one: Application) -> bool:
        return one.state not in GONE and outside([step.name for step in self.way(one)])

    @property
    def decided(self) -> tuple[Application, ...]:
        """Those of an earlier line about which has been decided."""
        return tuple(one for one in self.every if one.state in BEYOND and last_of(self.way(one), "selected"))

    @property
    def fell_free(self) -> bool:
        """Whether somebody who was selected has been turned down or has gone since the line was drawn last."""
        lines, gone = 0, 0
        for one in self.every:
            steps = self.way(one)
            lines = max(lines, *(step.at for step in steps if step.name in LINED), 0)
            if one.state in GONE and last_of(steps, "selected") is not None:
                gone = max(gone, steps[-1].at)
        return gone > 0 and gone >= lines

    @property
    def liftable(self) -> bool:
        """Whether there is a line that may be lifted."""
        return bool(self.drawn) and (not self.decided or self.fell_free)

    @property
    def ranking(self) -> tuple[Place, ...]:
        """The candidates by the score of their visit; those without one are put in order by hand."""
        return self.ranked(self.candidates)

    def ranked(self, found: Iterable[Application]) -> tuple[Place, ...]:
        """Return some of them by the score of their visit."""
        return ranked({one.id: score_of_visit(self.way(one)) for one in found})

    @property
    def together(self) -> int | None:
        """How many places there are for all tracks together, None where nobody has said it or there is one track."""
        return quota(self.rubric, "", self.quotas) if self.track else None

    @property
    def held(self) -> int:
        """Places that are held in all tracks: by what is decided, and in the other tracks by their lines."""
        return sum(
            one.state in BEYOND or (one.state == "selected" and one.track != self.track) for one in self.round
        )

    @property
    def left(self) -> int | None:
        """How many places are left here, None where nobody has said how many there are."""
        return min(self._limits(), default=None)

    def _limits(self) -> Iterator[int]:
        own = quota(self.rubric, self.track, self.quotas)
        if own is not None:
            yield max(0, own - len(self.decided))
        if self.together is not None:
            yield max(0, self.together - self.held)


def contest(desk: Desk, rubric: str, year: int, track: str) -> Contest | None:
    """Read a track of a round; None where nobody knows the scheme."""
    scheme = next((each for each in desk.library.current() if each.id == rubric), None)
    return contest_of(desk, scheme, year, track) if scheme is not None else None


def contest_of(desk: Desk, scheme: Rubric, year: int, track: str) -> Contest:
    """Read a track of a round whole: places and ties are nobody's scope's alone."""
    given = desk.applications.round(scheme.id, year)
    return Contest(
        desk,
        scheme,
        track,
        desk.applications.of_round(scheme.id, year),
        desk.applications.steps_of_round(scheme.id, year),
        given.quotas if given else (),
    )


def score_of_visit(steps: tuple[ApplicationStep, ...]) -> Decimal | None:
    """Return the points of the visit that counts; how many conditions hold is no score."""
    visit = last_of(steps, "visited")
    if visit is None or not visit.value or CONDITIONS in visit.value:
        return None
    return Decimal(visit.value)


def conditions_of_visit(steps: tuple[ApplicationStep, ...]) -> tuple[str, str] | None:
    """Return how many conditions of how many held on the visit, where its sheet gives no points."""
    visit = last_of(steps, "visited")
    met, between, of = visit.value.partition(CONDITIONS) if visit is not None else ("", "", "")
    return (met, of) if between else None
