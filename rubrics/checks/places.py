"""Walks over a rubric that remember the path, and what the checks share."""

from collections.abc import Iterator
from decimal import Decimal

from rubrics.model import Item, Part, Rubric, Section
from rubrics.problems import Param, Problem, Severity, Where
from rubrics.rules import Rule

Path = tuple[str | int, ...]


def sections(rubric: Rubric) -> Iterator[tuple[Path, Section]]:
    """The sections of the total, then bonus, penalties, gates and vetoes."""
    for index, section in enumerate(rubric.sections):
        yield ("sections", index), section
    if rubric.bonus:
        yield ("bonus",), rubric.bonus
    if rubric.penalties:
        yield ("penalties",), rubric.penalties
    for index, section in enumerate(rubric.gates):
        yield ("gates", index), section
    if rubric.vetoes:
        yield ("vetoes",), rubric.vetoes


def items(rubric: Rubric) -> Iterator[tuple[Path, Item]]:
    """All items, those of the total first."""
    for path, section in sections(rubric):
        for index, item in enumerate(section.items):
            yield (*path, "items", index), item


def parts(rubric: Rubric) -> Iterator[tuple[Path, Item, Part]]:
    """All parts of all items."""
    for path, item in items(rubric):
        for index, part in enumerate(item.parts):
            yield (*path, "parts", index), item, part


def rules(rubric: Rubric) -> Iterator[tuple[Path, Item, Part, Rule]]:
    """All rules as they stand in the file."""
    for path, item, part in parts(rubric):
        for index, rule in enumerate(part.rules):
            yield (*path, "rules", index), item, part, rule


def wrong(path: Path, code: str, severity: Severity = "error", **params: Param) -> Problem:
    """A problem at this path."""
    return Problem(code, params, severity, Where(path))


def excused(rubric: Rubric, numbers: set[str]) -> bool:
    """Whether discrepancies about sums name all of these items."""
    named = {no for one in rubric.discrepancies if one.about == "sum" for no in one.at}
    return numbers <= named


def squeezed(text: str) -> str:
    """The text without any blank: sources break and space their lines at will."""
    return "".join(text.split())


def total(amounts: Iterator[Decimal]) -> Decimal:
    """The exact sum."""
    return sum(amounts, Decimal(0))
