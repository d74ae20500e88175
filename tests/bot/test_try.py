"""`scorewalk try` as a program of its own: the page at once, sample people, and a second start on the same data."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.samples import HINTS, PEOPLE, STUDIOS
from tests.kit.trial import free_port, trial

ASSESSOR = PEOPLE[0].account
WAITING = next(person for person in PEOPLE if person.waits)
STRANGER = next(person for person in PEOPLE if person.role is None)


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


def test_what_needs_a_second_person_can_be_tried_alone(tmp_path: Path) -> None:
    """Somebody approves, somebody only reads, and the union of a unit sees the studios of its unit alone."""
    there = {person.role: person for person in PEOPLE}
    with trial(tmp_path / "try") as page:
        for role in ("approver", "reader", "unit"):
            page.post(f"phone/{there[role].account}/start")
            page.until(there[role].account, f"{there[role].name}，您好")
        page.post(f"phone/{there['unit'].account}/say", text="/file")
        card = page.until(there["unit"].account, STUDIOS[1].name)
        assert STUDIOS[0].name not in str(card)
        page.post(f"phone/{there['approver'].account}/say", text="/outcomes")
        page.until(there["approver"].account, "结果")


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
