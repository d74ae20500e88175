"""/apply: the applications of a person; a new one: by which scheme, year, studio, kind and under which name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.changes.applying.begin import YEARS, BeginApplication, standing
from bot.changes.applying.checks import WRITABLE, in_time
from bot.entities import Application, Studio
from bot.flows.applications.mine import matter_keys, matters_of
from bot.flows.applications.states import MATTER_SCREEN, MatterState
from bot.flows.apply.states import FORM, FORM_SCREEN, LIST, LIST_SCREEN, ApplyState, FormState
from bot.flows.html import short
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import rubric_title, today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from rubrics.application import offered, tracks
from rubrics.model import Rubric

PAGE = 8
YEAR_DIGITS = 4
STUDIOS = 60
"""So many studios of one unit are looked through."""


@dataclass(frozen=True, slots=True)
class Begin:
    """The list, or the question of a new application that is open."""

    state: ApplyState
    mine: tuple[Application, ...]
    rubrics: tuple[Rubric, ...]
    studios: tuple[Studio, ...]
    open: Application | None = None
    """Of the studio, by this scheme, in this year."""
    late: Refusal | None = None
    about: tuple[Application, ...] = ()
    """What is about the person's studios that are named already."""

    @property
    def rubric(self) -> Rubric | None:
        """The scheme that was chosen."""
        return next((each for each in self.rubrics if each.id == self.state.rubric), None)

    @property
    def studio(self) -> Studio | None:
        """The studio that was chosen; the only one chooses itself."""
        if len(self.studios) == 1:
            return self.studios[0]
        return next((each for each in self.studios if each.id == self.state.studio), None)

    @property
    def step(self) -> str:
        """The question that is open."""
        rubric = self.rubric
        if not self.state.begun:
            return "list"
        if rubric is None:
            return "rubric"
        if not self.state.year:
            return "year"
        if self.studio is None:
            return "studio"
        return "track" if tracks(rubric) and not self.state.track else "name"

    @property
    def leafed(self) -> int:
        """How many things the open question lists."""
        return len(self.mine) if self.step == "list" else len(self.studios) if self.step == "studio" else 0


