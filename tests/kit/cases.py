"""Scoring cases as small tables: lines of quick entry, the score that each item has then, and the totals.

rubric northwest-2025          the scheme; `period P` and `ruling ID OPTION` may follow
                               a blank line
1.2 a2     | 2 scored          an entry | the item's score, and its state if it matters; nothing: no score
                               a blank line
total 44                       figures of the sheet; `sections`, `warnings`, `uncounted` list several
"""

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from rubrics import files
from rubrics.marks import ItemMarks
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.run import run_lines
from rubrics.scoring import Sheet, score

TONGLIAO_71 = """\
1.1 ac
1.2 b
2.1 ab
2.2 b
2.3 a
2.4 ab
2.5 ab
2.6 a
3.1 a
3.2 0
4.1 a
4.2 a
5.1 a
5.2 0
5.3 a
"""
"""The third worked case: 71 where the point that the source forgot is given to nobody."""

CASES = Path(__file__).parents[1] / "data" / "cases"


@dataclass
class Case:
    """One table."""

    rubric: Rubric
    period: Period | None = None
    rulings: dict[str, str] | None = None
    rows: list[tuple[str, str]] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)

    def run(self, upto: int | None = None) -> tuple[Sheet, dict[str, ItemMarks]]:
        """The sheet after so many rows; a refused line is a mistake in the table."""
        text = "\n".join(entry for entry, _ in self.rows[:upto])
        marks, problems = run_lines(self.rubric, text, self.period, rulings=self.rulings)
        assert not problems, problems
        return score(self.rubric, marks, period=self.period, rulings=self.rulings), marks


def read(path: Path) -> Case:
    """The table in a file."""
    head, rows, figures = path.read_text(encoding="utf-8").strip().split("\n\n")
    facts = [line.split() for line in head.splitlines()]
    case = Case(files.latest(next(value for key, value, *_ in facts if key == "rubric")))
    for key, value, *rest in facts:
        if key == "period":
            case.period = Period.parse(value)
        if key == "ruling":
            case.rulings = {**(case.rulings or {}), value: rest[0]}
    for row in rows.splitlines():
        entry, expected = row.split("|")
        case.rows.append((entry.strip(), expected.strip()))
    case.figures = dict(figure.split(maxsplit=1) for figure in figures.splitlines())
    return case


def number(text: str) -> Decimal | None:
    """A figure of a table; an empty one is no score."""
    return Decimal(text) if text else None
