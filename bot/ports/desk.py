"""What coordinators decide about outcomes and say of signed sheets; workbooks that they hand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.entities import (
    FactEntry,
    Judgement,
    OwnForm,
    Returned,
    Review,
    Signing,
    Split,
    Upload,
)


class Outcomes(Protocol):
    """What follows from assessments, as people decided it."""

    def facts(self, rubric: str, studio: str | None = None) -> tuple[FactEntry, ...]:
        """Return the facts of a rubric (of one studio), by studio and period."""

    def fact(self, fact: str) -> FactEntry | None:
        """Return one that stands."""

    def put_fact(self, fact: FactEntry) -> Mapping[str, str]:
        """Store one; returns the salted hashes of its words, by field."""

    def drop_fact(self, fact: str) -> None:
        """Take one out; its files stay on disk."""

    def judgement(self, judgement: str) -> Judgement | None:
        """Return one by id."""

    def judgement_at(self, studio: str, rubric: str, period: str) -> Judgement | None:
        """Return the one of a studio and a period."""

    def judgements(self, rubric: str, periods: Sequence[str] | None = None) -> tuple[Judgement, ...]:
        """Return those of a rubric (of some periods), by period and studio."""

    def judgements_of(self, studio: str) -> tuple[Judgement, ...]:
        """Return those of a studio, newest first."""

    def waiting(self) -> tuple[Judgement, ...]:
        """Return those that wait to be approved, oldest first."""

    def put_judgement(self, judgement: Judgement, author: str | None) -> Mapping[str, str]:
        """Store one as it is now; returns the salted hashes of its words, by field."""

    def splits(self, judgement: str) -> tuple[Split, ...]:
        """Return how lump sums are shared out, by consequence and place."""

    def put_splits(self, judgement: str, due: int, given: Sequence[Split]) -> None:
        """Replace how one of them is shared out."""


class Reviews(Protocol):
    """The review of signed sheets."""

    def of(self, assessment: str) -> Review | None:
        """Return what was said of a sheet last."""

    def many(self, rubric: str, periods: Sequence[str]) -> Mapping[str, Review]:
        """Return what was said of the sheets of some periods, by assessment."""

    def reopened(self) -> tuple[Review, ...]:
        """Return those by which items were sent back that are not signed anew yet, by the day until which."""

    def put(self, review: Review) -> None:
        """Keep what is said of a sheet now."""

    def returned(self, assessment: str) -> tuple[Returned, ...]:
        """Return the items of a sheet that were ever sent back, by round and item."""

    def put_returned(self, returned: Returned) -> Mapping[str, str]:
        """Keep that an item was sent back; returns the salted hashes of the words, by field."""

    def signings(self, assessment: str) -> tuple[Signing, ...]:
        """Return the earlier signatures of a sheet, the first one first."""

    def put_signing(self, signing: Signing) -> None:
        """Keep the signature of a sheet that is opened again."""

    def by_old_digest(self, digest: str) -> str | None:
        """Return the assessment that was signed with this 校验码 and opened again since."""


class Uploads(Protocol):
    """Workbooks that wait to be read, or were."""

    def get(self, upload: str) -> Upload | None:
        """Return one."""

    def put(self, upload: Upload) -> None:
        """Store one as it is now."""


class OwnForms(Protocol):
    """Workbooks with marks in their cells."""

    def get(self, form: str) -> OwnForm | None:
        """Return one that stands."""

    def all(self) -> tuple[OwnForm, ...]:
        """Return those that stand, by name."""

    def put(self, form: OwnForm) -> None:
        """Store one as it is now."""

    def drop(self, form: str) -> None:
        """Take one off the list; its file stays on disk."""
