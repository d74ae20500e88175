"""Contents of parts and of variants that do not stand in the item's own content."""

from collections.abc import Iterator

from rubrics.checks.places import items, squeezed, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every text that was not taken from the content."""
    for path, item in items(rubric):
        whole = squeezed(item.content)
        for index, part in enumerate(item.parts):
            if squeezed(part.content) not in whole:
                place = (*path, "parts", index, "content")
                yield wrong(place, "text_not_in_content", item=item.no, text=part.content)
        for variant, text in item.contents_by_variant.items():
            if squeezed(text) not in whole:
                place = (*path, "contents_by_variant", variant)
                yield wrong(place, "text_not_in_content", item=item.no, text=text)
