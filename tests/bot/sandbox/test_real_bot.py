"""python-telegram-bot's own Bot talks to the stand-in; aiogram's models read everything that came back."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram.types import Update
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, ReplyKeyboardMarkup
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from bot.sandbox import Phone, StandIn
from tests.kit.aiogram_check import Judges, extras

from .pictures import png

KEYS = InlineKeyboardMarkup(
    [[InlineKeyboardButton("满分", callback_data="full"), InlineKeyboardButton("0", callback_data="0")]]
)


@pytest.fixture
async def ptb(standin: StandIn) -> AsyncIterator[Bot]:
    bot = Bot(standin.token, base_url=f"{standin.api_base}/bot", base_file_url=f"{standin.api_base}/file/bot")
    async with bot:
        yield bot


@pytest.fixture
def person(standin: StandIn) -> Phone:
    return standin.phone("李工")


async def test_a_walk_of_a_few_steps(ptb: Bot, person: Phone, judges: Judges) -> None:
    assert ptb.username == "ScorewalkSandboxBot"
    assert await ptb.set_my_commands([("start", "开始"), ("sheet", "总表")])
    person.start("invitation")
    (started,) = await ptb.get_updates(timeout=5)
    assert started.message
    assert started.message.text == "/start invitation"
    await ptb.send_message(person.id, "欢迎", reply_markup=ReplyKeyboardMarkup([["继续", "总表"]]))
    card = await ptb.send_message(person.id, "<b>1.1</b> 台账", parse_mode="HTML", reply_markup=KEYS)

    person.tap("满分")
    (tapped,) = await ptb.get_updates(offset=started.update_id + 1, timeout=5)
    assert tapped.callback_query
    assert tapped.callback_query.data == "full"
    assert await tapped.callback_query.answer("已记")
    edited = await ptb.edit_message_text("<b>1.1</b> ✓", person.id, card.message_id, parse_mode="HTML")
    assert getattr(edited, "text", "") == "1.1 ✓"

    person.photo(png(640, 480), png(480, 640), caption="1.1")
    album = await ptb.get_updates(offset=tapped.update_id + 1, timeout=5)
    assert len({update.message.media_group_id for update in album if update.message}) == 1
    picture = album[0].message
    assert picture
    fetched = await ptb.get_file(picture.photo[-1].file_id)
    assert bytes(await fetched.download_as_bytearray()) == png(640, 480)

    sheet = await ptb.send_document(person.id, b"PK\x03\x04", filename="评分表.xlsx", caption="总分 71")
    assert sheet.document
    assert sheet.document.file_name == "评分表.xlsx"
    await ptb.send_media_group(
        person.id, [InputMediaPhoto(png(4, 4)), InputMediaPhoto(png(5, 5), caption="证2")]
    )
    assert judges.seen["request"] >= 10
    assert judges.seen["update"] == 4


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_errors_arrive_as_the_library_knows_them(ptb: Bot, person: Phone, standin: StandIn) -> None:
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await ptb.send_message(person.id, "x")
    person.start()
    message = await ptb.send_message(person.id, "x")
    with pytest.raises(BadRequest, match="not modified"):
        await ptb.edit_message_text("x", person.id, message.message_id)
    standin.plan_faults({"method": "sendMessage", "kind": "429"}, {"method": "sendMessage", "kind": "401"})
    with pytest.raises(RetryAfter):
        await ptb.send_message(person.id, "x")
    with pytest.raises(InvalidToken):
        await ptb.send_message(person.id, "x")


@pytest.mark.filterwarnings("ignore:Please use 'Bot.getUpdates':telegram.warnings.PTBUserWarning")
async def test_updates_hold_nothing_that_aiogram_does_not_know(ptb: Bot, person: Phone) -> None:
    person.start()
    await ptb.send_message(person.id, "x", reply_markup=KEYS)
    person.tap("0")
    person.say("late", reply_to=person.messages[-1]["message_id"])
    person.edit(person.messages[0]["message_id"], "edited")
    person.document(b"", "empty.txt")
    person.voice(b"ogg")
    person.video(b"mp4")
    person.location(1.5, 2.5)
    person.block()
    raw: list[dict[str, Any]] = await ptb.do_api_request("getUpdates", return_type=None)
    kinds = [update.event_type for update in map(Update.model_validate, raw)]
    assert kinds == [
        "message",
        "callback_query",
        "message",
        "edited_message",
        *["message"] * 4,
        "my_chat_member",
    ]
    assert [list(extras(Update.model_validate(update))) for update in raw] == [[]] * len(raw)
