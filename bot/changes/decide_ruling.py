"""The unit decided what the source leaves open (口径), for a rubric in a year; its campaign is made if need be."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.changes.campaigns import found_or_made
from bot.changes.reopened import signed_before
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.common import decide


class DecideRuling(Change):
    """Decide one ruling of a campaign before anything of it is signed."""

    name: ClassVar[str] = "decide_ruling"

    rubric: str
    version: int
    year: int
    ruling: str
    option: str
    """The id of an option, or a number in digits."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of everything: a campaign holds for every studio."""
        if moment.person is None or not access.may(moment.person, "publish"):
            raise Refusal("campaign_scope")
        if all(version != self.version for version, _ in desk.library.versions(self.rubric)):
            raise Refusal("not_yours")
        campaign = desk.visits.campaign(self.rubric, self.version, self.year, "")
        if campaign is not None and signed_before(desk, campaign.id):
            raise Refusal("ruled_too_late")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the decision; it is no longer assumed. Refuses what is no answer or does not go with the others."""
        rubric = desk.library.get(self.rubric, self.version)
        campaign = found_or_made(desk, rubric, self.year, moment.mint)
        rulings = decide(rubric, campaign.rulings, self.ruling, self.option)
        assumed = tuple(each for each in campaign.assumed if each != self.ruling)
        desk.visits.rule(campaign.id, rulings, assumed)
        before, after = campaign.rulings.get(self.ruling), rulings[self.ruling]
        return Told(campaign.id, {"ruling": self.ruling, "before": before, "after": after})
