"""The known-bad twin: the very same program, but updates are acknowledged before they are committed.

They wait in memory and are stored one after the other, as slowly as a handler that speaks to Telegram would take
them: what python-telegram-bot's own queue does. A kill test that finds nothing wrong with it is no test.
"""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from bot.cli import main
from bot.tg.receiver import Intake
from bot.wiring import program

HANDLER_SECONDS = 0.05


class HastyIntake(Intake):
    """An intake whose queue is in memory."""

    _queue: asyncio.Queue[Mapping[str, Any]] | None = None

    async def take(self, updates: Sequence[Any]) -> int | None:
        """Return at once the number of the last: the next getUpdates acknowledges what is nowhere yet."""
        if self._queue is None:
            self._queue = asyncio.Queue()
            self._working = asyncio.create_task(self._work(self._queue))
        for update in updates:
            self._queue.put_nowait(update)
        return int(updates[-1]["update_id"])

    async def _work(self, queue: asyncio.Queue[Mapping[str, Any]]) -> None:
        while True:
            await asyncio.sleep(HANDLER_SECONDS)
            await super().take([await queue.get()])


vars(program)["Intake"] = HastyIntake

if __name__ == "__main__":
    main()
