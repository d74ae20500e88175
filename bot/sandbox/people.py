"""Persons and bots: the accounts of the sandbox."""

from dataclasses import dataclass, field
from typing import Any

from .updates import UpdateQueue

Json = dict[str, Any]


@dataclass(slots=True)
class Person:
    """A Telegram user with a phone; `start` is an unused invitation payload offered as a START link."""

    id: int
    first_name: str
    language_code: str = "zh-hans"
    about: str = ""
    start: str | None = None
    deactivated: bool = False

    def user(self) -> Json:
        """Return the person as a Bot API User."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }

    def listed(self) -> Json:
        """Return the person as the phone face lists it."""
        return {
            "id": self.id,
            "first_name": self.first_name,
            "language_code": self.language_code,
            "about": self.about,
            "start": self.start,
        }


@dataclass(slots=True)
class Query:
    """A press of an inline button that waits for its answer."""

    chat_id: int
    person_id: int
    born: float


@dataclass(slots=True)
class Bot:
    """One bot account: token, queue, and what it told Telegram about itself."""

    token: str
    username: str
    updates: UpdateQueue
    first_name: str = "Scorewalk"
    queries: dict[str, Query] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    webhook: Json = field(default_factory=dict)
    webhook_set_at: float = float("-inf")

    @property
    def id(self) -> int:
        """The bot's user id, the part of its token before the colon."""
        return int(self.token.split(":")[0])

    def user(self) -> Json:
        """Return the bot as a Bot API User."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}
