"""Letters of rules: a, b, c … in the order of the source, none missing and none twice."""

from collections.abc import Iterator

from rubrics.checks.places import items, wrong
from rubrics.model import Rubric
from rubrics.numbering import LETTERS
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield letters that are said twice or are not the next one."""
    for path, item in items(rubric):
        seen: set[str] = set()
        for part_index, part in enumerate(item.parts):
            for index, rule in enumerate(part.rules):
                place = (*path, "parts", part_index, "rules", index, "letter")
                expected = LETTERS[len(seen) : len(seen) + 1]
                if rule.letter in seen:
                    yield wrong(place, "letter_twice_in_item", item=item.no, letter=rule.letter)
                elif rule.letter != expected:
                    yield wrong(
                        place, "letter_out_of_order", item=item.no, letter=rule.letter, expected=expected
                    )
                seen.add(rule.letter)
