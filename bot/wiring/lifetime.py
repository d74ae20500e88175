"""How long a program lives: until a signal, or until a part of it fails; and that it ends in time.

Exit codes: 0 stopped by a signal, 1 a part failed or stopping took too long (a supervisor should start it again).
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Awaitable, Callable
from typing import Final

LOG: Final = logging.getLogger(__name__)

STOPPED: Final = 0
BROKEN: Final = 1
LAST_SECONDS: Final = 10.0
"""What is not closed by then is left as it is: everything that counts is on disk."""


class Signals:
    """SIGTERM and SIGINT, listened to from now on: also while the program is still being built."""

    def __init__(self) -> None:
        """Listen; needs a running loop."""
        self._asked = asyncio.Event()
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, self._stop)

    async def until(self, ended: Callable[[], Awaitable[None]]) -> int:
        """Return the exit code when a signal has come, or when `ended` returns."""
        stopping = asyncio.ensure_future(self._asked.wait())
        broken = asyncio.ensure_future(ended())
        try:
            await asyncio.wait({stopping, broken}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            broken.cancel()
            stopping.cancel()
            end_in_time()
        return STOPPED if self._asked.is_set() else BROKEN

    def _stop(self) -> None:
        if self._asked.is_set():
            LOG.warning("asked twice: leaving at once")
            os._exit(BROKEN)
        LOG.info("stopping")
        self._asked.set()


def end_in_time() -> None:
    """End the process if it is still there after the last seconds."""
    late = threading.Timer(LAST_SECONDS, _give_up)
    late.daemon = True
    late.start()


def _give_up() -> None:
    LOG.critical("not closed after %.0f s: leaving", LAST_SECONDS)
    os._exit(BROKEN)
