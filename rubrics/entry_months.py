"""English names of months as people write them in a day: June, Jun., Sept; a word that only begins like one is none."""

from typing import Final

_NAMES: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORT: Final = 3
_WORDS: Final = "|".join(
    sorted({*_NAMES, *(name[:_SHORT] for name in _NAMES), "sept"}, key=lambda name: (-len(name), name))
)
NAME: Final = rf"(?P<name>{_WORDS})\b\.?"
"""A month's name, whole or short, in a pattern over canonical text; `mayor 5` is no day."""


def month_number(name: str) -> int:
    """Return the number of a month, 1 to 12, by a name that `NAME` matched."""
    return next(number for number, each in enumerate(_NAMES, 1) if each.startswith(name[:_SHORT]))
