"""What the sheet of steps in a workbook of registers would change: each row against the entry that it is about.

A row with its number is one that is there: with a reason it is taken back, or put right where it says something else.
A row without a number is new. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.changes.file_void_step import reasoned
from bot.changes.registers.step_checks import happened, may_go, may_happen, with_step, without
from bot.changes.registers.values import choice_said, day_said, kind_of, month_said
from bot.changes.registers.voided import VOIDED
from bot.changes.studio_fields import alike
from bot.changes.upload_table import Row, Table, Wrong
from bot.entities import FileEntry, FileStep
from bot.problems import Refusal
from bot.texts.registers import REGISTERS, Register, StepKind
from rubrics.entry_day import day
from rubrics.entry_day_meant import meant
from rubrics.numbering import canonical

STEPS: Final = "steps"
"""What the sheet is called among the tables."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One row that would change something: a step taken back, a new one, or both where one is put right."""

    row: int
    entry: FileEntry
    out: FileStep | None = None
    step: FileStep | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSteps:
    """What the sheet would do."""

    rows: tuple[StepRow, ...] = ()
    after: Mapping[str, FileEntry] = field(default_factory=dict)
    """The entries as they are after it, by id; only those that it touches."""
    happened: tuple[FileStep, ...] = ()
    """What would be stored, in this order."""
    problems: tuple[Wrong, ...] = ()


