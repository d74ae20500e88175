"""A condition on its card: what is wanted, what was measured, how it stands; a condition has no points."""

from __future__ import annotations

from decimal import Decimal

from bot.flows.html import bold, escape, short
from bot.flows.screen import Ask
from bot.flows.walk.reading import Walk
from bot.flows.walk.rule_text import measured
from bot.flows.walk.signs import STATES
from bot.texts import Words
from rubrics.beside import GateResult
from rubrics.points import show
from rubrics.rules import Gate

HINT = 120
"""Characters of a hint on a card."""


def gate_of(walk: Walk) -> Gate:
    """Return the one rule of the condition in view."""
    return next(rule for rule in walk.item.rules if isinstance(rule, Gate))


def gate_lines(walk: Walk, ask: Ask) -> list[str]:
    """Return what is wanted, how far it is met, and the hint of the source."""
    rule, gate, words = gate_of(walk), walk.gate, ask.words
    lines: list[str] = []
    if rule.measures:
        if gate.measured is None:
            lines.append(words("gate.wanted", bound=escape(_bound(rule, words)), probable=probable(rule)))
        else:
            lines.append(_measured(rule, gate, gate.measured, words))
    if rule.suggest:
        lines.append(words("gate.suggest", text=escape(short(rule.suggest, HINT))))
    return lines


def _measured(rule: Gate, gate: GateResult, figure: Decimal, words: Words) -> str:
    return words(
        "gate.measured",
        figure=bold(f"{show(figure)}{_unit(rule)}"),
        bound=escape(_bound(rule, words)),
        sign=STATES[gate.state],
    )


def said_of(gate: GateResult, words: Words) -> str:
    """Return how a condition stands: a sign and a word."""
    return f"{STATES[gate.state]} {words(f'gate.{gate.state}')}"


def gate_figure(gate: GateResult, words: Words) -> str:
    """Return how a condition stands in a few words: the figure where one was measured, else met or not."""
    if gate.measured is None:
        return words(f"gate.{gate.state}")
    return escape(f"{show(gate.measured)}{measured(gate.unit) if gate.unit else ''}")


def probable(rule: Gate) -> str:
    """Return a figure that might be sent: the one that is just enough."""
    bound = rule.minimum if rule.minimum is not None else rule.maximum
    return show(bound or Decimal(0))


def _bound(rule: Gate, words: Words) -> str:
    bounds = (("least", rule.minimum), ("most", rule.maximum))
    return " ".join(
        words(f"gate.{name}", figure=f"{show(bound)}{_unit(rule)}")
        for name, bound in bounds
        if bound is not None
    )


def _unit(rule: Gate) -> str:
    return measured(rule.unit) if rule.unit else ""
