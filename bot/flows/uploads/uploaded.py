"""The screen of an upload: being read, failed, gone, or what its kind says of it. A kind fills in what is its own."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.changes import DropUpload
from bot.changes.receive_upload import Kind, about_of, may_send, why_failed
from bot.entities import Upload
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, SentFile
from bot.flows.outputs import Button, Face
from bot.flows.refusals import spoken
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.uploads.incoming import received
from bot.flows.uploads.kinds import UploadState
from bot.ports import Desk
from bot.problems import Refusal

NAME = 40


@dataclass(frozen=True, slots=True)
class Uploaded:
    """An upload with what its kind makes of it; `found` is None until it was read."""

    state: UploadState
    upload: Upload
    found: Any
    about: str = ""
    """For what it was sent, in the words of its kind; what is sent in its place is for the same."""
    whose: tuple[str, ...] = ()
    """What its kind reads of that."""


class UploadedScreen(Screen[UploadState, Uploaded]):
    """What a workbook says. Verbs taken here: `o` open, `g` page, `x` give up; the kind's own come to `press`."""

    kind: ClassVar[Kind]
    back: ClassVar[tuple[str, str]]
    """Code and verb of the button that leads back to the list."""
    left: ClassVar[Go]
    """Where one stands after giving it up."""
    state = UploadState
    replies = False

    @abstractmethod
    def found(self, desk: Desk, ask: Ask, upload: Upload) -> Any:  # noqa: ANN401 - whatever the kind makes of it
        """Read what the workbook would do now; called for one that was read and not yet applied."""

    @abstractmethod
    def says(self, view: Uploaded, ask: Ask) -> Face:
        """Show what was found, with the button that makes it so."""

    @abstractmethod
    def press(self, view: Uploaded, given: Tap, ask: Ask) -> Step:
        """Take a press of one of the kind's own buttons."""

    def listing(self, desk: Desk, ask: Ask, upload: Upload) -> str:
        """Return every mistake as a plain text, for the file that a job `("upload", "!ID")` sends."""
        return ""

    def load(self, desk: Desk, ask: Ask, state: UploadState, given: AnyInput | Tap | None) -> Uploaded:
        """Read one's own upload only."""
        del given
        upload = desk.uploads.get(state.upload)
        if upload is None or upload.kind != self.kind or upload.person != ask.who.id:
            raise Stale
        if not may_send(ask.who, self.kind):
            raise Refusal("no_role")
        found = self.found(desk, ask, upload) if upload.state == "read" else None
        return Uploaded(state, upload, found, about_of(desk, upload.id))

    def show(self, view: Uploaded, ask: Ask) -> Face:
        """Return what the kind says, or how far the file has come."""
        words, upload = ask.words, view.upload
        if upload.state == "read":
            return self.says(view, ask)
        if upload.state == "failed":
            said = spoken(words, *why_failed(upload), html=True)
        else:
            said = words(f"upload.state.{upload.state}")
        lines = [self.head(view, ask), said]
        keys = [(self.give_up(view, ask),)] if upload.state == "waiting" else []
        return Face("\n".join(lines), (*keys, (self.to_list(ask),)))

    def head(self, view: Uploaded, ask: Ask) -> str:
        """Return the first line: what it is and the file's name."""
        name = escape(short(view.upload.name, NAME))
        return ask.words(f"upload.head.{self.kind}", name=name)

    def give_up(self, view: Uploaded, ask: Ask) -> Button:
        """Return the button that drops the upload."""
        return Button(ask.words("upload.button.drop"), pack(self.code, "x", view.upload.id))

    def to_list(self, ask: Ask) -> Button:
        """Return the button that leads back."""
        return Button(ask.words("button.back"), pack(*self.back))

    def take(self, view: Uploaded, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf through, give up, or what the kind does; another workbook takes this one's place."""
        if isinstance(given, SentFile):
            return received(given, ask, self.kind, view.about)
        if not isinstance(given, Tap):
            raise Refusal("upload_press")
        if given.verb == "o":
            return Step(go=Go(self.name, UploadState(upload=view.upload.id)))
        if given.verb == "g" and given.arg(1).isdecimal():
            state = UploadState(upload=view.upload.id, page=int(given.arg(1)[:4]))
            return Step(go=Go(self.name, state))
        if given.verb == "x":
            if view.upload.state not in {"waiting", "read"}:
                return Step(go=self.left)
            toast = ask.words("upload.state.dropped")
            return Step((DropUpload(upload=view.upload.id),), go=self.left, toast=toast)
        return self.press(view, given, ask)

    def aim(self, tap: Tap, state: UploadState | None) -> UploadState:
        """Return the upload that the button names."""
        if state is not None and state.upload == tap.arg(0):
            return state
        return UploadState(upload=tap.arg(0))

    def title(self, view: Uploaded, ask: Ask) -> str:
        """Return the file's name."""
        return short(view.upload.name, NAME)

    def closing(self, view: Uploaded, ask: Ask) -> Face | None:
        """Return one line with the way back to it."""
        data = pack(self.code, "o", view.upload.id)
        return Face(self.head(view, ask), ((Button(ask.words("button.open"), data),),))

    def superseded(self, view: Uploaded, ask: Ask) -> Face | None:
        """Leave nothing to press on a card that goes on below."""
        return Face(self.head(view, ask))
