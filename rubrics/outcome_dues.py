"""What falls due, period by period: without what is replaced, and with an eye on what fell due before.

Knows verdicts only as sources of consequences; decides nothing.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rubrics.bands import Band
from rubrics.consequences import Consequence, Due, due
from rubrics.outcome_book import Book
from rubrics.outcome_rules import Occasion
from rubrics.periods import Period
from rubrics.points import ZERO, show

Sources = Sequence[Band | Occasion]


class Ledger:
    """What fell due so far, entered in the order of time."""

    def __init__(self, book: Book, fund: Decimal | None) -> None:
        """Begin with nothing due; `fund` is each year's."""
        self._book = book
        self._fund = fund
        self._entered: list[tuple[Period, Due]] = []

    def enter(self, period: Period, sources: Sources) -> tuple[Due, ...]:
        """Return what falls due in the period by all its sources, and remember it."""
        found: list[Due] = []
        for one, clause in _called(sources, self._book.facts(period), self._book.chosen(period)):
            again = any(other.consequence == one for other in found)
            if (again and not one.is_money) or self._before(period, one):
                continue
            found.append(due(one, clause, self._base(period, one)))
        self._entered += [(period, one) for one in found]
        return tuple(found)

    def unsure(self, period: Period, one: Consequence) -> bool:
        """Whether an earlier period of which nobody knows the verdict may already have had it."""
        return self._book.unknown_before(period, self._span(period, one))

    def _span(self, period: Period, one: Consequence) -> Period:
        return Period.holding(one.once_a or "year", period.end)

    def _before(self, period: Period, one: Consequence) -> bool:
        """Whether the consequence may fall due once in a span and did."""
        span = self._span(period, one)
        return one.once_a is not None and any(
            then.within(span) and other.consequence == one for then, other in self._entered
        )

    def _base(self, period: Period, one: Consequence) -> Decimal | None:
        """The fund, or what is left of it."""
        if self._fund is None or one.of != "rest":
            return self._fund
        year = Period.holding("year", period.end)
        taken = (
            other.amount
            for then, other in self._entered
            if other.consequence.of and other.amount is not None and then.within(year)
        )
        return Decimal(show(self._fund + sum(taken, ZERO)))


def _called(
    sources: Sources, facts: frozenset[str], chosen: frozenset[str]
) -> Iterator[tuple[Consequence, str]]:
    """What the sources call for, without what is replaced, not chosen, or needs a fact that is not there."""
    every = [(one, source.clause) for source in sources for one in source.consequences]
    replaced = {one.replaces for one, _ in every if one.replaces}
    taken = {one.choice for one, _ in every if one.choice and one.name in chosen}
    settled = {one.choice for one, _ in every if one.choice and one.given in facts}
    for one, clause in every:
        if one.id and one.id in replaced:
            continue
        if one.choice in taken:
            if one.name in chosen:
                yield one, clause
            continue
        if one.given not in facts and (one.choice in settled or (one.given and not one.choice)):
            continue
        yield one, clause
