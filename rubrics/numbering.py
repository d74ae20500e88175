"""Item numbers, rule letters and the canonical form of what people type.

Knows how things are numbered, not what they are.
"""

import re
import unicodedata
from typing import Annotated, Final

from pydantic import BeforeValidator, StringConstraints

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"

_SIGNS: Final = str.maketrans(
    {
        "。": ".",
        "·": ".",
        "・": ".",
        "•": ".",
        "−": "-",
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "×": "*",
        "✕": "*",
    }
)
_ITEM_NO: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")


def _number_as_text(value: object) -> object:
    """An unquoted 2.4 in a file arrives as a number, and its digits are the item's number."""
    return str(value) if not isinstance(value, str | bool | float) else value


ItemNo = Annotated[
    str, BeforeValidator(_number_as_text), StringConstraints(pattern=r"^[1-9][0-9]?\.[1-9][0-9]?$")
]
Letter = Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")]


def canonical(text: str) -> str:
    """What was typed, in half-width lower case with one kind of point, minus and multiplication sign."""
    return unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS).lower()


def item_no(text: str) -> str | None:
    """The item number that the text is, without leading zeros, or None."""
    match = _ITEM_NO.fullmatch(canonical(text).strip())
    return f"{int(match[1])}.{int(match[2])}" if match else None


def item_key(no: str) -> tuple[int, int]:
    """The key that puts 2.10 behind 2.9."""
    section, item = no.split(".")
    return int(section), int(item)
