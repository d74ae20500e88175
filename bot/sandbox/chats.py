"""A chat of a bot with a person or a group: messages, reply keyboard, and what the phone's screen is told."""

from typing import Any

from .clock import Clock
from .errors import Refusal
from .feed import Feed
from .messages import Message
from .people import Bot, Person

Json = dict[str, Any]


class Chat:
    """One chat of one bot. A private chat belongs to a person; a group has a title and members."""

    def __init__(self, bot: Bot, clock: Clock, first_message: int, instance: str) -> None:
        self.bot = bot
        self.person: Person | None = None
        self.group: Json | None = None
        self.instance = instance
        self.messages: dict[int, Message] = {}
        self.keyboard: Json | None = None
        self.started = False
        self.blocked = False
        self.upgraded_to: int | None = None
        self.feed = Feed()
        self.unread = 0
        self._clock = clock
        self._next_id = first_message

    @property
    def id(self) -> int:
        """The chat id: the person's, or the group's negative one."""
        return self.person.id if self.person else int((self.group or {})["id"])

    def api(self) -> Json:
        """Return the chat as a Bot API Chat."""
        if self.person:
            return {"id": self.person.id, "type": "private", "first_name": self.person.first_name}
        return dict(self.group or {})

    def check_writable(self) -> None:
        """Raise what Telegram answers when the bot may not write here."""
        if not self.person:
            if self.blocked:
                raise Refusal.KICKED_GROUP.error()
            return
        if self.person.deactivated:
            raise Refusal.DEACTIVATED.error()
        if self.blocked:
            raise Refusal.BLOCKED.error()
        if not self.started:
            raise Refusal.NOT_STARTED.error()

    def add(self, sender: Json, fields: Json, *, outgoing: bool, reply_to: Message | None = None) -> Message:
        """Append a message under the next message_id; dates are those of the server."""
        raw = {
            "message_id": self._next_id,
            "from": sender,
            "chat": self.api(),
            "date": int(self._clock.now()),
            **fields,
        }
        self._next_id += 1
        message = Message(raw, outgoing=outgoing, reply_to=reply_to)
        self.messages[message.id] = message
        return message

    def found(self, message_id: object) -> Message | None:
        """Return a message that is still there."""
        message = self.messages.get(message_id) if isinstance(message_id, int) else None
        return None if message is None or message.deleted else message

    def announce(self, message: Message) -> None:
        """Tell the phone about a new message."""
        if message.outgoing:
            self.unread += 1
        self.feed.publish("message", message=message.shown())

    def edited(self, message: Message) -> None:
        """Note the time of an edit and tell the phone."""
        message.raw["edit_date"] = int(self._clock.now())
        self.feed.publish("edit", message=message.shown())

    def set_keyboard(self, keyboard: Json | None) -> None:
        """Show or remove the reply keyboard under the chat."""
        self.keyboard = keyboard
        self.feed.publish("keyboard", keyboard=keyboard)
