"""What the changes of outcomes have in common: whose desk it is, where the history tells it, what stands already."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from bot import access
from bot.changes.base import Moment
from bot.changes.outcomes.of import Result, frozen, result
from bot.entities import Judgement, Studio
from bot.ports import Desk
from bot.problems import Refusal

_MARK: Final = 8
DECIDED: Final = ("approved", "carried_out")
"""States in which nothing is changed any more unless something behind it has changed."""


def stream_of(rubric: str, period: str) -> str:
    """Return the stream of the history in which the outcomes of a period are told."""
    return f"outcomes:{rubric}:{period}"


def managed(desk: Desk, studio: str, moment: Moment) -> Studio:
    """Return a studio whose outcomes the person may enter, decide and propose, or refuse."""
    found = desk.studios.get(studio)
    if moment.person is None or found is None or not access.may(moment.person, "manage", found):
        raise Refusal("not_yours")
    if access.leads(moment.person, found.id, found.unit):
        raise Refusal("outcome_own_studio", studio=found.name)
    return found


def found_result(desk: Desk, rubric: str, period: str, studio: str) -> Result:
    """Return the result of one studio, or refuse what no scheme judges."""
    found = result(desk, rubric, period, studio)
    if found is None:
        raise Refusal("not_yours")
    return found


def undecided(found: Result) -> Result:
    """Return a result about which decisions may still be taken, or refuse."""
    if found.state in DECIDED and not found.outdated:
        raise Refusal("outcome_approved", studio=found.studio.name, period=str(found.period))
    return found


def reopened(found: Result, moment: Moment, **fields: object) -> Judgement:
    """Return the judgement of a result with what was decided now; nothing is proposed any more."""
    before = found.judgement
    if before is None:
        made = Judgement(
            id=moment.mint(),
            studio=found.studio.id,
            rubric=found.rubric.id,
            version=found.rubric.version,
            period=str(found.period),
            state="open",
            by=moment.actor or "",
            at=moment.now,
        )
    else:
        made = before.model_copy(
            update={"state": "open", "figures": "", "by": moment.actor or "", "at": moment.now}
        )
    return made.model_copy(
        update={**fields, "version": found.rubric.version, "revision": made.revision + (before is not None)}
    )


def mark_of(*found: Result) -> str:
    """Return a few characters that stand for results as they were shown: a button proposes or approves just these."""
    text = "\n".join(f"{one.studio.id} {one.state} {frozen(one)} {one.contested}" for one in found)
    return sha256(text.encode()).hexdigest()[:_MARK]
