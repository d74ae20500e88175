"""Items shared out by member or by a department's word; somebody who cannot sign is taken out."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.bot.panel.scenes import ASSESSMENT, VISIT, begin, planned, sign, summary, to_sign
from tests.bot.panel.test_blind import FULL, ruled
from tests.bot.walk.scenes import NORTHWEST_44, agrees
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


async def test_items_are_shared_out(program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat) -> None:
    await planned(program)
    await begin(zhou, li, qian)
    await zhou.tap("目录")
    await zhou.tap("考核组与分工")
    zhou.sees("周组长（组长）：无", "李工：无", "请点成员或部门")
    await zhou.tap("李工")
    await zhou.tap("☐ 1.1")
    await zhou.tap("☐ 1.3")
    await zhou.tap("☑ 1.1")
    zhou.sees("李工：1.3", "正在给 李工 分项")
    await zhou.tap("分好了")
    await zhou.say("团委")
    await zhou.tap("整节 2")
    zhou.sees("团委：2.1 2.2 2.3")
    await zhou.tap("分好了")
    await zhou.tap("钱工")
    await zhou.tap("☐ 2.2")
    zhou.sees("钱工：2.2", "团委：2.1 2.3")
    await li.tap("目录")
    await li.tap("1.3")
    li.sees("分工 李工")
    await li.tap("目录")
    await li.tap("只看我的")
    li.sees("只看我的分工")
    assert li.has("1.3")
    assert not li.has("1.1")
    assert not li.has("2.1")
    await li.tap("看全部")
    assert li.has("1.1")
    await li.tap("2.1")
    li.sees("分工 团委")
    await li.say("2.1 a")
    marks = await program.read(lambda desk: desk.marks.of(ASSESSMENT))
    assert "2.1" in marks.marks


async def test_who_may_share_out(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat, unchanged: Unchanged
) -> None:
    await planned(program)
    await begin(zhou, li)
    with unchanged():
        await li.tap("目录")
        await li.tap("考核组与分工")
        li.hears("没有")
        for data in (f"nf:w:{ASSESSMENT}:nobody", f"nf:i:{ASSESSMENT}:1.1:1", f"nf:y:{ASSESSMENT}:x"):
            await zhou.forge(data)
            zhou.hears("失效")
        await chen.say("/rubrics")
        await chen.forge(f"nf:o:{ASSESSMENT}")
        chen.sees("考核组与分工")
        await chen.say("一个非常非常非常非常非常非常非常长的部门名称")
        chen.sees("超过 20 字")
        await chen.photo()
        chen.sees("请点按钮")
    await chen.say("工会")
    await chen.tap("☐ 1.1")
    chen.sees("工会：1.1")


async def test_who_cannot_sign_is_taken_out_and_that_closes_the_sheet(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat, wang: Chat
) -> None:
    await planned(program)
    await begin(zhou, li, qian)
    await li.say(NORTHWEST_44)
    for who in (li, zhou):
        await to_sign(who)
        await sign(who)
    await chen.say("/rubrics")
    await chen.forge(f"nf:l:{ASSESSMENT}")
    await chen.tap("钱工")
    chen.sees("为什么移出 钱工")
    await chen.say("出差，不能签字")
    await chen.tap("移出 钱工")
    chen.sees("其余成员均已签字，评分表已关闭")
    qian.sees("陈主任 将 钱工 移出考核组", "出差，不能签字")
    found = await program.read(lambda desk: desk.visits.assessment(ASSESSMENT))
    assert found
    assert found.state == "signed"
    assert {(each.name, each.role) for each in found.signatures} == {("周组长", "head"), ("李工", "member")}
    await agrees(program, li)
    rows = await program.read(lambda desk: desk.history.of(f"{VISIT}/sign"))
    assert rows[-1].name == "leave_group"
    assert "出差" not in str(rows[-1].payload)
    wang.sees("评分表")


async def test_the_head_leaves_and_the_next_one_is_head(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    await planned(program)
    await begin(li, qian)
    await chen.say("/rubrics")
    await chen.forge(f"nf:l:{ASSESSMENT}")
    await chen.tap("周组长")
    await chen.say("调离")
    await chen.tap("移出 周组长")
    found = await program.read(lambda desk: desk.visits.assessment(ASSESSMENT))
    assert found
    assert list(found.members) == [program._id("李工"), program._id("钱工")]
    await li.tap("目录")
    await li.tap("考核组与分工")
    li.sees("李工（组长）")


async def test_of_those_who_score_alone_two_are_left(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat, unchanged: Unchanged
) -> None:
    await ruled(program, chen)
    await planned(program)
    for who in (zhou, li):
        await begin(who)
        await who.say(FULL)
        await to_sign(who)
        await sign(who)
    assert "已签字" in summary(li)
    await zhou.say("/resume")
    await zhou.tap("移出成员…")
    await zhou.tap("钱工")
    await zhou.say("病假")
    await zhou.tap("移出 钱工")
    await zhou.say("/resume")
    zhou.sees("没有超过限度的分歧", "总分 100")
    with unchanged():
        await zhou.forge(f"nf:x:{ASSESSMENT}:{program._id('李工')}")
        await zhou.say("也请假")
        await zhou.tap("移出 李工")
        zhou.hears("至少要有 2 人")
