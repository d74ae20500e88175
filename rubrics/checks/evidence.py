"""Evidence asked for that the source does not ask for."""

from collections.abc import Iterator

from rubrics.checks.places import items, squeezed, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every piece of evidence that does not stand in the item's evidence text."""
    for path, item in items(rubric):
        for index, text in enumerate(item.evidence):
            if squeezed(text) not in squeezed(item.evidence_quote):
                yield wrong((*path, "evidence", index), "evidence_not_in_source", item=item.no, text=text)
