"""What keeps an application from being handed in: conditions and cells, each with its key.

A condition is kept as `yes`, `no`, `no REASON`, `na`, a number, or `NUMBER REASON`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from rubrics.application import Spot, forms_of, spots
from rubrics.form_sums import gaps
from rubrics.model import Rubric
from rubrics.problems import Problem
from rubrics.rules.gate import Gate

Lack = Literal["open", "unmet", "reason", "wanted", "sum", "empty"]
YES: Final = "yes"
NO: Final = "no"
NA: Final = "na"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing about an application that is not as it should be."""

    key: str
    lack: Lack
    problem: Problem | None = None

    @property
    def stops(self) -> bool:
        """Whether it cannot be handed in like this; sums that differ and an outline without a word may pass."""
        return self.lack not in {"sum", "empty"}


def said_of(value: str) -> tuple[str, str]:
    """Return what was answered to a condition, and the reason that was given with it."""
    said, _, reason = value.partition(" ")
    return said, reason


def holds(gate: Gate, value: str) -> bool | None:
    """Say whether a condition holds by its answer; None where it is open or does not apply."""
    said, _ = said_of(value)
    if said in {"", NA}:
        return None
    if said in {YES, NO}:
        return gate.passes("met" if said == YES else "unmet", None)
    return gate.passes(None, Decimal(said))


def lack_of(spot: Spot, value: str) -> Lack | None:
    """Return what is wrong about a condition as it was answered; None for all that is right."""
    gate = spot.gate
    if gate is None or said_of(value)[0] == NA:
        return None
    passes = holds(gate, value)
    if passes is None:
        return "open"
    if passes:
        return None
    if gate.strength == "soft":
        return None if said_of(value)[1] else "reason"
    return "unmet"


def wanting(rubric: Rubric, track: str, answers: Mapping[str, str]) -> Iterator[Wanted]:
    """Yield what is not as it should be, from top to bottom."""
    for spot in spots(rubric, track):
        lack = lack_of(spot, answers.get(spot.key, ""))
        if lack is not None:
            yield Wanted(spot.key, lack)
    for form in forms_of(rubric, track):
        headings = [spot.key for spot in spots(rubric, track) if spot.form is form and spot.heading]
        if headings and not any(value and key.endswith(tuple(headings)) for key, value in answers.items()):
            yield Wanted(headings[0], "empty")
        for gap in gaps(form, answers):
            lack = "sum" if gap.problem.severity == "warning" else "wanted"
            yield Wanted(gap.key, lack, gap.problem)
