"""The sender against the stand-in: every fault of the line, flood limits, blocked chats, uploads."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.flows.outputs import Answer, Button, Face, Menu, NewCard, Output, Redraw, Say, SendStored
from bot.media.folder import Folder
from bot.sandbox import Phone, StandIn
from bot.tg.bot import Bot
from bot.tg.limits import NoPace, Pace
from bot.tg.messages import calls
from bot.tg.sender import Sender
from tests.bot.tg.kit import NOW, FakeOutbox, FakeSeconds
from tests.kit.stillness import stand_still

ROWS = ((Button("满分", "full"), Button("下一项", "next")),)


class Desk:
    """Shows outputs to a person, as a turn would."""

    def __init__(self, bot: Bot, standin: StandIn, phone: Phone, folder: Folder) -> None:
        self.outbox = FakeOutbox()
        self.seconds = FakeSeconds(standin.advance)
        self.phone = phone
        self.bot = bot
        self.folder = folder
        self.sender = self.again(NoPace())

    def again(self, pace: Pace | NoPace) -> Sender:
        """A sender on the same outbox, as after a restart."""
        self.sender = Sender(
            self.bot,
            self.outbox.write,
            find_card=self.outbox.find,
            open_file=self.folder.open,
            now=lambda: NOW + int(self.seconds.time * 1000),
            pace=pace,
            seconds=self.seconds,
        )
        return self.sender

    async def show(self, *outputs: Output) -> list[str]:
        """Show each output in a turn of its own; returns the texts of the bot's messages on the phone."""
        for output in outputs:
            self.sender.push(self.outbox.add(*calls(self.phone.id, [output], NOW)))
        await self.sender.drained()
        return self.texts()

    def texts(self) -> list[str]:
        return [
            str(message.get("text", message.get("caption")))
            for message in self.phone.messages
            if message["from"] == "bot"
        ]


@pytest.fixture
async def desk(bot: Bot, standin: StandIn, phone: Phone, tmp_path: Path) -> AsyncIterator[Desk]:
    made = Desk(bot, standin, phone, Folder(tmp_path / "media"))
    yield made
    await made.sender.close()


async def test_every_kind_of_output_is_accepted(desk: Desk, phone: Phone) -> None:
    sha256 = desk.folder.put_bytes(b"PK" + bytes(100_000))
    await desk.show(
        Say(
            "<b>欢迎</b> &amp; 好",
            keys=(("继续", "总表"), ("撤销",)),
            reply_to=phone.messages[0]["message_id"],
        ),
        Say("只答一次", reply_to=999_999),
        NewCard("c1", Face("1.1", ROWS)),
        Menu((("sheet", "总表"),)),
        SendStored(sha256, "评分表 2026.xlsx", "总分 <b>71</b>", ROWS),
    )
    query = phone.tap("下一项", message_id=desk.outbox.cards["c1"])["query_id"]
    texts = await desk.show(Answer(query, "已记"), Redraw("c1", Face("1.2", ROWS)), Menu())
    assert texts == ["欢迎 & 好", "只答一次", "1.2", "总分 71"]
    assert phone.keyboard
    (document,) = [message["document"] for message in phone.messages if "document" in message]
    assert document["file_name"] == "评分表 2026.xlsx"
    assert phone.file(document["file_id"]) == b"PK" + bytes(100_000)
    assert set(desk.outbox.states()) == {"sent"}


@pytest.mark.parametrize("kind", ["drop_before", "429", "500", "502html", "200html", "404", "401", "409"])
async def test_trouble_before_a_call_is_done_doubles_nothing(kind: str, desk: Desk, standin: StandIn) -> None:
    standin.plan_faults({"method": "*", "kind": kind, "times": 3}, {"method": "*", "kind": kind, "after": 2})
    texts = await desk.show(*(Say(str(n)) for n in range(6)))
    assert texts == [str(n) for n in range(6)]
    assert desk.outbox.states() == ["sent"] * 6


async def test_a_lost_reply_may_double_a_message_but_loses_none(desk: Desk, standin: StandIn) -> None:
    standin.plan_faults({"method": "sendMessage", "kind": "drop_after"})
    assert await desk.show(Say("a"), Say("b")) == ["a", "a", "b"]


async def test_a_lost_reply_to_an_edit_changes_nothing(desk: Desk, standin: StandIn) -> None:
    await desk.show(NewCard("c1", Face("1", ROWS)))
    standin.plan_faults({"method": "editMessageText", "kind": "drop_after"})
    assert await desk.show(Redraw("c1", Face("2", ROWS))) == ["2"]
    assert desk.outbox.states() == ["sent", "sent"]


async def test_a_card_whose_reply_was_lost_is_the_newer_of_two(desk: Desk, standin: StandIn) -> None:
    standin.plan_faults({"method": "sendMessage", "kind": "drop_after"})
    assert await desk.show(NewCard("c1", Face("1", ROWS))) == ["1", "1"]
    assert await desk.show(Redraw("c1", Face("2", ROWS))) == ["1", "2"]


