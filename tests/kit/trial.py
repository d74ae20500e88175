"""`scorewalk try` as a program of its own, and its page as far as HTTP goes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from tests.kit.waiting import PATIENCE


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


class Page:
    """What the chat page does, over HTTP."""

    def __init__(self, line: str, process: subprocess.Popen[str]) -> None:
        self.line = line
        self.process = process
        self.url = next(word for word in line.split() if word.startswith("http://"))

    def get(self, path: str) -> Any:
        return self._open(Request(f"{self.url}{path}"))  # noqa: S310 - the address of our own page

    def post(self, path: str, **body: object) -> Any:
        data, kind = json.dumps(body).encode(), {"Content-Type": "application/json"}
        return self._open(Request(f"{self.url}{path}", data, kind))  # noqa: S310 - same

    def _open(self, request: Request) -> Any:
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - same
            return json.load(answer)

    def chat(self, person: int) -> list[dict]:
        return self.get(f"phone/{person}/chat")["messages"]

    def until(self, person: int, words: str) -> dict:
        """Wait for a message of the bot with these words."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for message in self.chat(person):
                if message["from"] == "bot" and words in message.get("text", ""):
                    return message
            time.sleep(0.05)
        raise AssertionError((words, self.chat(person)))


@contextmanager
def trial(folder: Path, *words: str) -> Iterator[Page]:
    """The running program; it must end by itself, in time and with 0, when it is asked to."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "try", "--no-browser", "--data", str(folder), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={name: value for name, value in os.environ.items() if not name.startswith("SCOREWALK_")},
    )
    assert process.stdout
    line = process.stdout.readline()
    if "http" not in line:
        raise AssertionError(process.communicate()[1])
    try:
        yield Page(line, process)
    finally:
        process.send_signal(signal.SIGTERM)
        rest, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, errors
    assert rest == ""
    assert "Traceback" not in errors
