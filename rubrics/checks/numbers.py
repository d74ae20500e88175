"""Section and item numbers: each once, counted without gaps, every item in its own section.

Bonus, penalties, gates and vetoes take numbers of the same count, wherever among them the source puts them.
"""

from collections.abc import Iterator
from itertools import pairwise

from rubrics.checks.places import sections, wrong
from rubrics.model import Rubric, Section
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield numbers that are said twice or are not the next one."""
    yield from _sections(rubric)
    seen: set[str] = set()
    for path, section in sections(rubric):
        for index, item in enumerate(section.items):
            place = (*path, "items", index, "no")
            should = f"{section.no}.{index + 1}"
            if item.no in seen:
                yield wrong(place, "item_twice", item=item.no)
            elif item.no != should:
                yield wrong(place, "item_out_of_order", item=item.no, expected=should)
            seen.add(item.no)


def _sections(rubric: Rubric) -> Iterator[Problem]:
    yield from _falling("sections", rubric.sections)
    yield from _falling("gates", rubric.gates)
    last = 0
    for path, section in sorted(sections(rubric), key=lambda one: one[1].no):
        if section.no == last:
            yield wrong((*path, "no"), "section_twice", section=section.no)
        elif section.no != last + 1:
            yield wrong((*path, "no"), "section_out_of_order", section=section.no, expected=last + 1)
        last = section.no


def _falling(name: str, listed: tuple[Section, ...]) -> Iterator[Problem]:
    for index, (before, section) in enumerate(pairwise(listed), start=1):
        if section.no < before.no:
            place = (name, index, "no")
            yield wrong(place, "section_out_of_order", section=section.no, expected=before.no + 1)
