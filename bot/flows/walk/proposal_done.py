"""What there is of what was wanted, in words: one time after another, or, where they are many, only what lacks.

Speaks of log and file alike; it proposes nothing and knows no card.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from bot.texts import Words
from rubrics.activities import Span
from rubrics.logbook import Held, Standing
from rubrics.model import Rubric
from rubrics.periods import MONTHS, Period
from rubrics.points import ZERO, show

FEW: Final = 4
"""So many times stand one after another; of more, those that have enough are counted and the others named."""

One = Standing | Held
_OF_A_YEAR: Final = ("month", "quarter", "half")


def done(rubric: Rubric, stands: Iterable[One], words: Words) -> tuple[str, ...]:
    """Return what there is of what was wanted by each requirement and holding."""
    return tuple(
        _told(rubric, tuple(same), words)
        for _, same in groupby(stands, key=lambda one: (type(one), _id(one)))
    )


def _told(rubric: Rubric, group: Sequence[One], words: Words) -> str:
    title, unit = _named_as(rubric, group[0], words)
    short = len(group) <= FEW
    figures = " ".join(_figures(one) for one in group) if short else _runs(group, unit, words)
    told = words("proposal.done" if short else "proposal.done.many", title=title, figures=figures, unit=unit)
    beside = [one.held for one in group if isinstance(one, Standing) and one.held is not None]
    if beside:
        held = " ".join(map(show, beside)) if short else show(sum(beside, ZERO))
        name = _counted(rubric, group[0], title, words) if any(not one.met for one in group) else ""
        told = words(
            "proposal.beside_named" if name else "proposal.beside_file", done=told, name=name, held=held
        )
    absent = tuple(
        words(f"file.choice.rule.{each}") for one in group if isinstance(one, Held) for each in one.absent
    )
    return words("proposal.absent", done=told, absent=absent) if absent else told


def _counted(rubric: Rubric, one: One, title: str, words: Words) -> str:
    """Return what the file counts of a requirement where that has another name: a pair alone is no result."""
    of = _id(one)
    holding = next((each for each in rubric.holdings if each.requirement == of), None)
    if holding is None:
        return ""
    name = (words("language.code") == "en" and holding.title_en) or holding.title
    return "" if name == title else name


def _id(one: One) -> str:
    return one.requirement.id if isinstance(one, Standing) else one.holding.id


def _figures(one: One) -> str:
    """Return how many of how many; where the source names no number, or asks only that there be any, how many."""
    alone = isinstance(one, Held) and (not one.wanted or one.done > one.wanted == 1)
    return show(one.done) if alone else f"{show(one.done)}/{one.wanted}"


def _runs(group: Sequence[One], unit: str, words: Words) -> str:
    """Return in how many times there is enough, and the others by what they have: 11/12 个月达到（8月 1/2 次）."""
    span = _span(group[0])
    kind = span if span in _OF_A_YEAR else "year"
    enough = words(f"proposal.enough.{kind}", met=sum(one.met for one in group), count=len(group))
    lacking: dict[str, list[int]] = {}
    for place, one in enumerate(group):
        if not one.met:
            lacking.setdefault(f"{show(one.there)}/{one.wanted}", []).append(place)
    said = ""
    one_year = group[0].start.year == group[-1].end.year
    for figures, places in lacking.items():
        when = tuple(_run(group, each, words, one_year=one_year) for each in _together(places))
        then = words("proposal.lacking", when=when, figures=figures, unit=unit)
        said = words("proposal.lacking.both", first=said, then=then) if said else then
    return words("proposal.enough_but", enough=enough, lacking=said) if said else enough


def _together(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return numbers that follow each other as first and last."""
    for _, same in groupby(enumerate(places), key=lambda each: each[1] - each[0]):
        run = [place for _, place in same]
        yield run[0], run[-1]


def _run(group: Sequence[One], run: tuple[int, int], words: Words, *, one_year: bool) -> str:
    first, last = (group[place] for place in run)
    if one_year and _span(first) == "month":
        start, end = first.start.month, last.start.month
        if start == end:
            return words(f"proposal.month.{start}")
        return words(
            "proposal.months", first=words(f"proposal.month.{start}"), last=words(f"proposal.month.{end}")
        )
    if first is last:
        return _name(first)
    return words("proposal.span", first=_name(first), last=_name(last))


def _name(one: One) -> str:
    """Return a time as it is written everywhere: 2025-08, 2025-Q3."""
    for kind in MONTHS:
        whole = Period.holding(kind, one.start)
        if (whole.start, whole.end) == (one.start, one.end):
            return str(whole)
    return f"{one.start.year}..{one.end.year}"


def _span(one: One) -> Span:
    per = one.requirement.per if one.requirement else one.holding.per if isinstance(one, Held) else None
    return per or "year"


def _named_as(rubric: Rubric, one: One, words: Words) -> tuple[str, str]:
    """Return what is counted and its unit, in the reader's language."""
    english = words("language.code") == "en"
    if isinstance(one, Held):
        held = one.holding
        return (english and held.title_en) or held.title, (english and held.unit_en) or held.unit
    requirement = one.requirement
    kinds = [kind for each in requirement.activities if (kind := rubric.activity(each))]
    title = (english and requirement.title_en) or requirement.title
    if len(kinds) == 1 or not title:
        title = "/".join((english and kind.title_en) or kind.title for kind in kinds)
    return title, ((english and kinds[0].unit_en) or kinds[0].unit) if kinds else ""
