"""A leader shared out a sum of an approved outcome: names and amounts that add up to it exactly."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.changes.outcomes.of import Result
from bot.changes.outcomes.shares import shared, sharing
from bot.changes.outcomes.steps import DECIDED, found_result, stream_of
from bot.entities import Split
from bot.entities.frozen import Frozen
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.consequences import Due
from rubrics.points import ZERO, show


class Share(Frozen):
    """What one person gets, or gives: a decimal as text, with the sign of the sum."""

    name: str = Field(min_length=1)
    amount: str


class ShareLump(Change):
    """Replace how one sum is shared out."""

    name: ClassVar[str] = "share_lump"

    judgement: str
    due: int = Field(ge=0)
    """Which of the consequences, from 0."""
    shares: tuple[Share, ...]

    def _result(self, desk: Desk, moment: Moment) -> tuple[Result, Due]:
        judgement = desk.outcomes.judgement(self.judgement)
        studio = desk.studios.get(judgement.studio) if judgement else None
        if moment.person is None or judgement is None:
            raise Refusal("not_yours")
        access.require(moment.person, "answer", studio)
        found = found_result(desk, judgement.rubric, judgement.period, judgement.studio)
        if judgement.state not in DECIDED:
            raise Refusal("outcome_not_approved", studio=found.studio.name)
        if found.outdated:
            raise Refusal("outcome_outdated", studio=found.studio.name)
        if judgement.state == "carried_out" and shared(found.splits, self.due):
            raise Refusal("outcome_carried", studio=found.studio.name, on=judgement.carried)
        dues = found.outcome.consequences if found.outcome else ()
        if self.due >= len(dues) or not sharing(found.rubric, dues[self.due]):
            raise Refusal("not_yours")
        return found, dues[self.due]

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, once it is approved; after it was carried out only what was left open."""
        found, due = self._result(desk, moment)
        checked(found, due, self.shares)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the shares; the history keeps amounts, not names."""
        found, _ = self._result(desk, moment)
        made = [
            Split(
                judgement=self.judgement,
                due=self.due,
                place=place,
                name=one.name,
                amount=show(Decimal(one.amount)),
                by=moment.actor or "",
                at=moment.now,
            )
            for place, one in enumerate(self.shares, 1)
        ]
        desk.outcomes.put_splits(self.judgement, self.due, made)
        told = {"judgement": self.judgement, "due": self.due, "amounts": [one.amount for one in made]}
        return Told(stream_of(found.rubric.id, str(found.period)), told)


def checked(found: Result, due: Due, shares: tuple[Share, ...]) -> None:
    """Refuse shares that are not what the sum asks for: one sign, nobody twice, exactly the sum or the sum a head."""
    whole = due.amount or ZERO
    if not shares:
        raise Refusal("share_none")
    seen: set[str] = set()
    for one in shares:
        amount = Decimal(one.amount)
        if one.name in seen:
            raise Refusal("share_twice", name=one.name)
        seen.add(one.name)
        if not amount or (amount < 0) != (whole < 0):
            raise Refusal("share_sign", name=one.name, amount=one.amount, sum=show(whole))
        if sharing(found.rubric, due) == "heads" and amount != whole:
            raise Refusal("share_head", name=one.name, amount=one.amount, sum=show(whole))
    given = sum((Decimal(one.amount) for one in shares), ZERO)
    if sharing(found.rubric, due) != "heads" and given != whole:
        raise Refusal("share_sum", given=show(given), sum=show(whole), rest=show(whole - given))
