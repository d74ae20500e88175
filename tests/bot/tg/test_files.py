"""Files that people sent, fetched to disk."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from telegram import File
from telegram.error import NetworkError, TelegramError

from bot.sandbox import Phone, StandIn
from bot.sandbox.files import StoredFile
from bot.tg.bot import Bot
from bot.tg.files import LARGEST, Downloads, Fetched

CONTENT = bytes(range(256)) * 4000


def sent(standin: StandIn, phone: Phone, content: bytes = CONTENT) -> StoredFile:
    """The stored file of a document that the person sends."""
    phone.document(content, "台账.pdf", "application/pdf")
    stored = standin.world.files.get(phone.messages[-1]["document"]["file_id"])
    assert stored
    return stored


async def test_a_file_is_fetched_byte_for_byte_with_its_hash(
    bot: Bot, standin: StandIn, phone: Phone, tmp_path: Path
) -> None:
    file = sent(standin, phone)
    got = await Downloads(bot).fetch(file.file_id, tmp_path / "x")
    assert got == Fetched(hashlib.sha256(CONTENT).hexdigest(), len(CONTENT))
    assert (tmp_path / "x").read_bytes() == CONTENT


@pytest.mark.parametrize(
    "fault",
    [
        {"method": "getFile", "kind": "drop_before"},
        {"method": "getFile", "kind": "502html"},
        {"method": "file", "kind": "drop_before", "times": 2},
        {"method": "file", "kind": "drop_after"},
        {"method": "file", "kind": "500"},
        {"method": "file", "kind": "502html"},
    ],
    ids=lambda fault: f"{fault['method']}-{fault['kind']}",
)
async def test_a_bad_line_raises_and_the_next_try_succeeds(
    fault: dict[str, Any], bot: Bot, standin: StandIn, phone: Phone, tmp_path: Path
) -> None:
    file = sent(standin, phone)
    standin.plan_faults(fault)
    with pytest.raises(TelegramError):
        await Downloads(bot).fetch(file.file_id, tmp_path / "x")
    got = await Downloads(bot).fetch(file.file_id, tmp_path / "x")
    assert got.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert (tmp_path / "x").read_bytes() == CONTENT


async def test_a_link_that_expires_is_asked_for_anew(
    bot: Bot, standin: StandIn, phone: Phone, tmp_path: Path
) -> None:
    file = sent(standin, phone)
    downloads = Downloads(bot)
    await downloads.fetch(file.file_id, tmp_path / "x")
    standin.advance(4000)
    assert (await downloads.fetch(file.file_id, tmp_path / "y")).failure is None


async def test_a_link_that_is_dead_at_once_may_live_later(
    bot: Bot, standin: StandIn, phone: Phone, tmp_path: Path
) -> None:
    file = sent(standin, phone)
    standin.plan_faults({"method": "file", "kind": "404"})
    got = await Downloads(bot).fetch(file.file_id, tmp_path / "x")
    assert got == Fetched(failure="file_gone", final=False)


async def test_what_telegram_no_longer_has_is_gone(
    bot: Bot, standin: StandIn, phone: Phone, tmp_path: Path
) -> None:
    file = sent(standin, phone)
    file.gone = True
    assert await Downloads(bot).fetch(file.file_id, tmp_path / "x") == Fetched(
        failure="file_gone", final=False
    )
    assert await Downloads(bot).fetch("nonsense", tmp_path / "x") == Fetched(failure="file_gone", final=False)


async def test_over_twenty_megabytes_is_a_final_failure(
    bot: Bot, standin: StandIn, phone: Phone, tmp_path: Path
) -> None:
    file = sent(standin, phone, bytes(LARGEST + 1))
    assert await Downloads(bot).fetch(file.file_id, tmp_path / "x") == Fetched(failure="file_too_big")
    exactly = sent(standin, phone, bytes(LARGEST))
    assert (await Downloads(bot).fetch(exactly.file_id, tmp_path / "x")).size == LARGEST


class Odd:
    """A file store whose sizes do not fit its contents."""

    def __init__(self, told: int, delivered: bytes) -> None:
        self._told, self._delivered = told, delivered

    async def get_file(self, file_id: str) -> File:
        return File(file_id, "U", self._told, "path")

    async def download(self, url: str, sink: Callable[[bytes], object]) -> int:
        if self._delivered:
            sink(self._delivered)
        return 200


async def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    assert await Downloads(Odd(0, b"")).fetch("F", tmp_path / "x") == Fetched(failure="file_empty")


async def test_a_short_file_is_not_taken(tmp_path: Path) -> None:
    with pytest.raises(NetworkError):
        await Downloads(Odd(10, b"abc")).fetch("F", tmp_path / "x")
