"""What the studio's standing file knows for a place of an application: a proposal, taken over by one press only.

Fields are known by ids that forms share, conditions by their words. It reads the file and writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from typing import Final

from bot.changes.fund.sums import sums_of, yuan
from bot.changes.registers.values import details
from bot.changes.registers.voided import standing_steps
from bot.changes.studio_fields import alike
from bot.entities import FileEntry, Studio
from bot.flows.apply.reading import Paper
from bot.flows.file.missing import stands
from bot.ports import Desk
from bot.texts.apply_known import CONDITIONS, FROM_CITY, GRADES, WAN
from bot.texts.registers import BY_ID
from rubrics.application import Spot, row_of
from rubrics.form_sums import year_of

CITY_UP: Final = frozenset({"national", "province", "city"})
_FUND: Final = "fund-"
_YEAR: Final = 365


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be taken over into a place."""

    why: str
    """Where it comes from: the end of a text's key, `apply.known.…`."""
    text: str = ""
    """As it would be typed."""
    rows: tuple[Mapping[str, str], ...] = ()
    """Of a table: new rows, by the ids of its columns."""

    @property
    def mark(self) -> str:
        """Return six digits that change with what is offered: a button takes over only what it showed."""
        return sha256(repr((self.text, self.rows)).encode("utf-8", "surrogatepass")).hexdigest()[:6]


def offer(desk: Desk, paper: Paper, spot: Spot, today: date) -> Offer | None:
    """Return what the file knows for a place and does not stand there yet."""
    if not paper.writable or paper.studio is None:
        return None
    return _offered(_Known(desk, paper, paper.studio, today), spot)


def offers(desk: Desk, paper: Paper, today: date) -> tuple[tuple[str, Offer], ...]:
    """Return what the file knows for all places of an application, by their numbers."""
    if not paper.writable or paper.studio is None:
        return ()
    known = _Known(desk, paper, paper.studio, today)
    every = ((str(number), _offered(known, spot)) for number, spot in enumerate(paper.spots))
    return tuple((at, found) for at, found in every if found is not None)


def _offered(known: _Known, spot: Spot) -> Offer | None:
    paper = known.paper
    if spot.table:
        rows = _new_rows(known, spot)
        return Offer("rows", rows=rows) if rows else None
    found = known.condition(spot) if spot.gate is not None else known.field(spot)
    if found is None or found.text in {paper.answer(spot), paper.answer(spot).partition(" ")[0]}:
        return None
    return found


@dataclass(frozen=True)
class _Known:
    """The file of the studio, read where it is asked for."""

    desk: Desk
    paper: Paper
    studio: Studio
    today: date

    @cached_property
    def entries(self) -> tuple[FileEntry, ...]:
        return self.desk.registers.of_studio(self.studio.id)

    def of(self, *kinds: str) -> list[FileEntry]:
        return [each for each in self.entries if each.kind in kinds]

    @cached_property
    def members(self) -> list[FileEntry]:
        return [each for each in self.of("members") if stands(BY_ID["members"], each, self.today)]

    def field(self, spot: Spot) -> Offer | None:
        field = spot.field
        if field is None or spot.row:
            return None
        if field.id.startswith(_FUND) and field.kind == "money":
            return self._fund(spot)
        reader = _FIELDS.get(field.id)
        found = reader[1](self) if reader else ""
        return Offer(reader[0], found) if reader and found not in {"", "0"} else None

    def _fund(self, spot: Spot) -> Offer | None:
        year = year_of(spot.field, self.paper.application.year) if spot.field else None
        if year is None:
            return None
        budget = sums_of(self.desk, self.studio.id, year).budget
        unit = (spot.field.unit or "") if spot.field else ""
        return Offer("fund", _in_unit(budget, unit)) if budget else None

    def condition(self, spot: Spot) -> Offer | None:
        gate, item = spot.gate, spot.item
        if gate is None or item is None or not gate.measures:
            return None
        said = f"{item.title} {gate.text or ''}"
        for unit, words, what in CONDITIONS:
            if unit == gate.unit and all(word in said for word in words):
                count = self._count(what, FROM_CITY in said)
                return Offer(what, str(count)) if count else None
        return None

    def _count(self, what: str, from_city: bool) -> int:  # noqa: FBT001 - said by the condition's words
        leader = alike(self.studio.leader)
        match what:
            case "members":
                return len(self.members)
            case "others":
                return sum(alike(each.name) != leader for each in self.members)
            case "years":
                named = self.studio.named_on
                return _years(date.fromisoformat(named), self.today) if named else 0
            case "projects":
                year = str(self.paper.application.year)
                return sum(
                    each.on[:4] <= year and (not each.until or each.until[:4] >= year)
                    for each in self.of("projects")
                    if each.state != "accepted" or self._accepted(each)[:4] == year
                )
        since = self.today - timedelta(days=_YEAR * (2 if what == "results_two_years" else 1))
        return sum(
            each.on >= since.isoformat() and (not from_city or details(each).get("level", "") in CITY_UP)
            for each in self.of("results")
        )

    def _accepted(self, entry: FileEntry) -> str:
        steps = standing_steps(self.desk.registers.steps(entry.id))
        return next((each.on for each in reversed(steps) if each.name == "accepted"), "")

    @cached_property
    def trained(self) -> Mapping[str, int]:
        """Apprentices with a month that was found good, by what their target grade is called in fields."""
        good = {
            each.entry
            for each in standing_steps(self.desk.registers.steps_of(self.studio.id))
            if each.name == "result" and each.value == "qualified"
        }
        grades = {
            alike(each.name): details(each).get("grade", "") for each in self.of("pairs") if each.id in good
        }
        found: dict[str, int] = {}
        for grade in grades.values():
            called = next((code for word, code in GRADES if word in grade), "other")
            found[called] = found.get(called, 0) + 1
        return found

    def awards(self, level: str) -> str:
        won = [each for each in self.of("results", "cases") if details(each).get("prize")]
        return str(sum(details(each).get("level") == level for each in won))

    def patents(self, sort: str) -> str:
        return str(sum(details(each).get("sort") == sort for each in self.of("patents")))

    def leader_trade(self) -> str:
        leader = alike(self.studio.leader)
        found = (each for each in self.members if alike(each.name) == leader)
        return next((details(each).get("trade", "") for each in found), "")