class StepSheet:
    """The sheet against the entries as the other sheets leave them."""

    def __init__(
        self,
        table: Table,
        entries: Mapping[str, FileEntry],
        steps: Mapping[str, Iterable[FileStep]],
        today: date,
    ) -> None:
        self.table, self.entries, self.today = table, entries, today
        self.steps = {key: list(each) for key, each in steps.items()}
        self.happened: list[FileStep] = []
        self.problems: list[Wrong] = [each for each in table.problems if each.code != "upload_no_rows"]

    def planned(self) -> PlannedSteps:
        """Return what would happen, or every mistake."""
        seen: set[tuple[str, str]] = set()
        rows: list[StepRow] = []
        for row in self.table.rows:
            made = self._row(row)
            place = (made.entry.id, row.cells.get("place", "")) if made else ("", "")
            if made and place[1] and place in seen:
                self._wrong(row.row, "place", Refusal("register_step_row", value=place[1]))
            elif made and (made.out or made.step):
                rows.append(made)
            seen.add(place)
        after: dict[str, FileEntry] = {}
        for entry in dict.fromkeys(each.entry.id for each in rows):
            after[entry] = self._tried([each for each in rows if each.entry.id == entry])
        return PlannedSteps(tuple(rows), after, tuple(self.happened), tuple(self.problems))

    # -- one row ----------------------------------------------------------------------------------

    def _wrong(self, row: int, key: str, refusal: Refusal) -> None:
        self.problems.append(self.table.wrong(row, key, refusal))

    def _row(self, row: Row) -> StepRow | None:
        try:
            entry = self._entry(row)
        except Refusal as refusal:
            self._wrong(row.row, "id" if row.cells.get("id") else "name", refusal)
            return None
        number, why = row.cells.get("place", ""), row.cells.get("why", "")
        known = next((each for each in self.steps.get(entry.id, ()) if str(each.place) == number), None)
        if number and known is None:
            self._wrong(row.row, "place", Refusal("register_step_row", value=number))
            return None
        step = self._step(entry, row)
        if step is None:
            return None
        same = known is not None and _told(known) == _told(step)
        if known is None:
            return StepRow(row.row, entry, step=step)
        if not why:
            if not same:
                self._wrong(row.row, "why", Refusal("register_step_why"))
            return StepRow(row.row, entry)
        try:
            reasoned(why)
        except Refusal as refusal:
            self._wrong(row.row, "why", refusal)
        return StepRow(row.row, entry, known, None if same else step, " ".join(why.split()))

    def _entry(self, row: Row) -> FileEntry:
        """Return the entry that a row is about: by its number, else the only one of its register and name."""
        number, name = row.cells.get("id", ""), row.cells.get("name", "")
        if number:
            if number not in self.entries:
                raise Refusal("register_step_entry", value=number)
            return self.entries[number]
        sort = canonical(row.cells.get("register", "")).strip()
        kinds = [each.id for each in REGISTERS if sort in {canonical(each.zh), canonical(each.en)}]
        found = [
            each
            for each in self.entries.values()
            if alike(each.name) == alike(name) and (each.kind in kinds or not sort)
        ]
        if len(found) != 1:
            raise Refusal("register_step_names" if found else "register_step_name", value=name or "?")
        return found[0]

    def _step(self, entry: FileEntry, row: Row) -> FileStep | None:
        """Return the step that a row says; every cell that is wrong is told."""
        kind, count = kind_of(entry.kind), len(self.problems)
        what = _what(kind, row.cells.get("what", ""))
        if what is None:
            places = tuple(f"{kind.id}.{each.id}" for each in kind.steps)
            refusal = Refusal("register_what", value=row.cells.get("what", ""), happened=places)
            if not places:
                refusal = Refusal("register_no_steps", registers=(kind.id,))
            self._wrong(row.row, "what", refusal)
        on = self._day(row, what)
        period = value = ""
        if what is not None and what.type == "month":
            period, value = self._month(row)
        if len(self.problems) > count or what is None:
            return None
        text = " ".join(row.cells.get("text", "").split())
        return FileStep(
            entry=entry.id, place=0, name=what.id, on=on, period=period, value=value, text=text, by="", at=0
        )

    def _day(self, row: Row, what: StepKind | None) -> str:
        said = row.cells.get("on", "")
        if not said and what is not None and what.type == "month":
            return self.today.isoformat()
        found = day_said(said, self.today)
        if found is None:
            probable = meant(said, self.today).isoformat()
            self._wrong(row.row, "on", Refusal("register_cell_day", value=said or "?", probable=probable))
            return ""
        return found.isoformat()

    def _month(self, row: Row) -> tuple[str, str]:
        month = ""
        try:
            said = row.cells.get("month", "")
            # A month typed into a workbook may have become the first day of that month.
            whole = day(said)
            month = month_said(f"{whole:%Y-%m}" if whole else said or "?", self.today)
        except Refusal as refusal:
            self._wrong(row.row, "month", refusal)
        result = choice_said("result", row.cells.get("result", ""))
        if result is None:
            self._wrong(
                row.row, "result", Refusal("register_result", value=row.cells.get("result", "") or "?")
            )
        return month, result or ""

    # -- all rows of an entry ---------------------------------------------------------------------

    def _tried(self, rows: list[StepRow]) -> FileEntry:
        """Return an entry after all of its rows, in the order of their days; what cannot be is told."""
        entry, known = rows[0].entry, list(self.steps.get(rows[0].entry.id, ()))
        for each in sorted(rows, key=lambda one: -one.out.place if one.out else 0):
            if each.out is not None:
                known = [other for other in known if other.place != each.out.place]
                try:
                    may_go(entry, each.out, known)
                except Refusal as refusal:
                    self._wrong(each.row, "what", refusal)
                entry = without(entry, each.out, known)
                self.happened.append(self._back(each.out, each.why))
        for each in sorted(
            (one for one in rows if one.step), key=lambda one: one.step.on if one.step else ""
        ):
            if each.step is None:
                continue
            try:
                may_happen(entry, each.step, tuple(known), self.today)
            except Refusal as refusal:
                self._wrong(each.row, "what", refusal)
                continue
            step = happened(entry, each.step)
            entry = with_step(entry, step, known)
            known.append(step)
            self.happened.append(step)
        return entry

    def _back(self, out: FileStep, why: str) -> FileStep:
        """Return what takes a step back."""
        told = {"name": VOIDED, "on": self.today.isoformat(), "value": str(out.place), "text": why}
        return out.model_copy(update={**told, "period": "", "place": 0})


def _what(kind: Register, said: str) -> StepKind | None:
    plain = canonical(said).strip()
    return next(
        (each for each in kind.steps if plain in {each.id, canonical(each.zh), canonical(each.en)}), None
    )


def _told(step: FileStep) -> tuple[str, ...]:
    value = step.value if step.period else ""
    return step.name, step.on, step.period, value, " ".join(step.text.split())
