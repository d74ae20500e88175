"""Which form of the sheet a visit has: the one that was chosen, else the only one made for its kind of period.

The kind of a visit is the kind of its period, or the id of a form that had to be chosen; a self-assessment has a kind
of its own that names the form behind it.
"""

from __future__ import annotations

from bot.entities import Assessment, Visit
from bot.entities.visit import SELF
from rubrics.model import Rubric
from rubrics.periods import Kind, Period
from rubrics.sheet_forms import SheetForm


def default_form(rubric: Rubric, kind: Kind) -> SheetForm | None:
    """Return the form that needs no choice: the only one of all, or the only one made for this kind of period."""
    if len(rubric.sheets) == 1:
        return rubric.sheets[0] if kind in kinds_of(rubric, rubric.sheets[0]) else None
    made_for_it = [form for form in rubric.sheets if kind in form.periods]
    return made_for_it[0] if len(made_for_it) == 1 else None


def kinds_of(rubric: Rubric, form: SheetForm | None) -> tuple[Kind, ...]:
    """Return the kinds of period that a form is for."""
    if form is None:
        return rubric.periods
    return tuple(kind for kind in rubric.periods if not form.periods or kind in form.periods)


def chosen_forms(rubric: Rubric) -> tuple[SheetForm, ...]:
    """Return the forms that somebody has to choose: those that no period brings along."""
    brought = {found.id for kind in rubric.periods if (found := default_form(rubric, kind))}
    return tuple(form for form in rubric.sheets if form.id not in brought)


def form_of(rubric: Rubric, found: Assessment) -> str | None:
    """Return the form of the sheet that an assessment has, None where the rubric tells none apart."""
    form = rubric.sheet(found.visit.form) or default_form(rubric, Period.parse(found.visit.period).kind)
    return form.id if form else None


def self_kind(form: str | None) -> str:
    """Return the kind of a self-assessment with the form that had to be chosen, if any."""
    return f"{SELF}:{form}" if form else SELF


def self_kind_beside(visit: Visit) -> str:
    """Return the kind of the self-assessment that stands beside an official visit."""
    kind = visit.form if visit.blind else visit.kind
    return self_kind(None if kind == Period.parse(visit.period).kind else kind)


def official_kind(visit: Visit) -> str:
    """Return the kind of the official visit beside which a self-assessment stands."""
    return Period.parse(visit.period).kind if visit.kind == SELF else visit.form
