"""Consequences in other words than the source's: the thing and the note must stand in the clause."""

from collections.abc import Iterator

from rubrics.checks.outcome_places import consequences
from rubrics.checks.places import squeezed, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every word that the quoted clause does not have; who is meant may stand elsewhere."""
    for path, source, one in consequences(rubric):
        clause = rubric.clause(source.clause)
        for field, text in (("what", one.what), ("note", one.note or "")):
            if clause and squeezed(text) not in squeezed(clause.quote):
                place = (*path, field)
                yield wrong(place, "consequence_not_in_source", text=text, clause=clause.id)
