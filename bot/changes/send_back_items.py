"""A coordinator sent items of a signed sheet back, each with a reason: only they open again, until a day.

The signature that the sheet had is kept, with its figures and its 校验码; open appeals on these items have lost their
object and end, those that were decided stand in the way.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, ClassVar, Final

from pydantic import Field

from bot.changes.base import Change, Moment, Told
from bot.changes.reviewing import carried_out, decided_items, returnable, reviewed
from bot.entities import Assessment, Returned, Review, Signing
from bot.ports import Desk
from bot.problems import Refusal

LATEST: Final = 366
"""Days that a deadline may lie ahead."""


class SendBackItems(Change):
    """Open items again."""

    name: ClassVar[str] = "send_back_items"

    assessment: str
    digest: str
    """The beginning of the 校验码 that was shown."""
    items: tuple[tuple[str, str], ...] = Field(min_length=1)
    """Item and reason."""
    due: str
    """ISO date until which it is to be signed anew."""
    today: str
    """The local day (ISO)."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio who did not sign it; items that count, nothing decided over them, a day ahead."""
        found = reviewed(desk, self.assessment, self.digest, moment)
        if period := carried_out(desk, found):
            raise Refusal("review_carried", period=period)
        known, settled = returnable(desk, found), decided_items(desk, found)
        for item, reason in self.items:
            if item in settled:
                raise Refusal("review_appealed", item=item)
            if item not in known:
                raise Refusal("review_no_item", item=item)
            if not reason.strip():
                raise Refusal("review_reason", item=item)
        due, today = date.fromisoformat(self.due), date.fromisoformat(self.today)
        if not 0 <= (due - today).days <= LATEST:
            raise Refusal("review_due", on=self.due)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep the signature and the reasons, end the open appeals, open the items."""
        found = reviewed(desk, self.assessment, self.digest, moment)
        by = moment.actor or ""
        self._keep(desk, found)
        words: dict[str, Any] = {}
        for item, reason in self.items:
            words[item] = desk.reviews.put_returned(
                Returned(
                    assessment=found.id,
                    round=found.round,
                    item=item,
                    reason=reason.strip(),
                    by=by,
                    at=moment.now,
                    due=self.due,
                )
            )
        review = Review(assessment=found.id, state="returned", by=by, at=moment.now, due=self.due)
        desk.reviews.put(review)
        ended = self._end_appeals(desk, found, moment)
        desk.panels.clear_countersigns(found.id)
        if (panel := desk.panels.get(found.visit.id)) is not None:
            # What ballots came to is settled by the head: they alone can change it.
            desk.panels.put(panel.model_copy(update={"state": "settling"}))
        desk.visits.reopen(found.id, [item for item, _ in self.items])
        told = {"assessment": found.id, "round": found.round, "digest": found.digest, "due": self.due}
        return Told(found.visit.id, {**told, "items": list(words), "words": words, "appeals": ended})

    def _keep(self, desk: Desk, found: Assessment) -> None:
        figures = desk.visits.sheet(found.id) or {}
        signatures = [each.model_dump() for each in found.signatures]
        desk.reviews.put_signing(
            Signing(
                assessment=found.id,
                round=found.round,
                digest=found.digest or "",
                at=max((each.at for each in found.signatures), default=0),
                figures=json.dumps(dict(figures), ensure_ascii=False, sort_keys=True),
                signatures=json.dumps(signatures, ensure_ascii=False),
            )
        )

    def _end_appeals(self, desk: Desk, found: Assessment, moment: Moment) -> list[str]:
        """The score that they contest is gone: the new one can be contested anew."""
        back = {item for item, _ in self.items}
        ended = []
        for each in desk.appeals.of_assessment(found.id):
            if each.state == "open" and each.item in back:
                over = {"state": "withdrawn", "decided_by": moment.actor, "decided": moment.now}
                desk.appeals.put(each.model_copy(update=over), moment.actor)
                ended.append(each.id)
        return ended
