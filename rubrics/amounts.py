"""What may stand behind `=` in an entry: points decided, a figure found, a factor; each kind with its own limits.

Every check raises Refused with what would be right. It knows one rule and the room it has.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics.points import ZERO, on_step, show
from rubrics.problems import Refused, problem
from rubrics.rules import Asked, Discretionary, Judged, Level, Multiplier, Rule, Shortfall, Step

LARGEST: Final = Decimal(999)
"""The most that is left to the assessor where the source sets no limit."""
_THREE: Final = Decimal(3)


@dataclass(frozen=True, slots=True)
class Room:
    """What the part is worth, what other occurrences of the rule already have, the step of the rubric."""

    worth: Decimal
    beside: Decimal
    step: Decimal


def sample(rule: Rule) -> str:
    """Write an amount that the rule takes, as it stands behind its letter; nothing where it takes none."""
    if not rule.wants_amount or rule.may_be_bare:
        return ""
    match rule:
        case Judged(low=low, high=high):
            amount = low or high
        case Level(low=low, high=high) | Multiplier(low=low, high=high):
            amount = low or high or Decimal(1)
        case Shortfall(target=target):
            amount = target
        case Step(baseline=baseline):
            amount = baseline
        case _:
            amount = _THREE if rule.reach is None else min(rule.reach, _THREE)
    return f"={show(amount)}"


def check(no: str, rule: Rule, amount: Decimal | None, room: Room) -> None:
    """Check the amount of one occurrence of a rule of item `no`."""
    at = {"item": no, "letter": rule.letter}
    if not rule.wants_amount:
        if amount is not None:
            raise Refused(problem("amount_unwanted", **at, value=show(amount)))
    elif amount is None:
        _bare(no, rule)
    elif isinstance(rule, Shortfall | Step):
        _figure(at, rule, amount)
    elif isinstance(rule, Multiplier):
        _bounds("factor_outside", at, amount, (rule.low, rule.high))
    elif isinstance(rule, Judged | Level):
        _bounds("amount_outside", at, amount, (rule.low, rule.high))
        step = rule.step if isinstance(rule, Judged) and rule.step else room.step
        if amount not in {rule.low, rule.high}:
            _on_step(at, amount, step)
    else:
        _decided(at, rule, amount, room)


def _bare(no: str, rule: Rule) -> None:
    """Refuse a letter alone where an amount must stand, and say what kind of amount it is."""
    if rule.may_be_bare:
        return
    at = {"item": no, "letter": rule.letter, "probable": f"{no} {rule.letter}{sample(rule)}"}
    match rule:
        case Shortfall(unit=unit):
            raise Refused(problem("figure_wanted", **at, unit=unit))
        case Step(measure=measure):
            raise Refused(problem("figure_wanted", **at, unit=measure))
        case Multiplier():
            raise Refused(problem("factor_wanted", **at))
    raise Refused(problem("amount_wanted", **at))


def _figure(at: dict[str, str], rule: Shortfall | Step, amount: Decimal) -> None:
    whole = amount == amount.to_integral_value()
    if isinstance(rule, Shortfall) and not rule.fractions and not whole:
        raise Refused(problem("figure_not_whole", **at, value=show(amount), unit=rule.unit))


def _bounds(
    code: str, at: dict[str, str], amount: Decimal, ends: tuple[Decimal | None, Decimal | None]
) -> None:
    low, high = ends[0] or ZERO, LARGEST if ends[1] is None else ends[1]
    if not low <= amount <= high:
        raise Refused(problem(code, **at, value=show(amount), low=show(low), high=show(high)))


def _decided(at: dict[str, str], rule: Discretionary | Asked | Rule, amount: Decimal, room: Room) -> None:
    """Check an amount that nothing but a reason supports: within the limit, or within what the part is worth."""
    if not amount and not rule.may_be_zero:
        raise Refused(problem("amount_zero", **at))
    limit = rule.reach
    if limit is None:
        limit = room.worth if rule.side != "bonus" and room.worth else LARGEST
    if amount + room.beside > limit:
        raise Refused(problem("amount_over", **at, value=show(amount), limit=show(limit)))
    _on_step(at, amount, room.step)


def _on_step(at: dict[str, str], amount: Decimal, step: Decimal) -> None:
    if not on_step(amount, step):
        raise Refused(problem("amount_off_step", **at, value=show(amount), step=show(step)))
