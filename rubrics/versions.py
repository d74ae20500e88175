"""What a new version of a rubric changes: items and rules added, removed or altered, each named once.

Rules are the same where they say the same words, whatever their letter. It compares two trees and knows no marks.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from rubrics.model import Item, Rubric
from rubrics.rules import Rule

What = Literal[
    "item_added",
    "item_removed",
    "item_points",
    "item_words",
    "rule_added",
    "rule_removed",
    "rule_changed",
    "rule_letter",
    "rule_words",
    "total",
    "fields",
]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was; what does not apply is None."""

    what: What
    item: str = ""
    title: str = ""
    points: tuple[Decimal | None, Decimal | None] = (None, None)
    """Before and after, of the item or the whole."""
    rules: tuple[Rule | None, Rule | None] = (None, None)
    """Before and after."""
    fields: tuple[str, ...] = ()
    """Names of what else was altered: the document's own facts, rulings, outcomes and the like."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The rules of an item before and after, as far as they say the same."""

    same: Mapping[str, Rule]
    """Old letter -> the new rule with the same words."""
    reworded: Mapping[str, Rule]
    """Old letter -> the new rule in its place, of the same kind but with other words."""
    removed: tuple[Rule, ...]
    added: tuple[Rule, ...]


def words(text: str) -> str:
    """Return the letters and digits of a text: spacing, width and punctuation say nothing."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def alike(old: Item, new: Item) -> bool:
    """Say whether two items of one number are about the same."""
    said = ((words(each.title), words(each.content), words(each.standard)) for each in (old, new))
    if any(before and before == after for before, after in zip(*said, strict=True)):
        return True
    return bool(pair(old, new).same)


def pair(old: Item, new: Item) -> Pairing:
    """Match the rules of two items by their words, then by the clause they quote, what is left by letter and kind."""
    left = list(new.rules)
    same: dict[str, Rule] = {}
    for rule in old.rules:
        _take(same, left, rule, [each for each in left if _text(each) == _text(rule)])
    rest = [rule for rule in old.rules if rule.letter not in same]
    for rule in rest:
        quoting = [each for each in left if _quote(each) and _quote(each) == _quote(rule)]
        # A clause that became several rules names none of them.
        if len(quoting) == 1 and sum(_quote(each) == _quote(rule) for each in rest) == 1:
            _take(same, left, rule, quoting)
    reworded: dict[str, Rule] = {}
    for rule in old.rules:
        if rule.letter not in same:
            kin = [each for each in left if each.letter == rule.letter and each.kind == rule.kind]
            _take(reworded, left, rule, kin)
    removed = tuple(rule for rule in old.rules if rule.letter not in same | reworded)
    return Pairing(same, reworded, removed, tuple(left))


def _take(taken: dict[str, Rule], left: list[Rule], rule: Rule, found: list[Rule]) -> None:
    if found:
        taken[rule.letter] = found[0]
        left.remove(found[0])


def _text(rule: Rule) -> str:
    return words(rule.text)


def _quote(rule: Rule) -> str:
    return words(rule.quote)


def differences(old: Rubric, new: Rubric) -> tuple[Difference, ...]:
    """Return what changed, in the order of the new version; what is gone comes after."""
    return tuple(_differences(old, new))


def _differences(old: Rubric, new: Rubric) -> Iterator[Difference]:
    if old.most != new.most:
        yield Difference("total", points=(old.most, new.most))
    for item in new.all_items:
        before = old.item(item.no)
        if before is None or not alike(before, item):
            yield Difference("item_added", item.no, item.title, (None, item.points))
        else:
            yield from _of_item(before, item)
    for item in old.all_items:
        after = new.item(item.no)
        if after is None or not alike(item, after):
            yield Difference("item_removed", item.no, item.title, (item.points, None))
    told = tuple(field for field in Rubric.model_fields if field not in TABLE and _field(old, new, field))
    if told:
        yield Difference("fields", fields=told)


TABLE: Final = frozenset({"id", "version", "sections", "bonus", "penalties", "gates", "vetoes", "total"})
"""Fields of a rubric whose differences are named one by one, or that always differ."""


def _field(old: Rubric, new: Rubric, field: str) -> bool:
    return bool(getattr(old, field) != getattr(new, field))


def _of_item(old: Item, new: Item) -> Iterator[Difference]:
    if old.points != new.points:
        yield Difference("item_points", new.no, new.title, (old.points, new.points))
    paired = pair(old, new)
    for letter, rule in paired.same.items():
        before = old.rule(letter)
        if before is not None and _worth(before) != _worth(rule):
            yield Difference("rule_changed", new.no, new.title, rules=(before, rule))
        elif letter != rule.letter:
            yield Difference("rule_letter", new.no, new.title, rules=(before, rule))
    for letter, rule in paired.reworded.items():
        yield Difference("rule_words", new.no, new.title, rules=(old.rule(letter), rule))
    for rule in paired.removed:
        yield Difference("rule_removed", new.no, new.title, rules=(rule, None))
    for rule in paired.added:
        yield Difference("rule_added", new.no, new.title, rules=(None, rule))
    if not paired.reworded and _said(old) != _said(new):
        yield Difference("item_words", new.no, new.title)


def _worth(rule: Rule) -> dict[str, object]:
    """Return what a rule does, without its letter and its words."""
    return rule.model_dump(exclude=set(WORDS))


WORDS: Final = ("letter", "text", "short", "quote")
"""Fields of a rule that say nothing about how it counts."""


def _said(item: Item) -> tuple[str, ...]:
    return (words(item.title), words(item.content), *(words(each) for each in item.evidence))
