"""Applications for a studio's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.entities import (
    Application,
    ApplicationStep,
    Objection,
    Round,
)


class Applications(Protocol):
    """Applications for a studio's name."""

    def get(self, application: str) -> Application | None:
        """Return one."""

    def of_person(self, person: str) -> tuple[Application, ...]:
        """Return those that a person began, the one changed last first."""

    def of_studio(self, studio: str) -> tuple[Application, ...]:
        """Return those of a studio, whatever they are about, the one changed last first."""

    def of_round(self, rubric: str, year: int) -> tuple[Application, ...]:
        """Return those for a name by a scheme in a year, by unit and name."""

    def years(self) -> tuple[tuple[str, int], ...]:
        """Return the schemes and years in which a name was applied for, newest year first."""

    def matters(self) -> tuple[Application, ...]:
        """Return those about studios that are named already, the one changed last first."""

    def put(self, application: Application) -> None:
        """Store one as it is now."""

    def answers(self, application: str) -> Mapping[str, str]:
        """Return what was filled in, by key; an erased answer is an empty one."""

    def answer(self, application: str, key: str, value: str, author: str, now: int) -> str:
        """Keep an answer; returns the salted hash of its words."""
        ...

    def unanswer(self, application: str, key: str) -> None:
        """Take an answer out."""

    def steps(self, application: str) -> tuple[ApplicationStep, ...]:
        """Return its way so far."""

    def steps_of_round(self, rubric: str, year: int) -> Mapping[str, tuple[ApplicationStep, ...]]:
        """Return the ways so far of all for a name by a scheme in a year, by application."""

    def steps_undecided(self) -> Mapping[str, tuple[ApplicationStep, ...]]:
        """Return the ways so far of all whose state alone does not say how far they are, by application."""

    def step(self, step: ApplicationStep) -> Mapping[str, str]:
        """Add the next step, whatever its place; returns the salted hashes of its words, by field."""

    def objection(self, objection: str) -> Objection | None:
        """Return one objection."""

    def objections(self, application: str) -> tuple[Objection, ...]:
        """Return the objections to one, in the order in which they came."""

    def put_objection(self, objection: Objection, author: str | None) -> Mapping[str, str]:
        """Store an objection as it is now; returns the salted hashes of its words, by field."""

    def round(self, rubric: str, year: int) -> Round | None:
        """Return what holds for a scheme in a year; None where nobody has said anything."""

    def rounds(self) -> tuple[Round, ...]:
        """Return what was said about all schemes and years, newest year first."""

    def put_round(self, given: Round) -> None:
        """Store what holds for a scheme in a year."""
