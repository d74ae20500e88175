"""The sender's rules, with a scripted Bot and time that passes when somebody sleeps."""

import asyncio
import io
from typing import Any

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.ports import Call, Queued
from bot.tg.limits import NoPace, Pace
from bot.tg.sender import Sender
from tests.bot.tg.kit import CHAT, NOW, FakeBot, FakeOutbox, FakeSeconds, answer, new_card, redraw, say
from tests.kit.waiting import until

OTHER = CHAT + 1
HASH = "ab" * 32


class Rig:
    """A sender and what is around it."""

    def __init__(self, *script: TelegramError | None, pace: Pace | NoPace | None = None) -> None:
        self.outbox = FakeOutbox()
        self.bot = FakeBot(*script)
        self.seconds = FakeSeconds()
        self.sender = self.again(pace)

    def again(self, pace: Pace | NoPace | None = None) -> Sender:
        """A new sender on the same outbox, as after a restart."""
        return Sender(
            self.bot,
            self.outbox.write,
            find_card=self.outbox.find,
            open_file=lambda sha256: io.BytesIO(b"content of " + sha256.encode()),
            now=lambda: NOW + int(self.seconds.time * 1000),
            pace=pace or NoPace(),
            seconds=self.seconds,
        )

    async def busy(self, calls: int = 2) -> None:
        """Let things happen until so many calls were begun."""
        for _ in range(20):
            if len(self.bot.calls) < calls:
                await asyncio.sleep(0)

    async def send(self, *calls: Call) -> list[str]:
        """Push calls one turn each, wait for the end, return the states of all rows."""
        for call in calls:
            self.sender.push(self.outbox.add(call))
        await self.sender.drained()
        return self.outbox.states()


async def test_a_chat_is_served_in_order_and_marked() -> None:
    rig = Rig()
    assert await rig.send(*(say(str(n)) for n in range(20))) == ["sent"] * 20
    assert rig.bot.texts == [str(n) for n in range(20)]


async def test_chats_do_not_wait_for_each_other() -> None:
    rig = Rig(RetryAfter(60))
    rig.sender.push(rig.outbox.add(say("a"), say("b"), say("c", OTHER)))
    await rig.busy()
    assert rig.bot.texts == ["a", "c"]
    await rig.sender.drained()
    assert rig.bot.texts == ["a", "c", "a", "b"]


async def test_answer_and_edit_of_a_tap_go_out_together() -> None:
    rig = Rig()
    rig.outbox.cards["card"] = 7
    rig.bot.gate.clear()
    rig.sender.push(rig.outbox.add(answer("1"), redraw("card", "x")))
    await rig.busy()
    assert [method for method, _ in rig.bot.calls] == ["answerCallbackQuery", "editMessageText"]
    rig.bot.gate.set()
    await rig.sender.drained()


async def test_a_card_is_sent_remembered_and_edited() -> None:
    rig = Rig()
    await rig.send(new_card("card", "1"))
    await rig.send(redraw("card", "2"))
    assert rig.outbox.cards == {"card": 101}
    assert rig.bot.calls[1] == ("editMessageText", {"chat_id": CHAT, "message_id": 101, "text": "2"})


async def test_after_a_restart_the_store_knows_the_card() -> None:
    rig = Rig()
    rig.outbox.cards["card"] = 55
    await rig.send(redraw("card", "2"))
    assert rig.bot.calls == [("editMessageText", {"chat_id": CHAT, "message_id": 55, "text": "2"})]


async def test_edits_that_pile_up_become_one_and_one_in_flight_is_not_lost() -> None:
    rig = Rig()
    rig.outbox.cards["card"] = 55
    rig.bot.gate.clear()
    for n in range(6):
        rig.sender.push(rig.outbox.add(redraw("card", str(n))))
        await asyncio.sleep(0)
    rig.bot.gate.set()
    await rig.sender.drained()
    assert rig.bot.texts == ["0", "5"]
    assert rig.outbox.states() == ["sent"] * 6


