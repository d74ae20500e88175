"""Messages of the bot: entities, keyboards, edits, deletions, answers, as the Bot API returns and the phone shows them."""

from typing import Any

from bot.sandbox import Phone, StandIn

from .conftest import Wire

KEYS = {
    "inline_keyboard": [[{"text": "ok", "callback_data": "yes"}, {"text": "site", "url": "https://a.org"}]]
}


async def send(bot: Wire, phone: Phone, text: str = "x", **more: Any) -> dict[str, Any]:
    return dict((await bot("sendMessage", chat_id=phone.id, text=text, **more)).result)


async def edit(bot: Wire, phone: Phone, message_id: int, **more: Any) -> dict[str, Any]:
    params = {"chat_id": phone.id, "message_id": message_id, **more}
    return dict((await bot("editMessageText", **params)).result)


def kinds(phone: Phone) -> list[str]:
    """The kinds of events that the phone was told, in order."""
    return [event["type"] for event in phone.chat.feed.events]


async def test_html_comes_back_as_text_with_entities(bot: Wire, phone: Phone) -> None:
    sent = await send(bot, phone, "😀 <b>本项 <i>1/5</i></b> &lt;3\n", parse_mode="HTML")
    assert sent["text"] == "😀 本项 1/5 <3"
    assert sent["entities"] == [
        {"type": "bold", "offset": 3, "length": 6},
        {"type": "italic", "offset": 6, "length": 3},
    ]
    assert phone.messages[-1]["html"] == "😀 <b>本项 <i>1/5</i></b> &lt;3"


