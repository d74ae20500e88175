"""The shape of every screen: `load` reads (already scoped), `show` and `take` see only values.

A screen knows the ports only in `load`. It never writes: it returns changes, and the engine makes them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, Literal, TypeVar
from zoneinfo import ZoneInfo

from bot.changes import Change
from bot.clock import SystemClock
from bot.entities import Person
from bot.entities.frozen import Frozen
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Anew, Face, Output, Receipt, Shut
from bot.flows.taps import Tap
from bot.ports import Desk
from bot.texts import Words

State = TypeVar("State", bound=Frozen)
View = TypeVar("View")


@dataclass(frozen=True, slots=True)
class Door:
    """What a link that leads to the bot is made of."""

    secret: Callable[[], str] = SystemClock().secret
    username: Callable[[], str | None] = lambda: None
    """The bot's name, once Telegram has said it."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Who asks, when, in which language: what a screen may know besides its state."""

    who: Person
    words: Words
    now: int
    """Stored time, ms."""
    mint: Callable[[], str]
    zone: ZoneInfo
    chat: int
    door: Door = field(default_factory=Door)


@dataclass(frozen=True, slots=True)
class Go:
    """The screen to stand on next."""

    screen: str
    state: Frozen


@dataclass(frozen=True, slots=True)
class Step:
    """What an input leads to: changes, messages beside the card, an answer to the tap, and where to stand."""

    changes: tuple[Change, ...] = ()
    go: Go | None = None
    """None: the same screen with the same state."""
    say: tuple[Output | Receipt | Anew | Shut, ...] = ()
    tell: Callable[[Desk, Ask], tuple[Output | Anew | Shut, ...]] | None = None
    """Messages that depend on what the changes did (a 校验码, a coordinator's chat)."""
    toast: str = ""
    box: bool = False
    fresh: bool = False
    """Draw a new card below instead of editing in place."""
    quiet: bool = False
    """Nothing that the card shows has changed."""
    job: tuple[Literal["sheet", "draft_file", "notice", "compare", "upload"], str] | None = None
    """Work for the background, asked for in the same transaction, its result sent to this chat."""
    receipt: Frozen | None = None
    """The new state of the receipt whose button was pressed."""
    stay: bool = False
    """Leave the chat and its card where they are, whatever the button named."""
    redraw: bool = False
    """With `stay`: what the card in view shows may be old."""


class Screen(ABC, Generic[State, View]):
    """One screen of the conversation."""

    name: ClassVar[str]
    """Stored in sessions and buttons; never renamed."""
    code: ClassVar[str]
    """One letter: the first part of its buttons' data."""
    aside: ClassVar[bool] = False
    """A message of its own beside the card (a receipt): it is never the card in view."""
    recalls: ClassVar[bool] = False
    """A press on an older card of this screen finds what was written on that card."""
    state: type[State]
    replies: ClassVar[bool] = True
    """A reply to an older card of this screen is about what that card shows, wherever the chat stands now."""

    @abstractmethod
    def load(self, desk: Desk, ask: Ask, state: State, given: AnyInput | Tap | None) -> View:
        """Read what the screen needs; refuses what the person may not see."""

    @abstractmethod
    def show(self, view: View, ask: Ask) -> Face:
        """Say what the card shows."""

    @abstractmethod
    def take(self, view: View, given: AnyInput | Tap, ask: Ask) -> Step:
        """Say what an input means here."""

    def aim(self, tap: Tap, state: State | None) -> State:
        """Return the state that a button names; `state` is this screen's own where the chat stands on it."""
        if state is None:
            raise Stale
        return state

    def meant(self, state: State) -> Go:
        """Return what a reply to an older card of this screen is about."""
        return Go(self.name, state)

    def title(self, view: View, ask: Ask) -> str:
        """Return the screen's name for a sentence like `now at …`; empty where there is none."""
        return ""

    def closing(self, view: View, ask: Ask) -> Face | None:
        """Return the one line that an old card becomes, or None to leave its text without buttons."""
        return None

    def superseded(self, view: View, ask: Ask) -> Face | None:
        """Return what an old card becomes when the same place goes on in a card below it."""
        return self.closing(view, ask)


class Stale(Exception):
    """The button means nothing any more."""


AnyScreen = Screen[Any, Any]
