"""What follows for whom: money, shares of money and what is no money at all, in the source's own words.

Knows amounts, not what calls for them. Nothing is rounded: a share of a known fund is the exact product.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from rubrics.notes import English, Frozen, NonEmpty
from rubrics.numbering import Slug, canonical
from rubrics.periods import When
from rubrics.points import show
from rubrics.problems import Refused, problem

PERCENT: Final = "%"
_SIGNED: Final = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,4})?")
_FUND: Final = re.compile(r"[0-9]{1,12}(\.[0-9]{1,4})?")


def _signed(value: object) -> Decimal:
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    exact = isinstance(value, int | str | Decimal) and not isinstance(value, bool)
    if not (exact and _SIGNED.fullmatch(text) and Decimal(text)):
        # Nothing that follows for nobody is said with an amount of 0.
        raise PydanticCustomError("money_unreadable", "money_unreadable")
    return Decimal(show(Decimal(text)))


Amount = Annotated[Decimal, BeforeValidator(_signed)]
"""An exact amount of money: what is given is positive, what is taken negative."""

Per = Literal["lump", "head"]


Base = Literal["fund", "rest"]
"""What a share is taken of: the year's fund, or what earlier periods of the year have left of it."""


class Consequence(Frozen):
    """One thing that follows: `amount` in `unit`, or a `share` of `what` in per cent, or neither.

    A share `of` the fund or its rest becomes money in `unit` once the fund is known. Consequences with the same
    `choice` are alternatives, of which one with `given` is the one where that fact was entered; outside a choice
    it needs the fact. One that `replaces` another takes the place of the consequence with that id. What falls
    due `once_a` year (half-year, quarter) does so only the first time in it.
    """

    id: Slug | None = None
    who: str = NonEmpty
    who_en: English = None
    what: str = NonEmpty
    what_en: English = None
    amount: Amount | None = None
    share: Annotated[Amount, Field(ge=-100, le=100)] | None = None
    of: Base | None = None
    unit: str | None = Field(default=None, min_length=1)
    unit_en: English = None
    per: Per = "lump"
    note: str | None = Field(default=None, min_length=1)
    note_en: English = None
    choice: Slug | None = None
    given: Slug | None = None
    replaces: Slug | None = None
    once_a: When | None = None

    @property
    def is_money(self) -> bool:
        """Whether there is an amount; other things happen once, however often they are called for."""
        return self.amount is not None or self.share is not None

    @property
    def name(self) -> str:
        """What a choice between alternatives calls it."""
        return self.id or self.what

    @property
    def looks_back(self) -> bool:
        """Whether what falls due depends on what fell due before."""
        return self.of == "rest" or self.once_a is not None


@dataclass(frozen=True, slots=True)
class Due:
    """A consequence as it falls due: the amount with its sign and unit, None where it is no money; its clause."""

    consequence: Consequence
    amount: Decimal | None
    unit: str | None
    clause: Slug

    @property
    def label(self) -> str:
        """The thing as the source words it, with its amount."""
        return (
            self.consequence.what
            if self.amount is None
            else f"{self.consequence.what} {show(self.amount)} {self.unit or ''}".rstrip()
        )


def due(consequence: Consequence, clause: Slug, base: Decimal | None = None) -> Due:
    """Say what falls due by a clause; without the fund, or what is left of it, a share stays a share."""
    if consequence.share is None:
        return Due(consequence, consequence.amount, consequence.unit, clause)
    if consequence.of is None or base is None:
        return Due(consequence, consequence.share, PERCENT, clause)
    return Due(consequence, Decimal(show(consequence.share * base / 100)), consequence.unit, clause)


def fund_of(text: str) -> Decimal:
    """Read the year's fund, such as 30000; refuses anything but digits and a point."""
    written = canonical(text).strip()
    if not _FUND.fullmatch(written):
        raise Refused(problem("fund_unreadable", value=text))
    return Decimal(show(Decimal(written)))
