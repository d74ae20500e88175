"""Somebody else than the coordinator approved what was proposed, or sent it back; what was approved was carried out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.changes.outcomes.of import Result, results
from bot.changes.outcomes.steps import managed, mark_of, stream_of
from bot.entities import Judgement
from bot.ports import Desk
from bot.problems import Refusal


class _Judging(Change):
    """Something that happens to what was proposed for some studios in a period."""

    rubric: str
    period: str
    studios: tuple[str, ...] = Field(min_length=1)
    mark: str
    """What was on the card: nothing is decided about figures that were not seen."""

    def _standing(self, desk: Desk) -> list[tuple[Result, Judgement]]:
        found = results(desk, self.rubric, self.period, self.studios)
        standing = [(one, one.judgement) for one in found if one.judgement is not None]
        if len(standing) != len(self.studios) or mark_of(*found) != self.mark:
            raise Refusal("outcome_changed")
        return standing

    def _approver(self, desk: Desk, moment: Moment) -> None:
        if moment.person is None:
            raise Refusal("not_yours")
        for studio in self.studios:
            access.require(moment.person, "approve", desk.studios.get(studio))

    def _to_judge(self, desk: Desk, moment: Moment) -> list[tuple[Result, Judgement]]:
        """Return what is approved or sent back, or refuse: never what one proposed or scored oneself."""
        standing = self._standing(desk)
        signed = desk.visits.signed_by(moment.actor or "")
        for found, judgement in standing:
            if any(sheet.assessment in signed for sheet in found.sheets):
                raise Refusal("outcome_own_sheet", studio=found.studio.name)
            if judgement.state != "proposed":
                raise Refusal("outcome_settled", studio=found.studio.name)
            if judgement.by == moment.actor:
                raise Refusal("outcome_own")
        return standing

    def _told(self, made: list[Judgement], **more: object) -> Told:
        told = [{"judgement": one.id, "studio": one.studio} for one in made]
        return Told(stream_of(self.rubric, self.period), {"judgements": told, **more})


class ApproveOutcomes(_Judging):
    """Approve them (审定通过): now they may be carried out."""

    name: ClassVar[str] = "approve_outcomes"

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Approvers of the studios, who lead none of them."""
        self._approver(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep who approved, and when; refuses what the person proposed, and what changed since."""
        made = []
        standing = self._to_judge(desk, moment)
        for found, _ in standing:
            if found.outdated:
                raise Refusal("outcome_outdated", studio=found.studio.name)
        for _, judgement in standing:
            fields = {"state": "approved", "approved_by": moment.actor, "approved": moment.now}
            made.append(judgement.model_copy(update={**fields, "revision": judgement.revision + 1}))
            desk.outcomes.put_judgement(made[-1], moment.actor)
        return self._told(made)


class SendBackOutcomes(_Judging):
    """Send them back with a remark."""

    name: ClassVar[str] = "send_back_outcomes"

    remark: str = Field(min_length=1)

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Approvers of the studios, who lead none of them."""
        self._approver(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep the remark; refuses what the person proposed. The coordinator proposes anew."""
        made: list[Judgement] = []
        words: Mapping[str, str] = {}
        for _, judgement in self._to_judge(desk, moment):
            fields = {"state": "sent_back", "remark": self.remark, "approved_by": moment.actor}
            made.append(judgement.model_copy(update={**fields, "revision": judgement.revision + 1}))
            words = desk.outcomes.put_judgement(made[-1], moment.actor)
        return self._told(made, words=words)


class CarryOutOutcomes(_Judging):
    """Keep that they were carried out (兑现), and on which day."""

    name: ClassVar[str] = "carry_out_outcomes"

    day: str
    """ISO date."""
    today: str
    """ISO date where the program runs."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studios, who lead none of them; no day to come."""
        for studio in self.studios:
            managed(desk, studio, moment)
        if self.day > self.today:
            raise Refusal("outcome_day", on=self.day, today=self.today)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep the day; refuses what is not approved, or has changed since."""
        made = []
        standing = self._standing(desk)
        for found, judgement in standing:
            if judgement.state != "approved":
                raise Refusal("outcome_not_approved", studio=found.studio.name)
            if found.outdated:
                raise Refusal("outcome_outdated", studio=found.studio.name)
        for _, judgement in standing:
            fields = {"state": "carried_out", "carried": self.day, "revision": judgement.revision + 1}
            made.append(judgement.model_copy(update=fields))
            desk.outcomes.put_judgement(made[-1], moment.actor)
        return self._told(made, day=self.day)
