"""A plan's table as Excel, out and in again: tried first, one press for all rows, what an accepted plan said is kept."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.changes.upload_table import Row, Table
from bot.changes.work_plan.sheet_rows import PlanRows
from bot.entities import PlanTask, Scope
from bot.reports.plans_read import read
from exports.plans import PlanLine, PlanSheet, PlansRecord, render
from rubrics.periods import Period
from tests.bot.export.scenes import content, to_periods
from tests.bot.walk.scenes import RED, ZHANG
from tests.bot.workplan.scenes import accepted, drafted
from tests.kit.chat import Chat
from tests.kit.program import Program

YEAR = "年度计划"


async def table(who: Chat, label: str = "用 Excel 填") -> bytes:
    """Take the table of the plan that is open."""
    await who.tap(label)
    return who.sheet_file()


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """A workbook that was changed."""
    book = load_workbook(BytesIO(data))
    change(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def stored(program: Program) -> list[tuple[Any, ...]]:
    """Everything that is kept of plans."""
    return [*program.rows("select * from work_plans"), *program.rows("select * from plan_tasks")]


def row_of(sheet: Any, title: str) -> int:
    """The row in which a task stands."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 2).value == title)


def write(sheet: Any, row: int, title: object, owner: object = None, due: object = None) -> None:
    """Write a row as somebody does in Excel."""
    for column, value in ((2, title), (3, owner), (4, due)):
        sheet.cell(row, column).value = value


def blank(sheet: Any) -> int:
    """The first empty row of the table."""
    header = row_of(sheet, "主要任务")
    return next(row for row in range(header + 1, header + 80) if not sheet.cell(row, 2).value)


async def test_a_table_is_filled_in_tried_and_taken_over(program: Program, wang: Chat) -> None:
    """Begun in Excel, sent back untouched, sent twice, sent while the plan waits for its review."""
    await wang.say("/plan 2026")

    def fill(book: Any) -> None:
        sheet = book[YEAR]
        at = blank(sheet)
        write(sheet, at, "液压阀改造", "王海涛", "6月30日")
        write(sheet, at + 2, "点检表编制", None, "3月底")
        sheet.cell(at + 20, 1).value = "注：按季度细化"

    data = changed(await table(wang), fill)
    await wang.document(data, "计划.xlsx")
    assert stored(program) == []
    wang.sees(
        "导入计划任务", "工作计划 2026 年", "新增 2 · 变更 0 · 不变 0", "这是试读，还没有写入",
        "新增 2026 年度 第 5 行 液压阀改造 · 2026-06-30 · 王海涛",
    )  # fmt: skip
    await wang.tap("导入 2 项")
    wang.sees("✓ 已导入：新增 2，变更 0，不变 0。", "1 ○ 点检表编制 · 2026-03-31", "○ 草稿")
    await wang.document(await table(wang), "计划.xlsx")
    wang.sees("新增 0 · 变更 0 · 不变 2", "与现在的计划完全相同")
    assert not wang.has("导入 ")
    await wang.tap("不导入")
    wang.sees("○ 草稿，还没有提交")
    await wang.tap("提交审核")
    await wang.document(data, "计划.xlsx")
    wang.sees("新增 0 · 变更 0 · 不变 2")
    await wang.tap("不导入")
    more = changed(data, lambda book: write(book[YEAR], blank(book[YEAR]), "授课", None, "年底"))
    await wang.document(more, "计划.xlsx")
    wang.sees("1 处错误", "2026 年度 · 已提交待审核，不能改")
    assert not wang.has("导入 ")


async def test_an_accepted_plan_keeps_what_it_was(program: Program, wang: Chat, chen: Chat) -> None:
    """From the export: a reason is asked; what is not in the table stays, what is not read is said."""
    await accepted(wang, chen, lines="液压阀改造 6月30日 王海涛\n点检表编制 3月31日")
    await to_periods(wang, "工作计划")
    await wang.tap("2026")
    await wang.tap(ZHANG.name)
    await wang.settle()

    def later(book: Any) -> None:
        sheet = book[YEAR]
        sheet.cell(row_of(sheet, "液压阀改造"), 4).value = "2026-09-30"
        sheet.cell(row_of(sheet, "液压阀改造"), 7).value = "已投用"
        sheet.delete_rows(row_of(sheet, "点检表编制"))
        sheet.insert_rows(row_of(sheet, "液压阀改造"))
        write(sheet, row_of(sheet, "液压阀改造") - 1, "授课 24 次", None, "年底")
        sheet.cell(row_of(sheet, "主要任务"), 11).value = "备注"
        book.create_sheet("补充").append(["主要任务", "责任人", "完成期限"])

    data = changed(content(wang, "工作计划_张建国工作室_2026.xlsx"), later)
    await wang.say("/plan 2026")
    await wang.document(data, "计划.xlsx")
    wang.sees(
        "新增 1 · 变更 1 · 不变 0",
        "液压阀改造 2026-06-30 → 2026-09-30",
        "完成情况不从表里读",
        "没有读的工作表：补充",
        "没有读的列：备注",
        "有 1 项不在表里，照旧保留：点检表编制",
        "计划已通过，请先发变更原因",
    )
    assert not wang.has("导入 ")
    await wang.say("8%")
    wang.sees("没有写原因")
    await wang.say("设备推迟到货")
    wang.sees("变更原因：设备推迟到货")
    await wang.tap("导入 2 项")
    wang.sees("0/3 完成", "2 变更", "1 ○ 点检表编制", "2 ○ 液压阀改造 · 2026-09-30 · 王海涛 · 有变更")
    await wang.tap("2")
    wang.sees("变更前：2026-06-30　原因：设备推迟到货")
    assert program.rows("select count(*) from history where name = 'import_plan_tasks'") == [(1,)]


