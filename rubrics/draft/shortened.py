"""Quotes in one line and of a length that can be shown."""

from typing import Final

LONGEST: Final = 400


def short(text: str) -> str:
    """The text in one line; what is too long ends in …."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
