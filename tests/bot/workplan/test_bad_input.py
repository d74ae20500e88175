"""What cannot stand in a plan: a clear answer, nothing changed, nothing typed is lost; forged and doubled presses."""

import pytest

from bot.entities import Scope
from tests.bot.walk.scenes import RED, ZHANG
from tests.bot.workplan.scenes import accepted, drafted
from tests.kit.chat import Chat
from tests.kit.program import Program

BAD = [
    ("任务 6月31日 王海涛", "日期：没有“6月31日”这一天，请写 2026-06-30。"),
    ("任务 2026-06-31", "没有“2026-06-31”这一天，请写 2026-06-30"),
    ("任务 12.5.5 王海涛", "没有“12.5.5”这一天"),
    ("任务 13月1日", "没有“13月1日”这一天"),
    ("任务 2027-01-05", "2027-01-05 不在本计划期内，请写 2026-01-01 至 2026-12-31"),
    ("任务 30日", "“任务 30日”没有完成日期"),
    ("任务 明天", "没有完成日期"),
    ("只有名称", "“只有名称”没有完成日期，请在名称后写日期"),
    ("6月30日", "看不出要做什么"),
    ("123 6月30日", "“123”看不出要做什么"),
    ("液压阀 改造 6月30日 别人", "任务“液压阀改造”（2026-06-30）已经有了"),
    ("长" * 81 + " 6月30日", "任务名称 81 字，超过 80 字"),
    ("任务 6月30日 " + "王" * 31, "责任人 31 字，超过 30 字"),
]


@pytest.mark.parametrize(("line", "answer"), BAD)
async def test_lines_that_are_wrong(program: Program, wang: Chat, unchanged, line: str, answer: str) -> None:
    await drafted(wang)
    with unchanged():
        await wang.say(line)
        wang.sees(answer)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/plan 2026-05 月计划", "这里请点按钮"),
        ("/plan 你好", "这里请点按钮"),
        ("/plan 2031 远景", "“2031”太远，请写 2021 年到 2027 年"),
        ("/plan 2020 旧账", "太远"),
        ("/plan 2026 !!!", "没有写内容"),
    ],
)
async def test_periods_that_are_wrong(
    program: Program, wang: Chat, unchanged, line: str, answer: str
) -> None:
    with unchanged():
        await wang.say(line)
        wang.sees(answer)


async def test_nothing_is_handed_in_empty(program: Program, wang: Chat, unchanged) -> None:
    await wang.say("/plan 2026")
    await wang.tap("开始写")
    with unchanged():
        await wang.tap("提交审核")
        wang.hears("还没有任务，未提交")
    await wang.say("/plan")
    await wang.tap("自评总结")
    await wang.tap("开始写")
    with unchanged():
        await wang.tap("报备")
        wang.hears("还没有内容，未报备")


async def test_what_was_done_is_checked(program: Program, wang: Chat, chen: Chat, unchanged) -> None:
    await drafted(wang)
    await wang.tap("1")
    assert not wang.has("完成了")
    with unchanged():
        data = wang.button("变更…").data.replace(":e:", ":d:")
        await wang.forge(data)
        wang.hears("计划还没有提交")
    await wang.tap("取消任务…")
    await wang.tap("放弃")
    await accepted(wang, chen, "2026-Q1", "点检 3月31日")
    await wang.say("/plan 2026-Q1")
    await wang.tap("1")
    await wang.tap("完成了…")
    with unchanged():
        for said, answer in (
            ("1月6日 完成", "2026-01-06 还没有到（今天 2026-01-05）"),
            ("2026-06-31 完成", "“2026-06-31”不是日期，请写成 2026-06-30"),
            ("12.5.5 完成", "“12.5.5”不是日期"),
            ("2025-12-30 完成", "2025-12-30 早于计划期（2026-01-01 起）"),
            ("1月4日", "没有写结果"),
            ("1月4日 8%", "没有写结果"),
        ):
            await wang.say(said)
            wang.sees(answer)
    await wang.say("1月4日 完成")
    wang.sees("请发照片或文件佐证")
    with unchanged():
        await wang.sticker()
        await wang.place()
        wang.sees("这里请点按钮")
    wang.sees("请发照片或文件佐证")


async def test_nobody_reviews_their_own(program: Program, wang: Chat, chen: Chat, unchanged) -> None:
    """A coordinator who leads the studio: no buttons, and forged presses are refused."""
    both = await program.person("赵主任", "coordinator")
    await both.start(
        await program.invite("赵主任", "leader", person="赵主任", scope=Scope(kind="studio", key=ZHANG.id))
    )
    await drafted(wang)
    await wang.tap("提交审核")
    await both.say("/plan")
    await both.tap(ZHANG.name)
    await both.tap("年度计划")
    both.sees("待审核")
    assert not both.has("审核通过")
    await both.say("/plan 2026-Q2 抓培训")
    both.sees("2026 年 2 季度工作计划", "目标：抓培训")
    with unchanged():
        revision = wang.button("撤回").data.rsplit(":", 1)[1]
        await both.forge(f"wp:a:{ZHANG.id}:2026:p:{revision}")
        both.hears("本工作室的计划由别人审核")
        await wang.forge(f"wp:a:{ZHANG.id}:2026:p:{revision}")
        wang.hears("本工作室的计划由别人审核")
        await both.forge(f"wp:r:{ZHANG.id}:2026:p")
        both.hears("本工作室的计划由别人审核")


