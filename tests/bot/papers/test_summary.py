"""The 汇总表 from the store: what is summed up, ranked and missing, and what is refused."""

from decimal import Decimal
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.entities import Scope
from bot.problems import Refusal
from bot.reports import summary
from bot.reports.papers import Asked
from exports.summary import SummaryRecord
from rubrics.periods import Period
from tests.bot.outcomes.scenes import NORTHWEST, NUC, TONGLIAO, decided, opened
from tests.bot.papers.scenes import LI, NOW, PAPER, Town

ALL = (Scope(kind="all"),)


def record(here: Town, period: str, rubric: str = NORTHWEST, unit: str = "", scopes=ALL) -> SummaryRecord:
    return summary.record(here.desk, Asked(rubric, Period.parse(period), scopes, unit), NOW, PAPER)


def test_a_quarter_is_the_exact_mean_of_its_months_and_ranked_by_it(here: Town) -> None:
    a, b, c, d = (here.studio(number) for number in range(1, 5))
    here.quarter(a, 2025, 4, "10", "10", "0")  # 93 1/3
    here.quarter(b, 2025, 4, "10", "0", "10")  # the same
    here.quarter(c, 2025, 4, "0", "0", "0")
    here.sheet(d, "2025-10", {"2.2": "5"})
    opened(here.desk, d, NORTHWEST, "2025-11", LI)
    found = record(here, "2025-Q4")
    assert {line.studio: (line.exact, line.shown) for line in found.lines} == {
        "张1工作室": (Fraction(280, 3), Decimal("93.33")),
        "张2工作室": (Fraction(280, 3), Decimal("93.33")),
        "张3工作室": (Fraction(100), Decimal(100)),
        "张4工作室": (None, None),
    }
    assert [part.short for part in found.parts] == ["10月", "11月", "12月"]
    assert {(one.studio, one.period, one.why) for one in found.absent} == {
        ("张4工作室", "11月", "已安排，尚未开始"),
        ("张4工作室", "12月", "未安排考核"),
    }
    assert (found.ties, found.ruled, found.judged) == ("skipped", False, True)
    book = load_workbook(
        BytesIO(summary.render(here.desk, Asked(NORTHWEST, Period.parse("2025-Q4"), ALL), NOW, PAPER))
    )
    rows = {row[1].value: row[0].value for row in book.worksheets[0].iter_rows(min_row=5, max_row=7)}
    assert rows == {"张3工作室": 1, "张1工作室": 2, "张2工作室": 2}


def test_a_figure_below_a_line_is_not_shown_on_it_and_the_verdict_says_how_far_it_is(here: Town) -> None:
    a = here.studio(1)
    here.quarter(a, 2025, 4, "10", "10", "10.1")
    (line,) = record(here, "2025-Q4").lines
    assert (line.shown, line.verdict, line.state) == (Decimal("89.96"), "不奖不罚", "suggested")
    for month, points in (("2025-07", "15"), ("2025-08", "15"), ("2025-09", "15.01")):
        here.sheet(a, month, {"2.2": "10", "2.3": str(Decimal(points) - 10)})
    (line,) = record(here, "2025-Q3").lines
    assert (line.shown, line.verdict) == (Decimal("84.99"), "85分以下")


def test_a_month_is_summed_up_by_section_without_a_verdict(here: Town) -> None:
    a = here.studio(1)
    here.sheet(a, "2025-12", {"2.2": "5", "1.3": "2"}, bonus="3")
    found = record(here, "2025-12")
    (line,) = found.lines
    assert line.sheets[0].sections == {"1": 18, "2": 25, "3": 40, "4": 10}
    assert (line.exact, line.sheets[0].bonus, line.verdict, found.judged) == (
        Fraction(93),
        Decimal(3),
        "",
        False,
    )


def test_a_decision_takes_the_place_of_a_missing_month(here: Town) -> None:
    a = here.studio(1)
    here.quarter(a, 2025, 4, "10", "0")
    decided(here.desk, a, NORTHWEST, "2025-Q4", LI, how="mean", reason="停产检修", state="approved")
    (line,) = record(here, "2025-Q4").lines
    assert (line.exact, line.missing) == (Fraction(95), ("2025-12",))


