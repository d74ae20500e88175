"""Every page of applications in English, without a script: no Chinese but the words of schemes that have no others."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.changes.applications.matter import BeginMatter
from bot.changes.applications.of import mark_of
from bot.changes.applications.public import FileObjection, Publish
from bot.entities import Role, Scope
from bot.flows.lengths import MAX_TEXT, visible_length
from tests.bot.applications.scenes import NUC, TODAY, got, handed_in, step, steps
from tests.bot.flows.test_english import NORTH, OWN, SPRING, leaks
from tests.kit.aiogram_check import Judges
from tests.kit.crawl import crawl
from tests.kit.program import Program

NAMES = {"decider": "the union", "paper": "No. 3"}


@pytest.fixture
async def program(tmp_path: Path, judges: Judges) -> AsyncIterator[Program]:
    """The program with two studios that have English names, an application in public and another, and a matter."""
    made = Program(tmp_path / "data", judges)
    await made.open()
    await made.add(SPRING, NORTH)
    people: tuple[tuple[str, Role, Scope], ...] = (
        ("Ann", "coordinator", Scope(kind="all")),
        ("Carl", "leader", OWN),
        ("Nora", "leader", Scope(kind="studio", key=NORTH.id)),
        ("Dora", "approver", Scope(kind="all")),
    )
    for name, role, scope in people:
        await made.person(name, role, scope, "en")
    first = await handed_in(made, "Carl", SPRING.id, SPRING.name, NUC, "staff")
    await steps(made, first, "examined", "visited", by="Ann", **NAMES)
    await step(made, first, "approved", by="Dora", **NAMES)
    mark = mark_of([await got(made, first)])
    await made.make(
        Publish(applications=(first,), start=TODAY, until="2026-01-20", today=TODAY, mark=mark),
        FileObjection(application=first, id="objection0001", text="not theirs", on=TODAY, today=TODAY),
        by="Ann",
    )
    second = await handed_in(made, "Nora", NORTH.id, NORTH.name, NUC, "staff")
    await steps(made, second, "examined", by="Ann", **NAMES)
    await step(made, second, "visited", by="Ann", value="80", **NAMES)
    details = {"leader": "Max", "since": TODAY, "reason": "retired"}
    matter = BeginMatter(
        application="matter0000001", studio=NORTH.id, matter="leader", details=details, today=TODAY
    )
    await made.make(matter, by="Nora")
    yield made
    await made.close()
    assert not made.standin.failures


@pytest.mark.parametrize(
    ("role", "command", "many"),
    [
        ("coordinator", "/applications", 20),
        ("approver", "/applications", 8),
        ("reader", "/applications", 8),
        ("unit", "/applications", 8),
        ("leader", "/apply", 4),
    ],
)
async def test_pages_say_nothing_in_chinese(program: Program, role: Role, command: str, many: int) -> None:
    """Each card that two or three presses lead to, none too long for a message."""
    scope = Scope(kind="studio", key=NORTH.id) if role == "leader" else Scope(kind="all")
    who = await program.person("Zoe", role, scope, "en")
    seen = await crawl(who, command, deep=3 if role == "coordinator" else 2, cards=22)
    assert len(seen) >= many, "the pages have been walked"
    assert not leaks(seen), "\n".join(leaks(seen))
    assert max(visible_length(each.text) for each in seen) <= MAX_TEXT
