"""What every change is: a frozen value with an explicit name, who may, what it does, and how the history tells it.

Buttons, quick entry and the command line all end here. A change knows the ports, never the chat.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from bot import access
from bot.changes.group import several
from bot.entities import Assessment, Event, Person
from bot.entities.frozen import Frozen
from bot.ports import Desk
from bot.problems import Refusal


@dataclass(frozen=True, slots=True)
class Moment:
    """Who acts and when, with the source of new ids; `person` None means the program itself."""

    now: int
    """Stored time, ms."""
    person: Person | None
    mint: Callable[[], str]

    @property
    def actor(self) -> str | None:
        """The id that the history keeps."""
        return self.person.id if self.person else None


@dataclass(frozen=True, slots=True)
class Told:
    """One history row to be: the stream and what changed, from what to what (ids and codes, no free text)."""

    stream: str
    payload: Mapping[str, Any]
    undoes: int | None = None
    """The seq that is taken back."""


class Change(Frozen, ABC):
    """One thing that can happen."""

    name: ClassVar[str]
    """Stored in the history; never renamed."""

    @abstractmethod
    def allow(self, desk: Desk, moment: Moment) -> None:
        """Refuse (Refusal) unless the person may do this now; reads only."""

    @abstractmethod
    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Do it and say what the history keeps."""

    def follow(self, desk: Desk, moment: Moment) -> None:
        """Do what comes after this change in the history; most changes have nothing to follow."""

    @classmethod
    def revert(cls, desk: Desk, event: Event, moment: Moment) -> Mapping[str, Any]:
        """Take back an event of this kind; only kinds listed as undoable are asked."""
        raise Refusal("nothing_to_undo")


def make(desk: Desk, change: Change, moment: Moment) -> Event:
    """Check, apply and record one change."""
    change.allow(desk, moment)
    told = change.apply(desk, moment)
    event = desk.history.append(
        stream=told.stream,
        at=moment.now,
        person=moment.actor,
        name=change.name,
        payload=told.payload,
        undoes=told.undoes,
    )
    change.follow(desk, moment)
    return event


def open_assessment(desk: Desk, assessment: str, moment: Moment, act: access.Act = "mark") -> Assessment:
    """Return an assessment that the person may act on and that is not signed yet, or refuse."""
    found = desk.visits.assessment(assessment)
    if moment.person is None or found is None or not access.may(moment.person, act, found):
        raise Refusal("not_yours")
    if found.state != "open":
        raise closed(found)
    if act == "mark" and several(found) and desk.panels.get(found.visit.id) is not None:
        raise Refusal("panel_alone")
    return found


def closed(found: Assessment) -> Refusal:
    """Return the refusal that answers for an assessment that is signed or was called off."""
    if found.state == "cancelled":
        return Refusal("visit_cancelled", studio=found.studio_name, period=found.visit.period)
    code = "self_closed" if found.visit.own else "signed"
    return Refusal(code, studio=found.studio_name, period=found.visit.period)
