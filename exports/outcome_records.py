"""The frozen inputs of what is written about outcomes: what follows for each studio, and how far it has come.

Verdicts and what follows are in the words of the source; nothing here is computed or decided.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from exports.summary_records import Absent
from rubrics.model import Rubric
from rubrics.periods import Kind

State = Literal["suggested", "proposed", "sent_back", "approved", "carried_out", "outdated"]
"""`outdated`: something has changed since it was proposed or approved."""
SETTLED = frozenset({"approved", "carried_out"})


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that follows; `amount` has its sign, None is no money. Without the fund a share stays a share (`%`).

    `name` is who it is, where that is known; `heads` how many of them, None where nobody knows. Alternatives of which
    none is taken yet have the same `choice`. `split` is how a lump sum is shared out.
    """

    who: str
    what: str
    amount: Decimal | None
    unit: str
    per: Literal["lump", "head"]
    basis: str
    """Where the clause stands; its words are among those of the line."""
    name: str = ""
    heads: int | None = 1
    note: str = ""
    choice: str = ""
    split: tuple[tuple[str, Decimal], ...] = ()
    to_share: bool = False
    """A sum for several, which somebody shares out."""
    fund: bool = False
    """It is taken from a fund, from nobody in person."""

    @property
    def is_money(self) -> bool:
        """Whether it is an amount that can be added up."""
        return self.amount is not None and self.unit != "%"


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the period, such as a quarter of a year: its figure as shown, and what was said of it."""

    figure: Decimal | None
    verdict: str
    state: State


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One studio in a period; `reference` is a mean that the source does not judge."""

    studio: str
    unit: str
    leader: str
    figure: Decimal | None
    verdict: str
    state: State
    dues: tuple[DueLine, ...] = ()
    facts: tuple[str, ...] = ()
    parts: tuple[PartLine | None, ...] = ()
    reference: Decimal | None = None
    clauses: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    """What people still have to decide, in words."""


@dataclass(frozen=True, slots=True)
class OutcomeRecord:
    """All studios of a period; `parts` are the names of the parts that the lines have figures of."""

    rubric: Rubric
    kind: Kind
    period: str
    lines: tuple[OutcomeLine, ...]
    absent: tuple[Absent, ...]
    drawn_on: date
    dated: datetime
    parts: tuple[str, ...] = ()
    scope: str = ""

    @property
    def clauses(self) -> tuple[str, ...]:
        """Every clause that anything follows from, once."""
        return tuple(dict.fromkeys(clause for line in self.lines for clause in line.clauses))
