"""The head of a blind panel settled what the ballots differ about: points, a condition, or a veto; with a reason."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from bot.changes.ballots import Poll, poll
from bot.changes.base import Change, Moment, Told, open_assessment
from bot.entities import Settled
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.panels import CONFIRMED, REJECTED, Combined
from rubrics.points import show


class SettleItem(Change):
    """Decide one row; a later decision takes its place."""

    name: ClassVar[str] = "settle_item"

    assessment: str
    """The official one."""
    item: str
    """An item, a condition, or a veto with its letter: `6.1a`."""
    score: str
    """Points as decimal text; `met`, `unmet` or `na` of a condition; 1 or 0 of a veto."""
    reason: str = Field(min_length=1)

    def _found(self, desk: Desk, moment: Moment) -> Poll:
        found = open_assessment(desk, self.assessment, moment, "sign")
        of = poll(desk, found)
        if of is None or moment.actor != found.members[0]:
            raise Refusal("panel_head_signs" if of else "not_yours")
        if not of.complete:
            raise Refusal("not_yours")
        if self.item not in of.settleable:
            raise Refusal("panel_no_item", item=self.item)
        allowed(of, self.item, self.score)
        return of

    def allow(self, desk: Desk, moment: Moment) -> None:
        """The head, once all ballots are signed, on what differs or was sent back."""
        self._found(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        of = self._found(desk, moment)
        before = next((each.score for each in of.settled if each.item == self.item), None)
        settled = Settled(
            visit=of.panel.visit,
            item=self.item,
            score=self.score,
            reason=self.reason,
            by=moment.actor or "",
            at=moment.now,
        )
        words = desk.panels.settle(settled)
        return Told(
            of.official.visit.id,
            {
                "assessment": of.official.id,
                "item": self.item,
                "before": before,
                "after": self.score,
                "words": words.get("reason", ""),
            },
        )


def allowed(of: Poll, item: str, score: str) -> None:
    """Refuse what a row cannot be settled to."""
    combined = of.combined
    if combined.gate(item):
        fits = score in {"met", "unmet", "na"}
    elif combined.veto(item):
        fits = score in {CONFIRMED, REJECTED}
    else:
        low, high = bounds(of, combined, item)
        amount = _amount(score)
        fits = amount is not None and low <= amount <= high
        if not fits:
            raise Refusal("panel_bounds", item=item, text=score, low=show(low), high=show(high))
    if not fits:
        raise Refusal("panel_no_item", item=item)


def bounds(of: Poll, combined: Combined, item: str) -> tuple[Decimal, Decimal]:
    """Return the least and the most that a row can be: of an item its points, else what the ballots gave."""
    row = of.sheets[0].item(item)
    if row is not None and row.item.role == "row":
        return Decimal(0), row.attainable
    given = found.given if (found := combined.row(item)) else ()
    return (min(given), max(given)) if given else (Decimal(0), Decimal(0))


def _amount(text: str) -> Decimal | None:
    digits = text.removeprefix("-")
    if not digits.replace(".", "", 1).isdecimal() or not digits.isascii():
        return None
    return Decimal(text)
