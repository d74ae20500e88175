"""/log: the entries of a month, an activity that is being written, and the question which one a file belongs to."""

from __future__ import annotations

from typing import ClassVar

from bot.entities import Studio
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Command, Said, SentFile, SentPlace
from bot.flows.month.face import head
from bot.flows.month.log_draft import answered, asked_next, is_line, names_kind, quick
from bot.flows.month.log_face import draft_face, files_of, list_face, where_face
from bot.flows.month.log_files import take_file
from bot.flows.month.log_keys import draft_keys, list_keys, log_aim, pick_studio_keys, where_keys
from bot.flows.month.log_read import LogPage, read_log
from bot.flows.month.log_saving import LOG_SCREEN, begin
from bot.flows.month.log_states import ENTRY, LOG, LogState
from bot.flows.month.log_taps import DRAFT, take_tap
from bot.flows.month.mine import kind_title
from bot.flows.outputs import Button, Face, Say
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words

View = LogPage | tuple[Studio, ...]


class LogScreen(Screen[LogState, View]):
    """The log of a studio."""

    name: ClassVar[str] = LOG_SCREEN
    code: ClassVar[str] = LOG
    replies: ClassVar[bool] = False
    recalls: ClassVar[bool] = True
    state = LogState

    def load(self, desk: Desk, ask: Ask, state: LogState, given: AnyInput | Tap | None) -> View:
        """Read for leaders of the studio only."""
        return read_log(desk, ask, state, given)

    def show(self, view: View, ask: Ask) -> Face:
        """Return the list, or the question that is open."""
        words = ask.words
        if not isinstance(view, LogPage):
            return Face(words("month.which_studio"), pick_studio_keys(view))
        if view.state.step in {"where", "drop"}:
            return Face(where_face(view, ask), where_keys(view, words))
        if view.state.step:
            return Face(draft_face(view, ask), draft_keys(view, words))
        return Face(list_face(view, ask), list_keys(view, words))

    def take(self, view: View, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf, ask, log."""
        if not isinstance(view, LogPage):
            if isinstance(given, Tap):
                return Step(go=Go(self.name, LogState()))
            return Step(go=Go(self.name, LogState()), say=(Say(ask.words("log.studio_first")),))
        if isinstance(given, Tap):
            return take_tap(view, given, ask)
        return take_message(view, given, ask)

    def aim(self, tap: Tap, state: LogState | None) -> LogState:
        """Return the month that the button names, or the draft on the card whose button it is."""
        if tap.verb in DRAFT:
            if state is None or state.entry != tap.arg(0) or not state.entry:
                raise Stale
            return state
        if tap.verb in {"f", "x"}:
            if state is None or state.step not in {"where", "drop"}:
                raise Stale
            return state
        if tap.verb == "l":
            return LogState()
        leaf = tap.arg(3) if tap.verb == "v" else ""
        listed = LogState(
            studio=tap.arg(0),
            month=tap.arg(1),
            rubric=tap.arg(2),
            leaf=int(leaf) if leaf.isascii() and leaf.isdecimal() else 0,
        )
        waits = state is not None and state.step == "where" and tap.verb in {"n", "k"}
        return listed.model_copy(update={"pieces": state.pieces}) if state is not None and waits else listed

    def title(self, view: View, ask: Ask) -> str:
        """Return the month, or what is being written."""
        if not isinstance(view, LogPage):
            return ask.words("log.title")
        return _called(view, ask.words) if view.state.entry else ask.words("log.title")

    def closing(self, view: View, ask: Ask) -> Face | None:
        """Return one line with the way back: to the entry if it was saved, to the draft if it was not."""
        words = ask.words
        if not isinstance(view, LogPage):
            return None
        state = view.state
        if state.step in {"where", "drop"} and view.pieces:
            button = Button(words("log.button.where"), pack(self.code, "a", *log_aim(view.page)))
            return Face(words("log.loose", files=files_of(view.pieces)), ((button,),))
        if not state.entry:
            button = Button(words("button.open"), pack(self.code, "o", *log_aim(view.page)))
            return Face(head(view.page, words)[0], ((button,),))
        if view.saved:
            button = Button(words("button.open"), pack(ENTRY, "o", state.entry))
            return Face(words("log.closed_saved", title=_called(view, words)), ((button,),))
        button = Button(words("log.button.go_on"), pack(self.code, "z", state.entry))
        return Face(words("log.closed_draft", title=_called(view, words)), ((button,),))

    def superseded(self, view: View, ask: Ask) -> Face | None:
        """Return one line without a way back: the draft goes on below."""
        if not isinstance(view, LogPage):
            return None
        return Face(_called(view, ask.words)) if view.state.entry else None


def take_message(view: LogPage, given: AnyInput, ask: Ask) -> Step:
    """Say what a message means for the log: an answer, a line, a file."""
    if isinstance(given, SentFile):
        return take_file(view, given, ask)
    if isinstance(given, SentPlace):
        raise Refusal("log_place")
    if not isinstance(given, Said | Command):
        return Step(quiet=True)
    text = given.rest if isinstance(given, Command) else given.text
    state = view.state
    if state.entry and (
        state.step not in {"kind", "date", "day"} or state.revision or not is_line(view, text)
    ):
        step = asked_next(state, answered(view, text))
        return Step(go=Go(LOG_SCREEN, step), fresh=True)
    # A whole line wins over the first questions: nothing was typed yet that it could push aside.
    return begin(view, quick(view, text), ask, pieces=[each.id for each in view.pieces])


def meant(view: LogPage, given: AnyInput) -> bool:
    """Say whether a message that came elsewhere is for the log: a file, or words that name a kind of activity."""
    return isinstance(given, SentFile) or (isinstance(given, Said) and names_kind(view, given.text))


def _called(view: LogPage, words: Words) -> str:
    """Return a draft in a few words: kind, day, topic."""
    facts, kind = view.state.facts, view.kind
    parts = [kind_title(kind, words) if kind else words("log.untold"), facts.on, escape(facts.topic)]
    return " ".join(part for part in parts if part)
