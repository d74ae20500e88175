"""What the signed sheet of an inspection says of an applicant: 实地考核 as a visit of that kind.

A sheet of conditions gives no points, and none are made up: whoever selects puts such applicants in order by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.changes.applications.contest import CONDITIONS
from bot.changes.ballots import sheet_of
from bot.changes.official import official
from bot.changes.scored import rubric_of
from bot.changes.visit_forms import form_of
from bot.entities import Application, Assessment
from bot.ports import Desk
from rubrics.application import inspections
from rubrics.points import show


@dataclass(frozen=True, slots=True)
class Inspected:
    """A signed sheet as it counts for an application."""

    assessment: Assessment
    total: Decimal | None
    """With granted appeals; None where the sheet has conditions only."""
    met: int
    """Conditions that hold, of so many that apply."""
    of: int
    unmet: tuple[str, ...]
    """Numbers of the conditions that must hold and do not, and of facts that fail the whole."""

    @property
    def value(self) -> str:
        """What the step of the visit says: the points; `met/of` where the sheet has conditions only and gives none."""
        if self.total is not None:
            return show(self.total)
        return f"{self.met}{CONDITIONS}{self.of}" if self.of else ""


def inspected(desk: Desk, found: Application) -> Inspected | None:
    """Return the newest signed official sheet on which it was examined in its year, if there is one."""
    studio = desk.studios.get(found.studio)
    if found.matter != "name" or studio is None:
        return None
    year = f"{found.year:04}"
    for one in sorted(official(desk, found.rubric, (year,), (studio,)), key=lambda each: -each.signed):
        assessment = desk.visits.assessment(one.assessment)
        if assessment is None:
            continue
        rubric = rubric_of(desk, assessment)
        forms = {form.id: form for form in inspections(rubric, found.track)}
        form = forms.get(form_of(rubric, assessment) or "")
        if form is None:
            continue
        sheet = sheet_of(desk, assessment)
        scored = any(section.no in form.sections for section in rubric.sections)
        applying = [gate for gate in sheet.gates if gate.state != "na"]
        unmet = [gate.no for gate in sheet.gates if gate.blocks]
        unmet += [veto.no for veto in sheet.vetoes if veto.scope == "sheet"]
        met = sum(gate.state == "met" for gate in applying)
        return Inspected(assessment, one.total if scored else None, met, len(applying), tuple(unmet))
    return None
