"""Weights on some sections only, and weights or floors on sections that are in no total."""

from collections.abc import Iterator

from rubrics.checks.places import sections, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every section without a weight beside others that have one, and what does nothing beside the total."""
    weighted = any(section.weight for section in rubric.sections)
    for path, section in sections(rubric):
        if path[0] == "sections":
            if weighted and section.weight is None:
                yield wrong(path, "weight_missing", section=section.no)
            continue
        for field in ("weight", "below_zero"):
            if getattr(section, field) is not None:
                yield wrong((*path, field), "section_field_idle", section=section.no, field=field)
