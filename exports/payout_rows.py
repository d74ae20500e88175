"""The rows of a 兑现表: who gets or gives how much, and what else follows that is no money.

A lump sum that was shared out is a row for each person; what nobody has decided or counted is listed, not added up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from exports.outcome_records import DueLine, OutcomeLine, OutcomeRecord, State

Open = Literal["", "heads", "choice", "share", "unshared"]
"""Why an amount is not final: heads not counted, none chosen, no fund known, not shared out."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `amount` is for all heads together, None where it is not known. `open` says why something is open."""

    studio: str
    unit: str
    who: str
    name: str
    what: str
    each: Decimal
    money: str
    heads: int | None
    basis: str
    state: State
    open: Open = ""
    note: str = ""
    fund: bool = False

    @property
    def counted(self) -> bool:
        """Whether it can be added up as it stands."""
        return self.money != "%" and self.open not in {"choice", "share"}

    @property
    def amount(self) -> Decimal | None:
        """What it comes to."""
        return self.each * self.heads if self.counted and self.heads is not None else None


@dataclass(frozen=True, slots=True)
class Beside:
    """Something that follows and is no money."""

    studio: str
    unit: str
    who: str
    what: str
    basis: str
    state: State
    choice: bool


def rows(record: OutcomeRecord) -> tuple[Row, ...]:
    """All amounts, studio by studio."""
    return tuple(
        row for line in record.lines for due in line.dues if due.amount is not None for row in _of(line, due)
    )


def besides(record: OutcomeRecord) -> tuple[Beside, ...]:
    """All that is no money, studio by studio."""
    return tuple(
        Beside(line.studio, line.unit, due.who, due.what, due.basis, line.state, bool(due.choice))
        for line in record.lines
        for due in line.dues
        if due.amount is None
    )


def _of(line: OutcomeLine, due: DueLine) -> Iterator[Row]:
    if due.amount is None:
        return
    if due.split:
        for name, amount in due.split:
            yield _row(line, due, name=name, each=amount, heads=1, found="")
        return
    found: Open = ""
    if due.choice:
        found = "choice"
    elif not due.is_money:
        found = "share"
    elif due.heads is None:
        found = "heads"
    elif due.to_share:
        found = "unshared"
    yield _row(line, due, name=due.name, each=due.amount, heads=due.heads, found=found)


def _row(line: OutcomeLine, due: DueLine, *, name: str, each: Decimal, heads: int | None, found: Open) -> Row:
    return Row(
        studio=line.studio,
        unit=line.unit,
        who=due.who,
        name=name,
        what=due.what,
        each=each,
        money=due.unit,
        heads=heads,
        basis=due.basis,
        state=line.state,
        open=found,
        note=due.note,
        fund=due.fund,
    )


def sums(found: tuple[Row, ...]) -> tuple[tuple[str, str, Decimal, Decimal], ...]:
    """What is given and taken of each thing, in the order in which they come: (what, unit, given, taken)."""
    made: dict[tuple[str, str], list[Decimal]] = {}
    for row in found:
        if not row.counted:
            continue
        plus, minus = made.setdefault((row.what, row.money), [Decimal(0), Decimal(0)])
        amount = row.amount or Decimal(0)
        made[row.what, row.money] = [plus + max(amount, Decimal(0)), minus + min(amount, Decimal(0))]
    return tuple((what, money, plus, minus) for (what, money), (plus, minus) in made.items())
