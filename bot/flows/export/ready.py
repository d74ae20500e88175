"""Whether there is anything to export yet; each refusal says what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.changes.ballots import evidence_of
from bot.changes.fund.sums import granted_of, moves_of
from bot.entities import Assessment, Scope
from bot.flows.export import rounds
from bot.flows.export.order import Order
from bot.ports import Desk
from bot.problems import Refusal

Scopes = Sequence[Scope]
"""Where the studios lie that the person may have."""


def anything(desk: Desk, order: Order, scopes: Scopes) -> None:
    """Refuse nothing: it can always be made."""


def signed_sheet(desk: Desk, order: Order) -> Assessment:
    """Return the newest signed official sheet of the studio, or refuse."""
    there = [
        each for each in desk.visits.signed_in(order.rubric, (order.period,)) if each.studio == order.studio
    ]
    newest = max(there, key=lambda each: each.at, default=None)
    found = desk.visits.assessment(newest.assessment) if newest else None
    if found is None:
        studio = desk.studios.get(order.studio)
        raise Refusal("export_unsigned", studio=studio.name if studio else "", period=order.period)
    return found


def official_sheets(desk: Desk, order: Order, scopes: Scopes) -> tuple[Assessment, ...]:
    """Return the signed official sheets of a period within the scopes, in the order of the studios, or refuse."""
    there: dict[str, list[str]] = {}
    for each in desk.visits.signed_in(order.rubric, (order.period,)):
        there.setdefault(each.studio, []).append(each.assessment)
    wanted = (sheet for studio in desk.studios.covered(scopes) for sheet in there.get(studio.id, ()))
    found = tuple(sheet for each in wanted if (sheet := desk.visits.assessment(each)) is not None)
    if not found:
        raise Refusal("export_nothing", period=order.period)
    return found


def signed(desk: Desk, order: Order, scopes: Scopes) -> None:
    """Refuse where no sheet is signed."""
    if order.studio:
        signed_sheet(desk, order)
        return
    mine = {studio.id for studio in desk.studios.covered(scopes)}
    if not any(each.studio in mine for each in desk.visits.signed_in(order.rubric, (order.period,))):
        raise Refusal("export_nothing", period=order.period)


def fixes(desk: Desk, order: Order, scopes: Scopes) -> None:
    """Refuse where the signed sheet opened nothing that is to be put right."""
    found = signed_sheet(desk, order)
    if not desk.fixes.of_assessment(found.id):
        raise Refusal("fix_no_notice", visit=found.visit.id)


def evidence(desk: Desk, order: Order, scopes: Scopes) -> None:
    """Refuse where nothing was sent for the sheet."""
    found = signed_sheet(desk, order)
    if not evidence_of(desk, found):
        raise Refusal("export_no_evidence", studio=found.studio_name, period=order.period)


def logged(desk: Desk, order: Order, scopes: Scopes) -> None:
    """Refuse where the studio has logged nothing at all under the rubric."""
    if order.rubric not in desk.logs.rubrics(order.studio):
        studio = desk.studios.get(order.studio)
        raise Refusal("export_no_log", studio=studio.name if studio else "", period=order.period)


def funded(desk: Desk, order: Order, scopes: Scopes) -> None:
    """Refuse where nothing of the year's fund was booked or set."""
    year = int(order.period)
    if moves_of(desk, order.studio, year) or granted_of(desk, order.studio, year):
        return
    studio = desk.studios.get(order.studio)
    raise Refusal("export_no_fund", studio=studio.name if studio else "", period=order.period)


def planned(desk: Desk, order: Order, scopes: Scopes) -> None:
    """Refuse where neither a plan nor a report of the year was begun."""
    if any(each.period[:4] == order.period for each in desk.work_plans.of_studio(order.studio)):
        return
    studio = desk.studios.get(order.studio)
    raise Refusal("export_no_plan", studio=studio.name if studio else "", period=order.period)


def own_form(desk: Desk, order: Order, scopes: Scopes) -> None:
    """Refuse a form that is gone or for another rubric, and where no sheet is signed."""
    form = desk.own_forms.get(order.form)
    if form is None or form.rubric not in {"", order.rubric}:
        raise Refusal("form_gone")
    signed(desk, order, scopes)


def place_of(order: Order, scopes: Scopes) -> rounds.Place:
    """Return the round that an order is about."""
    return rounds.Place(order.rubric, int(order.period), scopes, order.track)


def recommended(desk: Desk, order: Order, scopes: Scopes) -> None:
    """Refuse where nobody is recommended yet."""
    if not rounds.listed(desk, place_of(order, scopes), final=False):
        raise Refusal("export_no_recommended", period=order.period)


def selected(desk: Desk, order: Order, scopes: Scopes) -> None:
    """Refuse where nobody is selected yet."""
    if not rounds.listed(desk, place_of(order, scopes), final=True):
        raise Refusal("export_no_selected", period=order.period)


def applied(desk: Desk, order: Order, scopes: Scopes) -> None:
    """Refuse where the studio did not apply, or nobody handed anything in."""
    if order.studio:
        found = desk.applications.get(order.application)
        if found is None or found.studio != order.studio:
            studio = desk.studios.get(order.studio)
            raise Refusal("export_no_application", studio=studio.name if studio else "", period=order.period)
    elif not any(rounds.handed_in_of(desk, place_of(order, scopes))):
        raise Refusal("export_no_applications", period=order.period)
