"""What may be entered for an item: letters, counts, conditions and scores by hand, each with its refusal.

Every check raises Refused or says nothing. It knows the item and what is in force on the sheet, no marks.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NoReturn, Self

from rubrics import amounts
from rubrics.force import Rulings, attainable, force, in_force, is_bonus
from rubrics.model import HALF, Item, Part
from rubrics.periods import Period
from rubrics.points import ZERO, on_step, show
from rubrics.problems import Refused, problem
from rubrics.rules import Gate, Rule

MOST_EVER: Final = 200
"""How often a rule without a maximum can be counted: a slip of the thumb should not be a thousand faults."""

Mint = Callable[[], str]
"""Makes the id of a new occurrence."""


def most(rule: Rule) -> int:
    """Return how many times a rule can be counted on one sheet."""
    return MOST_EVER if rule.most is None else rule.most


def example(item: Item) -> str:
    """Write a line of entry that the item takes: its first rule with a count or an amount, or its condition."""
    rule = next((rule for rule in item.rules if not rule.by_itself), item.rules[0])
    if isinstance(rule, Gate):
        figure = rule.maximum if rule.minimum is None else rule.minimum
        return f"{item.no} {'met' if figure is None else show(figure)}"
    value = amounts.sample(rule) or ("2" if most(rule) > 1 else "")
    return f"{item.no} {rule.letter}{value}"


def at_full(rules: Iterable[Rule], item: Item) -> dict[str, Decimal | None]:
    """Return the letters that are met where an item that earns is in order, and their amounts.

    Of tiers and levels only the best of each part is; a figure that was not measured is not invented.
    """
    met: dict[str, Decimal | None] = {}
    best: dict[Part, tuple[Decimal, Rule]] = {}
    for rule in rules:
        part = item.part_of(rule.letter)
        earns = rule.at_full(part.points)
        if earns is None or rule.figure in {"actual", "factor"}:
            continue
        if not rule.pick_one:
            met[rule.letter] = earns if rule.wants_amount and earns else None
        elif part not in best or earns > best[part][0]:
            best[part] = (earns, rule)
    met |= {rule.letter: earns if rule.wants_amount else None for earns, rule in best.values()}
    return met


@dataclass(frozen=True, slots=True)
class Limits:
    """An item on one sheet: its period, the rulings of its campaign, the step of its rubric."""

    item: Item
    period: Period | None = None
    rulings: Rulings | None = None
    step: Decimal = HALF

    @property
    def top(self) -> Decimal:
        """The most that the item can score here."""
        return attainable(self.item, self.rulings)

    @property
    def bonus(self) -> bool:
        """Whether the item stands beside the total."""
        return is_bonus(self.item)

    @property
    def beside(self) -> bool:
        """Whether the item is a penalty or a veto: something that was found, or nothing of it."""
        return self.item.role in {"penalty", "veto"}

    @property
    def gate(self) -> Gate | None:
        """The condition, where the item is one."""
        return rule if isinstance(rule := self.item.rules[0], Gate) else None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that can be entered here."""
        return in_force(self.item, self.period, self.rulings)

    @property
    def letters(self) -> tuple[str, ...]:
        """Their letters."""
        return tuple(rule.letter for rule in self.rules)

    def rule(self, letter: str) -> Rule:
        """Return the rule of a letter that can be entered here."""
        if self.gate:
            raise Refused(
                problem("gate_letter", item=self.item.no, letter=letter, probable=example(self.item))
            )
        rule = self.item.rule(letter)
        if rule is None:
            self._refuse("letter_unknown", letter)
        state = force(rule, self.period, self.rulings)
        if state == "later":
            self._refuse("letter_later", letter)
        if state != "counts":
            self._refuse("letter_ruled", letter)
        if rule.by_itself:
            self._refuse("letter_by_itself", letter)
        return rule

    def _refuse(self, code: str, letter: str) -> NoReturn:
        raise Refused(problem(code, item=self.item.no, letter=letter, letters=self.letters))

    def peers(self, rule: Rule) -> frozenset[str]:
        """Return the letters that a pick of this rule replaces; none where it is no pick."""
        if not rule.pick_one:
            return frozenset()
        part = self.item.part_of(rule.letter)
        return frozenset(one.letter for one in part.rules if one.pick_one) - {rule.letter}

    def one_of(self, letters: Collection[str]) -> Self:
        """Check that of tiers and levels of one part only one is named."""
        for letter in letters:
            rule = self.item.rule(letter)
            if rule and (both := self.peers(rule) & set(letters)):
                named = tuple(sorted({letter, *both}))
                raise Refused(problem("pick_one", item=self.item.no, letters=named))
        return self

    def count(self, rule: Rule, count: int) -> Self:
        """Check that a rule can be counted so many times."""
        if count > most(rule):
            raise Refused(
                problem("over_most", item=self.item.no, letter=rule.letter, count=count, most=most(rule))
            )
        return self

    def amount(self, rule: Rule, amount: Decimal | None, beside: Decimal = ZERO) -> Self:
        """Check the amount of one occurrence: there where the rule leaves it open, and only there.

        `beside` is what other occurrences of the rule already have of its limit.
        """
        worth = self.item.part_of(rule.letter).points
        amounts.check(self.item.no, rule, amount, amounts.Room(worth, beside, self.step))
        return self

    def hand(self, value: Decimal) -> Self:
        """Check a score set directly: 0 to what the item can score, in whole steps."""
        at = {"item": self.item.no}
        if self.bonus or self.beside or self.gate:
            code = "hand_on_bonus" if self.bonus else "hand_beside" if self.beside else "gate_points"
            raise Refused(problem(code, **at, probable=example(self.item)))
        if not 0 <= value <= self.top:
            raise Refused(problem("hand_out_of_range", **at, value=show(value), points=show(self.top)))
        # Full points are always on a step: a row may be worth 3.3 where steps are halves.
        if not on_step(value, self.step) and value != self.top:
            raise Refused(problem("hand_off_step", **at, value=show(value), step=show(self.step)))
        return self

    def full(self) -> Self:
        """Check that the item has something like full points, or nothing that could be found."""
        if self.bonus or self.gate:
            code = "full_on_bonus" if self.bonus else "gate_points"
            raise Refused(problem(code, item=self.item.no, probable=example(self.item)))
        return self

    def not_applicable(self) -> Self:
        """Check that the rubric lets the item be not applicable."""
        if self.item.not_applicable is not None:
            return self
        if not (self.gate or self.bonus or self.beside):
            raise Refused(problem("na_not_allowed", item=self.item.no))
        code = "na_on_gate" if self.gate else "na_on_bonus" if self.bonus else "na_beside"
        raise Refused(problem(code, item=self.item.no, probable=example(self.item)))

    def judged(self, said: str | None, measured: Decimal | None) -> Self:
        """Check what is said of a condition: only of one, and a figure only where one decides."""
        at = {"item": self.item.no}
        if self.gate is None:
            raise Refused(problem("not_a_gate", **at, probable=example(self.item)))
        if measured is not None and not self.gate.measures:
            raise Refused(problem("gate_unmeasured", **at, value=show(measured)))
        if said is not None and measured is not None and self.gate.passes(None, measured) != (said == "met"):
            raise Refused(
                problem(
                    "gate_contradicts",
                    **at,
                    value=show(measured),
                    probable=f"{self.item.no} {show(measured)}",
                )
            )
        return self
