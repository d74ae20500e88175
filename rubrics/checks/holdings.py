"""Holdings that name a register, a requirement, an item or a rule which is not there, or lack what they count by."""

from collections.abc import Iterator
from typing import Final

from rubrics.checks.places import wrong
from rubrics.checks.requirements import ANSWERS_NO_COUNT
from rubrics.holdings import Holding
from rubrics.model import Rubric
from rubrics.problems import Problem
from rubrics.rules import Gate

_WANTS: Final = {"filled": "field", "planned": "per"}
"""Test -> the field without which it means nothing."""


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every reference to nothing, every holding without an item, every test without its field."""
    registers = tuple(one.id for one in rubric.registers)
    for index, one in enumerate(rubric.holdings):
        path = ("holdings", index)
        for place, name in enumerate(one.registers):
            if name not in registers:
                where = (*path, "registers", place)
                yield wrong(where, "holding_register", holding=one.id, register=name, known=registers)
        field = _WANTS.get(one.test) or ("test" if one.test == "logged" else "registers")
        if not getattr(one, field):
            yield wrong(path, "holding_wants", holding=one.id, test=one.test, field=field)
        yield from _place(rubric, index, one)


def _place(rubric: Rubric, index: int, one: Holding) -> Iterator[Problem]:
    path = ("holdings", index)
    if one.requirement is not None and rubric.requirement(one.requirement) is None:
        known = tuple(each.id for each in rubric.requirements)
        yield wrong(
            (*path, "requirement"),
            "holding_requirement",
            holding=one.id,
            requirement=one.requirement,
            known=known,
        )
    if sum(each is not None for each in (one.feeds, one.at, one.requirement)) != 1:
        yield wrong(path, "holding_place", holding=one.id)
    if one.at is not None and rubric.item(one.at) is None:
        yield wrong((*path, "at"), "holding_rule", holding=one.id, rule=one.at)
    if one.feeds is not None:
        item, _, letter = one.feeds.partition(" ")
        row = rubric.item(item)
        rule = row.rule(letter) if row else None
        if rule is None:
            yield wrong((*path, "feeds"), "holding_rule", holding=one.id, rule=one.feeds)
        elif rule.kind in ANSWERS_NO_COUNT or (isinstance(rule, Gate) and not rule.measures):
            yield wrong((*path, "feeds"), "holding_kind", holding=one.id, rule=one.feeds, kind=rule.kind)