class ApplyScreen(Screen[ApplyState, Begin]):
    """The list and the first questions."""

    name: ClassVar[str] = LIST_SCREEN
    code: ClassVar[str] = LIST
    state = ApplyState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: ApplyState, given: AnyInput | Tap | None) -> Begin:
        """Read what was begun for the person's studios, and for whom they may begin another."""
        covered = desk.studios.covered(access.scopes(ask.who, "apply"))
        studios = tuple(each for each in covered if access.may(ask.who, "apply", each) and not each.retired)
        own = {each.id for each in covered if access.may(ask.who, "apply", each)}
        if not own:
            raise Refusal("apply_none")
        mine = _seen(desk, ask, own)
        asked = state.begun or len({(each.year, each.name) for each in mine}) < len(mine)
        rubrics = tuple(each for each in desk.library.current() if offered(each)) if asked else ()
        about = matters_of(desk, ask.who, covered) if not state.begun else ()
        view = Begin(state, mine, rubrics, studios, about=about)
        if view.rubric is None or not state.year:
            return view
        found = standing(desk, state.rubric, state.year, view.studio.id) if view.studio else None
        late = None
        try:
            in_time(desk, view.rubric, state.year, today(ask).isoformat())
        except Refusal as refusal:
            late = refusal
        return Begin(state, mine, rubrics, studios, found, late)

    def show(self, view: Begin, ask: Ask) -> Face:
        """Return the list or the question."""
        words, rubric = ask.words, view.rubric
        lines = [words("apply.title")]
        if view.step == "list":
            lines += [words("apply.mine") if view.mine else words("apply.nothing")]
            lines += ["", words("applications.mine.about")] if view.about else []
        elif rubric is not None:
            lines.append(
                words("apply.by", rubric=rubric_title(rubric, words), year=view.state.year or "").strip()
            )
        if view.step != "list":
            lines += ["", words(f"apply.begin.{view.step}")]
        return Face("\n".join(lines), tuple(_keys(view, ask)))

    def take(self, view: Begin, given: AnyInput | Tap, ask: Ask) -> Step:
        """Choose, or send the year or the name."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        if not isinstance(given, Said):
            raise Refusal("apply_press")
        text = given.text.strip()
        if view.step == "year":
            return self._year(view, text, fresh=True)
        if view.step == "name":
            return self._begin(view, text, ask, fresh=True)
        raise Refusal("apply_press")

    def _tap(self, view: Begin, tap: Tap, ask: Ask) -> Step:
        state, said = view.state, tap.arg(1)
        match tap.verb:
            case "o" | "l":
                return Step(go=Go(self.name, ApplyState()))
            case "a":
                return Step(go=Go(self.name, ApplyState(begun=ask.mint())))
            case "m" if view.studios:
                return Step(go=Go(MATTER_SCREEN, MatterState(id=ask.mint(), matter="leader")))
            case "g" if said.isdecimal():
                return Step(go=Go(self.name, state.model_copy(update={"leaf": int(said[:4])})))
        return self._answer(view, tap.verb, said, ask)

    def _answer(self, view: Begin, verb: str, said: str, ask: Ask) -> Step:
        """Take a press that answers the open question; any other is of a question that is over."""
        match verb:
            case "r" if view.step == "rubric" and said.isdecimal() and int(said) < len(view.rubrics):
                return self._to(view, rubric=view.rubrics[int(said)].id)
            case "y" if view.step == "year":
                return self._year(view, said)
            case "s" if view.step == "studio" and said in {each.id for each in view.studios}:
                return self._to(view, studio=said)
            case "t" if view.step == "track" and view.rubric and said in {e.id for e in tracks(view.rubric)}:
                return self._to(view, track=said)
            case "n" if view.step == "name" and view.studio is not None:
                return self._begin(view, view.studio.name, ask)
        raise Stale

    def _to(self, view: Begin, *, fresh: bool = False, **chosen: object) -> Step:
        return Step(go=Go(self.name, view.state.model_copy(update={**chosen, "leaf": 0})), fresh=fresh)

    def _year(self, view: Begin, text: str, *, fresh: bool = False) -> Step:
        plain = text.isascii() and text.isdecimal() and len(text) == YEAR_DIGITS
        if not plain or int(text) not in YEARS:
            raise Refusal("apply_year", text=text)
        return self._to(view, fresh=fresh, year=int(text))

    def _begin(self, view: Begin, called: str, ask: Ask, *, fresh: bool = False) -> Step:
        """Begin, or open the one that is under way."""
        studio = view.studio
        if studio is None or view.rubric is None:
            raise Stale
        if view.open is not None and view.open.id != view.state.begun:
            go = Go(FORM_SCREEN, FormState(application=view.open.id))
            return Step(go=go, toast=ask.words("apply.known"), fresh=fresh)
        if view.late is not None:
            raise view.late
        change = BeginApplication(
            application=view.state.begun,
            studio=studio.id,
            rubric=view.state.rubric,
            year=view.state.year,
            track=view.state.track,
            called=called,
            today=today(ask).isoformat(),
        )
        return Step((change,), go=Go(FORM_SCREEN, FormState(application=view.state.begun)), fresh=fresh)

    def aim(self, tap: Tap, state: ApplyState | None) -> ApplyState:
        """Return the beginning to which the button belongs."""
        if tap.verb in {"o", "l", "a", "m"}:
            return ApplyState()
        if state is None or state.begun != tap.arg(0):
            raise Stale
        return state

    def title(self, view: Begin, ask: Ask) -> str:
        """Return the name of this list."""
        return ask.words("command.apply")

    def closing(self, view: Begin, ask: Ask) -> Face:
        """Return one line with the way back."""
        button = Button(ask.words("button.open"), pack(LIST, "o"))
        return Face(ask.words("apply.title"), ((button,),))


def _seen(desk: Desk, ask: Ask, own: set[str]) -> tuple[Application, ...]:
    """Return what the person began and what others began for the same studios, the one changed last first."""
    found = {each.id: each for each in desk.applications.of_person(ask.who.id) if each.studio in own}
    for studio in sorted(own)[:STUDIOS]:
        found |= {each.id: each for each in desk.applications.of_studio(studio)}
    named = (each for each in found.values() if each.matter == "name")
    return tuple(sorted(named, key=lambda each: each.changed, reverse=True))


def _keys(view: Begin, ask: Ask) -> list[tuple[Button, ...]]:
    words, begun = ask.words, view.state.begun
    rows: list[tuple[Button, ...]] = []
    first = view.state.leaf * PAGE
    match view.step:
        case "list":
            rows = _on(view.mine, words) if not first else []
            rows += [(_open(each, view, words),) for each in view.mine[first : first + PAGE]]
        case "rubric":
            rows = [
                (Button(short(rubric_title(each, words), 30), pack(LIST, "r", begun, number)),)
                for number, each in enumerate(view.rubrics)
            ]
        case "year":
            year = today(ask).year
            rows = [tuple(Button(str(each), pack(LIST, "y", begun, each)) for each in (year, year + 1))]
        case "studio":
            rows = [
                (Button(short(each.name, 30), pack(LIST, "s", begun, each.id)),)
                for each in view.studios[first : first + PAGE]
            ]
        case "track":
            rows = [(each,) for each in _tracks(view, words)]
        case _ if view.studio is not None:
            rows = [(Button(short(view.studio.name, 30), pack(LIST, "n", begun)),)]
    rows += _moves(view, words)
    if view.step == "list":
        rows += matter_keys(view.about, words)
        if not view.studios:
            return rows
        report = Button(words("applications.button.report"), pack(LIST, "m"))
        return [*rows, (Button(words("apply.button.begin"), pack(LIST, "a")),), (report,)]
    return [*rows, (Button(words("apply.button.list"), pack(LIST, "l")),)]


def _tracks(view: Begin, words: Words) -> list[Button]:
    found = tracks(view.rubric) if view.rubric else ()
    english = words("language.code") == "en"
    return [
        Button(
            short((each.title_en if english else None) or each.title, 40),
            pack(LIST, "t", view.state.begun, each.id),
        )
        for each in found
    ]


def _on(mine: tuple[Application, ...], words: Words) -> list[tuple[Button, ...]]:
    """Return the way straight to the first open place of what was written on last."""
    found = next((each for each in mine if each.state in WRITABLE), None)
    if found is None:
        return []
    label = words("apply.button.go_on", name=short(found.name, 20))
    return [(Button(label, pack(FORM, "n", found.id)),)]


def _open(each: Application, view: Begin, words: Words) -> Button:
    """Return the way to an application; of one name and year the scheme tells several apart."""
    alike = [one for one in view.mine if (one.year, one.name) == (each.year, each.name)]
    rubric = next((one for one in view.rubrics if one.id == each.rubric), None) if len(alike) > 1 else None
    name = rubric_title(rubric, words) if rubric else each.name
    state = words(f"apply.state.{each.state}")
    return Button(short(f"{each.year} {name} · {state}", 50), pack(FORM, "v", each.id, ""))


def _moves(view: Begin, words: Words) -> list[tuple[Button, ...]]:
    leaf, begun, moves = view.state.leaf, view.state.begun, []
    if leaf:
        moves.append(Button(words("button.page_back"), pack(LIST, "g", begun, leaf - 1)))
    if (leaf + 1) * PAGE < view.leafed:
        moves.append(Button(words("button.page_on"), pack(LIST, "g", begun, leaf + 1)))
    return [tuple(moves)] if moves else []
