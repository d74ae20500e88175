"""Somebody does not want an export any more that is still being made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from bot.changes.ask_export import AskExport
from bot.changes.base import Change, Moment, Told
from bot.ports import Desk, Job
from bot.problems import Refusal

EVER: Final = 1 << 62
"""A time (ms) that nothing is put off beyond."""
MOST: Final = 10_000


class CancelExport(Change):
    """Call an export off: its files are not made, or not sent."""

    name: ClassVar[str] = "cancel_export"

    card: str
    """The message that says how far it is."""
    chat: int

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever asked for it, while it is being made."""
        if moment.person is None or self.chat not in desk.people.accounts(moment.person.id):
            raise Refusal("not_yours")
        found = being_made(desk, self.card)
        if found is None or found.params["chat"] != self.chat:
            raise Refusal("export_over")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Forget the job: whoever works on it finds it gone."""
        del moment
        found = being_made(desk, self.card)
        if found is None:
            raise Refusal("export_over")
        desk.jobs.done(found.id)
        order = found.params["order"]
        return Told(order.get("studio") or order.get("rubric") or self.card, {"order": order})


def called_off(desk: Desk, order: Mapping[str, Any]) -> bool:
    """Say whether the newest thing that was done about an order was to call it off."""
    told = [
        event.name
        for event in desk.history.of(order["studio"] or order["rubric"])
        if event.name in {AskExport.name, CancelExport.name} and event.payload.get("order") == order
    ]
    return told[-1:] == [CancelExport.name]


def being_made(desk: Desk, card: str) -> Job | None:
    """Return the export of a message that is waiting or at work, None once it is over."""
    return next((each for each in desk.jobs.due("export", EVER, MOST) if each.subject == card), None)
