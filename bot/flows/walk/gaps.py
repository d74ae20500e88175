"""What is missing before a signature: items nobody looked at, deductions without a word, materials not seen.

Pure: a sheet, its marks, notes and evidence in, gaps out.
"""

from __future__ import annotations

from dataclasses import dataclass

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
    told = {piece.occurrence for piece in walk.pieces} | {note.occurrence for note in walk.notes}
    seen = {piece.item for piece in walk.pieces}
    items = {piece.item for piece in walk.pieces if piece.occurrence is None}
    items |= {note.item for note in walk.notes if note.occurrence is None}
    unexplained: list[Unexplained] = []
    for row in rows:
        if row.exceptional and row.no not in items | {note.item for note in walk.notes}:
            unexplained.append(Unexplained(row.no))
        if not row.by_hand:
            unexplained += _of_rules(walk, row.no, told, in_words=row.no in items)
    return Gaps(
        untouched=tuple(row.no for row in walk.sheet.items if row.state == "untouched"),
        unexplained=tuple(unexplained),
        materials=tuple(
            row.no for row in walk.sheet.items if row.item.evidence and row.counted and row.no not in seen
        ),
    )


def _of_rules(walk: Walk, item: str, told: set[str | None], *, in_words: bool) -> list[Unexplained]:
    """Return the occurrences of an item that nothing explains; a word on the item explains its only deduction."""
    found = walk.rubric.item(item)
    taken = walk.marks(item).taken
    if found is None or found.start == "award":
        return []
    alone = sum(len(each) for each in taken.values()) == 1
    return [
        Unexplained(item, letter, number if len(occurrences) > 1 else 0)
        for letter, occurrences in taken.items()
        for number, one in enumerate(occurrences, 1)
        if one.id not in told and not (alone and in_words)
    ]
