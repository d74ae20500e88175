"""Which rules of an item are in force on a sheet: by its period, and by the rulings of its campaign.

Knows no marks. Without a period every rule counts; without a campaign a ruled rule is a rule like any other.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal

from rubrics.model import Item, Rubric
from rubrics.periods import Period
from rubrics.points import ZERO
from rubrics.rules import Rule

Force = Literal["counts", "later", "given", "not_given"]
"""`later`: not in this period (本期不考核). `given`, `not_given`: settled by ruling, for everybody alike."""

Rulings = Mapping[str, str]
"""The answer to each ruling, by their ids: the id of an option, or a number in digits."""

NOT_GIVEN: Final = "not_given"
"""The option of a ruling that withholds a rule from everybody; every other option gives it."""


def complete(rubric: Rubric, rulings: Rulings | None) -> dict[str, str] | None:
    """Fill in the shipped answer where a campaign has not decided; None stays None.

    A ruling without a shipped answer is left out until somebody decides.
    """
    if rulings is None:
        return None
    answers = {ruling.id: rulings.get(ruling.id, ruling.shipped) for ruling in rubric.rulings}
    return {ruling: answer for ruling, answer in answers.items() if answer is not None}


def force(rule: Rule, period: Period | None, rulings: Rulings | None) -> Force:
    """Say whether a rule counts on a sheet, and if not, why."""
    if rulings is not None and rule.ruled_by is not None:
        return "not_given" if rulings.get(rule.ruled_by) == NOT_GIVEN else "given"
    return "counts" if rule.counts_in(period) else "later"


def in_force(item: Item, period: Period | None, rulings: Rulings | None) -> tuple[Rule, ...]:
    """Return the rules that an assessor can enter by their letters, in the order of these."""
    return tuple(
        rule
        for rule in item.rules
        if force(rule, period, rulings) == "counts" and not rule.by_itself and rule.side != "gate"
    )


def assessed(item: Item, period: Period | None) -> bool:
    """Say whether any rule of the item counts in this period; otherwise the item keeps its points."""
    return any(rule.counts_in(period) for rule in item.rules)


def attainable(item: Item, rulings: Rulings | None) -> Decimal:
    """Return the most that the item can score: its points less what a ruling gives to nobody.

    What a ruling takes from nobody leaves the item its points.
    """
    withheld = (
        rule.points
        for rule in item.rules
        if rule.side == "award" and force(rule, None, rulings) == "not_given"
    )
    return max(item.points - sum(withheld, ZERO), ZERO)


def is_bonus(item: Item) -> bool:
    """Say whether the item is reported beside the total."""
    return item.role == "bonus"
