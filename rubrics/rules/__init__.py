"""The kinds of rule: one file each, all of them in the list below.

A new kind is a file with its fields and its `take`, a line in `RULES` and a place in `Rule`.
"""

from typing import Annotated, Final

from pydantic import Field

from rubrics.rules.asked import Asked
from rubrics.rules.award import Award
from rubrics.rules.base import Effect, Figure, RuleKind, Scope, Side, Sign
from rubrics.rules.bonus import Bonus
from rubrics.rules.discretionary import Discretionary
from rubrics.rules.each import Each
from rubrics.rules.extra import Extra
from rubrics.rules.gate import Gate, GateState, Strength
from rubrics.rules.judged import Judged
from rubrics.rules.level import Level
from rubrics.rules.listed import Listed
from rubrics.rules.multiplier import Multiplier
from rubrics.rules.once import Once
from rubrics.rules.shortfall import Shortfall
from rubrics.rules.step import Step
from rubrics.rules.tier import Tier
from rubrics.rules.veto import Veto
from rubrics.rules.zero import Zero

__all__ = [
    "RULES",
    "Asked",
    "Award",
    "Bonus",
    "Discretionary",
    "Each",
    "Effect",
    "Extra",
    "Figure",
    "Gate",
    "GateState",
    "Judged",
    "Level",
    "Listed",
    "Multiplier",
    "Once",
    "Rule",
    "RuleKind",
    "Scope",
    "Shortfall",
    "Side",
    "Sign",
    "Step",
    "Strength",
    "Tier",
    "Veto",
    "Zero",
]

RULES: Final[tuple[type[RuleKind], ...]] = (
    Award,
    Once,
    Each,
    Zero,
    Bonus,
    Discretionary,
    Judged,
    Shortfall,
    Step,
    Tier,
    Level,
    Listed,
    Extra,
    Multiplier,
    Veto,
    Asked,
    Gate,
)
"""Every kind, in the order in which the language is explained."""

Rule = Annotated[
    Award
    | Once
    | Each
    | Zero
    | Bonus
    | Discretionary
    | Judged
    | Shortfall
    | Step
    | Tier
    | Level
    | Listed
    | Extra
    | Multiplier
    | Veto
    | Asked
    | Gate,
    Field(discriminator="kind"),
]
"""Any rule, told apart by its `kind`."""
