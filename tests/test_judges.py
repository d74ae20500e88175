"""The judges of the Bot API must catch what is wrong, or their silence in other tests would mean nothing."""

from typing import Any

import pytest

from tests.kit import spec
from tests.kit.aiogram_check import Judges, problems

USER = {"id": 5_000_000_001, "is_bot": False, "first_name": "李", "language_code": "zh-hans"}
CHAT = {"id": 5_000_000_001, "type": "private", "first_name": "李"}
MESSAGE: dict[str, Any] = {
    "message_id": 7,
    "date": 1_760_000_000,
    "chat": CHAT,
    "from": USER,
    "text": "1.1 ac",
    "entities": [{"type": "bot_command", "offset": 0, "length": 3}],
}
BUTTON = {"text": "满分", "callback_data": "x"}
SEND: dict[str, Any] = {
    "chat_id": 5_000_000_001,
    "text": "<b>1.1</b>",
    "parse_mode": "HTML",
    "reply_markup": {"inline_keyboard": [[BUTTON]]},
    "reply_parameters": {"message_id": 6},
}
TAP: dict[str, Any] = {
    "update_id": 1,
    "callback_query": {
        "id": "9",
        "from": USER,
        "chat_instance": "3",
        "data": "x",
        "message": {**MESSAGE, "reply_markup": {"inline_keyboard": [[BUTTON]]}},
    },
}


def without(value: dict[str, Any], *path: str) -> dict[str, Any]:
    """A copy of a nested dict without the field at the end of the path."""
    first, *rest = path
    if not rest:
        return {key: inner for key, inner in value.items() if key != first}
    return {**value, first: without(value[first], *rest)}


def within(value: dict[str, Any], *path: str, **changed: Any) -> dict[str, Any]:
    """A copy of a nested dict with fields set in the dict at the end of the path."""
    if not path:
        return {**value, **changed}
    return {**value, path[0]: within(value[path[0]], *path[1:], **changed)}


GOOD = [
    ("request", "sendMessage", SEND),
    ("request", "SENDMESSAGE", SEND),
    ("request", "getMe", {}),
    ("request", "getUpdates", {"offset": 5, "timeout": 50, "allowed_updates": ["message"]}),
    ("request", "sendDocument", {"chat_id": 1, "document": b"PK", "caption": "评分表"}),
    ("request", "sendDocument", {"chat_id": 1, "document": "attach://part0", "part0": b"PK"}),
    (
        "request",
        "sendMediaGroup",
        {
            "chat_id": 1,
            "media": [{"type": "photo", "media": "attach://a"}, {"type": "photo", "media": "AgAC"}],
            "a": b"\xff\xd8",
        },
    ),
    (
        "request",
        "setMyCommands",
        {"commands": [{"command": "start", "description": "开始"}], "scope": {"type": "chat", "chat_id": 1}},
    ),
    ("response", "sendMessage", MESSAGE),
    ("response", "editMessageText", True),
    ("response", "editMessageText", MESSAGE),
    ("response", "getUpdates", [TAP]),
    (
        "response",
        "getFile",
        {"file_id": "a", "file_unique_id": "b", "file_size": 3, "file_path": "photos/1.jpg"},
    ),
    ("update", "", TAP),
    ("update", "", {"update_id": 2, "message": MESSAGE}),
    (
        "update",
        "",
        {
            "update_id": 3,
            "my_chat_member": {
                "chat": CHAT,
                "from": USER,
                "date": 1_760_000_000,
                "old_chat_member": {"status": "member", "user": USER},
                "new_chat_member": {"status": "kicked", "user": USER, "until_date": 0},
            },
        },
    ),
]

BAD: dict[str, tuple[str, str, Any]] = {
    "required parameter missing": ("request", "sendMessage", without(SEND, "text")),
    "unknown parameter": ("request", "sendMessage", {**SEND, "colour": "red"}),
    "unknown nested field": ("request", "sendMessage", within(SEND, "reply_parameters", message="x")),
    "unknown method": ("request", "sendPigeon", {}),
    "keyboard not in rows": (
        "request",
        "sendMessage",
        {**SEND, "reply_markup": {"inline_keyboard": [BUTTON]}},
    ),
    "button without text": (
        "request",
        "sendMessage",
        {**SEND, "reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}},
    ),
    "unknown field of a button": (
        "request",
        "sendMessage",
        {**SEND, "reply_markup": {"inline_keyboard": [[{**BUTTON, "tint": 1}]]}},
    ),
    "a number as text": ("request", "editMessageText", {"chat_id": 1, "message_id": "7", "text": "x"}),
    "a flag as number": ("request", "sendMessage", {**SEND, "protect_content": 1}),
    "unknown scope": ("request", "setMyCommands", {"commands": [], "scope": {"type": "everybody"}}),
    "part without a field": ("request", "sendDocument", {"chat_id": 1, "document": "attach://a", "b": b"PK"}),
    "result without chat": ("response", "sendMessage", without(MESSAGE, "chat")),
    "result of another method": ("response", "sendMessage", True),
    "unknown field of a result": ("response", "sendMessage", within(MESSAGE, "chat", colour="red")),
    "entity without length": (
        "response",
        "sendMessage",
        {**MESSAGE, "entities": [{"type": "bold", "offset": 0}]},
    ),
    "update without date": ("update", "", {"update_id": 2, "message": without(MESSAGE, "date")}),
    "tap without chat_instance": ("update", "", without(TAP, "callback_query", "chat_instance")),
    "unknown field of the person": ("update", "", within(TAP, "callback_query", "from", nick="li")),
    "update of two things": ("update", "", {**TAP, "message": MESSAGE}),
    "update of nothing": ("update", "", {"update_id": 4}),
    "neither request nor response": ("rumour", "sendMessage", {}),
}


@pytest.mark.parametrize(("kind", "method", "payload"), GOOD)
def test_what_the_bot_api_allows_passes(kind: str, method: str, payload: Any) -> None:
    assert problems(kind, method, payload) == []


@pytest.mark.parametrize("name", BAD)
def test_what_the_bot_api_does_not_know_is_caught(name: str) -> None:
    assert problems(*BAD[name])


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in BAD
        if not name.startswith(("a flag", "a number", "unknown scope", "update of", "neither"))
    ],
)
def test_the_description_alone_catches_it(name: str) -> None:
    kind, method, payload = BAD[name]
    if kind == "request":
        assert spec.request_problems(method, payload)
    elif kind == "response":
        assert spec.response_problems(method, payload)
    else:
        assert spec.update_problems(payload)


def test_judges_collect_and_fail_at_the_end(judges: Judges) -> None:
    judges("request", "sendMessage", SEND)
    other = Judges()
    other("request", "sendMessage", without(SEND, "text"))
    with pytest.raises(AssertionError, match="text is missing"):
        other.assert_clean()
    assert other.seen["request"] == 1


def test_an_update_poisoned_on_purpose_is_let_through(judges: Judges) -> None:
    judges.poisoned.add(66)
    poison = {"update_id": 66, "message": {"date": "never"}}
    judges("update", "", poison)
    judges("response", "getUpdates", [TAP, poison])
    other = Judges()
    other("response", "getUpdates", [poison])
    assert other.found
