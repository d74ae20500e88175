"""What a failed call means: the one place where Telegram's refusals are interpreted."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import Final

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.ports import Call
from bot.tg.lanes import EDIT, as_send


class Verdict(Enum):
    """What to do about it."""

    DONE = auto()
    """It is as it should be."""
    LATER = auto()
    """Try again after a pause: not sent, or perhaps done, or Telegram is in trouble."""
    FLOOD = auto()
    """Try again exactly when Telegram says."""
    PARK = auto()
    """The person blocked the bot: nothing goes to this chat until they are back."""
    MOVED = auto()
    """The chat has another number now."""
    RESEND = auto()
    """The message to edit is gone: send it as a new one."""
    REFUSED = auto()
    """It will never be accepted."""


_SAME: Final = "message is not modified"
_LATE: Final = ("query is too old", "query id is invalid")
_GONE: Final = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message to edit",
    "message identifier is not specified",
)
_TOO_LARGE: Final = "request entity too large"


def judge(error: TelegramError, call: Call) -> Verdict:
    """Return what an error means for a call."""
    # BadRequest is a NetworkError to the library, so it is looked at before.
    match error:
        case RetryAfter():
            return Verdict.FLOOD
        case ChatMigrated():
            return Verdict.MOVED
        case Forbidden():
            return Verdict.PARK
        case BadRequest():
            return _refusal(error.message.lower(), call)
        case InvalidToken():
            # A token that worked before is more likely behind a strange proxy than wrong.
            return Verdict.LATER
    return Verdict.REFUSED if _TOO_LARGE in error.message.lower() else Verdict.LATER


def changed(call: Call, error: TelegramError) -> Call:
    """Return what to call instead: the chat by its new number, or a new message for one that is gone."""
    if isinstance(error, ChatMigrated):
        return replace(call, chat=error.new_chat_id)
    return as_send(call)


def _refusal(text: str, call: Call) -> Verdict:
    if _SAME in text or any(words in text for words in _LATE):
        return Verdict.DONE
    if call.method == EDIT and call.card is not None and any(words in text for words in _GONE):
        return Verdict.RESEND
    return Verdict.REFUSED
