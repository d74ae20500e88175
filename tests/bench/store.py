"""What a turn costs at the store: alone, among 32 chats, and with five million answers behind it.

A turn here is what a tap on a card does through the desk: thirteen statements, one of them the history's.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.clock import SystemClock
from bot.entities import Campaign, Grant, Person, Scope, Studio, Visit
from bot.ports import Call, Desk, RawUpdate, Session
from bot.store import Store, StoreDesk
from rubrics.marks import ItemMarks, Occurrence
from tests.bench.table import Line, ratios

NOW: Final = 1_800_000_000_000
RUBRIC: Final = "northwest-2025"
ITEMS: Final = tuple(f"{section}.{item}" for section in (1, 2, 3) for item in (1, 2, 3, 4, 5))
UPDATE: Final = json.dumps(
    {"update_id": 1, "callback_query": {"data": "x" * 60, "message": {"text": "卡" * 150}}}
)
FACE: Final = {
    "text": "卡片 " * 200,
    "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "y" * 40}] * 3] * 3},
}
FEW, MANY = 10_000, 5_000_000
"""Answers in the small and in the large database."""
CHATS: Final = 32
ACTIVE: Final = 1000
"""Chats that take turns over the large database, spread among all that it holds."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of turns took."""

    turns: int
    seconds: float
    commits: int
    p50: float
    """Milliseconds from handing a turn over to its commit."""
    p99: float
    cpu: float
    """Microseconds of the whole process for one turn."""

    @property
    def rate(self) -> float:
        """Turns in a second."""
        return self.turns / self.seconds

    @property
    def commits_a_turn(self) -> float:
        """How many commits one turn took."""
        return self.commits / self.turns


def named(number: int) -> str:
    """Return the id of the assessment, visit, studio and person of a chat: thirteen characters, in order."""
    return f"{number:013d}"


def furnish(desk: StoreDesk, chats: int, apart: int = 1) -> None:
    """Give each chat a person, a studio and an open assessment of fifteen marked items."""
    campaign = Campaign(id="c", rubric=RUBRIC, version=1, year=2026, rulings={"one": "yes"}, assumed=("one",))
    desk.visits.add_campaign(campaign)
    for chat in range(1, chats + 1):
        who = named(chat * apart)
        desk.people.add(Person(id=who, name=f"考核员{chat}"), NOW)
        desk.people.attach(chat, who, NOW)
        desk.people.grant(who, Grant(id=who, role="assessor", scope=Scope(kind="all")), NOW)
        desk.studios.add(Studio(id=who, name=f"工作室{chat}", unit="一厂", types={}))
        visit = Visit(
            id=who,
            studio=who,
            campaign="c",
            rubric=RUBRIC,
            version=1,
            period="2026-11",
            kind="regular",
            opened=NOW,
            opened_by=who,
        )
        desk.visits.add(visit, who, None, [who])
        for item in ITEMS:
            desk.marks.put(who, item, ItemMarks(full=True), NOW)
        state = {"assessment": who, "item": "1.3", "page": 0}
        desk.sessions.put(Session(chat=chat, screen="walk.card", state=state, card=f"card{chat}"))


FILLING: Final = (
    """CREATE TEMP TABLE filler AS
       WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < :count)
       SELECT n, printf('%013d', n * 2 + 1) AS id FROM counted""",
    """INSERT INTO visits
       (id, studio, campaign, rubric, version, period, kind, opened, opened_by, prepared, closed)
       SELECT id, :who, 'c', :rubric, 1, 'p' || n, 'past', n, :who, 0, 1 FROM filler""",
    """INSERT INTO assessments (id, visit, state, passed_gaps)
       SELECT id, id, 'signed', 0 FROM filler""",
    "INSERT INTO members SELECT id, :who, 1, n FROM filler",
    """INSERT INTO marks
       SELECT filler.id, item.value, '{"full":true}', 1, n FROM filler, json_each(:items) AS item""",
    """INSERT INTO history (stream, seq, at, person, name, payload, hash)
       SELECT id, 1, n, :who, 'mark', '{}', :hash FROM filler""",
)
"""Finished assessments with odd numbers: those of the active chats are even and lie among them."""


def fill(path: Path, answers: int, who: str) -> None:
    """Store so many answers in finished assessments at a studio and by a person of the same id."""
    values = {
        "count": answers // len(ITEMS),
        "who": who,
        "rubric": RUBRIC,
        "items": json.dumps(ITEMS),
        "hash": "0" * 64,
    }
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA cache_size=-200000")
        connection.execute("BEGIN")
        for statement in FILLING:
            connection.execute(statement, values)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def receive(desk: StoreDesk, chats: int, turns: int, first: int) -> list[list[int]]:
    """Put updates into the inbox; returns the rows of each chat."""
    updates = [
        RawUpdate(7, first + number, 1 + number % chats, "callback_query", UPDATE, str(number), NOW)
        for number in range(turns)
    ]
    rows = desk.inbox.receive(updates)
    return [rows[chat::chats] for chat in range(chats)]


