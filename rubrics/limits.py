"""What may be entered for an item: letters, counts, amounts and scores by hand, each with its refusal.

Every check raises Refused or says nothing. It knows the item and what is in force on the sheet, no marks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NoReturn, Self

from rubrics.force import Rulings, attainable, force, in_force, is_bonus
from rubrics.model import HALF, Item
from rubrics.periods import Period
from rubrics.points import ZERO, on_step, show
from rubrics.problems import Refused, problem
from rubrics.rules import Rule

LARGEST: Final = Decimal(999)
"""The most that is left to the assessor where the source sets no limit."""
MOST_EVER: Final = 200
"""How often a rule without a maximum can be counted: a slip of the thumb should not be a thousand faults."""

Mint = Callable[[], str]
"""Makes the id of a new occurrence."""


def most(rule: Rule) -> int:
    """Return how many times a rule can be counted on one sheet."""
    return MOST_EVER if rule.most is None else rule.most


def example(item: Item) -> str:
    """Write a line of entry that the item takes: its first rule with a count or an amount."""
    rule = item.rules[0]
    value = "=3" if rule.wants_amount else "2" if most(rule) > 1 else ""
    return f"{item.no} {rule.letter}{value}"


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
    def rules(self) -> tuple[Rule, ...]:
        """The rules that can be entered here."""
        return in_force(self.item, self.period, self.rulings)

    @property
    def letters(self) -> tuple[str, ...]:
        """Their letters."""
        return tuple(rule.letter for rule in self.rules)

    def rule(self, letter: str) -> Rule:
        """Return the rule of a letter that can be entered here."""
        rule = self.item.rule(letter)
        if rule is None:
            self._refuse("letter_unknown", letter)
        state = force(rule, self.period, self.rulings)
        if state == "later":
            self._refuse("letter_later", letter)
        if state != "counts":
            self._refuse("letter_ruled", letter)
        return rule

    def _refuse(self, code: str, letter: str) -> NoReturn:
        raise Refused(problem(code, item=self.item.no, letter=letter, letters=self.letters))

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
        at = {"item": self.item.no, "letter": rule.letter}
        if not rule.wants_amount:
            if amount is not None:
                raise Refused(problem("amount_unwanted", **at, value=show(amount)))
            return self
        if amount is None:
            raise Refused(problem("amount_wanted", **at, probable=f"{self.item.no} {rule.letter}=3"))
        if not amount:
            raise Refused(problem("amount_zero", **at))
        limit = LARGEST if rule.reach is None else rule.reach
        if amount + beside > limit:
            raise Refused(problem("amount_over", **at, value=show(amount), limit=show(limit)))
        if not on_step(amount, self.step):
            raise Refused(problem("amount_off_step", **at, value=show(amount), step=show(self.step)))
        return self

    def hand(self, value: Decimal) -> Self:
        """Check a score set directly: 0 to what the item can score, in whole steps."""
        at = {"item": self.item.no}
        if self.bonus:
            raise Refused(problem("hand_on_bonus", **at, probable=example(self.item)))
        if not 0 <= value <= self.top:
            raise Refused(problem("hand_out_of_range", **at, value=show(value), points=show(self.top)))
        # Full points are always on a step: a row may be worth 3.3 where steps are halves.
        if not on_step(value, self.step) and value != self.top:
            raise Refused(problem("hand_off_step", **at, value=show(value), step=show(self.step)))
        return self
