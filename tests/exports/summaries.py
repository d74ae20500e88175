"""Records of summaries for tests: any number of studios, with ties, missing sheets and names that try to do harm."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from exports.summary import Absent, Line, Part, Scored, SummaryRecord, Trend, TrendLine
from rubrics import files
from rubrics.bands import printed

SCHEMES = Path(files.__file__).parent / "schemes"
MONTHS = ("2026-01", "2026-02", "2026-03")
NASTY = '=HYPERLINK("http://x","点")工作室'
SURNAMES = "张王李赵陈刘杨黄周吴徐孙马朱胡郭何高林罗"


@cache
def scheme(name: str):
    rubric = files.load(SCHEMES / f"{name}.yaml").rubric
    assert rubric
    return rubric


def scored(rubric, part: str, lost: dict[str, Decimal], bonus: int = 0, **more) -> Scored:
    """A sheet that lost so much in each section."""
    sections = {str(each.no): each.points - lost.get(str(each.no), Decimal(0)) for each in rubric.sections}
    total = sum(sections.values(), Decimal(0)) + more.pop("beside", Decimal(0))
    return Scored(part, total, sum(lost.values(), Decimal(0)), Decimal(bonus), sections, "2026-04-02", **more)


def name(number: int) -> str:
    if number == 3:
        return NASTY
    leader = f"{SURNAMES[number % 20]}{'建国志强秀英伟民海涛'[number % 5 * 2 : number % 5 * 2 + 2]}"
    long = "机电设备检修维护与智能化改造" if number % 17 == 0 else ""
    return f"{leader}{long}劳模创新工作室{number}"


def quarter(count: int = 120, name_of=name, **more) -> SummaryRecord:
    """A quarter of three months: every eighth studio ties with the one before, the last but one lacks a month."""
    rubric = scheme("northwest-2025.v2")
    scale = rubric.outcomes.scale("quarter")
    lines, trends = [], []
    for number in range(count - 1):
        like = number - 1 if number % 8 == 7 else number
        sheets = tuple(
            scored(
                rubric, part,
                {"1": Decimal(like * 7 % 5), "2": Decimal(like * 3 % 8 + at % 2), "3": Decimal(like * 11 % 9) / 2},
                bonus=like % 4, confirmed=number % 3 == 0, appealed=number == 5,
            )
            for at, part in enumerate(MONTHS)
            if not (number == count - 2 and at == 1)
        )  # fmt: skip
        exact = sum((Fraction(each.total) for each in sheets), Fraction(0)) / len(sheets)
        band = scale.band(exact)
        whole = len(sheets) == len(MONTHS)
        lines.append(
            Line(
                name_of(number), f"第{number % 9 + 1}矿", "张建国", sheets,
                exact if whole else None, printed(exact, band) if whole else None,
                band.verdict if whole else "", ("suggested", "approved", "proposed")[number % 3],
                () if whole else (MONTHS[1],),
            )
        )  # fmt: skip
        now = lines[-1].shown
        before = tuple((now or Decimal(80)) - (number % 5) + at for at in range(3))
        trends.append(TrendLine(lines[-1].studio, lines[-1].unit, (*before, now)))
    gone = ("孙工作室", "第9矿", "孙工")
    made = {
        "rubric": rubric,
        "period": "2026 年第 1 季度",
        "parts": tuple(Part(part, f"2026 年 {at} 月", f"{at}月") for at, part in enumerate(MONTHS, 1)),
        "lines": tuple(lines),
        "absent": (
            *(Absent(*gone, f"{at}月", "未安排考核") for at in (1, 2)),
            Absent(*gone, "3月", "考核中，已评 4/13 项"),
            Absent(lines[-1].studio, lines[-1].unit, "张建国", "2月", "已安排，尚未开始"),
        ),
        "drawn_on": date(2026, 4, 6),
        "dated": datetime(2026, 4, 6, 2, 0, tzinfo=UTC),
        "trend": Trend(("2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"), tuple(trends)),
    }
    return SummaryRecord(**(made | more))


def year(count: int = 12) -> SummaryRecord:
    """A year of an award rubric: one sheet each, by section."""
    rubric = scheme("tongliao-2020.v1")
    scale = rubric.outcomes.scale("year")
    lines = []
    for number in range(count):
        lost = {"1": Decimal(number % 4), "2": Decimal(number * 3 % 21), "3": Decimal(number * 5 % 20)}
        sheet = scored(rubric, "2025", lost, confirmed=True, beside=Decimal(number == 2))
        exact = Fraction(sheet.total)
        line = Line(
            f"工作室{number}",
            "科尔沁区总工会",
            "白音",
            (sheet,),
            exact,
            sheet.total,
            scale.band(exact).verdict,
        )
        lines.append(line)
    return SummaryRecord(
        rubric=rubric, period="2025 年", parts=(Part("2025", "2025 年", "2025"),), lines=tuple(lines),
        absent=(), drawn_on=date(2026, 1, 6), dated=datetime(2026, 1, 6, tzinfo=UTC),
    )  # fmt: skip
