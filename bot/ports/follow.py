"""What follows a signed sheet and what comes before a visit, and which reminders went out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.entities import Appeal, Fix, FixState, FixStep, Material, Plan, Receipt


class Fixes(Protocol):
    """What is to be put right."""

    def get(self, fix: str) -> Fix | None:
        """Return one with what happened to it."""

    def of_assessment(self, assessment: str) -> tuple[Fix, ...]:
        """Return what a signed sheet opened, in the order of the sheet."""

    def of_studio(self, studio: str, *states: FixState) -> tuple[Fix, ...]:
        """Return a studio's in these states (all without one), by due date."""

    def open_on(self, studio: str, rubric: str, item: str) -> tuple[Fix, ...]:
        """Return what is still to be put right on an item, whatever sheet opened it, oldest first."""

    def overdue(self, day: str) -> tuple[Fix, ...]:
        """Return every one that is open or was sent back and due before a day (ISO)."""

    def unsettled(self) -> tuple[Fix, ...]:
        """Return every one that is neither accepted nor waived, by studio and due date."""

    def put(self, fix: Fix, author: str | None) -> Mapping[str, str]:
        """Store one as it is now, without its steps; returns the salted hashes of its words, by field."""

    def step(self, fix: str, step: FixStep) -> str:
        """Add what happened; returns the salted hash of its text ("" without one)."""


class Appeals(Protocol):
    """Contested items."""

    def get(self, appeal: str) -> Appeal | None:
        """Return one."""

    def of_assessment(self, assessment: str) -> tuple[Appeal, ...]:
        """Return those of a sheet, by item and time."""

    def of_studio(self, studio: str) -> tuple[Appeal, ...]:
        """Return those of a studio, newest first."""

    def open(self) -> tuple[Appeal, ...]:
        """Return all that nobody has decided, oldest first."""

    def changed(self, rubric: str) -> tuple[Appeal, ...]:
        """Return those by which a score of a rubric's sheets was changed, in the order of the decisions."""

    def put(self, appeal: Appeal, author: str | None) -> Mapping[str, str]:
        """Store one as it is now; returns the salted hashes of its words, by field."""


class Receipts(Protocol):
    """What studios answered to signed sheets."""

    def of(self, assessment: str) -> tuple[Receipt, ...]:
        """Return the answers to a sheet, in the order in which they came."""

    def put(self, receipt: Receipt) -> None:
        """Keep an answer; a later one of the same person replaces it."""


class Plans(Protocol):
    """The days on which visits are to take place."""

    def of_visit(self, visit: str) -> Plan | None:
        """Return the plan of a visit."""

    def between(self, start: str, end: str) -> tuple[Plan, ...]:
        """Return the plans of a span (ISO days, both included), by day."""

    def put(self, plan: Plan) -> Mapping[str, str]:
        """Store a plan as it is now; returns the salted hashes of its words, by field."""


class Materials(Protocol):
    """备查材料 that studios handed in before a visit."""

    def get(self, material: str) -> Material | None:
        """Return one that was not taken back."""

    def of_period(self, studio: str, rubric: str, period: str) -> tuple[Material, ...]:
        """Return what was handed in for a period, by item and time."""

    def of_item(self, studio: str, rubric: str, period: str, item: str) -> tuple[Material, ...]:
        """Return what was handed in for an item, by time."""

    def put(self, material: Material) -> Mapping[str, str]:
        """Store one; returns the salted hashes of its words, by field."""

    def drop(self, material: str) -> None:
        """Take one back; its files stay on disk."""


class Reminders(Protocol):
    """Which reminders went out."""

    def claim(self, key: str, now: int) -> bool:
        """Keep that a reminder goes out; False if it went out before."""

    def claimed(self, key: str) -> bool:
        """Say whether a reminder went out."""
        ...
