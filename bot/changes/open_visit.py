"""An assessor (or a coordinator beforehand) opened a visit; the campaign is made with the first one."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes.ballots import open_ballots
from bot.changes.base import Change, Moment, Told
from bot.changes.campaigns import found_or_made, require_settled, year_of
from bot.changes.retire_studio import active
from bot.entities import Campaign, Studio, Visit
from bot.entities.visit import BLIND, SELF
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.model import Rubric
from rubrics.periods import Period


class OpenVisit(Change):
    """Open the visit of a studio by a rubric for a period; ids are given so that the caller knows them."""

    name: ClassVar[str] = "open_visit"

    visit: str
    assessment: str
    studio: str
    rubric: str
    version: int
    period: str
    variant: str | None = None
    form: str | None = None
    """The form of the sheet where one had to be chosen; others follow from the period."""

    @property
    def kind(self) -> str:
        """The kind of visit: the form that was chosen, else what follows from the period (month, quarter …)."""
        return self.form or Period.parse(self.period).kind

    @property
    def prepared(self) -> bool:
        """Whether a coordinator made it beforehand."""
        return False

    def members(self, moment: Moment) -> list[str]:
        """Return who assesses, the head first: whoever opens it."""
        return [moment.actor or ""]

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Assessors whose scope covers the studio, where no visit of the kind is open or signed."""
        studio = self.where(desk, moment, "assess")
        self.vacant(desk, moment, studio.name)
        require_settled(desk, self.rubric, self.version, self.period)

    def vacant(self, desk: Desk, moment: Moment, studio: str) -> None:
        """Refuse where a visit of the kind is open or signed; the studio by name."""
        place = (self.studio, self.rubric, self.period, self.kind)
        if found := desk.visits.open_at(*place):
            other = desk.visits.assessment(found)
            head = desk.people.get(other.members[0], moment.now) if other and other.members else None
            raise Refusal("open_elsewhere", studio=studio, period=self.period, who=head.name if head else "?")
        if desk.visits.signed_at(*place):
            raise Refusal("already_signed", studio=studio, period=self.period)

    def where(self, desk: Desk, moment: Moment, act: access.Act) -> Studio:
        """Return the studio, of which the person may do this; a kind that means something else is no form."""
        studio = desk.studios.get(self.studio)
        if moment.person is None or studio is None or (self.form or "").split(":")[0] in {SELF, BLIND}:
            raise Refusal("not_yours")
        access.require(moment.person, act, studio)
        active(studio)
        return studio

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store visit, assessment and, if it is the first, the campaign."""
        rubric = desk.library.get(self.rubric, self.version)
        campaign = self.campaign(desk, rubric, moment)
        visit = Visit(
            id=self.visit,
            studio=self.studio,
            campaign=campaign.id,
            rubric=self.rubric,
            version=self.version,
            period=self.period,
            kind=self.kind,
            opened=moment.now,
            opened_by=moment.actor or "",
            prepared=self.prepared,
        )
        members = self.members(moment)
        desk.visits.add(visit, self.assessment, self.variant, members)
        alone = open_ballots(desk, visit, self.variant, members, moment)
        return Told(
            visit.id,
            {
                "assessment": self.assessment,
                "studio": self.studio,
                "rubric": [self.rubric, self.version],
                "fingerprint": rubric.fingerprint,
                "period": self.period,
                "variant": self.variant,
                "campaign": campaign.id,
                **({"form": self.form} if self.form else {}),
                **alone,
            },
        )

    def campaign(self, desk: Desk, rubric: Rubric, moment: Moment) -> Campaign:
        """Return the campaign that the visit belongs to, made with its first visit."""
        return found_or_made(desk, rubric, year_of(self.period), moment.mint)
