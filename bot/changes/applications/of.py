"""What the changes on the way of an application have in common: who may, how far it is, what may come next.

The same holds for what is decided about a studio that is named already.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from typing import Final

from bot import access
from bot.changes.applying.checks import OVER
from bot.changes.base import Moment
from bot.changes.retire_studio import active
from bot.entities import Application, ApplicationStep, Studio
from bot.entities.application import ApplicationState
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application_way import NOT_SELECTED, WayStep, matter_way, next_of, standing, way_of

THEIRS: Final = frozenset({"draft", "returned"})
"""States in which it is the applicant's turn."""
NAME: Final = 60
TEXT: Final = 1000
"""Characters of a decider or a paper's number, and of what is said besides."""
_MARK: Final = 8


def round_stream(rubric: str, year: int) -> str:
    """Return the stream of the history in which is told what concerns many applications of a year."""
    return f"applications:{rubric}:{year}"


def mark_of(found: Iterable[Application]) -> str:
    """Return a few characters that stand for applications as they were shown: a button decides about just these."""
    text = "\n".join(sorted(f"{one.id} {one.revision}" for one in found))
    return sha256(text.encode()).hexdigest()[:_MARK]


def decided_on(
    desk: Desk, application: str, act: access.Act, moment: Moment, *, ending: bool = False
) -> tuple[Application, Studio]:
    """Return an application with its studio about which the person may decide, or refuse: never of one they lead.

    `ending` lets it be about a studio that is retired.
    """
    found = desk.applications.get(application)
    studio = desk.studios.get(found.studio) if found is not None else None
    if moment.person is None or found is None or studio is None:
        raise Refusal("not_yours")
    if access.may(moment.person, act) and access.leads(moment.person, studio.id, studio.unit):
        raise Refusal("way_own", studio=studio.name)
    if not access.may(moment.person, act, studio):
        raise Refusal("not_yours")
    if not ending:
        active(studio)
    return found, studio


def decided_on_all(
    desk: Desk, found: Iterable[Application], act: access.Act, moment: Moment
) -> dict[str, Studio]:
    """Return the studios of applications about all of which the person may decide, by id, or refuse the first other."""
    scopes = access.scopes(moment.person, act) if moment.person is not None else ()
    covered = {each.id: each for each in desk.studios.covered(scopes)}
    for one in found:
        studio = covered.get(one.studio)
        if studio is None or moment.person is None or not access.may(moment.person, act, studio):
            # Only what is refused is read again: there is a reason for each.
            covered[one.studio] = decided_on(desk, one.id, act, moment)[1]
        else:
            active(studio)
    return covered


def unchanged(found: Application, revision: int) -> None:
    """Refuse where it is no more as it was shown."""
    if found.revision != revision:
        raise Refusal("way_changed", name=found.name)


def way(desk: Desk, found: Application) -> tuple[WayStep, ...]:
    """Return its way by the version of the scheme with which it was begun."""
    if found.matter != "name":
        return matter_way()
    return way_of(desk.library.get(found.rubric, found.version), found.track)


def steps_open(
    desk: Desk, found: Application, steps: Sequence[ApplicationStep] | None = None
) -> tuple[str, ...]:
    """Return the names of the steps that may come next."""
    taken = desk.applications.steps(found.id) if steps is None else steps
    return next_of(way(desk, found), standing(found.state, [step.name for step in taken]))


def may_come(desk: Desk, found: Application, step: str) -> tuple[ApplicationStep, ...]:
    """Return the steps so far of one that may take a step now, or refuse with what comes first."""
    steps = desk.applications.steps(found.id)
    if found.state in OVER:
        raise Refusal("way_over", name=found.name)
    if found.state in THEIRS:
        raise Refusal("way_theirs", name=found.name)
    if standing(found.state, [each.name for each in steps]) == NOT_SELECTED:
        raise Refusal("way_outside", name=found.name)
    open_ = steps_open(desk, found, steps)
    if step not in open_:
        raise Refusal("way_order", name=found.name, step=step, steps=open_)
    return steps


def day_of(text: str) -> str:
    """Return an ISO date, or refuse what is none."""
    try:
        found = date.fromisoformat(text).isoformat()
    except ValueError:
        found = ""
    if not found or found != text:
        raise Refusal("way_day", value=text[:NAME])
    return text


def in_order(on: str, today: str, steps: Sequence[ApplicationStep]) -> None:
    """Refuse a day to come, and one before the step before it."""
    if day_of(on) > today:
        raise Refusal("way_day_ahead", on=on, today=today)
    known = max((step.on for step in steps if step.on <= today), default="")
    if on < known:
        raise Refusal("way_day_before", on=on, known=known)


def said_by(decider: str, paper: str, text: str = "", *, needs_paper: bool = False) -> None:
    """Refuse a decision of nobody, one without its paper where it needs one, and a whole letter in their place."""
    if not decider.strip():
        raise Refusal("way_no_decider")
    if needs_paper and not paper.strip():
        raise Refusal("way_no_paper")
    short(decider, NAME)
    short(paper, NAME)
    short(text, TEXT)


def short(text: str, limit: int) -> str:
    """Return words without blanks around them, or refuse too many."""
    said = text.strip()
    if len(said) > limit:
        raise Refusal("way_long", count=len(said), limit=limit)
    return said


def reason_of(text: str) -> str:
    """Return a reason in words, or refuse none."""
    said = short(text, TEXT)
    if not any(char.isalpha() for char in said):
        raise Refusal("way_no_reason")
    return said


def last_of(steps: Sequence[ApplicationStep], name: str) -> ApplicationStep | None:
    """Return the newest step of a name."""
    return next((step for step in reversed(steps) if step.name == name), None)


def stepped(
    desk: Desk,
    found: Application,
    step: ApplicationStep,
    moment: Moment,
    state: ApplicationState | None = None,
) -> dict[str, object]:
    """Keep a step and the state after it; returns what the history says of it."""
    after = found.state if state is None else state
    changed = {"state": after, "changed": moment.now, "revision": found.revision + 1}
    desk.applications.put(found.model_copy(update=changed))
    words = desk.applications.step(step)
    told = {"application": found.id, "studio": found.studio, "step": step.name, "on": step.on}
    return {**told, "from": found.state, "to": after, "words": dict(words)}


def made_step(found: Application, name: str, on: str, moment: Moment, **more: str) -> ApplicationStep:
    """Return a step that is being taken now."""
    said = {key: value.strip() for key, value in more.items()}
    return ApplicationStep(
        application=found.id, place=0, name=name, on=on, by=moment.actor or "", at=moment.now, **said
    )
