"""The registers as Excel: out, unchanged and changed back in; a trial first, all rows or none."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from bot.entities import Scope
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program

LINES = (
    "成员 王强 液压 高级工 2024-05-01",
    "成员 李强 液压 中级工 2025-01-01",
    "设备 台钻 Z4116 3台 2024-05-01",
    "制度 学习培训制度 学习培训 2024-05-01",
    "师徒 李强 王强 液压 2025-01-01 2026-12-31 技师 有",
    "项目 液压阀改造 自主 公司级 王海涛 2025-03-01",
    "成果 新型液压阀 市级 一等奖 2025-03-01 30万元",
    "专利 一种液压阀 ZL202520123456.7 实用新型 2025-03-01",
    "荣誉 市工人先锋号 液压班 市级 市总工会 2025-03-01",
)


async def filled(who: Chat) -> None:
    """Enter something in every register."""
    for line in LINES:
        await who.say(f"/file {line}")


async def exported(who: Chat) -> bytes:
    """Press [导出 Excel]; gives the workbook that comes."""
    await who.say("/file")
    await who.tap("Export Excel" if who.has("Export Excel") else "导出 Excel")
    return who.sheet_file()


async def sent(who: Chat, data: bytes) -> None:
    """Send a workbook to the file."""
    await who.say("/file")
    await who.document(data, "档案.xlsx")


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """A workbook that was changed."""
    book = load_workbook(BytesIO(data))
    change(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def stored(program: Program) -> list[tuple[Any, ...]]:
    """Everything that is kept of the registers."""
    return program.rows("select * from file_entries order by id")


def columns(sheet: Any) -> dict[str, int]:
    """Header -> column."""
    return {str(sheet.cell(1, at).value).rstrip("*"): at for at in range(1, sheet.max_column + 1)}


async def test_an_untouched_export_changes_nothing(wang: Chat) -> None:
    """In both languages, with all that happened to the entries."""
    await filled(wang)
    await wang.say("/file")
    await wang.tap("成员 2")
    await wang.tap("1 王强")
    await wang.tap("离开…")
    await wang.say("2025-12-31 调往二矿")
    data = await exported(wang)
    wang.sees("张建国工作室 的档案")
    assert load_workbook(BytesIO(data))["经过"]["D2"].value == "王强"
    await sent(wang, data)
    wang.sees("导入档案", "新增 0 · 变更 0 · 不变 9", "与现在的档案完全相同")
    assert not wang.has("导入 ")


async def test_an_english_export_is_read_in_chinese(program: Program, wang: Chat, anna: Chat) -> None:
    await filled(wang)
    data = await exported(anna)
    assert load_workbook(BytesIO(data))["Projects"]["C2"].value == "own"
    await sent(wang, data)
    wang.sees("新增 0 · 变更 0 · 不变 9")
    await sent(anna, data)
    anna.sees("It says what the file says already")
    assert len(program.rows("select id from file_entries")) == 9


async def test_new_and_changed_rows_are_tried_and_then_written(program: Program, wang: Chat) -> None:
    """The trial writes nothing; the press writes all of it, once."""
    await filled(wang)

    def change(book: Any) -> None:
        sheet = book["成员"]
        at = columns(sheet)
        sheet.cell(2, at["技能等级"], "技师")
        for key, text in (("姓名", "赵六"), ("工种", "电工"), ("加入日期", "2025年6月1日")):
            sheet.cell(4, at[key], text)
        book["设备"].cell(2, columns(book["设备"])["数量"], 4)

    data = changed(await exported(wang), change)
    await sent(wang, data)
    wang.sees(
        "新增 1 · 变更 2 · 不变 7",
        "新增 成员 第 4 行 赵六",
        "变更 成员 第 2 行",
        "变更 设备 第 2 行 台钻：数量",
    )
    assert len(program.rows("select id from file_entries")) == 9
    await wang.tap("导入 3 条")
    wang.sees("✓ 已导入：新增 1，变更 2，不变 7。", "成员 3")
    await sent(wang, await exported(wang))
    wang.sees("新增 0 · 变更 0 · 不变 10")


async def test_every_mistake_of_every_row_at_once(program: Program, wang: Chat) -> None:
    """Where, what is wrong, what to write; nothing is written and nothing can be pressed."""
    await filled(wang)

    def change(book: Any) -> None:
        people, pairs, patents = book["成员"], book["师徒"], book["专利"]
        at = columns(people)
        for row, cells in enumerate((("王强", "2025-01-01"), ("12345", "2025-06-31")), 4):
            people.cell(row, at["姓名"], cells[0])
            people.cell(row, at["加入日期"], cells[1])
        at = columns(pairs)
        for key, text in (
            ("徒弟", "李强"),
            ("师傅", "赵六"),
            ("开始日期", "2026-01-01"),
            ("结束日期", "2026-06-30"),
        ):
            pairs.cell(3, at[key], text)
        patents.cell(2, columns(patents)["专利号"]).value = None
        book["设备"].cell(2, columns(book["设备"])["数量"], "三台")

    data = changed(await exported(wang), change)
    before = stored(program)
    await sent(wang, data)
    assert stored(program) == before
    wang.sees(
        "处错误，一行也没有写入",
        "成员 · 第 4 行 · 姓名* · “王强”（2024-05-01）已经登记",
        "成员 · 第 5 行 · 姓名* · “12345”只有数字",
        "成员 · 第 5 行 · 加入日期* · “2025-06-31”不是日期，请写成 2025-06-30",
        "师徒 · 第 3 行 · 徒弟* · 李强 在 2025-01-01 至 2026-12-31 已是 王强 的徒弟",
        "专利 · 第 2 行 · 专利号* · 不能为空",
        "设备 · 第 2 行 · 数量 · “三台”不是数目",
    )
    card = wang.card()
    assert card.index("成员 · 第 4 行") < card.index("成员 · 第 5 行"), "in the order of the rows"
    assert not wang.has("导入 ")


async def test_the_file_of_another_studio_is_not_read(program: Program, wang: Chat) -> None:
    """Whose file it is stands in the workbook, whatever the studio of the sender."""
    sun = await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
    await filled(wang)
    await sent(sun, await exported(wang))
    sun.sees("这是“张建国工作室”的表")
    assert not sun.has("导入 ")


async def test_what_was_entered_meanwhile_is_shown_before_it_is_written(program: Program, wang: Chat) -> None:
    await filled(wang)

    def change(book: Any) -> None:
        sheet = book["成员"]
        sheet.cell(2, columns(sheet)["技能等级"], "技师")

    await sent(wang, changed(await exported(wang), change))
    button = wang.button("导入 1 条")
    await wang.say("/file")
    await wang.tap("成员 2")
    await wang.tap("1 王强")
    await wang.tap("修改…")
    await wang.tap("工种")
    await wang.say("电工")
    await wang.tap(button)
    wang.hears("试读之后名单有变动")
    assert program.rows("select count(*) from history where name = 'import_registers'") == [(0,)]


async def test_many_mistakes_are_leafed_through_and_come_as_a_file(wang: Chat) -> None:
    """Also to a leader, who is no coordinator."""

    def change(book: Any) -> None:
        sheet = book["成员"]
        at = columns(sheet)
        for row in range(2, 22):
            sheet.cell(row, at["姓名"], f"第{row}人")
            sheet.cell(row, at["加入日期"], "2025-06-31")

    await sent(wang, changed(await exported(wang), change))
    wang.sees("20 处错误", "第 1/2 页")
    await wang.tap("下一页")
    wang.sees("第 21 行", "第 2/2 页")
    await wang.tap("全部错误（文件）")
    wang.sees("导入错误.txt")
    await wang.tap("不导入")
    wang.sees("工作室档案")


async def test_a_workbook_that_is_none_is_refused(program: Program, wang: Chat) -> None:
    """A picture that calls itself a workbook, and a workbook without a register."""
    await wang.say("/file")
    await wang.document(b"no workbook", "档案.xlsx")
    wang.sees("这不是 Excel 工作簿")

    await wang.say("/file")
    await wang.document(b"\x89PNG\r\n\x1a\n" + b"0" * 99, "档案.xlsx")
    wang.sees("这不是 Excel 工作簿")
    await wang.say("/file")
    await wang.document(b"\xd0\xcf\x11\xe0" + b"0" * 99, "档案.xls")
    wang.sees("请另存为 .xlsx 再发")

    target = BytesIO()
    Workbook().save(target)
    await sent(wang, target.getvalue())
    wang.sees("没有找到表头")
    assert program.rows("select count(*) from file_entries") == [(0,)]


async def test_a_coordinator_takes_the_workbook_home_and_cannot_send_it(wang: Chat, chen: Chat) -> None:
    await filled(wang)
    await chen.say("/file")
    await chen.tap("张建国工作室")
    await chen.tap("导出 Excel")
    chen.sees("张建国工作室 的档案")
    await chen.document(chen.sheet_file(), "档案.xlsx")
    chen.sees("您只能查看，未作改动")


async def test_a_leader_of_two_studios_sends_it_before_choosing_one(program: Program, wang: Chat) -> None:
    """The workbook says whose file it is."""
    both = await program.person("周全", "leader", Scope(kind="all"))
    await filled(wang)
    data = await exported(wang)
    await sent(both, data)
    both.sees("新增 0 · 变更 0 · 不变 9")
    await both.tap("不导入")
    both.sees("请选工作室", "[张建国工作室]", "[红旗工作室]")
    await both.say("红旗")
    assert not both.has("张建国")
    await both.tap("红旗工作室")
    await both.say("成员 孙丽 电工 技师 2025-01-01")
    both.sees("孙丽", "红旗工作室")
