"""What a scoring phrase can say: the values that the phrase table gives and the criteria are made of.

A value here is what was written, before anybody asked what it means in its cell.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Side = Literal["deduct", "award", "bonus"]


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
    """不得分; `of` is "" for the row itself, "section", "sheet", or the name of something else."""

    of: str = ""


@dataclass(frozen=True, slots=True)
class Bonus:
    """加N分, for each unit if there is one."""

    amount: Decimal
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Discretion:
    """酌情加分, 酌情扣分, up to a limit if one is written."""

    side: Side
    limit: Decimal | None


@dataclass(frozen=True, slots=True)
class Judge:
    """扣3-5分: an amount between two, for each unit if there is one; `bare` has no verb."""

    side: Side
    low: Decimal
    high: Decimal
    unit: str | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """每下降5%扣0.5分: an amount for every `per` of a measure; from where it counts is written elsewhere.

    `start` is 0 where the measure itself is counted (每满4节课), and unknown where it is held against a target.
    """

    side: Side
    amount: Decimal
    per: Decimal
    measure: str
    direction: Literal["below", "above"]
    start: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """扣该项分值的50%: a share of what the row is worth."""

    percent: Decimal


@dataclass(frozen=True, slots=True)
class Extra:
    """追加扣除10分, 从总分扣1分: taken from more than the row; `after` is what the row has lost by then.

    `zero` says that the row is lost as well: 除不得分外，追加扣除10分.
    """

    amount: Decimal
    unit: str | None = None
    after: Decimal | None = None
    zero: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """加倍扣分, 减半扣分."""

    factor: Decimal


@dataclass(frozen=True, slots=True)
class Veto:
    """一票否决."""


@dataclass(frozen=True, slots=True)
class Best:
    """同一项目按最高分计, 不累计: of what stands before it only the highest counts."""


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
    """各扣N分, 分别扣N分、M分: one effect for each thing that the condition lists, for each `unit` of it if there is one."""

    side: Side
    amounts: tuple[Decimal, ...]
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Exempt:
    """不扣分: nothing is taken; to be known, not to be computed."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A phrase that scores and that the rubric language cannot say; `why` is its kind."""

    why: str


Effect = (
    Deduct
    | Award
    | Zero
    | Bonus
    | Discretion
    | Judge
    | Step
    | Share
    | Extra
    | Times
    | Veto
    | Best
    | Worth
    | Bare
    | Cap
    | Listed
    | Exempt
    | Unread
)
