"""The kinds of rule: one file each, all of them in the list below.

A new kind is a file with its fields and its `take`, a line in `RULES` and a place in `Rule`.
"""

from typing import Annotated, Final

from pydantic import Field

from rubrics.rules.award import Award
from rubrics.rules.base import Effect, RuleKind, Scope, Side, Sign
from rubrics.rules.bonus import Bonus
from rubrics.rules.discretionary import Discretionary
from rubrics.rules.each import Each
from rubrics.rules.once import Once
from rubrics.rules.zero import Zero

__all__ = [
    "RULES",
    "Award",
    "Bonus",
    "Discretionary",
    "Each",
    "Effect",
    "Once",
    "Rule",
    "RuleKind",
    "Scope",
    "Side",
    "Sign",
    "Zero",
]

RULES: Final[tuple[type[RuleKind], ...]] = (Award, Once, Each, Zero, Bonus, Discretionary)
"""Every kind, in the order in which the language is explained."""

Rule = Annotated[Award | Once | Each | Zero | Bonus | Discretionary, Field(discriminator="kind")]
"""Any rule, told apart by its `kind`."""
