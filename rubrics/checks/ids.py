"""Ids of readings, rulings, clauses, variants, registers, duties, forms and all the like: each once in its list.

Bands and occasions share one list, because occasions name both; so do the consequences of all of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from rubrics.checks.outcome_places import consequences, rules, sources
from rubrics.checks.places import Path, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem

_LISTS: Final = (
    "variants",
    "readings",
    "discrepancies",
    "rulings",
    "clauses",
    "sheets",
    "registers",
    "holdings",
    "activities",
    "requirements",
    "quotas",
    "deadlines",
    "duties",
    "funding",
    "stages",
    "forms",
)


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
    for name in _LISTS:
        yield from _twice((name,), getattr(rubric, name))
    if rubric.bonus:
        yield from _twice(("bonus", "groups"), rubric.bonus.groups)
    for index, form in enumerate(rubric.forms):
        yield from _twice(("forms", index, "groups"), form.groups)
    for index, ruling in enumerate(rubric.rulings):
        yield from _twice(("rulings", index, "options"), ruling.options)
    yield from _twice(("outcomes", "facts"), rules(rubric).facts)
    yield from _again((path, source.id) for path, source in sources(rubric))
    yield from _again((path, one.id) for path, _, one in consequences(rubric))
