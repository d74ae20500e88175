"""Ids of readings, discrepancies, rulings, their options, clauses and variants: each once in its list."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from rubrics.checks.places import Path, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def _twice(path: Path, named: Sequence[_Named]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, one in enumerate(named):
        if one.id in seen:
            yield wrong((*path, index, "id"), "id_twice", id=one.id)
        seen.add(one.id)


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every id that its list already has."""
    yield from _twice(("variants",), rubric.variants)
    yield from _twice(("readings",), rubric.readings)
    yield from _twice(("discrepancies",), rubric.discrepancies)
    yield from _twice(("rulings",), rubric.rulings)
    yield from _twice(("clauses",), rubric.clauses)
    for index, ruling in enumerate(rubric.rulings):
        yield from _twice(("rulings", index, "options"), ruling.options)
