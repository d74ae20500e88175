"""An amount of money as people write it: 30000, 30,000元, ¥3万, 3.5万元; exact, in yuan."""

import re
from decimal import Decimal
from typing import Final

from rubrics.numbering import canonical

_AMOUNT: Final = re.compile(
    r"[¥￥]?\s*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?\s*(万)?\s*(?:元|yuan|rmb)?"
)
_OF_YEAR: Final = re.compile(r"(20[0-9]{2})(?![0-9])\s*[年:,;]?\s*(\S.*)", re.DOTALL)
_MOST: Final = Decimal(10**12)


def money(text: str) -> Decimal | None:
    """The amount that a text means, None where it means none; no fractions of a fen."""
    found = _AMOUNT.fullmatch(canonical(text).strip())
    if found is None:
        return None
    amount = Decimal(found[1].replace(",", "") + (found[2] or ""))
    if found[3]:
        amount *= 10_000
    cents = amount * 100
    return amount if cents == cents.to_integral_value() and amount <= _MOST else None


def year_and_money(text: str) -> tuple[int, str] | None:
    """The year and the amount, still as written, of `2026 30000` or `2026年3万`; None where there are not both."""
    found = _OF_YEAR.fullmatch(canonical(text).strip())
    return (int(found[1]), found[2]) if found else None
