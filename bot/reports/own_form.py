"""A coordinator's own workbook, filled with the figures of signed sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.entities import Assessment
from bot.flows.export.order import Order
from bot.flows.export.ready import official_sheets, signed_sheet
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports import score_sheet
from bot.reports.bench import Bench, Made, name_of, zipped
from exports.form_values import Values
from exports.own_form import Form, NotAForm
from rubrics import form_marks
from rubrics.model import Rubric
from rubrics.problems import Refused, problem


def draw(desk: Desk, order: Order, bench: Bench) -> Iterable[Made]:
    """Fill a form that is kept for one studio, or for every signed sheet of a period."""
    kept = desk.own_forms.get(order.form)
    if kept is None:
        raise Refusal("form_gone")
    with bench.open(kept.sha256) as stored:
        filler = Filler(Form(stored.read()), kept.name, bench)
    return (
        filler.every(desk, order)
        if not order.studio
        else (filler.one(desk, order, signed_sheet(desk, order)),)
    )


class Filler:
    """A form that is filled for one sheet after the other; it was looked through once."""

    def __init__(self, form: Form, name: str, bench: Bench) -> None:
        """Take the form, its file's name and where filled ones go."""
        self._form = form
        self._stem = name.rpartition(".")[0] or name
        self._bench = bench

    def fill(self, desk: Desk, found: Assessment) -> bytes:
        """Return the form filled for one sheet."""
        record = score_sheet.record(desk, found, self._bench.paper)
        return self._form.fill(Values(record), record.rubric)

    def one(self, desk: Desk, order: Order, found: Assessment) -> Made:
        """Fill the form for one sheet."""
        path = self._bench.into / "filled.xlsx"
        path.write_bytes(self.fill(desk, found))
        return Made(path, self._named(desk, order, found))

    def every(self, desk: Desk, order: Order) -> tuple[Made, ...]:
        """Fill the form for every signed sheet of a period."""
        name = name_of(desk, order, form=self._stem)
        return zipped(self._bench, order, name, self._all(desk, order))

    def _all(self, desk: Desk, order: Order) -> Iterator[tuple[str, bytes]]:
        sheets = official_sheets(desk, order, self._bench.scopes)
        for count, found in enumerate(sheets, 1):
            yield self._named(desk, order, found), self.fill(desk, found)
            self._bench.said(count, len(sheets))

    def _named(self, desk: Desk, order: Order, found: Assessment) -> str:
        return f"{name_of(desk, order, found.studio, form=self._stem)}.xlsx"


def problems(data: bytes, rubric: Rubric) -> tuple[form_marks.Trouble, ...]:
    """Return everything that is wrong with a workbook as a form for a rubric; refuses what is no form."""
    form = open_form(data)
    return (*form.troubles, *form_marks.check(form.found, rubric))


def open_form(data: bytes) -> Form:
    """Return a workbook as a form, or refuse it."""
    try:
        return Form(data)
    except NotAForm as error:
        raise Refused(problem(error.code)) from error
