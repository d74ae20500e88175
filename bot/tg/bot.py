"""The Bot: python-telegram-bot's, over our requests, with a repr that keeps the token and a plain `call`.

It must not know what is said to whom.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import telegram
from telegram import BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.tg.limits import Backoff, flood_seconds
from bot.tg.request import INVALID, AiohttpRequest, Attachment, Form
from bot.tg.seconds import RealSeconds, Seconds

LOG = logging.getLogger(__name__)

GOOD: Final = b'{"ok":true,'
"""How a success begins; what else comes with status 200 is not from Telegram, or needs reading."""

Commands = Sequence[tuple[str, str]]


class Bot(telegram.Bot):
    """Two pools of connections, one for getUpdates alone, so that a waiting poll is never in the way."""

    __slots__ = ("_calls", "_polls")

    def __init__(self, token: str, api_base: str, calls: AiohttpRequest, polls: AiohttpRequest) -> None:
        """Speak to the Bot API under `api_base` (without /bot)."""
        super().__init__(
            token,
            base_url=f"{api_base}/bot",
            base_file_url=f"{api_base}/file/bot",
            request=calls,
            get_updates_request=polls,
        )
        self._calls = calls
        self._polls = polls

    def __repr__(self) -> str:
        """Return the public half of the token."""
        return f"Bot[{self.token.partition(':')[0]}]"

    @property
    def number(self) -> int:
        """The bot's own Telegram id, as the token says it."""
        return int(self.token.partition(":")[0])

    async def open(self) -> None:
        """Open the connections; nothing is asked of Telegram yet."""
        await self._calls.initialize()
        await self._polls.initialize()

    async def close_connections(self) -> None:
        """Close the connections."""
        await self._calls.shutdown()
        await self._polls.shutdown()

    async def call(
        self, method: str, fields: Mapping[str, Any], files: Mapping[str, Attachment] | None = None
    ) -> bytes:
        """Call a method and return the reply as it came; only that it is a success is looked at."""
        reply = await self._calls.post_form(f"{self.base_url}/{method}", Form(fields, files or {}))
        if not reply.startswith(GOOD):
            _result(reply)
        return reply

    async def poll(self, fields: Mapping[str, Any], read_timeout: float) -> list[Any]:
        """Ask for updates and return them as they came, parsed as JSON and no further."""
        reply = await self._polls.post_form(f"{self.base_url}/getUpdates", Form(fields), read_timeout)
        updates = _result(reply)
        if not isinstance(updates, list):
            raise TelegramError(INVALID)
        return updates

    async def reopen_polls(self) -> None:
        """Throw the connection for getUpdates away and make a new one."""
        await self._polls.shutdown()
        await self._polls.initialize()

    async def download(self, url: str, sink: Callable[[bytes], object]) -> int:
        """Stream a file from where getFile says it is to `sink`, called in a thread; returns the HTTP status."""
        return await self._calls.download(url, sink)


def make_bot(token: str, api_base: str) -> Bot:
    """Make the Bot with the timeouts that suit phones behind bad lines and one poll at a time."""
    return Bot(token, api_base, AiohttpRequest(), AiohttpRequest(connections=2))


async def introduce(bot: Bot, seconds: Seconds | None = None) -> str:
    """Ask Telegram who we are until it answers, end a webhook if one is set, and return the user name."""
    seconds = seconds or RealSeconds()
    pauses = Backoff()
    while True:
        try:
            me = await bot.get_me()
            # Without dropping what waits: those updates are people's answers.
            await bot.delete_webhook()
        except RetryAfter as error:
            await seconds.sleep(flood_seconds(error))
        except TelegramError as error:
            pause = pauses.next()
            level = logging.CRITICAL if isinstance(error, InvalidToken) else logging.WARNING
            LOG.log(level, "Telegram does not know us yet (%s), next try in %.0f s", error, pause)
            await seconds.sleep(pause)
        else:
            return me.username or ""


async def set_menus(bot: Bot, menus: Mapping[str, Commands]) -> None:
    """Set the command menu that everybody sees, by language code; "" is for all other languages."""
    scope = BotCommandScopeAllPrivateChats()
    for language, commands in menus.items():
        listed = [BotCommand(name, text) for name, text in commands]
        await bot.set_my_commands(listed, scope, language_code=language or None)


def _result(reply: bytes) -> Any:  # noqa: ANN401 - whatever the method returns
    parsed = AiohttpRequest.parse_json_payload(reply)
    if parsed.get("ok") is not True or "result" not in parsed:
        raise TelegramError(INVALID)
    return parsed["result"]
