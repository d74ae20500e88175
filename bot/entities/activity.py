"""What a studio did: logged activities with what was sent for them, and months as they are handed in.

A kind of activity is a rubric's; which rubric asks for how many is not known here.
"""

from __future__ import annotations

from typing import Literal

from bot.entities.frozen import Frozen
from bot.entities.proof import Proof


class ActivityFacts(Frozen):
    """What a leader says of one activity."""

    rubric: str
    activity: str
    """Id of the kind in that rubric."""
    on: str
    """ISO date of the day it is about."""
    topic: str = ""
    led_by: str = ""
    people: int | None = None
    hours: str | None = None
    """Decimal as text."""
    amount: str = ""
    """What the kind's measure counts, as text; empty: one, the people or the hours, as the measure says."""
    summary: str = ""


class LogEntry(ActivityFacts):
    """One activity in a studio's log."""

    id: str
    studio: str
    came: int
    """When it was logged, ms; the day it is about is `on`."""
    by: str
    changed: int
    revision: int = 1
    """Goes up with every edit; an edit names the one it saw."""
    late: bool = False
    """It came after its month was handed in, or after the day on which that was due."""
    deleted: str | None = None
    """Why it was taken out; None while it counts."""
    pieces: tuple[Proof, ...] = ()

    @property
    def month(self) -> str:
        """The month it is about, as periods are written: 2026-05."""
        return self.on[:7]

    @property
    def facts(self) -> ActivityFacts:
        """What was said of it, without what the log adds."""
        return ActivityFacts(**{name: getattr(self, name) for name in ActivityFacts.model_fields})


class Reopening(Frozen):
    """A month that was handed in was opened again."""

    at: int
    by: str
    reason: str


class Month(Frozen):
    """A month of a studio under one rubric; there is none until it is handed in for the first time."""

    id: str
    studio: str
    rubric: str
    month: str
    """2026-05."""
    state: Literal["open", "submitted"]
    first: int
    """When it was handed in for the first time, ms: what comes later is late."""
    submitted: int
    """When it was handed in last, ms."""
    day: str
    """The same as an ISO date where the program runs."""
    by: str
    late: bool = False
    """It was handed in for the first time after the day on which that was due."""
    nothing: str | None = None
    """Why there was no activity, where that was said instead."""
    reopened: tuple[Reopening, ...] = ()


class Decision(Frozen):
    """What an assessor did with a proposal that the log made for a rule."""

    assessment: str
    item: str
    letter: str
    state: Literal["accepted", "rejected", "open"]
    count: str
    """What was proposed: occurrences or a figure, as text."""
    by: str
    at: int
