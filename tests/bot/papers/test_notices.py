"""通报, 兑现表 and 总评 from the store: what they say of sheets, facts, decisions, splits; what is refused."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO

import docx
import pytest

from bot.changes.outcomes.of import frozen, result
from bot.entities import Scope
from bot.problems import Refusal
from bot.reports import notices
from bot.reports.papers import Asked
from exports.outcome_records import OutcomeRecord
from exports.payout_rows import rows, sums
from rubrics.periods import Period
from rubrics.problems import Refused
from tests.bot.outcomes.scenes import NORTHWEST, NUC, TONGLIAO, decided
from tests.bot.papers.scenes import LI, NOW, PAPER, Town

ALL = (Scope(kind="all"),)


def asked(period: str, rubric: str = NORTHWEST) -> Asked:
    return Asked(rubric, Period.parse(period), ALL)


def payout(here: Town, period: str, rubric: str = NORTHWEST) -> OutcomeRecord:
    return notices.payout_record(here.desk, asked(period, rubric), NOW, PAPER)


def review(here: Town, period: str, rubric: str = NORTHWEST) -> OutcomeRecord:
    return notices.annual_record(here.desk, asked(period, rubric), NOW, PAPER)


def listed(found: OutcomeRecord) -> list[tuple[str, str, str | None]]:
    return [(row.name, row.what, None if row.amount is None else f"{row.amount:f}") for row in rows(found)]


def approve(here: Town, studio: str, period: str) -> None:
    """Freeze what follows now, as a proposal does, and approve it."""
    found = result(here.desk, NORTHWEST, period, studio)
    assert found
    decided(
        here.desk, studio, NORTHWEST, period, LI, state="approved", figures=frozen(found), id=f"judge{studio}"
    )


# --- 通报


def test_the_circular_says_what_was_good_what_was_found_and_who_is_missing(here: Town) -> None:
    """Who was visited in another month of the year takes part; who never was is nobody's business here."""
    a, b, c = here.studio(1), here.studio(2), here.studio(3)
    here.studio(4)
    here.sheet(c, "2025-11", {})
    here.sheet(a, "2025-12", {"2.2": "5", "1.3": "2"}, strengths="台账清楚")
    here.sheet(b, "2025-12", {})
    found = notices.bulletin_record(here.desk, asked("2025-12"), NOW, PAPER)
    assert [(one.studio, one.total, one.strengths) for one in found.checked] == [
        ("张1工作室", Decimal(93), "台账清楚"),
        ("张2工作室", Decimal(100), ""),
    ]
    assert [(one.item, one.points, one.problem) for one in found.checked[0].findings] == [
        ("2.2", Decimal(5), "缺记录"),
        ("1.3", Decimal(2), "缺记录"),
    ]
    assert [(one.studio, one.why) for one in found.absent] == [("张3工作室", "未安排考核")]
    document = docx.Document(BytesIO(notices.render_bulletin(here.desk, asked("2025-12"), NOW, PAPER)))
    text = "\n".join(each.text for each in document.paragraphs)
    assert "应检查 3 个工作室，已完成并签字 2 个" in text
    assert (
        "平均得分 96.5 分，最高 100 分，最低 93 分；1 个工作室共发现问题 2 项。未发现问题的工作室：张2工作室。"
        in text
    )
    assert "张1工作室：台账清楚" in text


# --- 兑现表


def test_a_lump_sum_is_listed_by_person_once_it_is_approved_and_shared_out(here: Town) -> None:
    a = here.studio(1)
    here.quarter(a, 2025, 4, "10", "0", "0")
    assert listed(payout(here, "2025-Q4")) == [("", "绩效考核工资", "1000")]
    assert [row.open for row in rows(payout(here, "2025-Q4"))] == ["unshared"]
    approve(here, a, "2025-Q4")
    here.split(f"judge{a}", 0, ("张三", "600.5"), ("李四", "399.5"))
    found = payout(here, "2025-Q4")
    assert listed(found) == [("张三", "绩效考核工资", "600.5"), ("李四", "绩效考核工资", "399.5")]
    assert sums(rows(found)) == (("绩效考核工资", "元", Decimal(1000), Decimal(0)),)
    assert [line.state for line in found.lines] == ["approved"]


def test_what_changed_since_it_was_approved_is_said_to_be_so(here: Town) -> None:
    a = here.studio(1)
    here.quarter(a, 2025, 4, "10", "0", "0")
    approve(here, a, "2025-Q4")
    here.split(f"judge{a}", 0, ("张三", "1000"))
    here.sheet(a, "2025-12", {"2.2": "10", "2.3": "10", "1.5": "5", "3.3": "20"})
    found = payout(here, "2025-Q4")
    assert [line.state for line in found.lines] == ["outdated"]
    assert listed(found) == [("", "年度专项经费", None), ("张1", "绩效考核工资", "-200")]
    assert [row.open for row in rows(found)] == ["share", ""], "the fund of the year is not known"


