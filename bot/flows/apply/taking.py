"""What the standing file offers for a whole application, and the changes that take it over."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from bot.changes.applying.answers import AnswerCondition, AnswerField
from bot.changes.base import Change
from bot.flows.apply.faces import brief, spot_label
from bot.flows.apply.known import Offer
from bot.flows.apply.reading import Paper
from bot.flows.apply.states import FORM
from bot.flows.html import escape, short
from bot.flows.outputs import Button
from bot.flows.taps import pack
from bot.texts import Words
from rubrics.application import Spot, row_of
from rubrics.known import SORTS

Known = tuple[tuple[str, Offer], ...]
"""Number of a place, and what is offered there."""
PAGE = 8
SAID = 40
NAME = 16
CHOICE: Final[Mapping[str, str]] = {
    "rules": "rule",
    "projects": "project",
    "projects_of_year": "project",
    "patents": "patent",
}
"""Figure -> the list of choices that its kinds are of; all others have levels."""


def changes(paper: Paper, spot: Spot, offer: Offer) -> tuple[Change, ...]:
    """Return what takes an offer over into its place."""
    application = paper.application.id
    if spot.gate is not None:
        return (AnswerCondition(application=application, key=spot.key, said="text", text=offer.text),)
    if not spot.table:
        return (AnswerField(application=application, key=spot.key, text=offer.text),)
    first = max(paper.rows(spot), default=0) + 1
    return tuple(
        AnswerField(application=application, key=cell.key, text=text)
        for number, row in enumerate(offer.rows, first)
        for cell in row_of(spot, number)
        if cell.field is not None and (text := row.get(cell.field.id, ""))
    )


def open_places(paper: Paper, known: Known) -> Known:
    """Return the offers for places where nothing stands: what somebody wrote is replaced one by one only."""
    return tuple((at, each) for at, each in known if not paper.said(paper.spot(at)))


def mark_of(known: Known) -> str:
    """Return six digits that change with what is offered."""
    return sha256(repr([(at, each.mark) for at, each in known]).encode()).hexdigest()[:6]


def lines(paper: Paper, known: Known, leaf: int, words: Words) -> list[str]:
    """Return what is offered, one place a line, with where it comes from."""
    if not known:
        return ["", words("apply.known_none")]
    first = _first(known, leaf)
    told = [words("apply.known_head"), ""]
    for number, (at, offer) in enumerate(known[first : first + PAGE], first + 1):
        names = " ".join(offer.names) if offer.rows else offer.text
        label = escape(spot_label(paper, paper.spot(at), words))
        said = escape(short(names, SAID))
        told.append(words("apply.known_line", number=number, label=label, said=said, why=why(offer, words)))
    return told


def why(offer: Offer, words: Words) -> str:
    """Return where an offer comes from: what was counted, of which years, of which levels or kinds."""
    known = offer.known
    told = words(f"apply.figure.{known.figure}")
    if known.years is not None:
        told = words("apply.figure_years", what=told, years=known.years)
    if known.of and known.figure in SORTS:
        listed = CHOICE.get(known.figure, "level")
        told = words(
            "apply.figure_of", what=told, of=[words(f"file.choice.{listed}.{each}") for each in known.of]
        )
    return told


def keys(paper: Paper, known: Known, leaf: int, words: Words) -> list[tuple[Button, ...]]:
    """Return a button for each place, and one for all that are open."""
    application, first = paper.application.id, _first(known, leaf)
    rows: list[tuple[Button, ...]] = []
    free = open_places(paper, known)
    if len(free) > 1:
        label = words("apply.button.take_all", count=len(free))
        rows.append((Button(label, pack(FORM, "a", application, mark_of(free))),))
    for number, (at, offer) in enumerate(known[first : first + PAGE], first + 1):
        said = str(len(offer.rows)) if offer.rows else short(offer.text, NAME)
        label = brief(f"{number} {words('apply.button.take', said=said)}")
        rows.append((Button(label, pack(FORM, "b", application, at, offer.mark)),))
    return rows


def _first(known: Known, leaf: int) -> int:
    return min(leaf, max(0, len(known) - 1) // PAGE) * PAGE
