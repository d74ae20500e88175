"""Occasions that supersede, and consequences that replace, what the scheme does not have."""

from collections.abc import Iterator

from rubrics.checks.outcome_places import consequences, occasions, sources
from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every id that names nothing else."""
    every = tuple(source.id for _, source in sources(rubric))
    for path, occasion in occasions(rubric):
        for index, other in enumerate(occasion.supersedes):
            if other not in every or other == occasion.id:
                place = (*path, "supersedes", index)
                yield wrong(place, "supersedes_unknown", id=occasion.id, other=other, known=every)
    named = tuple(one.id for _, _, one in consequences(rubric) if one.id)
    for path, source, one in consequences(rubric):
        if one.replaces and (one.replaces not in named or one.replaces == one.id):
            yield wrong(
                (*path, "replaces"), "replaces_unknown", id=source.id, replaces=one.replaces, known=named
            )
