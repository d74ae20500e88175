"""Selection from more than can be named (差额遴选): places by score, and the line drawn after so many of them.

Exact scores are compared; whoever has none has no place, and comes after all who have one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rubrics.model import Rubric
from rubrics.ranking import ranks


@dataclass(frozen=True, slots=True)
class Place:
    """One candidate in the order of scores."""

    id: str
    score: Decimal | None
    rank: int | None
    """From 1; equal scores share a rank. None without a score."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a line after so many places leaves inside and outside."""

    inside: tuple[str, ...]
    outside: tuple[str, ...]
    tied: tuple[str, ...]
    """Those of one rank across which the line would run: somebody has to say who goes first."""
    left: int
    """Places for which the tied ones compete."""

    @property
    def decided(self) -> bool:
        """Whether the line runs between two ranks."""
        return not self.tied


def ranked(scores: Mapping[str, Decimal | None]) -> tuple[Place, ...]:
    """Return candidates by score, the best first; those without a score last, in the order given."""
    known = [(one, score) for one, score in scores.items() if score is not None]
    places = ranks([Fraction(score) for _, score in known], "skipped")
    found = [Place(one, score, rank) for (one, score), rank in zip(known, places, strict=True)]
    none = [Place(one, None, None) for one, score in scores.items() if score is None]
    return (*sorted(found, key=lambda place: place.rank or 0), *none)


def line(places: Sequence[Place], count: int, ahead: Iterable[str] = ()) -> Line:
    """Draw the line after so many; `ahead` says who goes first where equal scores lie across it.

    Whoever has no score competes with all others who have none, after everybody who has one.
    """
    inside = [place.id for place in places[:count]]
    outside = [place.id for place in places[count:]]
    if not inside or not outside or places[count - 1].rank != places[count].rank:
        return Line(tuple(inside), tuple(outside), (), 0)
    tied = [place.id for place in places if place.rank == places[count].rank]
    sure = [one for one in inside if one not in tied]
    left = count - len(sure)
    chosen = [one for one in tied if one in set(ahead)]
    if len(chosen) != left:
        return Line(tuple(sure), tuple(one for one in outside if one not in tied), tuple(tied), left)
    beaten = [one for one in tied if one not in chosen]
    return Line((*sure, *chosen), (*beaten, *(one for one in outside if one not in tied)), (), 0)


def contested(candidates: int, count: int) -> bool:
    """Say whether there are more candidates than places (差额): otherwise nobody is left out."""
    return candidates > count


def quota(rubric: Rubric, track: str, given: Iterable[str] = ()) -> int | None:
    """Return how many may be put forward of a track; without a track of all of them together. Both may bind.

    What was set for the year stands before what the scheme says. It is written `track=number`, or `=number`.
    """
    for each in given:
        name, _, number = each.partition("=")
        if name == track and number.isdecimal():
            return int(number)
    if track:
        named = [one for one in rubric.quotas if one.variant == track]
    else:
        # A goal for some day to come is no quota of a year.
        named = [one for one in rubric.quotas if one.variant is None and one.per == "year"]
    found = next(iter(named), None)
    return None if found is None else found.count_to or found.count
