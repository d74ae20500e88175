"""Whether there is anything to export yet; each refusal says what is missing."""

from __future__ import annotations

from bot.entities import Assessment
from bot.flows.export.order import Order
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.periods import Period


def anything(desk: Desk, order: Order) -> None:
    """Refuse nothing: it can always be made."""


def signed_sheet(desk: Desk, order: Order) -> Assessment:
    """Return the newest signed official sheet of the studio, or refuse."""
    found = official_at(desk, order.studio, order.rubric, order.period)
    if found is None:
        studio = desk.studios.get(order.studio)
        raise Refusal("export_unsigned", studio=studio.name if studio else "", period=order.period)
    return found


def official_at(desk: Desk, studio: str, rubric: str, period: str) -> Assessment | None:
    """Return the newest signed official sheet at a place, of whatever kind of visit."""
    kind = Period.parse(period).kind
    at = desk.visits.signed_at(studio, rubric, period, kind)
    found = desk.visits.assessment(at) if at else None
    return found if found is not None and not found.visit.own else None


def signed(desk: Desk, order: Order) -> None:
    """Refuse where no sheet is signed."""
    if order.studio:
        signed_sheet(desk, order)


def fixes(desk: Desk, order: Order) -> None:
    """Refuse where the signed sheet opened nothing that is to be put right."""
    found = signed_sheet(desk, order)
    if not desk.fixes.of_assessment(found.id):
        raise Refusal("fix_no_notice", visit=found.visit.id)


def evidence(desk: Desk, order: Order) -> None:
    """Refuse where nothing was sent for the sheet."""
    found = signed_sheet(desk, order)
    if not desk.files.evidence_of(found.id):
        raise Refusal("export_no_evidence", studio=found.studio_name, period=order.period)
