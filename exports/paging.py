"""Where pages of paper end: rows that belong together stay together, and what is taller than a page ends where it must.

Excel breaks between any two rows, so a subtotal could stand alone on a page; and a merged cell's text is cut by a page
that ends within it. Both need to know beforehand where pages end.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

CAPACITY: Final = 496.0
"""Points of rows on one page of A4 landscape at full size, with some to spare for programs that round up."""
PORTRAIT: Final = 740.0
"""The same of A4 upright."""
SQUEEZED: Final = 850.0
"""Rows upright that are still printed on one page, a little smaller, instead of leaving some for a second."""
_WORTH_IT: Final = 0.55
"""How full a page must be to end early for the sake of a section that would else be divided."""

Group = tuple[int, int]
"""First and last row of rows that stay together."""


def joined(groups: Iterable[Group], kept: Group) -> list[Group]:
    """The groups with all that touch `kept` made one."""
    touching: list[Group] = [kept]
    others: list[Group] = []
    for group in groups:
        (touching if group[0] <= kept[1] and group[1] >= kept[0] else others).append(group)
    one = (min(first for first, _ in touching), max(last for _, last in touching))
    return sorted([*others, one])


def ends(
    groups: Sequence[Group],
    sections: Iterable[Group],
    heights: Mapping[int, float],
    repeated: float,
    capacity: float = CAPACITY,
) -> list[int]:
    """The last rows of all pages but the last; `repeated` is the height of the row that every page begins with.

    Groups stay together where a page can hold them, sections where little paper is lost by it.
    """
    found: list[int] = []
    used, before = 0.0, 0
    whole: dict[int, float] = {}
    for first, last in sections:
        # What stays with the section's last row must fit on the page too.
        through = max((end for begin, end in groups if begin <= last <= end), default=last)
        whole[first] = max(whole.get(first, 0.0), _height(heights, first, through))
    for first, last in _divided(groups, heights, capacity - repeated):
        need = _height(heights, first, last)
        section = whole.get(first, need)
        early = used >= capacity * _WORTH_IT and section <= capacity - repeated and used + section > capacity
        if before and (used + need > capacity or early):
            found.append(before)
            used = repeated
        used += need
        before = last
    return found


def _height(heights: Mapping[int, float], first: int, last: int) -> float:
    return sum(heights[row] for row in range(first, last + 1))


def _divided(groups: Sequence[Group], heights: Mapping[int, float], room: float) -> Iterable[Group]:
    """The groups, and each row that is in none; a group that no page can hold falls apart into its rows."""
    edges = [(0, 0), *groups, (max(heights, default=0) + 1, 0)]
    for (_, before), (first, last) in pairwise(edges):
        yield from ((row, row) for row in range(before + 1, first))
        if last and _height(heights, first, last) <= room:
            yield first, last
        elif last:
            yield from ((row, row) for row in range(first, last + 1))


def within(page_ends: Iterable[int], first: int, last: int) -> bool:
    """Whether a page ends inside these rows."""
    return any(first <= row < last for row in page_ends)
