"""Figures of the standing file that cannot stand where they are asked for, or say more than they can be asked."""

from collections.abc import Iterator

from rubrics.checks.form_fields import Placed, tables
from rubrics.checks.places import Path, rules, wrong
from rubrics.forms import Field, Group
from rubrics.known import CELLS, COUNTED, DATED, KINDS, MONEY, SORTS, Known
from rubrics.model import Rubric
from rubrics.problems import Problem
from rubrics.rules.gate import Gate

_OF_YEAR = DATED | MONEY | {"projects_of_year"}
"""What can be asked for a year of its own."""


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every figure that does not fit its place, every filter that does nothing, every unknown level or kind."""
    for index, form in enumerate(rubric.forms):
        alone, *columns = tables(("forms", index), form)
        for path, field in alone:
            yield from _field(f"{form.id} {field.id}", path, field)
        for number, (group, listed) in enumerate(zip(form.groups, columns, strict=True)):
            yield from _table(f"{form.id} {group.id}", ("forms", index, "groups", number), group, listed)
    for path, item, _, rule in rules(rubric):
        if isinstance(rule, Gate) and rule.known is not None:
            fitting = tuple(sorted(COUNTED)) if rule.measures else ()
            yield from _fits(f"{item.no} {rule.letter}", path, rule.known, fitting)


def _field(place: str, path: Path, field: Field) -> Iterator[Problem]:
    known = field.known
    if known is None:
        return
    fitting = tuple(sorted(figure for figure, kinds in KINDS.items() if field.kind in kinds))
    yield from _fits(place, path, known, fitting)
    if field.year_offset is None or known.figure not in fitting:
        return
    if known.figure not in _OF_YEAR:
        yield wrong((*path, "known"), "known_idle", place=place, figure=known.figure, field="year_offset")
    elif known.years is not None:
        yield wrong((*path, "known", "years"), "known_idle", place=place, figure=known.figure, field="years")


def _table(place: str, path: Path, group: Group, listed: list[Placed]) -> Iterator[Problem]:
    """A table takes entries, its columns say what of each; columns say nothing where the table takes none."""
    known = group.known
    if known is not None:
        yield from _fits(place, path, known, tuple(CELLS))
        if not any(field.known for _, field in listed):
            yield wrong((*path, "known"), "known_no_column", place=place, figure=known.figure)
    cells = (*CELLS.get(known.figure, ()), "unit") if known is not None else ()
    for at, field in listed:
        if field.known is not None:
            yield from _fits(f"{place} {field.id}", at, field.known, cells)


def _fits(place: str, path: Path, known: Known, fitting: tuple[str, ...]) -> Iterator[Problem]:
    here, figure = (*path, "known"), known.figure
    if not fitting:
        yield wrong(here, "known_nowhere", place=place, figure=figure)
        return
    if figure not in fitting:
        yield wrong((*here, "figure"), "known_unfit", place=place, figure=figure, fitting=fitting)
        return
    idle = {
        "of": bool(known.of) and figure not in SORTS and figure != "trained",
        "without": bool(known.without) and figure != "trained",
        "years": known.years is not None and figure not in DATED,
    }
    for name in (name for name, does_nothing in idle.items() if does_nothing):
        yield wrong((*here, name), "known_idle", place=place, figure=figure, field=name)
    for at, word in enumerate(known.of if figure in SORTS else ()):
        if word not in SORTS[figure]:
            yield wrong(
                (*here, "of", at), "known_of", place=place, figure=figure, value=word, known=SORTS[figure]
            )
