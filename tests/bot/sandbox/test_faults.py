"""Faults on demand, kills at the n-th call, flood limits: what the network and Telegram do to a bot."""

import asyncio
import sys
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Phone, StandIn
from tests.kit.stillness import stand_still
from tests.kit.waiting import PATIENCE

from .conftest import Wire
from .pictures import png


async def test_answers_of_faults_are_telegrams(bot: Wire, standin: StandIn) -> None:
    expected = {
        "429": (429, "Too Many Requests: retry after 7"),
        "500": (500, "Internal Server Error: restart"),
        "409": (
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        ),
        "404": (404, "Not Found"),
        "401": (401, "Unauthorized"),
        "403": (403, "Forbidden: bot was blocked by the user"),
        "400": (400, "Bad Request: chat not found"),
    }
    for kind, (status, text) in expected.items():
        standin.plan_faults({"method": "getMe", "kind": kind, "retry_after": 7})
        answer = await bot("getMe")
        assert (answer.status, answer.error) == (status, text)
    assert (await bot("getMe")).result


async def test_a_flood_wait_names_its_seconds_three_times(bot: Wire, standin: StandIn) -> None:
    standin.plan_faults({"method": "*", "kind": "429", "retry_after": 7})
    answer = await bot("getMe")
    assert answer.headers["Retry-After"] == "7"
    assert answer.body["parameters"] == {"retry_after": 7}


@pytest.mark.parametrize(("kind", "status"), [("502html", 502), ("200html", 200)])
async def test_a_proxy_answers_with_a_page(bot: Wire, standin: StandIn, kind: str, status: int) -> None:
    standin.plan_faults({"method": "getMe", "kind": kind})
    async with bot.session.post(f"{standin.url}/bot{bot.token}/getMe") as response:
        assert (response.status, response.content_type) == (status, "text/html")


@pytest.mark.parametrize(("kind", "processed"), [("drop_before", 0), ("drop_after", 1)])
async def test_a_cut_connection_leaves_the_call_done_or_not(
    bot: Wire, standin: StandIn, phone: Phone, kind: str, processed: int
) -> None:
    before = len(phone.messages)
    standin.plan_faults({"method": "sendMessage", "kind": kind})
    with pytest.raises(aiohttp.ClientConnectionError):
        await bot("sendMessage", chat_id=phone.id, text="x")
    assert len(phone.messages) == before + processed


async def test_faults_are_taken_in_order_after_some_calls(bot: Wire, standin: StandIn) -> None:
    answer = await bot.post(
        "/lab/faults",
        faults=[
            {"method": "getMe", "kind": "500", "times": 2, "after": 1},
            {"method": "getMe", "kind": "401"},
        ],
    )
    assert answer == {"planned": 2}
    assert [(await bot("getMe")).status for _ in range(5)] == [401, 500, 500, 200, 200]
    await bot.post("/lab/faults", faults=[{"method": "*", "kind": "500", "times": 9}])
    assert await bot.post("/lab/faults", faults=[]) == {"planned": 0}
    assert (await bot("getMe")).status == 200


async def test_a_star_spares_polling_and_downloads(bot: Wire, standin: StandIn) -> None:
    standin.plan_faults({"method": "*", "kind": "500"})
    assert await bot.updates() == []
    assert (await bot("getMe")).status == 500


async def test_a_delay_delays(bot: Wire, standin: StandIn) -> None:
    standin.plan_faults({"method": "getMe", "kind": "delay", "seconds": 0.2})
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(bot("getMe"), 0.1)
    assert (await bot("getMe")).result


async def test_a_download_breaks_in_the_middle(bot: Wire, standin: StandIn, phone: Phone) -> None:
    phone.document(b"0123456789", "a.txt")
    path = (await bot("getFile", file_id=phone.messages[-1]["document"]["file_id"])).result["file_path"]
    standin.plan_faults({"method": "file", "kind": "drop_after"}, {"method": "file", "kind": "404"})
    url = f"{standin.url}/file/bot{bot.token}/{path}"
    async with bot.session.get(url) as response:
        with pytest.raises(aiohttp.ClientError):
            await response.read()
    async with bot.session.get(url) as response:
        assert response.status == 404
    async with bot.session.get(url) as response:
        assert await response.read() == b"0123456789"


async def victim() -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(sys.executable, "-c", "import time; time.sleep(60)")


