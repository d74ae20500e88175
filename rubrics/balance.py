"""From rows to the total where more than adding up is asked for; every step is kept exactly and said.

The order is the scheme's business nowhere and therefore the same everywhere: within a section its rows, factors,
extra deductions, floor and weight; then all sections, what does not apply, factors, extra deductions, counted
bonus with the highest total as its cap, penalties, floor, and one rounding.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from rubrics.beside import Adjustment
from rubrics.bonus_count import Counted
from rubrics.ledger import Ledger
from rubrics.numbering import item_key
from rubrics.plan import Plan, SectionPlan
from rubrics.points import ZERO, show
from rubrics.rounding import UNSAID, decimal
from rubrics.sheet import Beyond, ItemResult, SectionResult


@dataclass(frozen=True, slots=True)
class Beside:
    """What is not in the rows of the table: effects that reach out of a row, bonus, penalties."""

    effects: tuple[Beyond, ...]
    bonus: tuple[Counted, ...]
    penalties: tuple[ItemResult, ...]

    def found(self, kind: str, scope: str) -> tuple[Beyond, ...]:
        """Return the effects of a kind on a scope."""
        return tuple(one for one in self.effects if one.kind == kind and one.scope == scope)


@dataclass(frozen=True, slots=True)
class Balance:
    """The sections, the steps from their sum to the total, and the total before and after its one rounding."""

    sections: tuple[SectionResult, ...]
    deducted: Decimal
    adjustments: tuple[Adjustment, ...]
    exact: Fraction
    total: Decimal


class _Part(NamedTuple):
    """A section with its exact score, and what its rows lost of it."""

    exact: Fraction
    lost: Fraction
    result: SectionResult


class Balancing:
    """Adds up one sheet, as it is or as it would be with every open row at its highest."""

    def __init__(self, plan: Plan, groups: Sequence[Sequence[ItemResult]], beside: Beside) -> None:
        self._plan, self._groups, self._beside = plan, groups, beside
        self._rubric = plan.rubric

    def made(self, *, reach: bool = False) -> Balance:
        """Return the sum; `reach` takes open rows at their highest."""
        parts = [
            self._section(section, rows, reach=reach)
            for section, rows in zip(self._plan.sections, self._groups, strict=True)
        ]
        ledger = Ledger(sum((part.exact for part in parts), Fraction(0)), self._rubric.rounding)
        lost = ledger.shown(sum((part.lost for part in parts), Fraction(0)))
        self._rescale(ledger)
        self._beyond(ledger, "total")
        self._bonus(ledger)
        for row in self._beside.penalties:
            if row.score:
                ledger.add("penalty", Fraction(row.score), row.no, _letters(row), row.item.title)
        if self._rubric.total_below_zero != "allowed":
            ledger.floor()
        sections = tuple(part.result for part in parts)
        return Balance(sections, lost, *self._rounded(ledger, sections))

    def _section(self, plan: SectionPlan, rows: Sequence[ItemResult], *, reach: bool) -> _Part:
        section = plan.section
        left_out = sum((row.points for row in rows if _left_out(row)), ZERO)
        earned = sum((_points(row, reach=reach) for row in rows), ZERO)
        ledger = Ledger(Fraction(earned), self._rubric.rounding)
        self._beyond(ledger, "section", section.no)
        if section.below_zero != "allowed":
            ledger.floor()
        share, rate = plan.share, Fraction(1)
        if share is not None:
            of = plan.points - (left_out if self._rubric.rescale else ZERO)
            rate = share / Fraction(of) if of else Fraction(0)
        scored = sum(row.state != "untouched" for row in rows)
        result = SectionResult(
            section.no,
            section.title,
            ledger.shown(ledger.exact * rate),
            plan.points - left_out,
            scored,
            len(rows),
            None if share is None else ledger.shown(share),
            ledger.shown(ledger.exact),
            tuple(ledger.steps),
        )
        lost = sum((Fraction(row.deducted) for row in rows if row.deducted), Fraction(0))
        return _Part(ledger.exact * rate, lost * rate, result)

    def _beyond(self, ledger: Ledger, scope: str, section: int | None = None) -> None:
        """Factors first, then what is taken beside the rows."""
        for factor in self._beside.found("multiplier", scope):
            if section in {None, item_key(factor.no)[0]}:
                ledger.multiply(factor)
        for extra in self._beside.found("extra", scope):
            if section in {None, item_key(extra.no)[0]}:
                ledger.take(extra)

    def _rescale(self, ledger: Ledger) -> None:
        """Divide by what applies; a section with a weight has done that for itself unless nothing of it applies."""
        if not self._rubric.rescale:
            return
        whole, applies = ZERO, ZERO
        for plan, rows in zip(self._plan.sections, self._groups, strict=True):
            left_out = sum((row.points for row in rows if _left_out(row)), ZERO)
            weight = plan.section.weight
            whole += plan.points if weight is None else weight
            applies += (
                plan.points - left_out if weight is None else weight if plan.points > left_out else ZERO
            )
        if applies and applies != whole:
            by = ledger.exact * Fraction(whole) / Fraction(applies) - ledger.exact
            ledger.add("rescale", by, "", "", f"×{show(whole)}/{show(applies)}")

    def _bonus(self, ledger: Ledger) -> None:
        section = self._rubric.bonus
        if section is None or not section.counted:
            return
        before = ledger.exact
        for one in self._beside.bonus:
            if one.row is None:
                ledger.add("cap", Fraction(one.points), "", "", one.label)
            else:
                ledger.add("bonus", Fraction(one.points), one.row.no, _letters(one.row), one.label)
        if not section.above:
            most = self._plan.most
            ledger.cap(max(Fraction(most), before), f"≤ {show(most)}")

    def _rounded(
        self, ledger: Ledger, sections: Iterable[SectionResult]
    ) -> tuple[tuple[Adjustment, ...], Fraction, Decimal]:
        """Round once; what the shown steps differ from the shown total by is shown too."""
        said = self._rubric.rounding
        ends = None if said else decimal(ledger.exact)
        total = self._on_its_side(ledger.exact, (said or UNSAID).of(ledger.exact)) if ends is None else ends
        shown = sum((one.score for one in sections), ZERO) + sum((one.points for one in ledger.steps), ZERO)
        steps = list(ledger.steps)
        if total != shown:
            steps.append(Adjustment("rounding", total - shown))
        return tuple(steps), ledger.exact, total

    def _on_its_side(self, exact: Fraction, rounded: Decimal) -> Decimal:
        """The rounded total, unless it would stand across a line that decides about money."""
        rules, period = self._rubric.outcomes, self._plan.period
        if rules is None:
            return rounded
        scales = [one for one in rules.scales if period is None or one.period == period.kind]
        return scales[0].shown(exact, rounded) if len(scales) == 1 else rounded


def _left_out(row: ItemResult) -> bool:
    return row.state == "na" and row.score is None


def _points(row: ItemResult, *, reach: bool) -> Decimal:
    if row.score is not None:
        return row.score
    return row.attainable if reach and row.state == "untouched" else ZERO


def _letters(row: ItemResult) -> str:
    """The letters that were met, as one writes them together."""
    return "".join(one.letter for one in row.rules if one.count)
