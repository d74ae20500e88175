"""Exact points: reading, printing and stepping decimal amounts.

Nothing here knows rubrics or marks. A binary float is refused everywhere, because 0.1 × 3 must be 0.3 on a
sheet that decides money.
"""

import re
from decimal import Decimal
from typing import Annotated, Final

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from rubrics.numbering import canonical
from rubrics.problems import Refused, problem

ZERO: Final = Decimal(0)
_AMOUNT: Final = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")


def _plain(amount: Decimal) -> Decimal:
    """One amount has one form, so that 2.50 and 2.5 leave the same fingerprint."""
    return Decimal(show(amount))


def _refusal() -> PydanticCustomError:
    return PydanticCustomError("points_unreadable", "points_unreadable")


def _exact(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise _refusal()
    # Through the text, so that one pattern bounds the size of what a file or a database may claim.
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if not _AMOUNT.fullmatch(text):
        raise _refusal()
    return _plain(Decimal(text))


Points = Annotated[Decimal, BeforeValidator(_exact)]


def points(text: str) -> Decimal:
    """The amount that was written, in its one plain form; refuses anything but digits and a point."""
    written = canonical(text).strip()
    if not _AMOUNT.fullmatch(written):
        raise Refused(problem("points_unreadable", value=text))
    return _plain(Decimal(written))


def show(amount: Decimal) -> str:
    """The canonical decimal form: "44", "2.5", "0.05", never an exponent or a trailing zero."""
    text = f"{amount:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def on_step(amount: Decimal, step: Decimal) -> bool:
    """Whether the amount is a whole number of steps."""
    return not amount % step
