"""From rows to totals as tables: the sections of a scheme, then lines of entry and what the sheet says.

sections: … bonus: … gates: …       in the language of rubric files, without texts that nobody needs
---
1.1 a2 ; 2.1 b | total=5 2=3 steps=extra:-10,floor:5

Every row begins with empty marks; ` ; ` stands between lines of entry. Behind the bar figures of the sheet by name;
`2=3` is the score of section 2, `1.1=0` that of an item, `5.1=met` what became of a gate, `steps` every step from
the sections to the total, `1:steps` those within section 1. A third column may hold `period P`, `variant V`, `form F`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rubrics import files
from rubrics.beside import Adjustment
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.points import show
from rubrics.run import run_lines
from rubrics.scoring import Sheet, score

TABLES = sorted((Path(__file__).parents[1] / "data" / "sheets").glob("*.txt"))
HEAD = {
    "id": "tiny",
    "version": 1,
    "title": "考核表",
    "short": "表",
    "document": "1号",
    "issuer": "工会",
    "issued": "2025-01-01",
    "leader": "负责人",
    "periods": ("month", "year"),
}


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    number: int
    entries: tuple[str, ...]
    expected: tuple[tuple[str, str], ...]
    where: dict[str, Any]


def scheme(tree: Mapping[str, Any]) -> Rubric:
    """A scheme of which only what matters is said; sections count on in the order in which they stand."""
    whole = {name: _filled(value) for name, value in tree.items()}
    return Rubric.model_validate({**HEAD, **whole})


def _filled(value: Any) -> Any:
    if isinstance(value, list):
        return [_filled(one) for one in value]
    if not isinstance(value, dict):
        return value
    made = {name: _filled(one) for name, one in value.items()}
    if "letter" in made:
        made.setdefault("text", str(made["letter"]).upper())
    if "no" in made:
        made.setdefault("title", str(made["no"]))
    return made


def read(path: Path) -> tuple[Rubric, tuple[Row, ...]]:
    """The scheme and the rows in a file."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    first = head.count("\n") + 3
    lines = [(first + at, line) for at, line in enumerate(body.splitlines())]
    rows = tuple(_row(number, line) for number, line in lines if line.strip() and not line.startswith("#"))
    return scheme(files.tree(head)), rows


def _row(number: int, line: str) -> Row:
    entries, expected, *rest = (cell.strip() for cell in line.split("|"))
    lines = tuple(entry.strip() for entry in entries.split(" ; "))
    pairs = tuple((name, value) for name, _, value in (one.partition("=") for one in expected.split()))
    words = rest[0].split() if rest else []
    where: dict[str, Any] = dict(zip(words[::2], words[1::2], strict=True))
    if "period" in where:
        where["period"] = Period.parse(where["period"])
    return Row(number, lines, pairs, where)


def run(rubric: Rubric, row: Row) -> Sheet:
    """The sheet of a row; a refused line is a mistake in the table."""
    marks, problems = run_lines(rubric, "\n".join(row.entries), row.where.get("period"))
    assert not problems, problems
    return score(rubric, marks, **row.where)


def figure(sheet: Sheet, name: str) -> str:
    """What the sheet says of a name of a table."""
    if name in _TOLD:
        return _TOLD[name](sheet)
    if "." in name:
        gate = sheet.gate(name)
        return gate.state if gate else show(sheet.score(name))
    no, _, what = name.partition(":")
    if no.isdigit():
        section = next(one for one in sheet.sections if str(one.no) == no)
        return (
            steps(section.adjustments) if what == "steps" else show(section.earned if what else section.score)
        )
    value = getattr(sheet, name)
    return str(value) if isinstance(value, bool | None) else show(value)


def steps(listed: tuple[Adjustment, ...]) -> str:
    """Every step with its sign: extra:-10,floor:3."""
    return ",".join(f"{one.kind}:{show(one.points)}" for one in listed)


_TOLD: Final[dict[str, Callable[[Sheet], str]]] = {
    "steps": lambda sheet: steps(sheet.adjustments),
    "exact": lambda sheet: str(sheet.exact),
    "scored": lambda sheet: f"{sheet.scored}/{sheet.count}",
    "vetoes": lambda sheet: ",".join(f"{one.no}{one.letter}:{one.scope}" for one in sheet.vetoes),
}
