"""What follows a signed sheet and what comes before a visit: things to put right, appeals, answers, plans, materials.

Who may do what, and when something is due, is decided elsewhere.
"""

from __future__ import annotations

from typing import Literal

from bot.entities.frozen import Frozen

FixState = Literal["open", "done", "returned", "accepted", "waived"]
StepName = Literal["done", "sent_back", "accepted", "waived", "owner", "due"]


class FixStep(Frozen):
    """One thing that happened to something that is to be put right."""

    at: int
    """Stored time, ms."""
    by: str
    name: StepName
    text: str = ""
    """What was done, or why it was sent back or cannot be done; the owner or the day that was set."""


class Fix(Frozen):
    """Something that a signed sheet says is to be put right (整改)."""

    id: str
    studio: str
    assessment: str
    rubric: str
    period: str
    item: str
    letter: str = ""
    """Rule that deducted or was not earned; empty where the row as a whole is below full."""
    number: int
    """1, 2, 3 … within the sheet, as the notice prints it."""
    points: str
    """What it cost, a decimal as text."""
    problem: str
    """As found: the assessor's note, or the rule's own words."""
    clause: str
    """The rule as the rubric prints it."""
    demand: str
    """What is asked for."""
    owner: str = ""
    """Who answers for it, as named by the leader."""
    due: str
    """ISO date."""
    state: FixState = "open"
    opened: int
    """Stored time, ms."""
    changed: int
    revision: int = 1
    steps: tuple[FixStep, ...] = ()


class Appeal(Frozen):
    """An item of a signed sheet is contested (申诉)."""

    id: str
    studio: str
    assessment: str
    item: str
    reason: str
    by: str
    at: int
    """Stored time, ms."""
    state: Literal["open", "changed", "kept", "withdrawn"] = "open"
    old: str
    """Points on the signed sheet, a decimal as text."""
    new: str | None = None
    """Points after the decision."""
    decided_by: str | None = None
    decided: int | None = None
    ruling: str = ""
    """Why it was decided so."""


class Receipt(Frozen):
    """What somebody of the studio answered to a signed sheet."""

    assessment: str
    person: str
    state: Literal["seen", "objects"]
    at: int
    """Stored time, ms."""


class Plan(Frozen):
    """The day on which a visit is to take place."""

    visit: str
    day: str
    """ISO date."""
    note: str = ""
    """What to have ready, beyond what the rubric asks for."""
    by: str
    at: int
    """When it was planned last, ms."""


class Material(Frozen):
    """A 备查材料 that a studio handed in before the visit; its files are proofs."""

    id: str
    studio: str
    rubric: str
    period: str
    item: str
    name: str
    """The evidence asked for, as the rubric prints it."""
    note: str = ""
    by: str
    at: int
    """Stored time, ms."""
