"""Items that may leave the score where they do not apply, without a word on whether the rest is rescaled."""

from collections.abc import Iterator

from rubrics.checks.places import items, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield the first such item, or a word on rescaling where nothing can leave."""
    leaving = [
        (path, item)
        for path, item in items(rubric)
        if path[0] == "sections" and item.not_applicable == "leave"
    ]
    if rubric.rescale is None:
        for path, item in leaving[:1]:
            yield wrong((*path, "not_applicable"), "rescale_unsaid", item=item.no)
    elif not leaving:
        yield wrong(("rescale",), "rescale_idle", "warning")
