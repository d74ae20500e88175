"""/file for leaders: the overview, an entry in one message and step by step, what happens to it, its end."""

import json

from tests.kit.chat import Chat
from tests.kit.program import Program

ENTRIES = "select kind, 'on', until, state from file_entries where dropped = 0"


async def entries(program: Program, kind: str = "members") -> list[dict[str, str]]:
    """Everything that is said of the entries of a register."""
    found = await program.read(lambda desk: desk.registers.of_studio("studio0000001", kind))
    return [
        {
            "name": each.name,
            "on": each.on,
            "until": each.until,
            "state": each.state,
            **json.loads(each.details),
        }
        for each in found
    ]


async def test_a_line_adds_a_member(program: Program, wang: Chat) -> None:
    """The registers with what they hold and lack; one message, and the entry is there."""
    await wang.say("/file")
    wang.sees("工作室档案", "张建国工作室", "成员 0", "[成员 0][设备 0][制度 0]", "发一行就登记")
    await wang.say("成员 王强 液压 高级工 2024-05-01")
    wang.sees("王强", "工种：液压", "技能等级：高级工", "加入日期：2024-05-01", "[职责变动…][离开…]")
    assert await entries(program) == [
        {"name": "王强", "on": "2024-05-01", "until": "", "state": "", "trade": "液压", "grade": "高级工"}
    ]
    await wang.tap("返回")
    wang.sees("成员　1 条", "1 王强 · 液压 · 高级工 · 2024-05-01")
    await wang.say("李四 2025-01-01")
    wang.sees("李四", "缺：工种、技能等级")
    await wang.say("/file")
    wang.sees("成员 2  缺：工种 1、技能等级 1")


async def test_an_entry_step_by_step(program: Program, wang: Chat) -> None:
    """One question at a time; a wrong answer is asked again; photos before it is saved stay with it."""
    await wang.say("/file")
    await wang.tap("专利 0")
    wang.sees("还没有登记")
    await wang.tap("添加…")
    wang.sees("登记专利", "请发名称")
    await wang.say("12345")
    wang.sees("名称：“12345”只有数字，请写文字。")
    await wang.say("一种液压阀")
    wang.sees("请发专利号")
    await wang.photo()
    wang.sees("附件 📷1")
    await wang.say("ZL202520123456.7")
    await wang.say("2025-06-31")
    wang.sees("授权日期：“2025-06-31”不是日期，请写成 2025-06-30。")
    await wang.say("2025年6月30日")
    wang.sees("请核对，点“保存”")
    await wang.tap("类别")
    await wang.tap("实用新型")
    wang.sees("类别：实用新型")
    await wang.tap("保存")
    wang.hears("已保存")
    wang.sees("一种液压阀", "专利号：ZL202520123456.7", "附件 📷1")
    assert [each["number"] for each in await entries(program, "patents")] == ["ZL202520123456.7"]


async def test_fields_and_duties_change(program: Program, wang: Chat) -> None:
    """A field is set right; a new duty has its own day and stays in the history of the entry."""
    await wang.say("/file")
    await wang.say("成员 王强 液压 高级工 2024-05-01")
    await wang.tap("修改…")
    await wang.tap("技能等级")
    await wang.say("技师")
    wang.sees("技能等级：技师")
    await wang.tap("职责变动…")
    wang.sees("请发日期和内容")
    await wang.say("组长")
    wang.sees("职责变动：开头的“组长”不是日期")
    await wang.say("2025-03-01 组长")
    wang.sees("职责：组长", "2025-03-01 职责变动 组长")
    await wang.tap("职责变动…")
    await wang.say("2025年9月1日 副组长")
    wang.sees("职责：副组长", "2025-03-01 职责变动 组长", "2025-09-01 职责变动 副组长")
    await wang.tap("离开…")
    await wang.say("2025-12-31 调往二矿")
    wang.sees("▲ 2025-12-31 离开", "2025-12-31 离开 调往二矿")
    assert not wang.has("离开")
    await wang.tap("返回")
    wang.sees("（2025-12-31 离开）")
    (one,) = await entries(program)
    assert (one["grade"], one["duty"], one["until"], one["state"]) == ("技师", "副组长", "2025-12-31", "left")


