"""The unit decided what the source leaves open (口径)."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.changes.reopened import signed_before
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.common import decide


class Rule(Change):
    """Decide one ruling of a campaign before anything of it is signed."""

    name: ClassVar[str] = "rule"

    assessment: str
    """Any assessment of the campaign."""
    ruling: str
    option: str
    """The id of an option, or a number in digits."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators whose scope covers the studio."""
        found = desk.visits.assessment(self.assessment)
        if moment.person is None:
            raise Refusal("not_yours")
        access.require(moment.person, "rule", found)
        if found is not None and signed_before(desk, found.visit.campaign):
            raise Refusal("ruled_too_late")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the decision; it is no longer assumed. Refuses what is no answer or does not go with the others."""
        found = desk.visits.assessment(self.assessment)
        if found is None:
            raise Refusal("not_yours")
        rubric = desk.library.get(found.visit.rubric, found.visit.version)
        rulings = decide(rubric, found.rulings, self.ruling, self.option)
        assumed = tuple(each for each in found.assumed if each != self.ruling)
        desk.visits.rule(found.visit.campaign, rulings, assumed)
        return Told(
            found.visit.campaign,
            {"ruling": self.ruling, "before": found.rulings.get(self.ruling), "after": rulings[self.ruling]},
        )
