"""What a scoring phrase can say: the values that the phrase table gives and the criteria are made of.

A value here is what was written, before anybody asked what it means in its cell.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Scope = Literal["row", "group"]


@dataclass(frozen=True, slots=True)
class Deduct:
    """扣N分: once, or for each unit; `doubt` names how an ambiguous phrase was read."""

    amount: Decimal
    unit: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """得N分; without an amount it is 得满分."""

    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Zero:
    """不得分."""


@dataclass(frozen=True, slots=True)
class Bonus:
    """加N分, for each unit if there is one."""

    amount: Decimal
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Discretion:
    """酌情加分, up to a limit if one is written."""

    limit: Decimal | None


@dataclass(frozen=True, slots=True)
class Worth:
    """满分N分: what the row is worth."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Bare:
    """An amount without a verb: it earns, says what something is worth, or what its column says that it does."""

    amount: Decimal
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Cap:
    """最多扣N分, N分封顶; without an amount it is 扣完为止."""

    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Listed:
    """各扣N分, 分别扣N分、M分: one effect for each thing that the condition lists."""

    side: Literal["deduct", "award", "bonus"]
    amounts: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Exempt:
    """不扣分: nothing is taken; to be known, not to be computed."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A phrase that scores and that the rubric language cannot say; `why` is its kind."""

    why: str


Effect = Deduct | Award | Zero | Bonus | Discretion | Worth | Bare | Cap | Listed | Exempt | Unread
