"""A coordinator's own workbook, filled with the figures of signed sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bot.entities import Assessment, OwnForm
from bot.flows.export.order import Order
from bot.flows.export.ready import official_sheets, signed_sheet
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports import score_sheet
from bot.reports.bench import Bench, Made, name_of, zipped
from bot.reports.score_sheet import Paper
from exports.form_values import Values
from exports.own_form import Form


def draw(desk: Desk, order: Order, bench: Bench) -> Iterable[Made]:
    """Fill a form for one studio, or for every signed sheet of a period."""
    kept = desk.own_forms.get(order.form)
    if kept is None:
        raise Refusal("form_gone")
    fill = filler(kept, bench)
    if order.studio:
        found = signed_sheet(desk, order)
        path = bench.into / "filled.xlsx"
        path.write_bytes(fill(desk, found))
        return (Made(path, f"{_called(desk, order, kept, found)}.xlsx"),)
    name = name_of(desk, order, form=_stem(kept))
    return zipped(bench, order, name, _all(desk, order, bench, kept, fill))


def _all(
    desk: Desk, order: Order, bench: Bench, kept: OwnForm, fill: Callable[[Desk, Assessment], bytes]
) -> Iterator[tuple[str, bytes]]:
    sheets = official_sheets(desk, order, bench.scopes)
    for count, found in enumerate(sheets, 1):
        yield f"{_called(desk, order, kept, found)}.xlsx", fill(desk, found)
        bench.said(count, len(sheets))


def filler(kept: OwnForm, bench: Bench) -> Callable[[Desk, Assessment], bytes]:
    """Return a function that fills a form for a sheet; the form is looked through once."""
    with bench.open(kept.sha256) as stored:
        form = Form(stored.read())

    def fill(desk: Desk, found: Assessment) -> bytes:
        record = score_sheet.record(desk, found, bench.paper)
        return form.fill(Values(record), record.rubric)

    return fill


def fill_file(data: bytes, desk: Desk, found: Assessment, paper: Paper) -> bytes:
    """Return a workbook filled for one sheet, whoever's it is."""
    record = score_sheet.record(desk, found, paper)
    return Form(data).fill(Values(record), record.rubric)


def _called(desk: Desk, order: Order, kept: OwnForm, found: Assessment) -> str:
    return name_of(desk, order, found.studio, form=_stem(kept))


def _stem(kept: OwnForm) -> str:
    return kept.name.rpartition(".")[0] or kept.name
