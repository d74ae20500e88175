"""A leader began to assess the own studio (自查), or joined a colleague who had begun.

It is never counted as official: it has a kind of its own, and takes over the rulings that stand when it is opened,
so that neither it nor the official visits of the year ever hold each other up.
"""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told, closed
from bot.changes.open_visit import OpenVisit
from bot.changes.visit_forms import self_kind
from bot.entities import Assessment, Campaign
from bot.entities.visit import SELF
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.model import Rubric
from rubrics.periods import Period


class OpenSelfCheck(OpenVisit):
    """Open the self-assessment of a studio by a rubric for a period."""

    name: ClassVar[str] = "open_self_check"

    @property
    def kind(self) -> str:
        """The kind of visit, which no official one has."""
        return self_kind(self.form)

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, where none is open or handed in."""
        studio = self.where(desk, moment, "self_check")
        place = (self.studio, self.rubric, self.period, self.kind)
        if desk.visits.open_at(*place):
            raise Refusal("self_open", studio=studio.name, period=self.period)
        if desk.visits.signed_at(*place):
            raise Refusal("self_closed", studio=studio.name, period=self.period)

    def campaign(self, desk: Desk, rubric: Rubric, moment: Moment) -> Campaign:
        """Return a campaign of its own, with the rulings of the year's as they stand now."""
        year = Period.parse(self.period).end.year
        official = desk.visits.campaign(self.rubric, self.version, year, "")
        shipped = {ruling.id: ruling.shipped for ruling in rubric.rulings if ruling.shipped}
        made = Campaign(
            id=moment.mint(),
            rubric=self.rubric,
            version=self.version,
            year=year,
            scope=f"{SELF}:{self.visit}",
            rulings=official.rulings if official else shipped,
            assumed=official.assumed if official else tuple(shipped),
        )
        desk.visits.add_campaign(made)
        return made


class JoinSelfCheck(Change):
    """Go on with a self-assessment that another leader of the studio has opened."""

    name: ClassVar[str] = "join_self_check"

    assessment: str

    def _found(self, desk: Desk, moment: Moment) -> Assessment:
        found = desk.visits.assessment(self.assessment)
        if moment.person is None or found is None or not found.visit.own:
            raise Refusal("not_yours")
        access.require(moment.person, "self_check", desk.studios.get(found.studio))
        if found.state == "signed":
            raise closed(found)
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, while it is open."""
        self._found(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Make the leader a member."""
        found = self._found(desk, moment)
        desk.visits.join(found.id, moment.actor or "", moment.now)
        return Told(found.visit.id, {"assessment": found.id, "person": moment.actor})
