"""What every role is greeted with, helped with and offered, in both languages."""

import re

import pytest

from bot.entities import ROLES, Role
from bot.flows.menu import COMMANDS
from tests.kit.chat import Chat
from tests.kit.program import Program

COMMAND = re.compile(r"/([a-z]+)\b")
HEADS: dict[Role, tuple[str, str]] = {
    "coordinator": ("人员", "People"),
    "assessor": ("走查", "Walk"),
    "head": ("组长", "Head"),
    "leader": ("记录", "The log"),
    "unit": ("所在单位", "Unit"),
    "reader": ("领导小组", "Steering group"),
    "approver": ("审定", "Approval"),
}


def offered(who: Chat) -> set[str]:
    """The commands in the menu of a chat."""
    return {line.split()[0][1:] for line in who.commands()}


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("role", ROLES)
async def test_a_role_is_helped_with_what_it_may_do(role: Role, language: str, program: Program) -> None:
    """The greeting and the help speak of nothing that is not in the menu, and the menu of nothing of others."""
    who = await program.person("某人", role, language=language)
    mine = {name for name, roles in COMMANDS.items() if not roles or role in roles}
    assert offered(who) == mine
    greeting = "\n".join(who.new_messages())
    assert greeting.count("\n") >= 1, "a role without a word of what it can do"
    await who.say("/help")
    told = "\n".join(who.new_messages())
    assert f"{HEADS[role][language == 'en']}" in told
    named = set(COMMAND.findall(re.sub(r"</?[a-z]+>", "", f"{greeting}\n{told}")))
    assert named <= mine, named - mine
    who.does_not_see("{", "}")


@pytest.mark.parametrize("role", ["unit", "reader", "approver"])
async def test_what_is_sent_without_an_open_card(role: Role, program: Program, unchanged) -> None:
    """Nobody is told of commands that are not theirs."""
    who = await program.person("某人", role)
    with unchanged():
        await who.say("你好")
        who.sees("这里不收消息，未作任何改动。可用命令见 /help。")
        await who.photo()
        who.sees("这里不收消息")
        for name in COMMANDS:
            if COMMANDS[name] and role not in COMMANDS[name]:
                await who.say(f"/{name}")
                who.sees("您的身份不能使用这个命令")


async def test_whoever_has_no_role_left(program: Program, unchanged) -> None:
    who = await program.person("某人", "reader")
    await program.revoke("某人")
    with unchanged():
        await who.say("你好")
        who.sees("您现在没有考核身份")
        await who.say("/help")
        who.sees("本机器人用于创新工作室考核")
        await who.start()
        who.sees("您的身份：未授权")


async def test_several_roles_are_one_menu(program: Program) -> None:
    """A union, each command once, each help once."""
    who = await program.person("某人", "reader")
    for role in ("approver", "unit", "head"):
        await who.start(await program.invite("某人", role, person="某人"))
    assert len(offered(who)) == len(who.commands())
    assert {"outcomes", "fix", "assess"} <= offered(who)
    await who.say("/help")
    assert sum("领导小组" in text for text in who.new_messages()) == 1
    who.sees("审定", "所在单位", "组长", "走查")