async def test_commands_and_addresses_are_detected_in_texts_of_both(bot: Wire, phone: Phone) -> None:
    phone.say("/sheet please")
    (heard,) = await bot.take()
    assert heard["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    sent = await send(bot, phone, "send /undo or see https://a.org/x, 2/5")
    assert [entity["type"] for entity in sent["entities"]] == ["bot_command", "url"]
    assert (await send(bot, phone, "<code>/undo</code>", parse_mode="HTML"))["entities"][0]["type"] == "code"


async def test_lengths_count_characters_after_the_tags(bot: Wire, phone: Phone) -> None:
    assert len((await send(bot, phone, "<b>" + "分" * 4096 + "</b>", parse_mode="HTML"))["text"]) == 4096


async def test_explicit_entities_are_kept(bot: Wire, phone: Phone) -> None:
    bold = {"type": "bold", "offset": 2, "length": 1}
    assert (await send(bot, phone, "  x", entities=[bold]))["entities"] == [{**bold, "offset": 0}]


async def test_inline_keyboards_are_echoed_and_reply_keyboards_are_not(bot: Wire, phone: Phone) -> None:
    assert (await send(bot, phone, reply_markup=KEYS))["reply_markup"] == KEYS
    assert phone.messages[-1]["inline"] == [
        [{"text": "ok", "data": "yes"}, {"text": "site", "url": "https://a.org"}]
    ]
    keyboard = {"keyboard": [[{"text": "继续"}, {"text": "总表"}]], "input_field_placeholder": "2.2 4"}
    assert "reply_markup" not in await send(bot, phone, reply_markup=keyboard)
    assert phone.keyboard == {"rows": [["继续", "总表"]], "placeholder": "2.2 4"}
    phone.press("总表")
    assert (await bot.take())[0]["message"]["text"] == "总表"
    await send(bot, phone, reply_markup={"remove_keyboard": True})
    assert phone.keyboard is None


async def test_an_edit_without_markup_takes_the_keyboard_away(bot: Wire, phone: Phone) -> None:
    sent = await send(bot, phone, reply_markup=KEYS)
    edited = await edit(bot, phone, sent["message_id"], text="x")
    assert "reply_markup" not in edited
    assert "edit_date" in edited
    assert phone.messages[-1]["edited"]


async def test_markup_and_caption_can_be_edited_alone(bot: Wire, phone: Phone) -> None:
    sent = await send(bot, phone)
    where = {"chat_id": phone.id, "message_id": sent["message_id"]}
    assert (await bot("editMessageReplyMarkup", **where, reply_markup=KEYS)).result["reply_markup"] == KEYS
    document = (await bot("sendDocument", chat_id=phone.id, caption="a", files={"document": b"PK"})).result
    where["message_id"] = document["message_id"]
    assert (await bot("editMessageCaption", **where, caption="<i>b</i>", parse_mode="HTML")).result[
        "caption"
    ] == "b"
    assert (await bot("editMessageCaption", **where, caption="b")).result["caption"] == "b"


async def test_a_press_carries_the_message_as_it_is(bot: Wire, phone: Phone) -> None:
    sent = await send(bot, phone, reply_markup=KEYS)
    query_id = phone.tap("ok")["query_id"]
    (update,) = await bot.take()
    query = update["callback_query"]
    assert (query["id"], query["data"], query["message"]) == (query_id, "yes", sent)
    assert (await bot("answerCallbackQuery", callback_query_id=query_id, text="已记", show_alert=True)).result
    assert phone.chat.feed.events[-1] == {
        "seq": phone.chat.feed.seq, "type": "answer", "query_id": query_id, "text": "已记", "alert": True
    }  # fmt: skip


async def test_a_press_on_a_deleted_message_is_inaccessible(bot: Wire, phone: Phone) -> None:
    sent = await send(bot, phone, reply_markup=KEYS)
    assert (await bot("deleteMessage", chat_id=phone.id, message_id=sent["message_id"])).result
    phone.tap(message_id=sent["message_id"], data="forged")
    (update,) = await bot.take()
    assert update["callback_query"]["message"] == {
        "chat": sent["chat"], "message_id": sent["message_id"], "date": 0
    }  # fmt: skip


async def test_a_query_can_be_answered_for_150_seconds(sloppy: Wire, lenient: StandIn) -> None:
    phone = lenient.phone("李")
    phone.start()
    await send(sloppy, phone, reply_markup=KEYS)
    in_time, too_late = phone.tap("ok")["query_id"], phone.tap("ok")["query_id"]
    lenient.advance(149)
    assert (await sloppy("answerCallbackQuery", callback_query_id=in_time)).result
    lenient.advance(2)
    answer = await sloppy("answerCallbackQuery", callback_query_id=too_late)
    assert answer.error.startswith("Bad Request: query is too old")


async def test_a_reply_names_the_message_and_may_lose_it(bot: Wire, phone: Phone) -> None:
    sent = await send(bot, phone, "card")
    phone.say("2", reply_to=sent["message_id"])
    (update,) = await bot.take()
    assert update["message"]["reply_to_message"]["text"] == "card"
    lost = {"message_id": 99_999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await send(bot, phone, reply_parameters=lost)


async def test_actions_and_reactions_reach_the_phone(bot: Wire, phone: Phone) -> None:
    mine = phone.say("x")["message_id"]
    await bot.take()
    assert (await bot("sendChatAction", chat_id=phone.id, action="typing")).result
    reaction = [{"type": "emoji", "emoji": "👍"}]
    assert (await bot("setMessageReaction", chat_id=phone.id, message_id=mine, reaction=reaction)).result
    assert kinds(phone)[-2:] == ["action", "edit"]
    assert phone.messages[-1]["reaction"] == ["👍"]


async def test_a_location_goes_both_ways(bot: Wire, phone: Phone) -> None:
    phone.location(43.65, 122.26)
    (update,) = await bot.take()
    assert update["message"]["location"] == {"latitude": 43.65, "longitude": 122.26}
    sent = (await bot("sendLocation", chat_id=phone.id, latitude=43.65, longitude=122.26)).result
    assert sent["location"] == update["message"]["location"]


async def test_parameters_may_come_as_json_query_or_in_any_case(bot: Wire, phone: Phone) -> None:
    path = f"/bot{bot.token}/sendmessage"
    body = {"chat_id": phone.id, "text": "json", "reply_markup": KEYS}
    assert (await bot.raw("POST", path, json=body)).result["reply_markup"] == KEYS
    query = {"chat_id": str(phone.id), "text": "query", "disable_notification": "true"}
    assert (await bot.raw("GET", path, params=query)).result["text"] == "query"
    assert (await bot.raw("POST", path, data=query)).result["text"] == "query"


async def test_ids_are_larger_than_32_bits_and_messages_count_per_chat(
    bot: Wire, phone: Phone, standin: StandIn
) -> None:
    other = standin.phone("王")
    other.start()
    assert phone.id > 2**32
    first = (await send(bot, phone))["message_id"]
    await send(bot, other)
    assert (await send(bot, phone))["message_id"] == first + 1


async def test_the_bots_own_card_and_profile(bot: Wire, phone: Phone) -> None:
    me = (await bot("getMe")).result
    assert (me["id"], me["is_bot"], me["username"]) == (7_000_000_001, True, "ScorewalkSandboxBot")
    assert (await bot("getChat", chat_id=phone.id)).result["first_name"] == "李工"
    assert (await bot("setMyName", name="考评", language_code="zh")).result
    assert (await bot("setMyDescription", description="d")).result
    assert (await bot("setMyShortDescription", short_description="s")).result
    assert (await bot("setChatMenuButton", menu_button={"type": "commands"})).result
    assert bot.standin.bot.profile["name", "zh"] == "考评"
    assert bot.standin.bot.menu_buttons == {0: {"type": "commands"}}
