"""setMyCommands, deleteMyCommands, getMyCommands: menus by scope and language, and which a person sees."""

import re
from typing import Any

from bot.sandbox.call import Call
from bot.sandbox.errors import Refusal
from bot.sandbox.people import Bot, Person

Json = dict[str, Any]
MAX_COMMANDS = 100
MAX_DESCRIPTION = 256
COMMAND = re.compile(r"[a-z0-9_]{1,32}$")
LANGUAGE = re.compile(r"[a-z]{2}$")
ID_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


def check_language(params: Json) -> str:
    """Return the language_code of a call, "" for everybody."""
    language = str(params.get("language_code", ""))
    if language and not LANGUAGE.match(language):
        raise Refusal.LANGUAGE_CODE.error()
    return language


def _key(call: Call) -> tuple[str, str]:
    scope = call.params.get("scope", {"type": "default"})
    name = scope["type"]
    if name in ID_SCOPES:
        chat_id = scope["chat_id"]
        if chat_id not in call.world.people and (call.bot.id, chat_id) not in call.world.chats:
            raise Refusal.CHAT_NOT_FOUND.error()
        name = ":".join(str(scope[part]) for part in ("type", "chat_id", "user_id") if part in scope)
    return name, check_language(call.params)


def _check(command: Json) -> Json:
    name = command["command"].removeprefix("/")
    if not name:
        raise Refusal.COMMAND_EMPTY.error()
    if not COMMAND.match(name):
        raise Refusal.COMMAND_INVALID.error()
    if not command["description"].strip():
        raise Refusal.DESCRIPTION_EMPTY.error()
    if len(command["description"]) > MAX_DESCRIPTION:
        raise Refusal.COMMAND_DESCRIPTION.error()
    return {"command": name, "description": command["description"].strip()}


def set_my_commands(call: Call) -> bool:
    """Set the menu of one scope and language."""
    commands = [_check(command) for command in call.params["commands"]]
    if len(commands) > MAX_COMMANDS:
        raise Refusal.COMMANDS_TOO_MUCH.error()
    _store(call, commands)
    return True


def delete_my_commands(call: Call) -> bool:
    """Remove the menu of one scope and language."""
    _store(call, [])
    return True


def get_my_commands(call: Call) -> list[Json]:
    """Return the menu of exactly one scope and language."""
    return call.bot.commands.get(_key(call), [])


def _store(call: Call, commands: list[Json]) -> None:
    key = _key(call)
    call.bot.commands.pop(key, None)
    if commands:
        call.bot.commands[key] = commands
    for (bot_id, _), chat in call.world.chats.items():
        if bot_id == call.bot.id and chat.person:
            chat.feed.publish("commands", commands=visible_commands(call.bot, chat.person))


def visible_commands(bot: Bot, person: Person) -> list[Json]:
    """Return the menu that a person sees in the private chat with a bot."""
    language = person.language_code[:2]
    for scope in (f"chat:{person.id}", "all_private_chats", "default"):
        for code in (language, ""):
            if (scope, code) in bot.commands:
                return bot.commands[scope, code]
    return []
