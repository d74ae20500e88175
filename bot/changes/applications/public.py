"""The public notice of what was approved (公示), objections to it, and what was decided about them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final, Literal

from pydantic import Field

from bot import access
from bot.changes.applications.of import (
    day_of,
    decided_on,
    in_order,
    last_of,
    made_step,
    mark_of,
    may_come,
    reason_of,
    round_stream,
    short,
    stepped,
)
from bot.changes.applications.round import round_of
from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import stream_of
from bot.entities import Application, Objection
from bot.ports import Desk
from bot.problems import Refusal

NAME: Final = 60
DAYS: Final = 90
"""Days that a public notice may last, and by which it may begin ahead."""


class Publish(Change):
    """Make public what was approved, from a day to a day."""

    name: ClassVar[str] = "publish_applications"

    applications: tuple[str, ...] = Field(min_length=1)
    start: str
    until: str
    """ISO dates of the first and the last day."""
    paper: str = ""
    decider: str = ""
    text: str = ""
    """Where it can be read."""
    today: str
    mark: str

    def _found(self, desk: Desk) -> list[Application]:
        ids = dict.fromkeys(self.applications)
        found = [one for each in ids if (one := desk.applications.get(each)) is not None]
        if len(found) != len(self.applications):
            raise Refusal("not_yours")
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of all of them who lead none; not before the approval, not for ever."""
        for each in self.applications:
            decided_on(desk, each, "examine", moment)
        found = self._found(desk)
        if mark_of(found) != self.mark:
            raise Refusal("way_changed", name=found[0].name)
        first, last = (date.fromisoformat(day_of(each)) for each in (self.start, self.until))
        ahead = (first - date.fromisoformat(self.today)).days
        if last < first or (last - first).days > DAYS or ahead > DAYS:
            raise Refusal("way_public_span", start=self.start, until=self.until, most=DAYS)
        for one in found:
            steps = may_come(desk, one, "published")
            in_order(self.start, max(self.start, self.today), steps)
        short(self.paper, NAME)
        short(self.decider, NAME)
        short(self.text, NAME)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep both days with each, and with the year's round."""
        told = []
        for one in self._found(desk):
            said = {"decider": self.decider, "paper": self.paper, "text": self.text}
            step = made_step(one, "published", self.start, moment, value=self.until, **said)
            told.append(stepped(desk, one, step, moment, "published"))
            if one.matter == "name":
                days = {"public_from": self.start, "public_until": self.until}
                given = round_of(desk, one.rubric, one.year, moment)
                desk.applications.put_round(given.model_copy(update=days))
        first = self._found(desk)[0]
        return Told(
            round_stream(first.rubric, first.year),
            {"start": self.start, "until": self.until, "published": told},
        )


class FileObjection(Change):
    """Write down an objection that came in while the list was public."""

    name: ClassVar[str] = "file_objection"

    application: str
    id: str
    """Of the objection; the second press of the same button keeps nothing."""
    who: str = ""
    """Who objects, as they gave it; empty for nobody's name."""
    text: str
    on: str
    """ISO date on which it came."""
    today: str

    def _found(self, desk: Desk, moment: Moment) -> Application:
        return decided_on(desk, self.application, "recommend", moment)[0]

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators and the unit, about a studio that they do not lead; within the days of the notice."""
        found = self._found(desk, moment)
        known = desk.applications.objection(self.id)
        if known is not None:
            if known.application != found.id:
                raise Refusal("not_yours")
            return
        notice = last_of(desk.applications.steps(found.id), "published")
        if day_of(self.on) > self.today:
            raise Refusal("way_day_ahead", on=self.on, today=self.today)
        if notice is None:
            raise Refusal("way_objection_no_notice", name=found.name)
        if self.on < notice.on:
            raise Refusal("way_objection_early", on=self.on, start=notice.on)
        if self.on > notice.value:
            raise Refusal("way_objection_late", on=self.on, until=notice.value)
        if found.state != "published":
            raise Refusal("way_over", name=found.name)
        short(self.who, NAME)
        reason_of(self.text)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep it."""
        found = self._found(desk, moment)
        told = {"application": found.id, "studio": found.studio, "objection": self.id, "on": self.on}
        if desk.applications.objection(self.id) is not None:
            return Told(stream_of(found.studio), {**told, "again": True})
        made = Objection(
            id=self.id,
            application=found.id,
            name=self.who.strip(),
            text=self.text.strip(),
            on=self.on,
            by=moment.actor or "",
            at=moment.now,
        )
        words = desk.applications.put_objection(made, moment.actor)
        return Told(stream_of(found.studio), {**told, "words": dict(words)})


class DecideObjection(Change):
    """Uphold an objection or dismiss it, with the reason."""

    name: ClassVar[str] = "decide_objection"

    objection: str
    state: Literal["upheld", "dismissed"]
    decision: str

    def _found(self, desk: Desk, moment: Moment) -> tuple[Objection, Application]:
        known = desk.applications.objection(self.objection)
        if known is None or moment.person is None:
            raise Refusal("not_yours")
        about = desk.applications.get(known.application)
        studio = desk.studios.get(about.studio) if about else None
        approves = studio is not None and access.may(moment.person, "approve", studio)
        return known, decided_on(desk, known.application, "approve" if approves else "examine", moment)[0]

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators and approvers of the studio who do not lead it; not who wrote the objection down; once."""
        known, found = self._found(desk, moment)
        if known.by == moment.actor:
            raise Refusal("way_objection_own")
        if known.state != "open":
            raise Refusal("way_objection_decided")
        if found.state != "published":
            raise Refusal("way_over", name=found.name)
        reason_of(self.decision)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep what was decided, by whom and why."""
        known, found = self._found(desk, moment)
        decided = {"state": self.state, "decision": self.decision.strip()}
        after = known.model_copy(update={**decided, "decided_by": moment.actor, "decided": moment.now})
        words = desk.applications.put_objection(after, moment.actor)
        told = {"application": found.id, "studio": found.studio, "objection": known.id}
        return Told(
            stream_of(found.studio),
            {**told, "from": known.state, "to": self.state, "words": dict(words)},
        )
