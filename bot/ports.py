"""What a turn may ask of the world: the few protocols that the store implements, one noun each.

A `Desk` lives for one transaction on the store's writer thread (or one read); nothing here is awaited. It knows no SQL,
no Telegram and no text. Everything returned is a value; nothing returned changes when the database does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeVar

from bot.entities import (
    Assessment,
    Campaign,
    Comments,
    Event,
    Evidence,
    FileRef,
    Grant,
    Invitation,
    Note,
    Person,
    Scope,
    Signature,
    Studio,
    Visit,
)
from rubrics.marks import ItemMarks
from rubrics.model import Rubric

T = TypeVar("T")


class People(Protocol):
    """Persons, their Telegram accounts, grants and invitation links."""

    def by_account(self, account: int, now: int) -> Person | None:
        """Return the person behind a Telegram id, with the grants that hold at `now` (ms)."""

    def get(self, person: str, now: int) -> Person | None:
        """Return a person by id."""

    def accounts(self, person: str) -> tuple[int, ...]:
        """Return the Telegram ids of a person (also the ids of their private chats)."""

    def with_role(self, role: str, now: int) -> tuple[Person, ...]:
        """Return everybody who holds a role now."""

    def add(self, person: Person, now: int) -> None:
        """Store a new person (grants are stored by `grant`)."""

    def attach(self, account: int, person: str, now: int) -> None:
        """Make a Telegram id the account of a person; the person's earlier accounts end."""

    def grant(self, person: str, grant: Grant, now: int) -> None:
        """Store a grant."""

    def revoke(self, grant: str, now: int) -> None:
        """End a grant."""

    def speak(self, person: str, language: str) -> None:
        """Set the language of a person."""

    def invite(self, invitation: Invitation, now: int) -> None:
        """Store an invitation."""

    def invitation(self, digest: str) -> Invitation | None:
        """Return the invitation of a secret's SHA-256."""

    def spend(self, digest: str, account: int, now: int) -> bool:
        """Use an invitation up; False when somebody was faster, or it is expired or revoked."""


class Studios(Protocol):
    """The studios."""

    def add(self, studio: Studio) -> None:
        """Store a new studio."""

    def get(self, studio: str) -> Studio | None:
        """Return a studio by id."""

    def named(self, name: str) -> Studio | None:
        """Return a studio by its exact name."""

    def covered(self, scopes: Sequence[Scope]) -> tuple[Studio, ...]:
        """Return the studios in any of the scopes, by unit and name."""


class Library(Protocol):
    """The published rubric versions; a rubric is parsed once per process."""

    def current(self) -> tuple[Rubric, ...]:
        """Return the newest version of every rubric, by id."""

    def get(self, rubric: str, version: int) -> Rubric:
        """Return one version; an unknown one is a broken database (KeyError)."""


class Visits(Protocol):
    """Campaigns, visits and assessments."""

    def campaign(self, rubric: str, version: int, year: int, scope: str) -> Campaign | None:
        """Return the campaign of a rubric version in a year."""

    def add_campaign(self, campaign: Campaign) -> None:
        """Store a new campaign."""

    def rule(self, campaign: str, rulings: dict[str, str], assumed: tuple[str, ...]) -> None:
        """Replace the rulings of a campaign."""

    def add(self, visit: Visit, assessment: str, variant: str | None, members: Sequence[str]) -> None:
        """Store a visit with its one joint assessment and the members (the head first)."""

    def open_at(self, studio: str, rubric: str, period: str, kind: str) -> str | None:
        """Return the id of the open visit's assessment at a place and period, if there is one."""

    def signed_at(self, studio: str, rubric: str, period: str, kind: str) -> str | None:
        """Return the id of a signed assessment at a place and period, if there is one."""

    def open_of(self, person: str) -> tuple[Assessment, ...]:
        """Return the open assessments of which a person is a member, newest first."""

    def latest_of(self, person: str) -> Assessment | None:
        """Return the person's assessment touched last, signed or not."""

    def join(self, assessment: str, person: str, now: int) -> None:
        """Make a person a member."""

    def assessment(self, assessment: str) -> Assessment | None:
        """Return an assessment with its visit, studio, rulings, members and signatures."""

    def of_visit(self, visit: str) -> Assessment | None:
        """Return the joint assessment of a visit."""

    def comment(self, assessment: str, comments: Comments) -> None:
        """Set 综合意见."""

    def pass_gaps(self, assessment: str) -> None:
        """Keep that the assessor goes on with missing notes and materials."""

    def sign(self, assessment: str, signature: Signature, digest: str, sheet: Mapping[str, Any]) -> None:
        """Close the assessment with a signature, its 校验码 and the figures of the sheet."""

    def sheet(self, assessment: str) -> Mapping[str, Any] | None:
        """Return the figures stored at signing."""

    def by_digest(self, digest: str) -> Assessment | None:
        """Return the assessment whose 校验码 this is."""

    def seal(self, assessment: str, now: int) -> None:
        """Mark that the seal is in the history."""


