"""A gate before the writer, so that a test decides what waits together."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

from bot.store import Store, StoreDesk
from tests.kit.waiting import PATIENCE


async def together(store: Store, *works: Callable[[StoreDesk], Any]) -> list[Any]:
    """Let functions become one batch; returns what came of each, errors as values."""
    gate, held = threading.Event(), threading.Event()

    def hold(_desk: StoreDesk) -> None:
        held.set()
        gate.wait(PATIENCE)

    holding = asyncio.ensure_future(store.write(hold))
    await asyncio.to_thread(held.wait, PATIENCE)  # the gate is a batch of its own by now
    waiting = [asyncio.ensure_future(store.write(work)) for work in works]
    await asyncio.sleep(0)
    gate.set()
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    await holding
    return outcomes


def raw(desk: StoreDesk) -> Any:
    """Return the connection under a desk, for what no port offers."""
    return desk.people._rows.raw
