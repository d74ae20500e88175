"""Rules without their clause, or with one that does not stand in the item's text."""

from collections.abc import Iterator

from rubrics.checks.places import rules, squeezed, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every quote that is missing or is none; only a rule made by a ruling has nothing to quote."""
    for path, item, _part, rule in rules(rubric):
        if not rule.quote:
            if not rule.ruled_by:
                yield wrong(path, "quote_missing", item=item.no, letter=rule.letter)
        elif squeezed(rule.quote) not in squeezed(item.standard + "\n" + item.content):
            yield wrong(
                (*path, "quote"), "quote_not_in_source", item=item.no, letter=rule.letter, quote=rule.quote
            )
