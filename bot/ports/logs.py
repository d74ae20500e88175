"""The log of a studio's activities, the months that are handed in, and what was decided about proposals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.entities import Decision, LogEntry, Month


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry as an assessor's card needs it."""

    id: str
    activity: str
    on: str
    """ISO date."""
    came: int
    """Stored time, ms."""
    amount: str
    late: bool
    topic: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about a proposal, and what was proposed then."""

    state: Literal["accepted", "rejected", "open"]
    count: str
    """Occurrences or a figure."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What the log of a studio says in a span, and what was decided about it in one assessment."""

    entries: tuple[Seen, ...] = ()
    """By day, without those taken out."""
    months: Mapping[str, Literal["open", "submitted"]] | None = None
    """The state of each month that was ever handed in."""
    decisions: Mapping[tuple[str, str], Decided] | None = None
    """By item and letter."""


class Logs(Protocol):
    """Activities with their files, months, and decisions about proposals."""

    def get(self, entry: str) -> LogEntry | None:
        """Return an entry with its pieces, also one that was taken out."""

    def between(self, studio: str, start: str, end: str, rubric: str | None = None) -> tuple[LogEntry, ...]:
        """Return the entries about days of a span (ISO, both ends included), by day, without those taken out."""

    def glance(self, studio: str, rubric: str, start: str, end: str, assessment: str) -> Glance:
        """Return entries, months and decisions for the card of an assessment, in one question (ISO days)."""

    def newest(self, studio: str, person: str | None = None) -> LogEntry | None:
        """Return the entry that was logged last (by a person), without those taken out."""

    def rubrics(self, studio: str) -> tuple[str, ...]:
        """Return the ids of the rubrics in whose kinds a studio has logged, the one used last first."""

    def put(self, entry: LogEntry, author: str | None = None) -> Mapping[str, str]:
        """Store an entry as it is now, without its pieces; returns the salted hashes of its words, by field.

        New words are the author's, who may be another than the one who logged it.
        """

    def month(self, month: str) -> Month | None:
        """Return a month by its id."""

    def month_of(self, studio: str, rubric: str, month: str) -> Month | None:
        """Return a month of a studio under a rubric, None if it was never handed in."""

    def months(self, studio: str, start: str, end: str) -> tuple[Month, ...]:
        """Return the months of a span (2026-05, both ends included) that were ever handed in, under any rubric."""

    def put_month(self, month: Month) -> Mapping[str, str]:
        """Store a month as it is now; returns the salted hashes of its newest reasons, by field."""

    def decisions(self, assessment: str) -> tuple[Decision, ...]:
        """Return what was decided about the proposals of an assessment."""

    def decide(self, decision: Decision) -> None:
        """Keep a decision; a later one about the same rule replaces it."""
