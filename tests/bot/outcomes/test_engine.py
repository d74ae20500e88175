"""The engine over the database: totals, facts, decisions and rulings of a store become outcomes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.changes.outcomes.of import Result, counts, frozen, result, results
from bot.clock import SteppedClock
from bot.entities import FactEntry, Person, Studio, YearFund
from bot.store import StoreDesk, open_alone
from tests.bot.outcomes.scenes import NORTHWEST, NUC, SIGNED, TONGLIAO, contested, decided, opened, signed
from tests.bot.store.test_read_once import statements
from tests.kit.program import START

LI = "person0000001"
S = "studio0000001"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[StoreDesk]:
    """A store with one studio, its fund of 2025, and somebody who signs."""
    with open_alone(tmp_path / "scorewalk.db", clock=SteppedClock(START)) as alone:
        held: list[StoreDesk] = []
        alone.write(held.append)
        (made,) = held
        made.people.add(Person(id=LI, name="李工"), SIGNED)
        made.studios.add(
            Studio(id=S, name="张建国工作室", unit="一矿", leader="张建国", named_on="2020-06-01")
        )
        made.studios.put_fund(YearFund(studio=S, year=2025, amount="30000", by=LI, at=SIGNED))
        yield made


def months(desk: StoreDesk, *totals: str, start: int = 1, year: int = 2025, studio: str = S) -> None:
    for number, total in enumerate(totals, start):
        signed(desk, studio, NORTHWEST, f"{year}-{number:02}", total, LI)


def one(desk: StoreDesk, rubric: str, period: str) -> Result:
    found = result(desk, rubric, period, S)
    assert found
    return found


def waits_for(found: Result) -> list[str]:
    assert found.outcome
    return [problem.code for problem in found.outcome.open]


def said(found: Result) -> list[tuple[str, str | None, str]]:
    assert found.outcome
    return [
        (due.consequence.what, None if due.amount is None else f"{due.amount:f}", due.consequence.per)
        for due in found.outcome.consequences
    ]


def test_a_second_quarter_below_85_takes_what_the_source_says(desk: StoreDesk) -> None:
    months(desk, "84", "84", "84", "85", "85", "84.9", start=7)
    found = one(desk, NORTHWEST, "2025-Q4")
    assert found.verdicts == ("连续两个季度85分以下",)
    assert str(found.outcome and found.outcome.exact) == "2549/30"
    assert said(found) == [
        ("年度专项经费", "-6000", "lump"),
        ("绩效考核工资", "-500", "lump"),
        ("绩效考核工资", "-300", "head"),
        ("约谈", None, "lump"),
    ]
    assert (found.needs_decision, found.proposable, found.state) == (False, True, "open")
    assert [each.period for each in found.sheets] == ["2025-10", "2025-11", "2025-12"]


def test_the_row_goes_on_over_new_year(desk: StoreDesk) -> None:
    months(desk, "85", "85", "84.9", start=10)
    months(desk, "80", "80", "80", year=2026)
    found = one(desk, NORTHWEST, "2026-Q1")
    assert found.verdicts == ("连续两个季度85分以下",)
    assert ("年度专项经费", "-20", "lump") in said(found), (
        "the fund of 2026 is not known: a share stays a share"
    )
    assert [each.periods for each in found.doubts if each.code == "fund"] == [("2026",)]
    (warning,) = one(desk, NORTHWEST, "2025-Q4").warnings
    assert (str(warning.period), warning.occasion.id) == ("2026-Q1", "two-quarters-below-85")


def test_a_month_missing_waits_for_a_decision_that_counts(desk: StoreDesk) -> None:
    months(desk, "92", "88", start=10)
    found = one(desk, NORTHWEST, "2025-Q4")
    assert waits_for(found) == ["outcome_incomplete"]
    assert not found.proposable
    decided(desk, S, NORTHWEST, "2025-Q4", LI, how="mean", reason="十二月停产")
    found = one(desk, NORTHWEST, "2025-Q4")
    assert found.verdicts == ("奖励",)
    assert found.proposable


def test_a_decision_that_is_no_longer_needed_is_left_out_and_said(desk: StoreDesk) -> None:
    months(desk, "92", "88", start=10)
    decided(desk, S, NORTHWEST, "2025-Q4", LI, how="total", total="70", reason="十二月停产")
    months(desk, "90", start=12)
    found = one(desk, NORTHWEST, "2025-Q4")
    assert found.verdicts == ("奖励",)
    assert [(each.code, each.why.code) for each in found.doubts if each.why] == [
        ("left_out", "decided_needlessly")
    ]


def test_a_sheet_of_the_quarter_beside_its_months_is_left_out_and_said(desk: StoreDesk) -> None:
    months(desk, "92", "88", "90", start=10)
    signed(desk, S, NORTHWEST, "2025-Q4", "60", LI)
    found = one(desk, NORTHWEST, "2025-Q4")
    assert found.verdicts == ("奖励",)
    assert [(each.periods, each.why.code) for each in found.doubts if each.why] == [
        (("2025-Q4",), "total_and_its_part")
    ]


def test_a_check_of_the_founding_conditions_is_no_total(desk: StoreDesk) -> None:
    signed(desk, S, NORTHWEST, "2025-10", "0", LI, kind="founding")
    assert one(desk, NORTHWEST, "2025-Q4").outcome is None


def test_what_may_still_change_is_said(desk: StoreDesk) -> None:
    months(desk, "92", "88", start=10)
    sheet = signed(desk, S, NORTHWEST, "2025-12", "90", LI)
    contested(desk, sheet, S, LI)
    found = one(desk, NORTHWEST, "2025-Q4")
    assert [(each.code, each.periods) for each in found.doubts] == [
        ("unconfirmed", ("2025-10", "2025-11", "2025-12")),
        ("appeal", ("2025-12",)),
    ]
    opened(desk, S, NORTHWEST, "2026-01", LI)
    assert [(each.code, each.periods) for each in one(desk, NORTHWEST, "2026-Q1").doubts] == [
        ("unsigned", ("2026-01",))
    ]


def test_facts_of_a_year(desk: StoreDesk) -> None:
    months(desk, "92")
    desk.outcomes.put_fact(
        FactEntry(
            id="fact000000001", studio=S, rubric=NORTHWEST, period="2025", fact="unfinished", by=LI, at=1
        )
    )
    found = one(desk, NORTHWEST, "2025")
    assert found.verdicts == ("建议摘牌或更换领衔人",)
    assert waits_for(found) == ["outcome_choice"] * 2
    decided(desk, S, NORTHWEST, "2025", LI, chosen=("摘牌", "leader-wage"))
    found = one(desk, NORTHWEST, "2025")
    assert (found.needs_decision, [each[0] for each in said(found)]) == (
        False,
        ["摘牌", "绩效考核工资", "绩效考核工资"],
    )


def test_months_are_no_part_of_a_year_that_judges_facts_alone(desk: StoreDesk) -> None:
    months(desk, "92", "88", start=10)
    desk.outcomes.put_fact(
        FactEntry(id="fact000000001", studio=S, rubric=NORTHWEST, period="2025", fact="upgraded", by=LI, at=1)
    )
    found = one(desk, NORTHWEST, "2025")
    assert (found.verdicts, found.sheets, found.doubts) == (("成功升级",), (), ())
    decided(desk, S, NORTHWEST, "2025", LI, state="proposed", figures=frozen(found))
    months(desk, "90", start=12)
    assert one(desk, NORTHWEST, "2025").approvable


@pytest.mark.parametrize(
    ("total", "verdict", "waits"),
    [("59.5", "建议摘牌", False), ("60", "待定", True), ("60.5", "保留", False)],
)
def test_below_60_and_exactly_60(desk: StoreDesk, total: str, verdict: str, waits: bool) -> None:
    signed(desk, S, TONGLIAO, "2025", total, LI)
    found = one(desk, TONGLIAO, "2025")
    assert (found.verdicts, found.needs_decision) == ((verdict,), waits)


def test_exactly_60_is_ruled_by_the_campaign(desk: StoreDesk) -> None:
    signed(desk, S, TONGLIAO, "2025", "60", LI)
    (campaign,) = desk.visits.campaigns(TONGLIAO)
    desk.visits.rule(campaign.id, {**campaign.rulings, "exactly-60": "withdraw"}, ())
    assert one(desk, TONGLIAO, "2025").verdicts == ("建议摘牌",)


def test_three_years_without_results(desk: StoreDesk) -> None:
    signed(desk, S, TONGLIAO, "2025", "88", LI)
    for year in (2023, 2024, 2025):
        desk.outcomes.put_fact(
            FactEntry(
                id=f"fact{year:09}",
                studio=S,
                rubric=TONGLIAO,
                period=str(year),
                fact="no-results",
                by=LI,
                at=1,
            )
        )
    assert one(desk, TONGLIAO, "2025").verdicts == ("建议摘牌",)
    (warning,) = one(desk, TONGLIAO, "2024").warnings
    assert (str(warning.period), warning.cause.id) == ("2025", "no-results")


def test_a_cycle_has_no_verdict_until_its_lines_are_ruled(desk: StoreDesk) -> None:
    signed(desk, S, NUC, "2024..2025", "91", LI)
    found = one(desk, NUC, "2024..2025")
    assert set(waits_for(found)) == {"outcome_line_wanted"}
    (campaign,) = desk.visits.campaigns(NUC)
    lines = {"excellent-line": "90", "failing-line": "60"}
    desk.visits.rule(campaign.id, {**campaign.rulings, **lines}, ())
    found = one(desk, NUC, "2024..2025")
    assert found.verdicts == ("优秀",)
    assert said(found)[0] == ("奖励经费", "10000", "lump")


def test_what_is_frozen_differs_once_anything_changed(desk: StoreDesk) -> None:
    months(desk, "92", "88", start=10)
    sheet = signed(desk, S, NORTHWEST, "2025-12", "90", LI)
    found = one(desk, NORTHWEST, "2025-Q4")
    decided(desk, S, NORTHWEST, "2025-Q4", LI, state="proposed", figures=frozen(found))
    assert one(desk, NORTHWEST, "2025-Q4").approvable
    contested(desk, sheet, S, LI, at=SIGNED + 1)
    found = one(desk, NORTHWEST, "2025-Q4")
    assert (found.outdated, found.approvable, found.proposable) == (True, False, True)


def test_only_studios_of_which_anything_is_known_are_listed(desk: StoreDesk) -> None:
    desk.studios.add(Studio(id="studio0000002", name="红旗工作室", unit="二矿"))
    months(desk, "92", "88", "90", start=10)
    assert [each.studio.id for each in results(desk, NORTHWEST, "2025-Q4")] == [S]
    both = results(desk, NORTHWEST, "2025-Q4", (S, "studio0000002"))
    assert counts(both) == {"奖励": 1, "": 1}
    assert results(desk, "dalian-2019", "2025") == ()


def test_many_studios_are_read_at_once(desk: StoreDesk) -> None:
    def asked(until: int, since: int) -> int:
        """How many statements it takes when the studios up to a number have two quarters."""
        for number in range(since, until):
            studio = Studio(id=f"studio{number:07}", name=f"第{number}工作室", unit=f"{number % 9}矿")
            desk.studios.add(studio)
            months(desk, *(str(80 + (number + month) % 20) for month in range(6)), studio=studio.id)
        return statements(desk, lambda: results(desk, NORTHWEST, "2025-Q2"))

    few = asked(7, since=2)
    assert len(results(desk, NORTHWEST, "2025-Q2")) == 5
    assert asked(27, since=7) <= few
    assert len(results(desk, NORTHWEST, "2025-Q2")) == 25
