"""How each kind of rule is written on a card: what it moves, what bounds it, and what a figure came to.

Short: a phone shows about twenty Chinese characters a line. Knows rules and amounts, no marks and no chat.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from bot.flows.walk.signs import MINUS, signed
from bot.texts import Words
from rubrics.points import show
from rubrics.rules import (
    Asked,
    Discretionary,
    Extra,
    Judged,
    Level,
    Multiplier,
    Rule,
    Shortfall,
    Step,
    Tier,
    Zero,
)

HUNDRED: Final = 100


def worth(rule: Rule, words: Words) -> str:
    """Return what a rule moves: +3, −1/处, −3～5, →0, ×2."""
    written = _WORTHS.get(rule.kind)
    return written(rule, words) if written else _plain(rule, words)


def brief(rule: Rule, words: Words) -> str:
    """Return what a rule moves in the few characters of a button."""
    if isinstance(rule, Zero):
        return worth(rule, words) if rule.scope in {"section", "sheet"} else "→0"
    if isinstance(rule, Extra):
        return _plain(rule, words)
    if isinstance(rule, Multiplier):
        return _factor(rule, words)
    return worth(rule, words)


def _plain(rule: Rule, words: Words) -> str:
    del words
    sign = "+" if rule.side in {"award", "bonus"} else MINUS
    return f"{sign}{show(rule.points)}{_unit(rule)}"


def _unit(rule: Rule) -> str:
    return f"/{rule.unit}" if rule.unit else ""


def _sign(rule: Rule) -> str:
    return MINUS if rule.side == "deduct" else "+"


def _range(low: Decimal | None, high: Decimal | None, words: Words) -> str:
    least, most = show(low or Decimal(0)), show(high or Decimal(0))
    return least if least == most else words("kind.range", low=least, high=most)


def _zero(rule: Zero, words: Words) -> str:
    if rule.scope == "items":
        return words("kind.zero.items", items=rule.items)
    return words(f"kind.zero.{rule.scope}") if rule.scope in {"section", "sheet"} else "→0"


def _judged(rule: Judged, words: Words) -> str:
    return f"{_sign(rule)}{_range(rule.low, rule.high, words)}{_unit(rule)}"


def _discretionary(rule: Discretionary | Asked, words: Words) -> str:
    said = words(f"kind.{rule.kind}.{'deduct' if rule.side == 'deduct' else 'award'}")
    if rule.limit is None:
        return said
    return words("kind.with", said=said, bound=words("kind.limit", limit=show(rule.limit)))


def _shortfall(rule: Shortfall, words: Words) -> str:
    return words("kind.shortfall", points=show(rule.points), unit=rule.unit, target=show(rule.target))


def _step(rule: Step, words: Words) -> str:
    return words(
        f"kind.step.{rule.direction}",
        points=f"{_sign(rule)}{show(rule.points)}",
        per=f"{show(rule.per)}{measured(rule.measure)}",
        baseline=f"{show(rule.baseline)}{measured(rule.measure)}",
    )


def _tier(rule: Tier, words: Words) -> str:
    return words("kind.full") if rule.full else f"+{show(rule.points)}" if rule.points else "0"


def _level(rule: Level, words: Words) -> str:
    if rule.share is not None:
        return f"{show(rule.share * HUNDRED)}%"
    if rule.high is not None:
        return f"+{_range(rule.low, rule.high, words)}"
    return f"+{show(rule.points)}" if rule.points else "0"


def _extra(rule: Extra, words: Words) -> str:
    return words(f"kind.extra.{rule.scope}", points=f"{MINUS}{show(rule.points)}{_unit(rule)}")


def _factor(rule: Multiplier, words: Words) -> str:
    if rule.factor is not None:
        return f"×{show(rule.factor)}"
    return f"×{_range(rule.low, rule.high, words)}" if rule.high is not None else "×?"


def _multiplier(rule: Multiplier, words: Words) -> str:
    of = words("kind.letters", letters=rule.of) if rule.of else words(f"kind.times.{rule.scope}")
    return words("kind.with", said=_factor(rule, words), bound=of)


def _veto(rule: Rule, words: Words) -> str:
    del rule
    return words("kind.veto")


def measured(unit: str) -> str:
    """Return a unit as it follows a figure: 87%, but 28 ㎡."""
    return unit if unit.startswith(("%", "％", "‰")) else f" {unit}"


_WORTHS: Final[dict[str, Callable[..., str]]] = {
    "zero": _zero,
    "judged": _judged,
    "discretionary": _discretionary,
    "asked": _discretionary,
    "shortfall": _shortfall,
    "step": _step,
    "tier": _tier,
    "level": _level,
    "extra": _extra,
    "multiplier": _multiplier,
    "veto": _veto,
}
"""Kinds that say more than points and a unit."""


def bounded(rule: Rule, words: Words) -> str:
    """Return what a rule moves with what bounds it beside the floor of its row, or when it follows by itself."""
    said = worth(rule, words)
    if rule.cap is not None:
        key = "kind.cap.deduct" if rule.side == "deduct" else "kind.cap.award"
        said = words("kind.with", said=said, bound=words(key, cap=show(rule.cap)))
    if isinstance(rule, Extra) and rule.after is not None:
        said = words("kind.with", said=said, bound=words("kind.after", after=show(rule.after)))
    return said


def came_to(rule: Rule, amount: Decimal | None, words: Words) -> str:
    """Return what an entered figure comes to: `实际 1 次／应 2 次 → −5`; empty where the first line says it all."""
    figure = Decimal(0) if amount is None else amount
    if isinstance(rule, Shortfall):
        return words(
            "kind.actual",
            actual=show(figure),
            unit=rule.unit,
            target=show(rule.target),
            moved=_moved(rule, figure),
        )
    if isinstance(rule, Step):
        return _steps(rule, figure, words)
    if isinstance(rule, Asked):
        return words("kind.asked.none") if not figure else _points(rule, figure)
    if isinstance(rule, Multiplier):
        return "" if amount is None else f"×{show(figure)}"
    return _points(rule, figure) if amount is not None else ""


def _points(rule: Rule, amount: Decimal) -> str:
    return f"{_sign(rule)}{show(amount)}"


def _steps(rule: Step, figure: Decimal, words: Words) -> str:
    unit = measured(rule.measure)
    away = rule.baseline - figure if rule.direction == "below" else figure - rule.baseline
    if away <= 0:
        return words("kind.measured.in_order", figure=f"{show(figure)}{unit}")
    steps = rule.steps(figure)
    counted = str(steps.numerator) if steps.denominator == 1 else f"{steps.numerator}/{steps.denominator}"
    return words(
        f"kind.measured.{rule.direction}",
        figure=f"{show(figure)}{unit}",
        away=f"{show(away)}{unit}",
        steps=words(f"kind.steps.{rule.rounding}", count=counted),
        moved=_moved(rule, figure),
    )


def _moved(rule: Rule, figure: Decimal) -> str:
    effect = rule.take(1, figure)
    points = effect.value if rule.cap is None else min(effect.value, rule.cap)
    return signed(points if effect.sign == "+" else -points) if points else "✓"
