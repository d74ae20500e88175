"""A sheet as the JSON that `scorewalk score --json` prints: points are strings in canonical decimal form."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NotRequired, TypedDict

from rubrics.beside import Adjustment, GateResult
from rubrics.entry_results import EntryProblem
from rubrics.explain import Name, explanation, symbol
from rubrics.points import show
from rubrics.sheet import ItemResult, SectionResult, Sheet, State


class AdjustmentJson(TypedDict):
    """One step from the sum of the rows to what is shown."""

    kind: str
    no: str
    letter: str
    text: str
    points: str


class SectionJson(TypedDict):
    """One section: its score and what that is out of; what a weight or a step of its own made of what was earned."""

    no: str
    title: str
    score: str
    points: str
    earned: NotRequired[str]
    weight: NotRequired[str]
    adjustments: NotRequired[list[AdjustmentJson]]


class ItemJson(TypedDict):
    """One item; `score` is None while it has none."""

    no: str
    title: str
    state: State
    score: str | None
    points: str
    explanation: str


class GateJson(TypedDict):
    """One condition; `passes` is None where nothing is known or it does not apply."""

    no: str
    title: str
    strength: str
    state: str
    passes: bool | None
    measured: str | None
    minimum: str | None
    unit: str | None


class VetoJson(TypedDict):
    """One veto that was found."""

    no: str
    letter: str
    text: str
    scope: str


class ProblemJson(TypedDict):
    """One line that was refused."""

    line: int
    code: str
    text: str


class SheetJson(TypedDict):
    """The whole sheet; bonus items are in `bonus` only, so that the items add up to the total."""

    rubric: str
    version: int
    total: str
    deducted: str
    bonus: str
    provisional: bool
    reachable: str
    sections: list[SectionJson]
    items: list[ItemJson]
    adjustments: list[AdjustmentJson]
    vetoes: list[VetoJson]
    gates: list[GateJson]
    needs_decision: bool
    problems: list[ProblemJson]


def sheet_json(
    sheet: Sheet, problems: Iterable[EntryProblem], say: Callable[[EntryProblem], str], name: Name = symbol
) -> SheetJson:
    """Return the sheet with the problems of its lines; `say` and `name` put problems and terms into words."""
    return {
        "rubric": sheet.rubric.id,
        "version": sheet.rubric.version,
        "total": show(sheet.total),
        "deducted": show(sheet.deducted),
        "bonus": show(sheet.bonus),
        "provisional": sheet.provisional,
        "reachable": show(sheet.reachable),
        "sections": [_section(section) for section in sheet.sections],
        "items": [_item(item, name) for item in sheet.items],
        "adjustments": [_adjustment(one) for one in sheet.adjustments],
        "vetoes": [
            {"no": one.no, "letter": one.letter, "text": one.label, "scope": one.scope}
            for one in sheet.vetoes
        ],
        "gates": [_gate(gate) for gate in sheet.gates],
        "needs_decision": sheet.needs_decision,
        "problems": [{"line": one.line, "code": one.problem.code, "text": say(one)} for one in problems],
    }


def _section(section: SectionResult) -> SectionJson:
    printed: SectionJson = {
        "no": str(section.no),
        "title": section.title,
        "score": show(section.score),
        "points": show(section.worth),
    }
    if section.weight is not None:
        printed |= {"earned": show(section.earned), "weight": show(section.weight)}
    if section.adjustments:
        printed |= {"adjustments": [_adjustment(one) for one in section.adjustments]}
    return printed


def _adjustment(one: Adjustment) -> AdjustmentJson:
    return {
        "kind": one.kind,
        "no": one.no,
        "letter": one.letter,
        "text": one.label,
        "points": show(one.points),
    }


def _gate(gate: GateResult) -> GateJson:
    return {
        "no": gate.no,
        "title": gate.item.title,
        "strength": gate.strength,
        "state": gate.state,
        "passes": gate.passes,
        "measured": _points(gate.measured),
        "minimum": _points(gate.minimum),
        "unit": gate.unit,
    }


def _item(item: ItemResult, name: Name) -> ItemJson:
    return {
        "no": item.no,
        "title": item.item.title,
        "state": item.state,
        "score": _points(item.score),
        "points": show(item.points),
        "explanation": explanation(item, name),
    }


def _points(amount: Decimal | None) -> str | None:
    return None if amount is None else show(amount)