def tap(desk: Desk, row: int, chat: int) -> None:
    """Record one occurrence of a deduction, as a turn does."""
    received = desk.inbox.claim(row)
    session = desk.sessions.get(chat)
    person = desk.people.by_account(chat, NOW)
    assert received is not None
    assert session is not None
    assert person is not None
    assessment = desk.visits.assessment(session.state["assessment"])
    assert assessment is not None
    marking = desk.marks.of(assessment.id)
    item = ITEMS[row % len(ITEMS)]
    assert item in marking.marks
    marks = ItemMarks(taken={"a": (Occurrence(id=f"o{row}"),)})
    revision = desk.marks.put(assessment.id, item, marks, NOW)
    desk.history.append(
        stream=assessment.visit.id,
        at=NOW,
        person=person.id,
        name="mark",
        payload={
            "assessment": assessment.id,
            "item": item,
            "old": {"full": True},
            "new": {"taken": {"a": [{"id": f"o{row}"}]}},
        },
    )
    desk.sessions.put(
        Session(
            chat=chat, screen="walk.card", state={**session.state, "revision": revision}, card=session.card
        )
    )
    desk.outbox.add(
        Call(chat=chat, method="answerCallbackQuery", params={"callback_query_id": str(row)}, expires=NOW),
        NOW,
    )
    desk.outbox.add(Call(chat=chat, method="editMessageText", params=FACE, card=session.card), NOW)
    desk.inbox.done(row, NOW)


async def record(store: Store, chats: int, turns: int, first: int, lanes: int | None = None) -> Measured:
    """Let each chat do its turns one after the other; all chats at once, or so many turns at a time."""
    rows = await store.write(lambda desk: receive(desk, chats, turns, first))
    walks = [[(row, chat) for row in mine] for chat, mine in enumerate(rows, start=1)]
    if lanes is not None:
        inline = [each for turn in zip(*walks, strict=True) for each in turn]
        walks = [inline[lane::lanes] for lane in range(lanes)]
    times: list[float] = []

    async def walk(turns: list[tuple[int, int]]) -> None:
        for row, chat in turns:
            began = time.perf_counter()
            await store.write(lambda desk, row=row, chat=chat: tap(desk, row, chat))  # type: ignore[misc]
            times.append(time.perf_counter() - began)

    commits, cpu, began = store.commits, time.process_time(), time.perf_counter()
    await asyncio.gather(*(walk(each) for each in walks))
    seconds = time.perf_counter() - began
    times.sort()
    return Measured(
        turns=turns,
        seconds=seconds,
        commits=store.commits - commits,
        p50=1000 * statistics.median(times),
        p99=1000 * times[int(len(times) * 0.99)],
        cpu=1e6 * (time.process_time() - cpu) / turns,
    )


async def alone_and_together(folder: Path, rounds: int, turns: int) -> list[tuple[Measured, Measured]]:
    """Measure one chat against 32, round by round."""
    measured = []
    async with Store.open(folder / "chats.db", clock=SystemClock()) as store:
        await store.write(lambda desk: furnish(desk, CHATS))
        await record(store, CHATS, CHATS * 8, 1)
        for number in range(rounds):
            first = 1_000_000 * (number + 1)
            one = await record(store, 1, turns, first)
            measured.append((one, await record(store, CHATS, turns * 4 // CHATS * CHATS, first + turns)))
    return measured


async def few_and_many(folder: Path, many: int, rounds: int, turns: int) -> list[tuple[Measured, Measured]]:
    """Measure one tap in flight over a small and a large database, round by round."""
    measured = []
    small, large = (Store.open(folder / name, clock=SystemClock()) for name in ("few.db", "many.db"))
    async with small, large:
        for store, name, answers in ((small, "few.db", FEW), (large, "many.db", many)):
            apart = max(2, answers // len(ITEMS) // ACTIVE * 2)
            await store.write(lambda desk, apart=apart: furnish(desk, ACTIVE, apart))  # type: ignore[misc]
            await asyncio.to_thread(fill, folder / name, answers, named(apart))
            await record(store, ACTIVE, ACTIVE, 1, lanes=1)
        for number in range(rounds):
            first = 1_000_000 * (number + 1)
            pair = [
                await record(store, ACTIVE, turns // ACTIVE * ACTIVE, first, lanes=1)
                for store in (small, large)
            ]
            measured.append((pair[0], pair[1]))
    return measured


def measure(*, quick: bool = False) -> list[Line]:
    """Measure the three lines of the store."""
    rounds, turns, answers = (2, 200, FEW * 5) if quick else (9, 1000, MANY)
    with tempfile.TemporaryDirectory() as folder:
        chats = asyncio.run(alone_and_together(Path(folder), rounds, turns))
        sizes = asyncio.run(few_and_many(Path(folder), answers, rounds, ACTIVE))
    one, all_of_them = zip(*chats, strict=True)
    few, many = zip(*sizes, strict=True)
    return [
        Line(
            "32 chats recording against 1, turns a second",
            4,
            2.5,
            ratios(_rates(all_of_them), _rates(one)),
            more=True,
        ),
        Line(
            "commits a turn with 32 chats", 0.15, 0.15, [each.commits_a_turn for each in all_of_them], unit=""
        ),
        Line("turn p50, 5,000,000 answers against 10,000", 1.1, 1.1, ratios(_p50(many), _p50(few))),
    ]


def _rates(runs: tuple[Measured, ...]) -> list[float]:
    return [run.rate for run in runs]


def _p50(runs: tuple[Measured, ...]) -> list[float]:
    return [run.p50 for run in runs]
