"""Names and amounts as people share a sum out, one a line: `王强 400`, `李娜：-150元`, or a name alone.

It knows the sum, not what it is for; whether the shares add up is decided elsewhere.
"""

import re
from decimal import Decimal
from typing import Final

from rubrics.points import show
from rubrics.problems import Refused, problem

_LINE: Final = re.compile(
    r"(?P<name>[^\d]*?[^\s,:;、.\d+-])(?:[\s,:;、]+|(?=[+-]?\d))(?P<amount>[+-]?\s*\d{1,9}(?:\.\d{1,2})?)\s*(?:元|yuan)?"
)
_PLAIN: Final = str.maketrans("−–—－＋，：；．０１２３４５６７８９", "----+,:;.0123456789")
_ENDS: Final = " ,:;、。."
_SAMPLE: Final = "王强"
NAME: Final = 40
"""Characters of a name."""


def read_shares(text: str, whole: Decimal, *, heads: bool) -> tuple[tuple[str, Decimal], ...]:
    """Return name and amount of every line, or refuse the first that says neither.

    An amount without a sign has that of the sum; where every head has the same sum, a name is enough.
    """
    made: list[tuple[str, Decimal]] = []
    for number, line in enumerate(text.splitlines(), 1):
        said = line.strip()
        if not said:
            continue
        found = _LINE.fullmatch(said.translate(_PLAIN))
        name = _name(found["name"] if found else said)
        if found is not None and name:
            made.append((name, _amount(found["amount"], whole)))
        elif heads and name and not any(sign.isdigit() for sign in said):
            made.append((name, whole))
        else:
            raise Refused(
                problem("share_line", number=number, text=said[:NAME], probable=f"{_SAMPLE} {show(whole)}")
            )
    return tuple(made)


def _name(text: str) -> str:
    return " ".join(text.translate(_PLAIN).strip(_ENDS).split())[:NAME]


def _amount(written: str, whole: Decimal) -> Decimal:
    plain = "".join(written.split())
    amount = Decimal(plain)
    return -amount if whole < 0 and plain[0] not in "+-" else amount
