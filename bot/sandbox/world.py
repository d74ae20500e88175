"""Everything the sandbox holds in memory: bots, persons, chats, files, the log. It must not know HTTP."""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any

from .chats import Chat
from .clock import Clock, Ids
from .faults import Faults
from .files import Files
from .limits import Limits
from .people import Bot, Person
from .updates import UpdateQueue

Json = dict[str, Any]
Hook = Callable[[str, str, Any], object]
LOG_LENGTH = 50_000


class World:
    """The state behind both faces of the stand-in."""

    def __init__(
        self, now: Callable[[], datetime] | None, check: Hook | None, *, limits: bool, seed: int | None
    ) -> None:
        self.clock = Clock(now)
        self.ids = Ids(seed)
        self.files = Files(self.clock, self.ids)
        self.faults = Faults()
        self.limits = Limits(self.clock, on=limits)
        self.check = check
        self.bots: dict[str, Bot] = {}
        self.people: dict[int, Person] = {}
        self.chats: dict[tuple[int, int], Chat] = {}
        self.update_log: deque[Json] = deque(maxlen=LOG_LENGTH)
        self.call_log: deque[Json] = deque(maxlen=LOG_LENGTH)
        self.failures: list[str] = []
        self.last_activity = self.clock.elapsed()

    @property
    def bot(self) -> Bot:
        """The first registered bot, the one that the phones talk to."""
        return next(iter(self.bots.values()))

    def add_bot(self, token: str, username: str) -> Bot:
        """Register a bot account."""
        updates = UpdateQueue(self.clock, self.ids.first_update, self.note_update)
        bot = self.bots[token] = Bot(token, username, updates)
        return bot

    def add_person(self, person: Person) -> Person:
        """Register a person."""
        self.people[person.id] = person
        return person

    def chat(self, bot: Bot, person: Person) -> Chat:
        """Return the private chat of a bot and a person, there from the beginning, though not started."""
        chat = self.chats.get((bot.id, person.id))
        if chat is None:
            chat = self._new_chat(bot, person.id)
            chat.person = person
        return chat

    def add_group(self, title: str) -> Chat:
        """Create a group that the first bot is a member of."""
        chat_id = self.ids.group()
        chat = self._new_chat(self.bot, chat_id)
        chat.group = {"id": chat_id, "type": "group", "title": title}
        return chat

    def _new_chat(self, bot: Bot, chat_id: int) -> Chat:
        chat = Chat(bot, self.clock, self.ids.first_message(), self.ids.number())
        self.chats[bot.id, chat_id] = chat
        return chat

    def emit(self, bot: Bot, kind: str, content: Json) -> int | None:
        """Queue an update and show it to the check hook; None if the bot does not ask for this kind."""
        raw = bot.updates.put(kind, content)
        self.touch()
        if raw is None:
            return None
        self.run_check("update", kind, raw)
        return int(raw["update_id"])

    def run_check(self, kind: str, method: str, payload: object) -> str:
        """Run the check hook; what it raises is kept in `failures` and returned."""
        if self.check is None:
            return ""
        try:
            self.check(kind, method, payload)
        except Exception as error:  # noqa: BLE001 - the hook belongs to the test, whatever it raises is a finding
            self.failures.append(f"{kind} {method}: {error}")
            return str(error) or type(error).__name__
        return ""

    def touch(self) -> None:
        """Note that something happened just now."""
        self.last_activity = self.clock.elapsed()

    def note_update(self, update_id: int, event: str) -> None:
        """Write one step in the life of an update into the log."""
        self.update_log.append({"update_id": update_id, "event": event, "at": self.clock.iso()})
