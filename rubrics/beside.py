"""What a sheet says beside its rows: gates, vetoes, and everything that moves a sum which no row explains.

Plain results, like `rubrics.sheet`.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from rubrics.model import Item
from rubrics.rules import Strength

GateMark = Literal["met", "unmet", "na", "untouched"]
AdjustmentKind = Literal[
    "extra", "penalty", "bonus", "multiplier", "rescale", "floor", "cap", "rounding", "panel"
]


@dataclass(frozen=True, slots=True)
class GateResult:
    """What became of one condition; `passes` is None where nothing is known or the condition does not apply.

    A soft condition that is not met passes nobody by itself: `needs_reason` asks for the reason that does.
    """

    no: str
    item: Item
    strength: Strength
    state: GateMark
    measured: Decimal | None
    minimum: Decimal | None
    maximum: Decimal | None
    unit: str | None
    passes: bool | None
    needs_reason: bool

    @property
    def blocks(self) -> bool:
        """Whether the condition alone keeps the studio out."""
        return self.passes is False and self.strength != "soft"


@dataclass(frozen=True, slots=True)
class VetoResult:
    """A veto that was found, of an item, a section or the sheet; that of the sheet fails the whole assessment."""

    no: str
    letter: str
    label: str
    quote: str
    scope: str


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One step from a sum of rows to what is shown: `points` with its sign, from a rule if `no` says which.

    `extra`, `penalty`, `bonus` and `multiplier` are rules; `rescale` divides by what applies; `cap` gives back what
    is above the highest, `floor` what is below 0; `rounding` is what the one rounding moved; `panel` is what several
    ballots come to beside their rows.
    """

    kind: AdjustmentKind
    points: Decimal
    no: str = ""
    letter: str = ""
    label: str = ""
    quote: str = ""
