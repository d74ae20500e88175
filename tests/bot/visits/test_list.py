"""Visits planned from a workbook: the template, a trial with every mistake at once, then all rows or none."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.entities import Scope
from tests.bot.visits.scenes import grant, plan, retire
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program, studio

Unchanged = Callable[[], AbstractContextManager[None]]
HEAD = ("工作室名称", "考核标准", "考核期", "考核类型", "考核日期", "组长", "成员", "请准备")
GOOD = ("张建国工作室", "西北能化考核", "2025-12", "", "2026-01-08", "李工", "", "")


def book(*rows: Sequence[Any], head: Sequence[str] = HEAD, merge: str = "") -> bytes:
    """A workbook with a header and rows."""
    made = Workbook()
    sheet = made.worksheets[0]
    for row in (head, *rows):
        sheet.append(list(row))
    if merge:
        sheet.merge_cells(merge)
    return saved(made)


def saved(made: Any) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()


async def send(who: Chat, data: bytes) -> None:
    """Send a list where it is asked for; ends on what would be planned."""
    await who.say("/visits")
    await who.tap("Excel 名单…")
    await who.document(data, "安排.xlsx")


async def test_the_template_filled_in_and_sent(
    program: Program, chen: Chat, li: Chat, zhou: Chat, wang: Chat, sun: Chat, unchanged: Unchanged
) -> None:
    await chen.say("/visits")
    await chen.tap("Excel 名单…")
    chen.sees("用 Excel 安排考核", "先试读，再确认")
    await chen.tap("下载模板")
    made = load_workbook(BytesIO(chen.sheet_file()))
    sheet = made.worksheets[0]
    assert [cell.value for cell in sheet[1]][:2] == ["工作室名称*", "所在单位"]
    assert {sheet.cell(row, 1).value for row in (2, 3)} == {ZHANG.name, RED.name}
    assert any("李工" in str(cell.value) for row in made.worksheets[1].iter_rows() for cell in row)
    for row in (2, 3):
        for column, value in enumerate(
            ("西北能化考核", "2025年12月", None, "2026-01-08", "周组长", "李工", "带台账"), 3
        ):
            sheet.cell(row, column).value = value
    with unchanged_but_uploads(program):
        await chen.document(saved(made), "安排.xlsx")
        chen.sees(
            "考核安排名单",
            "可以安排 2 次，2026-01-08 至 2026-01-08",
            "分工：周组长 2、李工 2",
            "这是试读，还没有写入",
        )
        chen.sees("西北能化考核 2025-12（周组长、李工）")
    await chen.tap("安排 2 家并通知")
    chen.hears("已安排 2 家，已通知")
    for who in (li, zhou):
        who.sees("（2 家）", "请准备：带台账")
    wang.sees("考核通知", "张建国工作室")
    sun.sees("考核通知", "红旗工作室")
    visits = await program.read(lambda desk: desk.visits.open_in("northwest-2025", ["2025-12"]))
    assert {each.studio for each in visits} == {ZHANG.id, RED.id}
    assert all(len(each.members) == 2 for each in visits)


def unchanged_but_uploads(program: Program) -> AbstractContextManager[None]:
    """No visit comes or goes."""

    @contextmanager
    def watch():
        before = program.rows("select count(*) from visits")
        yield
        assert program.rows("select count(*) from visits") == before

    return watch()


BAD = [
    (("", *GOOD[1:]), "第 2 行 · 工作室名称 · 没有填"),
    (("张建国", *GOOD[1:]), "第 2 行 · 工作室名称 · 没有“张建国”，或不在您的范围"),
    ((GOOD[0], "西北", *GOOD[2:]), "第 2 行 · 考核标准 · 没有“西北” · 可写：大连"),
    ((*GOOD[:2], "去年", *GOOD[3:]), "第 2 行 · 考核期 · “去年”不是考核期 · 写成 2025-12"),
    ((*GOOD[:2], "2026-02", *GOOD[3:]), "第 2 行 · 考核期 · 2026-02 还没有开始（今天 2026-01-05）"),
    (
        (*GOOD[:2], "2024..2025", *GOOD[3:]),
        "第 2 行 · 考核期 · 西北能化考核 不按“2024..2025”这样的考核期考核",
    ),
    ((*GOOD[:3], "月检", *GOOD[4:]), "第 2 行 · 考核类型 · 没有“月检” · 可写：创建条件核查"),
    ((*GOOD[:4], "2026-02-31", *GOOD[5:]), "第 2 行 · 考核日期 · “2026-02-31”不是日期 · 写成 2026-03-02"),
    ((*GOOD[:4], "2026-01-04", *GOOD[5:]), "第 2 行 · 考核日期 · 2026-01-04 已经过去（今天 2026-01-05）"),
    ((*GOOD[:5], "", *GOOD[6:]), "第 2 行 · 组长 · 没有填"),
    ((*GOOD[:5], "老王", *GOOD[6:]), "第 2 行 · 组长 · 没有叫“老王”的考核人员"),
    ((*GOOD[:6], "李工、老王", GOOD[7]), "第 2 行 · 成员 · 没有叫“老王”的考核人员"),
    ((*GOOD[:7], "长" * 501), "第 2 行 · 请准备 · 501 字，超过 500 字"),
]


async def test_bad_rows(program: Program, chen: Chat, li: Chat) -> None:
    """Each has its own mistake; they are told all at once, on pages, and as a file."""
    with unchanged_but_uploads(program):
        await send(chen, book(*(row for row, _ in BAD)))
        told = chen.card()
        assert f"{len(BAD)} 处错误，一行也没有写入" in told
        await chen.tap("下一页 ›")
        told += chen.card()
        for number, (_, why) in enumerate(BAD, 2):
            assert why.replace("第 2 行", f"第 {number} 行") in told
        assert not chen.has("并通知")
        await chen.tap("全部错误（文件）")
        chen.sees("导入错误.txt")


async def test_every_mistake_of_every_row_at_once(program: Program, chen: Chat, li: Chat) -> None:
    """What the rows say, and what stands against them: planned already, retired, led by the assessor, twice."""
    bare = studio("蓝天工作室", "三矿", number=3).model_copy(update={"types": {}})
    await program.add(bare, studio("青山工作室", "三矿", number=4), studio("白云工作室", "三矿", number=5))
    await retire(program, "studio0000004")
    await grant(program, "李工", "leader", Scope(kind="studio", key=RED.id))
    await plan(chen)
    with unchanged_but_uploads(program):
        await send(
            chen,
            book(
                GOOD,
                (RED.name, *GOOD[1:]),
                ("蓝天工作室", "通辽市考核", "2025", *GOOD[3:]),
                ("青山工作室", *GOOD[1:]),
                ("白云工作室", *GOOD[1:]),
                ("白云工作室", *GOOD[1:4], "2026-01-09", *GOOD[5:]),
            ),
        )
        chen.sees(
            "6 处错误",
            "第 2 行 · 张建国工作室 2025-12 已由 李工 打开考核",
            "第 3 行 · 李工 不能考核 红旗工作室",
            "第 4 行 · 在 通辽市考核 中没有类型",
            "第 5 行 · 青山工作室",
            "第 6 行 · 工作室名称 · 与第 7 行是同一次考核",
            "第 7 行 · 工作室名称 · 与第 6 行是同一次考核",
        )


async def test_two_of_one_name(program: Program, chen: Chat, li: Chat) -> None:
    await program.person("李工", "head", Scope(kind="all"))
    with unchanged_but_uploads(program):
        await send(chen, book(GOOD))
        chen.sees("组长 · 有几位“李工”（一矿、一矿）· 请在姓名后加单位")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (book(GOOD, head=HEAD[:5]), "组长"),
        (book(GOOD, GOOD, merge="E2:E3"), "合并"),
        (book(GOOD, head=("工作室名称", "工作室名称", *HEAD[2:])), "工作室名称"),
        (book(("随便",), head=("甲",)), "工作室名称"),
        (book(), "没有"),
        (b"PK\x03\x04 broken", "文件不完整或已损坏"),
    ],
    ids=["column missing", "merged", "column twice", "no table", "no rows", "no workbook"],
)
async def test_a_bad_file(program: Program, chen: Chat, li: Chat, data: bytes, why: str) -> None:
    with unchanged_but_uploads(program):
        await send(chen, data)
        chen.sees(why)
        assert not chen.has("并通知")


async def test_what_changed_since_the_trial_is_refused(program: Program, chen: Chat, li: Chat) -> None:
    await send(chen, book(GOOD, (RED.name, *GOOD[1:])))
    save = chen.button("安排 2 家并通知")
    await retire(program, RED.id)
    with unchanged_but_uploads(program):
        await chen.tap(save)
        assert chen.answer()
        await chen.say("/visits")
        await chen.tap(save)
        assert chen.answer()


async def test_it_is_planned_once(program: Program, chen: Chat, li: Chat) -> None:
    await send(chen, book(GOOD))
    save = chen.button("安排 1 家并通知")
    await chen.tap(save)
    with unchanged_but_uploads(program):
        await chen.tap(save)
    li.sees("考核通知")


async def test_others_cannot(
    program: Program, chen: Chat, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    other = await program.person("吴主任", "coordinator", Scope(kind="unit", key=RED.unit))
    await send(chen, book(GOOD))
    save = chen.button("安排 1 家并通知")
    with unchanged():
        for who in (li, wang, other):
            await who.say("/visits")
            await who.forge(save.data)
            assert who.answer()
        for who in (li, wang):
            await who.forge("vx:o")
            assert "不能" in who.answer()
    await send(other, book(GOOD))
    other.sees("没有“张建国工作室”，或不在您的范围")


async def test_it_speaks_english(program: Program, li: Chat) -> None:
    carol = await program.person("Carol", "coordinator", language="en")
    await carol.say("/visits")
    await carol.tap("Excel list…")
    await carol.tap("Get the template")
    made = load_workbook(BytesIO(carol.sheet_file()))
    sheet = made.worksheets[0]
    assert [cell.value for cell in sheet[1]][:3] == ["Studio*", "Unit", "Rubric*"]
    for column, value in enumerate(("northwest-2025", "2025-12", None, "8 January", "李工"), 3):
        sheet.cell(2, column).value = value
    await carol.document(saved(made), "visits.xlsx")
    carol.sees("row 3 · Rubric* · empty · fill it in")
    sheet.delete_rows(3)
    await carol.document(saved(made), "visits.xlsx")
    carol.sees("Can be planned: 1, 2026-01-08 to 2026-01-08")
    await carol.tap("Plan 1 and tell")
    carol.sees("2026-01-08")
    li.sees("考核通知")