async def test_the_pace_is_never_too_fast_for_telegram(desk: Desk, standin: StandIn) -> None:
    standin.world.limits.on = True
    stand_still(standin)
    desk.again(Pace())
    texts = await desk.show(*(Say(str(n)) for n in range(15)))
    assert texts == [str(n) for n in range(15)]
    assert not [call for call in standin.world.call_log if not call["ok"]]


async def test_without_a_pace_each_flood_wait_is_obeyed_at_once(desk: Desk, standin: StandIn) -> None:
    standin.world.limits.on = True
    stand_still(standin)
    texts = await desk.show(*(Say(str(n)) for n in range(12)))
    assert texts == [str(n) for n in range(12)]
    refused = [call for call in standin.world.call_log if not call["ok"]]
    assert len(refused) == len(desk.seconds.slept) > 0


async def test_a_hundred_edits_in_a_burst_are_a_few_calls(desk: Desk, standin: StandIn) -> None:
    standin.world.limits.on = True
    stand_still(standin)
    desk.again(Pace())
    await desk.show(NewCard("c1", Face("0", ROWS)))
    before = len(standin.world.call_log)
    assert await desk.show(*(Redraw("c1", Face(str(n), ROWS)) for n in range(1, 101))) == ["100"]
    assert len(standin.world.call_log) - before <= 3
    assert set(desk.outbox.states()) == {"sent"}


async def test_a_deleted_card_comes_back_as_a_new_message(desk: Desk, bot: Bot, phone: Phone) -> None:
    await desk.show(NewCard("c1", Face("1", ROWS)))
    old = desk.outbox.cards["c1"]
    await bot.delete_message(phone.id, old)
    assert await desk.show(Redraw("c1", Face("2", ROWS)), Redraw("c1", Face("3", ROWS))) == ["3"]
    assert desk.outbox.cards["c1"] != old


async def test_an_unchanged_card_is_no_trouble(desk: Desk) -> None:
    await desk.show(NewCard("c1", Face("<b>1</b>", ROWS)))
    assert await desk.show(Redraw("c1", Face("<b>1</b>", ROWS))) == ["1"]
    assert desk.outbox.states() == ["sent", "sent"]


async def test_whoever_blocks_the_bot_finds_everything_when_back(
    desk: Desk, standin: StandIn, phone: Phone
) -> None:
    await desk.show(Say("before"))
    phone.block()
    await desk.show(Say("a"), NewCard("c1", Face("1", ROWS)), Redraw("c1", Face("2", ROWS)))
    assert desk.texts() == ["before"]
    assert desk.outbox.parked == {phone.id}
    refused = [call for call in standin.world.call_log if not call["ok"]]
    assert len(refused) <= 3
    phone.block(on=False)
    desk.sender.wake(phone.id)
    await desk.sender.drained()
    assert desk.texts() == ["before", "a", "2"]


async def test_an_answer_that_telegram_has_forgotten_is_ignored(
    desk: Desk, standin: StandIn, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.show(NewCard("c1", Face("1", ROWS)))
    query = phone.tap("满分")["query_id"]
    standin.advance(400)
    await desk.show(Answer(query), Redraw("c1", Face("2", ROWS)))
    assert desk.texts() == ["2"]
    assert set(desk.outbox.states()) == {"sent"}
    assert not caplog.records


async def test_what_was_left_is_sent_after_a_restart_in_order(desk: Desk, phone: Phone) -> None:
    outputs: list[Output] = [
        Say("a"),
        NewCard("c1", Face("1", ROWS)),
        Say("b"),
        Redraw("c1", Face("2", ROWS)),
        Say("c"),
    ]
    desk.outbox.add(*calls(phone.id, outputs, NOW))
    sender = desk.again(NoPace())
    await sender.start()
    await sender.drained()
    assert desk.texts() == ["a", "2", "b", "c"]
    assert desk.outbox.states() == ["sent", "sent", "sent", "merged", "sent"]


async def test_a_card_from_before_a_restart_is_edited_in_place(desk: Desk) -> None:
    await desk.show(NewCard("c1", Face("1", ROWS)))
    desk.again(NoPace())
    assert await desk.show(Redraw("c1", Face("2", ROWS))) == ["2"]


async def test_an_upload_cut_on_the_way_starts_again_from_the_beginning(
    desk: Desk, standin: StandIn, phone: Phone
) -> None:
    content = bytes(range(256)) * 2000
    sha256 = desk.folder.put_bytes(content)
    standin.plan_faults({"method": "sendDocument", "kind": "drop_before", "times": 2})
    await desk.show(SendStored(sha256, "表.xlsx"))
    (document,) = [message["document"] for message in phone.messages if "document" in message]
    assert phone.file(document["file_id"]) == content
