"""Where a sheet lost its points: the losses of a row add up to what it lacks, whatever its rules are."""

from decimal import Decimal
from pathlib import Path

import pytest

from rubrics import files
from rubrics.losses import losses
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.run import run_lines
from rubrics.scoring import score
from rubrics.sheet import Sheet

SCHEMES = Path(files.__file__).parent / "schemes"
KINDS = Path(__file__).parents[1] / "data" / "rubrics" / "kinds.v1.yaml"
DECEMBER = Period.parse("2025-12")
NORTHWEST_44 = (
    "1.1 a;1.2 a2;1.3 a1b2;1.4 a3;1.5 b;2.1 abc1;2.2 a1b1;2.3 满;3.1 b2;3.2 a1b1;3.3 a2b;4.1 满;4.2 a;5.1 a1"
)
TONGLIAO_71 = "1.1 ac;1.2 b;2.1 ab;2.2 b;2.3 a;2.4 ab;2.5 ab;2.6 a;3.1 a;3.2 0;4.1 a;4.2 a;5.1 a;5.2 0;5.3 a"


def sheet_of(path: Path, lines: str, period: Period | None = None) -> Sheet:
    """The sheet of these lines."""
    rubric = files.load(path).rubric
    assert rubric
    return scored(rubric, lines, period)


def scored(rubric: Rubric, lines: str, period: Period | None = None) -> Sheet:
    """The same by a rubric that was read."""
    marks, problems = run_lines(rubric, lines.replace(";", "\n"), period)
    assert not problems
    return score(rubric, marks, period=period)


def table(sheet: Sheet) -> dict[str, str]:
    """Number and letter of each loss with its points."""
    return {f"{loss.no} {loss.letter}".strip(): str(loss.points.normalize()) for loss in losses(sheet)}


def test_the_fourth_worked_case():
    """Each deduction once, by its letter; 56 in all, with floors given back."""
    found = table(sheet_of(SCHEMES / "northwest-2025.v1.yaml", NORTHWEST_44, DECEMBER))
    assert found == {
        "1.1 a": "2",
        "1.2 a": "2",
        "1.3 a": "1",
        "1.3 b": "2",
        "1.4 a": "5",
        "1.5 b": "3",
        "2.1 a": "5",
        "2.1 b": "2",
        "2.1 c": "2",
        "2.2 a": "5",
        "2.2 b": "2",
        "3.1 b": "4",
        "3.2 a": "5",
        "3.2 b": "2",
        "3.3 a": "4",
        "3.3 b": "5",
        "4.2 a": "5",
    }
    assert sum(map(Decimal, found.values())) == 56


def test_the_third_worked_case():
    """Each award rule that was not met; the point that the source forgot is nobody's loss where it is ruled out."""
    found = table(sheet_of(SCHEMES / "tongliao-2020.v1.yaml", TONGLIAO_71))
    assert found["1.1 b"] == "2"
    assert found["2.2 a"] == "1"
    assert found["2.2 c"] == "1"
    assert found["3.2 a"] == "5"
    assert sum(map(Decimal, found.values())) == 29


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("1.4 3 缺制度", {"1.4": "2"}),
        ("1.4 a9", {"1.4 a": "5"}),
        ("1.5 ab", {"1.5 a": "2", "1.5 b": "3"}),
        ("1.5 a", {"1.5 a": "5"}),
        ("1.2 ab", {"1.2 a": "2", "1.2 b": "2"}),
        ("1.3 a3b9", {"1.3 a": "3", "1.3 b": "1"}),
        ("1.3 a5b1", {"1.3 a": "4", "1.3 b": "0"}),
        ("1.3 满", {}),
        ("5.1 a1", {}),
    ],
)
def test_a_row_loses_what_it_lacks(line: str, lost: dict[str, str]):
    """By hand it is the row's; a floor gives back to what was met last, which is found all the same."""
    assert table(sheet_of(SCHEMES / "northwest-2025.v1.yaml", line, DECEMBER)) == lost


def test_what_another_period_counts_is_no_loss():
    """3.3 e belongs to December alone."""
    november = sheet_of(SCHEMES / "northwest-2025.v1.yaml", "3.3 cd", Period.parse("2025-11"))
    assert set(table(november)) == {"3.3 c", "3.3 d"}


def test_whatever_the_kinds_of_rules_are():
    """A scheme with every kind: each row's losses add up to what it lacks, none is below 0."""
    rubric = files.load(KINDS).rubric
    assert rubric
    for item in rubric.items:
        for rule in item.rules:
            for mark in (rule.letter, f"{rule.letter}2", f"{rule.letter}=1"):
                marks, problems = run_lines(rubric, f"{item.no} {mark}")
                sheet = score(rubric, marks)
                row = sheet.item(item.no)
                if problems or row is None or row.state != "scored" or row.score is None or row.beyond:
                    continue
                mine = [loss.points for loss in losses(sheet) if loss.no == item.no]
                assert all(points >= 0 for points in mine)
                assert sum(mine) == max(Decimal(0), row.attainable - row.score), (item.no, mark)
