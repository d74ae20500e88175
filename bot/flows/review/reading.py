"""What the review reads: the signed sheets that wait within a coordinator's scope, and all about one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from bot import access
from bot.changes.ballots import evidence_of, notes_of
from bot.changes.contested import decided
from bot.changes.reviewing import returnable, suggested, term
from bot.entities import Appeal, Assessment, Returned, Review, Studio
from bot.flows.month.mine import rubric_title, today
from bot.flows.review.states import ReviewsState, ReviewState
from bot.flows.screen import Ask
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk, read_walk
from bot.ports import Desk, SignedAt
from bot.problems import Refusal
from rubrics.model import Rubric

LEAF: Final = 8
"""Sheets that one card of the list names."""
_LONGEST_CYCLE: Final = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """A signed sheet that nobody has confirmed."""

    sheet: SignedAt
    studio: Studio
    rubric: str
    again: bool
    """It was sent back and is signed anew."""


@dataclass(frozen=True, slots=True)
class Back:
    """A sheet of which items were sent back, and that is not signed anew."""

    found: Assessment
    rubric: str
    due: str
    late: bool


@dataclass(frozen=True, slots=True)
class Reviews:
    """The list."""

    state: ReviewsState
    waiting: tuple[Waiting, ...]
    back: tuple[Back, ...]

    @property
    def leaves(self) -> int:
        """How many cards the waiting sheets fill."""
        return max(1, -(-len(self.waiting) // LEAF))

    @property
    def leaf(self) -> tuple[Waiting, ...]:
        """The sheets of the leaf in view."""
        first = min(self.state.leaf, self.leaves - 1) * LEAF
        return self.waiting[first : first + LEAF]


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet."""

    state: ReviewState
    walk: Walk
    review: Review | None
    by: str
    """Who confirmed it or sent items back."""
    returned: tuple[Returned, ...]
    appeals: tuple[Appeal, ...]
    total: Decimal | None
    """With granted appeals, where there are any."""
    items: tuple[str, ...]
    """What can be sent back."""
    days: int
    suggested: bool
    """Nobody has decided how many days there are."""
    due: date
    today: date

    @property
    def found(self) -> Assessment:
        """The sheet itself."""
        return self.walk.assessment


def scope(desk: Desk, ask: Ask) -> dict[str, Studio]:
    """Return the studios for which the person coordinates; refuses who coordinates none."""
    scopes = [grant.scope for grant in ask.who.grants if grant.role in access.DESK]
    if not scopes:
        raise Refusal("no_role")
    return {each.id: each for each in desk.studios.covered(scopes)}


def read_reviews(desk: Desk, ask: Ask, state: ReviewsState) -> Reviews:
    """Return what waits for the person, the oldest signature first."""
    studios = scope(desk, ask)
    waiting = sorted(_waiting(desk, ask, studios), key=lambda each: (each.sheet.at, each.studio.name))
    return Reviews(state, tuple(waiting), tuple(_back(desk, ask, studios)))


def waits(desk: Desk, ask: Ask) -> int:
    """Return how many signed sheets wait for the person."""
    return len(tuple(_waiting(desk, ask, scope(desk, ask))))


def _waiting(desk: Desk, ask: Ask, studios: dict[str, Studio]) -> Iterator[Waiting]:
    for rubric in desk.library.current():
        signed = desk.visits.signed_in(rubric.id, _periods(desk, rubric))
        reviews = desk.reviews.many(rubric.id, [each.period for each in signed])
        for sheet in signed:
            studio, review = studios.get(sheet.studio), reviews.get(sheet.assessment)
            if studio is None or (review is not None and review.state == "confirmed"):
                continue
            found = desk.visits.assessment(sheet.assessment)
            if found is not None and access.may(ask.who, "review", found):
                yield Waiting(sheet, studio, rubric_title(rubric, ask.words), review is not None)


def _periods(desk: Desk, rubric: Rubric) -> list[str]:
    """Return every period that a campaign of the rubric may have."""
    periods: list[str] = []
    for year in sorted({each.year for each in desk.visits.campaigns(rubric.id)}):
        periods.append(f"{year}")
        periods += [f"{year}-H{number}" for number in (1, 2)]
        periods += [f"{year}-Q{number}" for number in range(1, 5)]
        periods += [f"{year}-{number:02}" for number in range(1, 13)]
        first, last = year - _LONGEST_CYCLE, year + _LONGEST_CYCLE
        periods += [f"{start}..{year}" for start in range(first, year)]
        periods += [f"{year}..{end}" for end in range(year + 1, last + 1)]
    return periods


def _back(desk: Desk, ask: Ask, studios: dict[str, Studio]) -> Iterator[Back]:
    now = today(ask).isoformat()
    for review in desk.reviews.reopened():
        found = desk.visits.assessment(review.assessment)
        if found is not None and found.studio in studios:
            rubric = desk.library.get(found.visit.rubric, found.visit.version)
            yield Back(
                found, rubric_title(rubric, ask.words), review.due, bool(review.due) and review.due < now
            )


def read_page(desk: Desk, ask: Ask, state: ReviewState) -> Page:
    """Return a sheet with all that a reviewer looks at; refuses whose business it is not."""
    found = desk.visits.assessment(state.assessment)
    access.require(ask.who, "review", found)
    if found is None:
        raise Refusal("not_yours")
    walk = replace(
        read_walk(desk, WalkState(assessment=found.id), found),
        pieces=evidence_of(desk, found),
        notes=notes_of(desk, found),
    )
    review = desk.reviews.of(found.id)
    person = desk.people.get(review.by, ask.now) if review else None
    outcomes = decided(desk, found) if found.state == "signed" else ()
    days, assumed = term(desk, found)
    return Page(
        state=state,
        walk=walk,
        review=review,
        by=person.name if person else "",
        returned=desk.reviews.returned(found.id),
        appeals=tuple(each for each in desk.appeals.of_assessment(found.id) if each.state != "withdrawn"),
        total=outcomes[-1].after if outcomes else None,
        items=returnable(desk, found),
        days=days,
        suggested=assumed and not state.due,
        due=date.fromisoformat(state.due) if state.due else suggested(desk, found, today(ask)),
        today=today(ask),
    )
