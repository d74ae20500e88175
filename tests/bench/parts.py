"""The processes of a bench: each on a core of its own, asked over a pipe, one line of JSON there and one back."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, Self

Command = Callable[..., Awaitable[Any]]

PROGRAM_CORE = 0
STUB_CORE = 1


class Part:
    """A process of the bench, seen from the one that measures."""

    def __init__(self, module: str, core: int, *arguments: str) -> None:
        """Start `python -m module`; it is ready when it answers."""
        self.name = module.rpartition(".")[2]
        # A proxy of this machine is nobody's way to a neighbouring process.
        environment = {
            name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        if hasattr(os, "sched_setaffinity"):
            cores = sorted(os.sched_getaffinity(0))
            os.sched_setaffinity(self._process.pid, {cores[core % len(cores)]})

    def ask(self, command: str, **arguments: Any) -> Any:
        """Have something done and return the answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": command, **arguments}) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise EOFError(self.name, command)
        return json.loads(answer)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Let it end, or end it."""
        with suppress(OSError, subprocess.TimeoutExpired):
            self._process.communicate(timeout=10)
        self._process.kill()
        self._process.wait()


async def serve(commands: Mapping[str, Command]) -> None:
    """Answer what is asked over standard input until it is closed."""
    loop = asyncio.get_running_loop()
    asked = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(asked), sys.stdin)
    while line := await asked.readline():
        arguments = json.loads(line)
        answer = await commands[arguments.pop("do")](**arguments)
        print(json.dumps(answer), flush=True)


async def cpu() -> float:
    """Return the seconds of processor that this process has used, all its threads together."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
