"""How bonus items count together: the best of a group or all of it, under the caps of group and section.

Knows scores of bonus rows, not whether they are counted into the total.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rubrics.model import BonusGroup, BonusSection
from rubrics.points import ZERO, show
from rubrics.sheet import ItemResult


@dataclass(frozen=True, slots=True)
class Counted:
    """Points that count, from a row if there is one; without a row it is what a cap takes back."""

    points: Decimal
    row: ItemResult | None
    label: str


def counted(section: BonusSection, rows: Sequence[ItemResult]) -> tuple[Counted, ...]:
    """Return what counts, group by group; the sum is the bonus."""
    grouped = {no for group in section.groups for no in group.items}
    steps = [step for row in rows if row.no not in grouped for step in _row(row)]
    for group in section.groups:
        steps += _group(group, [row for row in rows if row.no in group.items])
    steps += _above(sum((step.points for step in steps), ZERO), section.cap)
    return tuple(steps)


def _group(group: BonusGroup, rows: list[ItemResult]) -> Iterator[Counted]:
    """Of equal ones the first counts."""
    if group.rule == "best" and rows:
        rows = [max(rows, key=lambda row: row.score or ZERO)]
    steps = [step for row in rows for step in _row(row)]
    yield from steps
    yield from _above(sum((step.points for step in steps), ZERO), group.cap)


def _row(row: ItemResult) -> Iterator[Counted]:
    if row.score:
        yield Counted(row.score, row, row.item.title)


def _above(found: Decimal, cap: Decimal | None) -> Iterator[Counted]:
    if cap is not None and found > cap:
        yield Counted(cap - found, None, f"≤ {show(cap)}")
