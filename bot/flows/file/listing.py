"""/file: what a studio's registers hold and lack, the entries of one; a line adds an entry, Excel begins an import."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from bot.changes.registers.checks import retired
from bot.entities import FileEntry, Proof, Studio
from bot.flows.file.batch import Batch, batch_of, clash_of, said_in, several
from bot.flows.file.faces import LABEL, entry_line, overview
from bot.flows.file.keeping import entered, kept
from bot.flows.file.line import line_of
from bot.flows.file.mine import my_files, seen, writes
from bot.flows.file.reading import Count, album_of, counts, entries_of
from bot.flows.file.sought import Sought, sought_lines, sought_of
from bot.flows.file.states import (
    ADD_SCREEN,
    ENTRY,
    LIST,
    LIST_SCREEN,
    RESULTS_SCREEN,
    SERVICE_SCREEN,
    AddState,
    FileState,
    ResultsState,
    ServiceState,
)
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Command, Said, SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.studios.listing import holds
from bot.flows.taps import Tap, pack
from bot.flows.uploads.incoming import is_excel, is_table, received
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from bot.texts.registers import BY_ID, REGISTERS, Register

PAGE = 8
ACROSS = 3
SEARCHED = 40
TOGETHER = {"pairs": "r", "equipment": "v"}
"""Registers with something that is entered for many entries at once, and the verb of its button."""


@dataclass(frozen=True, slots=True)
class FileView:
    """The file of a studio, or the studios to choose from."""

    state: FileState
    studios: tuple[Studio, ...]
    studio: Studio | None
    kind: Register | None = None
    counts: tuple[Count, ...] = ()
    entries: tuple[FileEntry, ...] = ()
    writes: bool = False
    album: Proof | None = field(default=None)
    batch: Batch | None = None
    """Several entries in one message."""
    clash: Refusal | None = None
    """Why the one entry of a message cannot stand beside the others."""
    sought: tuple[Sought, ...] = ()
    """What the rubrics of the studio count in the register."""

    @property
    def count(self) -> int:
        """How much there is to leaf through."""
        return len(self.entries) if self.studio else len(self.studios)

    @property
    def pages(self) -> int:
        """How many leaves there are."""
        return max(1, -(-self.count // PAGE))

    @property
    def page(self) -> int:
        """The leaf that is shown, from 0."""
        return min(self.state.leaf, self.pages - 1)


class FileScreen(Screen[FileState, FileView]):
    """Overview and registers."""

    name: ClassVar[str] = LIST_SCREEN
    code: ClassVar[str] = LIST
    state = FileState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: FileState, given: AnyInput | Tap | None) -> FileView:
        """Read for leaders, those who look after the studio, and assessors with an open visit there."""
        if not state.studio:
            every = my_files(desk, ask)
            if len(every) > 1:
                found = tuple(each for each in every if holds(each, state.text)) if state.text else every
                return FileView(state, found, None)
            state = state.model_copy(update={"studio": every[0].id})
        studio = seen(desk, ask, state.studio)
        kind, day = BY_ID.get(state.kind), today(ask)
        return FileView(
            state,
            () if kind else my_files(desk, ask),
            studio,
            kind,
            () if kind else counts(desk, studio.id, day),
            entries_of(desk, studio.id, kind, day) if kind else (),
            writes(ask, studio),
            album_of(desk, given),
            _batch(desk, studio, kind, given, ask) if writes(ask, studio) else None,
            clash_of(desk, studio, said_in(given), kind, day) if said_in(given) else None,
            sought_of(desk, studio, kind) if kind and given is None else (),
        )

    def show(self, view: FileView, ask: Ask) -> Face:
        """Say what there is."""
        words = ask.words
        if view.studio is None:
            lines = [words("file.which"), *_pages(view, words), words("file.search")]
            if not view.studios:
                lines.append(words("studios.none_found"))
        elif view.kind is None:
            lines = [words("file.head", studio=escape(view.studio.name)), *overview(view.counts, words)]
            lines += _hint(view, words)
        else:
            lines = [
                self._register_head(view, view.studio, view.kind, words),
                *sought_lines(view.sought, words),
            ]
            first, day = view.page * PAGE, today(ask)
            lines += [
                entry_line(view.kind, each, number, day, words)
                for number, each in enumerate(view.entries[first : first + PAGE], first + 1)
            ]
            lines += [words("file.empty")] if not view.entries else _pages(view, words)
            lines += _hint(view, words)
        return Face("\n".join(lines), tuple(_keys(view, words)))

    def _register_head(self, view: FileView, studio: Studio, kind: Register, words: Words) -> str:
        name = words(f"file.kind.{kind.id}")
        return words(
            "file.register_head", kind=name, count=len(view.entries), studio=escape(short(studio.name, LABEL))
        )

    def take(self, view: FileView, given: AnyInput | Tap, ask: Ask) -> Step:
        """Open, leaf, search, or add what a line says."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if isinstance(given, SentFile):
            return self._file(view, given, ask)
        if not isinstance(given, Said | Command):
            raise Refusal("register_press")
        text = given.text if isinstance(given, Said) else given.rest
        if view.studio is None:
            return Step(go=Go(self.name, FileState(text=text.strip()[:SEARCHED])), fresh=True)
        return self._line(view, view.studio, text, ask)

    def _line(
        self, view: FileView, studio: Studio, text: str, ask: Ask, given: SentFile | None = None
    ) -> Step:
        if not view.writes:
            raise Refusal("register_look_only")
        retired(studio)
        if view.batch is not None:
            return several(view.batch, studio, view.kind, ask)
        line = line_of(text, view.kind, today(ask))
        if line is None:
            registers = tuple(each.id for each in REGISTERS)
            raise Refusal("register_kind", value=text, registers=registers)
        line.wrong = line.wrong or view.clash
        return entered(line, studio.id, ask, given)

    def _file(self, view: FileView, given: SentFile, ask: Ask) -> Step:
        studio = view.studio
        if studio is None and is_excel(given) and any(writes(ask, each) for each in view.studios):
            return received(given, ask, "registers")
        if studio is None or not view.writes:
            raise Refusal("register_look_only")
        retired(studio)
        if is_excel(given):
            return received(given, ask, "registers")
        if view.album is not None:
            return Step((kept(view.album.of, studio.id, given, ask, view.album),))
        if given.caption.strip():
            return self._line(view, studio, given.caption, ask, given)
        if is_table(given):
            return received(given, ask, "registers")
        raise Refusal("register_where")

    def _tap(self, view: FileView, tap: Tap, ask: Ask) -> Step:
        state = view.state
        match tap.verb:
            case "o" | "k" | "s":
                return Step(go=Go(self.name, state))
            case "g" if tap.arg(2).isdecimal():
                return Step(go=Go(self.name, state.model_copy(update={"leaf": int(tap.arg(2)[:4])})))
            case "a" if view.studio and view.kind and view.writes:
                retired(view.studio)
                add = AddState(entry=ask.mint(), studio=view.studio.id, kind=view.kind.id, step="name")
                return Step(go=Go(ADD_SCREEN, add))
            case "r" if view.studio and view.writes:
                return Step(go=Go(RESULTS_SCREEN, ResultsState(studio=view.studio.id)))
            case "v" if view.studio and view.writes:
                return Step(go=Go(SERVICE_SCREEN, ServiceState(studio=view.studio.id)))
            case "e" if view.studio:
                job = ("upload", f"@registers:{view.studio.id}")
                return Step(job=("upload", job[1]), toast=ask.words("import.coming"), stay=True)
        raise Stale

    def aim(self, tap: Tap, state: FileState | None) -> FileState:
        """Return the studio and the register that the button names."""
        if tap.verb == "s":
            return FileState()
        if tap.verb == "g" and not tap.arg(0) and state is not None:
            return state
        kind = tap.arg(1)
        if kind and kind not in BY_ID:
            raise Stale
        if state is not None and (state.studio, state.kind) == (tap.arg(0), kind):
            return state
        return FileState(studio=tap.arg(0), kind=kind)

    def title(self, view: FileView, ask: Ask) -> str:
        """Return the name of this list."""
        return ask.words("command.file")

    def closing(self, view: FileView, ask: Ask) -> Face:
        """Return one line with the way back."""
        studio, kind = (view.studio.id if view.studio else ""), (view.kind.id if view.kind else "")
        button = Button(ask.words("button.open"), pack(LIST, "o", studio, kind))
        name = ask.words(f"file.kind.{kind}") if kind else ask.words("command.file")
        return Face(name, ((button,),))


