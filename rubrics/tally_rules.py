"""One rule as it stands on a sheet, and what it did when it was met.

A plan is made once for a rubric, a period and rulings; it knows the part it stands in, no other rule.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from rubrics.force import Force
from rubrics.limits import most
from rubrics.marks import ItemMarks
from rubrics.points import ZERO, show
from rubrics.rules import Effect, Extra, Level, Multiplier, Rule, Veto, Zero
from rubrics.sheet import Beyond, RuleResult, Term, TermSign

_HUNDRED: Final = Decimal(100)


class RulePlan:
    """A rule as it stands on this sheet."""

    __slots__ = (
        "blank",
        "counts",
        "factor_of",
        "granted",
        "label",
        "letter",
        "most",
        "open",
        "quote",
        "reaches_out",
        "rule",
        "ruled",
        "sign",
        "worth",
    )

    def __init__(self, rule: Rule, state: Force, worth: Decimal) -> None:
        self.rule, self.letter, self.quote, self.worth = rule, rule.letter, rule.quote, worth
        self.most, self.open = most(rule), rule.wants_amount
        self.label, self.sign = _named(rule)
        self.counts = state == "counts" and not rule.by_itself
        # An award that nobody can enter now (period, ruling) must not keep the item from its points.
        self.granted = rule.side == "award" and state in {"given", "later"}
        self.ruled = state if state in {"given", "not_given"} else None
        self.blank = RuleResult(rule, rule.letter, state in {"counts", "given"}, ruled=self.ruled)
        self.factor_of = _letters(rule)
        self.reaches_out = self.factor_of is None and (
            rule.side == "beyond" or (isinstance(rule, Zero) and rule.scope not in {"part", "item"})
        )

    def entered(self, marks: ItemMarks) -> tuple[int, Decimal | None]:
        """Count what was entered for the rule, as far as it counts here."""
        if not self.counts:
            return 0, None
        count = min(len(marks.taken.get(self.letter, ())), self.most)
        return count, marks.amount(self.letter) if count and self.open else None

    def result(self, count: int, amount: Decimal | None, *, covered: bool = False) -> RuleResult:
        """Say what became of the rule."""
        return RuleResult(self.rule, self.letter, self.blank.counts, count, amount, self.ruled, covered)

    def term(self, effect: Effect) -> Term:
        """Put what the rule did into a term."""
        sign = self.sign or effect.sign
        return Term(sign, effect.each, effect.times, self.letter, self.label, self.quote)

    def change(self, sign: TermSign, points: Decimal) -> Term:
        """Put into a term what a cap, a factor or a zero did to what other rules had done."""
        label = self.label if sign != "limit" else f"≤ {show(self.rule.cap or ZERO)}"
        return Term(sign, points, 1, self.letter, label, self.quote)

    def scaled(self, delta: Decimal, factor: Decimal) -> Term:
        """Put what the factor changed into a term."""
        return Term("scaled", delta, 1, self.letter, f"{self.label} ×{show(factor)}", self.quote)

    def beyond(self, no: str, count: int, amount: Decimal | None) -> Beyond | None:
        """Say what the rule does beyond its row."""
        at = (no, self.letter, self.label, self.quote)
        match self.rule:
            case Extra(scope=scope, points=points):
                return Beyond("extra", scope, *at, points=points * count)
            case Multiplier(scope="section" | "total" as reach):
                return Beyond("multiplier", reach, *at, points=self.rule.times(amount))
            case Veto(scope=fails):
                return Beyond("veto", fails, *at)
            case Zero(scope="section" | "sheet" | "items" as wipes, items=items):
                return Beyond("zero", wipes, *at, items=items)
        return None


def _named(rule: Rule) -> tuple[str, TermSign | None]:
    """Name the rule as its terms name it; a level says its share."""
    if not isinstance(rule, Level):
        return rule.label, None
    if rule.share is None:
        return rule.name, None
    return f"{rule.name} {show(rule.share * _HUNDRED)}%", "share"


def _letters(rule: Rule) -> frozenset[str] | None:
    """Return the letters that a factor is for, empty for the whole item; None for what is no factor of the item."""
    if not isinstance(rule, Multiplier) or (not rule.of and rule.scope != "item"):
        return None
    return frozenset(rule.of)


@dataclass(slots=True)
class Met:
    """A rule that was met: what it moves within its part, after its cap and the factors on it."""

    plan: RulePlan
    count: int
    amount: Decimal | None
    effect: Effect
    value: Decimal = ZERO
    over: Decimal = ZERO
    scaled: list[tuple[RulePlan, Decimal, Decimal]] = field(default_factory=list)
    covered: bool = False

    @property
    def weight(self) -> tuple[bool, Decimal]:
        """How heavy the rule is among rungs: what zeroes is heavier than any points."""
        return self.effect.zeroes is not None, self.value

    def signed(self, amount: Decimal) -> Decimal:
        """Return an amount with the sign of what the rule moves."""
        return amount if self.effect.sign == "+" else -amount

    def limit(self, room: Decimal) -> Decimal:
        """Let the rule move no more than there is room for; returns the room that is left."""
        self.value = self.effect.value
        if self.value > room:
            self.over, self.value = self.value - room, room
        return room - self.value

    def scale(self, plan: RulePlan, factor: Decimal) -> None:
        """Multiply what the rule moves."""
        delta = self.value * factor - self.value
        self.value += delta
        self.scaled.append((plan, factor, delta))

    def terms(self) -> list[Term]:
        """Return what the rule did by itself; the factors on it are told together."""
        if self.covered:
            return [self.plan.change("covered", ZERO)]
        terms = [self.plan.term(self.effect)]
        if self.over:
            terms.append(self.plan.change("limit", -self.signed(self.over)))
        return terms
