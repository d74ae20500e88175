"""What the draft is made of before it has numbers and letters: rules, phrases that stay unread, doubts.

Nothing here decides anything.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from rubrics.draft.document import Spot
from rubrics.points import ZERO

Kind = Literal["award", "once", "each", "zero", "bonus", "discretionary"]
Side = Literal["award", "deduct", "bonus"]


@dataclass(slots=True, eq=False)
class DraftRule:
    """A rule that was read from a phrase, with the names of the doubts about it."""

    kind: Kind
    text: str
    quote: str
    spot: Spot
    points: Decimal = ZERO
    unit: str | None = None
    most: int | None = None
    limit: Decimal | None = None
    when: str | None = None
    doubts: list[str] = field(default_factory=list)

    @property
    def side(self) -> Side:
        """What the rule works on."""
        if self.kind == "award":
            return "award"
        return "bonus" if self.kind in {"bonus", "discretionary"} else "deduct"


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
    worths: list[Decimal] = field(default_factory=list)
    pieces: list[tuple[Decimal, list[DraftRule]]] = field(default_factory=list)

    @property
    def earned(self) -> Decimal:
        """What the award rules add up to."""
        return sum((rule.points for rule in self.rules if rule.kind == "award"), ZERO)
