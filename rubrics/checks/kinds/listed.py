"""Lists of one thing, lists whose rules disagree about the cap, lists that reach over parts."""

from collections.abc import Iterator

from rubrics.checks.places import items, wrong
from rubrics.model import Item, Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every list that is none."""
    for path, item in items(rubric):
        for name, at in _lists(item).items():
            part, index = at[0]
            place = (*path, "parts", part, "rules", index, "list")
            if len(at) == 1:
                yield wrong(place, "list_of_one", item=item.no, list=name)
            if len({part for part, _ in at}) > 1:
                yield wrong(place, "list_over_parts", item=item.no, list=name)
            if len({item.parts[part].rules[index].cap for part, index in at}) > 1:
                yield wrong(place, "list_caps_differ", item=item.no, list=name)


def _lists(item: Item) -> dict[str, list[tuple[int, int]]]:
    """The places of the rules of each list."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at, part in enumerate(item.parts):
        for index, rule in enumerate(part.rules):
            if rule.list is not None:
                found.setdefault(rule.list, []).append((at, index))
    return found