async def test_an_edit_that_waits_for_its_card_goes_out_with_it() -> None:
    rig = Rig()
    rig.sender.push(rig.outbox.add(say("x"), new_card("card", "1"), redraw("card", "2")))
    await rig.sender.drained()
    assert rig.bot.texts == ["x", "2"]
    assert rig.outbox.states() == ["sent", "sent", "merged"]


async def test_nothing_modified_is_a_success() -> None:
    rig = Rig(BadRequest("Message is not modified: specified new message content …"))
    rig.outbox.cards["card"] = 7
    assert await rig.send(redraw("card", "x")) == ["sent"]
    assert len(rig.bot.calls) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Message to edit not found",
        "Message can't be edited",
        "MESSAGE_ID_INVALID",
        "There is no text in the message to edit",
    ],
)
async def test_a_card_that_is_gone_is_sent_anew(text: str) -> None:
    rig = Rig(BadRequest(text))
    rig.outbox.cards["card"] = 7
    assert await rig.send(redraw("card", "x")) == ["sent"]
    assert [method for method, _ in rig.bot.calls] == ["editMessageText", "sendMessage"]
    assert rig.bot.calls[1][1] == {"chat_id": CHAT, "text": "x"}
    assert rig.outbox.cards == {"card": 101}
    await rig.send(redraw("card", "y"))
    assert rig.bot.calls[-1] == ("editMessageText", {"chat_id": CHAT, "message_id": 101, "text": "y"})


async def test_an_edit_of_a_card_that_was_never_sent_sends_it() -> None:
    rig = Rig()
    assert await rig.send(redraw("card", "x")) == ["sent"]
    assert rig.outbox.cards == {"card": 101}


async def test_a_flood_wait_is_obeyed_exactly_and_survives_a_restart() -> None:
    rig = Rig(RetryAfter(37))
    await rig.send(say("a"))
    assert rig.seconds.slept == [37]
    assert rig.outbox.retries == [(1, NOW + 37_000, 0)]
    rig.outbox.state[1] = "waiting"
    rig.outbox.rows[1] = Queued(1, say("a"), 0, NOW + 37_000 + 5_000)
    sender = rig.again()
    await sender.start()
    await sender.drained()
    assert rig.seconds.slept == [37, 5]
    assert rig.bot.texts == ["a", "a", "a"]


async def test_two_chats_flooded_hold_the_whole_bot() -> None:
    rig = Rig(RetryAfter(30), RetryAfter(20))
    rig.sender.push(rig.outbox.add(say("a"), say("b", OTHER)))
    await rig.busy()
    rig.sender.push(rig.outbox.add(say("c", OTHER + 1)))
    await rig.sender.drained()
    assert rig.bot.texts[:2] == ["a", "b"]
    assert sorted(rig.bot.texts[2:]) == ["a", "b", "c"]
    assert rig.seconds.time >= 30


@pytest.mark.parametrize(
    "error",
    [
        NetworkError("Bad Gateway"),
        TimedOut(),
        TelegramError("Invalid server response"),
        InvalidToken("Not Found"),
        Conflict("x"),
    ],
    ids=["5xx", "timeout", "200 html", "404", "409"],
)
@pytest.mark.parametrize("call", [say("a"), redraw("card", "a")], ids=["send", "edit"])
async def test_trouble_on_the_way_is_waited_out(error: TelegramError, call: Call) -> None:
    rig = Rig(error, error, error)
    rig.outbox.cards["card"] = 7
    assert await rig.send(call, say("b")) == ["sent", "sent"]
    assert rig.seconds.slept == [1, 2, 4]
    assert rig.bot.texts == ["a", "a", "a", "a", "b"]
    assert [attempts for _, _, attempts in rig.outbox.retries] == [1, 2, 3]


async def test_pauses_have_an_end() -> None:
    rig = Rig(*[TimedOut() for _ in range(12)])
    await rig.send(say("a"))
    assert max(rig.seconds.slept) == 120
    rig = Rig(*[TimedOut() for _ in range(12)])
    rig.outbox.cards["card"] = 7
    await rig.send(redraw("card", "a"))
    assert max(rig.seconds.slept) == 15