def _trained(grade: str) -> Callable[[_Known], str]:
    return lambda known: str(known.trained.get(grade, 0))


_FIELDS: Final[Mapping[str, tuple[str, Callable[[_Known], str]]]] = {
    "name": ("applied", lambda known: known.paper.application.name),
    "unit": ("list", lambda known: known.studio.unit),
    "named-by": ("list", lambda known: known.studio.named_by),
    "named-on": ("list", lambda known: known.studio.named_on or ""),
    "leader-name": ("list", lambda known: known.studio.leader),
    "leader-trade": ("members", lambda known: known.leader_trade()),
    "members": ("members", lambda known: str(len(known.members))),
    "results": ("results", lambda known: str(len(known.of("results")))),
    "patents-utility": ("patents", lambda known: known.patents("utility")),
    "patents-invention": ("patents", lambda known: known.patents("invention")),
    "awards-national": ("prizes", lambda known: known.awards("national")),
    "awards-province": ("prizes", lambda known: known.awards("province")),
    "awards-city": ("prizes", lambda known: known.awards("city")),
    "trained": ("trained", lambda known: str(sum(known.trained.values()))),
    "trained-senior-technician": ("trained", _trained("senior-technician")),
    "trained-technician": ("trained", _trained("technician")),
    "trained-skilled": ("trained", _trained("skilled")),
    "trained-other": ("trained", _trained("other")),
}
"""Id of a field -> where its answer comes from, and the answer."""


def _new_rows(known: _Known, table: Spot) -> tuple[Mapping[str, str], ...]:
    """Return the members that a table of persons lacks, the leader left out: theirs is a part of its own."""
    columns = {each.id for each in table.group.columns} if table.group else set()
    if not {"name", "task"} <= columns:
        return ()
    paper = known.paper
    there = {alike(paper.answer(row_of(table, row)[0])) for row in paper.rows(table)}
    there.add(alike(known.studio.leader))
    made = []
    for each in known.members:
        if alike(each.name) not in there:
            cells = {"name": each.name, "unit": known.studio.unit, "task": details(each).get("duty", "")}
            made.append({key: text for key, text in cells.items() if text and key in columns})
    return tuple(made)


def _years(since: date, today: date) -> int:
    """Return the whole years between two days."""
    return max(0, today.year - since.year - ((today.month, today.day) < (since.month, since.day)))


def _in_unit(amount: Decimal, unit: str) -> str:
    """Return an amount of yuan in the unit of a field; one ten-thousandth is exact."""
    return yuan(amount / 10_000) if unit.startswith(WAN) else yuan(amount)
