"""Scoring of one kind of rule as a table: a few items, then lines of entry and what comes of them.

items: …                                 the items in the language of rubric files, without texts that nobody needs
---
1.1 b2 ; 1.1 +a | 5 | 5 = 10 − 2×2 (b B) − 1×1 (a A)

Every row begins with empty marks; ` ; ` stands between lines of entry. Behind the bar: the score of the item of the
first line (`-`: none), its state, the score of another item (`1.2=0`), a figure of the sheet (`total=5`), or the code
of the refusal of the last line (`!over_most`). Behind the second bar: the explanation, where the table tells it. A
condition has a state, and the number measured if there is one.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from rubrics import files
from rubrics.explain import explanation
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.run import run_lines
from rubrics.scoring import score
from tests.kit.tiny import tiny

TABLES = sorted((Path(__file__).parents[1] / "data" / "kinds").glob("*.txt"))


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    number: int
    entries: tuple[str, ...]
    expected: tuple[str, ...]
    explained: str | None


@dataclass(frozen=True)
class Table:
    """A scheme of a few items and what comes of entries."""

    rubric: Rubric
    rows: tuple[Row, ...]


def read(path: Path) -> Table:
    """The table in a file."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    first = head.count("\n") + 3
    lines = [(first + at, line) for at, line in enumerate(body.splitlines())]
    rows = tuple(_row(number, line) for number, line in lines if line.strip() and not line.startswith("#"))
    return Table(tiny(**files.tree(head)), rows)


def _row(number: int, line: str) -> Row:
    entries, expected, *rest = (cell.strip() for cell in line.split("|"))
    lines = tuple(entry.strip() for entry in entries.split(" ; "))
    return Row(number, lines, tuple(expected.split()), rest[0] if rest else None)


def outcome(rubric: Rubric, row: Row) -> tuple[tuple[str, ...], str]:
    """What the row gives, in the words of the table, and the explanation of its item."""
    marks, problems = run_lines(rubric, "\n".join(row.entries))
    no = row.entries[0].split()[0].rstrip("是")
    if problems:
        return tuple(f"!{one.problem.code}" for one in problems), ""
    sheet = score(rubric, marks)
    if gate := next((one for one in sheet.gates if one.no == no), None):
        return (gate.state, *([] if gate.measured is None else [show(gate.measured)])), ""
    item = sheet.item(no)
    assert item is not None
    said = []
    for word in row.expected:
        name, _, value = word.partition("=")
        other = sheet.item(name) if value else None
        if other is not None:
            said.append(f"{name}={_shown(other.score)}")
        elif value:
            found = getattr(sheet, name)
            said.append(f"{name}={show(found) if isinstance(found, Decimal) else found}")
        else:
            said.append(item.state if word.isalpha() else _shown(item.score))
    return tuple(said), explanation(item)


def _shown(amount: Decimal | None) -> str:
    return "-" if amount is None else show(amount)
