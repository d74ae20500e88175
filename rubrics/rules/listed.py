"""A的，B的，C的，各扣1分: one rule for each thing of a list, with its own letter and its own evidence.

`{letter: a, kind: listed, list: safety, points: 1, text: 无制度, quote: 无制度的，无台账的，各扣1分}`;
a `cap` holds for the whole list, and the rules of a list share their quote
"""

from decimal import Decimal
from typing import Literal

from rubrics.numbering import Slug
from rubrics.points import ZERO
from rubrics.rules.base import Effect, Effects, RuleKind, Side, moved


class Listed(RuleKind):
    """Moves its points once; `list` names the list that it belongs to."""

    kind: Literal["listed"]
    list: Slug
    effect: Effects = "deduct"

    @property
    def side(self) -> Side:
        """As the file says."""
        return self.effect

    def take(self, count: int, amount: Decimal | None = None, worth: Decimal = ZERO) -> Effect:  # noqa: ARG002 - the amount is the rule's
        """Met is met once."""
        return Effect(moved(self.effect), self.points, min(count, 1))