@pytest.mark.parametrize(("when", "seen"), [("before", ["1"]), ("after", ["1", "3"])])
async def test_the_nth_call_kills_before_or_after_it(
    bot: Wire, standin: StandIn, phone: Phone, monkeypatch: pytest.MonkeyPatch, when: str, seen: list[str]
) -> None:
    struck: list[tuple[int, list[str]]] = []

    def kill(pid: int, _: int) -> None:
        struck.append((pid, [m["text"] for m in phone.messages if m["from"] == "bot"]))

    monkeypatch.setattr("os.kill", kill)
    await bot.post("/lab/kill", pid=4711, n=3, when=when)
    assert await bot.updates() == [], "an empty poll does not count"
    await bot("sendMessage", chat_id=phone.id, text="1")
    assert (await bot("sendMessage", chat_id=phone.id, text="")).status == 400
    assert struck == []
    if when == "after":
        await bot("sendMessage", chat_id=phone.id, text="3")
    else:
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await bot("sendMessage", chat_id=phone.id, text="3")
    assert struck == [(4711, seen)]
    assert [m["text"] for m in phone.messages if m["from"] == "bot"] == seen, "what died unsent never came"


async def test_a_poll_with_updates_counts_towards_the_kill(bot: Wire, phone: Phone) -> None:
    process = await victim()
    await bot.post("/lab/kill", pid=process.pid, n=1, when="before")
    phone.say("x")
    await bot.updates()
    assert await asyncio.wait_for(process.wait(), PATIENCE) == -9


async def edits(bot: Wire, phone: Phone, count: int) -> list[int]:
    where = {"chat_id": phone.id, "message_id": phone.messages[-1]["message_id"]}
    return [(await bot("editMessageText", **where, text=f"{n}")).status for n in range(count)]


async def test_a_chat_takes_a_burst_then_one_a_second(bot: Wire, standin: StandIn, phone: Phone) -> None:
    await bot.post("/lab/limits", per_chat=True)
    stand_still(standin)
    await bot("sendMessage", chat_id=phone.id, text="x")
    assert await edits(bot, phone, 6) == [200] * 4 + [429] * 2
    assert (await bot("sendChatAction", chat_id=phone.id, action="typing")).result
    standin.advance(1)
    assert await edits(bot, phone, 1) == [200]


async def test_calling_during_the_wait_does_not_shorten_it(bot: Wire, standin: StandIn, phone: Phone) -> None:
    standin.world.limits.on = True
    stand_still(standin)
    album: list[dict[str, Any]] = [{"type": "photo", "media": f"attach://p{n}"} for n in range(5)]
    files = {f"p{n}": png(4, 4) for n in range(5)}
    assert (await bot("sendMediaGroup", chat_id=phone.id, media=album, files=files)).result
    waits = [(await bot("sendMediaGroup", chat_id=phone.id, media=album, files=files)).body for _ in range(2)]
    assert [wait["parameters"]["retry_after"] for wait in waits] == [5, 5]
    standin.advance(4)
    assert (await bot("sendMessage", chat_id=phone.id, text="x")).body["parameters"] == {"retry_after": 1}
    standin.advance(1)
    assert (await bot("sendMessage", chat_id=phone.id, text="x")).result


async def test_a_group_takes_twenty_a_minute_and_everybody_thirty_a_second(
    bot: Wire, standin: StandIn
) -> None:
    standin.world.limits.on = True
    stand_still(standin)
    group = standin.group("科室")
    statuses = [(await bot("sendMessage", chat_id=group.id, text=f"{n}")).status for n in range(21)]
    assert statuses == [200] * 20 + [429]
    standin.advance(60)
    crowd = [standin.phone(f"p{n}") for n in range(12)]
    for one in crowd:
        one.start()
    statuses = [
        (await bot("sendMessage", chat_id=one.id, text="x")).status for one in crowd for _ in range(3)
    ]
    assert statuses.count(200) in {30, 31}
    assert 429 in statuses


async def test_the_log_tells_every_call(bot: Wire, phone: Phone) -> None:
    await bot("sendMessage", chat_id=phone.id, text="x")
    await bot("sendMessage", chat_id=phone.id, text="")
    calls = (await bot.get("/lab/log"))["calls"]
    assert calls[-2] == {"method": "sendMessage", "ok": True, "params": {"chat_id": phone.id, "text": "x"}}
    assert (calls[-1]["ok"], calls[-1]["error"]) == (False, "Bad Request: message text is empty")
