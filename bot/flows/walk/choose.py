"""Opening a visit: an open one is offered first; then studio, rubric, type and period, one tap each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from bot import access
from bot.changes import OpenVisit
from bot.changes.visit_forms import chosen_forms, default_form, kinds_of
from bot.entities import Assessment, Studio
from bot.entities.frozen import Frozen
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Button, Face, Output, Tell
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.periods import named, offered
from bot.flows.walk.places import WalkState, first_open_item, walked
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import words as texts
from rubrics.model import Rubric
from rubrics.periods import Kind
from rubrics.sheet_forms import SheetForm

T = TypeVar("T")
PAGE = 8
LABEL = 30


class ChooseState(Frozen):
    """What was chosen so far; the rest is asked."""

    studio: str = ""
    rubric: str = ""
    variant: str = ""
    form: str = ""
    """The form of the sheet, where it had to be chosen."""
    page: int = 0
    new: bool = False
    """Open visits were offered and a new one is wanted."""
    only_open: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What there is to choose from."""

    state: ChooseState
    open: tuple[tuple[Assessment, str], ...]
    """Open visits with the item to go on at."""
    studios: tuple[Studio, ...]
    studio: Studio | None
    rubrics: tuple[Rubric, ...]
    rubric: Rubric | None


class ChooseScreen(Screen[ChooseState, Choice]):
    """One question at a time."""

    name: ClassVar[str] = "choose"
    code: ClassVar[str] = "c"
    state = ChooseState

    def load(self, desk: Desk, ask: Ask, state: ChooseState, given: AnyInput | Tap | None) -> Choice:
        """Read only studios within the scope of the person's own grants."""
        if not access.may(ask.who, "assess"):
            raise Refusal("no_role")
        scopes = [grant.scope for grant in ask.who.grants if grant.role in access.ASSESSORS]
        mine = desk.visits.open_of(ask.who.id)
        studio = desk.studios.get(state.studio) if state.studio else None
        if studio is not None:
            access.require(ask.who, "assess", studio)
        rubrics = desk.library.current()
        rubric = next((each for each in rubrics if each.id == state.rubric), None)
        return Choice(
            state,
            tuple((found, first_open_item(desk, found)) for found in mine),
            desk.studios.covered(scopes),
            studio,
            rubrics,
            rubric,
        )

    def show(self, view: Choice, ask: Ask) -> Face:
        """Ask the first question that is still open."""
        words, state = ask.words, view.state
        if view.open and not state.new:
            lines = [
                words("choose.open"),
                *(_line(found, view) for found, _ in _page(view.open, view.state.page)),
            ]
            return Face("\n".join(lines), tuple(_open_keys(view, ask)))
        if view.studio is None:
            if not view.studios:
                return Face(words("problem.no_studios"))
            return Face(words("choose.studio"), tuple(_studio_keys(view, ask)))
        name = escape(view.studio.name)
        if view.rubric is None:
            return Face(words("choose.rubric", studio=name), tuple(_rubric_keys(view)))
        if view.rubric.variants and not _variant(view):
            return Face(
                words("choose.variant", studio=name, rubric=view.rubric.short),
                tuple(_variant_keys(view, ask)),
            )
        return Face(_when(view.rubric, name, state, ask), tuple(_period_keys(view, ask)))

    def take(self, view: Choice, given: AnyInput | Tap, ask: Ask) -> Step:
        """Keep an answer and ask the next question; the period opens the visit."""
        if not isinstance(given, Tap):
            return Step(go=Go(self.name, view.state), fresh=True)
        if given.verb == "p":
            return _open(view, given.arg(2), ask)
        chosen = _chosen(view, given)
        if chosen is None:
            raise Stale
        return Step(go=Go(self.name, chosen))

    def aim(self, tap: Tap, state: ChooseState | None) -> ChooseState:
        """Return the choices made so far, as the button carries them."""
        if tap.verb in {"r", "v", "f", "p"}:
            kept = state if state is not None and state.studio == tap.arg(0) else None
            rubric = tap.arg(1) if tap.verb != "r" else ""
            variant, form = (kept.variant, kept.form) if kept else ("", "")
            if tap.verb != "p":
                form = ""
            return ChooseState(new=True, studio=tap.arg(0), rubric=rubric, variant=variant, form=form)
        return state or ChooseState(new=tap.verb == "s")

    def title(self, view: Choice, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("command.assess")


def _chosen(view: Choice, tap: Tap) -> ChooseState | None:  # noqa: PLR0911 - one line per button is the clearest table
    """Return the state after an answer, or None where the button names nothing that is offered."""
    new = ChooseState(new=True)
    match tap.verb:
        case "n":
            return new
        case "g" if tap.arg(0).isdecimal():
            return view.state.model_copy(update={"page": int(tap.arg(0))})
        case "s" if any(each.id == tap.arg(0) for each in view.studios):
            return new.model_copy(update={"studio": tap.arg(0)})
        case "r" if view.studio and any(each.id == tap.arg(1) for each in view.rubrics):
            return new.model_copy(update={"studio": view.studio.id, "rubric": tap.arg(1)})
        case "v" if view.rubric and any(each.id == tap.arg(2) for each in view.rubric.variants):
            return view.state.model_copy(update={"variant": tap.arg(2)})
        case "f" if view.rubric and (form := _form_named(view.rubric, tap.arg(2))):
            return view.state.model_copy(update={"form": form.id})
    return None


def _variant(view: Choice) -> str:
    """Return the type in this rubric: as chosen, else as the studio's file says."""
    if view.studio is None or view.rubric is None:
        return ""
    return view.state.variant or view.studio.types.get(view.rubric.id, "")


def _open(view: Choice, given: str, ask: Ask) -> Step:
    if view.studio is None or view.rubric is None:
        raise Stale
    found = named(view.rubric, given, ask)
    if found is None:
        raise Stale
    form = view.rubric.sheet(view.state.form) if view.state.form else None
    if found.kind not in _kinds(view.rubric, form):
        raise Stale
    period = str(found)
    change = OpenVisit(
        visit=ask.mint(),
        assessment=ask.mint(),
        studio=view.studio.id,
        rubric=view.rubric.id,
        version=view.rubric.version,
        period=period,
        variant=_variant(view) or None,
        form=form.id if form else None,
    )
    walk_form = form or default_form(view.rubric, found.kind)
    sections = walked(view.rubric, walk_form.id if walk_form else None, change.variant)
    first = sections[0].items[0].no
    studio, rubric = view.studio, view.rubric

    def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        return _told(desk, ask, studio, rubric, period)

    return Step((change,), go=Go("card", WalkState(assessment=change.assessment, item=first)), tell=tell)


def _told(desk: Desk, ask: Ask, studio: Studio, rubric: Rubric, period: str) -> tuple[Output, ...]:
    """Tell the coordinators whose scope covers the studio that a visit was opened."""
    told: list[Output] = []
    for person in desk.people.with_role("coordinator", ask.now):
        if person.id == ask.who.id or not access.may(person, "manage", studio):
            continue
        text = texts(person.language)(
            "desk.visit_opened",
            name=escape(ask.who.name),
            studio=escape(studio.name),
            rubric=escape(rubric.short),
            period=period,
        )
        told += [Tell(chat, text) for chat in desk.people.accounts(person.id)]
    return tuple(told)


def _line(found: Assessment, view: Choice) -> str:
    rubric = next((each.short for each in view.rubrics if each.id == found.visit.rubric), found.visit.rubric)
    return f"· {escape(found.studio_name)} · {escape(rubric)} · {found.visit.period}"


def _open_keys(view: Choice, ask: Ask) -> list[tuple[Button, ...]]:
    keys = [
        (Button(short(f"{found.studio_name} {found.visit.period}", LABEL), pack("k", "g", found.id, item)),)
        for found, item in _page(view.open, view.state.page)
    ]
    new = (Button(ask.words("button.new_visit"), pack("c", "n")),)
    return [*keys, *_moves(len(view.open), view.state.page, ask), new]


def _page(things: Sequence[T], page: int) -> Sequence[T]:
    """Return what stands on a page; a page that there is not is the last."""
    page = max(0, min(page, (len(things) - 1) // PAGE))
    return things[page * PAGE : (page + 1) * PAGE]


def _moves(count: int, page: int, ask: Ask) -> list[tuple[Button, ...]]:
    """Return the row that leafs through pages, where there are several."""
    page = max(0, min(page, (count - 1) // PAGE))
    moves: list[Button] = []
    if page:
        moves.append(Button(ask.words("button.page_back"), pack("c", "g", page - 1)))
    if (page + 1) * PAGE < count:
        moves.append(Button(ask.words("button.page_on"), pack("c", "g", page + 1)))
    return [tuple(moves)] if moves else []


def _studio_keys(view: Choice, ask: Ask) -> list[tuple[Button, ...]]:
    keys = [
        (Button(short(each.name, LABEL), pack("c", "s", each.id)),)
        for each in _page(view.studios, view.state.page)
    ]
    return [*keys, *_moves(len(view.studios), view.state.page, ask)]


def _rubric_keys(view: Choice) -> list[tuple[Button, ...]]:
    studio = view.studio.id if view.studio else ""
    return [
        (Button(f"{each.short} · {each.document}", pack("c", "r", studio, each.id)),) for each in view.rubrics
    ]


def _variant_keys(view: Choice, ask: Ask) -> list[tuple[Button, ...]]:
    if view.studio is None or view.rubric is None:
        return []
    english = ask.words("language.code") == "en"
    return [
        (
            Button(
                (each.title_en if english else None) or each.title,
                pack("c", "v", view.studio.id, view.rubric.id, each.id),
            ),
        )
        for each in view.rubric.variants
    ]


def _kinds(rubric: Rubric, form: SheetForm | None) -> tuple[Kind, ...]:
    """Return the kinds of period that can be tapped now: those of the form, or those that bring one along."""
    if form is not None or not rubric.sheets:
        return kinds_of(rubric, form)
    return tuple(kind for kind in rubric.periods if default_form(rubric, kind))


def _when(rubric: Rubric, studio: str, state: ChooseState, ask: Ask) -> str:
    """Return the question for the period, or for the kind of visit where no period says it."""
    form = rubric.sheet(state.form) if state.form else None
    name = escape(rubric.short)
    if form is not None:
        name += f" · {escape(_titled(form, ask))}"
    asked = "period" if _kinds(rubric, form) else "form"
    return ask.words(f"choose.{asked}", studio=studio, rubric=name)


def _titled(form: SheetForm, ask: Ask) -> str:
    return (ask.words("language.code") == "en" and form.title_en) or form.title


def _form_keys(view: Choice, ask: Ask) -> list[tuple[Button, ...]]:
    """Return the forms that no period brings along, one a row; none when one is chosen."""
    if view.studio is None or view.rubric is None or view.state.form:
        return []
    return [
        (Button(_titled(form, ask), pack("c", "f", view.studio.id, view.rubric.id, number)),)
        for number, form in enumerate(view.rubric.sheets)
        if form in chosen_forms(view.rubric)
    ]


def _form_named(rubric: Rubric, number: str) -> SheetForm | None:
    """Return the form that a button names by its place: an id may be longer than a button holds."""
    at = int(number) if number.isdecimal() else len(rubric.sheets)
    form = rubric.sheets[at] if at < len(rubric.sheets) else None
    return form if form in chosen_forms(rubric) else None


def _period_keys(view: Choice, ask: Ask) -> list[tuple[Button, ...]]:
    if view.studio is None or view.rubric is None:
        return []
    form = view.rubric.sheet(view.state.form) if view.state.form else None
    keys = [
        tuple(
            Button(
                ask.words(f"period.{period.kind}", period=str(period)),
                pack("c", "p", view.studio.id, view.rubric.id, period),
            )
            for period in row
        )
        for row in offered(view.rubric, _kinds(view.rubric, form), ask)
    ]
    return [
        *keys,
        *_form_keys(view, ask),
        (Button(ask.words("button.back"), pack("c", "s", view.studio.id)),),
    ]
