"""What a studio's fund of a year comes to: granted, paid in, cut, spent, left; exact, whatever the order of its moves.

Where nobody booked a budget, the fund that the coordinator set for the year is the budget.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.entities import FundMove
from bot.ports import Desk
from rubrics.points import ZERO


@dataclass(frozen=True, slots=True)
class FundSums:
    """The figures of a year, in yuan."""

    budget: Decimal
    booked: bool
    """Somebody booked the budget here; else it is the fund that was set for the year, or nothing."""
    paid_in: Decimal
    cut: Decimal
    spent: Decimal
    purposes: Mapping[str, Decimal]
    """Purpose -> what was spent on it."""

    @property
    def left(self) -> Decimal:
        """What is left of the budget after cuts and spending; below zero where a cut came after the spending."""
        return self.budget - self.cut - self.spent


def sums(moves: Iterable[FundMove], granted: Decimal = ZERO) -> FundSums:
    """Return what the moves of one year come to; `granted` counts where no budget is among them."""
    by_kind: dict[str, Decimal] = {}
    purposes: dict[str, Decimal] = {}
    for move in moves:
        amount = Decimal(move.amount)
        by_kind[move.kind] = by_kind.get(move.kind, ZERO) + amount
        if move.kind == "spending":
            purposes[move.purpose] = purposes.get(move.purpose, ZERO) + amount
    return FundSums(
        by_kind.get("budget", granted),
        "budget" in by_kind,
        by_kind.get("instalment", ZERO),
        by_kind.get("cut", ZERO),
        by_kind.get("spending", ZERO),
        purposes,
    )


def granted_of(desk: Desk, studio: str, year: int) -> Decimal:
    """Return the fund that the coordinator set for a year, zero where nobody did."""
    return next((Decimal(each.amount) for each in desk.studios.funds(studio) if each.year == year), ZERO)


def moves_of(desk: Desk, studio: str, year: int) -> tuple[FundMove, ...]:
    """Return the moves of a year, by day."""
    return tuple(each for each in desk.fund.of_studio(studio) if each.year == year)


def sums_of(desk: Desk, studio: str, year: int) -> FundSums:
    """Return the figures of a studio's year."""
    return sums(moves_of(desk, studio, year), granted_of(desk, studio, year))


def told(figures: FundSums) -> dict[str, str]:
    """Return the figures as a refusal tells them."""
    shown = {
        "budget": figures.budget,
        "cut": figures.cut,
        "spent": figures.spent,
        "left": figures.left,
    }
    return {name: yuan(value) for name, value in shown.items()}


def yuan(amount: Decimal) -> str:
    """Return an amount without idle zeros."""
    return f"{amount.normalize():f}" if amount else "0"
