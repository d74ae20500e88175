"""Lines that say tasks and days, and figures that hold in every order."""

from datetime import date
from itertools import islice, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.changes.work_plan.asked import asked_by, due_by
from bot.changes.work_plan.state import figures, lines_of
from bot.entities import PlanTask
from bot.flows.workplan.lines import done_of, task_of, tasks_of
from rubrics import files
from rubrics.entry_due_day import due_in, probable_due
from rubrics.entry_plan_period import plan_period
from rubrics.periods import Period

YEAR, SPRING = Period.parse("2026"), Period.parse("2026-Q2")
TODAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("line", "title", "due", "owner"),
    [
        ("液压阀改造 6月30日 王海涛", "液压阀改造", "2026-06-30", "王海涛"),
        ("1. 液压阀改造，6月30日，王海涛", "液压阀改造", "2026-06-30", "王海涛"),
        ("（2）完成 24 次授课 年底", "完成 24 次授课", "2026-12-31", ""),
        ("3、安装 4-5 台传感器 2026.8.1 刘志强 赵敏", "安装 4-5 台传感器", "2026-08-01", "刘志强 赵敏"),
        ("· 点检表\t3月底前\t赵敏", "点检表", "2026-03-31", "赵敏"),
        ("1\t液压阀 改造\t王海涛\t2026-06-30", "液压阀 改造", "2026-06-30", "王海涛"),
        ("6月底\t点检表\t赵敏", "点检表", "2026-06-30", "赵敏"),
        ("6月30日 液压阀改造 王海涛", "液压阀改造", "2026-06-30", "王海涛"),
        ("6月30日 液压阀改造", "液压阀改造", "2026-06-30", ""),
        ("竞赛 ９月３０日前", "竞赛", "2026-09-30", ""),
        ("New valve block 30 June 2026 Wang", "New valve block", "2026-06-30", "Wang"),
        ("Lectures | Dec 31 | Liu", "Lectures", "2026-12-31", "Liu"),
    ],
)
def test_what_a_line_says(line: str, title: str, due: str, owner: str) -> None:
    words = task_of(line, YEAR)
    assert (words.title, words.due, words.owner) == (title, due, owner)


@pytest.mark.parametrize(
    ("text", "period", "found"),
    [
        ("季末", SPRING, date(2026, 6, 30)),
        ("季末", YEAR, "unread"),
        ("年底", SPRING, date(2026, 12, 31)),
        ("5月", SPRING, date(2026, 5, 31)),
        ("2027年2月", YEAR, date(2027, 2, 28)),
        ("30日", SPRING, "unread"),
        ("明天", YEAR, "unread"),
        ("6月31日", YEAR, "none"),
        ("13月", YEAR, "none"),
        ("12.5.5", YEAR, "unread"),
        ("20260630", YEAR, date(2026, 6, 30)),
    ],
)
def test_days_within_a_period(text: str, period: Period, found: object) -> None:
    assert due_in(text, period) == found


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
@settings(max_examples=60)
def test_every_day_of_a_year_is_read_however_it_is_written(day: date) -> None:
    forms = (
        f"{day.month}月{day.day}日",
        f"{day.month}-{day.day}",
        f"{day:%Y-%m-%d}",
        f"{day:%d %B}",
        f"{day:%B %d}",
    )
    assert {due_in(form, YEAR) for form in forms} == {day}


@pytest.mark.parametrize("text", ["6月31日", "2月30日", "31 June", "2026-02-29", "11.31"])
def test_what_is_proposed_instead_is_a_day(text: str) -> None:
    """One of the period, so that it is not refused in turn."""
    for period in (YEAR, Period.parse("2026-Q4")):
        found = due_in(probable_due(text, period), period)
        assert isinstance(found, date)
        assert period.holds(found)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026", "2026"), ("2026年", "2026"), ("2027年度", "2027"), ("年度", "2026"), ("2026-Q2", "2026-Q2"),
        ("2026q3", "2026-Q3"), ("2026年第二季度", "2026-Q2"), ("三季度", "2026-Q3"), ("4季度", "2026-Q4"),
        ("q1", "2026-Q1"), ("5季度", None), ("2026-05", None), ("你好", None), ("2026-H1", None),
    ],
)  # fmt: skip
def test_periods_as_people_write_them(text: str, period: str | None) -> None:
    found = plan_period(text, TODAY)
    assert (str(found) if found else None) == period


