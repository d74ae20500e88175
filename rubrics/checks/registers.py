"""Items that look at a register or an activity requirement which the scheme does not have."""

from collections.abc import Iterator

from rubrics.checks.places import items, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every unknown register and requirement with those there are."""
    registers = tuple(one.id for one in rubric.registers)
    requirements = tuple(one.id for one in rubric.requirements)
    for path, item in items(rubric):
        for index, name in enumerate(item.registers):
            if name not in registers:
                place = (*path, "registers", index)
                yield wrong(place, "register_unknown", item=item.no, register=name, known=registers)
        for index, name in enumerate(item.requirements):
            if name not in requirements:
                place = (*path, "requirements", index)
                yield wrong(place, "requirement_unknown", item=item.no, requirement=name, known=requirements)
