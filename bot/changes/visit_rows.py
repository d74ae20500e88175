"""What a list of visits would plan: every row against the desk as it is now, every mistake of every row at once.

Nothing is written here. The same rows over the same desk give the same plan, and its digest tells whether it still is
the one that somebody was shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final, TypeVar

from bot import access
from bot.changes.base import Moment
from bot.changes.plan_visit import PlanVisit, why_not
from bot.changes.upload_table import Row, Table, Wrong
from bot.changes.visit_forms import chosen_forms, default_form, kinds_of
from bot.entities import Person, Studio
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts.names import named, titled
from rubrics.entry_day_ahead import day_ahead
from rubrics.entry_period import period_said
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.sheet_forms import SheetForm

T = TypeVar("T")
NOTE: Final = 500
QUOTED: Final = 40
_BETWEEN: Final = re.compile(r"[,\uff0c\u3001;\uff1b/\n]+")
"""What stands between names, in any width."""
_NAMED: Final = re.compile(r"(?P<name>[^(\uff08]+?)\s*[(\uff08](?P<unit>[^)\uff09]*)[)\uff09]")
"""A name with its unit in brackets."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as it would be planned; the ids are still empty."""

    row: int
    studio: Studio
    rubric: Rubric
    change: PlanVisit


@dataclass(frozen=True, slots=True)
class PlannedVisits:
    """What would be planned, or why nothing can be."""

    entries: tuple[Entry, ...]
    problems: tuple[Wrong, ...]

    @property
    def digest(self) -> str:
        """Return eight digits that change with whatever would be planned."""
        told = repr([each.change.model_dump(exclude={"visit", "assessment"}) for each in self.entries])
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def planned_visits(desk: Desk, moment: Moment, table: Table, today: str) -> PlannedVisits:
    """Return what a list would plan for a coordinator; `today` is the ISO date where the program runs."""
    return _Plan(desk, moment, table, today).made()