@pytest.mark.parametrize(
    ("text", "on", "result"),
    [
        ("1月4日 已投用", "2026-01-04", "已投用"),
        ("昨天 已投用，节电 8%", "2026-01-04", "已投用，节电 8%"),
        ("已投用", "2026-01-05", "已投用"),
        ("2025-12-31 done", "2025-12-31", "done"),
    ],
)
def test_what_was_done_and_when(text: str, on: str, result: str) -> None:
    assert done_of(text, TODAY) == (on, result)


def test_many_lines_at_once() -> None:
    """Right lines stand, wrong ones are named by their number; a line twice in one message is wrong too."""
    reading = tasks_of("甲 6月30日\n\n乙\n甲　 6月30日\n丙 6月31日\n丁 3月1日 王", YEAR, ())
    assert [(each.title, each.due) for each in reading.good] == [("甲", "2026-06-30"), ("丁", "2026-03-01")]
    assert [(number, refusal.code) for number, _, refusal in reading.wrong] == [
        (3, "workplan_no_day"),
        (4, "workplan_twice"),
        (5, "workplan_day_none"),
    ]
    assert reading.count == 5
    many = tasks_of("\n".join(f"任务{n}项 6月30日" for n in range(70)), YEAR, ())
    assert len(many.good) == 60
    assert {refusal.code for *_, refusal in many.wrong} == {"workplan_many"}


STATES = st.sampled_from(["open", "done", "closed", "returned", "dropped"])
TASKS = st.lists(st.tuples(STATES, st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.booleans()), max_size=6)


@given(TASKS, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_figures_hold_in_every_order(found: list[tuple[str, date, bool]], day: date) -> None:
    """Earlier versions are no tasks; whatever the order in which rows are read."""
    tasks = []
    for place, (state, due, changed) in enumerate(found, 1):
        plain = {"plan": "p", "studio": "s", "place": place, "by": "x", "changed": 1, "due": due.isoformat()}
        on = "2026-12-31" if state in {"done", "closed"} else ""
        if changed:
            before = {"id": f"b{place}", "title": "", "state": "dropped", "revision": 0}
            tasks.append(PlanTask.model_validate({**plain, **before}))
        now = {"id": f"t{place}", "title": "任务", "state": state, "on": on, "revision": 2}
        tasks.append(PlanTask.model_validate({**plain, **now}))
    live = [each for each in found if each[0] != "dropped"]
    for order in islice(permutations(tasks), 12):
        counts = figures(lines_of(order), day)
        assert counts.tasks == len(live)
        assert counts.closed == sum(state == "closed" for state, *_ in live)
        assert counts.overdue == sum(state in {"open", "returned"} and due < day for state, due, _ in live)
        assert counts.changed == sum(changed for *_, changed in live)
        assert counts.tasks >= counts.closed + counts.done + counts.overdue


def test_what_the_sources_ask_for() -> None:
    """000 a plan of the year, 002 of each quarter too, 003 a report about each year."""
    wanted = {
        "tongliao-2020": (True, False, False),
        "tongliao-2020-creation": (True, False, False),
        "northwest-2025": (True, True, False),
        "nuc-2024": (True, False, True),
        "dalian-2019": (True, False, False),
    }
    found = {name: asked_by(files.latest(name)) for name in wanted}
    assert {name: (each.year, each.quarter, each.report) for name, each in found.items()} == wanted


def test_suggested_days() -> None:
    assert due_by(YEAR, "plan") == date(2026, 1, 31)
    assert due_by(SPRING, "plan") == date(2026, 4, 10)
    assert due_by(YEAR, "report") == date(2027, 1, 31)
