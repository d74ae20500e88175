"""What a button says: a screen's letter, a verb and its arguments, within Telegram's 64 bytes.

The data comes back from the phone and proves nothing: every argument is checked against the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LIMIT: Final = 64
"""Bytes of callback data that Telegram takes."""


@dataclass(frozen=True, slots=True)
class Tap:
    """One press, taken apart."""

    screen: str
    verb: str
    args: tuple[str, ...] = ()
    query: str = ""
    here: bool = True
    """The button hangs on the card in view."""

    def arg(self, index: int) -> str:
        """Return an argument, or an empty text where the phone sent fewer."""
        return self.args[index] if index < len(self.args) else ""


def pack(screen: str, verb: str, *args: object) -> str:
    """Return button data; too long is our mistake, found where it is made."""
    data = ":".join((screen, verb, *(str(arg) for arg in args)))
    if len(data.encode("utf-8")) > LIMIT:
        raise ValueError(data)
    return data


def unpack(data: str, query: str, *, here: bool) -> Tap | None:
    """Return the press that data stands for, or None for what no button of ours says."""
    parts = data.split(":")
    if len(parts) < 2 or not parts[0] or not parts[1]:  # noqa: PLR2004 - screen and verb
        return None
    return Tap(parts[0], parts[1], tuple(parts[2:]), query, here)
