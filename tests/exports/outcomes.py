"""Records of circulars for tests: a quarter and a year of several schemes, as `rubrics.outcomes` judges them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from exports.outcome_records import DueLine, OutcomeLine, OutcomeRecord, PartLine
from exports.summary import Absent
from rubrics.outcomes import Outcome, outcomes
from rubrics.periods import Period
from rubrics.totals import Given
from tests.exports.summaries import scheme

DATED = datetime(2026, 4, 6, 2, 0, tzinfo=UTC)


def given(totals: str) -> list[Given]:
    """Lines such as "2026-01 92; 2026-02 88; 2026 - commended" as the engine takes them."""
    made = []
    for words in totals.split(";"):
        period, total, *facts = words.split()
        made.append(Given(Period.parse(period), None if total == "-" else Decimal(total), tuple(facts)))
    return made


def dues(
    rubric, outcome: Outcome, leader: str, split: Sequence[tuple[str, Decimal]] = ()
) -> tuple[DueLine, ...]:
    """What follows, with the words that a desk would add."""
    among = [due.consequence.choice for due in outcome.consequences]
    made = []
    for due in outcome.consequences:
        one, clause = due.consequence, rubric.clause(due.clause)
        leads = rubric.leader in one.who
        made.append(
            DueLine(
                one.who, one.what, due.amount, due.unit or "", one.per, clause.where,
                name=leader if leads else "", heads=None if one.per == "head" and not leads else 1,
                note=one.note or "", choice=one.choice or "" if among.count(one.choice) > 1 else "",
                split=tuple(split) if one.note else (), fund=one.of is not None, to_share=bool(one.note),
            )
        )  # fmt: skip
    return tuple(made)


def line(
    rubric, name: str, totals: str, period: str, state="suggested", split=(), fund="30000"
) -> OutcomeLine:
    """One studio, judged by the engine."""
    found = {str(each.period): each for each in outcomes(rubric, given(totals), fund=Decimal(fund))}
    outcome, parts = found.get(period), []
    if period.isdigit() and rubric.id.startswith("northwest"):
        for number in range(1, 5):
            part = found.get(f"{period}-Q{number}")
            said = "；".join(one.verdict for one in part.verdicts) if part else ""
            parts.append(PartLine(part.average, said, "approved") if part else None)
    facts = tuple(fact.title for fact in outcome.facts) if outcome else ()
    return OutcomeLine(
        name, "机电工区", "张建国", outcome.average if outcome else None,
        "；".join(one.verdict for one in outcome.verdicts) if outcome else "", state,
        dues(rubric, outcome, "张建国", split) if outcome else (), facts, tuple(parts),
        clauses=tuple(f"{each.where}：{each.quote}" for each in outcome.clauses) if outcome else (),
    )  # fmt: skip


def record(rubric, kind, period: str, lines, **more) -> OutcomeRecord:
    made = {"absent": (Absent("孙工作室", "第9矿", "孙工", "", "2月未安排考核"),)} | more
    return OutcomeRecord(
        rubric=rubric,
        kind=kind,
        period=period,
        lines=tuple(lines),
        drawn_on=date(2026, 4, 6),
        dated=DATED,
        **made,
    )


def quarter() -> OutcomeRecord:
    """A quarter: rewarded and shared out, rewarded, neither, below once and twice."""
    rubric = scheme("northwest-2025.v2")
    shared = (("张建国", Decimal(400)), ("李志强", Decimal("300.5")), ("=王海涛", Decimal("299.5")))
    below = "2025-Q4 84; 2026-01 85; 2026-02 85; 2026-03 84.9"
    lines = (
        line(
            rubric,
            "张建国劳模创新工作室",
            "2026-01 92; 2026-02 88; 2026-03 90",
            "2026-Q1",
            "approved",
            shared,
        ),
        line(rubric, "李志强工匠创新工作室", "2026-01 95; 2026-02 91; 2026-03 90", "2026-Q1", "proposed"),
        line(rubric, "王海涛创新工作室", "2026-01 85; 2026-02 86; 2026-03 89", "2026-Q1"),
        line(rubric, "赵伟民创新工作室", "2026-01 80; 2026-02 86; 2026-03 83", "2026-Q1", "carried_out"),
        line(rubric, "陈秀英创新工作室", below, "2026-Q1", "outdated"),
    )
    return record(rubric, "quarter", "2026 年第 1 季度", lines)


def year() -> OutcomeRecord:
    """A year by quarters, with facts and alternatives."""
    rubric = scheme("northwest-2025.v2")
    quarters = "2025-Q1 91.5; 2025-Q2 88; 2025-Q3 84; 2025-Q4 83"
    lines = (
        line(rubric, "张建国劳模创新工作室", f"{quarters}; 2025 - unfinished", "2025", "proposed"),
        line(
            rubric,
            "李志强工匠创新工作室",
            "2025-Q1 95; 2025-Q2 93; 2025 - commended upgraded",
            "2025",
            "approved",
        ),
        line(rubric, "王海涛创新工作室", "2025-Q3 90; 2025 - last-ranked master-craftsman", "2025"),
        line(rubric, "赵伟民创新工作室", "2025-Q1 91; 2025-Q2 91; 2025-Q3 91; 2025-Q4 91", "2025"),
    )
    parts = tuple(f"第 {number} 季度" for number in range(1, 5))
    return record(rubric, "year", "2025 年", lines, parts=parts)


def tongliao() -> OutcomeRecord:
    """A year of totals: kept, on the line, below it, three years without results."""
    rubric = scheme("tongliao-2020.v1")
    three = "2023 71 no-results; 2024 75 no-results; 2025 80 no-results"
    lines = [
        line(rubric, f"工作室{at}", f"2025 {total}", "2025") for at, total in enumerate(("88", "60", "59.5"))
    ]
    return record(
        rubric, "year", "2025 年", [*lines, line(rubric, "工作室3", three, "2025", "approved")], absent=()
    )
