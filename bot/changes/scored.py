"""One set of marks as a sheet: the published version under its campaign's rulings, for its period, type and form."""

from __future__ import annotations

from bot.changes.visit_forms import form_of
from bot.entities import Assessment
from bot.ports import Desk
from rubrics.effective import effective
from rubrics.marks import Marks
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.scoring import Sheet, score


def rubric_of(desk: Desk, found: Assessment) -> Rubric:
    """Return the rubric that an assessment is scored with: the published version under its campaign's rulings."""
    return effective(desk.library.get(found.visit.rubric, found.visit.version), found.rulings)


def scored(desk: Desk, found: Assessment, marks: Marks | None = None) -> Sheet:
    """Compute the sheet of an assessment from its own marks, or from others in their place."""
    rubric = rubric_of(desk, found)
    return score(
        rubric,
        desk.marks.of(found.id).marks if marks is None else marks,
        period=Period.parse(found.visit.period),
        rulings=found.rulings,
        variant=found.variant,
        form=form_of(rubric, found),
    )
