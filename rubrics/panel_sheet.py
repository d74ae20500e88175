"""The official sheet of a panel: the head's sheet with every figure as the ballots came to it.

Its rows say what anybody found; its total is that of `rubrics.panels`, never added up anew from what is printed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from rubrics.beside import Adjustment, GateResult, VetoResult
from rubrics.panels import PLACES, Combined, GateRow, Row
from rubrics.points import ZERO
from rubrics.sheet import ItemResult, RuleResult, SectionResult, Sheet, State, Term


def panel_sheet(combined: Combined, ballots: Sequence[Sheet]) -> Sheet:
    """Return the sheet that the ballots come to, the head's first among them."""
    head = ballots[0]
    items = _rows(combined.rows, [sheet.items for sheet in ballots])
    sections = tuple(_sections(head, items))
    penalties = _rows(combined.penalty_rows, [sheet.penalty_items for sheet in ballots])
    open_ = set(combined.open)
    return replace(
        head,
        items=items,
        sections=sections,
        total=combined.total,
        fraction=combined.exact,
        reachable=combined.total,
        deducted=sum((row.deducted for row in items), ZERO),
        bonus=combined.bonus,
        bonus_items=_rows(combined.bonus_rows, [sheet.bonus_items for sheet in ballots]),
        penalty_items=penalties,
        penalty=-sum((row.score or ZERO for row in penalties), ZERO),
        gates=tuple(
            _gate(row, [sheet.gates[at] for sheet in ballots]) for at, row in enumerate(combined.gates)
        ),
        vetoes=_vetoes(combined, ballots),
        adjustments=tuple(_adjustments(combined, sections)),
        provisional=bool(open_) or any(sheet.provisional for sheet in ballots),
        needs_decision=bool(open_) or any(sheet.needs_decision for sheet in ballots),
    )


def _rows(rows: Sequence[Row], columns: Sequence[Sequence[ItemResult]]) -> tuple[ItemResult, ...]:
    return tuple(_row(row, across) for row, across in zip(rows, zip(*columns, strict=True), strict=True))


def _row(row: Row, across: Sequence[ItemResult]) -> ItemResult:
    """One row: as somebody scored it who gave just this, else with what each letter took on the average."""
    score = row.shown
    beside = across[0].item.role in {"bonus", "penalty"}
    alike = next((one for one in across if one.score == score or (beside and not (one.score or score))), None)
    base = alike or across[0]
    if score is None or base.score is None:
        return base
    attainable = base.attainable
    return replace(
        base,
        state=_state(base, score) if alike is None else base.state,
        score=score,
        deducted=ZERO if beside else attainable - score,
        by_hand=alike is not None and alike.by_hand,
        terms=base.terms if alike else tuple(_terms(across, score)),
        rules=base.rules if alike else _found(across),
        warnings=(),
        beyond=(),
    )


def _state(base: ItemResult, score: Decimal) -> State:
    return "full" if base.points and score == base.attainable else "scored"


def _terms(across: Sequence[ItemResult], score: Decimal) -> Iterator[Term]:
    """The letters with what they moved on the average, and what that is away from the score."""
    started = [term for term in across[0].terms if not term.sign][:1]
    made = [*started]
    letters = {
        term.letter: term for one in across for term in one.terms if term.letter and term.sign in {"+", "-"}
    }
    for letter in sorted(letters):
        moved = sum((term.value for one in across for term in one.terms if term.letter == letter), ZERO)
        each = PLACES.of(abs(Fraction(moved)) / len(across))
        if each:
            made.append(replace(letters[letter], sign="-" if moved < 0 else "+", each=each, count=1))
    away = score - sum((term.value for term in made), ZERO)
    return iter([*made, Term("hand", away)] if away else made)


def _found(across: Sequence[ItemResult]) -> tuple[RuleResult, ...]:
    """What anybody found: the most that was taken of a rule, the least that was met of one that earns."""
    made = []
    for same in zip(*(one.rules for one in across), strict=False):
        pick = min if same[0].rule.side == "award" else max
        made.append(pick(same, key=lambda one: one.count))
    return tuple(made)


def _sections(head: Sheet, items: Sequence[ItemResult]) -> Iterator[SectionResult]:
    """Sections as what is printed in their rows adds up to."""
    at = 0
    for section in head.sections:
        rows = items[at : at + section.count]
        at += section.count
        earned = sum((row.score or ZERO for row in rows), ZERO)
        score = earned
        if section.weight is not None:
            rate = Fraction(section.weight) / Fraction(section.points) if section.points else Fraction(0)
            score = PLACES.of(Fraction(earned) * rate)
        yield replace(section, earned=earned, score=score, adjustments=())


def _gate(row: GateRow, across: Sequence[GateResult]) -> GateResult:
    """The condition as somebody found it who found just this; one that is open still is not looked at."""
    alike = next((one for one in across if one.state == row.result), None)
    if alike is not None:
        return alike
    if row.result is None:
        return replace(across[0], state="untouched", passes=None)
    passes = {"met": True, "unmet": False}.get(row.result)
    return replace(across[0], state=row.result, passes=passes)  # type: ignore[arg-type]


def _vetoes(combined: Combined, ballots: Sequence[Sheet]) -> tuple[VetoResult, ...]:
    """Those that the head confirmed, and those within the rows."""
    known = {
        f"{one.no}{one.letter}": one for sheet in ballots for one in sheet.vetoes if one.scope == "sheet"
    }
    counted = [known[row.no] for row in combined.vetoes if row.confirmed]
    return (*counted, *(one for one in ballots[0].vetoes if one.scope != "sheet"))


def _adjustments(combined: Combined, sections: Sequence[SectionResult]) -> Iterator[Adjustment]:
    """What stands between the sections as printed and the total: what is beside the rows, and the one rounding."""
    rest = combined.rest.shown or ZERO
    if rest:
        yield Adjustment("panel", rest)
    away = combined.total - sum((section.score for section in sections), ZERO) - rest
    if away:
        yield Adjustment("rounding", away)
