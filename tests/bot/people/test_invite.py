"""Invitations in the chat: step by step, several at once, who used which, and what a link may give."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager

from bot.entities import Scope
from tests.bot.people.scenes import invite, secrets
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program, studio

Unchanged = Callable[[], AbstractContextManager[None]]


async def test_from_the_name_to_the_link_and_in(program: Program, chen: Chat) -> None:
    """One question a card; the link comes as a message to forward, and the list says who came in by it."""
    program.pass_time(minutes=1)
    await chen.say("/people")
    chen.sees("人员", "陈主任", "考核管理员（全部）", "[邀请…][邀请多人…]")
    await chen.tap("邀请…")
    chen.sees("请发被邀请人的姓名")
    await chen.say("张三")
    chen.sees("姓名：张三", "请点身份", "[考核管理员][考核人员]")
    await chen.tap("考核人员")
    chen.sees("身份：考核人员", "[全部]", "[某个单位…]", "[某个工作室…]")
    await chen.tap("某个单位…")
    await chen.say("二")
    chen.sees("查找“二”：1", "[二矿]")
    assert not chen.has("一矿")
    await chen.tap("二矿")
    chen.sees("身份：考核人员 · 二矿", "[7 天][1 天][30 天]")
    await chen.tap("7 天")
    await chen.say("12月31日")
    chen.sees("链接有效：7 天", "身份期限：至 2026-12-31", "请核对")
    await chen.tap("生成邀请链接")
    chen.sees("张三，您好。请点链接加入创新工作室考核，身份：考核人员（二矿）。", "2026-01-12 10:01 前有效")
    (secret,) = secrets(chen)
    assert secret not in str(program.dump())
    await chen.tap("邀请记录")
    chen.sees("未用 1", "1 张三 考核人员（二矿） ○ 2026-01-12 10:01 前有效")
    zhang = program.stranger("三哥")
    await zhang.start(secret)
    zhang.sees("张三，您好。您的身份：考核人员。")
    chen.sees("张三 已通过邀请链接加入，身份：考核人员。")
    await zhang.say("/assess")
    zhang.sees("[红旗工作室]")
    assert not zhang.has(ZHANG.name)
    await chen.say("/people")
    await chen.tap("邀请记录")
    chen.sees("未用 0", "1 张三 考核人员（二矿） ✓ 张三 于 2026-01-05 10:01 加入")
    program.pass_time(days=361)
    await zhang.say("/assess")
    zhang.sees("您的身份不能使用这个命令")


async def test_the_same_press_makes_one_link(program: Program, chen: Chat, unchanged: Unchanged) -> None:
    await invite(chen, "张三", "领导小组", "全部")
    old = chen.phone.messages
    assert old
    await chen.say("/people")
    await chen.tap("邀请…")
    await chen.say("李四")
    await chen.tap("审定人")
    await chen.tap("全部")
    await chen.tap("30 天")
    await chen.tap("不限期")
    make = chen.button("生成邀请链接")
    await chen.tap(make)
    with unchanged():
        await chen.tap(make)
        chen.hears("已失效")
    assert program.rows("select count(*) from invitations where name = '李四'") == [(1,)]


async def test_two_people_press_one_link_at_once(program: Program, chen: Chat) -> None:
    secret = await invite(chen, "张三", "考核人员", "全部")
    both = [program.stranger("一"), program.stranger("二")]
    for each in both:
        each.phone.start(secret)
    await asyncio.gather(*(each.settle() for each in both))
    said = ["\n".join(each.news()) for each in both]
    assert sorted("张三，您好" in text for text in said) == [False, True]
    assert sum("邀请链接已经用过" in text for text in said) == 1


async def test_a_link_is_over_by_the_clock(program: Program, chen: Chat) -> None:
    day = await invite(chen, "张三", "考核人员", "全部", days="1 天")
    ends = await invite(chen, "李四", "考核人员", "全部", days="30 天", until="至 2026-07-07")
    program.pass_time(hours=24)
    late = program.stranger("张三")
    await late.start(day)
    late.sees("邀请链接已过期")
    await program.stranger("李四").start(ends)
    assert program.rows("select count(*) from persons") == [(2,)]
    await chen.say("/people")
    await chen.tap("邀请记录")
    chen.sees("张三 考核人员（全部） – 已于 2026-01-06 10:00 过期")


async def test_a_link_is_withdrawn(program: Program, chen: Chat, unchanged: Unchanged) -> None:
    secret = await invite(chen, "张三", "考核人员", "全部")
    await chen.tap("邀请记录")
    await chen.tap("撤回 1 张三…")
    chen.sees("撤回这个邀请？")
    sure = chen.button("确认撤回")
    await chen.tap(sure)
    chen.sees("张三 考核人员（全部） – 已撤回", "未用 0")
    with unchanged():
        await chen.tap(sure)
        await program.stranger("张三").start(secret)


async def test_a_used_link_is_not_withdrawn(program: Program, chen: Chat, unchanged: Unchanged) -> None:
    """Between question and answer somebody came in by it."""
    secret = await invite(chen, "张三", "考核人员", "全部")
    await chen.tap("邀请记录")
    await chen.tap("撤回 1 张三…")
    await program.stranger("张三").start(secret)
    with unchanged():
        await chen.tap("确认撤回")
        chen.hears("张三 的邀请链接已经用过")


async def test_several_in_one_message_all_or_none(program: Program, chen: Chat, unchanged: Unchanged) -> None:
    """Every line's problems at once; when all are right, one link each."""
    await chen.say("/people")
    await chen.tap("邀请多人…")
    chen.sees("每行一人：姓名 身份 范围")
    with unchanged():
        await chen.say(
            "张三 考核人员 一矿\n李四 队长 一矿\n王五 领衔人 全部\n赵六 考核人员 三矿\n"
            f"{ZHANG.leader} 考核人员 张建国工作室\n孙七 考核人员 工作室\n张三 考核人员 一矿\n考核人员\n周八 领衔人"
        )
        chen.sees(
            "9 行中 1 行可以，都没有邀请",
            "✗ 第 2 行 “李四 队长 一矿”：没有“队长”这种身份",
            "✗ 第 3 行 “王五 领衔人 全部”：领衔人只能是一个工作室的",
            "✗ 第 4 行 “赵六 考核人员 三矿”：您的范围内没有“三矿”",
            f"✗ 第 5 行 “{ZHANG.leader} 考核人员 张建国工作室”：此人是 张建国工作室 的领衔人",
            "✗ 第 6 行 “孙七 考核人员 工作室”：“工作室”不止一个：张建国工作室、红旗工作室",
            "✗ 第 7 行 “张三 考核人员 一矿”：与前面一行相同",
            "✗ 第 8 行 “考核人员”：不完整",
            "✗ 第 9 行 “周八 领衔人”：没有写范围",
        )
    await chen.say(
        "张三 考核人员 一矿\n\n李四，组长，全部\n王五 领衔人 红旗\nAnna Berg head of the panel 二矿"
    )
    chen.sees(
        "4 人",
        "1 张三 考核人员（一矿）",
        "2 李四 考核组组长（全部）",
        "3 王五 工作室领衔人（红旗工作室）",
        "4 Anna Berg 考核组组长（二矿）",
    )
    made = chen.button("7 天")
    await chen.tap(made)
    found = secrets(chen)
    assert len(set(found)) == 4
    wang = program.stranger("五哥")
    await wang.start(found[2])
    wang.sees("王五，您好。您的身份：工作室领衔人。")
    with unchanged():
        await chen.tap(made)
    assert program.rows("select count(*) from invitations where used is null") == [(3,)]


