"""Section and item numbers: each once, counted without gaps, every item in its own section."""

from collections.abc import Iterator

from rubrics.checks.places import sections, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield numbers that are said twice or are not the next one."""
    seen: set[str] = set()
    for expected, (path, section) in enumerate(sections(rubric), start=1):
        if section.no != expected:
            yield wrong((*path, "no"), "section_out_of_order", section=section.no, expected=expected)
        for index, item in enumerate(section.items):
            place = (*path, "items", index, "no")
            should = f"{section.no}.{index + 1}"
            if item.no in seen:
                yield wrong(place, "item_twice", item=item.no)
            elif item.no != should:
                yield wrong(place, "item_out_of_order", item=item.no, expected=should)
            seen.add(item.no)
