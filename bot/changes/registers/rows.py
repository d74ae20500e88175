"""What a workbook of registers would change: every row against the file as it is now, all mistakes at once.

Nothing is written here. The same rows over the same file give the same plan, and its digest tells whether it still is
the one that somebody was shown.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from bot import access
from bot.changes.registers.checks import check
from bot.changes.registers.entries import made
from bot.changes.registers.step_rows import STEPS, StepRow, StepSheet
from bot.changes.registers.steps import ended
from bot.changes.registers.values import said_of, value_of
from bot.changes.registers.voided import standing_steps
from bot.changes.upload_table import Row, Table, Wrong
from bot.entities import FileEntry, FileStep, Person, Studio
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts.registers import REGISTERS, Register


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row as it would be stored; a new entry has the id `row:KIND:N` until then."""

    kind: Register
    row: int
    before: FileEntry | None
    after: FileEntry

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the fields that differ."""
        old, new = said_of(self.before) if self.before else {}, said_of(self.after)
        return tuple(each.id for each in self.kind.fields if old.get(each.id, "") != new.get(each.id, ""))


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """What would happen, or why nothing can."""

    studio: Studio | None
    rows: tuple[FileRow, ...]
    problems: tuple[tuple[str, Wrong], ...]
    """Register (or `steps`; empty: the whole workbook) and what is wrong there."""
    steps: tuple[StepRow, ...] = ()
    touched: Mapping[str, FileEntry] = dataclasses.field(default_factory=dict)
    """The entries to which something would happen, as they are after it, by id."""
    happened: tuple[FileStep, ...] = ()
    """What would be stored of the steps, in this order."""

    @property
    def new(self) -> tuple[FileRow, ...]:
        """Return the entries that would be added."""
        return tuple(each for each in self.rows if each.before is None)

    @property
    def changed(self) -> tuple[FileRow, ...]:
        """Return the entries of which something would change."""
        return tuple(each for each in self.rows if each.before is not None and each.changed)

    @property
    def same(self) -> int:
        """Return how many rows say what is so already."""
        return len(self.rows) - len(self.new) - len(self.changed)

    @property
    def digest(self) -> str:
        """Return eight digits that change with whatever would be written, and over what."""
        told = repr([(each.before, said_of(each.after), each.row, each.kind.id) for each in self.rows])
        told += repr(self.happened)
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def planned_file(desk: Desk, person: Person, result: str, today: date) -> PlannedFile:
    """Return what a workbook that was read would change for a leader."""
    read = json.loads(result)
    studio = _studio(desk, person, str(read.get("word", "")))
    if studio is None or studio.retired:
        refusal = (
            Refusal("studio_retired", studio=studio.name, day=studio.retired or "")
            if studio
            else Refusal("register_other_studio", studio=_name(desk, str(read.get("word", ""))))
        )
        return PlannedFile(
            studio, (), (("", Wrong(row=0, column="", code=refusal.code, params=dict(refusal.params))),)
        )
    tables = {kind: Table.model_validate(table) for kind, table in read["tables"].items()}
    return _Plan(desk, studio, tables, today).made()


def _studio(desk: Desk, person: Person, word: str) -> Studio | None:
    """Return the studio that the workbook names, or the only one that the person leads."""
    led = [
        each for each in desk.studios.covered(access.scopes(person, "log")) if access.may(person, "log", each)
    ]
    if word:
        return next((each for each in led if each.id == word), None)
    return led[0] if len(led) == 1 else None


def _name(desk: Desk, word: str) -> str:
    found = desk.studios.get(word) if word else None
    return found.name if found else "?"


class _Plan:
    """One workbook against the file."""

    def __init__(self, desk: Desk, studio: Studio, tables: Mapping[str, Table], today: date) -> None:
        self.studio, self.tables, self.today = studio, tables, today
        self.entries = {each.id: each for each in desk.registers.of_studio(studio.id)}
        self.steps: dict[str, list[FileStep]] = {}
        for step in standing_steps(desk.registers.steps_of(studio.id)):
            self.steps.setdefault(step.entry, []).append(step)
        self.problems: list[tuple[str, Wrong]] = []

    def made(self) -> PlannedFile:
        rows: list[FileRow] = []
        for kind in REGISTERS:
            table = self.tables.get(kind.id)
            if table is not None:
                count = len(self.problems)
                self.problems += [(kind.id, each) for each in table.problems if each.code != "upload_no_rows"]
                self._twice(kind, table)
                found = [entry for row in table.rows if (entry := self._row(kind, table, row)) is not None]
                self._beside(kind, table, found)
                self.problems[count:] = sorted(self.problems[count:], key=lambda each: each[1].row)
                rows += found
        return self._with_steps(tuple(rows))

    def _with_steps(self, rows: tuple[FileRow, ...]) -> PlannedFile:
        table = self.tables.get(STEPS)
        if table is None:
            return PlannedFile(self.studio, rows, tuple(self.problems))
        entries = self.entries | {each.after.id: each.after for each in rows}
        found = StepSheet(table, entries, self.steps, self.today).planned()
        problems = (*self.problems, *((STEPS, each) for each in found.problems))
        return PlannedFile(self.studio, rows, problems, found.rows, found.after, found.happened)

    def _wrong(self, kind: Register, table: Table, row: int, key: str, refusal: Refusal) -> None:
        self.problems.append((kind.id, table.wrong(row, key, refusal)))

    def _row(self, kind: Register, table: Table, row: Row) -> FileRow | None:
        """Return what a row would store; None where it is wrong."""
        count, number = len(self.problems), row.cells.get("id", "")
        before = self.entries.get(number)
        if number and (before is None or before.kind != kind.id):
            self._wrong(kind, table, row.row, "id", Refusal("register_row", value=number))
            return None
        said = said_of(before) if before else {}
        for field in kind.fields:
            if field.id not in table.columns:
                continue
            try:
                said[field.id] = value_of(kind, field, row.cells.get(field.id, ""), self.today)
            except Refusal as refusal:
                if not (refusal.code == "register_empty" and field.id in row.merged):
                    self._wrong(kind, table, row.row, field.id, refusal)
        end = before.until if before is not None and ended(kind, before) else ""
        if "ended" in table.columns and row.cells.get("ended", "") != end:
            name = before.name if before else row.cells.get("name", "")
            self._wrong(kind, table, row.row, "ended", Refusal("register_end_cell", name=name))
        if len(self.problems) > count:
            return None
        if end:
            said["until"] = end
        return FileRow(kind, row.row, before, self._made(kind, row.row, before, said))

    def _made(self, kind: Register, row: int, before: FileEntry | None, said: Mapping[str, str]) -> FileEntry:
        blank = FileEntry(
            id=f"row:{kind.id}:{row}",
            studio=self.studio.id,
            kind=kind.id,
            name="",
            on="",
            state="started" if kind.id == "projects" else "",
            by="",
            at=0,
            changed=0,
        )
        return made(before or blank, said)

    def _beside(self, kind: Register, table: Table, rows: list[FileRow]) -> None:
        """Keep what cannot stand beside the others, those of the workbook included."""
        beside = {key: each for key, each in self.entries.items() if each.kind == kind.id}
        beside |= {each.after.id: each.after for each in rows if each.before is not None}
        for each in rows:
            if each.before is None or each.changed:
                try:
                    _stands(each)
                    check(each.after, beside.values(), self.steps.get(each.after.id, ()))
                except Refusal as refusal:
                    self._wrong(kind, table, each.row, "name", refusal)
            beside[each.after.id] = each.after

    def _twice(self, kind: Register, table: Table) -> None:
        """Name the rows that have one number."""
        seen: dict[str, list[int]] = {}
        for row in table.rows:
            if number := row.cells.get("id", ""):
                seen.setdefault(number, []).append(row.row)
        for rows in seen.values():
            for place in rows if len(rows) > 1 else ():
                others = tuple(str(other) for other in rows if other != place)
                self._wrong(kind, table, place, "id", Refusal("register_rows_twice", rows=others))


def _stands(row: FileRow) -> None:
    if row.before is not None and ended(row.kind, row.before):
        raise Refusal("register_row_ended", name=row.before.name, on=row.before.until)