async def test_lines_sent_to_the_list_are_invitations(program: Program, chen: Chat) -> None:
    await chen.say("/people")
    await chen.say("张三 考核人员 一矿\n李四 审定人")
    chen.sees("1 张三 考核人员（一矿）", "2 李四 审定人（全部）")
    await chen.tap("不邀请，返回")
    chen.sees("[邀请…][邀请多人…]")


async def test_too_many_lines_and_none(program: Program, chen: Chat, unchanged: Unchanged) -> None:
    await chen.say("/people")
    await chen.tap("邀请多人…")
    with unchanged():
        await chen.say("\n".join(f"人{number} 考核人员 一矿" for number in range(31)))
        chen.sees("一次 31 行，超过 30 行")
        await chen.photo()
        chen.sees("这里请点按钮操作")


async def test_the_longest_lines(program: Program, chen: Chat, unchanged: Unchanged) -> None:
    """Thirty lines of the longest names: all problems are told, in as many messages as they need; all links are made."""
    name, unit = "长" * 58, "单位" * 30
    await program.add(studio("宽" * 100, unit, number=7), studio(f"{'宽' * 99}窄", unit, number=8))
    await chen.say("/people")
    await chen.tap("邀请多人…")
    with unchanged():
        await chen.say("\n".join(f"{name}{number:02} 考核人员 宽宽宽" for number in range(30)))
        told = "\n".join(chen.new_messages())
        assert all(f"✗ 第 {number} 行" in told for number in range(1, 31))
    await chen.say("\n".join(f"{name}{number:02} 考核人员 {unit}" for number in range(30)))
    chen.sees("30 人")
    await chen.tap("30 天")
    assert len(secrets(chen)) == 30
    await chen.tap("邀请记录")
    chen.sees("未用 30")


