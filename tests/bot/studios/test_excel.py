"""The list as Excel: out, unchanged and changed back in; a trial first, all rows or none."""

import json
from zoneinfo import ZoneInfo

from bot.clock import to_ms
from bot.reminders.kinds import Today
from bot.reminders.people import listed
from tests.bot.studios.books import GOOD, book, changed, exported, sent
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_an_untouched_export_changes_nothing(program: Program, chen: Chat, unchanged) -> None:
    """What is written is what is read, also by the child that reads what strangers send."""
    program.with_children()
    data = await exported(chen)
    chen.sees("工作室名单，2 个。")
    await sent(chen, data)
    chen.sees("导入工作室", "新增 0 · 变更 0 · 不变 2", "与现在的名单完全相同")
    assert not chen.has("导入 ")


async def test_new_and_changed_rows_are_tried_and_then_written(program: Program, chen: Chat) -> None:
    """The trial writes nothing; the press writes all of it, once."""
    data = await exported(chen)

    def change(sheet) -> None:
        cells = {sheet.cell(1, at).value: at for at in range(1, sheet.max_column + 1)}
        row = next(at for at in (2, 3) if sheet.cell(at, cells["工作室名称*"]).value == "红旗工作室")
        sheet.cell(row, cells["级别"], "市级")
        sheet.cell(row, cells["命名日期"], "2024年5月1日")
        sheet.cell(4, cells["工作室名称*"], "春雷工作室")
        sheet.cell(4, cells["所在单位*"], "三矿")
        sheet.cell(4, cells["领衔人*"], "雷春")
        sheet.cell(4, cells["年度经费 2026（元）"], 30000)
        sheet.cell(4, cells["团队成员（荣誉）"], "雷春（市劳模）；李四")

    await sent(chen, changed(data, change))
    chen.sees(
        "新增 1 · 变更 1 · 不变 1", "新增 第 4 行 春雷工作室 · 三矿", "红旗工作室：级别、命名日期", "这是试读"
    )
    assert program.rows("select count(*) from studios") == [(2,)]
    await chen.tap("导入 2 个")
    chen.sees("✓ 已导入：新增 1，变更 1，不变 1。", "共 3 个")
    assert program.rows("select level, named_on from studios where name = '红旗工作室'") == [
        ("市级", "2024-05-01")
    ]
    assert program.rows("select amount from year_funds") == [("30000",)]
    assert program.rows("select name, honours from teams order by place") == [
        ("雷春", "市劳模"),
        ("李四", ""),
    ]
    await sent(chen, await exported(chen))
    chen.sees("新增 0 · 变更 0 · 不变 3")


async def test_what_was_replaced_is_kept_where_it_can_be_erased(program: Program, chen: Chat) -> None:
    """The history names studios and fields, and hashes what they said before."""
    head = ("工作室名称", "所在单位", "领衔人", "级别", "团队成员", "年度经费 2026")
    row = ("红旗工作室", "二矿", "红旗工", "市级", "孙丽（市劳模）", "30000")
    await sent(chen, book(row, head=head))
    await chen.tap("导入 1 个")
    await sent(chen, book((*row[:3], "省级", "李四", "20000"), head=head))
    chen.sees("红旗工作室：级别、经费、团队")
    await chen.tap("导入 1 个")
    payloads = [
        payload for (payload,) in program.rows("select payload from history where name = 'import_studios'")
    ]
    assert "孙丽" not in "".join(payloads)
    ((kept,),) = program.rows(
        "select text from words where text like '%孙丽（市劳模）%' and text like '%funds%'"
    )
    assert json.loads(kept) == {
        RED.id: {"level": "市级", "team": "孙丽（市劳模）", "funds": {"2026": "30000"}}
    }


async def test_a_list_of_ones_own(program: Program, chen: Chat) -> None:
    """Without numbers, with fewer columns and one that is not read."""
    head = ("领衔人", "工作室名称", "备注", "所在单位")
    await sent(chen, book(("雷春", "春雷工作室", "新的", "三矿"), head=head))
    chen.sees("新增 1 · 变更 0 · 不变 0", "没有读的列：备注")
    await chen.tap("导入 1 个")
    assert program.rows("select unit, leader from studios where name = '春雷工作室'") == [("三矿", "雷春")]


async def test_every_mistake_of_every_row_at_once(program: Program, chen: Chat, unchanged) -> None:
    """Where, what is wrong, what to write; nothing is written and nothing can be pressed."""
    rows = [
        GOOD,
        ("夏雨工作室", "三矿", "夏雨", "市级", "2026-02-31", "", "技能", "三万", "夏雨"),
        ("夏雨工作室", "", "秋", "", "", "", "没有的", "1", ""),
        ("张建国工作室", "一矿", "王五", "", "", "", "", "", "（甲"),
    ]
    await sent(chen, book(*rows))
    chen.sees(
        "处错误，一行也没有写入",
        "第 3 行 · 命名日期 · “2026-02-31”不是日期，请写成 2026-02-28。",
        "第 3 行 · 年度经费 2026（元） · “三万”不是金额",
        "第 3 行 · 工作室名称 · 与第 4 行同名“夏雨工作室”",
        "第 4 行 · 工作室名称 · 与第 3 行同名“夏雨工作室”",
        "第 4 行 · 所在单位 · 这一项不能为空",
        "第 4 行 · 类型 tongliao-2020 · 没有“没有的”这一类型，请写：技术攻关型、",
        "第 5 行 · 领衔人 · 现任是 张建国；更换领衔人请在 /studios",
        "第 5 行 · 团队成员 · “（甲”看不懂",
    )
    assert not chen.has("导入 ")


async def test_who_came_by_a_list_is_on_the_list_since_then(program: Program, chen: Chat) -> None:
    """A reminder asks of nobody what was owed before they were on the list."""
    await sent(chen, book(GOOD))
    await chen.tap("导入 1 个")
    now = to_ms(program.clock.now())
    since = await program.read(lambda desk: listed(desk, Today(now, ZoneInfo("Asia/Shanghai"))))
    ((studio,),) = program.rows("select id from studios where name = '春雷工作室'")
    assert since[studio].isoformat() == "2026-01-05"
