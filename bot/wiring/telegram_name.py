"""One question to Telegram from a command: what the bot is called, for links that lead to it."""

from __future__ import annotations

import asyncio
import logging
from typing import Final

from bot.settings import Settings
from bot.tg.bot import make_bot

LOG: Final = logging.getLogger(__name__)
SECONDS: Final = 10.0


def ask_name(settings: Settings) -> str | None:
    """Return the bot's user name; None without a token, or if Telegram does not answer soon."""
    if not settings.token.get_secret_value():
        return None
    return asyncio.run(_ask(settings))


async def _ask(settings: Settings) -> str | None:
    bot = make_bot(settings.token.get_secret_value(), settings.api_base)
    await bot.open()
    try:
        asking = asyncio.ensure_future(bot.get_me())
        await asyncio.wait({asking}, timeout=SECONDS)
        if not asking.done():
            asking.cancel()
            return None
        error = asking.exception()
        if error is not None:
            LOG.warning("Telegram does not say the bot's name: %s", error)
            return None
        return asking.result().username
    finally:
        await bot.close_connections()
