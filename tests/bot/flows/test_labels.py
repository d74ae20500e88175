"""Every screen, without a script: labels that fit on a button, and closed cards that say what they were."""

from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import pytest

from bot.entities import Role, Scope
from bot.texts import TEXTS
from tests.bot.flows.walked import commands_of
from tests.bot.walk.scenes import NORTHWEST_44, RED, ZHANG, begin
from tests.kit.aiogram_check import Judges
from tests.kit.chat import Chat
from tests.kit.crawl import Seen, crawl
from tests.kit.program import Program

WIDEST = 20.0
"""Chinese characters that a button of a whole row shows; a letter, digit or sign takes half of one."""
EVERYTHING = Scope(kind="all")
WALKED: tuple[tuple[str, Role, Scope], ...] = (
    ("陈主任", "coordinator", EVERYTHING),
    ("李工", "assessor", EVERYTHING),
    ("王海涛", "leader", Scope(kind="studio", key=ZHANG.id)),
    ("孙工会", "unit", Scope(kind="unit", key="一矿")),
)


def width(label: str) -> float:
    """How many Chinese characters a label takes."""
    return sum(1.0 if sign > "\u2e80" else 0.5 for sign in label)


def too_wide(seen: Iterable[Seen]) -> list[str]:
    """Labels that no phone shows whole."""
    found = {label: each.path for each in seen for label in each.labels if width(label) > WIDEST}
    return [f"{' › '.join(path)}: {label!r} ({width(label)})" for label, path in found.items()]


@pytest.fixture
async def program(tmp_path: Path, judges: Judges) -> AsyncIterator[Program]:
    """The program with two studios, and a sheet of one of them that is signed."""
    made = Program(tmp_path / "data", judges)
    await made.open()
    await made.add(ZHANG, RED)
    yield made
    await made.close()
    assert not made.standin.failures


@pytest.fixture
async def people(program: Program) -> dict[str, Chat]:
    """One of each kind."""
    found = {name: await program.person(name, role, scope) for name, role, scope in WALKED}
    li = found["李工"]
    await begin(li, "西北能化考核", "2025-12")
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await li.tap("保留缺项")
    await li.tap("去签字")
    await li.tap("签字")
    await begin(li, "通辽市考核", "2025", RED.name)
    await found["王海涛"].say("/log 授课 2025-12-12 液压支架检修 18人 2小时")
    return found


@pytest.mark.parametrize("name", [name for name, *_ in WALKED])
async def test_labels_fit_and_closed_cards_have_a_name(
    program: Program, people: dict[str, Chat], name: str
) -> None:
    """Each card of a command, and each card that a press or two lead to."""
    chat = people[name]
    commands = next(commands_of(role) for one, role, _ in WALKED if one == name)
    seen = [each for command in commands for each in await crawl(chat, command)]
    nameless = TEXTS["zh-CN"]["card.closed"]
    assert not too_wide(seen), "\n".join(too_wide(seen))
    assert not [message for message in chat.phone.messages if message.get("text") == nameless]


def test_a_wide_label_would_be_found() -> None:
    assert too_wide([Seen(("/visits",), "", ("关于推荐申报二〇二五年辽宁省劳模和职工工作室",))])
    assert not too_wide([Seen(("/visits",), "", ("西北能化考核 2025-12 张建国工作室",))])
