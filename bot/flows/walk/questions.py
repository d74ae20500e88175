"""The question that is open on a card about a rule: how much, which figure, or whether a veto is meant."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flows.html import escape, short
from bot.flows.screen import Ask
from bot.flows.walk.reading import Walk
from bot.flows.walk.rule_keys import drastic
from bot.texts import Words
from rubrics.points import show
from rubrics.rules import Asked, Discretionary, Judged, Level, Multiplier, Rule, Shortfall, Step, Veto, Zero

TEXT = 160
"""Characters of a rule in the question about it."""


def question(walk: Walk, ask: Ask) -> Iterator[str]:
    """Return what the card asks about the rule that its state names."""
    rule = walk.item.rule(walk.state.letter) if walk.state.letter else None
    if rule is None:
        return
    if walk.state.asks == "veto":
        yield from (_veto(rule, ask.words),) if drastic(rule) else ()
    else:
        yield "✎ " + escape(_figure(walk, rule, ask.words))


def _veto(rule: Rule, words: Words) -> str:
    kind = "zero" if isinstance(rule, Zero) else "veto"
    scope = rule.scope if isinstance(rule, Veto | Zero) else "sheet"
    return words(
        f"asks.{kind}",
        letter=rule.letter,
        text=escape(short(rule.quote or rule.text, TEXT)),
        effect=words(f"veto.effect.{kind}.{scope}"),
    )


def _figure(walk: Walk, rule: Rule, words: Words) -> str:
    at = {"item": walk.item.no, "letter": rule.letter}
    if isinstance(rule, Judged | Level):
        low, high = show(rule.low or rule.points), show(rule.high or rule.points)
        step = (rule.step if isinstance(rule, Judged) else None) or walk.rubric.step
        bounds = words("kind.range", low=low, high=high)
        return words("asks.figure.points_step", **at, range=bounds, step=show(step))
    if isinstance(rule, Shortfall):
        return words("asks.figure.actual", **at, unit=rule.unit, target=show(rule.target))
    if isinstance(rule, Step):
        measure = rule.measure
        return words("asks.figure.measure", **at, measure=measure, probable=show(rule.baseline))
    if isinstance(rule, Multiplier):
        if rule.low is None or rule.high is None:
            return words("asks.figure.factor_free", **at, probable=example(rule, words))
        return words(
            "asks.figure.factor", **at, range=words("kind.range", low=show(rule.low), high=show(rule.high))
        )
    return words("asks.figure.reason", **at, probable=example(rule, words))


def example(rule: Rule, words: Words) -> str:
    """Return an answer that the question about a rule would take."""
    if isinstance(rule, Discretionary | Asked):
        return words("example.award" if rule.side == "bonus" else "example.deduct")
    if isinstance(rule, Judged | Level):
        return show(rule.high or rule.points)
    if isinstance(rule, Shortfall):
        return show(rule.target)
    if isinstance(rule, Step):
        return show(rule.baseline)
    return words("example.factor")
