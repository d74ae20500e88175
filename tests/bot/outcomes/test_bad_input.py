"""Who may do what with outcomes, forged and late presses, and what is typed wrong: nothing changes, the answer says why."""

import re

from bot.changes.outcomes.of import results
from bot.changes.outcomes.steps import mark_of as figures
from bot.entities import Scope
from bot.flows.month.mine import mark_of
from tests.bot.outcomes.conftest import Totals
from tests.bot.outcomes.scenes import NORTHWEST, contested, signed
from tests.bot.outcomes.test_quarters import quarter
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

Q4 = {"p2025_10": "92", "p2025_11": "88", "p2025_12": "90"}
LETTERS = mark_of(NORTHWEST)


async def mark(program: Program) -> str:
    """What a button would carry for what stands now."""
    return await program.read(lambda desk: figures(*results(desk, NORTHWEST, "2025-Q4")))


async def test_a_reader_looks_and_cannot_act(
    program: Program, totals: Totals, he: Chat, chen: Chat, unchanged
) -> None:
    await totals(**Q4)
    await quarter(he)
    he.sees("1 ○ 张建国工作室 90 奖励")
    assert not he.has("提交审定")
    await he.tap("1")
    he.sees("结论：奖励（建议）")
    assert not any(he.has(label) for label in ("提交审定", "录入事实", "审定通过"))
    place = f"{LETTERS}:2025-Q4:{ZHANG.id}"
    with unchanged():
        for verb in ("p", "a"):
            await he.forge(f"oo:{verb}:{place}:{await mark(program)}")
            assert he.answer()
        for verb in ("d", "n", "u", "b", "x"):
            await he.forge(f"oo:{verb}:{place}:fact000000001")
            assert he.answer()


async def test_nobody_else_sees_results(
    program: Program, totals: Totals, li: Chat, wang: Chat, unchanged
) -> None:
    await totals(**Q4)
    await li.say("/outcomes")
    li.sees("您的身份不能使用这个命令")
    await wang.say("/outcomes")
    wang.sees("还没有审定的考核结果")
    with unchanged():
        for who in (li, wang):
            await who.forge(f"ol:v:{LETTERS}:2025-Q4:all:0")
            assert "奖励" not in who.card()
            await who.forge(f"oo:o:{LETTERS}:2025-Q4:{ZHANG.id}")
            assert "奖励" not in who.card()


async def test_a_coordinator_of_one_unit_sees_that_unit(program: Program, totals: Totals, unchanged) -> None:
    qian = await program.person("钱主任", "coordinator", Scope(kind="unit", key="二矿"))
    await totals(**Q4)
    await totals(studio=RED.id, **Q4)
    await quarter(qian)
    qian.sees("1 个工作室", "红旗工作室")
    qian.does_not_see("张建国")
    await qian.say("张建国")
    qian.sees("没有名称或单位含“张建国”的工作室")
    with unchanged():
        await qian.forge(f"oo:o:{LETTERS}:2025-Q4:{ZHANG.id}")
        assert "张建国" not in qian.card()


async def test_nobody_approves_what_they_proposed(
    program: Program, totals: Totals, chen: Chat, unchanged
) -> None:
    secret = await program.invite("陈主任", "approver", person="陈主任")
    await chen.start(secret)
    await totals(**Q4)
    await quarter(chen)
    await chen.tap("1")
    await chen.tap("提交审定")
    chen.sees("还没有审定人可以审定其中 1 个")
    with unchanged():
        await chen.tap("审定通过")
        chen.hears("这是您自己提交的，须由他人审定")
    await quarter(chen)
    await chen.tap("待审定 1")
    assert not chen.has("审定通过（")


async def test_nobody_approves_what_they_scored(
    program: Program, totals: Totals, chen: Chat, zhao: Chat, li: Chat, unchanged
) -> None:
    await li.start(await program.invite("李工", "approver", person="李工"))
    await totals(**Q4)
    await quarter(chen)
    await chen.tap("1")
    await chen.tap("提交审定")
    zhao.sees("考核结果 1 个，请审定")
    li.does_not_see("请审定")
    await quarter(li)
    await li.tap("待审定 1")
    assert not li.has("审定通过（")
    await li.tap("1")
    assert not li.has("审定通过")
    with unchanged():
        await li.forge(f"oo:a:{LETTERS}:2025-Q4:{ZHANG.id}:{await mark(program)}")
        li.hears("评分表由您签过字，须由他人审定")


