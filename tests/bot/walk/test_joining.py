"""Who comes in, by which link, and what each role sees."""

import asyncio

import pytest

from bot.entities import Scope
from tests.bot.walk.scenes import RED, northwest, tongliao
from tests.kit.chat import Chat
from tests.kit.program import Program

ASSESSOR = [
    "/assess 开始考核",
    "/resume 继续考核",
    "/sheet 查看总表",
    "/undo 撤销上一步",
]


async def test_an_assessor_joins_and_sees_what_is_hers(program: Program, chen: Chat) -> None:
    """One link, one greeting, the menu and the keys of her role; the coordinator is told."""
    wang = await program.person("王工")
    wang.sees("王工，您好。您的身份：考核人员。")
    assert wang.commands()[:4] == ASSESSOR
    assert wang.keys() == ["继续", "总表", "撤销"]
    chen.sees("王工 已通过邀请链接加入，身份：考核人员。")
    desk = {line.split()[0] for line in chen.commands()}
    assert {
        "/fix",
        "/appeal",
        "/visits",
        "/people",
        "/rubrics",
        "/help",
        "/lang",
        "/cancel",
        "/start",
    } <= desk
    assert not {"/assess", "/resume", "/sheet", "/undo", "/log", "/month", "/selfcheck"} & desk
    assert chen.keys() == []
    await chen.say("/assess")
    chen.sees("您的身份不能使用这个命令，未作任何改动。可用命令见 /help。")


@pytest.mark.parametrize("role", ["leader", "unit", "reader", "approver", "coordinator", "head"])
async def test_every_role_gets_its_own_menu(role, program: Program) -> None:
    """Nobody sees a command that is not theirs; the menu is a mirror, the right is checked where it acts."""
    who = await program.person("某人", role)
    mine = {line.split()[0] for line in who.commands()}
    assert ("/assess" in mine) == (role == "head")
    await who.say("/assess")
    if role == "head":
        who.sees("选择工作室：")
    else:
        who.sees("您的身份不能使用这个命令，未作任何改动。")


async def test_a_scope_hides_other_studios(program: Program) -> None:
    """An assessor of one unit is offered its studios only, and a forged button does not open another."""
    wang = await program.person("王工", scope=Scope(kind="unit", key="一矿"))
    await wang.say("/assess")
    wang.sees("[张建国工作室]")
    wang.does_not_see("红旗工作室")
    before = program.dump()
    await wang.forge(f"c:s:{RED.id}")
    assert wang.answer()
    await wang.forge(f"c:p:{RED.id}:northwest-2025:2025-12")
    wang.hears("没有这项内容，或不在您的权限内，未作任何改动。")
    assert program.dump() == before


async def test_a_link_opens_once(program: Program) -> None:
    """Used, unknown and expired links say so, and what to do."""
    secret = await program.invite("王工", "assessor")
    late = await program.invite("赵工", "assessor", days=2)
    wang, zhao = program.stranger("王"), program.stranger("赵")
    await wang.start(secret)
    wang.sees("王工，您好。")
    before = program.dump()
    await zhao.start(secret)
    zhao.sees("邀请链接已经用过，每个链接只能用一次。请向考核管理员索取新的链接。")
    await zhao.start("nosuchlink")
    zhao.sees("邀请链接无效，未作任何改动。请向考核管理员索取新的链接。")
    program.pass_time(days=3)
    await zhao.start(late)
    zhao.sees("邀请链接已过期。请向考核管理员索取新的链接。")
    await wang.start(secret)
    wang.sees("邀请链接已经用过")
    assert program.dump() == before


async def test_fifty_accounts_press_the_same_link(program: Program) -> None:
    """One wins, forty-nine are told; there is one person more."""
    secret = await program.invite("王工", "assessor")
    people = [program.stranger(f"路人{number}") for number in range(50)]
    for each in people:
        each.phone.start(secret)
    await asyncio.gather(*(each.settle() for each in people))
    said = ["\n".join(each.news()) for each in people]
    assert sum("王工，您好" in text for text in said) == 1
    assert sum("邀请链接已经用过" in text for text in said) == 49
    assert program.rows("select count(*) from accounts") == [(1,)]
    assert program.rows("select count(*) from persons") == [(1,)]


async def test_a_stranger_gets_one_polite_line_and_then_silence(program: Program, unchanged) -> None:
    """In the language of the phone, once a minute at most; nothing is stored of what a stranger sends."""
    stranger = program.stranger("路人", "en")
    with unchanged():
        await stranger.start()
        assert len(stranger.new_messages()) == 1
        stranger.sees("invitation")
        for _ in range(3):
            await stranger.say("2.2 满")
            assert stranger.new_messages() == []
        await stranger.photo()
        assert stranger.new_messages() == []
        program.pass_time(minutes=2)
        await stranger.say("hello")
        assert len(stranger.new_messages()) == 1


async def test_a_strangers_forged_tap_is_answered_and_does_nothing(
    program: Program, li: Chat, unchanged
) -> None:
    """A press with somebody else's data, from an account that nobody knows."""
    await northwest(li)
    tick = li.button("a ☐")
    stranger = program.stranger("路人")
    await stranger.start()
    with unchanged():
        await stranger.forge(tick.data)
    stranger.hears("本机器人仅供创新工作室考核使用，请通过考核管理员发给您的邀请链接进入。")


async def test_a_group_is_told_once(program: Program, li: Chat, unchanged) -> None:
    """The bot works in private chats; a group gets one line and then nothing."""
    group = program.standin.group("考核组")
    with unchanged():
        for said in ("/start", "/assess", "@ScorewalkSandboxBot 2.2 满"):
            group.say(li.phone.person, said)
            await li.settle()
    told = [message["text"] for message in group.messages if message["from"] == "bot"]
    assert told == ["本机器人只在私聊中使用，请点机器人头像打开私聊。"]


async def test_a_grant_that_ends_in_the_middle_of_a_walk(program: Program, li: Chat, chen: Chat) -> None:
    """From that moment nothing is taken any more, whatever is pressed or sent; what was recorded stays."""
    await tongliao(li)
    tick = li.button("a ☐")
    await li.tap("b ☐")
    await program.revoke("李工")
    before = program.dump()
    await li.tap(tick)
    li.hears("您的这项身份已撤销或到期，未作任何改动；以前记下的都保留。有疑问请联系考核管理员。")
    await li.say("1.1 a")
    await li.photo()
    await li.say("继续")
    li.sees("您的身份不能使用这个命令，未作任何改动。")
    await li.say("/sheet")
    li.sees("您的身份不能使用这个命令，未作任何改动。")
    assert program.dump() == before


async def test_a_new_phone_takes_over_by_a_new_link(program: Program, li: Chat) -> None:
    """A link for a person who is known: the new account is theirs, the old one is a stranger's."""
    await northwest(li)
    await li.tap("＋ b")
    secret = await program.invite("李工", "assessor", person="李工")
    new = program.stranger("李工的新手机")
    await new.start(secret)
    await new.say("继续")
    new.at("1.2")
    await li.say("1.1 满")
    li.sees("本机器人仅供创新工作室考核使用")
