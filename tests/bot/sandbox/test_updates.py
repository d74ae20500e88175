"""The queue of updates keeps Telegram's promises: acknowledged by offset only, redelivered, expired, one poller."""

import asyncio
from typing import Any

from bot.sandbox import Phone, StandIn
from tests.kit.waiting import PATIENCE, until

from .conftest import Wire

DAY = 86400


def texts(batch: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in batch]


def life(standin: StandIn, update_id: int) -> list[str]:
    """What happened to one update, in order."""
    return [entry["event"] for entry in standin.world.update_log if entry["update_id"] == update_id]


async def waits(bot: Wire) -> None:
    """Return when a poll of the bot's has come to nothing yet."""
    await until(lambda: bot.standin.bot.updates._poll is not None)


async def say(phone: Phone, *said: str) -> None:
    for text in said:
        phone.say(text)


async def test_an_update_is_delivered_until_a_higher_offset_confirms_it(
    bot: Wire, phone: Phone, standin: StandIn
) -> None:
    await say(phone, "a", "b")
    first = await bot.updates()
    again = await bot.updates(offset=first[0]["update_id"])
    assert first == again
    assert texts(await bot.updates(offset=first[1]["update_id"])) == ["b"]
    assert await bot.updates(offset=first[1]["update_id"] + 1) == []
    assert life(standin, first[0]["update_id"]) == ["created", "delivered", "delivered", "acked"]


async def test_a_redelivery_is_the_same_bytes_even_after_an_edit(bot: Wire, phone: Phone) -> None:
    sent = phone.say("before")["message_id"]
    path = f"{bot.standin.url}/bot{bot.token}/getUpdates"
    async with bot.session.get(path) as response:
        first = await response.read()
    phone.edit(sent, "after")
    async with bot.session.get(path, params={"limit": "1"}) as response:
        assert await response.read() == first


async def test_update_ids_rise_by_one_from_a_random_start(bot: Wire, phone: Phone) -> None:
    await say(phone, "a", "b", "c")
    ids = [update["update_id"] for update in await bot.updates()]
    assert ids == list(range(ids[0], ids[0] + 3))
    assert ids[0] >= 2_000_001


async def test_limit_cuts_the_batch_and_nonsense_means_hundred(bot: Wire, phone: Phone) -> None:
    await say(phone, *"abc")
    assert texts(await bot.updates(limit=2)) == ["a", "b"]
    assert len(await bot.updates(limit=0)) == len(await bot.updates(limit=1000)) == 3


async def test_a_negative_offset_forgets_all_but_the_last(bot: Wire, phone: Phone) -> None:
    await say(phone, *"abc")
    assert texts(await bot.updates(offset=-1)) == ["c"]
    assert texts(await bot.updates()) == ["c"]


async def test_an_offset_far_in_the_future_confirms_nothing(bot: Wire, phone: Phone) -> None:
    await say(phone, "a")
    assert texts(await bot.updates(offset=2_000_000_000)) == ["a"]


async def test_a_long_poll_ends_when_something_comes(bot: Wire, phone: Phone) -> None:
    poll = asyncio.create_task(bot.updates(timeout=20))
    await waits(bot)
    assert not poll.done()
    phone.say("a")
    assert texts(await asyncio.wait_for(poll, PATIENCE)) == ["a"]


async def test_the_older_poll_is_ended_by_the_newer(bot: Wire, phone: Phone) -> None:
    older = asyncio.create_task(bot("getUpdates", timeout=20))
    await waits(bot)
    newer = asyncio.create_task(bot.updates(timeout=20))
    answer = await asyncio.wait_for(older, PATIENCE)
    assert answer.status == 409
    assert answer.error == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    phone.say("a")
    assert texts(await asyncio.wait_for(newer, PATIENCE)) == ["a"]


async def test_a_waiting_poll_is_ended_by_setwebhook(bot: Wire, phone: Phone) -> None:
    poll = asyncio.create_task(bot("getUpdates", timeout=20))
    await waits(bot)
    assert (await bot("setWebhook", url="https://example.org/hook")).result
    answer = await asyncio.wait_for(poll, PATIENCE)
    assert (answer.status, answer.error) == (409, "Conflict: terminated by setWebhook request")
    info = (await bot("getWebhookInfo")).result
    assert info["url"] == "https://example.org/hook"
    assert (await bot("deleteWebhook")).result
    phone.say("a")
    assert texts(await bot.updates()) == ["a"]


async def test_webhook_info_counts_what_waits_and_dropping_drops_it(
    bot: Wire, phone: Phone, standin: StandIn
) -> None:
    await say(phone, "a", "b")
    ids = [update["update_id"] for update in await bot.updates()]
    assert (await bot("getWebhookInfo")).result["pending_update_count"] == 2
    await bot("deleteWebhook", drop_pending_updates=True)
    assert await bot.updates() == []
    assert life(standin, ids[0])[-1] == "dropped"


async def test_messages_live_a_day_and_presses_150_seconds(bot: Wire, phone: Phone, standin: StandIn) -> None:
    await bot(
        "sendMessage",
        chat_id=phone.id,
        text="?",
        reply_markup={"inline_keyboard": [[{"text": "ok", "callback_data": "1"}]]},
    )
    phone.say("a")
    phone.tap("ok")
    standin.advance(149)
    message, press = await bot.updates()
    standin.advance(2)
    assert await bot.updates() == [message]
    standin.advance(DAY - 152)
    assert await bot.updates() == [message]
    standin.advance(2)
    assert await bot.updates() == []
    assert life(standin, press["update_id"])[-1] == life(standin, message["update_id"])[-1] == "expired"


async def test_allowed_updates_decide_at_creation_and_stay(bot: Wire, phone: Phone) -> None:
    await bot.updates(allowed_updates=["callback_query", "no_such_kind"])
    phone.say("unheard")
    assert await bot.updates() == []
    await bot.updates(allowed_updates=["message"])
    phone.say("heard")
    assert texts(await bot.updates(allowed_updates=[])) == ["heard"]


async def test_after_a_week_of_silence_ids_start_anew(bot: Wire, phone: Phone, standin: StandIn) -> None:
    phone.say("a")
    (before,) = await bot.take()
    standin.advance(8 * DAY)
    await say(phone, "b", "c")
    ids = [update["update_id"] for update in await bot.updates()]
    assert abs(ids[0] - before["update_id"]) > 100
    assert ids[1] == ids[0] + 1


async def test_any_object_can_be_put_into_the_queue(sloppy: Wire, lenient: StandIn) -> None:
    poison = {"message": {"date": "yesterday"}}
    ids = [(await sloppy.post("/lab/poison", raw=poison))["update_id"], lenient.poison(poison)]
    assert await sloppy.updates() == [{**poison, "update_id": update_id} for update_id in ids]


async def test_two_bots_have_two_queues(bot: Wire, phone: Phone, standin: StandIn) -> None:
    other = standin.add_bot("7000000002:other", "OtherBot")
    phone.say("a")
    answer = await bot.raw("GET", f"/bot{other.token}/getUpdates")
    assert answer.result == []
    assert texts(await bot.updates()) == ["a"]
