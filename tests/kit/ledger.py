"""What the database says was done, row by row, beside what people did: what is lost, what is there twice.

It reads the folder of a program that may still run, and trusts nothing that the program says about itself.
"""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.entities import Event
from bot.media.folder import Folder
from bot.store import open_reader

OWN = {"settle_file", "seal"}
"""Rows that the program adds by itself, whenever it comes to it."""


@dataclass(frozen=True)
class Difference:
    """What people did against what is recorded."""

    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    """Recorded more often than it was done, or never done at all."""
    in_order: bool

    @staticmethod
    def between(done: Sequence[str], recorded: Sequence[str]) -> "Difference":
        """Compare what was done with what was recorded."""
        lost, doubled = Counter(done) - Counter(recorded), Counter(recorded) - Counter(done)
        return Difference(tuple(lost.elements()), tuple(doubled.elements()), [*done] == [*recorded])


class Ledger:
    """The folder of one installation, read."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "scorewalk.db"
        self._media = Folder(folder / "media")

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Ask the database file itself."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as raw:
            return raw.execute(sql).fetchall()

    def walks(self) -> dict[str, list[str]]:
        """What was done in each visit, by studio id; a studio has one."""
        with open_reader(self.path) as desk:
            streams = [desk.history.of(stream) for stream in desk.history.streams()]
        texts = dict(self.rows("select id, text from words"))
        texts |= dict(
            self.rows("select notes.id, words.text from notes join words on words.id = notes.word_id")
        )
        return {
            stream[0].payload["studio"]: [_row(event, texts) for event in stream if event.name not in OWN]
            for stream in streams
            if stream[0].name == "open_visit"
        }

    def joined(self) -> int:
        """How many people came in by a link."""
        ((count,),) = self.rows("select count(*) from history where name = 'join'")
        return int(count)

    def broken_chains(self) -> list[str]:
        """Streams of the history whose hashes do not fit."""
        with open_reader(self.path) as desk:
            return [stream for stream in desk.history.streams() if desk.history.verify(stream) is not None]

    def count(self, table: str, *states: str) -> int:
        """How many rows of a queue are in one of these states."""
        marks = ", ".join(f"'{state}'" for state in states)
        ((count,),) = self.rows(f"select count(*) from {table} where state in ({marks})")  # noqa: S608 - names of ours
        return int(count)

    @property
    def waiting(self) -> int:
        """How much is still to be done: updates, calls, files, sheets."""
        return sum(self.count(table, "waiting") for table in ("inbox", "outbox", "jobs"))

    def update_ids(self) -> list[int]:
        """The numbers of all updates that were done."""
        return [number for (number,) in self.rows("select update_id from inbox where state = 'done'")]

    def messages_of(self, chats: Iterable[int]) -> int:
        """How many messages ought to be in these chats: one for each card, each text, each document."""
        cards = self.rows("select chat from cards where message is not null")
        others = self.rows(
            "select chat from outbox where method like 'send%' and makes_card = 0 and state = 'sent'"
        )
        meant = Counter(chat for (chat,) in cards + others)
        return sum(meant[chat] for chat in chats)

    def stored(self) -> list[str]:
        """SHA-256 of every piece of evidence as it lies on the disk, once for each time that it was recorded."""
        files = [
            self._media.path(str(name))
            for (name,) in self.rows("select sha256 from files where state = 'stored'")
        ]
        return [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]


ROWS: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, str]], str]] = {
    "open_visit": lambda told, texts: "open",
    "mark_item": lambda told, texts: f"mark {told['item']} {_marks(told['after'])}",
    "write_note": lambda told, texts: f"note {told['item']} {texts.get(told['note'], '?')}",
    "attach_evidence": lambda told, texts: f"{told['kind']} {told['item']} {told['unique']}",
    "extend_album": lambda told, texts: f"part {told['unique']}",
    "comment": lambda told, texts: f"comment {told['field']} {texts.get(told['words'][0], '?')}",
    "undo": lambda told, texts: f"undo {told['of']} {told['item']}",
    "pass_gaps": lambda told, texts: "gaps",
    "sign": lambda told, texts: f"sign {told['figures']['total']}",
}
"""How an event is written as a row: what was done, without ids that chance has given."""


def _row(event: Event, texts: Mapping[str, str]) -> str:
    written = ROWS.get(event.name)
    return written(event.payload, texts) if written else event.name


def _marks(after: dict[str, Any]) -> str:
    if after.get("full"):
        return "full"
    taken = [
        f"{letter}{len(times) if len(times) > 1 else ''}"
        for letter, times in sorted(after.get("taken", {}).items())
    ]
    verdict = [name for name in ("zero", "na") if after.get(name)]
    hand = [f"hand {after['hand']}"] if after.get("hand") is not None else []
    return " ".join([*taken, *hand, *verdict])
