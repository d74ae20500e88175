"""A file sent for anything that a studio does: an activity, something put right, an appeal, a material handed in.

What it is sent for is known by its id alone; evidence of an item under assessment is a noun of its own.
"""

from __future__ import annotations

from bot.entities.evidence import FileRef, Kind
from bot.entities.frozen import Frozen


class Proof(Frozen):
    """A file, or an album of files with one caption."""

    id: str
    of: str
    """Id of what it was sent for."""
    studio: str
    kind: Kind
    number: int
    """1, 2, 3 … within what it was sent for."""
    files: tuple[FileRef, ...] = ()
    caption: str = ""
    by: str
    at: int
    """Received, ms."""
