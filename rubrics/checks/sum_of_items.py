"""Items that do not add up to the points in their section's heading, for any class of studio."""

from collections.abc import Iterator

from rubrics.checks.places import excused, total, wrong
from rubrics.model import Item, Rubric, Section
from rubrics.points import show
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every section whose heading says more or less than its items."""
    for index, section in enumerate(rubric.sections):
        if excused(rubric, {item.no for item in section.items}):
            continue
        sums = (total(item.points for item in rows) for rows in _tables(rubric, section))
        for found in dict.fromkeys(one for one in sums if one != section.points):
            said = {"points": show(section.points), "sum": show(found)}
            yield wrong(("sections", index, "points"), "sum_of_items", "error", section=section.no, **said)


def _tables(rubric: Rubric, section: Section) -> Iterator[tuple[Item, ...]]:
    """The items of each class of studio that the section tells apart; one table where it does not."""
    told = any(item.variants for item in section.items)
    for variant in tuple(one.id for one in rubric.variants) if told else (None,):
        yield tuple(
            item for item in section.items if variant is None or variant in (item.variants or (variant,))
        )
