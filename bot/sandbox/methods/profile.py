"""getMe, getChat, setMyName, setMyDescription, setMyShortDescription, setChatMenuButton."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.call import Call
from bot.sandbox.errors import Refusal

from .commands import check_language

Json = dict[str, Any]
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_me(call: Call) -> Json:
    """Return the bot's own user."""
    return {
        **call.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(call: Call) -> Json:
    """Return what a bot may know of a chat."""
    chat = call.chat()
    return {
        **chat.api(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }


def setter(field: str, limit: int) -> Callable[[Call], bool]:
    """Return the method that stores one text of the bot's profile for a language."""

    def store(call: Call) -> bool:
        value = call.params.get(field, "")
        if len(value) > limit:
            raise Refusal.PROFILE_TOO_LONG.error(name=field, limit=limit)
        call.bot.profile[field, check_language(call.params)] = value
        return True

    return store


def set_chat_menu_button(call: Call) -> bool:
    """Store what the menu button of a chat (or of every chat: key 0) does."""
    chat_id = call.chat().id if "chat_id" in call.params else 0
    call.bot.menu_buttons[chat_id] = call.params.get("menu_button", {"type": "default"})
    return True
