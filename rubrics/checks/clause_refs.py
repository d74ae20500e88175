"""Verdicts that name a clause which is not quoted."""

from collections.abc import Iterator

from rubrics.checks.outcome_places import sources
from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every unknown clause with those there are."""
    known = tuple(clause.id for clause in rubric.clauses)
    for path, source in sources(rubric):
        if source.clause not in known:
            yield wrong((*path, "clause"), "clause_unknown", id=source.id, clause=source.clause, known=known)
