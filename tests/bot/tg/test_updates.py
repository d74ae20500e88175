"""An update becomes one input, nothing, or an error that names it."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.entities import Place
from bot.flows.inputs import AnyInput, Command, Membership, Odd, Said, SentFile, SentPlace, Tapped
from bot.tg.updates import Unreadable, chat_of, read

ME = 5_000_000_001
USER = {"id": ME, "is_bot": False, "first_name": "李", "last_name": "工", "language_code": "zh-hans"}
PRIVATE = {"id": ME, "type": "private", "first_name": "李"}
GROUP = {"id": -100_5_000_000_009, "type": "supergroup", "title": "工会"}
WHO: dict[str, Any] = {"chat": ME, "account": ME, "name": "李 工", "language_code": "zh-hans"}
AT: dict[str, Any] = {"at": 1_795_249_073_000, "message": 7}


def message(**fields: Any) -> dict[str, Any]:
    return {"message_id": 7, "date": 1_795_249_073, "chat": PRIVATE, "from": USER, **fields}


def taken(kind: str, content: object, received: int = 9) -> AnyInput | None:
    return read(json.dumps({"update_id": 1, kind: content}), received)


def file(**fields: Any) -> dict[str, Any]:
    return {"file_id": "F", "file_unique_id": "U", **fields}


PHOTO = [file(width=90, height=60), {**file(width=1280, height=960, file_size=200_000), "file_id": "BIG"}]
DOCUMENT = file(file_name="台账.pdf", mime_type="application/pdf", file_size=12)

MESSAGES: dict[str, tuple[dict[str, Any], AnyInput]] = {
    "text": ({"text": "2.2 a 缺记录"}, Said(text="2.2 a 缺记录", **WHO, **AT)),
    "reply": (
        {"text": "x", "reply_to_message": {"message_id": 3, "date": 0, "chat": PRIVATE}},
        Said(text="x", reply_to=3, **WHO, **AT),
    ),
    "command": (
        {"text": "/Start@ScorewalkBot  abc def"},
        Command(**{**WHO, **AT, "name": "start"}, rest="abc def"),
    ),
    "bare command": ({"text": "/sheet"}, Command(**{**WHO, **AT, "name": "sheet"})),
    "command over lines": ({"text": "/note\n1\n2"}, Command(**{**WHO, **AT, "name": "note"}, rest="1\n2")),
    "forwarded command": (
        {"text": "/start abc", "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "x"}},
        Said(text="/start abc", **WHO, **AT),
    ),
    "a path is no command": ({"text": "/mnt/data"}, Said(text="/mnt/data", **WHO, **AT)),
    "photo": (
        {"photo": PHOTO, "caption": "1.1", "media_group_id": "99"},
        SentFile(
            kind="photo", file_id="BIG", unique_id="U", size=200_000, caption="1.1", album="99", **WHO, **AT
        ),
    ),
    "document": (
        {"document": DOCUMENT},
        SentFile(
            kind="document",
            file_id="F",
            unique_id="U",
            size=12,
            file_name="台账.pdf",
            mime="application/pdf",
            **WHO,
            **AT,
        ),
    ),
    "voice": (
        {"voice": file(duration=3, mime_type="audio/ogg")},
        SentFile(kind="voice", file_id="F", unique_id="U", size=None, mime="audio/ogg", **WHO, **AT),
    ),
    "video": (
        {"video": file(duration=3)},
        SentFile(kind="video", file_id="F", unique_id="U", size=None, **WHO, **AT),
    ),
    "round video": (
        {"video_note": file(duration=3, length=240)},
        SentFile(kind="video", file_id="F", unique_id="U", size=None, **WHO, **AT),
    ),
    "audio": (
        {"audio": file(duration=3)},
        SentFile(kind="audio", file_id="F", unique_id="U", size=None, **WHO, **AT),
    ),
    "animation": (
        {"animation": file(duration=1), "document": DOCUMENT},
        SentFile(
            kind="document",
            file_id="F",
            unique_id="U",
            size=12,
            file_name="台账.pdf",
            mime="application/pdf",
            **WHO,
            **AT,
        ),
    ),
    "location": (
        {"location": {"latitude": 43.652499999999996, "longitude": 122.2431}},
        SentPlace(place=Place(latitude="43.652499999999996", longitude="122.2431"), **WHO, **AT),
    ),
    "venue": (
        {"venue": {"title": "厂"}, "location": {"latitude": -1, "longitude": 0}},
        SentPlace(place=Place(latitude="-1", longitude="0"), **WHO, **AT),
    ),
    "sticker": ({"sticker": file(type="regular")}, Odd(kind="sticker", **WHO, **AT)),
    "contact": ({"contact": {"phone_number": "1", "first_name": "x"}}, Odd(kind="contact", **WHO, **AT)),
    "poll": ({"poll": {"id": "1"}}, Odd(kind="poll", **WHO, **AT)),
    "by another bot": ({"text": "x", "via_bot": {"id": 9}}, Odd(kind="via_bot", **WHO, **AT)),
    "in a group": (
        {"text": "/start", "chat": GROUP},
        Command(**{**WHO, **AT, "name": "start", "chat": GROUP["id"], "private": False}),
    ),
}


@pytest.mark.parametrize("case", MESSAGES)
def test_a_message_becomes_its_input(case: str) -> None:
    fields, expected = MESSAGES[case]
    assert taken("message", message(**fields)) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"pinned_message": message(text="x")},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
        {"text": "x", "from": {**USER, "is_bot": True}},
        {"text": "x", "sender_chat": GROUP, "chat": GROUP},
    ],
    ids=["pinned", "timer", "a bot", "anonymous"],
)
def test_what_is_from_nobody_or_says_nothing_is_nothing(fields: dict[str, Any]) -> None:
    assert taken("message", message(**fields)) is None


def test_channel_posts_and_kinds_of_the_future_are_nothing() -> None:
    assert (
        taken("channel_post", {"message_id": 1, "chat": {"id": -100, "type": "channel"}, "date": 1}) is None
    )
    assert taken("telepathy", {"from": USER}) is None


def test_an_edit_is_said_again_with_its_own_time() -> None:
    edited = taken("edited_message", message(text="/sheet", edit_date=1_795_249_100))
    assert edited == Said(text="/sheet", edited=True, **WHO, message=7, at=1_795_249_100_000)
    caption = taken("edited_message", message(photo=PHOTO, caption="1.2", edit_date=1_795_249_100))
    assert isinstance(caption, Said)
    assert caption.text == "1.2"
    assert taken("edited_message", message(location={"latitude": 1, "longitude": 2}, edit_date=2)) is None


def test_a_tap_carries_its_data_even_on_a_message_that_is_gone() -> None:
    query = {"id": "77", "from": USER, "chat_instance": "1", "data": "t:abc:1"}
    gone = {"message_id": 7, "date": 0, "chat": PRIVATE}
    expected = Tapped(query="77", data="t:abc:1", **WHO, at=9, message=7)
    assert taken("callback_query", {**query, "message": gone}) == expected
    assert taken("callback_query", {**query, "message": message(text="card")}) == expected
    assert taken("callback_query", {**query, "inline_message_id": "5"}) is None


@pytest.mark.parametrize(("status", "blocked"), [("kicked", True), ("left", True), ("member", False)])
def test_blocking_and_coming_back(status: str, blocked: bool) -> None:
    change = {
        "chat": PRIVATE,
        "from": USER,
        "date": 1_795_249_073,
        "new_chat_member": {"user": USER, "status": status},
    }
    assert taken("my_chat_member", change) == Membership(blocked=blocked, **WHO, at=1_795_249_073_000)


@pytest.mark.parametrize(
    ("raw", "update", "where"),
    [
        ('{"update_id": 4, "message": {"message_id": 7, "from": {"id": 1, "is_bot": false}}}', 4, "message"),
        ('{"update_id": 4, "message": "hello"}', 4, "message"),
        ('{"update_id": 4, "message": []}', 4, "message"),
        ('{"update_id": 4, "callback_query": {"id": "1", "from": null, "message": {}}}', 4, "callback_query"),
        ('{"update_id": 4, "my_chat_member": {}}', 4, "my_chat_member"),
        (json.dumps({"update_id": 4, "message": message(photo=[])}), 4, "message"),
        (json.dumps({"update_id": 4, "message": message(text={"a": 1})}), 4, "message"),
        (json.dumps({"update_id": 4, "message": message(text="x", date="soon")}), 4, "message"),
        (
            json.dumps({"update_id": 4, "message": message(document={"file_id": 5, "file_unique_id": []})}),
            4,
            "message",
        ),
        ("[]", None, "callback_query"),
        ("{", None, "json"),
        ("null", None, "callback_query"),
    ],
)
def test_what_is_not_an_update_is_named(raw: str, update: int | None, where: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(raw)
    assert (caught.value.update, caught.value.where) == (update, where)


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        ({"message": message(text="x")}, ME),
        ({"message": message(text="x", chat=GROUP)}, GROUP["id"]),
        ({"edited_message": message(text="x")}, ME),
        ({"callback_query": {"from": USER, "message": message()}}, ME),
        ({"callback_query": {"from": USER, "message": message(chat=GROUP)}}, GROUP["id"]),
        ({"callback_query": {"from": USER}}, ME),
        ({"my_chat_member": {"chat": PRIVATE, "from": USER}}, ME),
        ({"inline_query": {"from": USER}}, ME),
        ({"message": "hello"}, 0),
        ({"message": {"chat": {"id": "x"}}}, 0),
        ({"message": {"chat": {"id": 1 << 70}}}, 0),
        ({}, 0),
    ],
)
def test_messages_and_taps_of_one_person_stand_in_one_line(update: dict[str, Any], chat: int) -> None:
    assert chat_of({"update_id": 1, **update}) == chat


LEAVES = (
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False)
)
FIELDS = st.sampled_from(
    [*message(text="", photo=0, voice=0, location=0, via_bot=0, caption=0, sticker=0), "data", "id"]
)
THINGS = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=6)
)


@given(
    kind=st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member"]), content=THINGS
)
def test_nothing_that_can_arrive_breaks_the_reader(kind: str, content: object) -> None:
    raw = {"update_id": 1, kind: content}
    assert isinstance(chat_of(raw), int)
    with suppress(Unreadable):
        read(json.dumps(raw))


@given(change=st.dictionaries(FIELDS, THINGS, min_size=1, max_size=3))
def test_a_good_message_with_some_fields_spoilt_is_read_or_named(change: dict[str, Any]) -> None:
    with suppress(Unreadable):
        taken = read(json.dumps({"update_id": 1, "message": message(text="x", photo=PHOTO) | change}))
        assert taken is None or taken.chat == ME or "chat" in change or "from" in change
