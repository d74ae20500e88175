"""What scoring says of a set of marks: the sheet, its sections, items, rules and the terms of every number.

Plain results; how they come about is the business of `rubrics.scoring`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from rubrics.beside import Adjustment, GateResult, VetoResult
from rubrics.gates import together
from rubrics.model import Item, Rubric
from rubrics.periods import Period
from rubrics.points import ZERO
from rubrics.problems import Problem
from rubrics.rules import Rule

_SAID: Final = frozenset({"", "+", "-", "share", "scaled"})

State = Literal["untouched", "full", "scored", "na"]
TermSign = Literal[
    "", "+", "-", "share", "limit", "covered", "scaled", "floor", "cap", "zero", "wiped", "full", "hand", "na"
]

_MINUS: Final = frozenset({"-", "cap", "zero", "wiped"})


@dataclass(frozen=True, slots=True)
class Term:
    """One step of the way to a score; the values of all terms of an item add up to it.

    "" what an item starts from · "+", "-" a rule · `floor` what was not deducted, as nothing was left · `cap`
    what was not earned, as the item is not worth more · `zero` what a rule took with all that was left ·
    `full` what full points have beyond the rules · `hand` a score set by hand · `na` does not apply · `share` a
    level's part of the points · `limit` what the cap of a clause gives back · `covered` a rung below the one that
    counts · `scaled` what a factor changes · `wiped` what a rule of another row took. `each` of `limit` and `scaled`
    has its own sign.
    """

    sign: TermSign
    each: Decimal
    count: int = 1
    letter: str = ""
    label: str = ""
    quote: str = ""

    @property
    def speaks(self) -> bool:
        """Whether the rule's own words say what the step is; other steps need a name."""
        return self.sign in _SAID

    @property
    def value(self) -> Decimal:
        """The points that this step adds, below 0 where it takes."""
        return -self.each * self.count if self.sign in _MINUS else self.each * self.count


@dataclass(frozen=True, slots=True)
class RuleResult:
    """What became of one rule: `counts` says whether it belongs to this sheet at all.

    `covered` is a rung that was met while a heavier one counts.
    """

    rule: Rule
    letter: str
    counts: bool
    count: int = 0
    amount: Decimal | None = None
    ruled: Literal["given", "not_given"] | None = None
    covered: bool = False


BeyondKind = Literal["extra", "multiplier", "zero", "veto"]
BeyondScope = Literal["item", "items", "section", "sheet", "total"]


@dataclass(frozen=True, slots=True)
class Beyond:
    """What a rule that was met does beyond the points of its row.

    `points` is what an `extra` takes or the factor of a `multiplier`; `items` are the rows of a `zero` of a
    named group. A veto of an item has zeroed it already and is only told.
    """

    kind: BeyondKind
    scope: BeyondScope
    no: str
    letter: str
    label: str
    quote: str
    points: Decimal = ZERO
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One row of the sheet.

    `points` is what the table prints, `attainable` what can be had here; `counted` is False when nothing of
    the item belongs to this period (本期不考核): then it keeps its points.
    """

    no: str
    item: Item
    state: State
    score: Decimal | None
    points: Decimal
    attainable: Decimal
    deducted: Decimal
    by_hand: bool
    counted: bool
    terms: tuple[Term, ...]
    rules: tuple[RuleResult, ...]
    warnings: tuple[Problem, ...] = ()
    beyond: tuple[Beyond, ...] = ()

    @property
    def exceptional(self) -> bool:
        """Whether the score was set past the rules; on a judged item by hand is the normal way."""
        return self.by_hand and not self.item.judged

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The letters of questions that nobody answered although the row was scored by its rules."""
        if self.state != "scored" or self.by_hand:
            return ()
        return tuple(
            one.letter for one in self.rules if one.rule.kind == "asked" and one.counts and not one.count
        )

    def rule(self, letter: str) -> RuleResult | None:
        """Return what became of one rule."""
        return next((result for result in self.rules if result.letter == letter), None)


@dataclass(frozen=True, slots=True)
class SectionResult:
    """What a section's items come to; `scored` of `count` items were looked at.

    `earned` is the sum of the items after the section's own `adjustments`; the score is that or, in a section
    with a weight, the share of the weight that it is of `points`.
    """

    no: int
    title: str
    score: Decimal
    points: Decimal
    scored: int
    count: int
    weight: Decimal | None = None
    earned: Decimal = ZERO
    adjustments: tuple[Adjustment, ...] = ()

    @property
    def worth(self) -> Decimal:
        """What the score is out of."""
        return self.points if self.weight is None else self.weight


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that follows from the marks.

    `total` is what was earned on the items looked at, `reachable` what it is if all others are in order and
    nothing else changes; the bonus is in neither unless the scheme counts it. The total is the sum of all sections
    and all adjustments. `failed` says that a veto fails the assessment, `passed` whether the gates let it through.
    """

    rubric: Rubric
    period: Period | None
    rulings: Mapping[str, str] | None
    variant: str | None
    total: Decimal
    deducted: Decimal
    bonus: Decimal
    provisional: bool
    reachable: Decimal
    scored: int
    count: int
    needs_decision: bool
    sections: tuple[SectionResult, ...]
    items: tuple[ItemResult, ...]
    bonus_items: tuple[ItemResult, ...]
    form: str | None = None
    penalty: Decimal = ZERO
    penalty_items: tuple[ItemResult, ...] = ()
    veto_items: tuple[ItemResult, ...] = ()
    gates: tuple[GateResult, ...] = ()
    vetoes: tuple[VetoResult, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    fraction: Fraction | None = None

    @property
    def exact(self) -> Fraction:
        """The total before it was rounded."""
        return Fraction(self.total) if self.fraction is None else self.fraction

    @property
    def failed(self) -> bool:
        """Whether a veto fails the whole assessment, whatever the total."""
        return any(veto.scope == "sheet" for veto in self.vetoes)

    @property
    def passed(self) -> bool | None:
        """Whether the gates let the studio through; None without gates or while one of them is open."""
        return together(self.gates)

    def gate(self, no: str) -> GateResult | None:
        """Return what became of one gate."""
        return next((gate for gate in self.gates if gate.no == no), None)

    def item(self, no: str) -> ItemResult | None:
        """Return one row by its number, those beside the total too; gates have no rows."""
        rows = (*self.items, *self.bonus_items, *self.penalty_items, *self.veto_items)
        return next((row for row in rows if row.no == no), None)

    def score(self, no: str) -> Decimal:
        """Return the points of one row; a row without a score has none."""
        row = self.item(no)
        return row.score if row is not None and row.score is not None else ZERO
