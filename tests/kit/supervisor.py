"""The program as a process: started as `python -m bot run`, and started again at once whenever it dies.

It must not know what the program does; that it is ready is seen from outside, by its first call of getUpdates.
"""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.sandbox import StandIn

ROOT = Path(__file__).parents[2]
READY_SECONDS = 60.0
STOP_SECONDS = 20.0


class Supervisor:
    """Keeps one program running until it is left; `started` is told the pid of every new process."""

    def __init__(
        self,
        standin: StandIn,
        folder: Path,
        *,
        module: str = "bot",
        started: Callable[[int], object] = lambda _: None,
    ) -> None:
        self.killed = 0
        self.ready: list[float] = []
        """Seconds from each start to the first getUpdates; a process killed before that leaves none."""
        self.exits: list[int] = []
        """Exit codes of processes that ended by themselves: there must be none."""
        self.log = folder / "log.txt"
        self._standin = standin
        self._folder = folder
        self._module = module
        self._started = started
        self._born = 0.0
        self._up = asyncio.Event()
        self._process: asyncio.subprocess.Process | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._leaving = False

    async def __aenter__(self) -> Self:
        self._check, self._standin.world.check = self._standin.world.check, self._hear
        self._keeping = asyncio.create_task(self._keep())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leaving = True
        if self._keeping and not self._keeping.done():
            if self._process and self._process.returncode is None:
                self._process.send_signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(self._keeping, STOP_SECONDS)
            except TimeoutError:
                if self._process:
                    self._process.kill()
                raise
        self._standin.world.check = self._check

    async def up(self) -> None:
        """Wait until the process that runs now asks for updates."""
        await asyncio.wait_for(self._up.wait(), READY_SECONDS)

    @property
    def pid(self) -> int:
        """The process that runs now."""
        assert self._process
        return self._process.pid

    async def _keep(self) -> None:
        with self.log.open("ab") as log:
            while not self._leaving:
                self._up.clear()
                self._born = time.monotonic()
                self._process = await asyncio.create_subprocess_exec(
                    sys.executable,
                    "-m",
                    self._module,
                    "run",
                    cwd=ROOT,
                    env=self._environment(),
                    stdout=log,
                    stderr=log,
                )
                self._started(self._process.pid)
                code = await self._process.wait()
                if code == -signal.SIGKILL:
                    self.killed += 1
                elif code or not self._left():
                    self.exits.append(code)
                    await asyncio.sleep(0.2)

    def _left(self) -> bool:
        return self._leaving

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SCOREWALK_")}
        return kept | {
            "SCOREWALK_TOKEN": self._standin.token,
            "SCOREWALK_API_BASE": self._standin.api_base,
            "SCOREWALK_DATA_DIR": str(self._folder),
        }

    def _hear(self, kind: str, method: str, payload: Any) -> None:
        if kind == "request" and method == "getUpdates" and not self._up.is_set():
            self._up.set()
            self.ready.append(time.monotonic() - self._born)
        if self._check is not None:
            self._check(kind, method, payload)
