"""Months' results of a pair as they are typed, a line each: `2025-12 合格`; all are tried before one is entered."""

from __future__ import annotations

import re
from typing import Final

from bot.changes.registers.step_checks import may_happen
from bot.changes.registers.values import choice_said, month_said
from bot.entities import FileStep
from bot.flows.file.reading import Card
from bot.problems import Refusal
from bot.texts.registers import StepKind

_LINES: Final = re.compile(r"[\n;；]+")


def result_of(text: str, one: Card) -> tuple[str, str]:
    """Return the month and the result of a text, or refuse."""
    month, _, value = text.strip().rpartition(" ")
    found = choice_said("result", value)
    if found is None:
        raise Refusal("register_result", value=text.strip())
    return month_said(month, one.today), found


def results_of(text: str, one: Card) -> tuple[tuple[str, str], ...]:
    """Return the months and results of a text; nothing where no line is one, a refusal where one cannot be entered."""
    step = next((each for each in one.kind.steps if each.type == "month"), None)
    lines = [line for line in _LINES.split(text) if line.strip()]
    if step is None or not any(choice_said("result", line.split()[-1]) for line in lines):
        return ()
    found = tuple(result_of(line, one) for line in lines)
    _tried(found, step, one)
    return found


def _tried(found: tuple[tuple[str, str], ...], step: StepKind, one: Card) -> None:
    """Refuse what cannot stand beside what is there and the lines above."""
    known, today = one.standing, one.today.isoformat()
    for place, (month, value) in enumerate(found, len(one.steps) + 1):
        result = FileStep(
            entry=one.entry.id, place=place, name=step.id, on=today, period=month, value=value, by="", at=0
        )
        may_happen(one.entry, result, known, one.today)
        known = (*known, result)
