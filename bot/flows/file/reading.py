"""What the screens of the standing file show, as values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from bot.changes.registers.steps import ended
from bot.changes.registers.voided import standing_steps
from bot.entities import FileEntry, FileStep, Proof, Studio
from bot.flows.file.batch import Batch, batch_of, clash_of, said_in
from bot.flows.file.mine import seen, writes
from bot.flows.file.missing import lacking, months_open, stands
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.month.mine import today
from bot.flows.screen import Ask
from bot.flows.taps import Tap
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts.registers import REGISTERS, Register


@dataclass(frozen=True, slots=True)
class Count:
    """One register as the overview tells it."""

    kind: Register
    standing: int
    over: int
    """Ended, or the term is over."""
    lacks: tuple[tuple[str, int], ...]
    """Field, or `file`, with how many entries lack it."""
    no_result: int = 0
    """Pairs without this month's result."""


def counts(desk: Desk, studio: str, day: date) -> tuple[Count, ...]:
    """Return every register of a studio with what it holds and lacks."""
    entries = desk.registers.of_studio(studio)
    steps: dict[str, list[FileStep]] = {}
    for step in standing_steps(desk.registers.steps_of(studio)):
        steps.setdefault(step.entry, []).append(step)
    made = []
    for kind in REGISTERS:
        mine = [each for each in entries if each.kind == kind.id]
        here = [each for each in mine if stands(kind, each, day)]
        lacks = Counter(
            code
            for each in here
            for code in lacking(kind, each, proved=not kind.proof or bool(desk.proofs.of(each.id)))
        )
        late = sum(f"{day:%Y-%m}" in months_open(kind, each, steps.get(each.id, ()), day) for each in here)
        made.append(Count(kind, len(here), len(mine) - len(here), tuple(lacks.items()), late))
    return tuple(made)


def entries_of(desk: Desk, studio: str, kind: Register, day: date) -> tuple[FileEntry, ...]:
    """Return the entries of a register: those that stand first."""
    found = desk.registers.of_studio(studio, kind.id)
    return tuple(sorted(found, key=lambda each: not stands(kind, each, day)))


@dataclass(frozen=True, slots=True)
class Card:
    """One entry with all that is known of it."""

    kind: Register
    entry: FileEntry
    studio: Studio
    steps: tuple[FileStep, ...]
    pieces: tuple[Proof, ...]
    writes: bool
    today: date
    album: Proof | None = None
    batch: Batch | None = None
    """Several entries in one message."""
    clash: Refusal | None = None
    """Why the one entry of a message cannot stand beside the others."""

    @property
    def closed(self) -> bool:
        """Whether it was ended by a step."""
        return ended(self.kind, self.entry)

    @property
    def lacks(self) -> tuple[str, ...]:
        """Return what it lacks."""
        return lacking(self.kind, self.entry, proved=bool(self.pieces))

    @property
    def standing(self) -> tuple[FileStep, ...]:
        """Return what happened to it and was not taken back."""
        return standing_steps(self.steps)

    @property
    def months(self) -> tuple[str, ...]:
        """Return the months without a result."""
        return months_open(self.kind, self.entry, self.standing, self.today)


def card(desk: Desk, ask: Ask, kind: Register, entry: FileEntry, given: AnyInput | Tap | None) -> Card:
    """Return an entry that the person may see, or refuse."""
    studio = seen(desk, ask, entry.studio)
    return Card(
        kind,
        entry,
        studio,
        desk.registers.steps(entry.id),
        desk.proofs.of(entry.id),
        writes(ask, studio),
        today(ask),
        album_of(desk, given),
        batch_of(desk, studio, given.text, kind, today(ask)) if isinstance(given, Said) else None,
        clash_of(desk, studio, said_in(given), kind, today(ask)) if said_in(given) else None,
    )


def album_of(desk: Desk, given: AnyInput | Tap | None) -> Proof | None:
    """Return the piece that the earlier parts of a sent album became."""
    if isinstance(given, SentFile) and given.album:
        return desk.proofs.piece_of_album(given.chat, given.album)
    return None
