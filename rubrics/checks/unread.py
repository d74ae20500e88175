"""Phrases of an official document that a draft quotes because it could not read them."""

from collections.abc import Iterator
from typing import Final

from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem

UNREAD: Final = "unread-"
"""What the id of a clause begins with that a draft could not read."""


def check(rubric: Rubric) -> Iterator[Problem]:
    """Warn of every clause that still waits for somebody to write its rule, or to keep it under another id."""
    for index, clause in enumerate(rubric.clauses):
        if clause.id.startswith(UNREAD):
            yield wrong(("clauses", index), "unread_left", "warning", id=clause.id, quote=clause.quote)
