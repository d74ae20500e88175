"""What an entry of a register lacks, as codes; it proposes nothing and knows no screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.changes.registers.steps import ended
from bot.changes.registers.values import said_of
from bot.entities import FileEntry, FileStep
from bot.texts.registers import Register

FILE = "file"
"""What an entry lacks that has no photo and no file."""


def lacking(kind: Register, entry: FileEntry, *, proved: bool) -> tuple[str, ...]:
    """Return the fields that an entry lacks, and `file`; one that has ended lacks nothing any more."""
    if ended(kind, entry):
        return ()
    said = said_of(entry)
    empty = [each.id for each in kind.fields if each.wanted and said.get(each.id, "") in {"", "no"}]
    return (*empty, *([FILE] if kind.proof and not proved else []))


def months_open(kind: Register, entry: FileEntry, steps: Iterable[FileStep], today: date) -> tuple[str, ...]:
    """Return the months of a pair's term, this one included, that have no result."""
    if not any(each.type == "month" for each in kind.steps):
        return ()
    known = {each.period for each in steps}
    last = min(f"{today:%Y-%m}", (entry.until or f"{today:%Y-%m}")[:7])
    return tuple(month for month in _months(entry.on[:7], last) if month not in known)


def _months(first: str, last: str) -> Iterator[str]:
    year, number = int(first[:4]), int(first[5:7])
    while f"{year:04}-{number:02}" <= last:
        yield f"{year:04}-{number:02}"
        year, number = year + number // 12, number % 12 + 1


def stands(kind: Register, entry: FileEntry, today: date) -> bool:
    """Say whether an entry still stands: not ended, and its term not over."""
    return not ended(kind, entry) and (not entry.until or entry.until >= today.isoformat())
