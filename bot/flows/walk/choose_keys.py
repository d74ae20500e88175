"""The questions on the way to a visit and the buttons that answer them."""

from __future__ import annotations

from bot.changes.visit_forms import chosen_forms
from bot.entities import Assessment
from bot.flows.html import escape, short
from bot.flows.outputs import Button, Face
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.walk.choice import PAGE, Choice, kinds_now, paged
from bot.flows.walk.own import marked
from bot.flows.walk.periods import offered, older
from rubrics.model import Rubric
from rubrics.sheet_forms import SheetForm

LABEL = 30
OWN = "z"
PLANS, PLANNED = "vw", "vl"
"""The screen that plans a visit, and the list that it leads back to."""
HEADS = {OWN: "self.head", PLANS: "visit.head"}
"""Screens that are no official assessment begun now say what they are, by their code."""
Row = tuple[Button, ...]


def face(view: Choice, ask: Ask) -> Face:
    """Ask the first question that is still open."""
    words, state = ask.words, view.state
    own = view.code == OWN
    if view.open and not state.new:
        head = words("choose.open.self" if own else "choose.open")
        lines = [head, *(_line(found, view, ask) for found, _ in paged(view.open, state.page))]
        return Face("\n".join(lines), tuple(_open_keys(view, ask)))
    head = words(HEADS[view.code]) + "\n" if view.code in HEADS else ""
    if view.studio is None:
        if not view.studios:
            return Face(words("problem.no_studios"))
        return Face(head + words("choose.studio"), tuple(_studio_keys(view, ask)))
    name = escape(view.studio.name)
    if view.rubric is None:
        return Face(head + words("choose.rubric", studio=name), tuple(_rubric_keys(view, ask)))
    if view.rubric.variants and not view.variant:
        asked = words("choose.variant", studio=name, rubric=escape(rubric_name(view.rubric, words)))
        return Face(head + asked, tuple(_variant_keys(view, ask)))
    return Face(head + _when(view, view.rubric, name, ask), tuple(_period_keys(view, ask)))


def _line(found: Assessment, view: Choice, ask: Ask) -> str:
    known = (rubric_name(each, ask.words) for each in view.rubrics if each.id == found.visit.rubric)
    rubric = next(known, found.visit.rubric)
    line = f"{escape(found.studio_name)} · {escape(rubric)} · {found.visit.period}"
    return f"· {line if view.code != 'c' else marked(found, line, ask.words)}"


def _open_keys(view: Choice, ask: Ask) -> list[Row]:
    keys = [
        (Button(short(f"{found.studio_name} {found.visit.period}", LABEL), pack("k", "g", found.id, item)),)
        for found, item in paged(view.open, view.state.page)
    ]
    label = "button.new_visit" if view.code == "c" else "button.new_self"
    new = (Button(ask.words(label), pack(view.code, "n")),)
    return [*keys, *_moves(len(view.open), view, ask), new]


def _moves(count: int, view: Choice, ask: Ask) -> list[Row]:
    """Return the row that leafs through pages, where there are several."""
    page = max(0, min(view.state.page, (count - 1) // PAGE))
    moves: list[Button] = []
    if page:
        moves.append(Button(ask.words("button.page_back"), pack(view.code, "g", page - 1)))
    if (page + 1) * PAGE < count:
        moves.append(Button(ask.words("button.page_on"), pack(view.code, "g", page + 1)))
    return [tuple(moves)] if moves else []


def _studio_keys(view: Choice, ask: Ask) -> list[Row]:
    keys = [
        (Button(short(each.name, LABEL), pack(view.code, "s", each.id)),)
        for each in paged(view.studios, view.state.page)
    ]
    away = (Button(ask.words("visit.button.list"), pack(PLANNED, "l")),)
    return [*keys, *_moves(len(view.studios), view, ask), *((away,) if view.code == PLANS else ())]


def _rubric_keys(view: Choice, ask: Ask) -> list[Row]:
    studio = view.studio.id if view.studio else ""
    keys: list[Row] = [
        (Button(_labelled(each, ask), pack(view.code, "r", studio, each.id)),) for each in view.rubrics
    ]
    if len(view.studios) == 1:
        return keys
    return [*keys, (Button(ask.words("button.back"), pack(view.code, "n")),)]


def _labelled(rubric: Rubric, ask: Ask) -> str:
    """Return its name with the number of its document, where both fit."""
    name = rubric_name(rubric, ask.words)
    both = f"{name} · {rubric.document}"
    return both if len(both) <= LABEL else short(name, LABEL)


def _variant_keys(view: Choice, ask: Ask) -> list[Row]:
    if view.studio is None or view.rubric is None:
        return []
    english = ask.words("language.code") == "en"
    keys: list[Row] = [
        (
            Button(
                (each.title_en if english else None) or each.title,
                pack(view.code, "v", view.studio.id, view.rubric.id, each.id),
            ),
        )
        for each in view.rubric.variants
    ]
    return [*keys, (Button(ask.words("button.back"), pack(view.code, "s", view.studio.id)),)]


def _when(view: Choice, rubric: Rubric, studio: str, ask: Ask) -> str:
    """Return the question for the period, or for the kind of visit where no period says it."""
    name = escape(rubric_name(rubric, ask.words))
    if view.form is not None:
        name += f" · {escape(_titled(view.form, ask))}"
    asked = "period" if kinds_now(rubric, view.form) else "form"
    said = ask.words(f"choose.{asked}", studio=studio, rubric=name)
    if view.code == PLANS and (kinds := kinds_now(rubric, view.form)):
        return f"{said}\n{ask.words('visit.older', sample=older(rubric, kinds, ask))}"
    return said


def _titled(form: SheetForm, ask: Ask) -> str:
    return (ask.words("language.code") == "en" and form.title_en) or form.title


def _form_keys(view: Choice, ask: Ask) -> list[Row]:
    """Return the forms that no period brings along, one a row; none when one is chosen."""
    if view.studio is None or view.rubric is None or view.state.form:
        return []
    return [
        (Button(_titled(form, ask), pack(view.code, "f", view.studio.id, view.rubric.id, number)),)
        for number, form in enumerate(view.rubric.sheets)
        if form in chosen_forms(view.rubric)
    ]


def _period_keys(view: Choice, ask: Ask) -> list[Row]:
    if view.studio is None or view.rubric is None:
        return []
    keys = [
        tuple(
            Button(
                ask.words(f"period.{period.kind}", period=str(period)),
                pack(view.code, "p", view.studio.id, view.rubric.id, period),
            )
            for period in row
        )
        for row in offered(view.rubric, kinds_now(view.rubric, view.form), ask)
    ]
    back = (Button(ask.words("button.back"), pack(view.code, "s", view.studio.id)),)
    return [*keys, *_form_keys(view, ask), back]
