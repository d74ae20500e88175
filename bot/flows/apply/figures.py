"""What a studio's standing file, its place in the list and its fund's book come to, figure by figure.

Which figure a place asks for is said by the scheme; nothing is known here of forms and answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final

from bot.changes.fund.sums import sums_of
from bot.changes.registers.values import details, said_of
from bot.changes.registers.voided import standing_steps
from bot.changes.studio_fields import alike
from bot.entities import FileEntry, Studio
from bot.flows.file.missing import stands
from bot.ports import Desk
from bot.texts.registers import BY_ID, CHOICES
from rubrics.known import Known

LEVELLED: Final = frozenset({"results", "cases", "honours"})
"""Registers whose entries are told apart by their level first, others by their kind."""
KEPT: Final[Mapping[str, tuple[str, ...]]] = {
    "others": ("members",),
    "awards": ("results", "cases"),
    "projects_of_year": ("projects",),
    "trained": ("pairs",),
}
"""Figure -> the registers that it looks at, where they are not called like it."""
STANDING: Final = frozenset({"members", "others", "equipment", "rules", "pairs"})
"""Figures that count what stands today."""
CELL: Final = "entry_"


@dataclass(frozen=True)
class StudioFile:
    """The file of a studio, read where it is asked for."""

    desk: Desk
    studio: Studio
    year: int
    """Of the application."""
    today: date

    @cached_property
    def _all(self) -> tuple[FileEntry, ...]:
        return self.desk.registers.of_studio(self.studio.id)

    def text(self, figure: str, applied: str) -> str:
        """Return what the list of studios or the members' register says; `applied` is the name applied for."""
        if figure in {"leader_trade", "leader_grade"}:
            return self._leader(figure.removeprefix("leader_"))
        said = {
            "applied_name": applied,
            "unit": self.studio.unit,
            "leader": self.studio.leader,
            "named_by": self.studio.named_by,
            "named_on": self.studio.named_on or "",
        }
        return said.get(figure, "")

    def amount(self, figure: str, year: int) -> Decimal:
        """Return the budget of a year, or what was spent of it."""
        found = sums_of(self.desk, self.studio.id, year)
        return found.budget if figure == "budget" else found.spent

    def count(self, known: Known, year: int | None = None) -> int:
        """Return how many there are; of a year where one is given."""
        if known.figure == "years_named":
            named = self.studio.named_on
            return _years(date.fromisoformat(named), self.today) if named else 0
        return len(self.entries(known, year))

    def entries(self, known: Known, year: int | None = None) -> list[FileEntry]:
        """Return the entries that a figure is about, in the order of the register."""
        kinds = KEPT.get(known.figure, (known.figure,))
        found = [each for each in self._all if each.kind in kinds and self._counts(known, each)]
        if known.figure == "trained":
            return self._persons(known, found)
        if known.figure == "projects_of_year":
            return [each for each in found if self._under_way(each, year or self.year)]
        if year is not None:
            return [each for each in found if each.on[:4] == f"{year:04}"]
        if known.years is not None:
            since = _before(self.today, known.years).isoformat()
            return [each for each in found if each.on >= since]
        return found

    def cell(self, figure: str, entry: FileEntry) -> str:
        """Return what a column takes of an entry; levels and kinds in the words of the register."""
        name = figure.removeprefix(CELL)
        value = said_of(entry).get(name, "")
        field = BY_ID[entry.kind].field(name)
        if field is None or not field.choices:
            return value
        return next((chinese for code, chinese, _ in CHOICES[field.choices] if code == value), value)

    # -- what counts --------------------------------------------------------------------------------

    def _counts(self, known: Known, entry: FileEntry) -> bool:
        figure, said = known.figure, details(entry)
        if figure in STANDING and not stands(BY_ID[entry.kind], entry, self.today):
            return False
        if figure == "others" and alike(entry.name) == alike(self.studio.leader):
            return False
        if figure == "awards" and not said.get("prize"):
            return False
        if not known.of or figure == "trained":
            return True
        sort = said.get("level" if entry.kind in LEVELLED else "sort", "")
        return sort in known.of

    def _persons(self, known: Known, pairs: list[FileEntry]) -> list[FileEntry]:
        """Return one pair for each apprentice with a month that was found good, by the words of the grade."""
        steps = standing_steps(self.desk.registers.steps_of(self.studio.id))
        good = {each.entry for each in steps if each.name == "result" and each.value == "qualified"}
        last = {alike(each.name): each for each in pairs if each.id in good}
        return [each for each in last.values() if _graded(known, details(each).get("grade", ""))]

    def _under_way(self, entry: FileEntry, year: int) -> bool:
        if entry.on[:4] > str(year) or (entry.until and entry.until[:4] < str(year)):
            return False
        if entry.state != "accepted":
            return True
        steps = standing_steps(self.desk.registers.steps(entry.id))
        accepted = next((each.on for each in reversed(steps) if each.name == "accepted"), "")
        return accepted[:4] >= str(year)

    def _leader(self, field: str) -> str:
        leader = alike(self.studio.leader)
        found = (each for each in self.entries(Known(figure="members")) if alike(each.name) == leader)
        return next((details(each).get(field, "") for each in found), "")


def _graded(known: Known, grade: str) -> bool:
    if any(word in grade for word in known.without):
        return False
    return not known.of or any(word in grade for word in known.of)


def _years(since: date, today: date) -> int:
    """Return the whole years between two days."""
    return max(0, today.year - since.year - ((today.month, today.day) < (since.month, since.day)))


def _before(day: date, years: int) -> date:
    """Return the same day so many years ago; 29 February becomes the 28th."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year - years, day.month, last)
