"""How a proposal of the log stands on the card: done of wanted, the entries behind it, and two buttons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.flows.html import escape, short
from bot.flows.outputs import Button
from bot.flows.walk.proposed import Proposed
from bot.flows.walk.reading import Walk
from bot.flows.walk.rule_keys import data
from bot.flows.walk.signs import signed
from bot.texts import Words
from rubrics.logbook import Proposal, Standing
from rubrics.model import Rubric
from rubrics.points import ZERO, show

ENTRIES = 6
"""Entries of a proposal that a card lists, the newest."""
TOPIC = 24


def lines(walk: Walk, words: Words) -> Iterator[str]:
    """Return what the log says about the item in view."""
    proposed = walk.proposed
    if proposed is None:
        return
    for one in proposed.suggested:
        key = {"open": "proposal.open", "entered": "proposal.entered", "rejected": "proposal.rejected"}[
            one.became
        ]
        yield words(
            key,
            done=_escaped(done(walk.rubric, one.proposal.standings, words)),
            mark=_mark(one.proposal, words),
        )
        if one.became == "open":
            yield from _behind(proposed, one.proposal, words)
    if proposed.met:
        yield words("proposal.met", done=_escaped(done(walk.rubric, proposed.met, words)))
    if proposed.missing_months:
        yield words("proposal.not_in", months=proposed.missing_months)


def keys(walk: Walk, words: Words) -> list[list[Button]]:
    """Return accept and not for each open proposal; they carry what they were drawn with."""
    if walk.proposed is None:
        return []
    open_ = [one.proposal for one in walk.proposed.suggested if one.became == "open"]
    revision = walk.revision(walk.item.no)
    return [
        [
            Button(
                words("button.accept", mark=_mark(one, words)),
                data(walk, "A", one.letter, said(one), revision),
            ),
            Button(words("button.reject", letter=one.letter), data(walk, "R", one.letter, said(one))),
        ]
        for one in open_
    ]


def said(one: Proposal) -> str:
    """Return what is proposed as text: occurrences, or the figure."""
    return f"={show(one.figure)}" if one.figure is not None else str(one.count)


def _mark(one: Proposal, words: Words) -> str:
    """Return the mark that is proposed: a×2（−10）."""
    what = f"={show(one.figure)}" if one.figure is not None else f"×{one.count}"
    sign = "+" if one.points > ZERO else ""
    return words("proposal.mark", what=one.letter + what, points=sign + signed(one.points))


def _escaped(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(escape(text) for text in texts)


def done(rubric: Rubric, standings: Iterable[Standing], words: Words) -> tuple[str, ...]:
    """Return what was done of what was wanted by each requirement, its windows one after another."""
    found = []
    for requirement, group in groupby(standings, key=lambda one: one.requirement):
        english = words("language.code") == "en"
        kinds = [kind for one in requirement.activities if (kind := rubric.activity(one))]
        title = (english and requirement.title_en) or requirement.title
        if len(kinds) == 1 or not title:
            title = "/".join((english and kind.title_en) or kind.title for kind in kinds)
        unit = ((english and kinds[0].unit_en) or kinds[0].unit) if kinds else ""
        figures = " ".join(f"{show(one.done)}/{one.wanted}" for one in group)
        found.append(words("proposal.done", title=title, figures=figures, unit=unit))
    return tuple(found)


def _behind(proposed: Proposed, one: Proposal, words: Words) -> Iterator[str]:
    late = {entry.id for each in one.standings for entry in each.late}
    entries = one.entries
    if len(entries) > ENTRIES:
        yield words("proposal.more", count=len(entries) - ENTRIES)
    for entry in entries[-ENTRIES:]:
        topic = escape(short(proposed.entries[entry.id].topic, TOPIC))
        yield words(
            "proposal.entry.late" if entry.id in late else "proposal.entry",
            on=f"{entry.on:%m-%d}",
            topic=topic,
        ).rstrip()


def reason(walk: Walk, one: Proposal, words: Words) -> str:
    """Return the note that an accepted proposal leaves: what was done of what was wanted, and the entries."""
    figures = words("proposal.note", done=done(walk.rubric, one.standings, words))
    if not one.entries or walk.proposed is None:
        return figures
    late = {entry.id for each in one.standings for entry in each.late}
    named = tuple(
        words(
            "proposal.note.late" if entry.id in late else "proposal.note.entry",
            on=f"{entry.on:%m-%d}",
            topic=walk.proposed.entries[entry.id].topic,
        ).strip()
        for entry in one.entries
    )
    return words("proposal.note.entries", figures=figures, entries=named)
