"""Several ballots on one studio become one result: the mean, the mean without extremes, or the head's.

Item by item and exactly. Knows sheets and what the head decided; nothing of people, chats or paper. Nothing is rounded
but the total, once, and never across a line that decides about money.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from rubrics.points import ZERO, show
from rubrics.rounding import Rounding
from rubrics.sheet import ItemResult, SectionResult, Sheet

Way = Literal["mean", "drop", "head"]
How = Literal["same", "mean", "drop", "head", "settled"]

LEAST_TO_DROP: Final = 3
"""Ballots from which the highest and the lowest can be left out; of fewer the mean is taken."""
PLACES: Final = Rounding(places=2)
"""Of what is printed, and of the total where the scheme itself says nothing."""
REST: Final = "0"
"""What a total has beside its rows (extra deductions, factors, a counted bonus), as a row of its own."""
CONFIRMED: Final = "1"
REJECTED: Final = "0"
"""What the head says of a veto."""


@dataclass(frozen=True, slots=True)
class Row:
    """One item: what each member gave it (None where it does not apply), and what that comes to."""

    no: str
    scores: tuple[Decimal | None, ...]
    """In the order of the ballots, the head's first."""
    result: Fraction | None
    how: How
    beyond: bool
    """They differ by more than is tolerated, or about whether it applies at all: the head settles it."""

    @property
    def given(self) -> tuple[Decimal, ...]:
        """The scores that are any."""
        return tuple(score for score in self.scores if score is not None)

    @property
    def difference(self) -> Decimal:
        """The highest less the lowest."""
        return max(self.given) - min(self.given) if self.given else ZERO

    @property
    def shown(self) -> Decimal | None:
        """The result as it is printed."""
        return None if self.result is None else PLACES.of(self.result)

    @property
    def open(self) -> bool:
        """Whether the head has still to settle it."""
        return self.beyond and self.how != "settled"


@dataclass(frozen=True, slots=True)
class GateRow:
    """One condition: what each member found; without a result as long as they differ and nobody settled it."""

    no: str
    states: tuple[str, ...]
    result: str | None
    settled: bool

    @property
    def beyond(self) -> bool:
        """Whether they differ."""
        return len(set(self.states)) > 1

    @property
    def open(self) -> bool:
        """Whether the head has still to settle it."""
        return self.result is None


@dataclass(frozen=True, slots=True)
class VetoRow:
    """A veto that somebody found; it counts when the head confirms it."""

    no: str
    """Item and letter: `6.1a`."""
    found: tuple[bool, ...]
    confirmed: bool | None

    @property
    def open(self) -> bool:
        """Whether the head has still to decide."""
        return self.confirmed is None


@dataclass(frozen=True, slots=True)
class Combined:
    """All ballots as one result."""

    way: Way
    tolerance: Decimal
    ballots: int
    rows: tuple[Row, ...]
    bonus_rows: tuple[Row, ...]
    penalty_rows: tuple[Row, ...]
    """They count in the `rest`; here they are only told."""
    rest: Row
    gates: tuple[GateRow, ...]
    vetoes: tuple[VetoRow, ...]
    exact: Fraction
    total: Decimal
    bonus: Decimal

    @property
    def few(self) -> bool:
        """Whether extremes were to be left out, and there were too few ballots for that."""
        return self.way == "drop" and self.ballots < LEAST_TO_DROP

    @property
    def rounded(self) -> bool:
        """Whether the total is not exactly what the rows come to."""
        return Fraction(self.total) != self.exact

    @property
    def open(self) -> tuple[str, ...]:
        """What the head has still to settle, in the order of the sheet."""
        rows: Iterable[Row | GateRow | VetoRow] = (*self._all, *self.gates, *self.vetoes)
        return tuple(row.no for row in rows if row.open)

    @property
    def listed(self) -> tuple[str, ...]:
        """What is the head's to settle, settled or not."""
        differing = (row.no for row in self._all if row.beyond or (self.way == "head" and row.difference))
        gates = (row.no for row in self.gates if row.beyond)
        return (*differing, *gates, *(row.no for row in self.vetoes))

    @property
    def _all(self) -> tuple[Row, ...]:
        return (*self.rows, *self.bonus_rows, self.rest)

    def row(self, no: str) -> Row | None:
        """Return one row with scores."""
        return next((row for row in (*self._all, *self.penalty_rows) if row.no == no), None)

    def gate(self, no: str) -> GateRow | None:
        """Return one condition."""
        return next((row for row in self.gates if row.no == no), None)

    def veto(self, no: str) -> VetoRow | None:
        """Return one veto."""
        return next((row for row in self.vetoes if row.no == no), None)


def one_of(scores: Sequence[Decimal | Fraction], way: Way) -> Fraction:
    """What several scores come to; the first is the head's."""
    exact = [Fraction(score) for score in scores]
    if way == "head":
        return exact[0]
    if way == "drop" and len(exact) >= LEAST_TO_DROP:
        exact = sorted(exact)[1:-1]
    return sum(exact, Fraction(0)) / len(exact)


