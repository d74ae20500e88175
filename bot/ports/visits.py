"""Where it happens: rubric versions, campaigns, visits and assessments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.entities import (
    Assessment,
    Campaign,
    Comments,
    Note,
    Signature,
    Visit,
)
from bot.entities.visit import SignedSheet
from rubrics.model import Rubric


@dataclass(frozen=True, slots=True)
class Ready:
    """A material that a studio handed in for an item."""

    id: str
    name: str
    """As the rubric asks for it."""


@dataclass(frozen=True, slots=True)
class Owed:
    """What an earlier sheet says of the item that is still to be put right."""

    letter: str
    problem: str
    state: str
    """`open`, `returned`, or `done`: handed in and not decided yet."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an item under assessment."""

    before: SignedSheet | None = None
    """The sheet of the period before."""
    own: SignedSheet | None = None
    """The studio's own sheet of this period."""
    ready: tuple[Ready, ...] = ()
    """What was handed in for the item, in the order in which it came."""
    owed: tuple[Owed, ...] = ()
    """What is still to be put right on it, oldest first."""
    notes: tuple[Note, ...] = ()
    """Of the assessment, oldest first."""
    reasons: tuple[str, ...] = ()
    """The words most used for the rule, most used first; three at most."""


@dataclass(frozen=True, slots=True)
class SignedAt:
    """A signed official sheet, one of many."""

    studio: str
    period: str
    kind: str
    assessment: str
    visit: str
    version: int
    campaign: str
    at: int
    """When it was signed, ms."""
    figures: Mapping[str, Any]
    """As they were kept at signing."""


@dataclass(frozen=True, slots=True)
class OpenAt:
    """An official visit that is open, one of many."""

    studio: str
    period: str
    kind: str
    assessment: str
    visit: str
    opened: int
    """Stored time, ms."""
    prepared: bool
    members: tuple[str, ...]
    """Person ids, the head first."""


class Library(Protocol):
    """The published rubric versions; a rubric is parsed once per process."""

    def current(self) -> tuple[Rubric, ...]:
        """Return the newest version of every rubric, by id."""

    def get(self, rubric: str, version: int) -> Rubric:
        """Return one version; an unknown one is a broken database (KeyError)."""

    def versions(self, rubric: str) -> tuple[tuple[int, int], ...]:
        """Return every version of a rubric with the time (ms) since which it is here, oldest first."""

    def text(self, rubric: str, version: int) -> str:
        """Return the file that a version was read from; an unknown one is a broken database (KeyError)."""

    def publish(self, rubric: Rubric, text: str, sha256: str, now: int) -> None:
        """Store a new version with the text it was read from."""


class Visits(Protocol):
    """Campaigns, visits and assessments."""

    def campaign(self, rubric: str, version: int, year: int, scope: str) -> Campaign | None:
        """Return the campaign of a rubric version in a year."""

    def campaign_by(self, campaign: str) -> Campaign | None:
        """Return a campaign by its id."""

    def campaigns(self, rubric: str) -> tuple[Campaign, ...]:
        """Return the campaigns of a rubric, by year and version."""

    def add_campaign(self, campaign: Campaign) -> None:
        """Store a new campaign."""

    def around(
        self,
        place: tuple[str, str, str, str],
        before: str,
        own_kind: str,
        item: str,
        spoken: tuple[str, str] = ("", ""),
    ) -> Around:
        """Return what stands around an item, in one question.

        The place is studio, rubric, period and kind; `before` is the period before, `own_kind` the kind of the studio's
        own sheet; `spoken` the assessment whose notes are wanted and the letter whose reasons are, each may be empty.
        """

    def any_signed(self, campaign: str) -> bool:
        """Say whether anything of a campaign is signed: then its rulings stand."""

    def rule(self, campaign: str, rulings: dict[str, str], assumed: tuple[str, ...]) -> None:
        """Replace the rulings of a campaign."""

    def add(self, visit: Visit, assessment: str, variant: str | None, members: Sequence[str]) -> None:
        """Store a visit with its one joint assessment and the members (the head first)."""

    def set_members(self, assessment: str, members: Sequence[str], now: int) -> None:
        """Replace the members, the head first; who stays keeps the time of joining."""

    def cancel(self, visit: str) -> None:
        """Close an open visit without a sheet."""

    def reopen(self, assessment: str, items: Sequence[str]) -> None:
        """Open a signed sheet again for some items; its signatures are gone (kept elsewhere), its round is one more."""

    def signed_in(self, rubric: str, periods: Sequence[str]) -> tuple[SignedAt, ...]:
        """Return the newest official sheet of each studio, period and kind."""

    def open_in(self, rubric: str, periods: Sequence[str]) -> tuple[OpenAt, ...]:
        """Return the official visits that are open, by studio and period."""

    def open_at(self, studio: str, rubric: str, period: str, kind: str) -> str | None:
        """Return the id of the open visit's assessment at a place and period, if there is one."""

    def signed_at(self, studio: str, rubric: str, period: str, kind: str) -> str | None:
        """Return the id of a signed assessment at a place and period, if there is one."""

    def signed_sheet(self, studio: str, rubric: str, period: str, kind: str) -> SignedSheet | None:
        """Return what the newest signed assessment at a place and period came to, if there is one."""

    def open_of(self, person: str) -> tuple[Assessment, ...]:
        """Return the open assessments of which a person is a member, newest first."""

    def open_by(self, rubric: str) -> tuple[Assessment, ...]:
        """Return the open assessments by any version of a rubric, by studio and period."""

    def signed_of(self, studio: str, most: int) -> tuple[Assessment, ...]:
        """Return the signed assessments of a studio, newest first, at most so many; self-assessments are among them."""

    def signed_by(self, person: str) -> frozenset[str]:
        """Return the ids of the assessments that a person has signed."""
        ...

    def move(self, visit: str, campaign: str, version: int) -> None:
        """Give an open visit to the campaign of another version; the version it was opened with is kept."""

    def rubrics_at(self, studio: str) -> tuple[str, ...]:
        """Return the ids of the rubrics by which a studio was ever visited, self-assessments aside."""

    def latest_of(self, person: str) -> Assessment | None:
        """Return the person's assessment touched last, signed or not."""

    def join(self, assessment: str, person: str, now: int) -> None:
        """Make a person a member."""

    def assessment(self, assessment: str) -> Assessment | None:
        """Return an assessment with its visit, studio, rulings, members and signatures."""

    def of_visit(self, visit: str) -> Assessment | None:
        """Return the joint assessment of a visit."""

    def comment(self, assessment: str, comments: Comments) -> None:
        """Set 综合意见."""

    def pass_gaps(self, assessment: str) -> None:
        """Keep that the assessor goes on with missing notes and materials."""

    def sign(
        self,
        assessment: str,
        signature: Signature,
        digest: str,
        sheet: Mapping[str, Any],
        others: Sequence[Signature] = (),
    ) -> None:
        """Close the assessment with a signature, its 校验码 and the figures of the sheet.

        `others` are those who signed before, where the last one of several closes it.
        """

    def sheet(self, assessment: str) -> Mapping[str, Any] | None:
        """Return the figures stored at signing."""

    def by_digest(self, digest: str) -> Assessment | None:
        """Return the assessment whose 校验码 this is."""

    def seal(self, assessment: str, now: int) -> None:
        """Mark that the seal is in the history."""
