"""A coordinator put something right about a studio: a field of it, its type in a rubric, its team, a year's fund.

A change of leader is no correction: it has a change of its own.
"""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.changes.import_studios import members
from bot.changes.studio_fields import FIELDS, amount_of, team_of, team_text, value_of, with_field
from bot.entities import Studio, YearFund
from bot.ports import Desk
from bot.problems import Refusal


def my_studio(desk: Desk, studio: str, moment: Moment) -> Studio:
    """Return a studio that the person looks after, or refuse; the program itself looks after all."""
    found = desk.studios.get(studio)
    if found is None:
        raise Refusal("not_yours")
    if moment.person is not None:
        access.require(moment.person, "manage", found)
    return found


class EditStudio(Change):
    """Set one field of a studio; the words are read as an imported cell is."""

    name: ClassVar[str] = "edit_studio"

    studio: str
    field: str
    text: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio as it is and as it would be, under a name that is free."""
        before = my_studio(desk, self.studio, moment)
        if self.field not in FIELDS:
            raise Refusal("not_yours")
        after = self._after(before)
        if moment.person is not None and not access.may(moment.person, "manage", after):
            raise Refusal("studio_scope", unit=after.unit)
        other = desk.studios.named(after.name)
        if other is not None and other.id != before.id:
            raise Refusal("studio_name_taken", name=after.name)

    def _after(self, before: Studio) -> Studio:
        return with_field(before, self.field, value_of(self.field, self.text))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it; old and new words are kept where they can be erased."""
        before = my_studio(desk, self.studio, moment)
        after = self._after(before)
        desk.studios.update(after)
        if self.field == "leader":
            _correct_leading(desk, after, moment)
        words = [
            list(desk.words.keep(str(getattr(each, self.field) or ""), moment.actor))
            for each in (before, after)
        ]
        return Told("studios", {"studio": self.studio, "field": self.field, "words": words})


def _correct_leading(desk: Desk, studio: Studio, moment: Moment) -> None:
    """Put the name right in the list of leaders too; whoever led before is not touched."""
    last = next((each for each in desk.studios.leadings(studio.id) if not each.until), None)
    if last is not None:
        desk.studios.put_leading(last.model_copy(update={"name": studio.leader}))


class SetType(Change):
    """Say which type a studio is in a rubric, or that it is none."""

    name: ClassVar[str] = "set_studio_type"

    studio: str
    rubric: str
    variant: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio, a type that the rubric's newest version has."""
        my_studio(desk, self.studio, moment)
        rubric = next((each for each in desk.library.current() if each.id == self.rubric), None)
        known = {each.id for each in rubric.variants} if rubric else set()
        if self.variant not in known | {""} or rubric is None:
            raise Refusal("not_yours")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        before = my_studio(desk, self.studio, moment)
        types = {key: value for key, value in before.types.items() if key != self.rubric}
        if self.variant:
            types[self.rubric] = self.variant
        desk.studios.update(before.model_copy(update={"types": types}))
        told = {"before": before.types.get(self.rubric), "after": self.variant or None}
        return Told("studios", {"studio": self.studio, "type": self.rubric, **told})


class SetTeam(Change):
    """Replace a studio's team with honours."""

    name: ClassVar[str] = "set_studio_team"

    studio: str
    text: str
    """`张三（劳动模范）；李四`; empty for none."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio."""
        my_studio(desk, self.studio, moment)
        team_of(self.text)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        before = team_text(desk.studios.team(self.studio))
        team = members(self.studio, team_of(self.text))
        desk.studios.put_team(self.studio, team)
        words = [list(desk.words.keep(each, moment.actor)) for each in (before, team_text(team))]
        return Told("studios", {"studio": self.studio, "field": "team", "words": words})


class SetFund(Change):
    """Set what a studio has to spend in a year."""

    name: ClassVar[str] = "set_studio_fund"

    studio: str
    year: int
    text: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio."""
        my_studio(desk, self.studio, moment)
        amount_of(self.text)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        known = {each.year: each.amount for each in desk.studios.funds(self.studio)}
        amount = amount_of(self.text)
        fund = YearFund(studio=self.studio, year=self.year, amount=amount, by=moment.actor, at=moment.now)
        desk.studios.put_fund(fund)
        told = {"year": self.year, "before": known.get(self.year), "after": amount}
        return Told("studios", {"studio": self.studio, "field": "fund", **told})