async def test_whoever_leads_a_studio_does_not_assess_it(
    program: Program, chen: Chat, unchanged: Unchanged
) -> None:
    """Refused where the grant could mean nothing else; in a wider scope it is said and the studio left out."""
    await chen.say("/people")
    await chen.tap("邀请…")
    await chen.say(ZHANG.leader)
    await chen.tap("考核人员")
    await chen.tap("某个工作室…")
    await chen.tap(ZHANG.name)
    await chen.tap("7 天")
    await chen.tap("不限期")
    with unchanged():
        await chen.tap("生成邀请链接")
        chen.hears(f"{ZHANG.leader} 是 {ZHANG.name} 的领衔人，不能考核本工作室")
    await chen.tap("改范围")
    await chen.tap("全部")
    chen.sees("请核对", f"▲ {ZHANG.leader} 是 {ZHANG.name}", "不会安排其考核本工作室")


async def test_leaders_and_assessors_in_one_person(program: Program, chen: Chat) -> None:
    """Both roles are held; the own studio is not offered, and its visit cannot be opened by a forged press."""
    both = await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
    await both.start(await program.invite("孙丽", "assessor", person="孙丽"))
    await both.say("/assess")
    both.sees(f"[{ZHANG.name}]")
    assert not both.has(RED.name)
    before = program.dump()
    await both.forge(f"c:s:{RED.id}")
    await both.forge(f"c:p:{RED.id}:northwest-2025:2025-12")
    both.hears("不在您的权限内")
    assert program.dump() == before


async def test_the_inviter_does_not_use_up_the_own_link(
    program: Program, chen: Chat, unchanged: Unchanged
) -> None:
    secret = await invite(chen, "张三", "考核人员", "全部")
    with unchanged():
        await chen.start(secret)
    chen.sees("这是您发出的邀请链接，没有使用")


async def test_a_link_gives_nothing_that_its_giver_has_lost(program: Program, chen: Chat, wu: Chat) -> None:
    """Links of a coordinator whose role was ended open nothing any more."""
    secret = await invite(wu, "张三", "考核人员", "某个单位…", "二矿")
    await program.revoke("吴主任")
    late = program.stranger("张三")
    await late.start(secret)
    late.sees("邀请链接无效")
    assert program.rows("select count(*) from persons where name = '张三'") == [(0,)]


async def test_before_the_bot_knows_its_name_the_line_is_sent_by_hand(program: Program, chen: Chat) -> None:
    assert program.running
    program.running.username = None
    await chen.say("/people")
    await chen.say("张三 考核人员 一矿\n李四 考核人员 一矿")
    await chen.tap("7 天")
    chen.sees("请在私聊中把这一行发给机器人", "/start ")


async def test_it_speaks_english(program: Program) -> None:
    carol = await program.person("Carol", "coordinator", language="en")
    program.pass_time(minutes=1)
    await carol.say("/people")
    carol.sees("People", "Carol", "coordinator (everywhere)")
    await carol.tap("Invite…")
    await carol.say("Bob")
    await carol.tap("steering group")
    await carol.tap("One unit…")
    await carol.tap("一矿")
    await carol.tap("30 days")
    await carol.say("31 June")
    carol.sees("There is no day “31 June”")
    await carol.say("yesterday-ish")
    carol.sees("is no day")
    await carol.tap("no end")
    await carol.tap("Make the link")
    carol.sees("Hello Bob. Open this link", "steering group (一矿)")
    (secret,) = secrets(carol)
    bob = program.stranger("Bob", "en")
    await bob.start(secret)
    bob.sees("Hello Bob. You are: steering group.", "/outcomes, /applications and /export", "to read only")
    carol.sees("Bob has joined by invitation as: steering group.")
    await carol.say("/people")
    await carol.say("Ann boss 一矿\nJim assessor nowhere")
    carol.sees(
        "0 of 2 lines are right, nobody was invited",
        "line 1 “Ann boss 一矿”: “boss” is no role",
        "there is no “nowhere”",
    )
    await carol.tap("Do not invite, go back")
    await carol.tap("Invitations")
    carol.sees("0 open", "1 Bob steering group (一矿) ✓ Bob came in 2026-01-05 10:01")


async def test_an_invitation_goes_on_after_a_restart(program: Program, chen: Chat) -> None:
    """Everything that was said is there, and the link leads to the bot by its name."""
    await chen.say("/people")
    await chen.tap("邀请…")
    await chen.say("张三")
    await chen.tap("考核人员")
    await program.restart()
    await chen.tap("全部")
    await chen.tap("7 天")
    await program.restart()
    await chen.tap("不限期")
    await chen.tap("生成邀请链接")
    (secret,) = secrets(chen)
    zhang = program.stranger("张三")
    await zhang.start(secret)
    zhang.sees("张三，您好。")