class _Plan:
    """One list against the desk."""

    def __init__(self, desk: Desk, moment: Moment, table: Table, today: str) -> None:
        self.desk, self.moment, self.table, self.today = desk, moment, table, today
        self.problems = list(table.problems)
        person = moment.person
        studios = desk.studios.covered(access.scopes(person, "plan")) if person else ()
        self.studios = {each.name: each for each in studios}
        self.rubrics = desk.library.current()
        people = {
            each.id: each for role in access.ASSESSORS for each in desk.people.with_role(role, moment.now)
        }
        self.people: dict[str, list[Person]] = {}
        for each in people.values():
            self.people.setdefault(_plain(each.name), []).append(each)

    def made(self) -> PlannedVisits:
        found = [entry for row in self.table.rows if (entry := self._row(row)) is not None]
        self._twice(found)
        return PlannedVisits(tuple(found), tuple(sorted(self.problems, key=lambda each: each.row)))

    def _row(self, row: Row) -> Entry | None:
        count = len(self.problems)
        studio = self._read(row, "studio", self._studio)
        rubric = self._read(row, "rubric", self._rubric)
        form = self._read(row, "form", lambda text: self._form(rubric, text))
        period = self._read(row, "period", lambda text: self._period(rubric, form, text))
        day = self._read(row, "day", self._day)
        head = self._read(row, "head", self._one)
        members = self._read(row, "members", self._several)
        note = self._read(row, "note", _note)
        if len(self.problems) > count or studio is None or rubric is None or period is None or head is None:
            return None
        change = PlanVisit(
            visit="",
            assessment="",
            studio=studio.id,
            rubric=rubric.id,
            version=rubric.version,
            period=str(period),
            variant=studio.types.get(rubric.id) if rubric.variants else None,
            form=form.id if form else None,
            day=day or "",
            note=note or "",
            assessors=tuple(dict.fromkeys((head.id, *(each.id for each in members or ())))),
            today=self.today,
        )
        if problem := why_not(self.desk, self.moment, studio, change):
            self.problems.append(self.table.wrong(row.row, "", problem))
            return None
        return Entry(row.row, studio, rubric, change)

    def _read(self, row: Row, key: str, reader: Callable[[str], T]) -> T | None:
        """Read a cell; what is wrong with it is kept, and None returned."""
        try:
            return reader(row.cells.get(key, "").strip())
        except Refusal as refusal:
            if not (refusal.code == "plan_empty" and key in row.merged):
                self.problems.append(self.table.wrong(row.row, key, refusal))
            return None

    # -- cells ------------------------------------------------------------------------------------

    def _studio(self, text: str) -> Studio:
        found = self.studios.get(" ".join(_filled(text).split()))
        if found is None:
            raise Refusal("plan_studio", value=text[:QUOTED])
        return found

    def _rubric(self, text: str) -> Rubric:
        wanted = _plain(_filled(text))
        for each in self.rubrics:
            names = (each.id, each.short, each.title, each.title_en or "", named(each).en)
            if wanted in map(_plain, names):
                return each
        raise Refusal("plan_rubric", value=text[:QUOTED], known=tuple(map(named, self.rubrics)))

    def _form(self, rubric: Rubric | None, text: str) -> SheetForm | None:
        if not text or rubric is None:
            return None
        forms = chosen_forms(rubric)
        for form in forms:
            if _plain(text) in map(_plain, (form.id, form.title, form.title_en or "")):
                return form
        known = tuple(map(titled, forms))
        raise Refusal("plan_form", value=text[:QUOTED], known=known) if known else Refusal("plan_no_form")

    def _period(self, rubric: Rubric | None, form: SheetForm | None, text: str) -> Period:
        """Take a period that has begun, of a kind that the rubric (and the form) is for."""
        found = period_said(_filled(text))
        if found is None:
            raise Refusal("plan_period", value=text[:QUOTED])
        if rubric is not None and found.kind not in kinds_of(rubric, form):
            raise Refusal("plan_period_kind", value=text[:QUOTED], rubric=named(rubric))
        if rubric is not None and rubric.sheets and form is None and default_form(rubric, found.kind) is None:
            raise Refusal("plan_form_wanted", known=tuple(map(titled, chosen_forms(rubric))))
        if found.start > date.fromisoformat(self.today):
            raise Refusal("plan_period_ahead", value=str(found), today=self.today)
        return found

    def _day(self, text: str) -> str:
        today = date.fromisoformat(self.today)
        found = day_ahead(_filled(text), today)
        if isinstance(found, str):
            raise Refusal("plan_day", value=text[:QUOTED])
        if found < today:
            raise Refusal("plan_past", on=found.isoformat(), today=self.today)
        return found.isoformat()

    def _one(self, text: str) -> Person:
        return self._named(_filled(text))

    def _several(self, text: str) -> tuple[Person, ...]:
        return tuple(self._named(part) for part in map(str.strip, _BETWEEN.split(text)) if part)

    def _named(self, text: str) -> Person:
        """Return the assessor of a name; of two with one name the unit says which."""
        named = _NAMED.fullmatch(text)
        name, unit = (named["name"], named["unit"].strip()) if named else (text, "")
        found: Sequence[Person] = self.people.get(_plain(name), ())
        if unit:
            found = [each for each in found if each.unit == unit]
        if not found:
            raise Refusal("plan_person", value=text[:QUOTED])
        if len(found) > 1:
            raise Refusal(
                "plan_person_twice", value=text[:QUOTED], units=tuple(each.unit or "–" for each in found)
            )
        return found[0]

    # -- the whole --------------------------------------------------------------------------------

    def _twice(self, entries: Sequence[Entry]) -> None:
        """Name both rows of two that would plan the same visit."""
        seen: dict[tuple[str, str, str, str], list[int]] = {}
        for each in entries:
            change = each.change
            seen.setdefault((change.studio, change.rubric, change.period, change.kind), []).append(each.row)
        for rows in seen.values():
            for at in rows if len(rows) > 1 else ():
                others = tuple(str(each) for each in rows if each != at)
                self.problems.append(self.table.wrong(at, "studio", Refusal("plan_twice", rows=others)))


def _plain(text: str) -> str:
    """Return a name as it is compared: blanks and case do not count."""
    return "".join(text.split()).casefold()


def _filled(text: str) -> str:
    if not text:
        raise Refusal("plan_empty")
    return text


def _note(text: str) -> str:
    if len(text) > NOTE:
        raise Refusal("plan_note", count=len(text), limit=NOTE)
    return text
