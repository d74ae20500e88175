"""Score one item: what its marks earn or lose, rule by rule and part by part, with the terms that explain it.

An item is prepared once for a rubric, a period and rulings; after that a result costs only what was entered.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from rubrics.force import Rulings, assessed, attainable, force
from rubrics.marks import EMPTY, ItemMarks
from rubrics.model import Item, Part
from rubrics.periods import Period
from rubrics.points import ZERO
from rubrics.problems import Problem, warning
from rubrics.rules import Extra
from rubrics.sheet import Beyond, ItemResult, RuleResult, State, Term
from rubrics.tally_rules import RulePlan
from rubrics.tally_sum import PartPlan, Tally

_WARNINGS: Final = {"alternative": "alternatives_together", "contradiction": "contradiction"}


_RESULTS_KEPT: Final = 512
"""How many different results of one item are remembered: most cards of a campaign look alike."""

_Key = tuple[tuple[tuple[str, int], ...], bool, bool, tuple[Decimal, ...]]


class ItemPlan:
    """An item as it stands on a sheet, ready to be scored."""

    __slots__ = (
        "_base",
        "_blank",
        "_blanks",
        "_counted",
        "_deciding",
        "_floored",
        "_full",
        "_kept",
        "_made",
        "_open",
        "_parts",
        "_plans",
        "_reaching",
        "_row",
        "_rungs",
        "_top",
        "_triggered",
        "item",
        "no",
    )

    def __init__(self, item: Item, period: Period | None, rulings: Rulings | None) -> None:
        self.item, self.no = item, item.no
        self._row, self._floored = item.role == "row", item.role != "penalty"
        self._top = attainable(item, rulings)
        self._parts = tuple(self._part(part, period, rulings) for part in item.parts)
        self._plans = {plan.letter: plan for part in self._parts for plan in part.rules}
        self._reaching = tuple(plan for plan in self._plans.values() if plan.reaches_out and plan.counts)
        self._triggered = tuple(
            (plan, plan.rule.after)
            for plan in self._plans.values()
            if isinstance(plan.rule, Extra) and plan.rule.after is not None and plan.blank.counts
        )
        self._deciding = self._decisive()
        self._rungs = tuple(frozenset(one.letters) for one in item.exclusive if one.kind == "rungs")
        start = sum((part.start for part in self._parts), ZERO)
        self._base = (Term("", start),) if self._row and item.start == "deduct" else ()
        self._counted = assessed(item, period)
        self._blanks = tuple(self._plans[letter].blank for letter in sorted(self._plans))
        self._open = tuple(letter for letter, plan in self._plans.items() if plan.open)
        self._made: dict[_Key, ItemResult] = {}
        self._blank = self._result("untouched", None, ())
        self._kept = None if self._counted else self._untouchable()
        clean = item.start == "deduct" or not self._row
        self._full = self._by_rules(ItemMarks(full=True)) if clean else None

    def _part(self, part: Part, period: Period | None, rulings: Rulings | None) -> PartPlan:
        rules = sorted(part.rules, key=lambda rule: rule.letter)
        return PartPlan(
            start=part.points if self.item.start == "deduct" else ZERO,
            cap=part.points if self._row else None,
            floored=self._floored,
            rules=tuple(RulePlan(rule, force(rule, period, rulings), part.points) for rule in rules),
            picks=frozenset(rule.letter for rule in rules if rule.pick_one),
        )

    def _decisive(self) -> frozenset[str]:
        """Return the letters by which the row counts as looked at.

        A row that earns is not scored 0 because a question was answered or a fact was noted.
        """
        letters = frozenset(self._plans)
        if not self._row or self.item.start == "deduct":
            return letters
        earning = (rule for rule in self.item.rules if rule.side == "award" and rule.sets_start)
        zeros = (rule for rule in self.item.rules if rule.kind == "zero")
        return frozenset(rule.letter for rule in (*earning, *zeros)) or letters

    def result(self, marks: ItemMarks) -> ItemResult:
        """Return the row that follows from the marks."""
        if self._kept is not None:
            return self._kept
        if marks is EMPTY or not marks.touched:
            return self._blank
        if marks.hand is not None:
            return self._by_hand(marks)
        if marks.na:
            return self._not_applicable()
        if marks.full and self._full is not None:
            return self._full
        key = self._key(marks)
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= _RESULTS_KEPT:
                self._made.clear()
            judged = marks.gate is not None or marks.measured is not None
            made = self._result("scored", None, ()) if judged else self._by_rules(marks)
            if not judged:
                self._made[key] = made
        return made

    def _key(self, marks: ItemMarks) -> _Key:
        """Say all that the rules look at: the ids of occurrences move no points."""
        counts = tuple([(letter, len(taken)) for letter, taken in marks.taken.items()])
        return counts, marks.full, marks.zero, tuple([marks.amount(letter) for letter in self._open])

    def _by_rules(self, marks: ItemMarks) -> ItemResult:
        entered = [letter for letter in marks.taken if letter in self._plans and self._plans[letter].counts]
        met = marks.full or any(letter in self._deciding for letter in entered)
        if not met and not marks.zero:
            return self._aside(marks, entered) if entered else self._blank
        tally = Tally(self._base, self._rungs)
        tally.run(self._parts, marks, grant=met)
        tally.close(self._top if self._row else None, floored=self._floored, full=marks.full and self._row)
        triggered = self._follow(tally.total)
        rules = tuple(sorted([*tally.results, *self._said(triggered)], key=_letter))
        whole = self._row and met and tally.total == self._top and (marks.full or not self._base)
        full = whole or (marks.full and not self._row)
        return self._result(
            "full" if full else "scored",
            tally.total,
            tuple(tally.terms),
            rules=_once_each(rules),
            warnings=self._warnings(rules),
            beyond=(*self._reach(marks), *triggered),
        )

    def _aside(self, marks: ItemMarks, entered: Iterable[str]) -> ItemResult:
        """Return the row that was not looked at, with the answers and facts that were entered nevertheless."""
        rules = tuple(
            plan.result(*plan.entered(marks)) if letter in entered else plan.blank
            for letter, plan in sorted(self._plans.items())
        )
        return replace(self._blank, rules=rules, beyond=self._reach(marks))

    def _reach(self, marks: ItemMarks) -> tuple[Beyond, ...]:
        """Return what the rules that were entered do beyond the row."""
        if not self._reaching:
            return ()
        entered = ((plan, *plan.entered(marks)) for plan in self._reaching)
        found = (plan.beyond(self.no, count, amount) for plan, count, amount in entered if count)
        return tuple(one for one in found if one)

    def _follow(self, score: Decimal) -> tuple[Beyond, ...]:
        """Return what follows by itself when the row has lost so much."""
        found = (
            plan.beyond(self.no, 1, None) for plan, after in self._triggered if self._top - score >= after
        )
        return tuple(one for one in found if one)

    def _said(self, triggered: Iterable[Beyond]) -> list[RuleResult]:
        return [self._plans[one.letter].result(1, None) for one in triggered]

    def _by_hand(self, marks: ItemMarks) -> ItemResult:
        """Score by hand hides the rules of the row, and none that is about more than the row."""
        hand = min(marks.hand or ZERO, self._top)
        beyond = (*self._reach(marks), *self._follow(hand))
        beyond = tuple(one for one in beyond if one.scope != "item")
        rules = self._blanks
        if beyond:
            acting = {one.letter for one in beyond}
            rules = tuple(
                plan.result(plan.entered(marks)[0] or 1, plan.entered(marks)[1])
                if letter in acting
                else plan.blank
                for letter, plan in sorted(self._plans.items())
            )
        terms = (Term("hand", hand),)
        return self._result("scored", hand, terms, rules=rules, by_hand=True, beyond=beyond)

    def _not_applicable(self) -> ItemResult:
        if self.item.not_applicable == "leave" or not self._row:
            return replace(self._blank, state="na", attainable=ZERO)
        return self._result("na", self._top, (Term("na", self._top),))

    def _untouchable(self) -> ItemResult:
        if not self._row:
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
        by_hand: bool = False,
        beyond: tuple[Beyond, ...] = (),
    ) -> ItemResult:
        return ItemResult(
            no=self.no,
            item=self.item,
            state=state,
            score=score,
            points=self.item.points,
            attainable=self._top,
            deducted=ZERO if not self._row or score is None else self._top - score,
            by_hand=by_hand,
            counted=self._counted,
            terms=terms,
            rules=self._blanks if rules is None else rules,
            warnings=warnings,
            beyond=beyond,
        )

    def _warnings(self, rules: Iterable[RuleResult]) -> tuple[Problem, ...]:
        if not self.item.exclusive:
            return ()
        met = {result.letter for result in rules if result.count}
        return tuple(
            warning(_WARNINGS[exclusive.kind], item=self.no, letters=letters)
            for exclusive in self.item.exclusive
            if exclusive.kind in _WARNINGS
            and len(letters := tuple(letter for letter in exclusive.letters if letter in met)) > 1
        )


def wiped(result: ItemResult, by: Beyond) -> ItemResult:
    """Return the row as it is when a rule of another row left nothing of it; what does not apply stays so."""
    if result.state == "na" and result.score is None:
        return result
    terms, had = result.terms, result.score
    if had is None:
        had = result.attainable if result.item.start == "deduct" else ZERO
        terms = (Term("", had),) if had else ()
    said = f"{by.no} {by.letter} {by.label}"
    return replace(
        result,
        state="scored",
        score=ZERO,
        deducted=result.attainable,
        terms=(*terms, Term("wiped", had, 1, "", said, by.quote)),
    )


def _letter(result: RuleResult) -> str:
    return result.letter


def _once_each(rules: Iterable[RuleResult]) -> tuple[RuleResult, ...]:
    """A rule that follows by itself was blank while the row was added up."""
    return tuple({result.letter: result for result in rules}.values())
