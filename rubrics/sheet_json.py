"""A sheet as the JSON that `scorewalk score --json` prints: points are strings in canonical decimal form."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TypedDict

from rubrics.entry_results import EntryProblem
from rubrics.explain import Name, explanation, symbol
from rubrics.points import show
from rubrics.sheet import ItemResult, SectionResult, Sheet, State


class SectionJson(TypedDict):
    """One section."""

    no: str
    title: str
    score: str
    points: str


class ItemJson(TypedDict):
    """One item; `score` is None while it has none."""

    no: str
    title: str
    state: State
    score: str | None
    points: str
    explanation: str


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
    vetoes: list[str]
    gates: list[str]
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
        "vetoes": [],
        "gates": [],
        "needs_decision": sheet.needs_decision,
        "problems": [{"line": one.line, "code": one.problem.code, "text": say(one)} for one in problems],
    }


def _section(section: SectionResult) -> SectionJson:
    return {
        "no": str(section.no),
        "title": section.title,
        "score": show(section.score),
        "points": show(section.points),
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
