"""Score a set of marks: the only way to a number.

A score is computed, never accumulated: the sheet depends only on rubric, marks, period and rulings. One item
is scored by `rubrics.tally`; here items become sections and totals.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from rubrics.force import Rulings, complete
from rubrics.marks import EMPTY, Marks
from rubrics.model import Rubric, Section
from rubrics.periods import Period
from rubrics.points import ZERO
from rubrics.sheet import ItemResult, RuleResult, SectionResult, Sheet, Term
from rubrics.tally import ItemPlan

__all__ = ["ItemResult", "RuleResult", "SectionResult", "Sheet", "Term", "score"]

_PLANS_KEPT: Final = 64


class _Plan:
    """What can be said of a rubric, a period and rulings before any marks are known."""

    __slots__ = ("bonus", "needs_decision", "rulings", "sections")

    def __init__(self, rubric: Rubric, period: Period | None, rulings: Mapping[str, str] | None) -> None:
        self.rulings = rulings
        self.sections = tuple((section, _plans(section, period, rulings)) for section in rubric.sections)
        self.bonus = _plans(rubric.bonus, period, rulings) if rubric.bonus else ()
        self.needs_decision = rulings is not None and any(
            not ruling.settled(rulings.get(ruling.id)) for ruling in rubric.rulings
        )


def _plans(section: Section, period: Period | None, rulings: Rulings | None) -> tuple[ItemPlan, ...]:
    return tuple(ItemPlan(item, period, rulings) for item in section.items)


_plans_made: dict[tuple[str, Period | None, tuple[tuple[str, str], ...] | None], _Plan] = {}


def _plan(rubric: Rubric, period: Period | None, rulings: Rulings | None) -> _Plan:
    key = (rubric.fingerprint, period, None if rulings is None else tuple(sorted(rulings.items())))
    plan = _plans_made.get(key)
    if plan is None:
        if len(_plans_made) >= _PLANS_KEPT:
            _plans_made.clear()
        plan = _plans_made[key] = _Plan(rubric, period, complete(rubric, rulings))
    return plan


def score(
    rubric: Rubric,
    marks: Marks,
    *,
    period: Period | None = None,
    rulings: Rulings | None = None,
    variant: str | None = None,
) -> Sheet:
    """Return the sheet of these marks.

    Without a period every rule counts; without rulings (no campaign) ruled rules are rules like any other.
    """
    plan = _plan(rubric, period, rulings)
    sections: list[SectionResult] = []
    rows: list[ItemResult] = []
    for section, items in plan.sections:
        results = [item.result(marks.get(item.no, EMPTY)) for item in items]
        sections.append(_section(section, results))
        rows += results
    bonus = tuple(item.result(marks.get(item.no, EMPTY)) for item in plan.bonus)
    total, open_ = ZERO, ZERO
    for section_result in sections:
        total += section_result.score
    for row in rows:
        if row.state == "untouched":
            open_ += row.attainable
    scored = sum(section_result.scored for section_result in sections)
    return Sheet(
        rubric=rubric,
        period=period,
        rulings=plan.rulings,
        variant=variant,
        total=total,
        deducted=_sum(row.deducted for row in rows),
        bonus=_sum(row.score or ZERO for row in bonus),
        provisional=scored < len(rows),
        reachable=total + open_,
        scored=scored,
        count=len(rows),
        needs_decision=plan.needs_decision,
        sections=tuple(sections),
        items=tuple(rows),
        bonus_items=bonus,
    )


def _section(section: Section, rows: list[ItemResult]) -> SectionResult:
    total, points, scored = ZERO, section.points, 0
    for row in rows:
        if row.state != "untouched":
            scored += 1
        if row.score is not None:
            total += row.score
        elif row.state == "na":
            points -= row.points
    return SectionResult(section.no, section.title, total, points, scored, len(rows))


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)
