"""Score one item: what its marks earn or lose, rule by rule and part by part, with the terms that explain it.

An item is prepared once for a rubric, a period and rulings; after that a result costs only what was entered.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics.force import Force, Rulings, assessed, attainable, force, is_bonus
from rubrics.limits import most
from rubrics.marks import EMPTY, ItemMarks
from rubrics.model import Item, Part
from rubrics.periods import Period
from rubrics.points import ZERO
from rubrics.problems import Problem, warning
from rubrics.rules import Effect, Rule
from rubrics.sheet import ItemResult, RuleResult, State, Term

_WARNINGS: Final = {"alternative": "alternatives_together", "contradiction": "contradiction"}


_RESULTS_KEPT: Final = 512
"""How many different results of one item are remembered: most cards of a campaign look alike."""

_Key = tuple[tuple[tuple[str, int], ...], bool, bool, tuple[Decimal, ...]]


class _RulePlan:
    """A rule as it stands on this sheet."""

    __slots__ = ("blank", "counts", "granted", "label", "letter", "most", "open", "quote", "rule", "ruled")

    def __init__(self, rule: Rule, state: Force) -> None:
        self.rule, self.letter, self.label, self.quote = rule, rule.letter, rule.label, rule.quote
        self.most, self.open = most(rule), rule.wants_amount
        self.counts = state == "counts"
        # An award that nobody can enter now (period, ruling) must not keep the item from its points.
        self.granted = rule.side == "award" and state in {"given", "later"}
        self.ruled = state if state in {"given", "not_given"} else None
        self.blank = RuleResult(rule, rule.letter, state in {"counts", "given"}, ruled=self.ruled)

    def entered(self, marks: ItemMarks) -> tuple[int, Decimal | None]:
        """Count what was entered for the rule, as far as it counts here."""
        if not self.counts:
            return 0, None
        count = min(len(marks.taken.get(self.letter, ())), self.most)
        return count, marks.amount(self.letter) if count and self.open else None

    def result(self, count: int, amount: Decimal | None) -> RuleResult:
        """Say what became of the rule."""
        return RuleResult(self.rule, self.letter, self.blank.counts, count, amount, self.ruled)

    def term(self, effect: Effect) -> Term:
        """Put what the rule did into a term."""
        return Term(effect.sign, effect.each, effect.times, self.letter, self.label, self.quote)

    def wipe(self, left: Decimal) -> Term:
        """Put what the rule took with it into a term."""
        return Term("zero", left, 1, self.letter, self.label, self.quote)


class _Tally:
    """The running sum of one item."""

    __slots__ = ("results", "terms", "total", "wipes")

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = list(terms)
        self.results: list[RuleResult] = []
        self.total = ZERO
        self.wipes: list[_RulePlan] = []

    def part(self, part: "_PartPlan", marks: ItemMarks, *, grant: bool) -> None:
        """Add one part: its start, its rules, its floor and its cap."""
        left = part.start
        wipes: list[_RulePlan] = []
        for plan in part.rules:
            count, amount = (1, None) if grant and plan.granted else plan.entered(marks)
            if not count:
                self.results.append(plan.blank)
                continue
            self.results.append(plan.result(count, amount))
            effect = plan.rule.take(count, amount)
            if effect.zeroes is None:
                self.terms.append(plan.term(effect))
                left += effect.value if effect.sign == "+" else -effect.value
            else:
                (wipes if effect.zeroes == "part" else self.wipes).append(plan)
        left = self._within(left, part.cap)
        for plan in wipes:
            self.terms.append(plan.wipe(left))
            left = ZERO
        self.total += left

    def close(self, top: Decimal | None, *, full: bool) -> None:
        """Let the rules that zero the item have it, and keep the sum within what the item can score."""
        for plan in self.wipes:
            self.terms.append(plan.wipe(self.total))
            self.total = ZERO
        self.total = self._within(self.total, top)
        if full and top is not None and self.total < top:
            self.terms.append(Term("full", top - self.total))
            self.total = top

    def _within(self, left: Decimal, cap: Decimal | None) -> Decimal:
        if left < ZERO:
            self.terms.append(Term("floor", -left))
            return ZERO
        if cap is not None and left > cap:
            self.terms.append(Term("cap", left - cap))
            return cap
        return left


@dataclass(frozen=True, slots=True)
class _PartPlan:
    """A part as it stands on this sheet; a bonus has no cap."""

    start: Decimal
    cap: Decimal | None
    rules: tuple[_RulePlan, ...]


class ItemPlan:
    """An item as it stands on a sheet, ready to be scored."""

    __slots__ = (
        "_base",
        "_blank",
        "_blanks",
        "_bonus",
        "_counted",
        "_full",
        "_kept",
        "_made",
        "_open",
        "_parts",
        "_plans",
        "_top",
        "item",
        "no",
    )

    def __init__(self, item: Item, period: Period | None, rulings: Rulings | None) -> None:
        self.item, self.no, self._bonus = item, item.no, is_bonus(item)
        self._top = attainable(item, rulings)
        self._parts = tuple(self._part(part, period, rulings) for part in item.parts)
        self._plans = {plan.letter: plan for part in self._parts for plan in part.rules}
        start = sum((part.start for part in self._parts), ZERO)
        self._base = (Term("", start),) if item.start == "deduct" else ()
        self._counted = assessed(item, period)
        self._blanks = tuple(self._plans[letter].blank for letter in sorted(self._plans))
        self._open = tuple(letter for letter, plan in self._plans.items() if plan.open)
        self._made: dict[_Key, ItemResult] = {}
        self._blank = self._result("untouched", None, ())
        self._kept = None if self._counted else self._untouchable()
        self._full = self._by_rules(ItemMarks(full=True)) if item.start == "deduct" else None

    def _part(self, part: Part, period: Period | None, rulings: Rulings | None) -> _PartPlan:
        rules = sorted(part.rules, key=lambda rule: rule.letter)
        return _PartPlan(
            start=part.points if self.item.start == "deduct" else ZERO,
            cap=None if self._bonus else part.points,
            rules=tuple(_RulePlan(rule, force(rule, period, rulings)) for rule in rules),
        )

    def result(self, marks: ItemMarks) -> ItemResult:
        """Return the row that follows from the marks."""
        if self._kept is not None:
            return self._kept
        if marks is EMPTY or not marks.touched:
            return self._blank
        if marks.hand is not None:
            return self._by_hand(min(marks.hand, self._top))
        if marks.na:
            return self._not_applicable()
        if marks.full and self._full is not None:
            return self._full
        key = self._key(marks)
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= _RESULTS_KEPT:
                self._made.clear()
            made = self._made[key] = self._by_rules(marks)
        return made

    def _key(self, marks: ItemMarks) -> _Key:
        """Say all that the rules look at: the ids of occurrences move no points."""
        counts = tuple([(letter, len(taken)) for letter, taken in marks.taken.items()])
        return counts, marks.full, marks.zero, tuple([marks.amount(letter) for letter in self._open])

    def _by_rules(self, marks: ItemMarks) -> ItemResult:
        met = marks.full or any(self._plans[letter].counts for letter in marks.taken if letter in self._plans)
        if not met and not marks.zero:
            return self._blank
        tally = _Tally(self._base)
        for part in self._parts:
            tally.part(part, marks, grant=met)
        tally.close(None if self._bonus else self._top, full=marks.full)
        rules = tuple(sorted(tally.results, key=_letter))
        full = not self._bonus and met and tally.total == self._top and (marks.full or not self._base)
        return self._result(
            "full" if full else "scored",
            tally.total,
            tuple(tally.terms),
            rules=rules,
            warnings=self._warnings(rules),
        )

    def _by_hand(self, hand: Decimal) -> ItemResult:
        return self._result("scored", hand, (Term("hand", hand),), by_hand=True)

    def _not_applicable(self) -> ItemResult:
        if self.item.not_applicable == "leave":
            return self._result("na", None, (), top=ZERO)
        return self._result("na", self._top, (Term("na", self._top),))

    def _untouchable(self) -> ItemResult:
        if self._bonus:
            return self._result("full", ZERO, ())
        return self._result("full", self._top, (Term("", self._top),))

    def _result(
        self,
        state: State,
        score: Decimal | None,
        terms: tuple[Term, ...],
        *,
        rules: tuple[RuleResult, ...] | None = None,
        warnings: tuple[Problem, ...] = (),
        top: Decimal | None = None,
        by_hand: bool = False,
    ) -> ItemResult:
        can = self._top if top is None else top
        return ItemResult(
            no=self.no,
            item=self.item,
            state=state,
            score=score,
            points=self.item.points,
            attainable=can,
            deducted=ZERO if self._bonus or score is None else can - score,
            by_hand=by_hand,
            counted=self._counted,
            terms=terms,
            rules=self._blanks if rules is None else rules,
            warnings=warnings,
        )

    def _warnings(self, rules: Iterable[RuleResult]) -> tuple[Problem, ...]:
        if not self.item.exclusive:
            return ()
        met = {result.letter for result in rules if result.count}
        return tuple(
            warning(_WARNINGS[exclusive.kind], item=self.no, letters=letters)
            for exclusive in self.item.exclusive
            if len(letters := tuple(letter for letter in exclusive.letters if letter in met)) > 1
        )


def _letter(result: RuleResult) -> str:
    return result.letter
