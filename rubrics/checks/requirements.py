"""Requirements that feed a rule which is not there, answers no count, or counts more often than they are asked."""

from collections.abc import Iterator
from typing import Final

from rubrics.checks.places import wrong
from rubrics.model import Rubric
from rubrics.problems import Problem
from rubrics.rules import Rule

ANSWERS_NO_COUNT: Final = frozenset(
    {"bonus", "discretionary", "judged", "level", "asked", "veto", "extra", "multiplier"}
)
"""Kinds of rule that no count can answer."""
_LENGTHS: Final = {
    "month": 0,
    "quarter": 1,
    "half": 2,
    "year": 3,
    "two_years": 4,
    "term": 4,
    "cycle": 4,
}


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every requirement whose rule cannot be answered by it."""
    for index, one in enumerate(rubric.requirements):
        if one.feeds is None:
            continue
        path = ("requirements", index, "feeds")
        item, _, letter = one.feeds.partition(" ")
        row = rubric.item(item)
        rule = row.rule(letter) if row else None
        if rule is None:
            yield wrong(path, "feeds_unknown", requirement=one.id, rule=one.feeds)
        elif rule.kind in ANSWERS_NO_COUNT:
            yield wrong(path, "feeds_kind", requirement=one.id, rule=one.feeds, kind=rule.kind)
        elif rule.kind != "gate" and _LENGTHS[one.per] > _LENGTHS[when := _counts_every(rubric, rule)]:
            yield wrong(
                path, "feeds_period", "warning", requirement=one.id, rule=one.feeds, per=one.per, when=when
            )


def _counts_every(rubric: Rubric, rule: Rule) -> str:
    """How often the rule counts: its own period, or the shortest sheet."""
    return rule.when or min(rubric.periods, key=lambda kind: _LENGTHS[kind])