async def test_what_was_changed_meanwhile_is_shown_before_it_is_written(program: Program, wang: Chat) -> None:
    await drafted(wang)
    await wang.say("/plan 2026")

    def later(book: Any) -> None:
        book[YEAR].cell(row_of(book[YEAR], "液压阀改造"), 3).value = "赵敏"

    await wang.document(changed(await table(wang), later), "计划.xlsx")
    button = wang.button("导入 1 项")
    await wang.say("/plan 2026")
    await wang.tap("2")
    await wang.tap("变更…")
    await wang.say("液压阀改造 9月30日")
    await wang.tap(button)
    wang.hears("试读之后名单有变动")
    assert program.rows("select count(*) from history where name = 'import_plan_tasks'") == [(0,)]


async def test_whose_it_is_stands_in_the_workbook(program: Program, wang: Chat, chen: Chat) -> None:
    """Another studio's is not read; a leader of two sends it before choosing one."""
    sun = await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
    await accepted(wang, chen)
    await wang.say("/plan 2026")
    data = await table(wang)
    await sun.say("/plan")
    await sun.document(data, "计划.xlsx")
    sun.sees("这是“张建国工作室”的计划表，没有读入")
    both = await program.person("周全", "leader", Scope(kind="all"))
    await both.say("/plan")
    both.sees("请选工作室")
    await both.document(data, "计划.xlsx")
    both.sees("工作计划 2026 年", "新增 0 · 变更 0 · 不变 3")
    await both.tap("不导入")
    both.sees("工作计划 2026 年", "张建国工作室")


async def test_what_is_no_table_of_ours(program: Program, wang: Chat, chen: Chat) -> None:
    """Another year's, another plan's, a studio's own table, a picture, a workbook without a table."""
    await accepted(wang, chen)
    await wang.say("/plan 2026")
    data = await table(wang)
    await wang.say("/plan 2027")
    before = stored(program)
    await wang.document(data, "计划.xlsx")
    wang.sees("这是 2026 年的计划表，打开的是 2027 年")
    await wang.say("/plan 2026-Q2")
    await wang.document(data, "计划.xlsx")
    wang.sees("表里没有打开的这项计划（2026-Q2）")
    assert stored(program) == before

    own = Workbook()
    sheet: Any = own.active
    sheet.append(["序号", "工作内容", "负责人", "完成时限"])
    sheet.append([1, "阀门培训", "赵敏", "5月20日"])
    target = BytesIO()
    own.save(target)
    await wang.say("/plan")
    await wang.document(target.getvalue(), "自己的.xlsx")
    wang.sees("看不出是哪项计划")
    await wang.say("/plan 2026-Q2")
    wrong = changed(target.getvalue(), lambda book: book.active.append([2, "授课", "", "6月31日"]))
    await wang.document(wrong, "自己的.xlsx")
    wang.sees("第 3 行 · 完成时限 · 日期：没有“6月31日”这一天")
    await wang.document(target.getvalue(), "自己的.xlsx")
    await wang.tap("导入 1 项")
    wang.sees("2026 年 2 季度工作计划", "1 ○ 阀门培训 · 2026-05-20 · 赵敏")

    empty = BytesIO()
    Workbook().save(empty)
    await wang.document(empty.getvalue(), "季度说明.xlsx")
    wang.sees("没有找到表头")
    await wang.tap("作为附件保存")
    wang.sees("2026 年 2 季度工作计划", "附件 📄1")
    for name in ("计划.xlsx", "计划.et"):
        await wang.document(b"no workbook", name)
        wang.sees("这不是 Excel 工作簿")
    await chen.say("/plan")
    await chen.tap(ZHANG.name)
    await chen.document(data, "计划.xlsx")
    chen.sees("您只能查看")


def rows(*cells: dict[str, str], tasks: tuple[PlanTask, ...] = ()) -> PlanRows:
    """Rows from 5 on, against the plan of a quarter."""
    columns = {"id": "编号", "title": "主要任务", "owner": "责任人", "due": "完成期限"}
    said = tuple(Row(row=number, cells=each) for number, each in enumerate(cells, 5))
    found = Table(sheet="2 季度", header=4, columns=columns, rows=said)
    return PlanRows(found, Period.parse("2026-Q2"), tasks)


