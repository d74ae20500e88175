"""What a sheet lost, and where: each deduction, each award rule that was not met, else the row that is below full.

The losses of a row add up to what it lacks: what a floor or a cap gave back is taken off the letters met last.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rubrics.points import ZERO
from rubrics.rules import Rule
from rubrics.sheet import ItemResult, Sheet, Term


@dataclass(frozen=True, slots=True)
class Loss:
    """Points lost on one rule of an item; without a letter, on the row as a whole.

    They may be 0: something was found, and nothing was left to take.
    """

    no: str
    letter: str
    points: Decimal


def losses(sheet: Sheet) -> tuple[Loss, ...]:
    """Return all that a sheet lost, in its order; rows that are full, open or not of this period lost nothing."""
    rows = (*sheet.items, *sheet.penalty_items)
    return tuple(loss for row in rows for loss in _row(row))


def _row(row: ItemResult) -> Iterator[Loss]:
    if row.state != "scored" or not row.counted or row.score is None:
        return
    lacks = max(ZERO, row.attainable - row.score)
    if row.by_hand:
        if lacks:
            yield Loss(row.no, "", lacks)
        return
    found = _taken(row.terms)
    for result in row.rules:
        rule, met = result.rule, bool(result.count)
        if rule.side == "deduct" and met and not result.covered:
            found.setdefault(result.letter, ZERO)
        elif result.counts and not result.ruled and not met and _earns(rule):
            found[result.letter] = rule.points
    _give_back(found, sum(found.values(), ZERO) - lacks)
    yield from (Loss(row.no, letter, points) for letter, points in sorted(found.items()))
    rest = lacks - sum(found.values(), ZERO)
    if rest > ZERO:
        yield Loss(row.no, "", rest)
    for beyond in row.beyond:
        if beyond.kind == "extra":
            yield Loss(row.no, beyond.letter, beyond.points)


def _earns(rule: Rule) -> bool:
    """Say whether a rule earns points by itself and all of them at once; of levels and counts a row says more."""
    return rule.side == "award" and rule.figure is None and not rule.pick_one and not rule.repeats


def _taken(terms: tuple[Term, ...]) -> dict[str, Decimal]:
    """Return what each letter took, in the order in which it was added up."""
    found: dict[str, Decimal] = {}
    for term in terms:
        if (
            term.letter
            and term.sign in {"-", "zero", "limit", "scaled"}
            and (term.value < 0 or term.letter in found)
        ):
            found[term.letter] = max(ZERO, found.get(term.letter, ZERO) - term.value)
        elif term.sign == "floor":
            _give_back(found, term.value)
    return found


def _give_back(found: dict[str, Decimal], points: Decimal) -> None:
    for letter in reversed(found):
        back = min(max(points, ZERO), found[letter])
        found[letter] -= back
        points -= back
