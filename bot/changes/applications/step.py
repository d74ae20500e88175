"""A step on the way of an application was taken, by one decision about one or about many.

Selecting and the public notice have changes of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, Final, Literal

from pydantic import Field

from bot import access
from bot.changes.applications.effect import carry_out, effect
from bot.changes.applications.naming import nameable, named
from bot.changes.applications.of import (
    decided_on,
    in_order,
    last_of,
    made_step,
    mark_of,
    may_come,
    reason_of,
    round_stream,
    said_by,
    stepped,
    unchanged,
)
from bot.changes.applications.sheet import inspected
from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import stream_of
from bot.entities import Application, ApplicationStep, Studio
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.numbering import canonical
from rubrics.points import show

Taken = Literal["recommended", "examined", "visited", "approved", "named", "reported", "carried_out"]
ACTS: Final[Mapping[str, access.Act]] = {"recommended": "recommend", "approved": "approve"}
"""Steps that others than coordinators take."""
PAPERS: Final = frozenset({"approved", "named", "reported", "carried_out"})
"""Steps that stand on a paper with a number."""
ENDING: Final = frozenset({"named", "reported", "carried_out"})
PROPOSING: Final = frozenset({"submitted", "recommended", "examined", "visited", "selected"})
"""Whoever took one of these does not approve what comes of it."""
SCORE: Final = 1000
PLACES: Final = 2
DIGITS: Final = 8


class TakeStep(Change):
    """Take the next step: recommend, examine, visit, approve, name, report to the next level, carry out."""

    name: ClassVar[str] = "take_step"

    application: str
    step: Taken
    on: str
    """ISO date of the decision."""
    decider: str
    """Who decided, as the paper says."""
    paper: str = ""
    """文号."""
    text: str = ""
    value: str = ""
    """Of 实地考核 or 答辩: the score that the examiners gave; empty: that of the signed sheet, if there is one, or
    how many of its conditions hold where it gives no points."""
    today: str
    """ISO date where the program runs."""
    revision: int
    """Of the application as it was shown."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whose step it is, about a studio that they do not lead, in order; who proposed it does not approve it."""
        act = ACTS.get(self.step, "examine")
        found, studio = decided_on(desk, self.application, act, moment)
        unchanged(found, self.revision)
        steps = may_come(desk, found, self.step)
        in_order(self.on, self.today, steps)
        said_by(self.decider, self.paper, self.text, needs_paper=self.step in PAPERS)
        if self.step == "approved" and any(one.by == moment.actor for one in steps if one.name in PROPOSING):
            raise Refusal("way_approve_own", name=found.name)
        if self.step in ENDING:
            _undisputed(desk, found, steps, self.on, self.text)
        if self.step == "named":
            nameable(desk, found, studio, self.decider)
        self._value(desk, found)
        if self.step == "carried_out":
            carry_out(desk, found, self).allow(desk, moment)

    def _value(self, desk: Desk, found: Application) -> str:
        """Return the score of a visit; a condition that must hold and does not asks for a reason."""
        if self.step != "visited":
            if self.value:
                raise Refusal("not_yours")
            return ""
        sheet = inspected(desk, found)
        if sheet is not None and sheet.unmet and not self.text.strip():
            raise Refusal("way_condition_unmet", name=found.name, items=sheet.unmet)
        if self.value:
            return score_of(self.value)
        return sheet.value if sheet is not None else ""

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep it; a name is given, where this gives it."""
        found, studio = decided_on(desk, self.application, ACTS.get(self.step, "examine"), moment)
        return Told(stream_of(found.studio), self.taken(desk, found, studio, moment))

    def taken(self, desk: Desk, found: Application, studio: Studio, moment: Moment) -> dict[str, object]:
        """Do it and return what the history says of it."""
        said = {"decider": self.decider, "paper": self.paper, "text": self.text}
        step = made_step(found, self.step, self.on, moment, value=self._value(desk, found), **said)
        told = stepped(desk, found, step, moment, self.step)
        if self.step == "visited":
            sheet = None if self.value else inspected(desk, found)
            told |= {"sheet": sheet.assessment.id if sheet else "", "value": step.value}
        if self.step == "named":
            told |= named(desk, found, studio, self.on, self.decider)
        return told

    def follow(self, desk: Desk, moment: Moment) -> None:
        """Carry out what was decided about a studio that is named already."""
        found = desk.applications.get(self.application)
        if self.step == "carried_out" and found is not None:
            effect(desk, found, self, moment)


class TakeSteps(Change):
    """Take the same step with many applications by one decision: all of them or none."""

    name: ClassVar[str] = "take_steps"

    applications: tuple[str, ...] = Field(min_length=1)
    step: Taken
    on: str
    decider: str
    paper: str = ""
    text: str = ""
    today: str
    mark: str
    """Of the applications as they were shown."""

    def _each(self, desk: Desk) -> list[TakeStep]:
        found = [desk.applications.get(one) for one in dict.fromkeys(self.applications)]
        known = [one for one in found if one is not None]
        if len(known) != len(self.applications):
            raise Refusal("not_yours")
        if mark_of(known) != self.mark:
            raise Refusal("way_changed", name=known[0].name)
        fields = self.model_dump(exclude={"applications", "mark"})
        return [TakeStep(application=one.id, revision=one.revision, **fields) for one in known]

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whose step it is, for each of them."""
        for one in self.applications:
            decided_on(desk, one, ACTS.get(self.step, "examine"), moment)
        for each in self._each(desk):
            each.allow(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep each; one row of the history names them all."""
        told = []
        for each in self._each(desk):
            found, studio = decided_on(desk, each.application, ACTS.get(self.step, "examine"), moment)
            told.append(each.taken(desk, found, studio, moment))
        first = desk.applications.get(self.applications[0])
        stream = round_stream(first.rubric, first.year) if first else ""
        return Told(stream, {"step": self.step, "on": self.on, "taken": told})

    def follow(self, desk: Desk, moment: Moment) -> None:
        """Carry out what was decided about studios that are named already."""
        for one in self.applications if self.step == "carried_out" else ():
            found = desk.applications.get(one)
            if found is not None:
                effect(desk, found, self, moment)


def score_of(text: str) -> str:
    """Return a score as decimal text, or refuse what is none."""
    said = canonical(text.strip())
    whole, _, rest = said.partition(".")
    plain = said.isascii() and len(said) <= DIGITS and whole.isdecimal()
    if not plain or (rest and not rest.isdecimal()) or len(rest) > PLACES or said.endswith("."):
        raise Refusal("way_score", value=text.strip(), most=SCORE)
    if Decimal(said) > SCORE:
        raise Refusal("way_score", value=text.strip(), most=SCORE)
    return show(Decimal(said))


def _undisputed(desk: Desk, found: Application, steps: Sequence[ApplicationStep], on: str, text: str) -> None:
    """Refuse an end while the list is public or an objection is open; one that was upheld asks for a reason."""
    notice = last_of(steps, "published")
    if notice is not None and found.state == "published" and on <= notice.value:
        raise Refusal("way_public_until", name=found.name, until=notice.value)
    states = {objection.state for objection in desk.applications.objections(found.id)}
    if "open" in states:
        raise Refusal("way_objection_open", name=found.name)
    if "upheld" in states:
        if not text.strip():
            raise Refusal("way_objection_upheld", name=found.name)
        reason_of(text)
