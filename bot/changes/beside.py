"""Which self-assessment (自查) stands beside an official one: the studio's own of the same rubric, period and form.

It counts nowhere; it is only shown.
"""

from __future__ import annotations

from bot.changes.visit_forms import self_kind_beside
from bot.entities import Assessment
from bot.entities.visit import SignedSheet
from bot.ports import Desk


def handed_in(desk: Desk, found: Assessment) -> SignedSheet | None:
    """Return the self-assessment beside an official one, if it is handed in.

    What comes after the official signature stands beside nothing: a signed sheet never changes.
    """
    visit = found.visit
    if visit.own:
        return None
    return timely(
        found, desk.visits.signed_sheet(visit.studio, visit.rubric, visit.period, self_kind_beside(visit))
    )


def timely(found: Assessment, sheet: SignedSheet | None) -> SignedSheet | None:
    """Return a self-assessment unless it came after the official signature."""
    late = sheet is not None and found.state == "signed" and sheet.at > found.signatures[-1].at
    return None if late else sheet
