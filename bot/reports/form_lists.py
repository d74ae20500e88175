"""The lists of those that were recommended, or selected by the city: one workbook for each track that has any.

The places of a year bind the city's list only. Of head and foot it writes who fills it in and on which day; who signs
and is to be called up nobody has told the bot: that stays open, and is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from bot.changes.applying.checks import scheme
from bot.clock import from_ms
from bot.entities import Application
from bot.flows.export import rounds
from bot.flows.export.order import Order
from bot.flows.export.ready import place_of
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports import form_honours
from bot.reports.bench import Bench, Made, name_of
from bot.texts import Words, words
from bot.texts.names import named
from exports import forms
from exports.form_records import ListRecord
from rubrics.application import forms_of
from rubrics.form_sums import key_of, printed
from rubrics.forms import Field, Form
from rubrics.model import Rubric

_SERIAL: Final = "no"
_HONOUR: Final = "honour"
_NAMED: Final = 5
"""Studios that are named in what is said of a list."""
_LEADER: Final = "leader-"
"""What the ids of fields about the leader begin with: a list's column `honour` is the form's `leader-honour`."""


def draw(desk: Desk, order: Order, bench: Bench) -> Iterator[Made]:
    """Write who was recommended."""
    return _lists(desk, order, bench, final=False)


def draw_final(desk: Desk, order: Order, bench: Bench) -> Iterator[Made]:
    """Write who the city hands in, by rank; more than there are places is said on the sheet."""
    return _lists(desk, order, bench, final=True)


def _lists(desk: Desk, order: Order, bench: Bench, *, final: bool) -> Iterator[Made]:
    rubric = next((each for each in desk.library.current() if each.id == order.rubric), None)
    if rubric is None:
        raise Refusal("not_yours")
    printed_lists = rounds.list_forms(rubric)
    if not printed_lists:
        raise Refusal("export_no_lists", rubric=named(rubric))
    place = place_of(order, bench.scopes)
    every = rounds.listed(desk, place, final=final)
    number = 0
    for track, form in printed_lists.items():
        found = [each for each in every if each.track == track]
        if not found:
            continue
        number += 1
        binding = final and place.whole
        lines = [_line(desk, each, form) for each in found]
        head = _head(form, bench)
        record = ListRecord(
            form=form,
            language=rubric.language,
            answers=head,
            lines=tuple(line.cells for line in lines),
            dated=from_ms(bench.now),
            quota=rounds.quota(desk, rubric, place.year, track) if binding else None,
        )
        path = bench.into / f"list-{number}.xlsx"
        path.write_bytes(forms.render_list(record))
        note = "\n".join(_noted(form, head, lines, words(order.language)))
        yield Made(path, f"{name_of(desk, order, called=_called(form))}.xlsx", note)
    if not number:
        raise Refusal("export_no_selected" if final else "export_no_recommended", period=order.period)


def _called(form: Form) -> str:
    return f"{form.annex} {form.title}" if form.annex else form.title


# --- head and foot


def _head(form: Form, bench: Bench) -> Mapping[str, str]:
    """Return what is known of the head and foot, by key."""
    today = from_ms(bench.now).astimezone(bench.paper.zone).date().isoformat()
    by = bench.by
    known = {"filled-by": by.unit, "filled-on": today if by.dated else "", "writer": by.name}
    ids = {field.id for field in form.all_fields()}
    return {f"{form.id}.{field}": said for field, said in known.items() if said and field in ids}


def _noted(form: Form, head: Mapping[str, str], lines: Sequence[_Line], say: Words) -> Iterator[str]:
    """Yield what is to be written by hand, and what is to be looked at, before the list is handed in."""
    open_ = tuple(_label(each, say) for each in form.all_fields() if key_of(form, each) not in head)
    if open_:
        yield say("export.list_blank", fields=open_)
    for column in (each for group in form.groups for each in group.columns if each.id != _SERIAL):
        empty = [line for line in lines if not line.cells[column.id]]
        if empty:
            label, studios = _label(column, say), _some(empty, say)
            yield say("export.list_empty", column=label, count=len(empty), studios=studios)
        filed = [line for line in lines if line.filed == column.id]
        if filed:
            yield say("export.list_filed", column=_label(column, say), studios=_some(filed, say))


def _label(field: Field, say: Words) -> str:
    english = say("language.code") == "en"
    return field.label_en if english and field.label_en else field.label


def _some(lines: Sequence[_Line], say: Words) -> tuple[str, ...]:
    """Return the first few studios: what is said of a file must stay short."""
    named = tuple(line.name for line in lines[:_NAMED])
    return (*named, say("export.list_more")) if len(lines) > _NAMED else named


# --- lines


class _Line(NamedTuple):
    """A studio on the list, and which of its cells is from the standing file."""

    name: str
    cells: Mapping[str, str]
    filed: str = ""


def _line(desk: Desk, found: Application, form: Form) -> _Line:
    """Return the line of an application: who it is, and what its own forms say to the other columns.

    Nothing in the source says that 荣誉基础 is to be copied from annex 4: where the applicant left that field open,
    what the standing file holds of the leader stands there, and is said.
    """
    rubric, answers = scheme(desk, found), desk.applications.answers(found.id)
    known = {"name": found.name, "unit": found.unit, "leader": found.leader}
    cells = {
        column.id: known.get(column.id) or _said(rubric, found, answers, column.id)
        for group in form.groups
        for column in group.columns
        if column.id != _SERIAL
    }
    honours = form_honours.of_leader(desk, found, rubric.language) if cells.get(_HONOUR) == "" else ""
    if honours:
        return _Line(found.name, {**cells, _HONOUR: honours}, _HONOUR)
    return _Line(found.name, cells)


def _said(rubric: Rubric, found: Application, answers: Mapping[str, str], column: str) -> str:
    wanted = {column, f"{_LEADER}name" if column == "leader" else _LEADER + column}
    for form in forms_of(rubric, found.track):
        for field in form.all_fields():
            if field.id in wanted:
                return printed(form, field, answers)
    return ""