async def test_others_and_forged_presses(
    program: Program, wang: Chat, chen: Chat, li: Chat, unchanged
) -> None:
    other = await program.person("红旗", "leader", Scope(kind="studio", key=RED.id))
    await accepted(wang, chen)
    await wang.say("/plan 2026")
    task = wang.button("1").data
    with unchanged():
        await other.say("/plan")
        for data in (task, task.replace(":o:", ":d:"), f"wp:o:{ZHANG.id}:2026:p", f"wl:o:{ZHANG.id}:2026"):
            await other.forge(data)
            other.does_not_see("液压阀改造", "节电")
        await li.say("/plan")
        li.sees("您的身份不能使用这个命令")
        for data in (
            "wt:o:nothing",
            f"wp:o:{ZHANG.id}:2026:x",
            f"wp:o:{ZHANG.id}:2026-05:p",
            "wp:o:::p",
            "wl:o:none",
        ):
            await wang.forge(data)
        await chen.forge(task.replace(":o:", ":e:"))
        chen.hears("您只能查看")
        await chen.forge(task.replace("wt:o:", "wt:c:") + ":1")
        chen.hears("任务还没有报完成")


async def test_doubled_presses_act_once(program: Program, wang: Chat, chen: Chat) -> None:
    await drafted(wang)
    hand_in = wang.button("提交审核")
    await wang.tap(hand_in)
    await wang.tap(hand_in)
    wang.hears("已提交待审核")
    await chen.settle()
    assert sum("请审核" in text for text in chen.news()) == 1
    await chen.tap("打开")
    accept = chen.button("审核通过")
    await chen.tap(accept)
    await chen.tap(accept)
    chen.hears("没有待审核的内容")


async def test_a_decision_is_about_what_was_shown(
    program: Program, wang: Chat, zhao: Chat, chen: Chat
) -> None:
    """Taken back and handed in anew meanwhile: the old button decides nothing, and what was typed is given back."""
    await drafted(wang)
    await wang.tap("提交审核")
    await chen.settle()
    await chen.tap("打开")
    accept = chen.button("审核通过")
    await chen.tap("退回…")
    await wang.tap("撤回")
    await wang.say("培训 5月20日")
    await wang.tap("提交审核")
    await chen.say("缺培训")
    chen.sees("内容刚被改过", "您写的：缺培训", "培训 · 2026-05-20")
    await chen.tap(accept)
    chen.hears("内容刚被改过")
    await chen.tap("审核通过", on=chen.card_message()["message_id"])
    chen.sees("审核通过（2026-01-05 提交）")


async def test_a_retired_studio_is_closed(program: Program, wang: Chat, chen: Chat, unchanged) -> None:
    from bot.changes import RetireStudio

    await drafted(wang)
    await program.make(RetireStudio(studio=ZHANG.id, today="2026-01-05", reason="撤销"), by="陈主任")
    with unchanged():
        await wang.say("培训 5月20日")
        wang.sees("已于 2026-01-05 停用")
        await wang.tap("提交审核")
        wang.hears("停用")


async def test_files_find_their_place(program: Program, wang: Chat, chen: Chat) -> None:
    """An album whose later parts come when the task is done stays one piece; files of a plan are its own."""
    await accepted(wang, chen)
    await wang.photo()
    wang.sees("已审核通过，不能改")
    await wang.say("/plan 2026")
    await wang.tap("1")
    await wang.tap("完成了…")
    await wang.album(3, caption="1月4日 已发布")
    wang.sees("● 已报完成", "佐证 📷3")
    await wang.say("/plan 2026-Q1")
    await wang.document(name="一季度计划.docx")
    wang.sees("○ 草稿", "附件 📄1")


async def test_many_lines_fit_one_message(program: Program, wang: Chat, chen: Chat) -> None:
    """Sixty wrong lines, or sixty that wait for their reason: named as far as a message holds them."""
    wrong = "\n".join(f"第{number}项没有日期的任务" for number in range(60))
    await accepted(wang, chen, lines="点检 3月31日")
    await wang.say("/plan 2026")
    await wang.say(wrong)
    wang.sees("60 行中已记 0 行", "✗ 第 15 行", "另有 45 行有误")
    await wang.say("\n".join(f"第{number}项任务 6月30日 刘志强" for number in range(60)))
    wang.sees(
        "60 行中已记 59 行",
        "最多 60 项",
        "＋ 第0项任务 · 2026-06-30 刘志强",
        "（另有 44 项）",
        "变更请写原因",
    )
    await wang.say("全年重排")
    wang.sees("0/60 完成", "第 1/8 页")
    await wang.forge(f"wp:l:{ZHANG.id}:2026:p:7")
    wang.sees("第 8/8 页", "60 ○")
    await wang.forge(f"wp:l:{ZHANG.id}:2026:p:99999")
    wang.sees("第 8/8 页")