async def test_newer_content_goes_with_the_next_try() -> None:
    rig = Rig(TimedOut())
    rig.outbox.cards["card"] = 7
    rig.sender.push(rig.outbox.add(redraw("card", "1")))
    await rig.busy(1)
    rig.sender.push(rig.outbox.add(redraw("card", "2")))
    await rig.sender.drained()
    assert rig.bot.texts == ["1", "2"]
    assert rig.outbox.states() == ["sent", "sent"]


@pytest.mark.parametrize("text", ["Can't parse entities: …", "Chat not found", "BUTTON_DATA_INVALID"])
async def test_a_refusal_is_written_down_and_the_next_call_goes_on(
    text: str, caplog: pytest.LogCaptureFixture
) -> None:
    rig = Rig(BadRequest(text))
    assert await rig.send(say("a"), say("b")) == [text, "sent"]
    assert "refuses sendMessage" in caplog.text


async def test_a_file_too_large_to_send_is_not_tried_for_ever() -> None:
    rig = Rig(NetworkError("Request Entity Too Large"))
    assert await rig.send(say("a")) == ["Request Entity Too Large"]


async def test_a_group_that_moved_gets_its_message_under_the_new_number() -> None:
    rig = Rig(ChatMigrated(-100_77))
    assert await rig.send(say("a", -5)) == ["sent"]
    assert [fields["chat_id"] for _, fields in rig.bot.calls] == [-5, -100_77]


async def test_whoever_blocked_the_bot_gets_everything_in_order_when_back() -> None:
    rig = Rig(Forbidden("bot was blocked by the user"))
    assert await rig.send(say("a"), say("b")) == ["waiting", "waiting"]
    assert rig.outbox.parked == {CHAT}
    assert rig.bot.texts == ["a"]
    rig.sender.wake(CHAT)
    await rig.sender.drained()
    assert rig.bot.texts == ["a", "a", "b"]
    assert (rig.outbox.states(), rig.outbox.parked) == (["sent", "sent"], set())


async def test_something_new_for_a_parked_chat_is_one_more_try() -> None:
    rig = Rig(Forbidden("x"), Forbidden("x"))
    await rig.send(say("a"))
    await rig.send(say("b"))
    assert rig.outbox.parked == {CHAT}
    assert rig.bot.texts == ["a", "a"]
    await rig.send(say("c"))
    assert rig.bot.texts == ["a", "a", "a", "b", "c"]
    assert rig.outbox.states() == ["sent"] * 3


async def test_a_parked_chat_stays_parked_over_a_restart() -> None:
    rig = Rig(Forbidden("x"))
    await rig.send(say("a"), say("o", OTHER))
    sender = rig.again()
    await sender.start()
    await sender.drained()
    assert rig.bot.texts.count("a") == 1
    sender.wake(CHAT)
    await sender.drained()
    assert rig.outbox.states() == ["sent", "sent"]


async def test_waking_sends_nothing_twice() -> None:
    rig = Rig(Forbidden("x"))
    await rig.send(say("a"), say("b"))
    rig.sender.push(rig.outbox.add(say("c")))
    rig.sender.push(rig.outbox.add(say("d")))
    rig.sender.wake(CHAT)
    await rig.sender.drained()
    assert rig.bot.texts == ["a", "a", "b", "c", "d"]


async def test_waking_whoever_is_not_parked_is_nothing() -> None:
    rig = Rig()
    rig.sender.wake(CHAT)
    await rig.sender.drained()
    assert rig.outbox.writes == 0


async def test_an_answer_that_came_too_late_is_not_sent() -> None:
    rig = Rig()
    assert await rig.send(answer("1", expires=NOW), answer("2", expires=NOW + 1)) == ["expired", "sent"]
    assert [fields["callback_query_id"] for _, fields in rig.bot.calls] == ["2"]


