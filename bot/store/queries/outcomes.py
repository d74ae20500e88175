"""Facts that coordinators enter, what is decided about outcomes, and how lump sums are shared out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import bindparam, delete, update

from bot.entities import FactEntry, Judgement, Split
from bot.store.compiled import Rows, Statement
from bot.store.queries.spoken import Spoken
from bot.store.queries.words import Words
from bot.store.tables import facts, judgements, splits
from bot.store.tables_base import fixed

_FACT: Final = Spoken(FactEntry, facts, "note", left=("dropped",))
_STANDING = facts.c.dropped == fixed(0)
_GET_FACT = Statement(_FACT.whole.where(facts.c.id == bindparam("fact"), _STANDING))
_FACTS = Statement(
    _FACT.whole.where(
        facts.c.studio == bindparam("studio"), facts.c.rubric == bindparam("rubric"), _STANDING
    ).order_by(facts.c.period, facts.c.at, facts.c.id)
)
_FACTS_OF_RUBRIC = Statement(
    _FACT.whole.where(facts.c.rubric == bindparam("rubric"), _STANDING).order_by(
        facts.c.studio, facts.c.period, facts.c.at, facts.c.id
    )
)
_DROP_FACT = Statement(update(facts).where(facts.c.id == bindparam("fact")).values(dropped=fixed(1)))
_JUDGEMENT: Final = Spoken(Judgement, judgements, "reason", "remark", listed=("chosen",))
_GET = Statement(_JUDGEMENT.whole.where(judgements.c.id == bindparam("judgement")))
_AT = Statement(
    _JUDGEMENT.whole.where(
        judgements.c.studio == bindparam("studio"),
        judgements.c.rubric == bindparam("rubric"),
        judgements.c.period == bindparam("period"),
    )
)
_OF_RUBRIC = Statement(
    _JUDGEMENT.whole.where(judgements.c.rubric == bindparam("rubric")).order_by(
        judgements.c.period, judgements.c.studio
    )
)
_WAITING = Statement(
    _JUDGEMENT.whole.where(judgements.c.state == fixed("proposed")).order_by(judgements.c.at, judgements.c.id)
)
_OF_STUDIO = Statement(
    _JUDGEMENT.whole.where(judgements.c.studio == bindparam("studio")).order_by(
        judgements.c.at.desc(), judgements.c.id
    )
)
_SPLIT: Final = Spoken(Split, splits)
_SPLITS = Statement(
    _SPLIT.whole.where(splits.c.judgement == bindparam("judgement")).order_by(splits.c.due, splits.c.place)
)
_FORGET_SPLITS = Statement(
    delete(splits).where(splits.c.judgement == bindparam("judgement"), splits.c.due == bindparam("due"))
)


class Outcomes:
    """What follows from assessments, as people decided it."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def facts(self, rubric: str, studio: str | None = None) -> tuple[FactEntry, ...]:
        """Return the facts of a rubric (of one studio), by studio and period."""
        if studio is None:
            return _FACT.read(self._rows.all(_FACTS_OF_RUBRIC, rubric=rubric))
        return _FACT.read(self._rows.all(_FACTS, studio=studio, rubric=rubric))

    def fact(self, fact: str) -> FactEntry | None:
        """Return one that stands."""
        return next(iter(_FACT.read(self._rows.all(_GET_FACT, fact=fact))), None)

    def put_fact(self, fact: FactEntry) -> Mapping[str, str]:
        """Store one; returns the salted hashes of its words, by field."""
        return _FACT.put(self._rows, self._words, fact, self.fact(fact.id), fact.by)

    def drop_fact(self, fact: str) -> None:
        """Take one out; its files stay on disk."""
        self._rows.run(_DROP_FACT, fact=fact)

    def judgement(self, judgement: str) -> Judgement | None:
        """Return one by id."""
        return next(iter(_JUDGEMENT.read(self._rows.all(_GET, judgement=judgement))), None)

    def judgement_at(self, studio: str, rubric: str, period: str) -> Judgement | None:
        """Return the one of a studio and a period."""
        rows = self._rows.all(_AT, studio=studio, rubric=rubric, period=period)
        return next(iter(_JUDGEMENT.read(rows)), None)

    def judgements(self, rubric: str, periods: Sequence[str] | None = None) -> tuple[Judgement, ...]:
        """Return those of a rubric (of some periods), by period and studio."""
        found = _JUDGEMENT.read(self._rows.all(_OF_RUBRIC, rubric=rubric))
        return found if periods is None else tuple(each for each in found if each.period in periods)

    def judgements_of(self, studio: str) -> tuple[Judgement, ...]:
        """Return those of a studio, newest first."""
        return _JUDGEMENT.read(self._rows.all(_OF_STUDIO, studio=studio))

    def waiting(self) -> tuple[Judgement, ...]:
        """Return those that wait to be approved, oldest first."""
        return _JUDGEMENT.read(self._rows.all(_WAITING))

    def put_judgement(self, judgement: Judgement, author: str | None) -> Mapping[str, str]:
        """Store one as it is now; returns the salted hashes of its words, by field."""
        before = self.judgement(judgement.id)
        return _JUDGEMENT.put(self._rows, self._words, judgement, before, author)

    def splits(self, judgement: str) -> tuple[Split, ...]:
        """Return how lump sums are shared out, by consequence and place."""
        return _SPLIT.read(self._rows.all(_SPLITS, judgement=judgement))

    def put_splits(self, judgement: str, due: int, given: Sequence[Split]) -> None:
        """Replace how one of them is shared out."""
        self._rows.run(_FORGET_SPLITS, judgement=judgement, due=due)
        for each in given:
            _SPLIT.put(self._rows, self._words, each, None, None)