def task(name: str, title: str, due: str, state: str = "open") -> PlanTask:
    return PlanTask.model_validate(
        {
            "id": name, "plan": "p", "studio": "s", "place": int(name), "title": title, "due": due,
            "state": state, "by": "b", "changed": 1,
        }
    )  # fmt: skip


OPEN, DONE = task("1", "点检", "2026-05-20"), task("2", "授课", "2026-06-10", "closed")
SAME = {"id": "1", "title": "点检", "due": "2026-05-20"}


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ({"title": "培训", "due": "6月31日"}, ["5 due workplan_day_none"]),
        ({"title": "培训", "due": "2026-07-01"}, ["5 due workplan_outside"]),
        ({"title": "培训", "due": "6.3"}, ["5 due workplan_sheet_cut"]),
        ({"title": "培训", "due": "46203"}, ["5 due workplan_sheet_due"]),
        ({"title": "培训"}, ["5 due workplan_sheet_empty"]),
        ({"due": "6月1日"}, ["5 title workplan_sheet_empty"]),
        (
            {"title": "8%", "owner": "王" * 31, "due": "明天"},
            ["5 title workplan_title", "5 due workplan_sheet_due", "5 owner workplan_owner_long"],
        ),
        ({"id": "9", "title": "培训", "due": "6月1日"}, ["5 id workplan_sheet_row"]),
        ({"id": "2", "title": "授课 24 次", "due": "2026-06-10"}, ["5 title workplan_task_closed"]),
    ],
)
def test_every_mistake_of_a_row(cells: dict[str, str], wrong: list[str]) -> None:
    """A formula without a value is an empty cell; one with a value is what it says."""
    columns = {"编号": "id", "主要任务": "title", "责任人": "owner", "完成期限": "due"}
    found = rows(cells, tasks=(OPEN, DONE)).problems
    assert [f"{each.row} {columns[each.column]} {each.code}" for each in found] == wrong


def test_rows_beside_each_other() -> None:
    """A row that lost its id is known by what it says; the same task twice, one id twice, more than a plan may have."""
    lost = rows({"title": "点 检", "due": "5月20日", "owner": "赵敏"}, tasks=(OPEN, DONE))
    assert [(each.before, each.changed) for each in lost.rows] == [(OPEN, ("title", "owner"))]
    assert lost.kept == (DONE,)
    twice = rows(SAME, {"title": "点检", "due": "2026-05-20"}, tasks=(OPEN,))
    assert [each.code for each in twice.problems] == ["workplan_sheet_twice"]
    ids = rows(SAME, {**SAME, "title": "培训"}, tasks=(OPEN,))
    assert [each.row for each in ids.problems if each.code == "workplan_sheet_twice"] == [5, 6]
    many = rows(*({"title": f"任务{number}号", "due": "6月1日"} for number in range(61)))
    assert [(each.row, each.code) for each in many.problems] == [(0, "workplan_many")]
    swapped = rows(
        {"id": "1", "title": "培训", "due": "2026-05-20"}, {"id": "3", "title": "点检", "due": "2026-05-20"},
        tasks=(OPEN, task("3", "培训", "2026-05-20")),
    )  # fmt: skip
    assert not swapped.problems


def test_a_printed_form_is_read_row_by_row() -> None:
    """A row so tall that it takes several is one; what is said above and below the table is no row of it."""
    lines = (
        PlanLine(
            "点检",
            "赵敏",
            "2026-05-20",
            "未完成",
            changes="变更前：2026-04-01　原因：到货推迟\n" * 40,
            id="a",
        ),
        PlanLine("授课", "", "2026-06-10", "已核销", on="2026-06-09", result="已讲 24 次" * 60, id="b"),
    )
    sheet = PlanSheet(
        "2 季度", "2026 年 2 季度工作计划", (("状态", "已通过"),), "目标：节电", lines, "任务 2 项", 3
    )
    empty = PlanSheet("年度计划", "2026 年度工作计划", (), "", (), "任务 0 项")
    dated = datetime(2026, 7, 1, tzinfo=UTC)
    data = render(PlansRecord("zh", "张建国工作室", "一矿", 2026, (empty, sheet), dated, "s1"))
    assert load_workbook(BytesIO(data))["2 季度"].merged_cells.ranges
    found = read(data)
    assert found["word"] == "s1:2026"
    read_rows = [each["cells"] for each in found["tables"]["2"]["rows"]]
    assert [(each["id"], each["title"], each["due"]) for each in read_rows] == [
        ("a", "点检", "2026-05-20"),
        ("b", "授课", "2026-06-10"),
    ]
    assert found["tables"]["2"]["problems"] == []
    assert found["tables"]["year"]["rows"] == []

    def merge(book: Any) -> None:
        foot = next(row for row in range(1, 99) if book["2 季度"].cell(row, 1).value == "领衔人：")
        book["2 季度"].merge_cells(f"C{foot - 4}:C{foot - 3}")

    merged = changed(data, merge)
    assert [each["code"] for each in read(merged)["tables"]["2"]["problems"]] == ["upload_merged"]
