"""What the person is to see becomes calls of the Bot API, as they lie in the outbox.

It must not know when they are made. What Telegram would refuse never gets that far: the limits are checked here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.flows.lengths import MAX_ANSWER, MAX_CAPTION, MAX_DATA, MAX_TEXT, visible_length
from bot.flows.outputs import Answer, InChat, Menu, NewCard, Output, Redraw, Rows, Say, SendStored, Tell
from bot.ports import Call

ANSWER_LIFE: Final = 60_000
"""Milliseconds in which the answer to a tap is of use: by then the phone has stopped waiting."""

MAX_ROW: Final = 8
MAX_BUTTONS: Final = 100

_HTML: Final[Mapping[str, Any]] = {"parse_mode": "HTML"}
_TEXT: Final[Mapping[str, Any]] = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


class Unsendable(Exception):
    """A mistake of ours: Telegram would refuse what a screen has drawn."""

    def __init__(self, code: str, **params: str | int) -> None:
        """Name what is wrong with it."""
        super().__init__(code, params)
        self.code = code
        self.params = params


def calls(chat: int, outputs: Sequence[Output], now: int) -> list[Call]:
    """Return the calls, in order; `now` in ms."""
    return [_call(chat, output, now) for output in outputs]


def _call(chat: int, output: Output, now: int) -> Call:  # noqa: PLR0911 - one line for each kind
    match output:
        case Answer():
            return _answer(chat, output, now)
        case NewCard() | Redraw():
            return _card(chat, output)
        case Say():
            return Call(chat, "sendMessage", _say(output))
        case SendStored():
            return _stored(chat, output)
        case Tell():
            return Call(output.chat, "sendMessage", {"text": _checked(output.text), **_TEXT})
        case Menu():
            return _menu(chat, output)
        case InChat():
            return _call(output.chat, output.output, now)


def _card(chat: int, output: NewCard | Redraw) -> Call:
    new = isinstance(output, NewCard)
    face = output.face
    params = {"text": _checked(face.text), **_TEXT}
    if face.rows:
        params["reply_markup"] = _inline(face.rows)
    if isinstance(output, NewCard):
        params |= _reply(output.reply_to)
    return Call(chat, "sendMessage" if new else "editMessageText", params, card=output.card, makes_card=new)


def _say(say: Say) -> dict[str, Any]:
    params = {"text": _checked(say.text), **_TEXT}
    if say.rows and say.keys is not None:
        raise Unsendable("two_keyboards", text=say.text[:40])
    if say.rows:
        params["reply_markup"] = _inline(say.rows)
    elif say.keys:
        keyboard = [[{"text": label} for label in row] for row in say.keys]
        params["reply_markup"] = {"keyboard": keyboard, "is_persistent": True, "resize_keyboard": True}
    elif say.keys is not None:
        params["reply_markup"] = {"remove_keyboard": True}
    return {**params, **_reply(say.reply_to)}


def _reply(message: int | None) -> dict[str, Any]:
    """Return what hangs a message on the one that it answers; a deleted one holds nothing up."""
    if message is None:
        return {}
    return {"reply_parameters": {"message_id": message, "allow_sending_without_reply": True}}


def _answer(chat: int, answer: Answer, now: int) -> Call:
    params: dict[str, Any] = {"callback_query_id": answer.query}
    if answer.text:
        if len(answer.text) > MAX_ANSWER:
            raise Unsendable("answer_too_long", length=len(answer.text), text=answer.text[:40])
        params["text"] = answer.text
    if answer.box:
        params["show_alert"] = True
    return Call(chat, "answerCallbackQuery", params, expires=now + ANSWER_LIFE)


def _stored(chat: int, stored: SendStored) -> Call:
    params: dict[str, Any] = {}
    if stored.caption:
        params = {"caption": _checked(stored.caption, MAX_CAPTION), **_HTML}
    if stored.rows:
        params["reply_markup"] = _inline(stored.rows)
    field, method = ("photo", "sendPhoto") if stored.photo else ("document", "sendDocument")
    file = {"field": field, "sha256": stored.sha256, "name": stored.name}
    return Call(chat, method, params, file=file)


def _menu(chat: int, menu: Menu) -> Call:
    params: dict[str, Any] = {"scope": {"type": "chat", "chat_id": chat}}
    if not menu.commands:
        return Call(chat, "deleteMyCommands", params)
    params["commands"] = [{"command": name, "description": text} for name, text in menu.commands]
    return Call(chat, "setMyCommands", params)


def _checked(text: str, limit: int = MAX_TEXT) -> str:
    # What is short with its tags is short without them: most texts are never parsed here.
    if len(text) > limit and (length := visible_length(text)) > limit:
        raise Unsendable("text_too_long", length=length, limit=limit, text=text[:40])
    if not text or text.isspace():
        raise Unsendable("text_empty")
    return text


def _inline(rows: Rows) -> dict[str, Any]:
    if sum(map(len, rows)) > MAX_BUTTONS or max(map(len, rows)) > MAX_ROW:
        raise Unsendable("too_many_buttons", buttons=sum(map(len, rows)), widest=max(map(len, rows)))
    keyboard = []
    for row in rows:
        keys = []
        for button in row:
            size = len(button.data.encode())
            if not 0 < size <= MAX_DATA or not button.label.strip():
                raise Unsendable("button", label=button.label, data=button.data, bytes=size)
            keys.append({"text": button.label, "callback_data": button.data})
        keyboard.append(keys)
    return {"inline_keyboard": keyboard}
