"""Updates are stored before they are acknowledged, and the loop over getUpdates never ends by itself."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.ports import RawUpdate
from bot.sandbox import Phone, StandIn
from bot.tg.bot import Bot
from bot.tg.receiver import Intake, Poller
from bot.tg.updates import WANTED
from tests.bot.tg.kit import NOW, FakeSeconds
from tests.kit.aiogram_check import Judges
from tests.kit.waiting import PATIENCE, until


class Inbox:
    """Takes updates unless it is told to fail; a redelivery is not new."""

    def __init__(self) -> None:
        self.taken: list[RawUpdate] = []
        self.arrived: list[int] = []
        self.failing = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def persist(self, updates: Sequence[RawUpdate]) -> Sequence[int]:
        await self.gate.wait()
        if self.failing:
            self.failing -= 1
            raise OSError(28, "No space left on device")
        known = {update.update_id for update in self.taken}
        new = [update for update in updates if update.update_id not in known]
        self.taken.extend(new)
        return [update.update_id for update in new]

    def intake(self) -> Intake:
        return Intake(7, self.persist, self.arrived.extend, lambda: NOW)

    @property
    def texts(self) -> list[str]:
        return [json.loads(update.raw)["message"]["text"] for update in self.taken]


class Scripted:
    """Answers getUpdates from a script of batches and errors, then waits for ever."""

    def __init__(self, *script: list[Any] | Exception) -> None:
        self.script = list(script)
        self.asked: list[Mapping[str, Any]] = []
        self.reopened = 0
        self.empty = asyncio.Event()

    async def poll(self, fields: Mapping[str, Any], read_timeout: float) -> list[Any]:
        assert read_timeout > fields["timeout"]
        self.asked.append(fields)
        if not self.script:
            self.empty.set()
            await asyncio.Event().wait()
        step = self.script.pop(0)
        if isinstance(step, Exception):
            raise step
        return step

    async def reopen_polls(self) -> None:
        self.reopened += 1


def update(number: int, text: str = "x") -> dict[str, Any]:
    return {"update_id": number, "message": {"text": text, "chat": {"id": 5}}}


async def run(bot: Scripted, inbox: Inbox, seconds: FakeSeconds | None = None) -> FakeSeconds:
    """Poll until the script is at its end."""
    seconds = seconds or FakeSeconds()
    polling = asyncio.create_task(Poller(bot, inbox.intake(), seconds=seconds).run())
    await asyncio.wait_for(bot.empty.wait(), PATIENCE)
    polling.cancel()
    await asyncio.wait({polling})
    return seconds


async def test_the_first_request_has_no_offset_and_the_next_follow_what_was_stored() -> None:
    bot, inbox = Scripted([update(5), update(9)], [], [update(12)]), Inbox()
    await run(bot, inbox)
    assert [fields.get("offset") for fields in bot.asked] == [None, 10, 10, 13]
    assert {fields["allowed_updates"] for fields in bot.asked} == {WANTED}
    assert inbox.arrived == [5, 9, 12]


async def test_raw_text_digest_chat_and_kind_are_kept() -> None:
    inbox = Inbox()
    poisoned = update(5, "字\ud800")
    await inbox.intake().take([poisoned])
    (kept,) = inbox.taken
    assert json.loads(kept.raw) == poisoned
    assert kept.raw.isascii()
    assert kept == RawUpdate(7, 5, 5, "message", kept.raw, hashlib.sha256(kept.raw.encode()).hexdigest(), NOW)


async def test_what_cannot_be_stored_is_not_acknowledged(caplog: pytest.LogCaptureFixture) -> None:
    bot, inbox = Scripted([update(5)], [update(5)], [update(5)], []), Inbox()
    inbox.failing = 2
    seconds = await run(bot, inbox)
    assert [fields.get("offset") for fields in bot.asked] == [None, None, None, 6, 6]
    assert seconds.slept == [1, 2]
    assert inbox.arrived == [5]
    assert "could not be stored" in caplog.text


async def test_rows_are_handed_over_only_after_the_commit() -> None:
    bot, inbox = Scripted([update(5)]), Inbox()
    inbox.gate.clear()
    polling = asyncio.create_task(Poller(bot, inbox.intake(), seconds=FakeSeconds()).run())
    await until(lambda: bot.asked)
    assert (inbox.arrived, len(bot.asked)) == ([], 1)
    inbox.gate.set()
    await bot.empty.wait()
    assert inbox.arrived == [5]
    polling.cancel()


async def test_a_redelivery_is_not_handed_over_again() -> None:
    bot, inbox = Scripted([update(5)], [update(5), update(6)]), Inbox()
    await run(bot, inbox)
    assert inbox.arrived == [5, 6]


ERRORS = [
    NetworkError("Bad Gateway"),
    TelegramError("Invalid server response"),
    InvalidToken("Unauthorized"),
    Conflict("terminated by other getUpdates request"),
    TimeoutError(),
    KeyError("a bug"),
]


async def test_no_error_ends_the_loop() -> None:
    bot, inbox = Scripted(*ERRORS, *ERRORS, [update(5)]), Inbox()
    seconds = await run(bot, inbox)
    assert inbox.arrived == [5]
    assert seconds.slept == [1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 30]


async def test_a_success_ends_the_growing_of_pauses() -> None:
    bot = Scripted(ERRORS[0], ERRORS[0], [], ERRORS[0])
    assert (await run(bot, Inbox())).slept == [1, 2, 1]


async def test_a_flood_wait_is_obeyed() -> None:
    assert (await run(Scripted(RetryAfter(17)), Inbox())).slept == [17]


@pytest.mark.parametrize("error", [InvalidToken("Not Found"), Conflict("x")])
async def test_what_needs_somebody_rings_once(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    await run(Scripted(error, error, error, [], error), Inbox())
    rung = [record.levelno for record in caplog.records if "refuses getUpdates" in record.message]
    assert rung == [logging.CRITICAL, logging.WARNING, logging.WARNING, logging.CRITICAL]


async def test_a_deaf_connection_is_thrown_away() -> None:
    bot = Scripted(*[NetworkError("torn")] * 13)
    await run(bot, Inbox())
    assert bot.reopened == 2


async def test_a_request_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.tg.receiver.HUNG_SECONDS", 0.01)
    bot, inbox = Scripted(), Inbox()
    polling = asyncio.create_task(Poller(bot, inbox.intake(), seconds=FakeSeconds()).run())
    await until(lambda: len(bot.asked) > 1)
    polling.cancel()


async def test_updates_without_a_number_are_left_out() -> None:
    bot, inbox = (
        Scripted([update(5), "x", {"update_id": "6"}, {"update_id": 1 << 70}, update(8)], ["x"]),
        Inbox(),
    )
    seconds = await run(bot, inbox)
    assert inbox.arrived == [5, 8]
    assert seconds.slept == [1]


# --- against the stand-in


async def polled(bot: Bot, inbox: Inbox, count: int) -> None:
    """Poll until so many updates are stored."""
    polling = asyncio.create_task(Poller(bot, inbox.intake(), seconds=FakeSeconds()).run())
    await until(lambda: len(inbox.taken) >= count)
    polling.cancel()
    await asyncio.wait({polling})


@pytest.mark.parametrize(
    "kind", ["drop_before", "drop_after", "429", "500", "502html", "200html", "404", "401", "409"]
)
async def test_faults_on_getupdates_lose_and_double_nothing(
    kind: str, bot: Bot, standin: StandIn, phone: Phone
) -> None:
    inbox = Inbox()
    standin.plan_faults(
        {"method": "getUpdates", "kind": kind, "times": 2},
        {"method": "getUpdates", "kind": kind, "after": 1},
    )
    for n in range(5):
        phone.say(str(n))
    await polled(bot, inbox, 6)
    phone.say("last")
    await polled(bot, inbox, 7)
    assert inbox.texts == ["/start", "0", "1", "2", "3", "4", "last"]


async def test_an_update_that_nobody_can_read_holds_up_nothing(
    bot: Bot, standin: StandIn, phone: Phone, judges: Judges
) -> None:
    inbox = Inbox()
    judges.poisoned.add(standin.poison({"message": {"date": 1 << 52, "text": "poison"}}))
    phone.say("after")
    await polled(bot, inbox, 3)
    assert inbox.texts == ["/start", "poison", "after"]


async def test_what_was_not_stored_comes_again_after_a_restart(bot: Bot, phone: Phone) -> None:
    failing, inbox = Inbox(), Inbox()
    failing.failing = 1_000_000
    phone.say("a")
    polling = asyncio.create_task(Poller(bot, failing.intake(), seconds=FakeSeconds()).run())
    await until(lambda: failing.failing < 1_000_000)
    polling.cancel()
    await asyncio.wait({polling})
    await polled(bot, inbox, 2)
    assert inbox.texts == ["/start", "a"]


async def test_the_connection_is_made_anew_while_the_loop_goes_on(bot: Bot, phone: Phone) -> None:
    inbox = Inbox()
    await bot.reopen_polls()
    await polled(bot, inbox, 1)
    assert inbox.texts == ["/start"]
    assert phone.messages
