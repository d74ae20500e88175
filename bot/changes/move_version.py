"""An open assessment took over a newer version of its rubric: its marks mean what they meant, and are counted anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from bot.changes.ballots import panel_of
from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.reopened import never_signed
from bot.changes.sign import sheet_of
from bot.changes.visit_forms import form_of
from bot.entities import Assessment, Campaign
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.common import asked
from rubrics.effective import effective
from rubrics.marks import ItemMarks
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.points import show
from rubrics.refit import Frame, Misfit, refit
from rubrics.scoring import score


@dataclass(frozen=True, slots=True)
class Carried:
    """An assessment as it would stand under another version."""

    marks: Mapping[str, ItemMarks]
    misfits: tuple[Misfit, ...]
    before: Decimal
    after: Decimal
    """Totals."""


class MoveVersion(Change):
    """Give an open assessment to a newer version of its rubric, if everything that was entered fits."""

    name: ClassVar[str] = "move_version"

    assessment: str
    version: int

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators whose scope covers the studio; nothing signed, nothing that does not fit, nothing backwards."""
        found = never_signed(open_assessment(desk, self.assessment, moment, "rule"))
        if panel_of(desk, found) is not None:
            raise Refusal("panel_alone")
        known = {version for version, _ in desk.library.versions(found.visit.rubric)}
        if self.version not in known or self.version <= found.visit.version:
            raise Refusal("draft_gone")
        if carried(desk, found, desk.library.get(found.visit.rubric, self.version)).misfits:
            raise Refusal("move_misfit", studio=found.studio_name)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the version, the campaign and the marks whose rules have other letters now."""
        found = open_assessment(desk, self.assessment, moment, "rule")
        new = desk.library.get(found.visit.rubric, self.version)
        moved = carried(desk, found, new)
        before = desk.marks.of(found.id).marks
        desk.visits.move(found.visit.id, _campaign(desk, found, new, moment).id, new.version)
        for item, marks in moved.marks.items():
            if marks != before[item]:
                desk.marks.put(found.id, item, marks, moment.now)
        return Told(
            found.visit.id,
            {
                "assessment": found.id,
                "before": found.visit.version,
                "after": new.version,
                "fingerprint": new.fingerprint,
                "totals": [show(moved.before), show(moved.after)],
            },
        )


def carried(desk: Desk, found: Assessment, new: Rubric) -> Carried:
    """Return an open assessment as it would stand under a newer version; nothing is written."""
    marks = desk.marks.of(found.id).marks
    rulings = _rulings(desk, found, new)
    period = Period.parse(found.visit.period)
    tree = effective(new, rulings)
    beside = {piece.item for piece in desk.files.evidence_of(found.id)}
    beside |= {note.item for note in desk.files.notes_of(found.id)}
    old = effective(desk.library.get(found.visit.rubric, found.visit.version), found.rulings)
    # A form that follows from the period follows from it in the new version too.
    form = found.visit.kind if old.sheet(found.visit.kind) else None
    frame = Frame(old, tree, period, rulings, found.variant, form)
    fitted = refit(frame, marks, beside)
    after = score(
        tree, fitted.marks, period=period, rulings=rulings, variant=found.variant, form=form_of(tree, found)
    )
    return Carried(fitted.marks, fitted.misfits, sheet_of(desk, found).total, after.total)


def _rulings(desk: Desk, found: Assessment, new: Rubric) -> dict[str, str]:
    """Return the rulings under the new version: its campaign's, else what was decided here, else as shipped."""
    known = desk.visits.campaign(new.id, new.version, _year(found), "")
    if known is not None:
        return known.rulings
    decided = {ruling: answer for ruling, answer in found.rulings.items() if ruling not in set(found.assumed)}
    rulings: dict[str, str] = {}
    own = {ruling.id for ruling in new.rulings}
    for ruling in asked(new):
        answer = decided.get(ruling.id)
        shipped = ruling.shipped if ruling.id in own else None
        kept = answer if answer is not None and ruling.settled(answer) else shipped
        if kept is not None:
            rulings[ruling.id] = kept
    return rulings


def _campaign(desk: Desk, found: Assessment, new: Rubric, moment: Moment) -> Campaign:
    """Return the campaign of the new version in the same year; decisions that still have a place are kept."""
    known = desk.visits.campaign(new.id, new.version, _year(found), "")
    if known is not None:
        return known
    rulings = _rulings(desk, found, new)
    decided = {
        each.id
        for each in asked(new)
        if each.id in found.rulings
        and each.id not in found.assumed
        and rulings.get(each.id) == found.rulings[each.id]
    }
    made = Campaign(
        id=moment.mint(),
        rubric=new.id,
        version=new.version,
        year=_year(found),
        rulings=rulings,
        assumed=tuple(each for each in rulings if each not in decided),
    )
    desk.visits.add_campaign(made)
    return made


def _year(found: Assessment) -> int:
    return Period.parse(found.visit.period).end.year