async def test_months_of_an_apprentice(program: Program, wang: Chat) -> None:
    """Each month of the term wants one result: pressed or written."""
    await wang.say("/file")
    await wang.say("师徒 李强 王海涛 液压 2025-11-01 2026-10-31 技师 有")
    wang.sees("李强", "师傅：王海涛", "师徒协议：有", "3 个月没有结果")
    await wang.tap("月度结果…")
    await wang.tap("2025 年 11 月 合格")
    wang.hears("已保存")
    await wang.tap("月度结果…")
    await wang.say("2025-12 不合格")
    wang.sees("2025 年 12 月 不合格", "1 个月没有结果：2026 年 1 月")
    await wang.tap("月度结果…")
    await wang.say("2025-12 合格")
    wang.sees("2025 年 12 月 不合格", "2025 年 12 月 合格", "1 个月没有结果")
    await wang.say("/file")
    wang.sees("师徒 1", "本月结果 1")
    steps = await program.read(lambda desk: desk.registers.steps_of("studio0000001"))
    assert [(each.period, each.value) for each in steps] == [
        ("2025-11", "qualified"),
        ("2025-12", "unqualified"),
        ("2025-12", "qualified"),
    ]


async def test_stages_of_a_project(program: Program, wang: Chat) -> None:
    """Approved, running, accepted: in this order, each with its day."""
    await wang.say("/file")
    await wang.say("项目 液压阀改造 自主 公司级 王海涛 2025-03-01")
    wang.sees("阶段：立项", "[实施…]")
    assert not wang.has("验收")
    await wang.tap("实施…")
    await wang.say("2025-02-01")
    wang.sees("实施：2025-02-01 早于 2025-03-01")
    await wang.say("2025-04-01")
    wang.sees("阶段：实施")
    await wang.tap("验收…")
    await wang.tap("今天")
    wang.sees("阶段：验收", "2026-01-05 验收")
    (one,) = await entries(program, "projects")
    assert (one["state"], one["sort"], one["level"]) == ("accepted", "own", "company")


async def test_a_mistake_is_taken_out_with_a_reason(program: Program, wang: Chat) -> None:
    await wang.say("/file")
    await wang.say("设备 台钻 Z4116 3台 2024-05-01")
    wang.sees("型号：Z4116", "数量：3")
    await wang.tap("登记错了…")
    await wang.say("  12 ")
    wang.sees("没有写原因")
    await wang.say("录重了")
    wang.sees("设备　0 条")
    assert await entries(program, "equipment") == []
    assert program.rows("select name from file_steps") == [("out",)]


async def test_photos_and_albums_go_to_the_entry(program: Program, wang: Chat) -> None:
    await wang.say("/file")
    await wang.say("制度 学习培训制度 学习培训 2024-05-01")
    wang.sees("类别：学习培训", "缺：附件")
    await wang.album(3, caption="全文")
    wang.sees("附件 📷3")
    wang.does_not_see("缺：附件")
    await wang.document(b"PK-no-workbook", "制度.xlsx")
    wang.sees("📷3 📄1")
    await wang.tap("附件 📷3 📄1")
    assert len([each for each in wang.news() if "(photo)" in each or "jpg" in each or "xlsx" in each]) >= 4


async def test_in_english(program: Program, anna: Chat) -> None:
    await anna.say("/file member Wang Qiang;hydraulics;senior;2024-05-01")
    anna.sees("Wang Qiang", "Trade: hydraulics", "Joined: 2024-05-01", "[Duty changed…][Left…]")
    await anna.tap("Left…")
    await anna.say("2025-06-31 moved")
    anna.sees("“2025-06-31” at the beginning is no day; write 2025-06-30 and what it was.")
    await anna.say("2025-06-30 moved to Mine 2")
    anna.sees("2025-06-30 Left moved to Mine 2")
    await anna.say("/file")
    anna.sees("Members 0 (and 1 over)", "[Members 0]")


async def test_a_line_answers_the_first_question(program: Program, wang: Chat) -> None:
    """What may be said in one message may be said there too; photos that came before stay with it."""
    await wang.say("/file")
    await wang.tap("荣誉 0")
    await wang.tap("添加…")
    await wang.photo()
    await wang.say("市工人先锋号 液压班 市级 市总工会 2025-03-01")
    wang.sees("市工人先锋号", "获得者：液压班", "级别：市级", "附件 📷1")
    await wang.tap("返回")
    await wang.tap("添加…")
    await wang.say("市 五一 奖章")
    wang.sees("名称：市 五一 奖章", "请发日期")


async def test_an_old_entry_is_found_in_its_list(program: Program, wang: Chat) -> None:
    """Long registers have leaves; a reply to an older card is about that entry."""
    for number in range(1, 11):
        await wang.say(f"/file 设备;第{number}台钻床;2024-05-{number:02}")
    await wang.say("/file")
    await wang.tap("设备 10")
    wang.sees("设备　10 条", "8 第8台钻床", "第 1/2 页")
    wang.does_not_see("9 第9台钻床")
    await wang.tap("下一页")
    wang.sees("10 第10台钻床")
    await wang.tap("9 第9台钻床")
    wang.sees("购置日期：2024-05-09")
