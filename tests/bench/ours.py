"""Our whole program, without pacing, on a folder of its own: what comes in is committed, done, committed, sent."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.changes import MarkItem, Moment, OpenVisit, make
from bot.clock import SystemClock, to_ms
from bot.entities import Grant, Person, Scope, Studio
from bot.settings import Settings
from bot.store import Store, StoreDesk
from bot.wiring.memory import settle
from bot.wiring.program import Program
from rubrics.marks import EMPTY
from rubrics.run import run_lines
from tests.bench.parts import cpu, serve
from tests.bench.store import ITEMS, fill, named
from tests.bench.store import furnish as furnish_past
from tests.bench.stub import FIRST_CHAT

RUBRIC = "tongliao-2020"
PERIOD = "2026"
SCORED = ("1.2 b", "2.1 ab", "2.2 b", "2.3 a", "2.4 ab", "2.5 ab", "2.6 a")
"""Items that have marks already; the card in view is the first that has none."""


def furnish(desk: StoreDesk, chats: int, apart: int = 1) -> None:
    """Give each chat an assessor with an open visit, half scored; their ids are those of every so many-th studio."""
    clock = SystemClock()
    now = to_ms(clock.now())
    rubric = next(each for each in desk.library.current() if each.id == RUBRIC)
    marks, _ = run_lines(rubric, "\n".join(SCORED))
    for number in range(1, chats + 1):
        own = named(number * apart)
        grant = Grant(id=own, role="assessor", scope=Scope(kind="all"))
        person = Person(id=own, name="李考核", unit="工会", grants=(grant,))
        desk.people.add(person, now)
        desk.people.attach(FIRST_CHAT + number, person.id, now)
        desk.people.grant(person.id, grant, now)
        desk.studios.add(
            Studio(
                id=own,
                name=f"王工创新工作室{number}",
                unit="机电车间",
                leader="王工",
                types={RUBRIC: "research"},
            )
        )
        moment = Moment(now, person, clock.new_id)
        visit = OpenVisit(
            visit=own,
            assessment=own,
            studio=own,
            rubric=rubric.id,
            version=rubric.version,
            period=PERIOD,
            variant="research",
        )
        make(desk, visit, moment)
        for item, after in marks.items():
            make(desk, MarkItem(assessment=own, item=item, before=EMPTY, after=after), moment)


async def prepare(store: Store, database: Path, chats: int, answers: int) -> None:
    """Make the installation; with answers, so many lie in finished visits before, between and after those of the chats."""
    apart = 1
    if answers:
        apart = max(2, answers // len(ITEMS) // chats * 2)
        # The past has a person, a studio and a campaign of its own.
        await store.write(lambda desk: furnish_past(desk, 1, 2 * answers))
        await asyncio.to_thread(fill, database, answers, named(2 * answers))
    await store.write(lambda desk: furnish(desk, chats, apart))


def known(desk: StoreDesk) -> dict[str, int]:
    """Count the entries in the history, and what was received and not done, or was to be said and is not."""
    ask = desk.history._rows.raw.execute
    return {
        "marked": ask("SELECT count(*) FROM history WHERE name = 'mark_item'").fetchone()[0],
        "undone": ask("SELECT count(*) FROM inbox WHERE state != 'done'").fetchone()[0],
        "unsent": ask("SELECT count(*) FROM outbox WHERE state != 'sent'").fetchone()[0],
    }


async def main() -> None:
    """Run, and do what the bench asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("token")
    parser.add_argument("address")
    parser.add_argument("folder", type=Path)
    parser.add_argument("chats", type=int)
    parser.add_argument("--answers", type=int, default=0)
    given = parser.parse_args()
    settings = Settings(
        token=SecretStr(given.token), api_base=given.address, data_dir=given.folder, _env_file=None
    )
    database = given.folder / "scorewalk.db"

    def prepared(store: Store) -> Awaitable[None]:
        return prepare(store, database, given.chats, given.answers)

    async with Program(settings, pace=False, prepare=prepared) as program:

        async def end() -> dict[str, Any]:
            await program.runner.drain()
            await program.sender.drained()
            return {**await program.store.read(known), "commits": program.store.commits}

        settle()  # as `scorewalk run` does
        await serve({"cpu": cpu, "end": end})


if __name__ == "__main__":
    asyncio.run(main())
