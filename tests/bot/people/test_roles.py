"""Roles given and taken: at once, within the coordinator's own reach, with nothing left half done."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from bot.entities import Scope
from tests.bot.people.scenes import invite, secrets
from tests.bot.walk.scenes import RED, ZHANG, northwest
from tests.kit.chat import Chat
from tests.kit.program import Program, studio

Unchanged = Callable[[], AbstractContextManager[None]]
HERE = Scope(kind="unit", key=RED.unit)


async def test_one_card_says_what_somebody_may(program: Program, chen: Chat, li: Chat) -> None:
    await chen.say("/people")
    await chen.say("考核人员")
    chen.sees("查找“考核人员”：1", "李工 考核人员（全部）")
    await chen.tap("李工")
    chen.sees("李工", "✓ 已绑定账号", "1 考核人员（全部） · 自 2026-01-05")


async def test_one_more_role_holds_at_once(program: Program, chen: Chat, li: Chat) -> None:
    """Without a link; the person is told, with the menu as it is now."""
    await chen.say("/people")
    await chen.tap("李工")
    await chen.tap("增加身份…")
    await chen.tap("工作室领衔人")
    await chen.tap(RED.name)
    await chen.tap("不限期")
    give = chen.button("授予")
    await chen.tap(give)
    chen.sees("已授予 李工：工作室领衔人（红旗工作室）。", "2 工作室领衔人（红旗工作室）")
    li.sees("陈主任 为您增加了身份：工作室领衔人（红旗工作室）")
    assert "/log" in {line.split()[0] for line in li.commands()}
    before = program.dump()
    await chen.tap(give)
    chen.hears("已失效")
    assert program.dump() == before
    await li.say("/assess")
    assert not li.has(RED.name)


async def test_a_role_is_not_given_twice(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    await chen.say("/people")
    await chen.tap("李工")
    await chen.tap("增加身份…")
    await chen.tap("考核人员")
    await chen.tap("全部")
    await chen.tap("不限期")
    with unchanged():
        await chen.tap("授予")
        chen.hears("李工 已有这项身份")


async def test_a_role_is_taken_from_somebody_with_an_open_card(
    program: Program, chen: Chat, li: Chat
) -> None:
    """The card is closed, the menu is another, what was entered stays; the coordinator learns what is left behind."""
    await northwest(li)
    plus = li.button("＋ b")
    await li.tap(plus)
    await chen.say("/people")
    await chen.tap("李工")
    chen.sees("未签字的考核 1：", "· 张建国工作室 2025-12")
    await chen.tap("撤销 1 考核人员（全部）…")
    chen.sees("撤销 考核人员（全部）？立即生效。", "· 张建国工作室 2025-12", "▲ 这些考核需要改派考核人员")
    await chen.tap("确认撤销")
    chen.sees("已撤销 李工 的身份：考核人员（全部）。", "· 张建国工作室 2025-12", "请到 /visits")
    li.sees("您的身份 考核人员（全部） 已由 陈主任 撤销；以前记下的都保留。", "（此卡片已关闭）")
    assert "/assess" not in {line.split()[0] for line in li.commands()}
    assert li.keys() == []
    before = program.dump()
    await li.tap(plus)
    li.hears("您的这项身份已撤销或到期，未作任何改动")
    await li.say("1.1 a")
    li.sees("您现在没有考核身份，未作任何改动。请联系考核管理员。")
    await li.photo()
    await li.say("/resume")
    li.sees("您的身份不能使用这个命令")
    await li.say("继续")
    assert program.dump() == before


async def test_somebody_else_taps_the_open_card_while_the_role_goes(
    program: Program, chen: Chat, li: Chat
) -> None:
    """A press that is under way when the role ends is either taken whole or not at all."""
    await northwest(li)
    await chen.say("/people")
    await chen.tap("李工")
    await chen.tap("撤销 1 考核人员（全部）…")
    sure, plus = chen.button("确认撤销"), li.button("＋ b")
    chen.phone.tap(None, sure.message, sure.data)
    li.phone.tap(None, plus.message, plus.data)
    await chen.settle()
    assert program.rows("select count(*) from grants where role = 'assessor' and ended is null") == [(0,)]
    assert len(program.rows("select item from marks")) in {0, 1}


async def test_the_last_coordinator_of_everything_stays(
    program: Program, chen: Chat, wu: Chat, unchanged: Unchanged
) -> None:
    await chen.say("/people")
    await chen.tap("陈主任")
    await chen.tap("撤销 1 考核管理员（全部）…")
    with unchanged():
        await chen.tap("确认撤销")
        chen.hears("这是最后一位负责全部范围的考核管理员，不能撤销")
    await program.person("郑主任", "coordinator")
    await chen.tap("确认撤销")
    chen.sees("已撤销 陈主任 的身份")
    await chen.say("/people")
    chen.sees("您的身份不能使用这个命令")


async def test_two_coordinators_take_the_role_from_each_other(program: Program, chen: Chat) -> None:
    """At the same moment: one of them stays."""
    zheng = await program.person("郑主任", "coordinator")
    for who, other in ((chen, "郑主任"), (zheng, "陈主任")):
        await who.say("/people")
        await who.tap(other)
        await who.tap("撤销 1 考核管理员（全部）…")
    first, second = chen.button("确认撤销"), zheng.button("确认撤销")
    chen.phone.tap(None, first.message, first.data)
    zheng.phone.tap(None, second.message, second.data)
    await chen.settle()
    held = program.rows("select count(*) from grants where role = 'coordinator' and ended is null")
    assert held == [(1,)]


async def test_a_new_phone(program: Program, chen: Chat, li: Chat) -> None:
    """A link for somebody who is known replaces the account and gives nothing new."""
    await northwest(li)
    await li.tap("＋ b")
    await chen.say("/people")
    await chen.tap("李工")
    await chen.tap("换手机：新链接…")
    chen.sees("新链接几天内有效？")
    await chen.tap("7 天")
    chen.sees("李工，您好。请在新手机上点链接", "打开后旧账号随即失效")
    (secret,) = secrets(chen)
    other = await program.person("王工")
    await other.start(secret)
    other.sees("这个链接是给另一个人换手机用的")
    new = program.stranger("李工的新手机")
    await new.start(secret)
    new.sees("李工，您好。您的身份：考核人员。")
    li.sees("您已在新手机上登录，这个账号不再有效")
    assert [line.split()[0] for line in li.commands()] == ["/help", "/start"]
    assert li.keys() == []
    await new.say("继续")
    new.at("1.2")
    await li.say("1.1 满")
    li.sees("本机器人仅供创新工作室考核使用")
    assert program.rows("select count(*) from grants where role = 'assessor'") == [(2,)]


async def test_a_link_for_a_new_phone_ends_with_the_role(program: Program, chen: Chat, li: Chat) -> None:
    await chen.say("/people")
    await chen.tap("李工")
    await chen.tap("换手机：新链接…")
    await chen.tap("30 天")
    (secret,) = secrets(chen)
    await chen.tap("撤销 1 考核人员（全部）…")
    await chen.tap("确认撤销")
    new = program.stranger("新手机")
    await new.start(secret)
    new.sees("邀请链接无效")


async def test_a_coordinator_of_a_unit_sees_and_gives_within_it(
    program: Program, chen: Chat, li: Chat, wu: Chat, unchanged: Unchanged
) -> None:
    await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
    await program.person("王海涛", "leader", Scope(kind="studio", key=ZHANG.id))
    both = await program.person("周工", "assessor", HERE)
    await both.start(await program.invite("周工", "coordinator", person="周工"))
    await wu.say("/people")
    wu.sees("人员", "3 人", "孙丽 工作室领衔人（红旗工作室）", "周工 考核人员（二矿）")
    wu.does_not_see("李工", "王海涛", "陈主任", "考核管理员（全部）")
    with unchanged():
        for name in ("李工", "王海涛", "陈主任"):
            await wu.forge(f"pp:o:{program._id(name)}")
            wu.hears("不在您的权限内")
        await wu.tap("周工")
        wu.does_not_see("考核管理员（全部）", "换手机")
        person = program._id("周工")
        held = program.rows("select id, person from grants where role = 'coordinator'")
        (beyond,) = (grant for grant, whose in held if whose == person)
        await wu.forge(f"pp:e:{person}:{beyond}")
        await wu.forge(f"pp:y:{person}:{beyond}")
        await wu.forge(f"pp:n:{person}")
        await wu.forge(f"pp:k:{person}:7")
        assert "考核管理员" not in wu.card()
    secret = await invite(wu, "钱工", "考核人员", "某个工作室…", RED.name)
    await program.stranger("钱工").start(secret)
    wu.sees("钱工 已通过邀请链接加入，身份：考核人员。")


async def test_nobody_is_invited_beyond_the_own_scope(
    program: Program, chen: Chat, wu: Chat, unchanged: Unchanged
) -> None:
    """Neither by what is offered, nor by a forged press, nor in lines."""
    await wu.say("/people")
    await wu.tap("邀请…")
    await wu.say("钱工")
    await wu.tap("考核人员")
    assert not wu.has("全部")
    wizard = wu.button("某个单位…").data.split(":")[2]
    with unchanged():
        await wu.forge(f"pi:k:{wizard}:all")
        wu.hears("已失效")
        await wu.forge(f"pi:s:{wizard}:{ZHANG.id}")
        wu.hears("已失效")
    await wu.say("/people")
    with unchanged():
        await wu.say("钱工 考核人员 一矿\n赵工 考核人员 全部\n孙工 领衔人 张建国工作室")
        wu.sees(
            "3 行中 0 行可以",
            "第 1 行 “钱工 考核人员 一矿”：您的范围内没有“一矿”",
            "第 2 行 “赵工 考核人员 全部”：“全部”超出您自己的管理范围",
            "第 3 行 “孙工 领衔人 张建国工作室”：您的范围内没有",
        )


async def test_links_of_others_are_not_seen(
    program: Program, chen: Chat, wu: Chat, unchanged: Unchanged
) -> None:
    await invite(chen, "张三", "考核人员", "某个单位…", "一矿")
    ((digest,),) = program.rows("select digest from invitations where name = '张三'")
    await wu.say("/people")
    await wu.tap("邀请记录")
    wu.does_not_see("张三")
    with unchanged():
        await wu.forge(f"pk:e:{digest[:16]}")
        await wu.forge(f"pk:y:{digest[:16]}")
        wu.hears("已失效")


async def test_an_unit_coordinator_hears_of_the_own_unit_only(program: Program, chen: Chat, wu: Chat) -> None:
    """Whoever joins elsewhere is none of theirs."""
    await program.person("钱工", "assessor", Scope(kind="unit", key=ZHANG.unit))
    await wu.settle()
    wu.does_not_see("钱工")
    chen.sees("钱工 已通过邀请链接加入")


async def test_who_is_no_coordinator_gets_nothing(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    await northwest(li)
    person = program._id("陈主任")
    with unchanged():
        await li.say("/people")
        li.sees("您的身份不能使用这个命令")
        for data in ("pl:o", f"pp:o:{person}", "pi:n", "pm:o", "pk:o", f"pp:y:{person}:x"):
            await li.forge(data)
            assert li.answer()
            li.does_not_see("陈主任")


async def test_nobody_gives_for_longer_than_they_hold(program: Program, chen: Chat) -> None:
    """A coordinator until the end of June gives roles until then at most."""
    secret = await invite(chen, "临时", "考核管理员", "某个单位…", "二矿", until="至 2026-07-07")
    brief = program.stranger("临时")
    await brief.start(secret)
    await brief.say("/people")
    await brief.tap("邀请…")
    await brief.say("钱工")
    await brief.tap("考核人员")
    await brief.tap("某个单位…")
    await brief.tap("二矿")
    await brief.tap("7 天")
    assert not brief.has("不限期")
    await brief.say("2026-12-31")
    before = program.dump()
    await brief.tap("生成邀请链接")
    brief.hears("您自己的身份有截止日")
    assert program.dump() == before
    await brief.tap("改截止日")
    await brief.tap("至 2026-07-07")
    await brief.tap("生成邀请链接")
    assert secrets(brief)


async def test_it_speaks_english(program: Program, li: Chat) -> None:
    carol = await program.person("Carol", "coordinator", language="en")
    anna = await program.person("Anna", "assessor", language="en")
    await carol.say("/people")
    await carol.tap("Anna")
    carol.sees("✓ has an account", "1 assessor (everywhere) · since 2026-01-05")
    await carol.tap("Add a role…")
    await carol.tap("approver")
    await carol.tap("Everywhere")
    await carol.tap("no end")
    await carol.tap("Give the role")
    anna.sees("Carol gave you one more role: approver (everywhere)")
    await carol.tap("End 1 assessor (everywhere)…")
    carol.sees("End assessor (everywhere)? It ends at once.")
    await carol.tap("Yes, end it")
    anna.sees("Your role assessor (everywhere) was ended by Carol; what you entered stays.")
    await anna.say("/help")
    anna.sees("Approval")


async def test_a_coordinator_whose_role_ends_in_the_middle_of_an_invitation(
    program: Program, chen: Chat, wu: Chat
) -> None:
    """The card on which it was being written is closed, and its last press makes nothing."""
    await wu.say("/people")
    await wu.tap("邀请…")
    await wu.say("钱工")
    await wu.tap("考核人员")
    await wu.tap("某个单位…")
    await wu.tap("二矿")
    await wu.tap("7 天")
    await wu.tap("不限期")
    make = wu.button("生成邀请链接")
    await chen.say("/people")
    await chen.tap("吴主任")
    await chen.tap("撤销 1 考核管理员（二矿）…")
    await chen.tap("确认撤销")
    wu.sees("您的身份 考核管理员（二矿） 已由 陈主任 撤销", "（此卡片已关闭）")
    before = program.dump()
    await wu.tap(make)
    assert wu.answer()
    assert program.dump() == before


async def test_another_card_stays_open_where_it_may_still_be_seen(
    program: Program, chen: Chat, li: Chat
) -> None:
    """One of two roles ends; the walk that the other allows goes on."""
    await li.start(await program.invite("李工", "reader", person="李工"))
    await northwest(li)
    await chen.say("/people")
    await chen.tap("李工")
    await chen.tap("撤销 2 领导小组（全部）…")
    chen.does_not_see("需要改派")
    await chen.tap("确认撤销")
    await li.tap("＋ b")
    assert program.rows("select item from marks") == [("1.1",)]


async def test_what_was_ended_stays_on_the_card(program: Program, chen: Chat, li: Chat) -> None:
    await chen.say("/people")
    await chen.tap("李工")
    await chen.tap("撤销 1 考核人员（全部）…")
    program.pass_time(minutes=1)
    await chen.tap("确认撤销")
    await chen.tap("李工")
    chen.sees("现在没有身份", "– 已结束：考核人员（全部） 2026-01-05")
    assert not chen.has("换手机")


async def test_messages_where_buttons_are_asked_for(
    program: Program, chen: Chat, unchanged: Unchanged
) -> None:
    await chen.say("/people")
    with unchanged():
        await chen.photo()
        chen.sees("这里请点按钮操作")
        await chen.tap("邀请记录")
        await chen.say("张三")
        chen.sees("这里请点按钮操作")
        await chen.say("/people")
        await chen.tap("邀请…")
        await chen.say("长" * 61)
        chen.sees("61 字，超过 60 字")
        await chen.photo()
        chen.sees("这里请点按钮操作")
        await chen.say("张三")
        await chen.say("考核人员")
        chen.sees("这里请点按钮操作")
        await chen.tap("考核人员")
        await chen.tap("全部")
        await chen.tap("7 天")
        for said, why in (
            ("6月31日", "没有“6月31日”这一天"),
            ("下次", "没看懂日期“下次”"),
            ("2025-12-30", "2025-12-30 已经过去（今天 2026-01-05）"),
        ):
            await chen.say(said)
            chen.sees(why)


async def test_a_long_list_is_leafed_through(program: Program, chen: Chat) -> None:
    for number in range(11):
        await program.person(f"考核员{number:02}", "assessor")
    await chen.say("/people")
    chen.sees("12 人", "考核员06")
    chen.does_not_see("考核员07")
    await chen.tap("下一页 ›")
    chen.sees("考核员07", "考核员10")
    await chen.say("ｋａｏ 09")
    chen.sees("没有符合的人员")
    await chen.say("员 09")
    chen.sees("查找“员 09”：1", "考核员09")
    await chen.tap("显示全部")
    chen.sees("考核员00")


async def test_many_roles_are_leafed_through(program: Program, chen: Chat, li: Chat) -> None:
    """With the longest names that there may be, each role can still be ended."""
    names = [f"{number:02}{'长' * 96}工作室"[:100] for number in range(10)]
    await program.add(*(studio(name, number=number) for number, name in enumerate(names, 10)))
    for number in range(10, 20):
        scope = Scope(kind="studio", key=f"studio{number:07d}")
        await li.start(await program.invite("李工", "leader", scope, person="李工"))
    await chen.say("/people")
    await chen.tap("李工")
    chen.sees("1 考核人员（全部）", "8 工作室领衔人（06")
    await chen.tap("下一页 ›")
    chen.sees("11 工作室领衔人（09")
    await chen.tap("撤销 11 工作室领衔人")
    await chen.tap("确认撤销")
    assert program.rows("select count(*) from grants where ended is null and role = 'leader'") == [(9,)]
