"""/fund: the year at a glance and its book; a line enters spending, buttons ask for the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.changes.fund.purposes import MOVE_KINDS
from bot.changes.registers.checks import retired
from bot.entities import Proof, Studio
from bot.flows.export.choose import placed
from bot.flows.export.face import about
from bot.flows.export.order import Order
from bot.flows.export.reading import may_have
from bot.flows.file.batch import said_in
from bot.flows.file.mine import kept_studio, kept_studios
from bot.flows.file.reading import album_of
from bot.flows.fund.faces import move_line, overview
from bot.flows.fund.keeping import kept
from bot.flows.fund.reading import Year, year_of
from bot.flows.fund.several import Typed, booked, typed
from bot.flows.fund.states import ADD_SCREEN, LIST, LIST_SCREEN, MOVE, AddState, FundState
from bot.flows.html import short
from bot.flows.inputs import AnyInput, Command, Said, SentFile
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.studios.listing import holds
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words

PAGE = 8
YEARS = 3
"""Other years that are offered."""
LABEL = 30
SEARCHED = 40


@dataclass(frozen=True, slots=True)
class FundView:
    """A year of a fund, or the studios to choose from."""

    state: FundState
    studios: tuple[Studio, ...]
    year: Year | None = None
    album: Proof | None = None
    book: Order | None = None
    """The year's book as it may be asked for, where it was pressed."""
    about: str = ""
    """What that is called."""
    typed: Typed | None = None
    """What was typed about spending."""

    @property
    def pages(self) -> int:
        """How many leaves there are."""
        return max(1, -(-len(self.year.moves if self.year else self.studios) // PAGE))

    @property
    def page(self) -> int:
        """The leaf that is shown, from 0."""
        return min(self.state.leaf, self.pages - 1)

    @property
    def first(self) -> int:
        """The place of the first line that is shown, from 0."""
        return self.page * PAGE


class FundScreen(Screen[FundState, FundView]):
    """The year and its book."""

    name: ClassVar[str] = LIST_SCREEN
    code: ClassVar[str] = LIST
    state = FundState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: FundState, given: AnyInput | Tap | None) -> FundView:
        """Read for leaders and those who look after the studio."""
        every = kept_studios(desk, ask)
        if not state.studio and len(every) > 1:
            found = tuple(each for each in every if holds(each, state.text)) if state.text else every
            return FundView(state, found)
        studio = kept_studio(desk, ask, state.studio or every[0].id)
        year = year_of(desk, ask, studio, state.year)
        order = None
        if isinstance(given, Tap) and given.verb == "b":
            order = Order(kind="fund", period=str(year.year), studio=studio.id, language=ask.who.language)
            may_have(desk, ask.who, order)
        title = about(desk, order, ask.words) if order else ""
        said = typed(desk, studio, said_in(given), today(ask))
        return FundView(state, every, year, album_of(desk, given), order, title, said)

    def show(self, view: FundView, ask: Ask) -> Face:
        """Say what there is."""
        words, year = ask.words, view.year
        pages = [words("import.page", page=view.page + 1, pages=view.pages)] if view.pages > 1 else []
        if year is None:
            none = [] if view.studios else [words("studios.none_found")]
            return Face("\n".join([words("fund.which"), *pages, *none]), tuple(_studios(view, words)))
        lines = [*overview(year, words), ""]
        lines += [
            move_line(year, each, number, words)
            for number, each in enumerate(year.moves[view.first : view.first + PAGE], view.first + 1)
        ]
        lines += pages if year.moves else [words("fund.empty")]
        if year.studio.retired:
            lines.append(words("fund.retired", day=year.studio.retired))
        elif year.may:
            lines += ["", words("fund.hint")]
        return Face("\n".join(lines), tuple(_keys(view, year, words)))

    def take(self, view: FundView, given: AnyInput | Tap, ask: Ask) -> Step:
        """Open, leaf, search, or enter what a line says."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if isinstance(given, SentFile):
            return self._file(view, given, ask)
        if not isinstance(given, Said | Command):
            raise Refusal("fund_press")
        if view.year is None:
            text = given.text if isinstance(given, Said) else given.rest
            return Step(go=Go(self.name, FundState(text=text.strip()[:SEARCHED])), fresh=True)
        return self._line(view, view.year, ask)

    def _line(self, view: FundView, year: Year, ask: Ask, given: SentFile | None = None) -> Step:
        if not year.may:
            raise Refusal("fund_keeper")
        retired(year.studio)
        if view.typed is None or view.typed.empty:
            raise Refusal("fund_press")
        return booked(view.typed, year.studio.id, year.year, ask, given)

    def _file(self, view: FundView, given: SentFile, ask: Ask) -> Step:
        if view.year is None:
            raise Refusal("fund_press")
        retired(view.year.studio)
        if view.album is not None:
            return Step((kept(view.album.of, view.year.studio.id, "spending", given, ask, view.album),))
        return self._line(view, view.year, ask, given)

    def _tap(self, view: FundView, tap: Tap, ask: Ask) -> Step:
        state, year = view.state, view.year
        match tap.verb:
            case "o" | "s":
                return Step(go=Go(self.name, state))
            case "g" if tap.arg(2).isdecimal():
                return Step(go=Go(self.name, state.model_copy(update={"leaf": int(tap.arg(2)[:4])})))
            case "a" if year is not None:
                kind = next((each for each in MOVE_KINDS if each == tap.arg(2)), None)
                if kind is None:
                    raise Stale
                if kind not in year.may:
                    raise Refusal("fund_keeper")
                retired(year.studio)
                add = AddState(move=ask.mint(), studio=year.studio.id, kind=kind, year=year.year)
                return Step(go=Go(ADD_SCREEN, add))
            case "b" if year is not None and view.book is not None:
                change, said = placed(view.book, view.about, ask)
                return Step((change,), say=(said,))
        raise Stale

    def aim(self, tap: Tap, state: FundState | None) -> FundState:
        """Return the studio and the year that the button names."""
        if tap.verb == "s":
            return FundState()
        year = int(tap.arg(1)) if tap.arg(1).isascii() and tap.arg(1).isdecimal() else 0
        if state is not None and state.studio in {"", tap.arg(0)} and state.year in {0, year}:
            return state.model_copy(update={"studio": tap.arg(0), "year": year})
        return FundState(studio=tap.arg(0), year=year)

    def title(self, view: FundView, ask: Ask) -> str:
        """Return the name of this list."""
        return ask.words("command.fund")

    def closing(self, view: FundView, ask: Ask) -> Face:
        """Return one line with the way back."""
        studio, year = (view.year.studio.id, view.year.year) if view.year else ("", 0)
        button = Button(ask.words("button.open"), pack(LIST, "o", studio, year))
        return Face(ask.words("command.fund"), ((button,),))


def _studios(view: FundView, words: Words) -> list[tuple[Button, ...]]:
    shown = view.studios[view.first : view.first + PAGE]
    rows = [(Button(short(each.name, LABEL), pack(LIST, "o", each.id, 0)),) for each in shown]
    return [*rows, *_moves(view, "", 0, words)]


def _keys(view: FundView, year: Year, words: Words) -> list[tuple[Button, ...]]:
    studio = year.studio
    shown = enumerate(year.moves[view.first : view.first + PAGE], view.first + 1)
    buttons = [Button(str(number), pack(MOVE, "o", each.id)) for number, each in shown]
    keys = [tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4)]
    keys += _moves(view, studio.id, year.year, words)
    if year.may and not studio.retired:
        adds = [
            Button(words(f"fund.button.{kind}"), pack(LIST, "a", studio.id, year.year, kind))
            for kind in ("spending", "budget", "instalment", "cut")
            if kind in year.may
        ]
        keys.append(tuple(adds))
    years = [
        Button(words("fund.button.year", year=str(each)), pack(LIST, "o", studio.id, each))
        for each in year.years[:YEARS]
    ]
    if len(view.studios) > 1:
        years.append(Button(words("fund.button.studios"), pack(LIST, "s")))
    if year.takes and (year.moves or year.granted):
        keys.append((Button(words("fund.button.book"), pack(LIST, "b", studio.id, year.year)),))
    return [*keys, tuple(years)] if years else keys


def _moves(view: FundView, studio: str, year: int, words: Words) -> list[tuple[Button, ...]]:
    moves = []
    if view.page:
        moves.append(Button(words("button.page_back"), pack(LIST, "g", studio, year, view.page - 1)))
    if view.page + 1 < view.pages:
        moves.append(Button(words("button.page_on"), pack(LIST, "g", studio, year, view.page + 1)))
    return [tuple(moves)] if moves else []