@dataclass(frozen=True, slots=True)
class Marking:
    """The marks of an assessment and the revision of each item (0 where nothing was ever entered)."""

    marks: Mapping[str, ItemMarks]
    revisions: Mapping[str, int]


class MarksPort(Protocol):
    """What was entered, item by item."""

    def of(self, assessment: str) -> Marking:
        """Return all marks of an assessment."""

    def put(self, assessment: str, item: str, marks: ItemMarks, now: int) -> int:
        """Replace the marks of one item; returns its new revision."""


class Files(Protocol):
    """Evidence, its files, and notes."""

    def evidence_of(self, assessment: str, item: str | None = None) -> tuple[Evidence, ...]:
        """Return the pieces of an assessment, or of one item, by number."""

    def piece(self, evidence: str) -> Evidence | None:
        """Return one piece."""

    def piece_of_file(self, file: str) -> Evidence | None:
        """Return the piece to which a file belongs."""

    def piece_of_album(self, chat: int, album: str) -> Evidence | None:
        """Return the piece that an album's earlier parts became."""

    def add(self, piece: Evidence, *, chat: int, album: str | None) -> str:
        """Store a piece and ask for each file to be fetched; returns the salted hash of its caption."""

    def extend(self, evidence: str, file: FileRef, now: int) -> None:
        """Add one more file to a piece (the next part of an album) and ask for it to be fetched."""

    def move(self, evidence: str, item: str, occurrence: str | None, caption: str | None) -> str:
        """Give a piece to another item or occurrence; a caption that is not None replaces the old one.

        Returns the salted hash of the caption.
        """

    def drop(self, evidence: str) -> None:
        """Take a piece out of the assessment (undo); its files stay on disk."""

    def restore(self, evidence: str) -> None:
        """Bring a dropped piece back."""

    def next_number(self, assessment: str) -> int:
        """Return the number of the next piece (证N), counting dropped ones."""

    def waiting(self, assessment: str) -> int:
        """Return how many files of an assessment are still being fetched."""

    def settle(
        self,
        file: str,
        state: Literal["stored", "failed"],
        sha256: str | None,
        size: int | None,
        failure: str | None,
    ) -> str | None:
        """Mark a fetched (or unobtainable) file; returns its assessment."""

    def notes_of(self, assessment: str, item: str | None = None) -> tuple[Note, ...]:
        """Return the notes of an assessment, or of one item, oldest first."""

    def write(self, note: Note) -> str:
        """Store a note; returns the salted hash of its words for the history."""

    def unwrite(self, note: str) -> None:
        """Take a note out (undo)."""

    def rewrite(self, note: str) -> None:
        """Bring a note back."""

    def reasons(self, rubric: str, item: str, letter: str, limit: int) -> tuple[str, ...]:
        """Return the note texts used most for a rule, most used first."""


class History(Protocol):
    """The append-only list of applied changes, hash-chained per stream."""

    def append(
        self,
        *,
        stream: str,
        at: int,
        person: str | None,
        name: str,
        payload: Mapping[str, Any],
        undoes: int | None = None,
    ) -> Event:
        """Add a row; its hash covers the row and the hash before it. No person's free text may be in the payload."""

    def of(self, stream: str) -> tuple[Event, ...]:
        """Return a stream, oldest first."""

    def last_standing(self, stream: str, person: str, names: Sequence[str]) -> Event | None:
        """Return the person's newest row among `names` that nothing has undone."""

    def head(self, stream: str) -> str:
        """Return the hash of the newest row, or 64 zeros."""

    def verify(self, stream: str) -> int | None:
        """Recompute the chain; returns the seq of the first row that does not fit, or None."""