def test_two_quarters_below_take_from_fund_leader_and_heads_and_a_word_with_the_engineer(here: Town) -> None:
    a = here.studio(1)
    here.fund(a, 2025)
    for month in range(7, 13):
        here.sheet(a, f"2025-{month:02}", {"2.2": "10", "2.3": "10"})
    found = payout(here, "2025-Q4")
    assert listed(found) == [
        ("", "年度专项经费", "-6000"),
        ("张1", "绩效考核工资", "-500"),
        ("", "绩效考核工资", None),
    ]
    assert [due.what for line in found.lines for due in line.dues if due.amount is None] == ["约谈"]
    assert {row.basis for row in rows(found)} == {"六（二）"}
    assert any("连续两个季度85分以下" in clause for clause in found.clauses)


def test_heads_that_were_named_are_listed_and_counted(here: Town) -> None:
    a = here.studio(1)
    for month in range(7, 13):
        here.sheet(a, f"2025-{month:02}", {"2.2": "10", "2.3": "10"})
    approve(here, a, "2025-Q4")
    here.split(f"judge{a}", 2, ("书记", "-300"), ("矿长", "-300"))
    found = payout(here, "2025-Q4")
    assert listed(found)[1:] == [
        ("张1", "绩效考核工资", "-500"),
        ("书记", "绩效考核工资", "-300"),
        ("矿长", "绩效考核工资", "-300"),
    ]
    assert sums(rows(found)) == (("绩效考核工资", "元", Decimal(0), Decimal(-1100)),)


def test_a_quarter_with_a_month_missing_is_named_and_not_listed(here: Town) -> None:
    a, b = here.studio(1), here.studio(2)
    here.quarter(a, 2025, 4, "10", "0", "0")
    here.quarter(b, 2025, 4, "10", "0")
    found = payout(here, "2025-Q4")
    assert [line.studio for line in found.lines] == ["张1工作室"]
    assert [(one.studio, one.why) for one in found.absent] == [
        ("张2工作室", "缺 2025-12 的评分表，尚未决定如何处理")
    ]


# --- 总评


def test_a_year_shows_its_quarters_facts_and_alternatives(here: Town) -> None:
    a = here.studio(1)
    for number in range(1, 5):
        here.quarter(a, 2025, number, "10", "0", "0")
    here.fact(a, "2025", "unfinished", note="课题未完成")
    (line,) = review(here, "2025").lines
    assert [part.figure if part else None for part in line.parts] == [Decimal("96.66")] * 4
    assert [part.verdict if part else None for part in line.parts] == ["奖励"] * 4
    assert line.facts == ("任务未完成（课题未完成）",)
    assert line.verdict == "建议摘牌或更换领衔人"
    assert {due.what for due in line.dues if due.choice} >= {"摘牌", "更换创新工作室领衔人"}
    assert line.open, "alternatives are to be chosen"
    assert line.reference == Decimal("96.66")
    text = words(notices.render_annual(here.desk, asked("2025"), NOW, PAPER))
    assert "以下之一：创新工作室：摘牌；或 创新工作室领衔人：更换创新工作室领衔人" in text


def words(data: bytes) -> str:
    document = docx.Document(BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(each.text for each in document.paragraphs), *cells))


def test_a_scheme_of_years_has_no_parts_and_one_of_cycles_shows_its_years(here: Town) -> None:
    a = here.studio(1, types={TONGLIAO: "skills"})
    here.sheet(a, "2025", {"3.1": "15", "2.6": "10", "2.5": "10", "4.1": "6"}, rubric=TONGLIAO)
    (line,) = review(here, "2025", TONGLIAO).lines
    assert (line.parts, line.figure, line.verdict) == ((), Decimal(59), "建议摘牌")
    here.fact(a, "2025", "leader-left", rubric=NUC)
    found = review(here, "2024..2025", NUC)
    assert found.parts == ("2024年", "2025年")
    (line,) = found.lines
    assert [part.verdict if part else None for part in line.parts] == [None, "建议重新命名或取消命名"]
    assert "周期" in words(notices.render_annual(here.desk, asked("2024..2025", NUC), NOW, PAPER))


# --- refusals


@pytest.mark.parametrize(
    ("make", "rubric", "period", "code"),
    [
        (notices.bulletin_record, NORTHWEST, "2025-11", "export_nothing"),
        (notices.bulletin_record, NORTHWEST, "2025-H1", "paper_period"),
        (notices.payout_record, NORTHWEST, "2025-12", "paper_period"),
        (notices.payout_record, NORTHWEST, "2025-Q1", "export_nothing"),
        (notices.payout_record, TONGLIAO, "2025", "paper_no_money"),
        (notices.payout_record, NORTHWEST, "2025-Q4", "paper_open"),
        (notices.bulletin_record, "dalian-2019", "2025", "paper_no_points"),
        (notices.annual_record, NORTHWEST, "2025-Q4", "paper_period"),
        (notices.annual_record, TONGLIAO, "2025", "export_nothing"),
    ],
)
def test_what_cannot_be_written_is_refused(
    here: Town, make: Callable[..., object], rubric: str, period: str, code: str
) -> None:
    here.sheet(here.studio(1), "2025-12", {})
    with pytest.raises(Refusal) as refused:
        make(here.desk, asked(period, rubric), NOW, PAPER)
    assert refused.value.code == code


def test_a_rubric_that_concludes_nothing_is_refused(here: Town) -> None:
    with pytest.raises(Refused) as refused:
        payout(here, "2025", "dalian-2019")
    assert refused.value.problem.code == "outcomes_none"
