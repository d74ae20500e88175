"""Waiting for what another task, thread or process brings about, and never for a time that should be enough."""

import asyncio
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds after which something will not happen any more, on a machine with much else to do."""
LOOK_SECONDS = 0.005


async def until(happened: Callable[[], object]) -> None:
    """Return when it has happened; a test that waits in vain fails with TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while not happened():  # noqa: ASYNC110 - what is waited for sets no event here
            await asyncio.sleep(LOOK_SECONDS)
