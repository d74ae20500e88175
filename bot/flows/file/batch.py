"""Several lines in one message, each a whole entry: what can be entered, and line by line what is wrong.

A line may leave its register's word out: the word of the lines above it holds, or the register that is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.changes.registers.checks import check
from bot.changes.registers.entries import AddFileEntry, made
from bot.changes.registers.values import kind_of
from bot.entities import FileEntry, Studio
from bot.flows.file.line import Line, line_of, named
from bot.flows.file.states import LIST_SCREEN, FileState
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Command, Said, SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Say
from bot.flows.refusals import spoken
from bot.flows.screen import Ask, Go, Step
from bot.flows.taps import Tap
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts.registers import Register

LEAST: Final = 2
"""So many whole lines make a message one of several entries; fewer are one entry that was written over some lines."""
QUOTED: Final = 24


@dataclass(frozen=True, slots=True)
class Batch:
    """A message of several entries."""

    lines: tuple[Line, ...]
    """Those that can be entered."""
    wrong: tuple[tuple[int, str, Refusal], ...]
    """Number of the line, what it says, what is wrong with it."""

    @property
    def kinds(self) -> tuple[Register, ...]:
        """Return the registers that get an entry."""
        return tuple(dict.fromkeys(each.kind for each in self.lines))


def batch_of(desk: Desk, studio: Studio, text: str, here: Register | None, day: date) -> Batch | None:
    """Return the entries of a message, None where it is not one of several."""
    found: list[tuple[int, str, Line | None]] = []
    kind = here
    for number, said in enumerate(text.splitlines(), 1):
        if alone := named(said.strip().rstrip("：:")):
            kind = alone
        elif said.strip():
            line = line_of(said, kind, day)
            kind = line.kind if line is not None else kind
            found.append((number, said.strip(), line))
    if sum(line is not None and line.whole for _, _, line in found) < LEAST:
        return None
    return _tried(desk, studio, found, day)


def clash_of(desk: Desk, studio: Studio, text: str, here: Register | None, day: date) -> Refusal | None:
    """Return why the one entry of a message cannot stand beside the others, so that only that is asked again.

    Nothing for one that is there already: there is nothing to go on with.
    """
    line = line_of(text, here, day)
    if line is None or line.wrong is not None or line.open:
        return None
    try:
        check(_entry(studio, line, 1, day), desk.registers.of_studio(studio.id, line.kind.id))
    except Refusal as refusal:
        return refusal if refusal.code != "register_twice" else None
    return None


def said_in(given: AnyInput | Tap | None) -> str:
    """Return the words of a message: a text, what follows a command, what stands below a photo."""
    match given:
        case Said(text=text) | Command(rest=text) | SentFile(caption=text):
            return text
    return ""


def _tried(desk: Desk, studio: Studio, found: list[tuple[int, str, Line | None]], day: date) -> Batch:
    """Try every line against the file and the lines above it."""
    beside = list(desk.registers.of_studio(studio.id))
    lines, wrong = [], []
    for number, said, line in found:
        try:
            entry = _entry(studio, line, number, day)
            check(entry, [each for each in beside if each.kind == entry.kind])
        except Refusal as refusal:
            wrong.append((number, said, refusal))
        else:
            beside.append(entry)
            lines += [line] if line is not None else []
    return Batch(tuple(lines), tuple(wrong))


def _entry(studio: Studio, line: Line | None, number: int, day: date) -> FileEntry:
    if line is None:
        raise Refusal("register_no_kind")
    if line.wrong is not None:
        raise line.wrong
    if line.open:
        raise Refusal("register_empty", part=f"{line.kind.id}.{line.open}")
    blank = FileEntry(
        id=f"line:{number}",
        studio=studio.id,
        kind=kind_of(line.kind.id).id,
        name="",
        on=day.isoformat(),
        by="",
        at=0,
        changed=0,
    )
    return made(blank, line.said)


def additions(batch: Batch, studio: str, ask: Ask) -> tuple[AddFileEntry, ...]:
    """Return the changes that enter what is right."""
    return tuple(
        AddFileEntry(
            entry=ask.mint(),
            studio=studio,
            kind=line.kind.id,
            said=line.said,
            today=today(ask).isoformat(),
        )
        for line in batch.lines
    )


def told(batch: Batch, ask: Ask) -> Say:
    """Return what was entered and every line that was not, with what to send instead."""
    return tally(len(batch.lines), batch.wrong, ask)


def tally(done: int, wrong: tuple[tuple[int, str, Refusal], ...], ask: Ask) -> Say:
    """Return how many lines were entered and what is wrong with each of the others."""
    words = ask.words
    lines = [words("file.batch", count=done + len(wrong), done=done)]
    for number, said, refusal in wrong:
        why = spoken(words, refusal.code, refusal.params, html=True)
        lines.append(words("file.batch_wrong", row=number, said=escape(short(said, QUOTED)), why=why))
    if wrong:
        lines.append(words("file.batch_again"))
    return Say("\n".join(lines))


def several(batch: Batch, studio: Studio, here: Register | None, ask: Ask) -> Step:
    """Enter the lines that are right, tell the others, and show the register."""
    kinds = batch.kinds
    kind = kinds[0].id if len(kinds) == 1 else here.id if here and not kinds else ""
    there = Go(LIST_SCREEN, FileState(studio=studio.id, kind=kind))
    return Step(additions(batch, studio.id, ask), go=there, say=(told(batch, ask),), fresh=True)
