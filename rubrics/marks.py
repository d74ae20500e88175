"""What a person entered for an item: occurrences of rules, a score by hand, full, zero, not applicable.

Marks are facts. They know neither the rubric nor the score that follows from them.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Self

from pydantic import Field, TypeAdapter, field_validator, model_validator

from rubrics.notes import Frozen
from rubrics.numbering import ItemNo, Letter
from rubrics.points import ZERO, Points
from rubrics.rules import GateState


class Occurrence(Frozen):
    """One time that a rule was met, with an id that evidence and notes can name."""

    id: str = Field(min_length=1)
    amount: Points | None = None


class ItemMarks(Frozen):
    """What was entered for one item; the occurrences of a rule stand in the order in which they were entered.

    A score by hand stands beside `taken` and hides it. `zero` is for an item that starts at nothing: it was
    looked at and no rule was met. `gate` and `measured` are for a condition without points: what was said, and the
    figure found.
    """

    taken: dict[Letter, tuple[Occurrence, ...]] = Field(default_factory=dict)
    hand: Points | None = None
    full: bool = False
    zero: bool = False
    na: bool = False
    gate: GateState | None = None
    measured: Points | None = None

    @field_validator("taken", mode="after")
    @classmethod
    def _one_form(cls, taken: dict[str, tuple[Occurrence, ...]]) -> dict[str, tuple[Occurrence, ...]]:
        """Letters in order and none without an occurrence, so that equal marks have equal JSON."""
        return {letter: taken[letter] for letter in sorted(taken) if taken[letter]}

    @model_validator(mode="after")
    def _one_verdict(self) -> Self:
        judged = self.gate is not None or self.measured is not None
        verdicts = (self.hand is not None) + self.full + self.zero + self.na + judged
        if verdicts > 1 or (self.taken and (self.zero or self.na or judged)):
            raise ValueError(verdicts, self.taken)
        return self

    def __hash__(self) -> int:
        """Hash the entries (the field holds a dict)."""
        verdict = self.hand, self.full, self.zero, self.na, self.gate, self.measured
        return hash((tuple(self.taken.items()), verdict))

    @property
    def touched(self) -> bool:
        """Whether anything was entered at all."""
        return (
            bool(self.taken)
            or self.hand is not None
            or self.full
            or self.zero
            or self.na
            or self.gate is not None
            or self.measured is not None
        )

    def count(self, letter: Letter) -> int:
        """How many occurrences of a rule were entered."""
        return len(self.taken.get(letter, ()))

    def holds(self, occurrence: str) -> bool:
        """Whether an occurrence with this id stands."""
        return any(one.id == occurrence for taken in self.taken.values() for one in taken)

    def amount(self, letter: Letter) -> Decimal:
        """What the amounts of a rule's occurrences add up to."""
        return sum((one.amount for one in self.taken.get(letter, ()) if one.amount is not None), ZERO)


EMPTY: Final = ItemMarks()
"""Not looked at."""

Marks = Mapping[ItemNo, ItemMarks]
"""The marks of a sheet by item number; an item that is not in it was not looked at."""

_MARKS: Final = TypeAdapter(dict[ItemNo, ItemMarks])


def to_json(marks: Marks) -> str:
    """Write marks as JSON; equal marks give equal text."""
    touched = {no: marks[no] for no in sorted(marks) if marks[no].touched}
    return _MARKS.dump_json(touched, exclude_defaults=True).decode()


def from_json(text: str) -> dict[str, ItemMarks]:
    """Read what `to_json` wrote; anything else is broken data (ValidationError)."""
    return _MARKS.validate_json(text)
