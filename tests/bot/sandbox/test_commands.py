"""Command menus: the nearest scope wins, and within it the person's language."""

from typing import Any

from bot.sandbox import Phone, StandIn
from bot.sandbox.methods.commands import visible_commands

from .conftest import Wire


async def put(bot: Wire, name: str, **more: Any) -> None:
    commands = [{"command": name, "description": name}]
    assert (await bot("setMyCommands", commands=commands, **more)).result


def seen(standin: StandIn, phone: Phone) -> list[str]:
    return [command["command"] for command in visible_commands(standin.bot, phone.person)]


async def test_the_nearest_menu_is_seen(bot: Wire, standin: StandIn, phone: Phone) -> None:
    english = standin.phone("Anna", "en")
    own = {"type": "chat", "chat_id": phone.id}
    nearer: list[tuple[str, dict[str, Any]]] = [
        ("anyone", {}),
        ("zh", {"language_code": "zh"}),
        ("private", {"scope": {"type": "all_private_chats"}}),
        ("private_zh", {"scope": {"type": "all_private_chats"}, "language_code": "zh"}),
        ("own", {"scope": own}),
        ("own_zh", {"scope": own, "language_code": "zh"}),
    ]
    for name, more in nearer:
        await put(bot, name, **more)
        assert seen(standin, phone) == [name]
    assert seen(standin, english) == ["private"]
    await bot("deleteMyCommands", scope=own, language_code="zh")
    assert seen(standin, phone) == ["own"]


async def test_a_menu_is_read_back_by_exact_scope_and_language(bot: Wire, phone: Phone) -> None:
    await put(bot, "a", language_code="zh")
    assert (await bot("getMyCommands")).result == []
    assert (await bot("getMyCommands", language_code="zh")).result == [{"command": "a", "description": "a"}]


async def test_the_phone_is_told_of_a_new_menu(bot: Wire, phone: Phone) -> None:
    await put(bot, "a")
    assert phone.chat.feed.events[-1]["commands"] == [{"command": "a", "description": "a"}]
