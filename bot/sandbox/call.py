"""One call of a Bot API method: who calls, with which parameters and files."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .chats import Chat
from .errors import Refusal, upgraded
from .messages import Message
from .people import Bot
from .world import World

Json = dict[str, Any]


@dataclass(slots=True, frozen=True)
class Upload:
    """A file part of a multipart request."""

    name: str
    mime: str
    content: bytes


@dataclass(slots=True, frozen=True)
class Call:
    """A decoded request."""

    world: World
    bot: Bot
    params: Json
    uploads: dict[str, Upload]

    def chat(self) -> Chat:
        """Return the chat of `chat_id`; raise if it is unknown or the bot may not write there."""
        chat_id = self.params.get("chat_id")
        if chat_id is None:
            raise Refusal.CHAT_ID_EMPTY.error()
        chat = self.world.chats.get((self.bot.id, chat_id)) if isinstance(chat_id, int) else None
        if chat is None:
            person = self.world.people.get(chat_id) if isinstance(chat_id, int) else None
            if person is None:
                raise Refusal.CHAT_NOT_FOUND.error()
            chat = self.world.chat(self.bot, person)
        if chat.upgraded_to is not None:
            raise upgraded(chat.upgraded_to)
        chat.check_writable()
        return chat

    def message(self, missing: Refusal) -> tuple[Chat, Message]:
        """Return the message that `chat_id` and `message_id` name, or raise the given refusal."""
        if "inline_message_id" in self.params:
            raise Refusal.NOT_SUPPORTED.error(name="inline_message_id")
        chat = self.chat()
        if "message_id" not in self.params:
            raise Refusal.NO_MESSAGE_ID.error()
        message = chat.found(self.params["message_id"])
        if message is None:
            raise missing.error()
        return chat, message


Method = Callable[[Call], object]
