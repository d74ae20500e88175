"""/fix: the list of what one's own studios are to put right, or of what others owe and have handed in."""

from __future__ import annotations

from typing import ClassVar, Final, get_args

from bot.changes import ExtendFixAlbum
from bot.flows.fix.face import leaf_of, list_face
from bot.flows.fix.keys import list_keys
from bot.flows.fix.reading import Fixes, read_fixes
from bot.flows.fix.states import LIST, LIST_SCREEN, FixesState, Side, Which
from bot.flows.inputs import AnyInput, SentFile, SentPlace
from bot.flows.outputs import Button, Face, Say
from bot.flows.proof_files import file_of
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal

SIDES: Final[dict[str, Side]] = {each: each for each in get_args(Side)}
KINDS: Final[dict[str, Which]] = {each: each for each in get_args(Which)}


class FixesScreen(Screen[FixesState, Fixes]):
    """The list."""

    name: ClassVar[str] = LIST_SCREEN
    code: ClassVar[str] = LIST
    state = FixesState

    def load(self, desk: Desk, ask: Ask, state: FixesState, given: AnyInput | Tap | None) -> Fixes:
        """Read for leaders of studios and for those who re-check."""
        return read_fixes(desk, ask, state, given)

    def show(self, view: Fixes, ask: Ask) -> Face:
        """Return the leaf in view."""
        return Face(list_face(view, ask), list_keys(view, ask.words))

    def take(self, view: Fixes, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf, and hand out notices; a file belongs to one of them, which must be open."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if isinstance(given, SentFile):
            if view.album is None:
                raise Refusal("fix_pick")
            return Step((ExtendFixAlbum(piece=view.album.id, file=file_of(given, ask)),), quiet=True)
        if isinstance(given, SentPlace):
            raise Refusal("fix_place")
        return Step(say=(Say(ask.words("fix.hint" if leaf_of(view) else "fix.none")),), quiet=True)

    def _tap(self, view: Fixes, tap: Tap, ask: Ask) -> Step:
        if tap.verb in {"v", "n"}:
            return Step(go=Go(self.name, view.state))
        if tap.verb == "w" and any(each.id == tap.arg(0) for each in view.sheets):
            listed = view.state.model_copy(update={"step": ""})
            return Step(
                go=Go(self.name, listed), toast=ask.words("fix.notice_coming"), job=("notice", tap.arg(0))
            )
        raise Stale

    def aim(self, tap: Tap, state: FixesState | None) -> FixesState:
        """Return the leaf that the button names; the notice is asked for from where the chat stands."""
        if tap.verb == "w":
            return state or FixesState()
        side, which = SIDES.get(tap.arg(0)), KINDS.get(tap.arg(1))
        if side is None or which is None:
            raise Stale
        leaf = tap.arg(2)
        return FixesState(
            side=side,
            which=which,
            leaf=int(leaf) if leaf.isascii() and leaf.isdecimal() else 0,
            step="notice" if tap.verb == "n" else "",
        )

    def title(self, view: Fixes, ask: Ask) -> str:
        """Return what is listed."""
        return ask.words("command.fix")

    def closing(self, view: Fixes, ask: Ask) -> Face:
        """Return one line with the way back."""
        state = view.state
        button = Button(ask.words("button.open"), pack(self.code, "v", state.side, state.which))
        return Face(list_face(view, ask).split("\n")[0], ((button,),))
