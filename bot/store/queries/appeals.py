"""Contested items, and what studios answered to signed sheets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import bindparam

from bot.entities import Appeal, Receipt
from bot.store.compiled import Rows, Statement
from bot.store.queries.spoken import Spoken
from bot.store.queries.words import Words
from bot.store.tables import appeals, assessments, receipts, visits
from bot.store.tables_base import fixed

_APPEAL: Final = Spoken(Appeal, appeals, "reason", "ruling")
_GET = Statement(_APPEAL.whole.where(appeals.c.id == bindparam("appeal")))
_OF_ASSESSMENT = Statement(
    _APPEAL.whole.where(appeals.c.assessment == bindparam("assessment")).order_by(
        appeals.c.item, appeals.c.at, appeals.c.id
    )
)
_OF_STUDIO = Statement(
    _APPEAL.whole.where(appeals.c.studio == bindparam("studio")).order_by(
        appeals.c.at.desc(), appeals.c.id.desc()
    )
)
_OPEN = Statement(_APPEAL.whole.where(appeals.c.state == fixed("open")).order_by(appeals.c.at, appeals.c.id))
_CHANGED = Statement(
    _APPEAL.whole.join(assessments, assessments.c.id == appeals.c.assessment)
    .join(visits, visits.c.id == assessments.c.visit)
    .where(visits.c.rubric == bindparam("rubric"), appeals.c.state == fixed("changed"))
    .order_by(appeals.c.decided, appeals.c.id)
)

_RECEIPT: Final = Spoken(Receipt, receipts)
_RECEIPTS = Statement(
    _RECEIPT.whole.where(receipts.c.assessment == bindparam("assessment")).order_by(
        receipts.c.at, receipts.c.person
    )
)


class Appeals:
    """Contested items."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def get(self, appeal: str) -> Appeal | None:
        """Return one."""
        return next(iter(_APPEAL.read(self._rows.all(_GET, appeal=appeal))), None)

    def of_assessment(self, assessment: str) -> tuple[Appeal, ...]:
        """Return those of a sheet, by item and time."""
        return _APPEAL.read(self._rows.all(_OF_ASSESSMENT, assessment=assessment))

    def of_studio(self, studio: str) -> tuple[Appeal, ...]:
        """Return those of a studio, newest first."""
        return _APPEAL.read(self._rows.all(_OF_STUDIO, studio=studio))

    def open(self) -> tuple[Appeal, ...]:
        """Return all that nobody has decided, oldest first."""
        return _APPEAL.read(self._rows.all(_OPEN))

    def changed(self, rubric: str) -> tuple[Appeal, ...]:
        """Return those by which a score of a rubric's sheets was changed, in the order of the decisions."""
        return _APPEAL.read(self._rows.all(_CHANGED, rubric=rubric))

    def put(self, appeal: Appeal, author: str | None) -> Mapping[str, str]:
        """Store one as it is now; returns the salted hashes of its words, by field."""
        return _APPEAL.put(self._rows, self._words, appeal, self.get(appeal.id), author)


class Receipts:
    """What studios answered to signed sheets."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def of(self, assessment: str) -> tuple[Receipt, ...]:
        """Return the answers to a sheet, in the order in which they came."""
        return _RECEIPT.read(self._rows.all(_RECEIPTS, assessment=assessment))

    def put(self, receipt: Receipt) -> None:
        """Keep an answer; a later one of the same person replaces it."""
        _RECEIPT.put(self._rows, self._words, receipt, None, receipt.person)
