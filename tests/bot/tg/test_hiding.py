"""The token is in no log line, whatever it stands in."""

import io
import logging
from collections.abc import Iterator

import pytest

from bot.tg.bot import make_bot
from bot.tg.hiding import hide

TOKEN = "7000000001:AAH-canary_secret"
SECRET = "AAH-canary_secret"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    logging.getLogger().addHandler(handler)
    hide(TOKEN)
    yield out
    logging.getLogger().removeHandler(handler)


def test_messages_arguments_and_tracebacks_are_cleaned(lines: io.StringIO) -> None:
    log = logging.getLogger("telegram.Bot")
    log.warning("url http://x/bot%s/getMe", TOKEN)
    log.warning("bot7000000001:%s", SECRET)
    first = TimeoutError("http://x/bot" + TOKEN)
    second = ValueError(TOKEN)
    second.__cause__ = first
    log.error("failed", exc_info=second)
    log.warning("harmless %d %s", 1, "x")
    text = lines.getvalue()
    assert SECRET not in text
    assert text.count("***") == 4
    assert "TimeoutError" in text
    assert "harmless 1 x" in text


def test_a_formatter_that_formats_tracebacks_itself_gets_none_of_it(lines: io.StringIO) -> None:
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "m", (), (ValueError, ValueError(TOKEN), None))
    guard = hide(TOKEN)
    assert guard.filter(record)
    assert record.exc_info is None
    assert SECRET not in str(record.exc_text)


async def test_the_bot_shows_only_its_number() -> None:
    bot = make_bot(TOKEN, "http://127.0.0.1:9")
    assert repr(bot) == str(bot) == "Bot[7000000001]"
    assert bot.number == 7000000001
