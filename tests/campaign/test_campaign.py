"""A quarter of many studios on the phones of one coordinator and fifteen assessors, beside the 60 lines of `independent`.

`--studios` says how many; the full campaign (120) has a command of its own.
"""

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bot.changes.official import official
from bot.changes.outcomes.of import results
from bot.entities import Scope
from bot.store import StoreDesk
from tests.campaign import desk, independent, papers
from tests.campaign.answers import quarters
from tests.kit.aiogram_check import Judges
from tests.kit.program import Program

RUBRIC = "northwest-2025"
MONTHS = ("2026-01", "2026-02", "2026-03")
QUARTER = "2026-Q1"
PANELS = 3
Expected = tuple[Fraction, str, dict[str, int]]
Quarter = tuple[dict[str, str], dict[str, str], dict[str, str]]


def drawn(count: int) -> list[Quarter]:
    """So many quarters, each as it is found by properties; the last ones repeat the first, so that there are ties."""
    found: list[Quarter] = []

    @settings(max_examples=count, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(quarters())
    def draw(quarter: Quarter) -> None:
        found.append(quarter)

    draw()
    most = max(2, count - count // 10)
    kept = found[:most]
    return [kept[at % len(kept)] for at in range(count)]


@pytest.fixture
async def program(tmp_path: Path, judges: Judges) -> AsyncIterator[Program]:
    made = Program(tmp_path / "data", judges)
    await made.open()
    yield made
    await made.close()
    assert not made.standin.failures


@pytest.mark.battery
async def test_a_quarter_of_many_studios(program: Program, studios: int, record_property) -> None:
    names = desk.names(studios)
    answers = dict(zip(names, drawn(studios), strict=True))
    chen = await program.person("陈主任", "coordinator")
    await desk.import_studios(chen, names)
    people = [f"考核{number:02}" for number in range(1, min(15, studios) + 1)]
    chats = dict(zip(people, await desk.invite_all(program, chen, people, "考核人员"), strict=True))
    (liu,) = await desk.invite_all(program, chen, ["审定老刘"], "审定人")
    for number, month in enumerate(MONTHS):
        program.pass_time(days=32 if number == 0 else 30)
        if number == 2:
            await desk.plan(chen, month, names[:PANELS], people[:3], group=True)
        await desk.plan(chen, month, (), people, group=False)
        visits = await program.read(partial(_opened, month))
        assert len(visits) == studios
        for studio, members in visits:
            head, *others = (chats[name] for name in members)
            await desk.assess(head, studio, answers[studio][number], *others)
    found = await program.read(
        lambda desk: official(desk, RUBRIC, MONTHS, desk.studios.covered([Scope(kind="all")]))
    )
    assert len(found) == 3 * studios
    totals = {
        name: [independent.month(month, last=at == 2) for at, month in enumerate(quarter)]
        for name, quarter in answers.items()
    }
    assert {(each.studio.name, each.period): each.total for each in found} == {
        (name, month): total
        for name, months in totals.items()
        for month, total in zip(MONTHS, months, strict=True)
    }
    expected = {name: independent.quarter(months) for name, months in totals.items()}
    judged = await program.read(lambda desk: results(desk, RUBRIC, QUARTER))
    for each in judged:
        mean, verdict, money = expected[each.studio.name]
        assert each.outcome
        assert each.outcome.exact == mean
        assert [one.verdict for one in each.outcome.verdicts] == [verdict]
        assert {one.consequence.what: one.amount for one in each.outcome.consequences} == money
    said = Counter(verdict for _, verdict, _ in expected.values())
    sure = sum(not each.outcome.needs_decision for each in judged if each.outcome)
    await desk.approve(chen, liu, QUARTER, studios, said, sure)
    said = Counter(verdict for _, verdict, _ in expected.values())
    files = await papers.drawn(program, RUBRIC, QUARTER)
    _summary_agrees(files["summary"], expected)
    _payout_agrees(files["payout"], expected)
    _circular_agrees(files["circular"], totals)
    record_property("summary", f"campaign: {studios} studios, {len(found)} sheets, {dict(said)}")


def _summary_agrees(content: bytes, expected: Mapping[str, Expected]) -> None:
    """Every studio with its place and its exact mean, on the page that is printed and in the data."""
    ranks = independent.ranks({name: mean for name, (mean, _, _) in expected.items()})
    data = [row for row in papers.table(content, "数据") if row["考核期"] == MONTHS[0]]
    assert {
        row["工作室"]: (row["名次"], Fraction(str(row["排名分（分数）"])), row["结论"]) for row in data
    } == {name: (ranks[name], mean, verdict) for name, (mean, verdict, _) in expected.items()}
    printed = [row for row in papers.table(content, "汇总表") if str(row["工作室"]) in expected]
    assert {row["工作室"]: row["名次"] for row in printed} == ranks
    for row in printed:
        mean, _, _ = expected[str(row["工作室"])]
        assert 0 <= mean - Fraction(str(row["平均分"])) < Fraction(1, 100)


def _payout_agrees(content: bytes, expected: Mapping[str, Expected]) -> None:
    """Every amount, and nothing else."""
    rows = [row for row in papers.table(content, "兑现表") if str(row["工作室"]) in expected]
    assert sorted((str(row["工作室"]), row["项目"], row["金额"]) for row in rows) == sorted(
        (name, what, amount) for name, (_, _, money) in expected.items() for what, amount in money.items()
    )


def _circular_agrees(content: bytes, totals: Mapping[str, list[Fraction]]) -> None:
    """The month's circular names every studio that lost points, with its total, and says how many there are."""
    said = papers.words(content)
    month = {name: months[-1] for name, months in totals.items()}
    assert f"{len(month)} 个工作室" in said
    for name, total in month.items():
        assert name in said or total == 100


def _opened(month: str, desk: StoreDesk) -> list[tuple[str, list[str]]]:
    """The studios that are to be visited for a month, and who goes there, by name."""
    found = []
    for visit in desk.visits.open_in(RUBRIC, [month]):
        studio = desk.studios.get(visit.studio)
        members = [desk.people.get(each, 0) for each in visit.members]
        assert studio
        found.append((studio.name, [each.name for each in members if each]))
    return found
