"""What people are told of a step on the way of an application, in their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from bot.changes.applications.back import lacking
from bot.changes.applications.effect import details_of
from bot.changes.applications.of import way
from bot.changes.applying.checks import scheme
from bot.entities import Application, ApplicationStep
from bot.flows.applications.saying import step_word
from bot.flows.apply.faces import spot_label
from bot.flows.apply.reading import Paper
from bot.flows.html import escape, short
from bot.ports import Desk
from bot.texts import Words
from rubrics.application import spot_at

PLACES: Final = 20
"""Places to be completed that a message names; the application itself has all of them."""
LABEL: Final = 60
TEXT: Final = 600
RANKED: Final = frozenset({"selected", "not_selected"})
EXPLAINED: Final = frozenset({"rejected", "line_lifted"})
"""Steps whose words are meant for the applicant."""


@dataclass(frozen=True, slots=True)
class Tells:
    """A step, and what is needed to say it."""

    desk: Desk
    found: Application
    step: ApplicationStep
    tied: bool = False
    """Others had the same score when the line was drawn."""
    part: Literal["", "old", "new"] = ""
    """Of a change of leader: the person led the studio until it, or leads it from it on."""


def step_text(tells: Tells, words: Words) -> str:
    """Return the whole message."""
    return "\n".join(_lines(tells, words))


def words_text(tells: Tells, words: Words) -> str:
    """Return the line that says what the application came to."""
    found, step = tells.found, tells.step
    rank = "_tied" if tells.tied else "" if step.value else "_unranked"
    key = f"{step.name}{rank}" if step.name in RANKED else step.name
    what = words(f"way.matter.{found.matter}")
    if found.matter == "leader" and step.name == "carried_out":
        said = details_of(tells.desk, found)
        facts = {"name": escape(found.name), "since": said.get("since", ""), "what": what}
        key = f"way.told.leader_{tells.part or 'changed'}"
        return words(key, leader=escape(said.get("leader", "")), **facts)
    name = escape(found.name)
    # The studio may have applied for a name too: what is decided is said, where the words do not.
    facts = {
        "name": name if found.matter == "name" or step.name == "carried_out" else f"{name}　{what}",
        "value": step.value,
        "on": step.on,
        "until": step.value,
        "what": what,
        "step": step_word(step.name, words, way(tells.desk, found)),
    }
    return words(f"way.told.{key}", **facts)


def decided_text(tells: Tells, words: Words) -> Iterator[str]:
    """Say who decided it by which paper, and in which words that are meant for the applicant."""
    step = tells.step
    if step.decider or step.paper:
        said = {"decider": escape(step.decider), "paper": escape(step.paper)}
        yield words("way.told.decided", on=step.on, **said).rstrip()
    if step.text and step.name in EXPLAINED:
        yield words("way.told.text", text=escape(short(step.text, TEXT)))


def _lines(tells: Tells, words: Words) -> Iterator[str]:
    yield words_text(tells, words)
    yield from decided_text(tells, words)
    if tells.step.name == "returned":
        yield from _returned(tells, words)


def _returned(tells: Tells, words: Words) -> Iterator[str]:
    """Name every place that is to be completed, then what was said of it."""
    desk, found = tells.desk, tells.found
    rubric = scheme(desk, found)
    answers, steps = desk.applications.answers(found.id), desk.applications.steps(found.id)
    paper = Paper(found, rubric, desk.studios.get(found.studio), answers, (), steps, "")
    keys, text = lacking(tells.step)
    for key in keys[:PLACES]:
        spot = spot_at(rubric, found.track, key)
        if spot is not None:
            yield words("way.told.place", label=escape(short(spot_label(paper, spot, words), LABEL)))
    if len(keys) > PLACES:
        yield words("way.told.more", count=len(keys) - PLACES)
    if text:
        yield words("way.told.text", text=escape(short(text, TEXT)))
