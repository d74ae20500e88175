"""`scorewalk try` as a program of its own: the page at once, sample people, and a second start on the same data."""

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

import pytest

from bot.samples import HINTS, PEOPLE

ASSESSOR = PEOPLE[0].account
WAITING = next(person for person in PEOPLE if person.waits)
STRANGER = next(person for person in PEOPLE if person.role is None)
PATIENCE = 30.0


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
        began = time.monotonic()
        rest, errors = process.communicate(timeout=PATIENCE)
    assert time.monotonic() - began < 10
    assert process.returncode == 0, errors
    assert rest == ""
    assert "Traceback" not in errors


def test_the_address_comes_in_one_line_and_the_page_knows_the_people(tmp_path: Path) -> None:
    port = free_port()
    with trial(tmp_path / "try", "--port", str(port)) as page:
        assert page.line == f"聊天页 http://127.0.0.1:{port}/ （按 Ctrl-C 结束）\n"
        listed = page.get("phone/people")
        assert [person["id"] for person in listed["people"]] == [person.account for person in PEOPLE]
        assert [person["id"] for person in listed["people"] if person["start"]] == [WAITING.account]
        assert listed["hints"] == {language: list(lines) for language, lines in HINTS.items()}


def test_people_are_who_they_are_and_a_second_start_finds_what_was_done(tmp_path: Path) -> None:
    folder = tmp_path / "try"
    with trial(folder) as page:
        page.post(f"phone/{ASSESSOR}/start")
        page.until(ASSESSOR, "陈晓明，您好")
        page.post(f"phone/{STRANGER.account}/say", text="在吗")
        page.until(STRANGER.account, "请通过考核管理员发给您的邀请链接进入")
        page.post(f"phone/{WAITING.account}/start", payload=WAITING.secret)
        page.until(WAITING.account, "Anna Berg")
        page.post(f"phone/{ASSESSOR}/say", text="/assess")
        for choice in ("李建国劳模创新工作室", "通辽市考核", "年"):
            asked = page.until(ASSESSOR, "选择")
            labels = [button["text"] for row in asked["inline"] for button in row]
            label = next(each for each in labels if choice in each)
            page.post(f"phone/{ASSESSOR}/tap", message_id=asked["message_id"], label=label)
            time.sleep(0.3)
        page.until(ASSESSOR, "1.1 带头人")
        page.post(f"phone/{ASSESSOR}/say", text="2.2 4 缺维护记录")
        page.until(ASSESSOR, "4/5")
    with trial(folder) as page:
        assert page.chat(ASSESSOR) == []
        assert [person["start"] for person in page.get("phone/people")["people"]] == [None] * len(PEOPLE)
        page.post(f"phone/{ASSESSOR}/start")
        page.until(ASSESSOR, "陈晓明，您好")
        page.post(f"phone/{ASSESSOR}/press", text="继续")
        card = page.until(ASSESSOR, "累计 4")
        assert "已评 1 项" in card["text"]
        first = next(message for message in page.chat(ASSESSOR) if message["from"] == "bot")
        assert first["text"].startswith("陈晓明"), "no old card comes before the greeting"


def test_a_taken_port_is_said_and_without_one_another_is_found(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        words = [
            sys.executable,
            "-m",
            "bot",
            "try",
            "--no-browser",
            "--port",
            str(port),
            "--data",
            str(tmp_path),
        ]
        refused = subprocess.run(words, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert f"端口 {port} 被占用" in refused.stderr


def test_two_trials_on_one_folder_are_one_too_many(tmp_path: Path) -> None:
    with trial(tmp_path / "try"):
        words = [sys.executable, "-m", "bot", "try", "--no-browser", "--data", str(tmp_path / "try")]
        refused = subprocess.run(words, capture_output=True, text=True, check=False)
        assert refused.returncode == 2
        assert "正被另一个程序使用" in refused.stderr


@pytest.mark.parametrize("port", ["0", "70000", "eighty"])
def test_a_port_that_is_none_is_wrong_usage(port: str) -> None:
    words = [sys.executable, "-m", "bot", "try", "--port", port]
    assert subprocess.run(words, capture_output=True, check=False).returncode == 2
