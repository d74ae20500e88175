"""What reading a quick entry gives: entries that count, and problems that say what would be right."""

from dataclasses import dataclass

from rubrics.ops import Op
from rubrics.problems import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """One line that can be done; `target` is the letter whose occurrence the note is about, if it is one."""

    line: int
    text: str
    item: str
    op: Op
    note: str = ""
    target: str | None = None


@dataclass(frozen=True, slots=True)
class EntryProblem:
    """One line that changes nothing; `as_note` is what [记为备注] would store, where that makes sense.

    `item` is None when the line names no item that exists.
    """

    line: int
    text: str
    problem: Problem
    item: str | None = None
    as_note: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a text says, in the order of its lines."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[EntryProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class CaptionEntry:
    """What the caption of a piece of evidence says.

    The evidence belongs to `item` (None: to the item in view) and there to the occurrence that the first
    entry is about, if it is about one; `note` are the words that go with it.
    """

    item: str | None = None
    note: str = ""
    entries: tuple[Entry, ...] = ()
    problems: tuple[EntryProblem, ...] = ()
