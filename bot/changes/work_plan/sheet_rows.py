"""The rows of one plan's table against its tasks: which are new, changed or the same, and what is wrong with each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.changes.studio_fields import alike
from bot.changes.upload_table import Row, Table, Wrong
from bot.changes.work_plan.checks import (
    TASKS,
    TaskWords,
    due_checked,
    owner_checked,
    settled,
    title_checked,
)
from bot.changes.work_plan.state import OWED, lines_of
from bot.entities import PlanTask
from bot.problems import Refusal
from rubrics.entry_due_day import due_in, probable_due
from rubrics.numbering import canonical
from rubrics.periods import Period

_CUT: Final = re.compile(r"([0-9]{1,2})\.([123])")
"""A day that a cell may have cut: 6.30 becomes the number 6.3."""
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as it would be stored."""

    row: int
    before: PlanTask | None
    after: TaskWords

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the fields that differ."""
        old = self.before
        return tuple(
            name
            for name in ("title", "due", "owner")
            if old is None or getattr(old, name) != getattr(self.after, name)
        )


class PlanRows:
    """One table, worked out."""

    def __init__(self, table: Table, period: Period, tasks: Iterable[PlanTask]) -> None:
        """Read every row; what is wrong with one does not hide what is wrong with the next."""
        self._table, self._period = table, period
        self._tasks = {line.task.id: line.task for line in lines_of(tasks)}
        self.problems = [each for each in table.problems if each.code != "upload_no_rows"]
        numbered = {row.cells["id"] for row in table.rows if row.cells.get("id")}
        self._bare = {
            _key(each.title, each.due): each
            for each in self._tasks.values()
            if each.state != "dropped" and each.id not in numbered
        }
        """Tasks by what they say, for rows that lost their ids."""
        self._same_ids()
        found = [made for row in table.rows if (made := self._row(row)) is not None]
        self._known = {each.before.id for each in found if each.before is not None} | numbered
        self.kept = tuple(each for each in self._live() if each.id not in self._known)
        self._beside(found)
        self.rows = tuple(found)
        self.problems.sort(key=lambda each: each.row)
        self.unread = tuple(row.row for row in table.rows if self._closing(row))

    def _live(self) -> tuple[PlanTask, ...]:
        return tuple(each for each in self._tasks.values() if each.state != "dropped")

    def _wrong(self, row: int, key: str, refusal: Refusal) -> None:
        self.problems.append(self._table.wrong(row, key, refusal))

    def _row(self, row: Row) -> SheetRow | None:
        count, number = len(self.problems), row.cells.get("id", "")
        before = self._tasks.get(number)
        if number and before is None:
            self._wrong(row.row, "id", Refusal("workplan_sheet_row", value=number))
            return None
        title, due = self._title(row), self._due(row)
        owner = self._owner(row, before)
        if len(self.problems) > count:
            return None
        if before is None:
            before = self._bare.pop(_key(title, due), None)
            owner = owner if "owner" in self._table.columns or before is None else before.owner
        made = SheetRow(row.row, before, TaskWords(title=title, due=due, owner=owner))
        if before is not None and made.changed and before.state not in OWED:
            self._wrong(row.row, made.changed[0], settled(before))
            return None
        return made

    # -- cells ------------------------------------------------------------------------------------

    def _title(self, row: Row) -> str:
        text = row.cells.get("title", "")
        try:
            return title_checked(text) if text else self._empty(row, "title")
        except Refusal as refusal:
            self._wrong(row.row, "title", refusal)
            return ""

    def _owner(self, row: Row, before: PlanTask | None) -> str:
        if "owner" not in self._table.columns:
            return before.owner if before is not None else ""
        try:
            return owner_checked(row.cells.get("owner", ""))
        except Refusal as refusal:
            self._wrong(row.row, "owner", refusal)
            return ""

    def _due(self, row: Row) -> str:
        text = row.cells.get("due", "")
        try:
            if not text:
                return self._empty(row, "due")
            return due_checked(self._day(text), self._period).isoformat()
        except Refusal as refusal:
            self._wrong(row.row, "due", refusal)
            return ""

    def _day(self, text: str) -> date:
        """Return the day that a cell says; one of which the program may have cut a nought is asked for again."""
        cut, found = _CUT.fullmatch(canonical(text).strip()), due_in(text, self._period)
        if cut is not None and isinstance(found, date):
            raise Refusal("workplan_sheet_cut", value=text, first=found.isoformat(), second=f"{text}0")
        if isinstance(found, date):
            return found
        code = "workplan_day_none" if found == "none" else "workplan_sheet_due"
        raise Refusal(code, value=text, probable=probable_due(text, self._period))

    def _empty(self, row: Row, key: str) -> str:
        """Name a cell that must be filled in; of a merged area it is said already."""
        if key not in row.merged and key in self._table.columns:
            self._wrong(row.row, key, Refusal("workplan_sheet_empty"))
        return ""

    def _closing(self, row: Row) -> bool:
        """Say whether a row says of the closing what the plan does not."""
        task = self._tasks.get(row.cells.get("id", ""))
        known = (task.on, " ".join(task.result.split())) if task is not None else ("", "")
        said = (row.cells.get("on", ""), " ".join(row.cells.get("result", "").split()))
        return any(new not in {"", old} for new, old in zip(said, known, strict=True))

    # -- beside each other ------------------------------------------------------------------------

    def _same_ids(self) -> None:
        seen: dict[str, list[int]] = {}
        for row in self._table.rows:
            if number := row.cells.get("id", ""):
                seen.setdefault(number, []).append(row.row)
        for rows in seen.values():
            for place in rows if len(rows) > 1 else ():
                others = tuple(str(other) for other in rows if other != place)
                self._wrong(place, "id", Refusal("workplan_sheet_twice", rows=others))

    def _beside(self, found: list[SheetRow]) -> None:
        """Name what stands there twice, and more tasks than a plan may have."""
        rows: dict[Key, int] = {}
        kept = {_key(each.title, each.due): each for each in self.kept}
        live = [each for each in found if each.before is None or each.before.state != "dropped"]
        for each in live:
            key = _key(each.after.title, each.after.due)
            if key in kept and each.changed:
                task = kept[key]
                self._wrong(each.row, "title", Refusal("workplan_twice", title=task.title, due=task.due))
            if key in rows and each.changed:
                self._wrong(each.row, "title", Refusal("workplan_sheet_twice", rows=(str(rows[key]),)))
            rows.setdefault(key, each.row)
        if (count := len(live) + len(self.kept)) > TASKS and any(each.before is None for each in live):
            many = Refusal("workplan_many", count=count, limit=TASKS)
            self.problems.append(Wrong(row=0, column="", code=many.code, params=dict(many.params)))


def _key(title: str, due: str) -> Key:
    return alike(title), due