async def test_an_answer_is_tried_until_it_is_pointless() -> None:
    rig = Rig(*[TimedOut() for _ in range(20)])
    assert await rig.send(answer("1", expires=NOW + 10_000)) == ["expired"]
    assert len(rig.bot.calls) == 4


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (BadRequest("Query is too old and response timeout expired or query id is invalid"), "sent"),
        (BadRequest("Something else"), "Something else"),
        (Forbidden("x"), "x"),
    ],
)
async def test_an_answer_never_stands_in_the_way(error: TelegramError, state: str) -> None:
    rig = Rig(error)
    assert await rig.send(answer("1", expires=NOW + 10_000), say("a")) == [state, "sent"]
    assert rig.outbox.parked == set()


async def test_a_stored_file_is_uploaded(caplog: pytest.LogCaptureFixture) -> None:
    rig = Rig()
    file = {"field": "document", "sha256": HASH, "name": "表.xlsx"}
    assert await rig.send(Call(CHAT, "sendDocument", {"caption": "x"}, file=file)) == ["sent"]
    assert rig.bot.files == [b"content of " + HASH.encode()]

    def missing(sha256: str) -> Any:
        raise FileNotFoundError(sha256)

    rig.sender._open_file = missing
    states = await rig.send(Call(CHAT, "sendDocument", {}, file=file), say("b"))
    assert states == ["sent", "file_missing", "sent"]
    assert "cannot be read" in caplog.text


async def test_a_bug_costs_one_call_and_not_the_chat(caplog: pytest.LogCaptureFixture) -> None:
    rig = Rig(None, KeyError("a bug"))  # type: ignore[arg-type]
    assert await rig.send(say("a"), say("b"), say("c")) == ["sent", "internal", "sent"]
    assert "a reason of ours" in caplog.text


async def test_marks_that_cannot_be_written_are_written_later(caplog: pytest.LogCaptureFixture) -> None:
    rig = Rig()
    rig.outbox.broken = 1
    rig.sender.push(rig.outbox.add(say("a")))
    await asyncio.sleep(0.01)
    assert rig.outbox.states() == ["waiting"]
    await rig.send(say("b"))
    assert rig.outbox.states() == ["sent", "sent"]
    assert "could not be written" in caplog.text


async def test_what_ends_while_a_commit_runs_is_marked_together() -> None:
    rig = Rig()
    await rig.send(*(say(str(chat), chat) for chat in range(1, 65)))
    assert rig.outbox.states() == ["sent"] * 64
    assert rig.outbox.writes <= 8


async def test_marks_of_repeatable_calls_wait_for_company() -> None:
    rig = Rig()
    rig.outbox.cards["card"] = 7
    for n in range(5):
        rig.sender.push(rig.outbox.add(answer(str(n)), redraw("card", str(n))))
        await rig.busy(2 * n + 2)
    assert rig.outbox.writes == 0
    assert len(rig.bot.calls) == 10
    await until(lambda: rig.outbox.states() == ["sent"] * 10)
    assert rig.outbox.writes == 1


async def test_the_pace_of_a_chat_and_of_the_bot_is_kept() -> None:
    rig = Rig(pace=Pace())
    await rig.send(*(say(str(n)) for n in range(9)))
    assert round(sum(rig.seconds.slept), 3) == round(4 / 0.9, 3)
    rig = Rig(pace=Pace())
    await rig.send(*(answer(str(n)) for n in range(50)))
    assert rig.seconds.slept == []


async def test_closing_lets_a_call_land_and_leaves_the_rest() -> None:
    rig = Rig()
    rig.bot.gate.clear()
    rig.sender.push(rig.outbox.add(say("a"), say("b")))
    await rig.busy()
    closing = asyncio.ensure_future(rig.sender.close())
    await asyncio.sleep(0)
    rig.bot.gate.set()
    await closing
    assert rig.outbox.states() == ["sent", "waiting"]


async def test_closing_does_not_wait_for_ever() -> None:
    rig = Rig()
    rig.bot.gate.clear()
    rig.sender.push(rig.outbox.add(say("a")))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await rig.sender.close(0.05)
    assert rig.outbox.states() == ["waiting"]
