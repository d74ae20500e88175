"""What waits: updates received, calls to be made, work for the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

JobKind = Literal["fetch", "sheet", "draft", "draft_file", "notice", "compare", "export", "upload"]
"""Fetch a file, render a sheet, read a document, hand out a draft's file, write a notice, lay pictures side by side,
make an export, read a workbook that was handed in."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API that is to be made, as it lies in the outbox."""

    chat: int
    method: str
    params: Mapping[str, Any]
    """Parameters without chat_id and message_id; nested objects as they are."""
    card: str | None = None
    """Our card that is sent or edited; its message number is filled in when sending. Of a reminder, its key."""
    makes_card: bool = False
    """The message that this call makes is the card."""
    expires: int | None = None
    """Stored time (ms) after which it is pointless (answers to taps) or would disturb (reminders)."""
    file: Mapping[str, str] | None = None
    """An attachment: {"field", "sha256", "name"}: a stored file, uploaded under this field."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A call as it lies in the outbox."""

    id: int
    call: Call
    attempts: int = 0
    not_before: int = 0


class Outbox(Protocol):
    """Calls to be made, in order within a chat."""

    def add(self, call: Call, now: int) -> Queued:
        """Queue a call."""

    def lapsed(self) -> frozenset[str]:
        """Return the keys of reminders whose message could not be sent before the night, and that were not retold."""
        ...

    def retold(self, key: str) -> bool:
        """Keep that a reminder that lapsed is written anew; False if somebody was faster."""
        ...

    def park_chat(self, chat: int, now: int) -> None:
        """Hold back everything for a chat that blocked the bot."""

    def wake_chat(self, chat: int) -> bool:
        """Let a chat's calls go again; says whether they were held back."""
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """Work outside a turn: fetch a file, render a sheet, read a document."""

    id: int
    kind: JobKind
    subject: str
    """Id of the file, the assessment, the draft or what is put right."""
    params: Mapping[str, Any] = field(default_factory=dict)
    attempts: int = 0
    not_before: int = 0


class Jobs(Protocol):
    """Durable work for the background."""

    @property
    def asked(self) -> bool:
        """Say whether this turn has asked for a job."""
        ...

    def add(self, kind: JobKind, subject: str, params: Mapping[str, Any], now: int) -> None:
        """Ask for a job."""

    def due(self, kind: JobKind, now: int, limit: int) -> Sequence[Job]:
        """Return jobs of a kind whose time has come, the longest due first; those being worked on are among them."""
        ...

    def done(self, job: int) -> None:
        """Forget a job that is done; what it made is elsewhere."""

    def failed(self, job: int, error: str) -> None:
        """Give a job up for good."""


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update before anybody has looked into it but for its number, kind and chat."""

    bot_id: int
    update_id: int
    chat: int
    kind: str
    raw: str
    sha256: str
    now: int
    """Received, ms."""


@dataclass(frozen=True, slots=True)
class Received:
    """An update as it lies in the inbox."""

    id: int
    update_id: int
    chat: int
    raw: str
    attempts: int
    received: int


class Inbox(Protocol):
    """Updates as Telegram delivered them."""

    def claim(self, row: int) -> Received | None:
        """Return the oldest waiting update of the row's chat; None when all of them were dealt with."""

    def read(self, row: int) -> Received | None:
        """Return an update, whatever became of it."""

    def done(self, row: int, now: int) -> None:
        """Close an update in the transaction that carries its effects."""

    def park(self, row: int, error: str, now: int) -> bool:
        """Put an update aside for good, its raw text kept; says whether it still waited."""
        ...

    def backlog(self) -> Sequence[int]:
        """Return the rows that wait, in the order in which they are to be done."""

    def begin(self, row: int) -> int:
        """Count a try before it begins; returns how many there were with this one."""

    def failed(self, row: int, error: str) -> int:
        """Count a try that failed; returns how many there were."""
