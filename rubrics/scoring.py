"""Score a set of marks: the only way to a number.

A score is computed, never accumulated: the sheet depends only on rubric, marks, period and rulings. One item
is scored by `rubrics.tally`; here items become sections and totals, by plain addition wherever that is all.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any

from rubrics.balance import Balancing, Beside
from rubrics.beside import VetoResult
from rubrics.bonus_count import counted
from rubrics.force import Rulings
from rubrics.marks import EMPTY, Marks
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.plan import Plan, SectionPlan, plan_of
from rubrics.points import ZERO
from rubrics.sheet import Beyond, ItemResult, RuleResult, SectionResult, Sheet, Term
from rubrics.tally import ItemPlan
from rubrics.wipes import Wipes

__all__ = ["ItemResult", "RuleResult", "SectionResult", "Sheet", "Term", "score"]


def score(
    rubric: Rubric,
    marks: Marks,
    *,
    period: Period | None = None,
    rulings: Rulings | None = None,
    variant: str | None = None,
    form: str | None = None,
) -> Sheet:
    """Return the sheet of these marks.

    Without a period every rule counts; without rulings (no campaign) ruled rules are rules like any other; without
    a form every section is computed, and gates keep the total open only where there is nothing else.
    """
    plan = plan_of(rubric, period, rulings, variant, form)
    groups = [_rows(section.items, marks) for section in plan.sections]
    bonus = _rows(plan.bonus, marks)
    figures = _figures(plan, marks, groups, bonus)
    rows = figures.pop("rows")
    gates = tuple([gate.result(marks.get(gate.no, EMPTY)) for gate in plan.gates])
    looked_at = sum([section.scored for section in figures["sections"]])
    count = len(rows)
    if plan.gates_count:
        looked_at += sum([gate.state != "untouched" for gate in gates])
        count += len(gates)
    return Sheet(
        rubric=rubric,
        period=period,
        rulings=plan.rulings,
        variant=variant,
        provisional=looked_at < count,
        scored=looked_at,
        count=count,
        needs_decision=plan.needs_decision,
        items=tuple(rows),
        form=form,
        gates=gates,
        **figures,
    )


Rows = list[ItemResult]
Figures = dict[str, Any]
"""Fields of the sheet, and the `rows` as they are in the end."""


def _rows(items: Iterable[ItemPlan], marks: Marks) -> Rows:
    return [item.result(marks.get(item.no, EMPTY)) for item in items]


def _figures(plan: Plan, marks: Marks, groups: list[Rows], bonus: Rows) -> Figures:
    """Add up, and balance only where adding up is not all there is."""
    beside: Figures = {}
    if plan.reaching:
        vetoes = _rows(plan.vetoes, marks)
        penalties = _rows(plan.penalties, marks)
        effects = [one for row in chain(*groups, bonus, penalties, vetoes) for one in row.beyond]
        beside = {"veto_items": tuple(vetoes), "vetoes": _vetoes(effects)}
        if effects:
            return beside | _balanced(plan, groups, bonus, penalties, effects)
    if not plan.plain:
        return beside | _balanced(plan, groups, bonus, _rows(plan.penalties, marks), ())
    return beside | _added(plan, groups, bonus)


def _added(plan: Plan, groups: list[Rows], bonus: Rows) -> Figures:
    """The sum of all rows: nothing reaches beyond its own."""
    sections = tuple([_section(section, rows) for section, rows in zip(plan.sections, groups, strict=True)])
    rows = [row for group in groups for row in group]
    total, open_ = ZERO, ZERO
    for section in sections:
        total += section.score
    for row in rows:
        if row.state == "untouched":
            open_ += row.attainable
    return {
        "rows": rows,
        "total": total,
        "deducted": _sum(row.deducted for row in rows),
        "reachable": total + open_,
        "bonus": _sum(row.score or ZERO for row in bonus),
        "sections": sections,
        "bonus_items": tuple(bonus),
    }


def _section(plan: SectionPlan, rows: Rows) -> SectionResult:
    total, points, scored = ZERO, plan.points, 0
    for row in rows:
        if row.state != "untouched":
            scored += 1
        if row.score is not None:
            total += row.score
        elif row.state == "na":
            points -= row.points
    section = plan.section
    return SectionResult(section.no, section.title, total, points, scored, len(rows), None, total)


def _balanced(
    plan: Plan, groups: list[Rows], bonus: Rows, penalties: Rows, effects: Sequence[Beyond]
) -> Figures:
    """The same where rows reach beyond themselves, or more than adding up makes the total."""
    section = plan.rubric.bonus
    if wipes := Wipes(effects):
        groups = [wipes.apply(rows, scored=True) for rows in groups]
        bonus = wipes.apply(bonus, scored=section is not None and section.counted)
        penalties = wipes.apply(penalties, scored=False)
    adding = counted(section, bonus) if section else ()
    rows = [row for group in groups for row in group]
    balancing = Balancing(plan, groups, Beside(tuple(effects), adding, tuple(penalties)))
    made = balancing.made()
    open_ = any(row.state == "untouched" for row in rows)
    return {
        "rows": rows,
        "total": made.total,
        "reachable": balancing.made(reach=True).total if open_ else made.total,
        "deducted": made.deducted,
        "bonus": _sum(one.points for one in adding),
        "sections": made.sections,
        "bonus_items": tuple(bonus),
        "penalty": -_sum(row.score or ZERO for row in penalties),
        "penalty_items": tuple(penalties),
        "adjustments": made.adjustments,
        "fraction": made.exact,
    }


def _vetoes(effects: Iterable[Beyond]) -> tuple[VetoResult, ...]:
    return tuple(
        VetoResult(one.no, one.letter, one.label, one.quote, one.scope)
        for one in effects
        if one.kind == "veto"
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)
