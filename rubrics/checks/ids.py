"""Ids of readings, discrepancies, rulings, their options, clauses and variants: each once in its list.

Bands and occasions share one list, because occasions name both; so do the consequences of all of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from rubrics.checks.outcome_places import consequences, rules, sources
from rubrics.checks.places import Path, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def _twice(path: Path, named: Sequence[_Named]) -> Iterator[Problem]:
    return _again(((*path, index), one.id) for index, one in enumerate(named))


def _again(named: Iterable[tuple[Path, str | None]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, one in named:
        if one in seen:
            yield wrong((*path, "id"), "id_twice", id=one)
        seen.update([one] if one else [])


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every id that its list already has."""
    yield from _twice(("variants",), rubric.variants)
    yield from _twice(("readings",), rubric.readings)
    yield from _twice(("discrepancies",), rubric.discrepancies)
    yield from _twice(("rulings",), rubric.rulings)
    yield from _twice(("clauses",), rubric.clauses)
    for index, ruling in enumerate(rubric.rulings):
        yield from _twice(("rulings", index, "options"), ruling.options)
    yield from _twice(("outcomes", "facts"), rules(rubric).facts)
    yield from _again((path, source.id) for path, source in sources(rubric))
    yield from _again((path, one.id) for path, _, one in consequences(rubric))