class Words(Protocol):
    """People's own words, erasable, kept apart from the history that refers to them."""

    def keep(self, text: str, person: str | None) -> tuple[str, str]:
        """Store a text; returns its id and the salted SHA-256 that the history row carries."""


@dataclass(frozen=True, slots=True)
class Session:
    """Where one chat stands: which screen, its state as versioned JSON, and which card is in view."""

    chat: int
    screen: str
    state: Mapping[str, Any]
    version: int = 1
    card: str | None = None
    below: bool = False
    """Something came below the card since it was drawn."""


class Sessions(Protocol):
    """One open flow per chat."""

    def get(self, chat: int) -> Session | None:
        """Return where a chat stands."""

    def put(self, session: Session) -> None:
        """Store where a chat stands now."""


@dataclass(frozen=True, slots=True)
class Card:
    """One of our messages that is edited in place; Telegram's number comes when it was sent."""

    id: str
    chat: int
    screen: str
    state: Mapping[str, Any]
    """Enough to draw the screen again and to know the item of a reply."""
    message: int | None = None


class Cards(Protocol):
    """Our cards."""

    def get(self, card: str) -> Card | None:
        """Return a card by our id."""

    def by_message(self, chat: int, message: int) -> Card | None:
        """Return the card that became a message."""

    def put(self, card: Card) -> None:
        """Store a new card, or what it shows now."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API that is to be made, as it lies in the outbox."""

    chat: int
    method: str
    params: Mapping[str, Any]
    """Parameters without chat_id and message_id; nested objects as they are."""
    card: str | None = None
    """Our card that is sent or edited; its message number is filled in when sending."""
    makes_card: bool = False
    """The message that this call makes is the card."""
    expires: int | None = None
    """Stored time (ms) after which it is pointless (answers to taps)."""
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

    def park_chat(self, chat: int, now: int) -> None:
        """Hold back everything for a chat that blocked the bot."""

    def wake_chat(self, chat: int) -> bool:
        """Let a chat's calls go again; says whether they were held back."""
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """Work outside a turn: fetch a file, render a sheet."""

    id: int
    kind: Literal["fetch", "sheet"]
    subject: str
    """File id, or assessment id."""
    params: Mapping[str, Any] = field(default_factory=dict)
    attempts: int = 0
    not_before: int = 0


class Jobs(Protocol):
    """Durable work for the background."""

    def add(self, kind: Literal["fetch", "sheet"], subject: str, params: Mapping[str, Any], now: int) -> None:
        """Ask for a job."""


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
        """Return a waiting update; None when it was already dealt with."""

    def done(self, row: int, now: int) -> None:
        """Close an update in the transaction that carries its effects."""

    def park(self, row: int, error: str, now: int) -> None:
        """Put an update aside for good, its raw text kept."""

    def backlog(self) -> Sequence[int]:
        """Return the rows that wait, in the order in which they are to be done."""

    def begin(self, row: int) -> int:
        """Count a try before it begins; returns how many there were with this one."""

    def failed(self, row: int, error: str) -> int:
        """Count a try that failed; returns how many there were."""


class Desk(Protocol):
    """Everything a turn may read and write, inside one transaction.

    The nouns are properties, so that a store's may be able to do more than turns may ask for.
    """

    @property
    def people(self) -> People:
        """The persons."""
        ...

    @property
    def studios(self) -> Studios:
        """The studios."""
        ...

    @property
    def library(self) -> Library:
        """The rubric versions."""
        ...

    @property
    def visits(self) -> Visits:
        """Campaigns, visits and assessments."""
        ...

    @property
    def marks(self) -> MarksPort:
        """What was entered."""
        ...

    @property
    def files(self) -> Files:
        """Evidence and notes."""
        ...

    @property
    def history(self) -> History:
        """Applied changes."""
        ...

    @property
    def words(self) -> Words:
        """People's own words."""
        ...

    @property
    def sessions(self) -> Sessions:
        """Where chats stand."""
        ...

    @property
    def cards(self) -> Cards:
        """Our messages."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Calls to be made."""
        ...

    @property
    def jobs(self) -> Jobs:
        """Background work."""
        ...

    @property
    def inbox(self) -> Inbox:
        """Received updates."""
        ...


class Writer(Protocol):
    """The only place that commits."""

    async def write(self, work: Callable[[Desk], T]) -> T:
        """Run a function in its own savepoint; what waits together is committed together. Returns after the commit."""
        ...
