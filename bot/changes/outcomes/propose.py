"""A coordinator proposed outcomes to be approved (审定): of one studio, or of all that leave nothing to decide."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from bot.changes.base import Change, Moment, Told
from bot.changes.outcomes.of import Result, frozen, results
from bot.changes.outcomes.steps import managed, mark_of, reopened, stream_of
from bot.ports import Desk
from bot.problems import Refusal


class ProposeOutcomes(Change):
    """Propose what follows for some studios in a period, with the figures as they are now."""

    name: ClassVar[str] = "propose_outcomes"

    rubric: str
    period: str
    studios: tuple[str, ...] = Field(min_length=1)
    mark: str
    """What was on the card: figures that changed since are not proposed."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studios, who lead none of them."""
        for studio in self.studios:
            managed(desk, studio, moment)

    def _proposable(self, desk: Desk) -> tuple[Result, ...]:
        """Return what is proposed, or refuse: only what was on the card, nothing that waits for a decision."""
        found = results(desk, self.rubric, self.period, self.studios)
        if len(found) != len(self.studios) or mark_of(*found) != self.mark:
            raise Refusal("outcome_changed")
        for one in found:
            if not one.proposable:
                raise Refusal("outcome_not_ready", studio=one.studio.name)
        return found

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Freeze the figures; lump sums that come to something else now are shared out anew."""
        told = []
        for found in self._proposable(desk):
            made = reopened(found, moment, state="proposed", figures=frozen(found), remark="", carried="")
            made = made.model_copy(update={"approved_by": None, "approved": None})
            desk.outcomes.put_judgement(made, moment.actor)
            before = desk.outcomes.splits(made.id) if found.judgement else ()
            for due in {one.due for one in before}:
                desk.outcomes.put_splits(made.id, due, ())
            verdict = [one.id for one in found.outcome.verdicts] if found.outcome else []
            told.append({"judgement": made.id, "studio": made.studio, "verdict": verdict})
        return Told(stream_of(self.rubric, self.period), {"proposed": told})
