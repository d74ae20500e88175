"""The lists of those that were recommended, or selected by the city: one workbook for each track that has any.

The places of a year bind the city's list only. Head and foot stay open: whoever hands it in writes and seals them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from bot.changes.applying.checks import scheme
from bot.clock import from_ms
from bot.entities import Application
from bot.flows.export import rounds
from bot.flows.export.order import Order
from bot.flows.export.ready import place_of
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports.bench import Bench, Made, name_of
from exports import forms
from exports.form_records import ListRecord
from rubrics.application import forms_of
from rubrics.form_sums import printed
from rubrics.forms import Form
from rubrics.model import Rubric

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
    place = place_of(order, bench.scopes)
    every = rounds.listed(desk, place, final=final)
    number = 0
    for track, form in rounds.list_forms(rubric).items():
        found = [each for each in every if each.track == track]
        if not found:
            continue
        number += 1
        binding = final and place.whole
        record = ListRecord(
            form=form,
            language=rubric.language,
            answers={},
            lines=tuple(_line(desk, each, form) for each in found),
            dated=from_ms(bench.now),
            quota=rounds.quota(desk, rubric, place.year, track) if binding else None,
        )
        path = bench.into / f"list-{number}.xlsx"
        path.write_bytes(forms.render_list(record))
        yield Made(path, f"{name_of(desk, order, called=_called(form))}.xlsx")
    if not number:
        raise Refusal("export_no_selected" if final else "export_no_recommended", period=order.period)


def _called(form: Form) -> str:
    return f"{form.annex} {form.title}" if form.annex else form.title


def _line(desk: Desk, found: Application, form: Form) -> Mapping[str, str]:
    """Return the line of an application: who it is, and what its own forms say to the other columns."""
    rubric, answers = scheme(desk, found), desk.applications.answers(found.id)
    known = {"name": found.name, "unit": found.unit, "leader": found.leader}
    return {
        column.id: known.get(column.id) or _said(rubric, found, answers, column.id)
        for group in form.groups
        for column in group.columns
        if column.id != "no"
    }


def _said(rubric: Rubric, found: Application, answers: Mapping[str, str], column: str) -> str:
    wanted = {column, f"{_LEADER}name" if column == "leader" else _LEADER + column}
    for form in forms_of(rubric, found.track):
        for field in form.all_fields():
            if field.id in wanted:
                return printed(form, field, answers)
    return ""