def combine(
    ballots: Sequence[Sheet], way: Way, tolerance: Decimal, settled: Mapping[str, str] | None = None
) -> Combined:
    """Return what the ballots come to, the head's first; `settled` has the head's decisions by row.

    All ballots are of one rubric, period and form, and complete.
    """
    made = _Combining(ballots, way, tolerance, settled or {})
    rows = tuple(made.rows([sheet.items for sheet in ballots]))
    bonus = tuple(made.rows([sheet.bonus_items for sheet in ballots]))
    rest = made.row(REST, [_rest(sheet) for sheet in ballots])
    exact = sum((rate * _of(rows, part) for rate, part in _rates(ballots[0])), rest.result or Fraction(0))
    beside = [sheet.bonus - sum((row.score or ZERO for row in sheet.bonus_items), ZERO) for sheet in ballots]
    over = one_of(beside, way)
    return Combined(
        way=way,
        tolerance=tolerance,
        ballots=len(ballots),
        rows=rows,
        bonus_rows=bonus,
        penalty_rows=tuple(made.rows([sheet.penalty_items for sheet in ballots])),
        rest=rest,
        gates=tuple(made.gates()),
        vetoes=tuple(made.vetoes()),
        exact=exact,
        total=on_its_side(ballots[0], exact),
        bonus=PLACES.of(sum((row.result or Fraction(0) for row in bonus), over)),
    )


def on_its_side(sheet: Sheet, exact: Fraction) -> Decimal:
    """The total rounded once; where that would take it across a line of any verdict it counts for, cut before it."""
    total = (sheet.rubric.rounding or PLACES).of(exact)
    rules, period = sheet.rubric.outcomes, sheet.period
    for scale in rules.scales if rules else ():
        if (
            period is None
            or scale.period == period.kind
            or (rules and period.kind in rules.parts(scale.period))
        ):
            total = scale.shown(exact, total)
    return total


class _Combining:
    """Row by row."""

    def __init__(
        self, ballots: Sequence[Sheet], way: Way, tolerance: Decimal, settled: Mapping[str, str]
    ) -> None:
        self._ballots, self._way, self._tolerance, self._settled = ballots, way, tolerance, settled

    def rows(self, columns: Sequence[Sequence[ItemResult]]) -> Iterator[Row]:
        """One row for each item of one part of the sheet."""
        for across in zip(*columns, strict=True):
            yield self.row(across[0].no, [_given(item) for item in across])

    def row(self, no: str, scores: Sequence[Decimal | Fraction | None]) -> Row:
        """One row; a head who did not score it leaves it to the mean of the others."""
        given = [Fraction(score) for score in scores if score is not None]
        mixed = 0 < len(given) < len(scores)
        beyond = mixed or bool(given and max(given) - min(given) > self._tolerance)
        result, how = self._result(scores, given)
        if no in self._settled:
            result, how = Fraction(self._settled[no]), "settled"
        kept = tuple(None if score is None else _plain(score) for score in scores)
        return Row(no, kept, result, how, beyond)

    def _result(
        self, scores: Sequence[Decimal | Fraction | None], given: Sequence[Fraction]
    ) -> tuple[Fraction | None, How]:
        if not given:
            return None, "same"
        if len({*scores}) == 1:
            return given[0], "same"
        way: Way = "mean" if self._way == "head" and scores[0] is None else self._way
        if way == "drop" and len(given) < LEAST_TO_DROP:
            way = "mean"
        return one_of(given, way), way

    def gates(self) -> Iterator[GateRow]:
        """Conditions are met or not: nothing between."""
        for across in zip(*(sheet.gates for sheet in self._ballots), strict=True):
            no, states = across[0].no, tuple(gate.state for gate in across)
            answer = self._settled.get(no)
            same = states[0] if len(set(states)) == 1 else None
            yield GateRow(no, states, answer or same, answer is not None)

    def vetoes(self) -> Iterator[VetoRow]:
        """What fails the whole assessment, whoever found it."""
        found = [
            {f"{veto.no}{veto.letter}" for veto in sheet.vetoes if veto.scope == "sheet"}
            for sheet in self._ballots
        ]
        for no in sorted(set().union(*found)):
            answer = self._settled.get(no)
            yield VetoRow(
                no, tuple(no in one for one in found), None if answer is None else answer == CONFIRMED
            )


def _given(item: ItemResult) -> Decimal | None:
    """The score of an item; beside the total, what nobody entered is nothing."""
    return ZERO if item.score is None and item.item.role in {"bonus", "penalty"} else item.score


def _plain(score: Decimal | Fraction) -> Decimal:
    return score if isinstance(score, Decimal) else Decimal(show(PLACES.of(score)))


def _of(rows: Iterable[Row], items: frozenset[str]) -> Fraction:
    return sum((row.result or Fraction(0) for row in rows if row.no in items), Fraction(0))


def _rates(sheet: Sheet) -> Iterator[tuple[Fraction, frozenset[str]]]:
    """Yield the items of each section with what one of their points counts in the total."""
    at = 0
    for section in sheet.sections:
        rows = sheet.items[at : at + section.count]
        at += section.count
        yield _rate(sheet, section, rows), frozenset(row.no for row in rows)


def _rate(sheet: Sheet, section: SectionResult, rows: Iterable[ItemResult]) -> Fraction:
    if section.weight is None:
        return Fraction(1)
    left_out = sum((row.points for row in rows if row.state == "na" and row.score is None), ZERO)
    of = section.points if sheet.rubric.rescale else section.points + left_out
    return Fraction(section.weight) / Fraction(of) if of else Fraction(0)


def _rest(sheet: Sheet) -> Fraction:
    """What one total has beside its rows."""
    scores = {row.no: Fraction(row.score or ZERO) for row in sheet.items}
    rows = sum((rate * sum(scores[no] for no in part) for rate, part in _rates(sheet)), Fraction(0))
    return sheet.exact - rows
