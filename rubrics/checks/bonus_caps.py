"""Caps of a bonus that nothing can reach, and a bonus above the total that is not in it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rubrics.checks.places import wrong
from rubrics.model import BonusGroup, Item, Rubric
from rubrics.points import ZERO, show
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield every cap above the most that its items can come to."""
    bonus = rubric.bonus
    if bonus is None:
        return
    if bonus.above and not bonus.counted:
        yield wrong(("bonus", "above"), "bonus_above_idle")
    most: list[Decimal | None] = []
    for index, group in enumerate(bonus.groups):
        reach = _group(group, [item for item in bonus.items if item.no in group.items])
        if group.cap is not None and reach is not None and group.cap > reach:
            said = {"cap": show(group.cap), "most": show(reach)}
            yield wrong(("bonus", "groups", index, "cap"), "bonus_cap_idle", "error", **said)
        limits = [limit for limit in (group.cap, reach) if limit is not None]
        most.append(min(limits, default=None))
    grouped = {no for group in bonus.groups for no in group.items}
    most += [_item(item) for item in bonus.items if item.no not in grouped]
    whole = _sum(most)
    if bonus.cap is not None and whole is not None and bonus.cap > whole:
        yield wrong(("bonus", "cap"), "bonus_cap_idle", cap=show(bonus.cap), most=show(whole))


def _group(group: BonusGroup, items: Sequence[Item]) -> Decimal | None:
    reaches = [_item(item) for item in items]
    if group.rule == "sum" or None in reaches:
        return _sum(reaches)
    return max((reach for reach in reaches if reach is not None), default=ZERO)


def _item(item: Item) -> Decimal | None:
    return _sum([rule.most_in(ZERO) for rule in item.rules])


def _sum(reaches: Sequence[Decimal | None]) -> Decimal | None:
    """The sum, or None where anything is without a limit."""
    found = [reach for reach in reaches if reach is not None]
    return sum(found, ZERO) if len(found) == len(reaches) else None