def test_a_year_without_lines_is_averaged_over_what_is_there_for_reference(here: Town) -> None:
    a, b = here.studio(1), here.studio(2)
    here.quarter(a, 2025, 1, "10", "0", "0")
    here.quarter(b, 2025, 1, "0")
    found = record(here, "2025")
    assert [part.id for part in found.parts] == ["2025-01", "2025-02", "2025-03"]
    assert [(line.exact, line.missing) for line in found.lines] == [
        (Fraction(290, 3), ()),
        (None, ("2025-02", "2025-03")),
    ]
    assert not found.judged


def test_the_trend_holds_the_periods_before_that_anybody_has(here: Town) -> None:
    a, b = here.studio(1), here.studio(2)
    here.quarter(a, 2025, 2, "10", "10", "10")
    here.quarter(a, 2025, 4, "0", "0", "0")
    here.quarter(b, 2025, 4, "10", "10", "10")
    trend = record(here, "2025-Q4").trend
    assert trend.periods == ("2025-Q2", "2025-Q4")
    assert [(line.studio, line.figures) for line in trend.lines] == [
        ("张1工作室", (Decimal(90), Decimal(100))),
        ("张2工作室", (None, Decimal(90))),
    ]


def test_another_rubric_is_summed_up_by_its_own_lines(here: Town) -> None:
    here.sheet(
        here.studio(1, types={TONGLIAO: "skills"}),
        "2025",
        {"3.1": "15", "2.6": "10", "2.5": "10", "4.1": "5.5"},
        rubric=TONGLIAO,
    )
    here.studio(2)
    found = record(here, "2025", TONGLIAO)
    assert [(line.exact, line.verdict) for line in found.lines] == [(Fraction(119, 2), "建议摘牌")]
    assert not found.absent, "a studio of no type of the rubric is not assessed by it"


def test_only_those_that_take_part_are_missed(here: Town) -> None:
    """By the visits of the year, else of the year before; a fact of the time belongs to it, one of another year not."""
    a, b, c, d = (here.studio(number) for number in range(1, 5))
    here.studio(5)
    here.sheet(a, "2025-12", {})
    here.sheet(b, "2025-03", {})
    here.fact(c, "2025-Q4", "reward")
    here.fact(d, "2024", "reward")
    assert [one.studio for one in record(here, "2025-12").absent] == ["张2工作室", "张3工作室"]


def test_scopes_and_units_keep_other_studios_out(here: Town) -> None:
    a, b = here.studio(1), here.studio(2, unit="二矿")
    here.sheet(a, "2025-12", {})
    here.sheet(b, "2025-12", {"2.2": "5"})
    assert [line.studio for line in record(here, "2025-12", unit="二矿").lines] == ["张2工作室"]
    assert [line.studio for line in record(here, "2025-12", scopes=(Scope(kind="studio", key=a),)).lines] == [
        "张1工作室"
    ]


def test_a_retired_studio_is_missed_only_for_what_came_before(here: Town) -> None:
    a = here.studio(1)
    here.studio(2, retired="2025-11-15")
    here.quarter(a, 2025, 4, "0", "0", "0")
    assert not record(here, "2025-12").absent


@pytest.mark.parametrize(
    ("rubric", "period", "unit", "code"),
    [
        (NORTHWEST, "2025-11", "", "export_nothing"),
        (NORTHWEST, "2024..2025", "", "paper_period"),
        (TONGLIAO, "2025-12", "", "paper_period"),
        (NUC, "2025-Q1", "", "paper_period"),
        ("northwest", "2025-12", "", "paper_no_rubric"),
        (NORTHWEST, "2025-12", "三矿", "paper_no_unit"),
        ("dalian-2019", "2025", "", "paper_no_points"),
    ],
)
def test_what_cannot_be_summed_up_is_refused(
    here: Town, rubric: str, period: str, unit: str, code: str
) -> None:
    here.sheet(here.studio(1), "2025-12", {})
    with pytest.raises(Refusal) as refused:
        record(here, period, rubric, unit)
    assert refused.value.code == code
