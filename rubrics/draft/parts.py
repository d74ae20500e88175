"""What the draft is made of before it has numbers and letters: rules, phrases that stay unread, doubts.

Nothing here decides anything.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from rubrics.draft.document import Spot
from rubrics.draft.effects import Side as Effect
from rubrics.points import ZERO

Kind = Literal[
    "award", "once", "each", "zero", "bonus", "discretionary", "judged", "step", "tier", "level", "listed",
    "extra", "multiplier", "veto",
]  # fmt: skip
Side = Literal["award", "deduct", "bonus", "beyond"]
_SIDES: dict[str, Side] = {
    "award": "award",
    "tier": "award",
    "level": "award",
    "bonus": "bonus",
    "once": "deduct",
    "each": "deduct",
    "zero": "deduct",
    "extra": "beyond",
    "multiplier": "beyond",
    "veto": "beyond",
}


@dataclass(slots=True, eq=False)
class DraftRule:
    """A rule that was read from a phrase, with the names of the doubts about it.

    `effect` is the side of a kind that has several, `more` the fields that only its kind has, `of` the rules that a
    factor works on.
    """

    kind: Kind
    text: str
    quote: str
    spot: Spot
    points: Decimal = ZERO
    unit: str | None = None
    most: int | None = None
    cap: Decimal | None = None
    effect: Effect | None = None
    more: dict[str, Any] = field(default_factory=dict)
    of: list["DraftRule"] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    @property
    def side(self) -> Side:
        """What the rule works on."""
        return _SIDES.get(self.kind) or self.effect or "deduct"

    @property
    def faulty(self) -> bool:
        """Whether the rule makes its item start full."""
        return self.side == "deduct" and self.kind != "zero"


@dataclass(frozen=True, slots=True)
class Missed:
    """A phrase that scores and could not be read; `why` is its kind."""

    quote: str
    why: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Doubted:
    """A reading without a rule of its own that a person should confirm."""

    name: str
    quote: str
    spot: Spot


@dataclass(slots=True)
class Criteria:
    """What the standard of one item says."""

    rules: list[DraftRule] = field(default_factory=list)
    bonus: list[DraftRule] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)
    doubted: list[Doubted] = field(default_factory=list)
    notes: list[Missed] = field(default_factory=list)
    alternatives: list[tuple[DraftRule, ...]] = field(default_factory=list)
    rungs: list[tuple[DraftRule, ...]] = field(default_factory=list)
    best: Missed | None = None
    bonus_cap: Decimal | None = None
    ahead: Decimal | None = None
    worths: list[Decimal] = field(default_factory=list)
    pieces: list[tuple[Decimal, list[DraftRule]]] = field(default_factory=list)

    @property
    def earned(self) -> Decimal:
        """What can be earned: what the award rules add up to, or the best of the tiers."""
        tiers = [rule.points for rule in self.rules if rule.kind in {"tier", "level"}]
        earned = sum(
            (rule.points for rule in self.rules if rule.kind in {"award", "listed"} and rule.side == "award"),
            ZERO,
        )
        earned += sum(
            (rule.cap or ZERO for rule in self.rules if rule.kind == "step" and rule.side == "award"), ZERO
        )
        return earned + max(tiers, default=ZERO)
