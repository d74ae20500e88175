"""What is missing before a signature: items nobody looked at, deductions without a word, materials not seen.

Pure: a sheet, its marks, notes and evidence in, gaps out.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.entities import Evidence
from bot.flows.walk.reading import Walk


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A deduction (or a score by hand) that has neither note nor evidence."""

    item: str
    letter: str = ""
    number: int = 0
    """Which occurrence, from 1; 0 where the rule has only one."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Everything that is missing."""

    untouched: tuple[str, ...]
    unexplained: tuple[Unexplained, ...]
    materials: tuple[str, ...]
    """Items whose 备查材料 were asked for and of which no evidence came."""

    @property
    def passable(self) -> bool:
        """Say whether the signature is possible (with a word for what is missing)."""
        return not self.untouched

    @property
    def none(self) -> bool:
        """Say whether nothing is missing."""
        return not (self.untouched or self.unexplained or self.materials)

    def first(self) -> str | None:
        """Return the item to begin with."""
        found = (*self.untouched, *(each.item for each in self.unexplained), *self.materials)
        return found[0] if found else None

    def listed(self) -> tuple[tuple[str, str], ...]:
        """Return kind and item of each gap that can be passed, for the history."""
        return (
            *(("unexplained", f"{each.item}{each.letter}") for each in self.unexplained),
            *(("materials", item) for item in self.materials),
        )


def gaps(walk: Walk) -> Gaps:
    """Return what is missing; the walk must hold the evidence and notes of all items."""
    rows = (*walk.sheet.items, *walk.sheet.bonus_items)
    seen = {piece.item for piece in walk.pieces if not _lost(piece)}
    worded = (
        seen | {piece.item for piece in walk.pieces if piece.caption} | {note.item for note in walk.notes}
    )
    unexplained: list[Unexplained] = []
    for row in rows:
        if row.exceptional and row.no not in worded:
            unexplained.append(Unexplained(row.no))
        if not row.by_hand:
            unexplained += _of_rules(walk, row.no)
    return Gaps(
        untouched=tuple(row.no for row in walk.sheet.items if row.state == "untouched"),
        unexplained=tuple(unexplained),
        materials=tuple(
            row.no for row in walk.sheet.items if row.item.evidence and row.counted and row.no not in seen
        ),
    )


def wordless(walk: Walk, item: str) -> frozenset[str]:
    """Return the ids of an item's deductions that nothing explains; a word on the item explains its only one."""
    found = walk.rubric.item(item)
    ids = [one.id for taken in walk.marks(item).taken.values() for one in taken]
    if found is None or found.start == "award":
        return frozenset()
    pieces = (piece for piece in walk.pieces if piece.item == item)
    told = {piece.occurrence for piece in pieces if piece.caption or not _lost(piece)}
    told |= {note.occurrence for note in walk.notes if note.item == item}
    if len(ids) == 1 and None in told:
        return frozenset()
    return frozenset(ids) - told


def _lost(piece: Evidence) -> bool:
    """Say whether nothing of a piece could be had: it stands on the sheet with the reason, but shows nothing."""
    return bool(piece.files) and all(file.state == "failed" for file in piece.files)


def _of_rules(walk: Walk, item: str) -> list[Unexplained]:
    silent = wordless(walk, item)
    return [
        Unexplained(item, letter, number if len(occurrences) > 1 else 0)
        for letter, occurrences in walk.marks(item).taken.items()
        for number, one in enumerate(occurrences, 1)
        if one.id in silent
    ]
