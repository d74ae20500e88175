"""What is missing before a signature: items nobody looked at, deductions without a word, materials not seen.

Pure: a sheet, its marks, notes and evidence in, gaps out.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bot.changes.sign import untouched
from bot.entities import Evidence
from bot.flows.walk.reading import Walk
from rubrics.marks import Occurrence
from rubrics.rules import Rule, Shortfall, Step


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
    """Items whose 备查材料 were asked for and of which neither evidence nor anything handed in before came."""
    unanswered: tuple[Unexplained, ...] = ()
    """Rules that no arithmetic follows from, and that nobody has answered."""
    unreasoned: tuple[str, ...] = ()
    """Usual conditions that are not met, without the reason that they need."""
    undecided: tuple[Unexplained, ...] = ()
    """Rules for which the studio's log or file proposes something that nobody has decided about."""
    sources: frozenset[str] = frozenset()
    """What proposes these: `log`, `file` or both."""

    @property
    def passable(self) -> bool:
        """Say whether the signature is possible (with a word for what is missing)."""
        return not self.untouched

    @property
    def none(self) -> bool:
        """Say whether nothing is missing."""
        return self.first() is None

    def first(self) -> str | None:
        """Return the item to begin with."""
        found = (
            *self.untouched,
            *(each.item for each in self.unanswered),
            *self.unreasoned,
            *(each.item for each in self.undecided),
            *(each.item for each in self.unexplained),
            *self.materials,
        )
        return found[0] if found else None

    def listed(self) -> tuple[tuple[str, str], ...]:
        """Return kind and item of each gap that can be passed, for the history."""
        return (
            *(("unanswered", f"{each.item}{each.letter}") for each in self.unanswered),
            *(("unreasoned", item) for item in self.unreasoned),
            *(("undecided", f"{each.item}{each.letter}") for each in self.undecided),
            *(("unexplained", f"{each.item}{each.letter}") for each in self.unexplained),
            *(("materials", item) for item in self.materials),
        )


def gaps(walk: Walk) -> Gaps:
    """Return what is missing; the walk must hold the evidence, the notes and what the log says of all items."""
    rows = [row for item in walk.order if (row := walk.sheet.item(item))]
    main = [row for row in rows if row.item.role == "row"]
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
    asked = [row.no for row in main if row.item.evidence and row.counted]
    asked += [gate.no for gate in walk.gates.values() if gate.item.evidence]
    return Gaps(
        untouched=untouched(walk.sheet),
        unexplained=tuple(unexplained),
        materials=tuple(item for item in asked if item not in seen and item not in walk.ready_items),
        unanswered=tuple(Unexplained(row.no, letter) for row in rows for letter in row.unanswered),
        unreasoned=tuple(
            gate.no for gate in walk.gates.values() if gate.needs_reason and gate.no not in worded
        ),
        undecided=tuple(
            Unexplained(item, one.letter)
            for item in walk.order
            if item in walk.log
            for one in walk.log[item].open
        ),
        sources=frozenset(
            "log" if one.standings else "file"
            for item in walk.order
            if item in walk.log
            for one in walk.log[item].open
        ),
    )


def wordless(walk: Walk, item: str) -> frozenset[str]:
    """Return the ids of an item's deductions that nothing explains; a word on the item explains its only one."""
    found = walk.rubric.item(item)
    if found is None:
        return frozenset()
    row = walk.sheet.item(item)
    covered = {result.letter for result in row.rules if result.covered} if row else set()
    ids = [
        one.id
        for letter, taken in walk.marks(item).taken.items()
        for one in taken
        if (rule := found.rule(letter)) is not None and not explained(rule, one)
        if letter not in covered
    ]
    pieces = (piece for piece in walk.pieces if piece.item == item)
    told = {piece.occurrence for piece in pieces if piece.caption or not _lost(piece)}
    told |= {note.occurrence for note in walk.notes if note.item == item}
    if len(ids) == 1 and None in told:
        return frozenset()
    return frozenset(ids) - told


def explained(rule: Rule, one: Occurrence) -> bool:
    """Say whether an occurrence needs no word: it earns, or costs nothing."""
    amount = one.amount or Decimal(0)
    if rule.needs_reason:
        return not amount
    if isinstance(rule, Shortfall):
        return not rule.missing(amount)
    if isinstance(rule, Step):
        return rule.side != "deduct" or not rule.steps(amount)
    return rule.side != "deduct" and rule.kind not in _TOLD


_TOLD: Final = frozenset({"extra", "veto"})
"""Kinds beside the row's own points that somebody should say why."""


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
