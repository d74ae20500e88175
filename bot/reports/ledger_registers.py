"""Registers of a studio's standing file as they stood in a period, for the ledger: entries and what happened to them.

Texts follow the language of the rubric. A register that the rubric does not ask for comes after those that it does, and
only if something stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from bot.changes.registers.steps import ended
from bot.changes.registers.values import said_of
from bot.changes.registers.voided import standing_steps
from bot.entities import FileEntry, FileStep, Studio
from bot.ports import Desk
from bot.texts import Words
from bot.texts.registers import BY_ID, REGISTERS, Field, Register
from exports.ledger_records import Column, RegisterSheet
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.registers import file_kind

_NAME: Final = 5
_DAY: Final = 3
_CENTRED: Final = frozenset({"day", "ahead", "choice", "figure", "money"})
_HAPPENED: Final = 6
"""Weight of the column of what happened."""


def sheets(
    desk: Desk, studio: Studio, rubric: Rubric, period: Period, say: Words
) -> tuple[RegisterSheet, ...]:
    """Return the registers in the order in which the rubric asks for them, then the others."""
    entries = [each for each in desk.registers.of_studio(studio.id) if _stood(each, period)]
    steps: dict[str, list[FileStep]] = {}
    for step in standing_steps(desk.registers.steps_of(studio.id)):
        steps.setdefault(step.entry, []).append(step)
    asked = dict.fromkeys(kind for each in rubric.registers if (kind := file_kind(each)) in BY_ID)
    kept = {each.kind for each in entries}
    order = (*asked, *(each.id for each in REGISTERS if each.id in kept and each.id not in asked))
    return tuple(
        _Sheet(desk, BY_ID[kind], period, say).drawn([each for each in entries if each.kind == kind], steps)
        for kind in order
    )


def _stood(entry: FileEntry, period: Period) -> bool:
    first, last = period.start.isoformat(), period.end.isoformat()
    return entry.on <= last and (not entry.until or entry.until >= first)


class _Sheet:
    """One register on its way to paper."""

    def __init__(self, desk: Desk, kind: Register, period: Period, say: Words) -> None:
        self._desk, self._kind, self._period, self._say = desk, kind, period, say
        self._fields = tuple(each for each in kind.fields if each.id != "note")

    def drawn(self, entries: Iterable[FileEntry], steps: dict[str, list[FileStep]]) -> RegisterSheet:
        """Return the sheet."""
        say = self._say
        columns = (
            *(self._column(each) for each in self._fields),
            Column(say("file.book.ended"), _DAY, centred=True),
            Column(say("ledger.happened"), _HAPPENED),
            Column(say("ledger.proof"), 1, centred=True),
        )
        rows = tuple(self._row(each, steps.get(each.id, [])) for each in entries)
        return RegisterSheet(self._kind.id, say(f"file.kind.{self._kind.id}"), columns, rows)

    def _column(self, field: Field) -> Column:
        title = self._say(f"file.field.{self._kind.id}.{field.id}")
        weight = _NAME if field.id == "name" else _DAY if field.type in {"day", "ahead"} else 2
        return Column(title, weight, centred=field.type in _CENTRED)

    def _row(self, entry: FileEntry, steps: list[FileStep]) -> tuple[str, ...]:
        said = said_of(entry)
        happened = tuple(self._told(steps))
        files = sum(len(piece.files) for piece in self._desk.proofs.of(entry.id))
        return (
            *(self._cell(each, said.get(each.id, "")) for each in self._fields),
            entry.until if ended(self._kind, entry) else "",
            "\n".join(happened),
            str(files) if files else "",
        )

    def _cell(self, field: Field, text: str) -> str:
        return self._say(f"file.choice.{field.choices}.{text}") if field.choices and text else text

    def _told(self, steps: Iterable[FileStep]) -> Iterator[str]:
        """Yield what happened in the period, a line each; a month's result belongs to its month."""
        for step in sorted(steps, key=lambda each: (each.period or each.on, each.place)):
            if not self._within(step):
                continue
            what = self._say(f"file.step.{self._kind.id}.{step.name}")
            words = self._say(f"file.choice.result.{step.value}") if step.period and step.value else step.text
            yield self._say("ledger.step", on=step.period or step.on, what=what, words=words).rstrip()

    def _within(self, step: FileStep) -> bool:
        first, last = self._period.start.isoformat(), self._period.end.isoformat()
        if step.period:
            return first[:7] <= step.period <= last[:7]
        return first <= step.on <= last
