"""Where a chat stands with appeals."""

from __future__ import annotations

from typing import Final, Literal

from bot.entities.frozen import Frozen

LIST: Final = "ap"
"""Code of the screen on which an appeal is written."""
CASE: Final = "ac"
"""Code of the screen of one appeal that was filed."""
REPLY: Final = "an"
"""Code of the buttons under a signed sheet."""
LIST_SCREEN: Final = "appeal"
CASE_SCREEN: Final = "appeal_case"
REPLY_SCREEN: Final = "sheet_reply"
"""Names of the screens, stored in sessions."""


class AppealState(Frozen):
    """What was chosen and written so far; what is empty is asked."""

    assessment: str = ""
    item: str = ""
    appeal: str = ""
    """The id that the appeal will have: files are kept for it before it is filed."""
    reason: str = ""
    again: bool = False
    """The reason is to be written anew."""

    @property
    def place(self) -> tuple[str, str, str]:
        """What makes two states the same place."""
        return self.assessment, self.item, self.appeal


class CaseState(Frozen):
    """One appeal, and what the decider has said so far."""

    appeal: str
    step: Literal["", "score", "ruling", "check", "withdraw"] = ""
    new: str = ""
    """Points; empty keeps the old score."""
    ruling: str = ""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.appeal


class ReplyState(Frozen):
    """A signed sheet to which a leader answers."""

    assessment: str
