"""What the changes of things to put right (整改) have in common: whose they are, who re-checks, until when.

A wish not to put something right (不可整改) waits for the same people as what was done: `asks_waiver` tells it apart.
"""

from __future__ import annotations

from typing import Any, Final

from bot import access
from bot.changes.base import Moment, Told
from bot.changes.studio_log import stream_of
from bot.entities import Assessment, Fix, FixState, FixStep, StepName
from bot.ports import Desk
from bot.problems import Refusal
from rubrics import common
from rubrics.model import Rubric

OWED: Final[tuple[FixState, ...]] = ("open", "returned")
"""The leader has something to do."""
SETTLED: Final[tuple[FixState, ...]] = ("accepted", "waived")


def days(rubric: Rubric, found: Assessment) -> tuple[int, bool]:
    """Return how many days there are from the signature, and whether that is suggested: nobody has decided it."""
    return common.days(found.rulings, common.RECTIFICATION_DAYS, rubric=rubric, assumed=found.assumed)


def asks_waiver(found: Fix) -> bool:
    """Say whether what waits to be decided is the wish not to put it right."""
    asked = [step.name for step in found.steps if step.name in {"done", "waived"}]
    return found.state == "done" and bool(asked) and asked[-1] == "waived"


def my_fix(desk: Desk, fix: str, revision: int | None, moment: Moment) -> Fix:
    """Return one of a studio that the person leads, as it was shown, or refuse."""
    found = desk.fixes.get(fix)
    studio = desk.studios.get(found.studio) if found else None
    if moment.person is None or found is None or studio is None:
        raise Refusal("not_yours")
    access.require(moment.person, "fix", studio)
    return _as_shown(found, revision)


def owed(found: Fix) -> Fix:
    """Return one about which the leader has something to do, or refuse."""
    if found.state not in OWED:
        raise Refusal("fix_waiting", number=str(found.number)) if found.state == "done" else settled(found)
    return found


def to_decide(desk: Desk, fix: str, revision: int, moment: Moment) -> Fix:
    """Return one that waits for a decision that is the person's to take, or refuse."""
    found = desk.fixes.get(fix)
    sheet = desk.visits.assessment(found.assessment) if found else None
    studio = desk.studios.get(found.studio) if found else None
    if moment.person is None or found is None or sheet is None or studio is None:
        raise Refusal("not_yours")
    if access.may(moment.person, "fix", studio):
        raise Refusal("fix_own")
    access.require(moment.person, "recheck", sheet)
    _as_shown(found, revision)
    if found.state in SETTLED:
        raise settled(found)
    if found.state != "done":
        raise Refusal("fix_not_done", number=str(found.number))
    return found


def to_date(desk: Desk, fix: str, revision: int, moment: Moment) -> Fix:
    """Return one whose day the person may set, or refuse."""
    found = desk.fixes.get(fix)
    studio = desk.studios.get(found.studio) if found else None
    if moment.person is None or found is None or studio is None:
        raise Refusal("not_yours")
    if access.may(moment.person, "fix", studio):
        raise Refusal("fix_own")
    access.require(moment.person, "set_due", studio)
    _as_shown(found, revision)
    if found.state in SETTLED:
        raise settled(found)
    return found


def _as_shown(found: Fix, revision: int | None) -> Fix:
    if revision is not None and found.revision != revision:
        raise Refusal("fix_changed")
    return found


def settled(found: Fix) -> Refusal:
    """Return the refusal that says how one stands."""
    return Refusal("fix_settled", number=str(found.number))


def moved(desk: Desk, found: Fix, moment: Moment, step: StepName, text: str, **fields: Any) -> Told:  # noqa: ANN401 - fields of a fix
    """Store what happened, one revision on, and say what the history keeps."""
    after = found.model_copy(update={**fields, "changed": moment.now, "revision": found.revision + 1})
    hashes = desk.fixes.put(after, moment.actor)
    said = desk.fixes.step(found.id, FixStep(at=moment.now, by=moment.actor or "", name=step, text=text))
    told: dict[str, Any] = {
        "fix": found.id,
        "assessment": found.assessment,
        "number": found.number,
        "item": found.item,
        "state": [found.state, after.state],
        "words": said,
    }
    if after.due != found.due:
        told["due"] = [found.due, after.due]
    if "owner" in fields:
        told["owner"] = hashes.get("owner", "")
    return Told(stream_of(found.studio), told)
