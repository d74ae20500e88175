"""A group that the bot is in: who says what, and what a bot in privacy mode hears of it."""

from typing import Any

from .chats import Chat
from .messages import Message
from .people import Person
from .phone import text_fields
from .world import World

Json = dict[str, Any]


class Group:
    """A group chat, driven by tests."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.chat = chat
        self._world = world

    @property
    def id(self) -> int:
        """The group's chat id."""
        return self.chat.id

    @property
    def messages(self) -> list[Json]:
        """The messages of the group, oldest first."""
        return [message.shown() for message in self.chat.messages.values() if not message.deleted]

    def say(self, person: Person, text: str, reply_to: int | None = None) -> int:
        """Let a member say something; the bot hears commands, its own name, and replies to itself."""
        target = self.chat.found(reply_to)
        message = self.chat.add(person.user(), text_fields(text), outgoing=False, reply_to=target)
        if self._heard(message):
            self._world.emit(self.chat.bot, "message", message.api())
        return message.id

    def add_bot(self, person: Person) -> None:
        """Let a member add the bot."""
        self._change(person, "left", "member")

    def remove_bot(self, person: Person) -> None:
        """Let a member remove the bot."""
        self.chat.blocked = True
        self._change(person, "member", "left")

    def upgrade(self) -> int:
        """Turn the group into a supergroup and return its new id."""
        self.chat.upgraded_to = int(f"-100{abs(self.id)}")
        return self.chat.upgraded_to

    def _heard(self, message: Message) -> bool:
        text = message.raw["text"]
        to_bot = message.reply_to is not None and message.reply_to.outgoing
        return text.startswith("/") or f"@{self.chat.bot.username}" in text or to_bot

    def _change(self, person: Person, old: str, new: str) -> None:
        user = self.chat.bot.user()
        changed = {
            "chat": self.chat.api(),
            "from": person.user(),
            "date": int(self._world.clock.now()),
            "old_chat_member": {"status": old, "user": user},
            "new_chat_member": {"status": new, "user": user},
        }
        self._world.emit(self.chat.bot, "my_chat_member", changed)
