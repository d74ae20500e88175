"""What happened to the entries as Excel: new lines, lines put right and taken back; a trial first, all mistakes at once."""

from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from tests.bot.file.test_excel import changed, columns, exported, filled, sent
from tests.kit.chat import Chat
from tests.kit.program import Program

STEPS = 'select entry, place, name, "on", period, value from file_steps order by entry, place'


async def lived(wang: Chat) -> None:
    """Registers with something that happened to several entries."""
    await filled(wang)
    for buttons, said in (
        (("成员 2", "1 王强", "职责变动…"), "2025-03-01 组长"),
        (("设备 1", "1 台钻", "维护…"), "2025-12-01 更换密封圈"),
        (("师徒 1", "1 李强", "月度结果…"), "2025-12 合格"),
        (("项目 1", "1 液压阀改造", "实施…"), "2025-04-01"),
    ):
        await wang.say("/file")
        for button in buttons:
            await wang.tap(button)
        await wang.say(said)


def row(sheet: Any, number: int, **cells: str) -> None:
    """Write cells of a row by their headers."""
    at = columns(sheet)
    for key, text in cells.items():
        sheet.cell(number, at[key]).value = text or None


def place(book: Any, name: str, what: str) -> int:
    """The row of a step."""
    sheet = book["经过"]
    at = columns(sheet)
    return next(
        number
        for number in range(2, sheet.max_row + 1)
        if (sheet.cell(number, at["名称"]).value, sheet.cell(number, at["事项"]).value) == (name, what)
    )


async def test_an_untouched_history_changes_nothing(program: Program, wang: Chat, anna: Chat) -> None:
    """In both languages, with a line that was taken back."""
    await lived(wang)
    await wang.say("/file")
    await wang.tap("设备 1")
    await wang.tap("1 台钻")
    await wang.tap("维护…")
    await wang.say("2025-12-02 登错的")
    await wang.tap("经过登错了…")
    await wang.tap("2025-12-02 维护")
    await wang.say("不是这台")
    before = program.rows(STEPS)
    for who, told in ((wang, "与现在的档案完全相同"), (anna, "It says what the file says already")):
        data = await exported(who)
        sheet = load_workbook(BytesIO(data))["经过" if who is wang else "History"]
        assert sheet.max_row == 5
        await sent(who, data)
        who.sees(told)
        await sent(wang, data)
        wang.sees("与现在的档案完全相同")
    assert program.rows(STEPS) == before


async def test_lines_are_added_put_right_and_taken_back(program: Program, wang: Chat) -> None:
    """Also of an entry that is new in the same workbook; the trial writes nothing."""
    await lived(wang)

    def change(book: Any) -> None:
        sheet = book["经过"]
        at = columns(sheet)
        row(sheet, place(book, "台钻", "维护"), 内容="更换皮带", 改正原因="写错了")
        row(sheet, place(book, "李强", "月度结果"), 改正原因="还没有考")
        row(sheet, 6, 登记簿="设备", 名称="台钻", 日期="2025-12-20", 事项="维护", 内容="加油")
        row(sheet, 7, 名称="铣床", 日期="2025-12-21", 事项="维护", 内容="首次保养")
        row(sheet, 8, 登记簿="成员", 名称="王强", 日期="2025-09-01", 事项="职责变动", 内容="副组长")
        row(sheet, 9, 登记簿="成员", 名称="李强", 日期="2025-12-31", 事项="离开", 内容="调往二矿")
        row(sheet, 10, 登记簿="师徒", 名称="李强", 事项="月度结果", 结果="不合格")
        sheet.cell(10, at["月份"]).value = datetime(2025, 11, 1)  # noqa: DTZ001 - what Excel makes of 2025-11
        equipment = book["设备"]
        row(equipment, 3, 名称="铣床", 购置日期="2025-06-01")
        assert at["序号"] == 2

    data = changed(await exported(wang), change)
    before = program.rows(STEPS)
    await sent(wang, data)
    wang.sees(
        "新增 1 · 变更 0 · 不变 9",
        "经过：新增 5 · 改正 1 · 取消 1",
        "改正 经过 第",
        "台钻：2025-12-01 维护 更换密封圈 → 2025-12-01 维护 更换皮带",
        "取消 经过 第",
        "新增 经过 第 7 行 铣床：2025-12-21 维护 首次保养",
    )
    assert program.rows(STEPS) == before
    await wang.tap("导入 8 条")
    wang.sees("✓ 已导入：新增 1，变更 0，不变 9。", "经过：新增 5 · 改正 1 · 取消 1")
    await wang.say("/file")
    await wang.tap("设备 2")
    await wang.tap("1 台钻")
    wang.sees("更换密封圈（已取消：写错了）", "2025-12-01 维护 更换皮带", "2025-12-20 维护 加油")
    await wang.say("/file")
    await wang.tap("成员 1")
    wang.sees("李强", "2025-12-31 离开")
    await wang.tap("1 王强")
    wang.sees("职责：副组长")
    await sent(wang, await exported(wang))
    wang.sees("与现在的档案完全相同")


