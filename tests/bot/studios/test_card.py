"""One studio: added step by step or in one message, every field changed, retired and brought back."""

from tests.kit.chat import Chat
from tests.kit.program import Program

RED = "select {} from studios where name = '红旗工作室'"


async def opened(who: Chat, name: str = "红旗工作室") -> None:
    await who.say("/studios")
    await who.tap(name)


async def test_a_studio_is_added_step_by_step(program: Program, chen: Chat) -> None:
    """One question at a time; a wrong answer is asked again; a look at all of it before it is added."""
    await chen.say("/studios")
    await chen.tap("添加")
    chen.sees("请发工作室名称。", "也可以一次发完")
    await chen.say("红旗工作室")
    chen.sees("已有名为“红旗工作室”的工作室")
    await chen.say("春雷工作室")
    chen.sees("请发所在单位")
    await chen.say("三矿")
    await chen.say("雷春")
    chen.sees("请发级别", "[跳过]")
    await chen.tap("跳过")
    await chen.say("2026-02-31")
    chen.sees("“2026-02-31”不是日期，请写成 2026-02-28。")
    await chen.say("2024年5月1日")
    await chen.say("市总工会")
    chen.sees("请点考核标准", "[通辽市考核 · 不参加]", "[中北大学实施细则 · 不参加]")
    await chen.tap("通辽市考核")
    chen.sees("通辽市考核：请点类型", "[☐ 技能传授型]", "[☑ 不参加]")
    chen.does_not_see("大师")
    await chen.tap("技能传授型")
    chen.sees("[通辽市考核 · 技能传授型]")
    await chen.tap("选好了")
    chen.sees("请核对。", "命名日期: 2024-05-01", "技能传授型")
    await chen.tap("单位")
    await chen.say("四矿")
    chen.sees("请核对。", "单位: 四矿")
    await chen.tap("添加")
    chen.hears("已添加")
    chen.sees(
        "春雷工作室", "单位：四矿", "带头人：雷春", "命名：2024-05-01 市总工会", "类型 通辽市考核：技能传授型"
    )
    assert program.rows(
        "select unit, leader, level, named_on, named_by, types from studios where name = '春雷工作室'"
    ) == [("四矿", "雷春", "", "2024-05-01", "市总工会", '{"tongliao-2020":"skills"}')]


async def test_a_studio_is_added_in_one_message(program: Program, chen: Chat) -> None:
    await chen.say("/studios")
    await chen.tap("添加")
    await chen.say("春雷工作室；三矿")
    chen.sees("只看到 2 项")
    await chen.say("春雷工作室；三矿；雷春；市级；2024-05-01；市总工会")
    await chen.tap("跳过")
    chen.sees("请核对。", "级别: 市级")
    await chen.tap("添加")
    assert program.rows("select level, named_by from studios where name = '春雷工作室'") == [
        ("市级", "市总工会")
    ]


async def test_every_field_can_be_changed(program: Program, chen: Chat) -> None:
    await opened(chen)
    chen.sees("红旗工作室", "单位：二矿", "级别：—")
    for field, said in (
        ("级别", "市级"),
        ("命名日期", "2024.5.1"),
        ("命名单位", "市总工会"),
        ("单位", "四矿"),
        ("名称", "红旗新工作室"),
    ):
        await chen.tap("修改…")
        await chen.tap(field, on=chen.card_message()["message_id"])
        await chen.say(said)
    chen.sees("红旗新工作室", "单位：四矿", "级别：市级", "命名：2024-05-01 市总工会")
    await chen.tap("修改…")
    await chen.tap("经费")
    await chen.say("三万")
    chen.sees("“三万”看不懂，请发年份和金额")
    await chen.say("2026年 3万")
    chen.sees("经费：2026 年 30000 元")
    await chen.tap("修改…")
    await chen.tap("团队")
    await chen.say("孙丽（市劳模）；李四")
    chen.sees("团队 2 人：孙丽（市劳模）；李四")
    await chen.tap("修改…")
    await chen.tap("类型")
    await chen.tap("通辽市考核")
    await chen.tap("☐ 技能传授型")
    chen.sees("[通辽市考核 · 技能传授型]")
    await chen.tap("返回")
    await chen.tap("修改…")
    await chen.tap("级别")
    await chen.tap("清空")
    chen.sees("级别：—")
    assert program.rows("select unit, level, named_on, types from studios where name = '红旗新工作室'") == [
        ("四矿", "", "2024-05-01", '{"tongliao-2020":"skills"}')
    ]


