"""Points taken from the total or a section, without a word on whether it stops at 0."""

from collections.abc import Iterator

from rubrics.checks.places import Path, rules, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem
from rubrics.rules import Extra


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield the first place that takes from a sum whose end is not said, and floors under which nothing falls."""
    takes: dict[int | None, Path] = {}
    for path, item, _part, rule in rules(rubric):
        if isinstance(rule, Extra):
            section = rubric.section_of(item.no) if rule.scope == "section" else None
            takes.setdefault(section.no if section else None, path)
    if rubric.penalties:
        takes.setdefault(None, ("penalties",))
    for section in rubric.sections:
        if section.below_zero == "allowed" and section.no in takes:
            takes.setdefault(None, takes[section.no])  # the section takes the total with it
    if rubric.total_below_zero is None and None in takes:
        yield wrong(takes[None], "total_floor_unsaid")
    if rubric.total_below_zero and None not in takes:
        yield wrong(("total_below_zero",), "total_floor_idle", "warning")
    for section in rubric.sections:
        if section.no in takes and section.below_zero is None:
            yield wrong(takes[section.no], "section_floor_unsaid", section=section.no)
