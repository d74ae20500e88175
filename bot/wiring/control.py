"""The door for commands while the bot runs: a socket in the data folder, one JSON object a line each way.

Only the owner of the folder can open it. What comes in is an errand, done like a turn on the store's writer.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
import socket
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from bot.clock import Clock
from bot.problems import Refusal
from bot.settings import Settings
from bot.store import Store, open_alone
from bot.wiring.errands import ERRAND, AnyErrand, Result, perform
from rubrics.problems import Problem, Refused

LOG: Final = logging.getLogger(__name__)

LONGEST_PATH: Final = 100
"""Bytes of a path that every system takes for a socket."""
LONGEST_LINE: Final = 16 * 1024 * 1024
"""Bytes of an errand; a long list of studios is one."""
PATIENCE_SECONDS: Final = 30.0
ANSWER_SECONDS: Final = 15.0


def socket_path(settings: Settings) -> Path:
    """Return where the socket is: in the data folder, or under its name's hash where that is too long for one."""
    path = (settings.data_dir / "control.sock").absolute()
    if len(os.fsencode(path)) <= LONGEST_PATH:
        return path
    name = hashlib.sha256(os.fsencode(path)).hexdigest()[:24]
    return Path(tempfile.gettempdir()) / f"scorewalk-{name}.sock"


class Control:
    """The running bot's side."""

    def __init__(
        self, settings: Settings, store: Store, clock: Clock, username: Callable[[], str | None]
    ) -> None:
        """Write through the store; `username` is the bot's, once it is known."""
        self._path = socket_path(settings)
        self._store = store
        self._clock = clock
        self._username = username
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        """Listen. Whoever left a socket behind is dead: the store's lock is ours."""
        self._path.unlink(missing_ok=True)
        before = os.umask(0o177)
        try:
            self._server = await asyncio.start_unix_server(self._serve, self._path, limit=LONGEST_LINE)
        finally:
            os.umask(before)

    async def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()
            self._path.unlink(missing_ok=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while line := await reader.readline():
                    answer = await self._answer(line)
                    writer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
                    await writer.drain()
        except (TimeoutError, ConnectionError, ValueError) as error:
            LOG.warning("a command went away: %r", error)
        finally:
            writer.close()

    async def _answer(self, line: bytes) -> Mapping[str, Any]:
        try:
            errand = ERRAND.validate_json(line)
            done = await self._store.write(lambda desk: perform(desk, self._clock, errand))
        except Refusal as refusal:
            return {"refused": refusal.code, "params": dict(refusal.params)}
        except Refused as refused:
            return {"refused": refused.problem.code, "params": dict(refused.problem.params), "rubric": True}
        except ValidationError as error:
            return {"wrong": [".".join(map(str, each["loc"])) for each in error.errors()]}
        return {"done": done, "username": self._username()}


def running(settings: Settings) -> bool:
    """Say whether a bot runs on these data."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        return door.connect_ex(str(socket_path(settings))) == 0


def submit(settings: Settings, clock: Clock, errand: AnyErrand) -> tuple[Result, str | None]:
    """Have an errand done by the running bot, or do it here; returns what came of it and the bot's name if known."""
    line = errand.model_dump_json().encode() + b"\n"
    answer = _ask(socket_path(settings), line)
    if answer is None:
        with open_alone(settings.database, clock=clock) as alone:
            return alone.write(lambda desk: perform(desk, clock, errand)), None
    if "done" in answer:
        return answer["done"], answer["username"]
    params = {
        name: tuple(value) if isinstance(value, list) else value for name, value in answer["params"].items()
    }
    if answer.get("rubric"):
        raise Refused(Problem(answer["refused"], params))
    raise Refusal(answer["refused"], **params)


def _ask(path: Path, line: bytes) -> dict[str, Any] | None:
    """Return the answer of the running bot; None if none is running."""
    try:
        if path.stat().st_uid != os.getuid():
            return None
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
            door.settimeout(ANSWER_SECONDS)
            door.connect(str(path))
            door.sendall(line)
            with door.makefile("rb") as answers:
                answer = answers.readline()
    except (FileNotFoundError, ConnectionRefusedError):
        return None
    return dict(json.loads(answer)) if answer else None
