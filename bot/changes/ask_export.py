"""Somebody asked for an export: it is made in the background, and the history keeps who took what away."""

from __future__ import annotations

from typing import Any, ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.ports import Desk
from bot.problems import Refusal


class AskExport(Change):
    """Ask for an export that is sent to a chat; rights are asked for again when it is made."""

    name: ClassVar[str] = "ask_export"

    act: access.Act
    """What its kind demands of whoever asks."""
    order: dict[str, Any]
    """What is to be made, as the kinds of export understand it."""
    studio: str = ""
    rubric: str = ""
    chat: int
    card: str
    """The message that says how far it is."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever may have the studio in an export, or some studio."""
        if moment.person is None:
            raise Refusal("not_yours")
        if self.studio:
            access.require(moment.person, self.act, desk.studios.get(self.studio))
        elif not access.may(moment.person, self.act):
            raise Refusal("not_yours")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Ask for the job."""
        params = {"chat": self.chat, "card": self.card, "order": self.order}
        desk.jobs.add("export", self.card, params, moment.now)
        return Told(self.studio or self.rubric, {"order": self.order})
