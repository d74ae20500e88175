"""Printed names that stand twice among the levels of a part, or that say something else in a line of entry."""

from collections.abc import Iterator

from rubrics.checks.places import parts, wrong
from rubrics.entry_values import Marks, value
from rubrics.model import Item, Part, Rubric
from rubrics.numbering import canonical
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every name that a person who types it could not mean."""
    for path, item, part in parts(rubric):
        seen: set[str] = set()
        for index, rule in enumerate(part.rules):
            if rule.printed is None:
                continue
            name = " ".join(canonical(rule.printed).split())
            said = {"item": item.no, "letter": rule.letter, "name": rule.printed}
            if name in seen:
                yield wrong((*path, "rules", index, "name"), "name_twice", "error", **said)
            elif _is_entry(item, part, name):
                yield wrong((*path, "rules", index, "name"), "name_is_entry", "error", **said)
            seen.add(name)


def _is_entry(item: Item, part: Part, name: str) -> bool:
    """Say whether the name is a number, a word of entry, or letters that this item takes together."""
    meant = value(name)
    if not isinstance(meant, Marks):
        return meant is not None
    letters = [mark.letter for mark in meant.marks]
    picks = {rule.letter for rule in part.rules if rule.pick_one}
    if len(name) == 1 or meant.sign:
        return True
    return all(map(item.rule, letters)) and len(set(letters)) == len(letters) and not set(letters) <= picks
