"""What an applicant sees of the way of their application: how far it is, what to complete, the notice, objections.

Called by the screens of /apply, which have checked whose application it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot import access
from bot.changes.applications.back import lacking
from bot.changes.applications.of import last_of
from bot.changes.applying.checks import OVER
from bot.entities import Application, ApplicationStep, Objection, Person, Studio
from bot.flows.applications.matters import title_of
from bot.flows.applications.saying import ahead_lines, state_word, step_lines
from bot.flows.applications.states import ONE
from bot.flows.apply.faces import spot_label
from bot.flows.apply.reading import Paper
from bot.flows.html import escape, short
from bot.flows.outputs import Button
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import Words
from rubrics.application import spot_at
from rubrics.application_way import standing, way_of

LISTED = 12
LABEL = 40
MATTERS = 4
"""Matters of the own studios that the list of applications shows."""


def way_lines(paper: Paper, words: Words) -> Iterator[str]:
    """Yield where an application stands: steps with their days, what is to come, what the applicant has to do."""
    found, steps = paper.application, paper.steps
    if found.state == "draft":
        return
    yield ""
    way = way_of(paper.rubric, found.track)
    yield from step_lines(steps, words, way)
    stands = standing(found.state, [each.name for each in steps])
    if found.state not in OVER:
        yield from ahead_lines(way, stands, words, all_=False, taken=steps)
    if found.state == "returned":
        yield from lack_lines(paper, words)
    yield from _public(steps, paper.objections, words)


def lacks(paper: Paper) -> tuple[str, ...]:
    """Return the keys of the places that are to be completed; none where it was not sent back."""
    back = last_of(paper.steps, "returned") if paper.application.state == "returned" else None
    return lacking(back)[0] if back is not None else ()


def lack_lines(paper: Paper, words: Words) -> Iterator[str]:
    """Say which places of an application that was sent back are to be completed."""
    keys = lacks(paper)
    if not keys:
        return
    yield words("applications.mine.lacks")
    for key in keys[:LISTED]:
        spot = spot_at(paper.rubric, paper.application.track, key)
        label = spot_label(paper, spot, words) if spot is not None else key
        yield words("applications.mine.lack", label=escape(short(label, LABEL)))
    if len(keys) > LISTED:
        yield words("applications.mine.more", count=len(keys) - LISTED)


def _public(
    steps: tuple[ApplicationStep, ...], objections: tuple[Objection, ...], words: Words
) -> Iterator[str]:
    """Say how many objections there are and what became of them: not who objects, nor to what."""
    if last_of(steps, "published") is None or not objections:
        return
    states = [each.state for each in objections]
    yield words(
        "applications.mine.objections",
        count=len(states),
        open=states.count("open"),
        upheld=states.count("upheld"),
        dismissed=states.count("dismissed"),
    )


def matters_of(desk: Desk, who: Person, studios: tuple[Studio, ...]) -> tuple[Application, ...]:
    """Return what is about the person's own studios that are named already, the one changed last first."""
    found = (
        each
        for studio in studios
        if access.may(who, "apply", studio)
        for each in desk.applications.of_studio(studio.id)
        if each.matter != "name"
    )
    return tuple(sorted(found, key=lambda each: -each.changed))[:MATTERS]


def matter_keys(found: tuple[Application, ...], words: Words) -> list[tuple[Button, ...]]:
    """Return a button for each of them."""
    return [
        (Button(f"{title_of(each, words)} · {state_word(each.state, words)}", pack(ONE, "o", each.id)),)
        for each in found
    ]
