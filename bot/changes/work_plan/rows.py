"""What a workbook of plans would change: every row against the plans as they are now, all mistakes at once.

Nothing is written here. The same rows over the same plans give the same answer, and its digest tells whether it still
is the one that somebody was shown. A task that is not in the workbook stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from bot import access
from bot.changes.receive_upload import about_of
from bot.changes.upload_table import Table, Wrong
from bot.changes.work_plan.checks import period_checked
from bot.changes.work_plan.sheet_rows import PlanRows, SheetRow
from bot.changes.work_plan.state import EVERY
from bot.entities import Person, PlanTask, Studio, Upload, WorkPlan
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.periods import Period

YEAR: Final = "year"
"""The key of the year's table; those of the quarters are their numbers, that of a table without a title is empty."""


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """What would become of one plan."""

    period: str
    plan: WorkPlan | None
    rows: tuple[SheetRow, ...]
    kept: tuple[PlanTask, ...]
    """Tasks that are not in the workbook and stay."""
    unread: tuple[int, ...]
    """Rows in which something stands about the closing that is not read."""

    @property
    def new(self) -> tuple[SheetRow, ...]:
        """Return the tasks that would be added."""
        return tuple(each for each in self.rows if each.before is None)

    @property
    def changed(self) -> tuple[SheetRow, ...]:
        """Return the tasks of which something would change."""
        return tuple(each for each in self.rows if each.before is not None and each.changed)


@dataclass(frozen=True, slots=True)
class PlannedTasks:
    """What would happen, or why nothing can."""

    studio: Studio | None
    year: int
    sheets: tuple[PlannedSheet, ...]
    problems: tuple[tuple[str, Wrong], ...]
    """Period (empty: the whole workbook) and what is wrong there."""
    others: tuple[str, ...] = ()
    """Titles of sheets that are not read."""
    ignored: tuple[str, ...] = ()
    """Headers of columns that are not read."""

    @property
    def new(self) -> int:
        """Return how many tasks would be added."""
        return sum(len(each.new) for each in self.sheets)

    @property
    def changed(self) -> int:
        """Return how many tasks would change."""
        return sum(len(each.changed) for each in self.sheets)

    @property
    def same(self) -> int:
        """Return how many rows say what is so already."""
        return sum(len(each.rows) for each in self.sheets) - self.new - self.changed

    @property
    def reasoned(self) -> bool:
        """Say whether an accepted plan would change, which needs a reason."""
        touched = (each.plan for each in self.sheets if each.new or each.changed)
        return any(plan is not None and plan.state == "accepted" for plan in touched)

    @property
    def digest(self) -> str:
        """Return eight digits that change with whatever would be written, and over what."""
        told = repr([(each.period, each.plan.state if each.plan else "", each.rows) for each in self.sheets])
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def planned_tasks(desk: Desk, person: Person, upload: Upload, today: date) -> PlannedTasks:
    """Return what a workbook that was read would change for a leader."""
    read = json.loads(upload.result)
    tables = {key: Table.model_validate(table) for key, table in read["tables"].items()}
    try:
        studio, periods = _meant(desk, person, str(read.get("word", "")), about_of(desk, upload.id), tables)
    except Refusal as refusal:
        return PlannedTasks(None, 0, (), (("", _whole(refusal)),))
    sheets, problems = [], []
    for key, table in tables.items():
        sheet, wrong = _sheet(desk, studio, periods[key], table, today)
        sheets += [sheet] if sheet else []
        problems += [(periods[key], each) for each in wrong]
    year = int(periods[next(iter(tables))][:4])
    ignored = tuple(dict.fromkeys(name for table in tables.values() for name in table.ignored))
    others = tuple(read.get("others", ()))
    return PlannedTasks(studio, year, tuple(sheets), tuple(problems), others, ignored)


def about(studio: str, year: int, period: str = "") -> str:
    """Return for what a workbook is sent: a year of a studio, or the plan that was open."""
    return f"{studio}:{year}:{period}"


def sent_for(word: str) -> tuple[str, str, str]:
    """Return studio, year and period of what `about` said, empty where nothing was said."""
    studio, year, period = (*word.split(":"), "", "")[:3]
    return studio, year, period


def _whole(refusal: Refusal) -> Wrong:
    return Wrong(row=0, column="", code=refusal.code, params=dict(refusal.params))


def _meant(
    desk: Desk, person: Person, word: str, sent: str, tables: Mapping[str, Table]
) -> tuple[Studio, dict[str, str]]:
    """Return the studio and the period of each table, or refuse what is another's or cannot be told."""
    named, _, year = word.partition(":")
    here, asked, opened = sent_for(sent)
    studio = desk.studios.get(named or here)
    if studio is None or (named and here and named != here) or not access.may(person, "log", studio):
        raise Refusal("workplan_sheet_studio", studio=studio.name if studio is not None else "?")
    if studio.retired:
        raise Refusal("studio_retired", studio=studio.name, day=studio.retired)
    if year and asked and year != asked:
        raise Refusal("workplan_sheet_year", year=year, asked=asked)
    year = year or asked
    if not year.isascii() or not year.isdecimal() or ("" in tables and not opened):
        raise Refusal("workplan_sheet_which")
    periods = {key: _period(key, year, opened) for key in tables}
    if opened and opened not in periods.values():
        raise Refusal("workplan_sheet_plan", value=opened)
    return studio, periods


def _period(key: str, year: str, opened: str) -> str:
    if key == YEAR:
        return year
    return f"{year}-Q{key}" if key else opened


def _sheet(
    desk: Desk, studio: Studio, period: str, table: Table, today: date
) -> tuple[PlannedSheet | None, tuple[Wrong, ...]]:
    plan = desk.work_plans.at(studio.id, EVERY, period, "plan")
    if not table.rows and not any(each.code != "upload_no_rows" for each in table.problems):
        tasks = desk.work_plans.tasks(plan.id) if plan is not None else ()
        kept = tuple(each for each in tasks if each.state != "dropped")
        return PlannedSheet(period, plan, (), kept, ()), ()
    try:
        found = Period.parse(period) if plan is not None else period_checked(period, "plan", today)
    except Refusal as refusal:
        return None, (_whole(refusal),)
    rows = PlanRows(table, found, desk.work_plans.tasks(plan.id) if plan is not None else ())
    sheet = PlannedSheet(period, plan, rows.rows, rows.kept, rows.unread)
    problems = list(rows.problems)
    if plan is not None and plan.state == "handed_in" and (sheet.new or sheet.changed):
        problems.insert(0, _whole(Refusal("workplan_waiting")))
    return sheet, tuple(problems)
