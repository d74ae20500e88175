"""Progress at a glance: a bar and figures for a rubric's period, what is missing or late, and each assessor's share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, TypeVar

from bot.flows.html import bold, escape, short
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import rubric_title
from bot.flows.outputs import Button, Face, Rows
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.visits.progress_read import Load, Progress, Standing, read_progress
from bot.flows.visits.states import ONE, PROGRESS, PROGRESS_SCREEN, VISITS, ProgressState
from bot.flows.walk.periods import named, offered, older, typed
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words

T = TypeVar("T")
BAR = 10
PAGE = 12
LABEL = 30
KEYS = 6
"""Visits of a page that have a button of their own."""


class ProgressScreen(Screen[ProgressState, Progress]):
    """Rubric, period, then the picture."""

    name: ClassVar[str] = PROGRESS_SCREEN
    code: ClassVar[str] = PROGRESS
    recalls: ClassVar[bool] = True
    state = ProgressState

    def load(self, desk: Desk, ask: Ask, state: ProgressState, given: AnyInput | Tap | None) -> Progress:
        """Read for coordinators only."""
        del given
        return read_progress(desk, ask, state)

    def show(self, view: Progress, ask: Ask) -> Face:
        """Ask for rubric and period, or draw the picture."""
        words = ask.words
        if view.rubric is None:
            return Face(words("progress.ask_rubric"), _rubrics(view, words))
        if not view.state.period:
            asked = words("progress.ask_period", rubric=rubric_title(view.rubric, words))
            hint = words("visit.older", sample=older(view.rubric, view.rubric.periods, ask))
            return Face(f"{asked}\n{hint}", _periods(view, ask))
        return Face("\n".join(_lines(view, words)), tuple(row for row in _keys(view, words) if row))

    def take(self, view: Progress, given: AnyInput | Tap, ask: Ask) -> Step:
        """Choose, and look closer."""
        if isinstance(given, Said) and view.rubric is not None and not view.state.period:
            wanted = typed(view.rubric, view.rubric.periods, given.text, ask)
            return Step(go=_at(view, str(wanted)).go, fresh=True)
        if not isinstance(given, Tap):
            raise Refusal("visit_press")
        state, said = view.state, given.arg(0)
        match given.verb:
            case "o":
                return _to(ProgressState())
            case "r" if any(each.id == said for each in view.rubrics):
                return _to(ProgressState(rubric=said))
            case "p" if view.rubric is not None and (period := named(view.rubric, said, ask)):
                return _at(view, str(period))
            case "s" if said in {"", "missing", "late", "people", "outside"} and state.period:
                return _to(state.model_copy(update={"show": said, "page": 0}))
            case "g" if said.isdecimal():
                return _to(state.model_copy(update={"page": int(said[:4])}))
        raise Stale

    def aim(self, tap: Tap, state: ProgressState | None) -> ProgressState:
        """Return the picture on this card."""
        if tap.verb == "o":
            return ProgressState()
        if state is None:
            raise Stale
        return state

    def title(self, view: Progress, ask: Ask) -> str:
        """Return the name of this page."""
        del view
        return ask.words("progress.title")


def _to(state: ProgressState) -> Step:
    return Step(go=Go(PROGRESS_SCREEN, state))


def _at(view: Progress, period: str) -> Step:
    return _to(ProgressState(rubric=view.state.rubric, period=period))


def bar(done: int, whole: int) -> str:
    """Return how much is done as ten blocks; only what is complete is full."""
    full = BAR * done // whole if whole else 0
    return "▰" * full + "▱" * (BAR - full)


def _lines(view: Progress, words: Words) -> Iterator[str]:
    whole, signed = len(view.standings), view.count("signed")
    rubric = rubric_title(view.rubric, words) if view.rubric else ""
    yield words("progress.head", rubric=rubric, period=view.state.period)
    yield words("progress.bar", bar=bar(signed, whole), signed=bold(signed), count=whole)
    yield words(
        "progress.figures",
        planned=view.planned,
        begun=view.count("begun"),
        signed=signed,
        confirmed=view.count("confirmed"),
        missing=view.count("missing"),
        late=view.count("late"),
    )
    if view.outside:
        yield words(
            "progress.outside",
            count=len(view.outside),
            year=view.state.period if ".." in view.state.period else view.state.period[:4],
        )
    if view.state.show == "outside":
        yield ""
        for studio in _page(view, view.outside):
            yield f"· {escape(studio.name)}"
        return
    if view.state.show == "people":
        yield ""
        yield words("progress.people")
        for load in _page(view, view.people):
            yield _load(load, words)
        return
    if view.state.show:
        yield ""
        yield words(f"progress.{view.state.show}")
        rows = [*_numbered(view)]
        yield from (_row(number, each, words) for number, each in rows)
        if not rows:
            yield words("progress.none")


def _load(load: Load, words: Words) -> str:
    drawn = {"bar": bar(load.signed, load.all), "signed": load.signed, "count": load.all}
    if load.late:
        return words("progress.load_late", name=escape(load.name), **drawn, late=load.late)
    return words("progress.load", name=escape(load.name), **drawn)


def _shown(view: Progress) -> tuple[Standing, ...]:
    if view.state.show == "missing":
        return tuple(each for each in view.standings if not each.signed)
    if view.state.show == "late":
        return tuple(each for each in view.standings if each.late)
    return ()


def _page(view: Progress, things: Sequence[T]) -> Sequence[T]:
    page = max(0, min(view.state.page, (len(things) - 1) // PAGE))
    return things[page * PAGE : (page + 1) * PAGE]


def _numbered(view: Progress) -> Iterator[tuple[int, Standing]]:
    shown = _shown(view)
    page = max(0, min(view.state.page, (len(shown) - 1) // PAGE))
    yield from enumerate(_page(view, shown), page * PAGE + 1)


def _row(number: int, each: Standing, words: Words) -> str:
    state = "late" if each.late else "begun" if each.begun else "planned" if each.visit else "nothing"
    names = tuple(escape(name) for name in each.names) or ("–",)
    studio = escape(short(each.studio.name, LABEL))
    return words(f"progress.row.{state}", number=number, studio=studio, day=each.day or "–", names=names)


def _key(words: Words, name: str, verb: str, *args: object, **params: object) -> Button:
    return Button(words(f"progress.button.{name}", **params), pack(PROGRESS, verb, *args))


def _rubrics(view: Progress, words: Words) -> Rows:
    keys = [
        (Button(short(rubric_name(each, words), LABEL), pack(PROGRESS, "r", each.id)),)
        for each in view.rubrics
    ]
    return (*keys, (Button(words("visit.button.list"), pack(VISITS, "l")),))


def _periods(view: Progress, ask: Ask) -> Rows:
    if view.rubric is None:
        return ()
    rows = [
        tuple(
            Button(ask.words(f"period.{each.kind}", period=str(each)), pack(PROGRESS, "p", each))
            for each in row
        )
        for row in offered(view.rubric, view.rubric.periods, ask)
    ]
    return (*rows, (_key(ask.words, "other", "o"),))


def _keys(view: Progress, words: Words) -> Rows:
    state = view.state
    unsigned = len(view.standings) - view.count("signed")
    looks = {
        "missing": unsigned,
        "late": view.count("late"),
        "people": len(view.people),
        "outside": len(view.outside),
    }
    first = tuple(
        _key(words, name, "s", name, count=count)
        for name, count in looks.items()
        if count and name != state.show
    )
    things: Sequence[object] = view.people if state.show == "people" else _shown(view)
    if state.show == "outside":
        things = view.outside
    page = max(0, min(state.page, (len(things) - 1) // PAGE))
    moves = [Button(words("button.page_back"), pack(PROGRESS, "g", page - 1))] if page else []
    if (page + 1) * PAGE < len(things):
        moves.append(Button(words("button.page_on"), pack(PROGRESS, "g", page + 1)))
    visits = tuple(
        Button(str(number), pack(ONE, "o", each.visit)) for number, each in _numbered(view) if each.visit
    )
    halves = (visits[:KEYS], visits[KEYS:])
    last = (_key(words, "other", "o"), Button(words("visit.button.list"), pack(VISITS, "l")))
    return (*halves, tuple(moves), first, last)
