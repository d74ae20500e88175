"""What holds for all applications of a year was set: until when they are taken, how many places there are."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from bot import access
from bot.changes.applications.of import day_of, round_stream
from bot.changes.applying.begin import YEARS
from bot.changes.base import Change, Moment, Told
from bot.entities import Round
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import offered, tracks
from rubrics.model import Rubric

PLACES: Final = 999


class SetRound(Change):
    """Set the last day, the quotas, or both; None leaves what holds."""

    name: ClassVar[str] = "set_round"

    rubric: str
    year: int
    deadline: str | None = None
    """ISO date; empty: that of the scheme again."""
    quotas: tuple[str, ...] | None = None
    """`track=number`; `=number` is for all tracks together."""

    def _rubric(self, desk: Desk) -> Rubric:
        found = next((each for each in desk.library.current() if each.id == self.rubric), None)
        if found is None or self.year not in YEARS:
            raise Refusal("not_yours")
        if not offered(found) and not desk.applications.of_round(self.rubric, self.year):
            raise Refusal("not_yours")
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of everything; a day about that year, a number for a track or for all together."""
        if moment.person is None or not access.may(moment.person, "publish"):
            raise Refusal("not_yours")
        rubric = self._rubric(desk)
        if self.deadline and abs(date.fromisoformat(day_of(self.deadline)).year - self.year) > 1:
            raise Refusal("way_round_day", on=self.deadline, year=self.year)
        known = {"", *(each.id for each in tracks(rubric))}
        named = [each.partition("=")[0] for each in self.quotas or ()]
        if not known.issuperset(named) or len(set(named)) != len(named):
            raise Refusal("not_yours")
        for each in self.quotas or ():
            number = each.partition("=")[2]
            if not (number.isascii() and number.isdecimal() and 1 <= int(number[:4]) <= PLACES):
                raise Refusal("way_places", value=number, most=PLACES)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        before = round_of(desk, self.rubric, self.year, moment)
        given: dict[str, object] = {"by": moment.actor or "", "at": moment.now}
        if self.deadline is not None:
            given["deadline"] = self.deadline
        if self.quotas is not None:
            given["quotas"] = self.quotas
        after = before.model_copy(update=given)
        desk.applications.put_round(after)
        told = {"rubric": self.rubric, "year": self.year, "deadline": [before.deadline, after.deadline]}
        return Told(
            round_stream(self.rubric, self.year),
            {**told, "quotas": [list(before.quotas), list(after.quotas)]},
        )


def round_of(desk: Desk, rubric: str, year: int, moment: Moment) -> Round:
    """Return what holds for a scheme in a year; nothing of its own where nobody has said anything."""
    known = desk.applications.round(rubric, year)
    return known or Round(rubric=rubric, year=year, by=moment.actor or "", at=moment.now)
