"""Every refusal in the catalogue, produced by a real call, with Telegram's exact text: one row each."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.sandbox import Phone, StandIn
from bot.sandbox.errors import Refusal
from tests.kit.stillness import stand_still

from .conftest import Answer, Wire
from .pictures import jpeg_header, png

NO_EMOJI = "no such emoji"


@dataclass
class Scene:
    """A started chat with one message of each kind, and a second person who never pressed START."""

    bot: Wire
    standin: StandIn
    phone: Phone
    text: int
    fixed: int
    picture: int
    mine: int
    document_id: str

    @property
    def me(self) -> int:
        return self.phone.id

    async def send(self, text: str = "x", **more: Any) -> Answer:
        return await self.bot("sendMessage", chat_id=self.me, text=text, **more)

    async def html(self, text: str) -> Answer:
        return await self.send(text, parse_mode="HTML")

    async def keys(self, *rows: list[dict[str, Any]]) -> Answer:
        return await self.send(reply_markup={"inline_keyboard": list(rows)})

    async def edit(self, message_id: int, **more: Any) -> Answer:
        params: dict[str, Any] = {"chat_id": self.me, "message_id": message_id, "text": "y", **more}
        return await self.bot("editMessageText", **params)

    async def hook(self, url: str, **more: Any) -> Answer:
        return await self.bot("setWebhook", url=url, **more)

    async def album(self, *media: dict[str, Any]) -> Answer:
        return await self.bot("sendMediaGroup", chat_id=self.me, media=list(media))

    async def react(self, emoji: str, message_id: int) -> Answer:
        reaction = [{"type": "emoji", "emoji": emoji}]
        return await self.bot("setMessageReaction", chat_id=self.me, message_id=message_id, reaction=reaction)

    async def commands(self, *commands: tuple[str, str], **more: Any) -> Answer:
        listed = [{"command": name, "description": text} for name, text in commands]
        return await self.bot("setMyCommands", commands=listed, **more)

    async def photo(self, content: bytes) -> Answer:
        return await self.bot("sendPhoto", chat_id=self.me, files={"photo": content})


@pytest.fixture
async def scene(lenient: StandIn, sloppy: Wire) -> Scene:
    phone = lenient.phone("李工")
    mine = phone.start()["message_id"]
    chat: dict[str, Any] = {"chat_id": phone.id}
    text = (await sloppy("sendMessage", **chat, text="x")).result
    fixed = (
        await sloppy("sendMessage", **chat, text="x", reply_markup={"keyboard": [[{"text": "a"}]]})
    ).result
    picture = (await sloppy("sendPhoto", **chat, files={"photo": png(8, 6)})).result
    document = (await sloppy("sendDocument", **chat, files={"document": b"PK"})).result
    return Scene(
        sloppy,
        lenient,
        phone,
        text["message_id"],
        fixed["message_id"],
        picture["message_id"],
        mine,
        document["document"]["file_id"],
    )


async def blocked(s: Scene) -> Answer:
    s.phone.block()
    return await s.send()


async def deactivated(s: Scene) -> Answer:
    s.phone.person.deactivated = True
    return await s.send()


async def removed_from_group(s: Scene) -> Answer:
    group = s.standin.group("科室")
    group.remove_bot(s.phone.person)
    return await s.bot("sendMessage", chat_id=group.id, text="x")


async def upgraded_group(s: Scene) -> Answer:
    group = s.standin.group("科室")
    new_id = group.upgrade()
    answer = await s.bot("sendMessage", chat_id=group.id, text="x")
    assert answer.body["parameters"] == {"migrate_to_chat_id": new_id}
    return answer


async def contact_in_group(s: Scene) -> Answer:
    keyboard = {"keyboard": [[{"text": "phone", "request_contact": True}]]}
    return await s.bot("sendMessage", chat_id=s.standin.group("科室").id, text="x", reply_markup=keyboard)


async def old_message(s: Scene) -> Answer:
    s.standin.advance(48 * 3600 + 60)
    return await s.bot("deleteMessage", chat_id=s.me, message_id=s.text)


async def polling_with_webhook(s: Scene) -> Answer:
    assert (await s.hook("https://example.org/x")).result
    return await s.bot("getUpdates")


async def hasty_webhook(s: Scene) -> Answer:
    stand_still(s.standin)
    assert (await s.hook("https://example.org/x")).result
    answer = await s.hook("https://example.org/x")
    assert answer.body["parameters"] == {"retry_after": 1}
    assert answer.headers["Retry-After"] == "1"
    return answer


async def flooded(s: Scene) -> Answer:
    s.standin.world.limits.on = True
    stand_still(s.standin)
    for _ in range(5):
        assert (await s.send()).result
    return await s.send()


async def answered_twice(s: Scene) -> Answer:
    await s.keys([{"text": "ok", "callback_data": "1"}])
    query = s.phone.tap("ok")["query_id"]
    assert (await s.bot("answerCallbackQuery", callback_query_id=query)).result
    return await s.bot("answerCallbackQuery", callback_query_id=query)


async def empty_file_sent(s: Scene) -> Answer:
    sent = s.phone.document(b"", "empty.txt")["message_ids"][0]
    shown = next(m for m in s.phone.messages if m["message_id"] == sent)
    assert shown["document"]["file_size"] == 0
    return await s.bot("getFile", file_id=shown["document"]["file_id"])


async def large_file_sent(s: Scene) -> Answer:
    s.phone.video(b"v" * (20 * 1024 * 1024 + 1))
    return await s.bot("getFile", file_id=s.phone.messages[-1]["video"]["file_id"])


async def fault(s: Scene) -> Answer:
    s.standin.plan_faults({"method": "getMe", "kind": "500"})
    return await s.bot("getMe")


async def failing_hook(s: Scene) -> Answer:
    def check(kind: str, method: str, payload: object) -> None:
        if kind == "request":
            raise ValueError(NO_EMOJI)

    s.standin.world.check = check
    return await s.bot("getMe")


async def token(s: Scene, text: str) -> Answer:
    return await s.bot.raw("POST", f"/bot{text}/getMe")


def button(**action: Any) -> dict[str, Any]:
    return {"text": "b", **action}


PHOTO = {"type": "photo", "media": "attach://a"}
Act = Callable[[Scene], Awaitable[Answer]]
CASES: list[tuple[Refusal, dict[str, object], Act]] = [
    (Refusal.NOT_FOUND, {}, lambda s: s.bot.raw("GET", "/nowhere")),
    (Refusal.METHOD_NOT_FOUND, {}, lambda s: s.bot("sendPigeon")),
    (Refusal.UNAUTHORIZED, {}, lambda s: token(s, "12345:abc")),
    (Refusal.INVALID_TOKEN, {}, lambda s: token(s, "abc")),
    (Refusal.TOO_LARGE, {}, lambda s: s.photo(b"x" * (51 * 1024 * 1024 + 1))),
    (Refusal.RESTART, {}, fault),
    (Refusal.TOO_MANY, {"seconds": 1}, hasty_webhook),
    (Refusal.TOO_MANY, {"seconds": 1}, flooded),
    (Refusal.WEBHOOK_ACTIVE, {}, polling_with_webhook),
    (Refusal.WEBHOOK_NO_HTTPS, {}, lambda s: s.hook("http://example.org")),
    (Refusal.WEBHOOK_PORT, {}, lambda s: s.hook("https://example.org:8080")),
    (Refusal.WEBHOOK_RESERVED, {"address": "127.0.0.1"}, lambda s: s.hook("https://localhost")),
    (Refusal.WEBHOOK_RESERVED, {"address": "192.168.1.9"}, lambda s: s.hook("https://192.168.1.9")),
    (Refusal.WEBHOOK_URL, {}, lambda s: s.hook("https://example.org:nine")),
    (Refusal.SECRET_TOO_LONG, {}, lambda s: s.hook("https://example.org", secret_token="a" * 257)),
    (Refusal.SECRET_CHARACTERS, {}, lambda s: s.hook("https://example.org", secret_token="ä")),
    (Refusal.CHAT_ID_EMPTY, {}, lambda s: s.bot("sendMessage", text="x")),
    (Refusal.CHAT_NOT_FOUND, {}, lambda s: s.bot("sendMessage", chat_id=5, text="x")),
    (Refusal.CHAT_NOT_FOUND, {}, lambda s: s.bot("sendMessage", chat_id="@nobody", text="x")),
    (Refusal.BLOCKED, {}, blocked),
    (Refusal.DEACTIVATED, {}, deactivated),
    (Refusal.NOT_STARTED, {}, lambda s: s.bot("sendMessage", chat_id=s.standin.phone("王").id, text="x")),
    (Refusal.KICKED_GROUP, {}, removed_from_group),
    (Refusal.UPGRADED, {}, upgraded_group),
    (Refusal.THREAD_NOT_FOUND, {}, lambda s: s.send(message_thread_id=4)),
    (Refusal.TEXT_MISSING, {}, lambda s: s.send("")),
    (Refusal.TEXT_EMPTY, {}, lambda s: s.send(" \n ")),
    (Refusal.TEXT_EMPTY, {}, lambda s: s.html("<b> </b>")),
    (Refusal.TEXT_TOO_LONG, {}, lambda s: s.send("分" * 4097)),
    (Refusal.CAPTION_TOO_LONG, {}, lambda s: s.bot("sendPhoto", chat_id=s.me, caption="x" * 1025, files={"photo": png(2, 2)})),
    (Refusal.RAW_TOO_LONG, {}, lambda s: s.html("<b></b>" * 4700)),
    (Refusal.PARSE_MODE, {}, lambda s: s.send(parse_mode="BBCode")),
    (Refusal.PARSE_MODE_ABSENT, {"mode": "MarkdownV2"}, lambda s: s.send(parse_mode="MarkdownV2")),
    (Refusal.NOT_UTF8, {}, lambda s: s.bot.raw("POST", f"/bot{s.bot.token}/sendMessage", data=b'{"text":"\xff"}', headers={"Content-Type": "application/json"})),
    (Refusal.TAG_UNKNOWN, {"tag": "h1", "at": 4}, lambda s: s.html("é b<h1>x</h1>")),
    (Refusal.TAG_OPEN, {"tag": "b"}, lambda s: s.html("<i>x</i><b>y")),
    (Refusal.TAG_UNMATCHED, {"at": 7, "tag": "i", "found": "b"}, lambda s: s.html("<b><i>x</b></i>")),
    (Refusal.TAG_UNEXPECTED, {"at": 1}, lambda s: s.html("x</b>")),
    (Refusal.TAG_UNCLOSED, {"at": 3}, lambda s: s.html("分<b")),
    (Refusal.TAG_UNCLOSED, {"at": 0}, lambda s: s.html('<a href="x')),
    (Refusal.END_TAG_UNCLOSED, {"at": 4}, lambda s: s.html("<b>x</b")),
    (Refusal.TAG_SPAN, {"at": 0}, lambda s: s.html("<span>x</span>")),
    (Refusal.ATTRIBUTE_EMPTY, {"tag": "a", "at": 0}, lambda s: s.html('<a ="x">y</a>')),
    (Refusal.NAME_TOKEN, {"at": 8}, lambda s: s.html("<a href=x/y>z</a>")),
    (Refusal.DATA_INVALID, {}, lambda s: s.keys([button(callback_data="")])),
    (Refusal.DATA_INVALID, {}, lambda s: s.keys([button(callback_data="分" * 22)])),
    (Refusal.TYPE_INVALID, {}, lambda s: s.keys([button(pay=True)])),
    (Refusal.MARKUP_TOO_LONG, {}, lambda s: s.keys(*[[{"text": "t" * 600, "callback_data": "1"}] for _ in range(20)])),
    (Refusal.MARKUP_JSON, {}, lambda s: s.send(reply_markup="{oops")),
    (Refusal.MARKUP_OBJECT, {}, lambda s: s.send(reply_markup=[1])),
    (Refusal.TEXT_BUTTON, {}, lambda s: s.keys([button()])),
    (Refusal.INLINE_EXPECTED, {}, lambda s: s.edit(s.text, reply_markup={"remove_keyboard": True})),
    (Refusal.BUTTON_TEXT, {}, lambda s: s.keys([{"text": " ", "callback_data": "1"}])),
    (Refusal.ROWS, {"field": "inline_keyboard"}, lambda s: s.send(reply_markup={"inline_keyboard": [{"text": "x"}]})),
    (Refusal.ROWS, {"field": "keyboard"}, lambda s: s.send(reply_markup={"keyboard": "x"})),
    (Refusal.BUTTON_URL, {"url": "http://localhost/x"}, lambda s: s.keys([button(url="http://localhost/x")])),
    (Refusal.WEB_APP_URL, {"url": "http://a.org"}, lambda s: s.keys([button(web_app={"url": "http://a.org"})])),
    (Refusal.PHONE_PRIVATE, {}, contact_in_group),
    (Refusal.NOT_MODIFIED, {}, lambda s: s.edit(s.text, text=" <b></b>x ", parse_mode="HTML")),
    (Refusal.EDIT_NOT_FOUND, {}, lambda s: s.edit(99_999)),
    (Refusal.CANNOT_EDIT, {}, lambda s: s.edit(s.fixed)),
    (Refusal.CANNOT_EDIT, {}, lambda s: s.edit(s.mine)),
    (Refusal.NO_TEXT, {}, lambda s: s.edit(s.picture)),
    (Refusal.NO_CAPTION, {}, lambda s: s.bot("editMessageCaption", chat_id=s.me, message_id=s.text, caption="c")),
    (Refusal.NO_MESSAGE_ID, {}, lambda s: s.bot("editMessageText", chat_id=s.me, text="y")),
    (Refusal.DELETE_NOT_FOUND, {}, lambda s: s.bot("deleteMessage", chat_id=s.me, message_id=99_999)),
    (Refusal.CANNOT_DELETE, {}, old_message),
    (Refusal.REPLY_NOT_FOUND, {}, lambda s: s.send(reply_parameters={"message_id": 99_999})),
    (Refusal.REACT_NOT_FOUND, {}, lambda s: s.react("👍", 99_999)),
    (Refusal.REACTION_INVALID, {}, lambda s: s.react("✅", s.mine)),
    (Refusal.QUERY_TOO_OLD, {}, answered_twice),
    (Refusal.QUERY_TOO_OLD, {}, lambda s: s.bot("answerCallbackQuery", callback_query_id="12")),
    (Refusal.PHOTO_TOO_BIG, {"size": 10485761}, lambda s: s.photo(b"x" * 10485761)),
    (Refusal.PHOTO_DIMENSIONS, {}, lambda s: s.photo(jpeg_header(9000, 2000))),
    (Refusal.PHOTO_DIMENSIONS, {}, lambda s: s.photo(jpeg_header(2100, 100))),
    (Refusal.PHOTO_BROKEN, {}, lambda s: s.photo(b"not a picture")),
    (Refusal.FILE_EMPTY, {}, lambda s: s.bot("sendDocument", chat_id=s.me, files={"document": b""})),
    (Refusal.NO_FILE, {"kind": "document"}, lambda s: s.bot("sendDocument", chat_id=s.me)),
    (Refusal.WRONG_FILE, {}, lambda s: s.bot("sendDocument", chat_id=s.me, document="nonsense")),
    (Refusal.FILE_TYPE, {"actual": "Document", "wanted": "Photo"}, lambda s: s.bot("sendPhoto", chat_id=s.me, photo=s.document_id)),
    (Refusal.INVALID_FILE_ID, {}, lambda s: s.bot("getFile", file_id="nonsense")),
    (Refusal.FILE_GONE, {}, empty_file_sent),
    (Refusal.FILE_TOO_BIG, {}, large_file_sent),
    (Refusal.NO_FILE_ID, {}, lambda s: s.bot("getFile")),
    (Refusal.MEDIA_NOT_FOUND, {}, lambda s: s.bot("sendMediaGroup", chat_id=s.me)),
    (Refusal.MEDIA_TYPE, {"kind": "animation"}, lambda s: s.album(PHOTO, {"type": "animation", "media": "x"})),
    (Refusal.ALBUM_TOO_LONG, {}, lambda s: s.album(*[PHOTO] * 11)),
    (Refusal.ALBUM_TOO_SHORT, {}, lambda s: s.album(PHOTO)),
    (Refusal.ALBUM_MIXED, {}, lambda s: s.album(PHOTO, {"type": "document", "media": "x"})),
    (Refusal.COMMAND_EMPTY, {}, lambda s: s.commands(("/", "d"))),
    (Refusal.DESCRIPTION_EMPTY, {}, lambda s: s.commands(("a", " "))),
    (Refusal.COMMAND_INVALID, {}, lambda s: s.commands(("Start", "d"))),
    (Refusal.COMMAND_DESCRIPTION, {}, lambda s: s.commands(("a", "d" * 257))),
    (Refusal.COMMANDS_TOO_MUCH, {}, lambda s: s.commands(*[(f"c{n}", "d") for n in range(101)])),
    (Refusal.LANGUAGE_CODE, {}, lambda s: s.commands(("a", "d"), language_code="zh-hans")),
    (Refusal.ACTION, {}, lambda s: s.bot("sendChatAction", chat_id=s.me, action="dancing")),
    (Refusal.LOCATION, {}, lambda s: s.bot("sendLocation", chat_id=s.me, latitude=91.0, longitude=0)),
    (Refusal.UNKNOWN_PARAMETER, {"name": "colour"}, lambda s: s.send(colour="red")),
    (Refusal.UNKNOWN_FIELD, {"name": "reply_markup.inline_keyboard[0][0].color of InlineKeyboardButton"}, lambda s: s.keys([button(callback_data="1", color="red")])),
    (Refusal.MISSING, {"name": "action"}, lambda s: s.bot("sendChatAction", chat_id=s.me)),
    (Refusal.MISSING, {"name": "reply_parameters.message_id of ReplyParameters"}, lambda s: s.send(reply_parameters={})),
    (Refusal.WRONG_TYPE, {"name": "disable_notification", "types": "Boolean"}, lambda s: s.send(disable_notification="maybe")),
    (Refusal.WRONG_TYPE, {"name": "limit", "types": "Integer"}, lambda s: s.bot("getUpdates", limit="many")),
    (Refusal.STRAY_FILE, {"name": "extra"}, lambda s: s.bot("sendDocument", chat_id=s.me, files={"document": b"a", "extra": b"b"})),
    (Refusal.ROW_TOO_LONG, {"count": 9}, lambda s: s.keys([button(callback_data=str(n)) for n in range(9)])),
    (Refusal.TOO_MANY_BUTTONS, {"count": 104}, lambda s: s.keys(*[[button(callback_data="1")] * 8] * 13)),
    (Refusal.ONE_ACTION, {"count": 2}, lambda s: s.keys([button(callback_data="1", url="https://a.org")])),
    (Refusal.PLACEHOLDER, {}, lambda s: s.send(reply_markup={"keyboard": [[{"text": "a"}]], "input_field_placeholder": "p" * 65})),
    (Refusal.ANSWER_TOO_LONG, {}, lambda s: s.bot("answerCallbackQuery", callback_query_id="1", text="x" * 201)),
    (Refusal.PROFILE_TOO_LONG, {"name": "short_description", "limit": 120}, lambda s: s.bot("setMyShortDescription", short_description="x" * 121)),
    (Refusal.NOT_SUPPORTED, {"name": "inline_message_id"}, lambda s: s.bot("editMessageText", inline_message_id="1", text="x")),
    (Refusal.CHECK_FAILED, {"what": "request getMe", "problem": NO_EMOJI}, failing_hook),
]  # fmt: skip

IN_OTHER_TESTS = {
    Refusal.OTHER_GET_UPDATES: "test_updates: the older poll is ended by the newer",
    Refusal.BY_SET_WEBHOOK: "test_updates: a waiting poll is ended by setWebhook",
}


@pytest.mark.parametrize(("refusal", "filled", "act"), CASES, ids=[case[0].name for case in CASES])
async def test_each_refusal_has_telegrams_text(
    scene: Scene, refusal: Refusal, filled: dict[str, object], act: Act
) -> None:
    answer = await act(scene)
    assert (answer.status, answer.error) == (refusal.code, refusal.error(**filled).description)
    assert answer.body["error_code"] == refusal.code


def test_every_refusal_of_the_catalogue_is_produced() -> None:
    assert set(Refusal) == {case[0] for case in CASES} | IN_OTHER_TESTS.keys()


async def test_only_the_stand_ins_own_refusals_are_failures(scene: Scene) -> None:
    await scene.edit(99_999)
    assert scene.standin.failures == []
    await scene.send(colour="red")
    assert scene.standin.failures == ["sandbox: unknown parameter colour"]


async def test_a_refused_call_leaves_no_trace_in_the_chat(scene: Scene) -> None:
    before = json.dumps(scene.phone.messages)
    await scene.html("<b>x")
    await scene.edit(scene.text, text="分" * 5000)
    assert json.dumps(scene.phone.messages) == before
