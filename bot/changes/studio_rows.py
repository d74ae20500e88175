"""What a list of studios would change: every row against the desk as it is now, every mistake of every row at once.

Nothing is written here. The same rows over the same desk give the same plan, and its digest tells whether it still is
the one that somebody was shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, TypeVar

from bot import access
from bot.changes.studio_fields import (
    FIELDS,
    alike,
    amount_of,
    date_of,
    team_of,
    value_of,
    variant_of,
    with_field,
)
from bot.changes.upload_table import Row, Table, Wrong
from bot.entities import Person, Scope, Studio
from bot.ports import Desk
from bot.problems import Named, Refusal
from bot.texts.names import named
from rubrics.model import Rubric

T = TypeVar("T")
EVERYWHERE: Final = (Scope(kind="all"),)
_SLUG: Final = re.compile(r"\(([a-z0-9][a-z0-9._-]*)\)")
_YEAR: Final = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as it would be stored."""

    row: int
    before: Studio | None
    """None for a new studio, whose id is still empty."""
    after: Studio
    team: tuple[tuple[str, str], ...] | None = None
    """None where the list says nothing of the team, or nothing new."""
    funds: Mapping[int, str] = field(default_factory=dict)
    """Only those that differ."""

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the names of what differs, in order; everything of a new studio does."""
        old = self.before or Studio(id="", name="", unit="")
        fields = [name for name in FIELDS if getattr(old, name) != getattr(self.after, name)]
        types = [f"type:{rubric}" for rubric in sorted(old.types.keys() | self.after.types.keys())
                 if old.types.get(rubric) != self.after.types.get(rubric)]  # fmt: skip
        funds = [f"fund:{year}" for year in sorted(self.funds)]
        return (*fields, *types, *funds, *(["team"] if self.team is not None else []))


@dataclass(frozen=True, slots=True)
class Planned:
    """What would happen, or why nothing can."""

    entries: tuple[Entry, ...]
    problems: tuple[Wrong, ...]

    @property
    def new(self) -> tuple[Entry, ...]:
        """Return the studios that would be added."""
        return tuple(each for each in self.entries if each.before is None)

    @property
    def changed(self) -> tuple[Entry, ...]:
        """Return the studios of which something would change."""
        return tuple(each for each in self.entries if each.before is not None and each.changed)

    @property
    def same(self) -> int:
        """Return how many rows say what is so already."""
        return len(self.entries) - len(self.new) - len(self.changed)

    @property
    def digest(self) -> str:
        """Return eight digits that change with whatever would be written, and over what."""
        told = repr(
            [(each.before, each.after, each.team, sorted(each.funds.items())) for each in self.entries]
        )
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def planned(desk: Desk, person: Person | None, table: Table) -> Planned:
    """Return what a list would change for a coordinator (None: the shell, which may all)."""
    return _Plan(desk, person, table).made()


class _Plan:
    """One list against the desk."""

    def __init__(self, desk: Desk, person: Person | None, table: Table) -> None:
        self.desk, self.person, self.table = desk, person, table
        self.problems = list(table.problems)
        self.rubrics = {each.id: each for each in desk.library.current() if each.variants}
        everything = desk.studios.covered(EVERYWHERE)
        self.by_id = {each.id: each for each in everything}
        self.by_name = {each.name: each for each in everything}
        self.like = {alike(each.name): each for each in everything}
        self.types, self.years = dict(self._types()), dict(self._years())
        self.funds = {
            (each.studio, year): each.amount
            for year in self.years.values()
            for each in desk.studios.funds_of(year)
        }

    def made(self) -> Planned:
        found = [entry for row in self.table.rows if (entry := self._row(row)) is not None]
        self._twice()
        problems = sorted(self.problems, key=lambda each: each.row)
        return Planned(tuple(found), tuple(problems))

    # -- headers ----------------------------------------------------------------------------------

    def _types(self) -> Iterator[tuple[str, Rubric]]:
        """Yield the columns of types with their rubrics, by id in brackets, or by name."""
        for key, rest in self._keys("type"):
            slug = _SLUG.search(rest)
            found = self.rubrics.get(slug[1] if slug else rest) or next(
                (each for each in self.rubrics.values() if each.short in rest or named(each).en in rest), None
            )
            if found is not None:
                yield key, found
            else:
                known = tuple(_column(each) for each in self.rubrics.values())
                self._head(key, Refusal("studio_type_column", known=known))

    def _years(self) -> Iterator[tuple[str, int]]:
        for key, rest in self._keys("fund"):
            if year := _YEAR.search(rest):
                yield key, int(year[1])
            else:
                self._head(key, Refusal("studio_fund_column"))

    def _keys(self, kind: str) -> Iterator[tuple[str, str]]:
        for key in self.table.columns:
            name, _, rest = key.partition(":")
            if name == kind and rest:
                yield key, rest

    def _head(self, key: str, refusal: Refusal) -> None:
        self.problems.append(self.table.wrong(self.table.header, key, refusal))

    # -- rows -------------------------------------------------------------------------------------

    def _row(self, row: Row) -> Entry | None:
        """Return what a row would store; None where it cannot be told which studio it is, or is wrong."""
        count = len(self.problems)
        before = self._before(row)
        studio = before or Studio(id="", name="", unit="")
        for name in FIELDS:
            if name in self.table.columns and (value := self._field(row, name, studio)) is not None:
                studio = with_field(studio, name, value)
        studio = self._typed(row, studio)
        team, funds = self._team(row, before), dict(self._funds(row, before))
        self._allowed(row, before, studio)
        if len(self.problems) > count:
            return None
        return Entry(row.row, before, studio, team, funds)

    def _read(self, row: Row, key: str, reader: Callable[[str], T]) -> T | None:
        """Read a cell; what is wrong with it is kept, and None returned."""
        try:
            return reader(row.cells.get(key, ""))
        except Refusal as refusal:
            if not (refusal.code == "studio_empty" and key in row.merged):
                self.problems.append(self.table.wrong(row.row, key, refusal))
            return None

    def _before(self, row: Row) -> Studio | None:
        number, name = row.cells.get("id", ""), " ".join(row.cells.get("name", "").split())
        if not number:
            return self.by_name.get(name)
        found = self.by_id.get(number)
        if found is None:
            self.problems.append(self.table.wrong(row.row, "id", Refusal("studio_number", value=number[:40])))
        return found

    def _field(self, row: Row, name: str, studio: Studio) -> str | None:
        value = self._read(row, name, lambda text: value_of(name, text))
        if name == "leader" and value is not None and studio.leader not in {"", value}:
            moved = Refusal("studio_leader_moved", now=studio.leader)
            self.problems.append(self.table.wrong(row.row, name, moved))
        return value

    def _typed(self, row: Row, studio: Studio) -> Studio:
        types = dict(studio.types)
        for key, rubric in self.types.items():
            chosen = self._read(row, key, lambda text, of=rubric: variant_of(of, text))  # type: ignore[misc]  # the default binds the loop's value
            if chosen:
                types[rubric.id] = chosen
            else:
                types.pop(rubric.id, None)
        return studio.model_copy(update={"types": types})

    def _team(self, row: Row, before: Studio | None) -> tuple[tuple[str, str], ...] | None:
        team = self._read(row, "team", team_of) if "team" in self.table.columns else None
        known = self.desk.studios.team(before.id) if before and team is not None else ()
        return None if team == tuple((each.name, each.honours) for each in known) else team

    def _funds(self, row: Row, before: Studio | None) -> Iterator[tuple[int, str]]:
        for key, year in self.years.items():
            if not row.cells.get(key):
                continue
            amount = self._read(row, key, amount_of)
            if amount is not None and (before is None or self.funds.get((before.id, year)) != amount):
                yield year, amount

    def _covers(self, studio: Studio) -> bool:
        return self.person is None or access.may(self.person, "manage", studio)

    # -- the whole --------------------------------------------------------------------------------

    def _allowed(self, row: Row, before: Studio | None, after: Studio) -> None:
        """Keep what stands against a row that was read: whose it is, and whether it still is assessed."""
        if before is not None and not self._covers(before):
            # Whose it is, is not their business: it is refused like one that there is not.
            number = row.cells.get("id", "")
            wrong = (
                Refusal("studio_number", value=number)
                if number
                else Refusal("studio_name_taken", name=after.name)
            )
            self.problems.append(self.table.wrong(row.row, "id" if number else "name", wrong))
        elif after.unit and not self._covers(after):
            self.problems.append(self.table.wrong(row.row, "unit", Refusal("studio_scope", unit=after.unit)))
        if "retired" in self.table.columns:
            said = self._read(row, "retired", date_of)
            if said is not None and said != ((before.retired if before else None) or ""):
                self.problems.append(self.table.wrong(row.row, "retired", Refusal("studio_retired_cell")))
        other = self.by_name.get(after.name) or self.like.get(alike(after.name))
        renamed = before is None or before.name != after.name
        if other is not None and renamed and other.id != (before.id if before else ""):
            taken = Refusal("studio_name_taken", name=other.name)
            self.problems.append(self.table.wrong(row.row, "name", taken))

    def _twice(self) -> None:
        """Name both rows of two that mean one studio or have one name, whatever else is wrong with them."""
        for key, code in (("id", "studio_number_twice"), ("name", "studio_twice")):
            seen: dict[str, list[Row]] = {}
            for row in self.table.rows:
                said = alike(row.cells.get(key, ""))
                if said and key not in row.merged:
                    seen.setdefault(said, []).append(row)
            for rows in seen.values():
                names = {row.cells[key] for row in rows}
                if len(rows) == len(names) and names <= self.by_name.keys():
                    continue  # they stand side by side already
                for each in rows if len(rows) > 1 else ():
                    others = tuple(str(other.row) for other in rows if other is not each)
                    value = " ".join(each.cells[key].split())[:60]
                    twice = Refusal(code, value=value, rows=others)
                    self.problems.append(self.table.wrong(each.row, key, twice))


def _column(rubric: Rubric) -> Named:
    """Return the words by which a column of types says of which rubric it is."""
    called = named(rubric)
    return Named(f"{called.zh}（{rubric.id}）", f"{called.en} ({rubric.id})")
