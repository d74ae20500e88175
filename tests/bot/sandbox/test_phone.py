"""What a person does with a phone: offline queues, lost taps, albums in pieces, blocking, groups."""

from typing import Any

import pytest

from bot.sandbox import Parcel, Phone, StandIn, Upload
from bot.sandbox.errors import PhoneError

from .conftest import Wire
from .pictures import png

KEYS = {"inline_keyboard": [[{"text": "ok", "callback_data": "yes"}]]}


def said(batch: list[dict[str, Any]]) -> list[str]:
    return [update["message"].get("text") or update["message"].get("caption", "") for update in batch]


async def ask(bot: Wire, phone: Phone, text: str = "?") -> int:
    answer = await bot("sendMessage", chat_id=phone.id, text=text, reply_markup=KEYS)
    return int(answer.result["message_id"])


async def test_offline_keeps_messages_in_order_and_loses_taps(
    bot: Wire, phone: Phone, standin: StandIn
) -> None:
    await ask(bot, phone)
    phone.go_offline()
    assert phone.say("1") == {"queued": 1}
    assert phone.photo(png(4, 3), png(4, 3), caption="2") == {"queued": 2}
    assert phone.tap("ok") == {"lost": True}
    assert phone.location(1, 2) == {"queued": 3}
    assert await bot.updates() == []
    standin.advance(3600)
    assert phone.go_offline(on=False) == {"offline": False, "blocked": False, "queued": 0}
    batch = await bot.take()
    assert said(batch) == ["1", "2", "", ""]
    assert batch[0]["message"]["date"] >= standin.world.clock.now() - 5, (
        "the date is that of the server's receipt"
    )


async def test_an_album_is_one_update_a_part_with_one_caption(bot: Wire, phone: Phone) -> None:
    answer = phone.photo(*[png(8, 6)] * 3, caption="1.1")
    batch = await bot.take()
    assert [update["message"]["message_id"] for update in batch] == answer["message_ids"]
    assert {update["message"]["media_group_id"] for update in batch} == {answer["media_group_id"]}
    assert said(batch) == ["1.1", "", ""]


async def test_parts_of_an_album_may_come_minutes_apart(bot: Wire, phone: Phone, standin: StandIn) -> None:
    answer = phone.photo(*[png(8, 6)] * 3, caption="1.1", spread=60)
    assert (len(answer["message_ids"]), answer["queued"]) == (1, 2)
    (first,) = await bot.take()
    phone.say("between")
    standin.advance(61)
    assert said(await bot.take()) == ["between", ""]
    standin.advance(60)
    (last,) = await bot.take()
    assert last["message"]["media_group_id"] == first["message"]["media_group_id"]
    assert last["message"]["date"] >= first["message"]["date"] + 120


async def test_every_kind_of_file_reaches_the_bot(bot: Wire, phone: Phone) -> None:
    for kind in ("photo", "document", "voice", "video", "audio", "sticker"):
        phone.upload(Parcel([Upload("名.bin", "application/pdf", png(9, 9))], kind))
    batch = await bot.take()
    assert [next(iter(u["message"].keys() - {"message_id", "from", "chat", "date"})) for u in batch] == [
        "photo", "document", "voice", "video", "audio", "sticker"
    ]  # fmt: skip
    assert batch[1]["message"]["document"]["file_name"] == "名.bin"
    assert batch[1]["message"]["document"]["mime_type"] == "application/pdf"


async def test_blocking_is_an_update_and_start_unblocks(bot: Wire, phone: Phone) -> None:
    phone.block()
    (update,) = await bot.take()
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert (await bot("sendMessage", chat_id=phone.id, text="x")).status == 403
    with pytest.raises(PhoneError, match="blocked"):
        phone.say("x")
    phone.start("abc")
    unblocked, started = await bot.take()
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert started["message"]["text"] == "/start abc"


async def test_an_edit_is_an_update_with_the_same_id(bot: Wire, phone: Phone) -> None:
    sent = phone.say("2.2 4")["message_id"]
    phone.edit(sent, "2.2 5")
    _, edited = await bot.take()
    assert edited["edited_message"]["message_id"] == sent
    assert edited["edited_message"]["text"] == "2.2 5"
    assert edited["edited_message"]["edit_date"] > 0


async def test_taps_find_the_newest_button_and_say_what_there_is(bot: Wire, phone: Phone) -> None:
    older, newer = await ask(bot, phone), await ask(bot, phone)
    phone.tap("ok")
    phone.tap("ok", message_id=older)
    targets = [update["callback_query"]["message"]["message_id"] for update in await bot.take()]
    assert targets == [newer, older]
    with pytest.raises(PhoneError, match=r"no button 'no'.*\['ok', 'ok'\]"):
        phone.tap("no")


async def test_a_long_text_goes_out_in_pieces(bot: Wire, phone: Phone) -> None:
    phone.say("1" * 5000)
    assert [len(text) for text in said(await bot.take())] == [4096, 904]


async def test_an_invitation_is_used_up_by_starting_with_it(standin: StandIn) -> None:
    guest = standin.phone("王", start="inv-1")
    guest.start("other")
    offered = [guest.person.listed()["start"]]
    guest.start("inv-1")
    offered.append(guest.person.listed()["start"])
    assert offered == ["inv-1", None]
    with pytest.raises(PhoneError, match="payload"):
        guest.start("with space")


async def test_a_bot_in_a_group_hears_only_what_is_meant_for_it(
    bot: Wire, standin: StandIn, phone: Phone
) -> None:
    group = standin.group("科室")
    group.add_bot(phone.person)
    group.say(phone.person, "hello all")
    group.say(phone.person, "/start@ScorewalkSandboxBot")
    joined, heard = await bot.take()
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert (heard["message"]["chat"]["type"], heard["message"]["chat"]["id"]) == ("group", group.id)
    answer = await bot("sendMessage", chat_id=group.id, text="only in private")
    group.say(phone.person, "why", reply_to=answer.result["message_id"])
    assert said(await bot.take()) == ["why"]
    assert [message["from"] for message in group.messages] == ["me", "me", "bot", "me"]


async def test_settle_waits_for_the_bot(bot: Wire, phone: Phone) -> None:
    phone.say("x")
    with pytest.raises(TimeoutError):
        await phone.settle(timeout=0.1)
    await bot.take()
    await ask(bot, phone, "y")
    assert (await phone.settle(quiet=0.05))[-1]["text"] == "y"


async def test_unread_counts_what_the_bot_sent(bot: Wire, phone: Phone) -> None:
    await ask(bot, phone)
    assert phone.chat.unread == 1
    phone.read()
    assert phone.chat.unread == 0
