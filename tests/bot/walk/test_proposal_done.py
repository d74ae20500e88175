"""What there was of what was wanted, as a line: few times one after another, of many only those that lack."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.flows.walk.proposal_done import done
from bot.texts import words
from rubrics.logbook import Logged, standing
from rubrics.periods import Period
from rubrics.standing_counts import held, joined
from tests.kit.schemes import latest
from tests.kit.standing import file_of

NORTHWEST = latest("northwest-2025")
NUC = latest("nuc-2024")
TONGLIAO = latest("tongliao-2020")


def months(period: str, figures: str, language: str = "zh-CN", file: str | None = None) -> str:
    """The line about lessons (two a month), with so many in each month from the first on."""
    span = Period.parse(period)
    entries = []
    for number, figure in enumerate(figures.split()):
        day = date(span.start.year + number // 12, number % 12 + 1, 5)
        entries += [Logged(f"{number}.{one}", "theory", day, day) for one in range(int(figure))]
    stands = [
        one
        for one in standing(NORTHWEST, entries, span, today=span.end)
        if one.requirement.activities == ("theory",)
    ]
    if file is not None:
        stands = [replace(one, held=Decimal(file)) for one in stands]
    (line,) = done(NORTHWEST, stands, words(language))
    return line


LINES = [
    # a month, a quarter: one figure after another, as before
    ("2025-01", "1", "zh-CN", "专业理论授课 1/2 次"),
    ("2025-Q1", "2 1 3", "zh-CN", "专业理论授课 2/2 1/2 3/2 次"),
    # of twelve months only what lacks
    ("2025", "2 2 2 2 2 2 2 2 2 2 2 2", "zh-CN", "专业理论授课 12/12 个月达到"),
    ("2025", "2 2 2 2 2 2 2 1 0 0 2 9", "zh-CN", "专业理论授课 9/12 个月达到（8月 1/2 次；9月–10月 0/2 次）"),
    ("2025", "0 2 0 1 0 0 1 1 2 2 0 0", "zh-CN", "专业理论授课 3/12 个月达到（1月、3月、5月–6月、11月–12月 0/2 次；4月、7月–8月 1/2 次）"),
    ("2025", "", "zh-CN", "专业理论授课 0/12 个月达到（1月–12月 0/2 次）"),
    ("2025-H1", "2 2 2 2 2 0", "zh-CN", "专业理论授课 5/6 个月达到（6月 0/2 次）"),
    ("2025", "2 2 2 2 2 2 2 1 0 0 2 9", "en", "theory lesson: enough in 9 of 12 months (Aug 1/2 lessons; Sep–Oct 0/2 lessons)"),
    # two years: the month alone would not say which
    (
        "2024..2025",
        "2 2 2 2 2 2 2 2 2 2 2 1 1 2 2 2 2 2 2 2 2 2 2 0",
        "zh-CN",
        "专业理论授课 21/24 个月达到（2024-12 至 2025-01 1/2 次；2025-12 0/2 次）",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("period", "figures", "language", "expected"), LINES)
def test_a_line(period: str, figures: str, language: str, expected: str) -> None:
    assert months(period, figures, language) == expected


def test_what_the_file_has_is_one_sum_where_the_times_are_many() -> None:
    """What either has is there; month by month it would be as long again."""
    assert months("2025-Q1", "2 1 0", file="1") == "专业理论授课 2/2 1/2 0/2 次（档案 1 1 1）"
    assert months("2025-H1", "2 2 2 2 2 0", file="1").endswith("5/6 个月达到（6月 1/2 次）（档案 6）")


def test_no_line_of_a_year_is_too_long_for_a_phone() -> None:
    """The worst of it: every other month lacks, and no two alike follow each other."""
    worst = months("2025", "0 1 0 1 0 1 0 1 0 1 0 1")
    assert worst.endswith(
        "0/12 个月达到（1月、3月、5月、7月、9月、11月 0/2 次；2月、4月、6月、8月、10月、12月 1/2 次）"
    )
    assert len(worst) < 90


def test_what_the_source_names_no_number_for_is_a_number_alone() -> None:
    period = Period.parse("2025")
    file = file_of("members 甲 2025-01-01\nmembers 乙 2025-01-01")
    found = [one for one in held(TONGLIAO, file, period) if one.holding.id == "team"]
    assert done(TONGLIAO, found, words("zh-CN")) == ("成员名册 2 人",)
    assert done(TONGLIAO, found, words("en")) == ("members listed 2 persons",)


def test_what_the_file_counts_is_named_where_it_lacks() -> None:
    """A pair without a month's result is registered and does not count: the line says what does."""
    period = Period.parse("2025")
    file = file_of("pairs 甲 2025-01-01\nprojects 阀 2025-01-01 sort=own")
    stands = standing(NORTHWEST, [], period, today=period.end)
    both, _ = joined(stands, held(NORTHWEST, file, period), log=True)
    lines = done(NORTHWEST, both, words("zh-CN"))
    assert "导师带徒 0/1 人（档案：有月度结果的徒弟 0）" in lines
    assert "自主课题攻关 0/1 项（档案：已验收的自主课题 0）" in lines
    assert "国家专利 0/1 项（档案 0）" in lines
    assert "难题案例 0/1 0/1 个（档案 0 0）" in lines


def test_a_quarter_without_a_plan_stands_in_its_place() -> None:
    period = Period.parse("2025")
    file = file_of("plan 2025 accepted\nplan 2025-Q1 accepted\nplan 2025-Q3 accepted")
    _, alone = joined((), held(NORTHWEST, file, period), log=False)
    found = [one for one in alone if one.holding.id == "plan-of-quarter"]
    assert done(NORTHWEST, found, words("zh-CN")) == ("季度计划 1/1 0/1 1/1 0/1 份",)
