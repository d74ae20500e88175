"""How each kind of export is drawn, in one visible list under the ids of `bot.flows.export.kinds`.

A drawer (`bot.reports.bench.Draw`) reads the desk and writes finished files; one from a function that returns bytes
is `single(ending, render)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from bot.flows.export.order import Order
from bot.flows.export.ready import official_sheets, signed_sheet
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports import (
    archive,
    form_lists,
    form_packages,
    forms,
    fund,
    history,
    ledger,
    notices,
    own_form,
    plans,
    rectification,
    score_sheet,
    summary,
)
from bot.reports.bench import Bench, Draw, Made, name_of, single, zipped
from bot.reports.papers import Asked
from rubrics.periods import Period


def _sheet(desk: Desk, order: Order, bench: Bench) -> Iterable[Made]:
    """Draw the sheet of a studio, or those of a period as packages."""
    if not order.studio:
        return zipped(bench, order, name_of(desk, order), _sheets(desk, order, bench))
    return single("xlsx", _one_sheet)(desk, order, bench)


def _one_sheet(desk: Desk, order: Order, bench: Bench) -> bytes:
    return score_sheet.render(desk, signed_sheet(desk, order), bench.paper)


def _sheets(desk: Desk, order: Order, bench: Bench) -> Iterator[tuple[str, bytes]]:
    sheets = official_sheets(desk, order, bench.scopes)
    for count, found in enumerate(sheets, 1):
        yield f"{name_of(desk, order, found.studio)}.xlsx", score_sheet.render(desk, found, bench.paper)
        bench.said(count, len(sheets))


def _rectification(desk: Desk, order: Order, bench: Bench) -> bytes:
    return rectification.render(desk, signed_sheet(desk, order), bench.paper)


def _ledger(desk: Desk, order: Order, bench: Bench) -> bytes:
    studio = desk.studios.get(order.studio)
    scheme = next((each for each in desk.library.current() if each.id == order.rubric), None)
    if studio is None or scheme is None:
        raise Refusal("not_yours")
    return ledger.render(desk, studio, scheme, Period.parse(order.period), bench.now, bench.paper)


def _fund(desk: Desk, order: Order, bench: Bench) -> bytes:
    studio = desk.studios.get(order.studio)
    if studio is None:
        raise Refusal("not_yours")
    return fund.render(desk, studio, int(order.period), order.language, bench.now, bench.paper)


def _plan(desk: Desk, order: Order, bench: Bench) -> bytes:
    studio = desk.studios.get(order.studio)
    if studio is None:
        raise Refusal("not_yours")
    return plans.render(desk, studio, int(order.period), order.language, bench.now, bench.paper)


def _history(desk: Desk, order: Order, bench: Bench) -> bytes:
    return history.render(desk, signed_sheet(desk, order), bench.now, bench.paper)


Paper = Callable[[Desk, Asked, int, score_sheet.Paper], bytes]


def _about_all(render: Paper) -> Callable[[Desk, Order, Bench], bytes]:
    """Return a paper about all studios that whoever asks may have."""
    return lambda desk, order, bench: render(desk, _asked(order, bench), bench.now, bench.paper)


def _asked(order: Order, bench: Bench) -> Asked:
    return Asked(order.rubric, Period.parse(order.period), bench.scopes)


def _payout(desk: Desk, order: Order, bench: Bench) -> Iterator[Made]:
    """Write what is paid out as Word and as Excel."""
    for ending in ("docx", "xlsx"):
        render = partial(notices.render_payout, workbook=ending == "xlsx")
        yield from single(ending, _about_all(render))(desk, order, bench)


DRAWERS: Final[dict[str, Draw]] = {
    "sheet": _sheet,
    "rectification": single("docx", _rectification),
    "ledger": single("xlsx", _ledger),
    "fund": single("xlsx", _fund),
    "plan": single("xlsx", _plan),
    "evidence": archive.draw,
    "history": single("xlsx", _history),
    "summary": single("xlsx", _about_all(summary.render)),
    "bulletin": single("docx", _about_all(notices.render_bulletin)),
    "payout": _payout,
    "annual": single("docx", _about_all(notices.render_annual)),
    "recommendation": form_lists.draw,
    "selection": form_lists.draw_final,
    "application": form_packages.draw,
    "forms": forms.draw,
    "own-form": own_form.draw,
}
"""Kind -> how it is drawn."""
