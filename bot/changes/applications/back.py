"""An application was sent back for completion with a list, or turned down for good."""

from __future__ import annotations

from typing import ClassVar, Final

from pydantic import Field

from bot import access
from bot.changes.applications.of import (
    THEIRS,
    decided_on,
    in_order,
    made_step,
    reason_of,
    said_by,
    stepped,
    unchanged,
)
from bot.changes.applying.checks import OVER, scheme
from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import stream_of
from bot.entities import Application, ApplicationStep
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import spot_at
from rubrics.application_way import outside

BACK: Final = frozenset({"submitted", "recommended", "examined", "visited"})
"""States in which something can still be completed: before the line is drawn or the decision taken."""
LACKS: Final = 60
BETWEEN: Final = "\n"


class ReturnApplication(Change):
    """Send it back: what is to be completed, place by place, or in words."""

    name: ClassVar[str] = "return_application"

    application: str
    lacks: tuple[str, ...] = Field(default=(), max_length=LACKS)
    """Keys of places."""
    text: str = ""
    on: str
    today: str
    revision: int

    def _found(self, desk: Desk, moment: Moment) -> Application:
        known = desk.applications.get(self.application)
        # Whoever is to recommend it reads it first.
        act: access.Act = "recommend" if known is not None and known.state == "submitted" else "examine"
        return decided_on(desk, self.application, act, moment)[0]

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever recommends or examines it, while something can still be completed; with something to complete."""
        found = self._found(desk, moment)
        unchanged(found, self.revision)
        if found.state in OVER:
            raise Refusal("way_over", name=found.name)
        if found.state in THEIRS:
            raise Refusal("way_theirs", name=found.name)
        steps = desk.applications.steps(found.id)
        if found.matter != "name" or found.state not in BACK or outside([step.name for step in steps]):
            raise Refusal("way_no_return", name=found.name)
        in_order(self.on, self.today, steps)
        rubric = scheme(desk, found)
        if any(spot_at(rubric, found.track, key) is None for key in self.lacks):
            raise Refusal("not_yours")
        if not self.lacks and not self.text.strip():
            raise Refusal("way_lack_none")
        if self.text.strip():
            reason_of(self.text)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """It is the applicant's turn again."""
        found = self._found(desk, moment)
        text = f"{' '.join(dict.fromkeys(self.lacks))}{BETWEEN}{self.text.strip()}"
        step = made_step(found, "returned", self.on, moment).model_copy(update={"text": text})
        told = stepped(desk, found, step, moment, "returned")
        return Told(stream_of(found.studio), {**told, "lacks": list(self.lacks)})


def lacking(step: ApplicationStep) -> tuple[tuple[str, ...], str]:
    """Return the places that are to be completed by a step that sent an application back, and the words with them."""
    keys, _, text = step.text.partition(BETWEEN)
    return tuple(keys.split()), text


class RejectApplication(Change):
    """Turn it down, with the reason."""

    name: ClassVar[str] = "reject_application"

    application: str
    text: str
    decider: str
    paper: str = ""
    on: str
    today: str
    revision: int

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio who do not lead it, until the way has ended."""
        found, _ = decided_on(desk, self.application, "examine", moment, ending=True)
        unchanged(found, self.revision)
        if found.state in OVER:
            raise Refusal("way_over", name=found.name)
        if found.state == "draft":
            raise Refusal("way_theirs", name=found.name)
        in_order(self.on, self.today, desk.applications.steps(found.id))
        said_by(self.decider, self.paper)
        reason_of(self.text)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Its way ends here."""
        found, _ = decided_on(desk, self.application, "examine", moment, ending=True)
        said = {"decider": self.decider, "paper": self.paper, "text": self.text}
        step = made_step(found, "rejected", self.on, moment, **said)
        return Told(stream_of(found.studio), stepped(desk, found, step, moment, "rejected"))