def _batch(
    desk: Desk, studio: Studio, kind: Register | None, given: AnyInput | Tap | None, ask: Ask
) -> Batch | None:
    text = given.text if isinstance(given, Said) else given.rest if isinstance(given, Command) else ""
    return batch_of(desk, studio, text, kind, today(ask))


def _pages(view: FileView, words: Words) -> list[str]:
    return [words("import.page", page=view.page + 1, pages=view.pages)] if view.pages > 1 else []


def _hint(view: FileView, words: Words) -> list[str]:
    if not view.writes or view.studio is None:
        return []
    if view.studio.retired:
        return ["", words("file.retired", day=view.studio.retired)]
    return ["", words(f"file.hint.{view.kind.id}" if view.kind else "file.hint")]


def _keys(view: FileView, words: Words) -> list[tuple[Button, ...]]:
    studio, kind = view.studio, view.kind
    first = view.page * PAGE
    keys: list[tuple[Button, ...]] = []
    if studio is None:
        keys += [
            (Button(short(each.name, 30), pack(LIST, "o", each.id)),)
            for each in view.studios[first : first + PAGE]
        ]
        return [*keys, *_moves(view, "", "", words)]
    if kind is None:
        buttons = [
            Button(
                f"{words(f'file.kind.{one.kind.id}')} {one.standing}", pack(LIST, "k", studio.id, one.kind.id)
            )
            for one in view.counts
        ]
        keys += [tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS)]
        last = [Button(words("file.button.export"), pack(LIST, "e", studio.id))]
        if len(view.studios) > 1:
            last.append(Button(words("file.button.studios"), pack(LIST, "s")))
        return [*keys, tuple(last)]
    keys += [
        (Button(short(f"{number} {each.name}", 30), pack(ENTRY, "o", each.id)),)
        for number, each in enumerate(view.entries[first : first + PAGE], first + 1)
    ]
    keys += _moves(view, studio.id, kind.id, words)
    if view.writes and not studio.retired and len(view.entries) > 1 and kind.id in TOGETHER:
        label = words(f"file.button.together.{kind.id}")
        keys.append((Button(label, pack(LIST, TOGETHER[kind.id], studio.id, kind.id)),))
    add = [Button(words("file.button.add"), pack(LIST, "a", studio.id, kind.id))] if view.writes else []
    return [*keys, (*add, Button(words("button.back"), pack(LIST, "o", studio.id)))]


def _moves(view: FileView, studio: str, kind: str, words: Words) -> list[tuple[Button, ...]]:
    moves = []
    if view.page:
        moves.append(Button(words("button.page_back"), pack(LIST, "g", studio, kind, view.page - 1)))
    if view.page + 1 < view.pages:
        moves.append(Button(words("button.page_on"), pack(LIST, "g", studio, kind, view.page + 1)))
    return [tuple(moves)] if moves else []
