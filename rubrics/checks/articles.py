"""What the articles ask for, with a clause, a class of studio or a ruling that the scheme does not have."""

from collections.abc import Iterator

from rubrics.checks.places import Path, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every reference to nothing, with what there is."""
    yield from _clauses(rubric)
    variants = tuple(one.id for one in rubric.variants)
    tracks = variants or tuple(one.id for one in rubric.sheets)
    for index, stage in enumerate(rubric.stages):
        for place, track in enumerate(stage.tracks):
            if track not in tracks:
                where: Path = ("stages", index, "tracks", place)
                yield wrong(where, "variant_not_listed", id=stage.id, variant=track, known=tracks)
    for path, name, variant in _variants(rubric):
        if variant not in variants:
            yield wrong(path, "variant_not_listed", id=name, variant=variant, known=variants)
    rulings = tuple(one.id for one in rubric.rulings)
    for index, part in enumerate(rubric.funding):
        if part.ruled_by is not None and part.ruled_by not in rulings:
            path = ("funding", index, "ruled_by")
            yield wrong(path, "ruling_not_found", id=part.id, ruling=part.ruled_by, known=rulings)


def _clauses(rubric: Rubric) -> Iterator[Problem]:
    known = tuple(clause.id for clause in rubric.clauses)
    for name in ("requirements", "quotas", "deadlines", "duties", "funding", "stages"):
        for index, one in enumerate(getattr(rubric, name)):
            if one.clause is not None and one.clause not in known:
                yield wrong(
                    (name, index, "clause"), "clause_unknown", id=one.id, clause=one.clause, known=known
                )


def _variants(rubric: Rubric) -> Iterator[tuple[Path, str, str]]:
    for index, quota in enumerate(rubric.quotas):
        if quota.variant is not None:
            yield ("quotas", index, "variant"), quota.id, quota.variant
    for index, form in enumerate(rubric.forms):
        for place, variant in enumerate(form.variants):
            yield ("forms", index, "variants", place), form.id, variant