async def test_no_words_of_people_stand_in_the_history(program: Program, chen: Chat) -> None:
    """Old and new leader, team and names are kept where they can be erased."""
    await opened(chen)
    await chen.tap("修改…")
    await chen.tap("领衔人")
    chen.sees("只更正写错的姓名")
    await chen.say("红七")
    chen.sees("带头人：红七")
    await chen.tap("修改…")
    await chen.tap("团队")
    await chen.say("孙丽（市劳模）")
    told = "".join(
        payload for (payload,) in program.rows("select payload from history where stream = 'studios'")
    )
    assert "edit_studio" in {name for (name,) in program.rows("select name from history")}
    assert not [word for word in ("红七", "孙丽", "市劳模") if word in told]
    assert {"红七", "孙丽（市劳模）"} <= {text for (text,) in program.rows("select text from words")}


async def test_a_retired_studio_begins_nothing_new(program: Program, chen: Chat, li: Chat) -> None:
    """It needs a reason; assessors are not offered it; it comes back with a reason."""
    await opened(chen)
    await chen.tap("停用…")
    chen.sees("历史都保留", "请发停用的原因")
    await chen.say("与一矿合并")
    chen.sees("▲ 2026-01-05 停用：与一矿合并", "[恢复使用…]")
    await chen.say("/studios")
    chen.sees("红旗工作室（2026-01-05 停用）")
    await li.say("/assess")
    assert not li.has("红旗工作室")
    studio = program.rows(RED.format("id"))[0][0]
    await li.forge(f"c:p:{studio}:northwest-2025:2025-12")
    li.hears("红旗工作室 已于 2026-01-05 停用，不能新开考核")
    assert program.rows("select count(*) from visits") == [(0,)]
    await chen.tap("红旗工作室")
    await chen.tap("恢复使用…")
    await chen.say("重新命名")
    chen.sees("[停用…]")
    assert program.rows(RED.format("retired")) == [(None,)]
    assert [
        name for (name,) in program.rows("select name from history where name like '%tudio%' order by rowid")
    ][-2:] == [
        "retire_studio",
        "bring_back_studio",
    ]


async def test_a_unit_has_only_its_own(program: Program, zhao: Chat, chen: Chat, unchanged) -> None:
    """赵科 of 一矿 neither sees nor changes, nor gives away, what is not theirs."""
    await zhao.say("/studios")
    zhao.sees("共 1 个", "张建国工作室")
    red = program.rows(RED.format("id"))[0][0]
    with unchanged():
        await zhao.forge(f"sp:o:{red}")
        zhao.does_not_see("二矿")
        await zhao.tap("张建国工作室")
        await zhao.tap("修改…")
        await zhao.tap("单位")
        await zhao.say("二矿")
        zhao.sees("二矿 不在您的管辖范围内")


async def test_others_have_no_list(program: Program, li: Chat) -> None:
    await li.say("/studios")
    li.sees("您的身份不能使用这个命令")
    li.does_not_see("红旗工作室")


async def test_the_desk_speaks_english(program: Program, anna: Chat) -> None:
    await anna.say("/studios")
    anna.sees("Studios　2 in all", "[Export Excel]")
    await anna.tap("Add")
    await anna.say("Spring studio; Pit 3; Lei Chun; city; 2024-05-01; city union")
    await anna.tap("Skip")
    await anna.tap("Add")
    anna.hears("Added")
    anna.sees("Spring studio", "Unit: Pit 3", "Leader: Lei Chun", "[Change of leader…]")
    await anna.tap("Retire…")
    await anna.say("merged")
    anna.sees("▲ Retired 2026-01-05: merged", "[Bring back…]")
