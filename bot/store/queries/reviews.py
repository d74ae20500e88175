"""What coordinators said of signed sheets, the items that were sent back, and earlier signatures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import bindparam, select

from bot.entities import Returned, Review, Signing
from bot.store.compiled import Rows, Statement
from bot.store.queries.spoken import Spoken
from bot.store.queries.words import Words
from bot.store.tables import assessments, returned_items, reviews, signings, visits

_REVIEW: Final = Spoken(Review, reviews)
_OF = Statement(_REVIEW.whole.where(reviews.c.assessment == bindparam("assessment")))
_IN = Statement(
    _REVIEW.whole.join(assessments, assessments.c.id == reviews.c.assessment)
    .join(visits, visits.c.id == assessments.c.visit)
    .where(visits.c.rubric == bindparam("rubric"), visits.c.period == bindparam("period"))
    .order_by(reviews.c.assessment)
)
_DUE = Statement(
    _REVIEW.whole.join(assessments, assessments.c.id == reviews.c.assessment)
    .where(assessments.c.reopened.is_not(None))
    .order_by(reviews.c.due, reviews.c.assessment)
)
_RETURNED: Final = Spoken(Returned, returned_items, "reason")
_ITEMS = Statement(
    _RETURNED.whole.where(returned_items.c.assessment == bindparam("assessment")).order_by(
        returned_items.c.round, returned_items.c.item
    )
)
_SIGNING: Final = Spoken(Signing, signings)
_SIGNINGS = Statement(
    _SIGNING.whole.where(signings.c.assessment == bindparam("assessment")).order_by(signings.c.round)
)
_BY_OLD = Statement(select(signings.c.assessment).where(signings.c.digest == bindparam("digest")))


class Reviews:
    """The review of signed sheets."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def of(self, assessment: str) -> Review | None:
        """Return what was said of a sheet last."""
        return next(iter(_REVIEW.read(self._rows.all(_OF, assessment=assessment))), None)

    def many(self, rubric: str, periods: Sequence[str]) -> Mapping[str, Review]:
        """Return what was said of the sheets of some periods, by assessment."""
        found = (
            each
            for period in dict.fromkeys(periods)
            for each in _REVIEW.read(self._rows.all(_IN, rubric=rubric, period=period))
        )
        return {each.assessment: each for each in found}

    def reopened(self) -> tuple[Review, ...]:
        """Return those by which items were sent back that are not signed anew yet, by the day until which."""
        return _REVIEW.read(self._rows.all(_DUE))

    def put(self, review: Review) -> None:
        """Keep what is said of a sheet now."""
        _REVIEW.put(self._rows, self._words, review, None, None)

    def returned(self, assessment: str) -> tuple[Returned, ...]:
        """Return the items of a sheet that were ever sent back, by round and item."""
        return _RETURNED.read(self._rows.all(_ITEMS, assessment=assessment))

    def put_returned(self, returned: Returned) -> Mapping[str, str]:
        """Keep that an item was sent back; returns the salted hashes of the words, by field."""
        return _RETURNED.put(self._rows, self._words, returned, None, returned.by)

    def signings(self, assessment: str) -> tuple[Signing, ...]:
        """Return the earlier signatures of a sheet, the first one first."""
        return _SIGNING.read(self._rows.all(_SIGNINGS, assessment=assessment))

    def put_signing(self, signing: Signing) -> None:
        """Keep the signature of a sheet that is opened again."""
        _SIGNING.put(self._rows, self._words, signing, None, None)

    def by_old_digest(self, digest: str) -> str | None:
        """Return the assessment that was signed with this 校验码 and opened again since."""
        found: str | None = self._rows.value(_BY_OLD, digest=digest)
        return found
