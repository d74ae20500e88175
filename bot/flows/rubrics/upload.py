"""Where a document is asked for; texts that are pasted here are collected until they are complete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.changes import DropDraft, PasteDraft, ReadPaste, ReceiveDraft
from bot.entities import Draft, DraftLine
from bot.flows.inputs import AnyInput, Said
from bot.flows.outputs import Button, Face
from bot.flows.rubrics.facts import enter
from bot.flows.rubrics.incoming import take_message
from bot.flows.rubrics.lines import name_of, title_of
from bot.flows.rubrics.states import DraftState, ListState, UploadState
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from rubrics.draft.limits import FILE, MEGABYTE
from rubrics.model import Rubric


@dataclass(frozen=True, slots=True)
class Upload:
    """What was pasted so far, and what stands in the way."""

    state: UploadState
    rubric: Rubric | None
    paste: Draft | None
    other: DraftLine | None
    """A draft of the person that is not published yet."""


class UploadScreen(Screen[UploadState, Upload]):
    """A document, please."""

    name: ClassVar[str] = "upload"
    code: ClassVar[str] = "u"
    state = UploadState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: UploadState, given: AnyInput | Tap | None) -> Upload:
        """Read for coordinators only."""
        enter(ask)
        mine = [line for line in desk.drafts.active() if line.person == ask.who.id]
        paste = desk.drafts.get(state.draft) if state.draft else None
        if paste is None and mine and mine[0].state == "collecting":
            paste = desk.drafts.get(mine[0].id)
        if paste is not None and paste.state != "collecting":
            paste = None
        other = next((line for line in mine if paste is None or line.id != paste.id), None)
        known = {each.id: each for each in desk.library.current()}
        return Upload(state, known.get(state.rubric), paste, other)

    def show(self, view: Upload, ask: Ask) -> Face:
        """Say what can be sent, what has come, or which draft comes first."""
        words = ask.words
        lines = []
        if view.rubric is not None:
            lines.append(words("upload.for", title=title_of(view.rubric, words)))
        back = (Button(words("button.back"), pack("r", "o")),)
        if view.paste is not None:
            count, parts = len(view.paste.pasted), view.paste.pasted.count("\n") + 1
            lines.append(words("upload.pasted", count=count, parts=parts))
            read = Button(words("upload.button.read"), pack("u", "r", view.paste.id))
            away = Button(words("upload.button.cancel"), pack("u", "c", view.paste.id))
            return Face("\n".join(lines), ((read,), (away,)))
        if view.other is not None:
            name = name_of(view.other.name, words)
            first = Button(words("draft.button.open"), pack("d", "o", view.other.id))
            return Face(words("upload.open", name=name), ((first,), back))
        lines.append(words("upload.ask", most=FILE // MEGABYTE))
        return Face("\n".join(lines), (back,))

    def take(self, view: Upload, given: AnyInput | Tap, ask: Ask) -> Step:
        """Collect texts, take a file, begin to read."""
        if isinstance(given, Tap):
            return self._tapped(view, given)
        if isinstance(given, Said) and given.text.strip():
            return self._pasted(view, given, ask)
        return take_message(given, ask, Go(self.name, view.state), rubric=view.state.rubric)

    def _tapped(self, view: Upload, given: Tap) -> Step:
        if given.verb == "o":
            return Step(go=Go(self.name, view.state))
        draft = given.arg(0)
        if given.verb == "r":
            return Step((ReadPaste(draft=draft),), go=Go("draft", DraftState(draft=draft)))
        if given.verb == "c":
            return Step((DropDraft(draft=draft),), go=Go("rubrics", ListState()))
        raise Stale

    def _pasted(self, view: Upload, given: Said, ask: Ask) -> Step:
        if view.paste is not None:
            go = Go(self.name, view.state.model_copy(update={"draft": view.paste.id}))
            return Step((PasteDraft(draft=view.paste.id, text=given.text),), go=go, fresh=True)
        change = ReceiveDraft(
            draft=ask.mint(), kind="text", chat=given.chat, pasted=given.text, rubric=view.state.rubric
        )
        go = Go(self.name, view.state.model_copy(update={"draft": change.draft}))
        return Step((change,), go=go, fresh=True)

    def aim(self, tap: Tap, state: UploadState | None) -> UploadState:
        """Return what is to be uploaded: nothing in particular, or a new version."""
        if tap.verb == "o":
            return UploadState(rubric=tap.arg(0))
        return state or UploadState(draft=tap.arg(0))

    def title(self, view: Upload, ask: Ask) -> str:
        """Return the name of this step."""
        return ask.words("rubrics.button.upload")

    def closing(self, view: Upload, ask: Ask) -> Face:
        """Return one line without a way back: what was sent stands below."""
        return Face(ask.words("rubrics.button.upload"))
