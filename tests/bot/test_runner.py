"""What the runner does with updates that cannot be handled: they are put aside, and nobody behind them suffers."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.kit.aiogram_check import Judges
from tests.kit.program import Program


@pytest.fixture
async def program(tmp_path: Path, judges: Judges):
    made = Program(tmp_path / "data", judges)
    await made.open()
    yield made
    await made.close()


async def test_an_unreadable_update_before_others_of_its_chat_is_told_of_once(program: Program) -> None:
    """Several turns of the chat meet it together; each of them is done after it, in order."""
    li = await program.person("李工")
    broken = {
        "message": {"message_id": 9, "chat": li.phone.chat.api(), "from": li.phone.person.user(), "text": "?"}
    }
    program.judges.poisoned.add(program.standin.poison(broken))
    for _ in range(6):
        li.phone.say("/help")
    await li.settle()
    assert li.screen().count("没能处理") == 1
    assert program.rows("select state, count(*) from inbox group by state") == [("done", 7), ("parked", 1)]


async def test_what_waits_at_start_is_done_before_anything_is_sent(program: Program) -> None:
    """A program that dies on a call beside an innocent update must not have it counted against the update."""
    li = await program.person("李工")
    await li.say("/help")
    await program.stop()
    with closing(sqlite3.connect(program.folder / "scorewalk.db")) as raw, raw:
        raw.execute(
            "update inbox set state = 'waiting', finished = null where id = (select max(id) from inbox)"
        )
    waiting: list[int] = []

    def called(kind: str, method: str, payload: object) -> None:
        waiting.append(program.rows("select count(*) from inbox where state = 'waiting'")[0][0])

    program.standin.world.check = called
    await program.start()
    assert set(waiting) == {0}
    assert li.screen().count("快速录入") == 2