async def test_every_mistake_of_the_history_at_once(program: Program, wang: Chat) -> None:
    """Where, what is wrong, what to write; nothing is written."""
    await lived(wang)

    def change(book: Any) -> None:
        sheet = book["经过"]
        row(sheet, place(book, "台钻", "维护"), 内容="更换皮带")
        row(sheet, 6, 登记簿="设备", 名称="台钻", 日期="2025-06-31", 事项="保养", 内容="加油")
        row(sheet, 7, 名称="刨床", 日期="2025-12-01", 事项="维护", 内容="加油")
        row(sheet, 8, 名称="李强", 日期="2025-12-01", 事项="离开", 内容="调走")
        row(sheet, 9, 登记簿="师徒", 名称="李强", 事项="月度结果", 月份="2025-13", 结果="好")
        row(sheet, 10, 登记簿="项目", 名称="液压阀改造", 日期="2025-01-01", 事项="验收")
        row(sheet, 11, 编号="nonumber", 名称="台钻", 日期="2025-12-01", 事项="维护", 内容="加油")
        row(sheet, 12, 登记簿="成果", 名称="新型液压阀", 日期="2025-12-01", 事项="维护", 内容="加油")
        row(sheet, 13, 登记簿="设备", 名称="台钻", 日期="2025-12-01", 事项="维护", 内容="更换密封圈")

    data = changed(await exported(wang), change)
    before = program.rows(STEPS)
    await sent(wang, data)
    seen = wang.card()
    if wang.has("下一页"):
        await wang.tap("下一页")
        seen += wang.card()
    for told in (
        "改正原因 · 这一行与登记的不同",
        "经过 · 第 6 行 · 事项 · 没有“保养”这个事项，请写 维护、移动、报废。",
        "经过 · 第 6 行 · 日期 · “2025-06-31”不是日期，请写成 2025-06-30。",
        "经过 · 第 7 行 · 名称 · 登记簿里没有“刨床”",
        "经过 · 第 8 行 · 名称 · 叫“李强”的不止一条",
        "经过 · 第 9 行 · 月份 · “2025-13”不是月份",
        "经过 · 第 9 行 · 结果 · “好”看不懂",
        "经过 · 第 10 行 · 事项 · 验收：2025-01-01 早于 2025-04-01",
        "经过 · 第 11 行 · 编号 · 没有编号为“nonumber”的一条",
        "经过 · 第 12 行 · 事项 · 成果 没有经过可登记",
        "经过 · 第 13 行 · 事项 · 维护：2025-12-01 的这一件已经登记",
    ):
        assert told in seen, seen
    assert program.rows(STEPS) == before
    assert not wang.has("导入 ")