async def test_a_late_press_approves_nothing_that_was_not_seen(
    program: Program, totals: Totals, chen: Chat, zhao: Chat, wang: Chat, unchanged
) -> None:
    await totals(**Q4)
    await quarter(chen)
    await chen.tap("1")
    old = chen.button("提交审定")
    await chen.tap("提交审定")
    await zhao.tap("打开")
    await zhao.tap("审定通过（1 个）…")
    yes = zhao.button("确认审定通过")
    person = program._id("王海涛")

    def contest(desk) -> None:
        (sheet, *_) = results(desk, NORTHWEST, "2025-Q4")[0].sheets
        contested(desk, sheet.assessment, ZHANG.id, person, at=1_900_000_000_000)

    await program._store.write(contest)
    with unchanged():
        await zhao.tap(yes)
        zhao.hears("数据已有变化")
        await chen.tap(old)
        chen.hears("数据已有变化")
    zhao.sees("▲ 提交后有变化 1")


async def test_the_same_press_twice_proposes_once(
    program: Program, totals: Totals, chen: Chat, zhao: Chat, unchanged
) -> None:
    await totals(**Q4)
    await quarter(chen)
    await chen.tap("提交审定（1 个）…")
    yes = chen.button("确认提交")
    await chen.tap(yes)
    with unchanged():
        await chen.tap(yes)
        assert chen.answer()


async def test_buttons_that_mean_nothing(
    program: Program, totals: Totals, chen: Chat, wang: Chat, unchanged
) -> None:
    await totals(**Q4)
    await quarter(chen)
    place = f"{LETTERS}:2025-Q4:{ZHANG.id}"
    with unchanged():
        for data in (
            "ol:v",
            "ol:v:ffffff:2025-Q4:all:0",
            f"ol:v:{LETTERS}:2025-13:all:0",
            f"ol:v:{LETTERS}:2025-10:all:0",
            f"ol:v:{LETTERS}:2025-Q4:nonsense:0",
            f"ol:v:{LETTERS}:2025-Q4:all:minus",
            f"ol:q:{LETTERS}:2025-Q4:carry",
            f"ol:y:{LETTERS}:2025-Q4:propose",
            "oo:o",
            f"oo:o:{LETTERS}:2025-Q4:studio9999999",
            f"oo:p:{place}:00000000",
            f"oo:a:{place}:00000000",
            f"oo:k:{place}:00000000",
            f"oo:t:{place}:0",
            f"oo:t:{place}:99",
            f"oo:t:{place}:x",
            f"oo:m:{place}:guess",
            f"oo:x:{place}:fact000000009",
            f"of:c:{place}:0",
            "of:e:entry00000001",
            "os:o:judge00000001",
            "os:s:judge00000001:0",
        ):
            await chen.forge(data)
            assert chen.answered(), data
    assert not re.search(r"待审定|已审定", chen.card())


async def test_shares_are_the_leaders_alone_and_only_once_approved(
    program: Program, totals: Totals, chen: Chat, zhao: Chat, wang: Chat, sun: Chat, unchanged
) -> None:
    other = await program.person("周红旗", "leader", Scope(kind="studio", key=RED.id))
    await totals(**Q4)
    await quarter(chen)
    await chen.tap("1")
    await chen.tap("提交审定")
    ((judgement,),) = program.rows("select id from judgements")
    with unchanged():
        await wang.forge(f"os:o:{judgement}")
        assert "+1000" not in wang.card()
    await zhao.tap("打开")
    await zhao.tap("1")
    await zhao.tap("审定通过")
    with unchanged():
        await other.forge(f"os:o:{judgement}")
        assert "+1000" not in other.card()
        await sun.tap("打开")
        sun.sees("待分配 +1000")
        assert not sun.has("分配第")
        await sun.forge(f"os:s:{judgement}:0")
        await sun.say("孙工会 1000")
        await wang.tap("打开")
        await wang.tap("分配第 1 项")
        for text, why in (
            ("王强", "第 1 行“王强”看不懂"),
            ("王强 400\n\n王强 600", "王强 写了两次"),
            ("王强 1200\n李娜 -200", "正负要与总额 1000 一致"),
            ("王强 0\n李娜 1000", "不能为 0"),
            ("王强 999.99", "合计 999.99，应为 1000，差 0.01"),
        ):
            await wang.say(text)
            wang.sees(why)
        await wang.photo()
        wang.sees("这里请点按钮操作")


async def test_another_signature_after_approval_is_said_and_stops_the_shares(
    program: Program, totals: Totals, chen: Chat, zhao: Chat, wang: Chat
) -> None:
    await totals(**Q4)
    await quarter(chen)
    await chen.tap("1")
    await chen.tap("提交审定")
    await zhao.tap("打开")
    await zhao.tap("1")
    await zhao.tap("审定通过")
    await wang.tap("打开")
    await wang.tap("分配第 1 项")
    person = program._id("李工")
    await program._store.write(lambda desk: signed(desk, ZHANG.id, NORTHWEST, "2025-12", "60", person))
    await wang.say("王强 1000")
    wang.sees("提交后数据已有变化")
    await quarter(chen)
    chen.sees("▲ 提交后有变化 1", "80 85分以下")
