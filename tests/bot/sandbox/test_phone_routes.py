"""The phone face over HTTP, route by route, as the chat page uses it."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Phone, StandIn
from tests.kit.waiting import PATIENCE

from .conftest import Wire
from .pictures import png

KEYS = {"inline_keyboard": [[{"text": "ok", "callback_data": "yes"}]]}


async def events(wire: Wire, path: str) -> AsyncIterator[dict[str, Any]]:
    async with wire.session.get(wire.standin.url + path) as response:
        assert response.content_type == "text/event-stream"
        async for line in response.content:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))


async def test_people_are_listed_with_hints_and_added(bot: Wire, standin: StandIn) -> None:
    standin.set_hints(["一", "二", "三"], ["one", "two", "three"])
    standin.phone("李工", about="考核人员", start="inv")
    added = await bot.post("/phone/people", first_name="Anna", language_code="en")
    listed = await bot.get("/phone/people")
    assert listed["hints"] == {"zh": ["一", "二", "三"], "en": ["one", "two", "three"]}
    assert [(one["first_name"], one["start"], one["unread"]) for one in listed["people"]] == [
        ("李工", "inv", 0),
        ("Anna", None, 0),
    ]
    assert added["id"] == listed["people"][1]["id"] > 2**32


async def test_a_conversation_over_http(bot: Wire, phone: Phone) -> None:
    one = f"/phone/{phone.id}"
    said = await bot.post(f"{one}/say", text="2.2 4")
    sent = (
        await bot("sendMessage", chat_id=phone.id, text="<b>ok?</b>", parse_mode="HTML", reply_markup=KEYS)
    ).result
    await bot("setMyCommands", commands=[{"command": "sheet", "description": "总表"}])
    chat = await bot.get(f"{one}/chat")
    assert chat["messages"][-2]["message_id"] == said["message_id"]
    assert chat["messages"][-1]["html"] == "<b>ok?</b>"
    assert chat["commands"] == [{"command": "sheet", "description": "总表"}]
    assert (chat["started"], chat["keyboard"]) == (True, None)
    tapped = await bot.post(f"{one}/tap", message_id=sent["message_id"], label="ok")
    forged = await bot.post(f"{one}/tap", message_id=sent["message_id"], data="forged")
    assert tapped["query_id"] != forged["query_id"]
    edited = await bot.post(f"{one}/edit", message_id=said["message_id"], text="2.2 5")
    located = await bot.post(f"{one}/location", latitude=1.5, longitude=2.5)
    pressed = await bot.post(f"{one}/press", text="总表")
    started = await bot.post(f"{one}/start", payload="abc")
    assert (edited, located["message_id"] + 1, pressed["message_id"] + 1) == (
        {},
        pressed["message_id"],
        started["message_id"],
    )
    assert len(await bot.take()) == 7
    assert await bot.post(f"{one}/read") == {}
    assert await bot.post(f"{one}/offline", on=True) == {"offline": True, "blocked": False, "queued": 0}
    assert await bot.post(f"{one}/offline", on=False) == {"offline": False, "blocked": False, "queued": 0}
    assert (await bot.post(f"{one}/block", on=True))["blocked"]


async def test_events_stream_from_a_number_on(bot: Wire, phone: Phone) -> None:
    before = (await bot.get(f"/phone/{phone.id}/chat"))["seq"]
    stream = events(bot, f"/phone/{phone.id}/events?after={before}")
    await bot("sendMessage", chat_id=phone.id, text="a")
    first = await asyncio.wait_for(anext(stream), PATIENCE)
    assert (first["seq"], first["type"], first["message"]["text"]) == (before + 1, "message", "a")
    phone.go_offline()
    assert await asyncio.wait_for(anext(stream), PATIENCE) == {
        "seq": before + 2, "type": "state", "offline": True, "blocked": False, "queued": 0
    }  # fmt: skip
    await stream.aclose()  # type: ignore[attr-defined]


async def test_files_go_up_and_come_down(bot: Wire, phone: Phone) -> None:
    form = aiohttp.FormData({"kind": "document", "caption": "附件"}, quote_fields=False)
    form.add_field("files", b"one", filename="台账.txt", content_type="text/plain")
    async with bot.session.post(f"{bot.standin.url}/phone/{phone.id}/upload", data=form) as response:
        answer = await response.json()
    assert (len(answer["message_ids"]), answer["media_group_id"]) == (1, None)
    shown = (await bot.get(f"/phone/{phone.id}/chat"))["messages"][-1]
    async with bot.session.get(f"{bot.standin.url}/phone/file/{shown['document']['file_id']}") as response:
        assert await response.read() == b"one"
        assert response.content_type == "text/plain"
        assert response.headers["Content-Disposition"].endswith("%E5%8F%B0%E8%B4%A6.txt")
    form = aiohttp.FormData({"kind": "photo", "caption": "1.1", "spread": "0"})
    for _ in range(2):
        form.add_field("files", png(8, 6), filename="a.png", content_type="image/png")
    async with bot.session.post(f"{bot.standin.url}/phone/{phone.id}/upload", data=form) as response:
        answer = await response.json()
    assert len(answer["message_ids"]) == 2
    assert answer["media_group_id"]


WRONG = [
    ("/phone/1/say", {"text": "x"}, "there is no such person"),
    ("/phone/{id}/say", {"text": " "}, "there is nothing to say"),
    ("/phone/{id}/say", {}, "KeyError"),
    ("/phone/{id}/tap", {"message_id": 1, "label": "x"}, "there is no button"),
    ("/phone/{id}/tap", {"message_id": 1, "data": "x"}, "there is no message 1"),
    ("/phone/{id}/edit", {"message_id": 1, "text": "x"}, "there is no message 1"),
    ("/phone/{id}/start", {"payload": "?"}, "a start payload"),
    ("/phone/people", {"name": "x"}, "TypeError"),
    ("/lab/faults", {"faults": [{"method": "getMe", "kind": "flood"}]}, "unknown fault kind"),
    ("/lab/faults", {"faults": [{"kind": "429"}]}, "method"),
    ("/lab/kill", {"pid": 1, "n": 0}, "a kill needs"),
    ("/lab/clock", {"advance": -1}, "forward only"),
    ("/lab/poison", {"raw": []}, "a JSON object"),
]


@pytest.mark.parametrize(("path", "body", "problem"), WRONG, ids=[case[0] + case[2] for case in WRONG])
async def test_what_a_person_cannot_do_is_said(
    bot: Wire, phone: Phone, path: str, body: dict[str, Any], problem: str
) -> None:
    answer = await bot.raw("POST", path.format(id=phone.id), json=body)
    assert answer.status == 400
    assert problem in answer.body["error"]


async def test_uploads_are_checked(bot: Wire, phone: Phone) -> None:
    for kind, count, problem in [
        ("photo", 0, "1-10 files"),
        ("photo", 11, "1-10 files"),
        ("film", 1, "kind"),
    ]:
        form = aiohttp.FormData({"kind": kind, "x": "1"})
        for _ in range(count):
            form.add_field("files", b"x", filename="x")
        answer = await bot.raw("POST", f"/phone/{phone.id}/upload", data=form)
        assert problem in answer.body["error"]


async def test_other_pages_of_the_browser_are_kept_out(bot: Wire) -> None:
    body = {"pid": 1, "n": 1}
    answer = await bot.raw("POST", "/lab/kill", json=body, headers={"Origin": "https://evil.example"})
    assert answer.status == 403
    rebound = await bot.raw("POST", "/lab/kill", json=body, headers={"Host": "evil.example"})
    assert rebound.status == 403
    own = {"Origin": bot.standin.url}
    assert (await bot.raw("POST", "/lab/clock", json={"advance": 0}, headers=own)).status == 200


async def test_the_page_is_served_when_it_is_there(bot: Wire) -> None:
    async with bot.session.get(bot.standin.url + "/") as response:
        assert (response.status, response.content_type) == (200, "text/html")
