"""The bot as a service: against Telegram or any Bot API server, until it is stopped."""

from __future__ import annotations

from bot.settings import Settings
from bot.tg.hiding import hide
from bot.wiring.lifetime import Signals
from bot.wiring.memory import settle
from bot.wiring.program import Program


async def run(settings: Settings) -> int:
    """Run until a signal; returns the exit code."""
    signals = Signals()
    if token := settings.token.get_secret_value():
        hide(token)
    async with Program(settings) as program:
        settle()
        return await signals.until(program.ended)
