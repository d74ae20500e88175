"""Texts that answer the question of a card: a score, points with their reason, a figure found, a figure measured.

They are read as the value of a line of quick entry, so that both take the same forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from bot.changes import Change, MarkItem
from bot.flows.screen import Ask, Go, Step
from bot.flows.walk.entered import take
from bot.flows.walk.gaps import explained
from bot.flows.walk.questions import example
from bot.flows.walk.reading import Walk
from bot.problems import Refusal
from rubrics import entry
from rubrics.entry import Entry
from rubrics.entry_values import figure
from rubrics.ops import ByHand, Zero
from rubrics.points import show
from rubrics.problems import Problem, Refused
from rubrics.rules import Gate, Rule

Asked = Literal["score", "amount", "measured"]

_NO_SUCH_SCORE: Final = frozenset({"hand_out_of_range", "hand_off_step"})
"""What can be wrong with a number that was meant as a score."""
_QUOTED: Final = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """A text that answers the question of the card in view: what was asked, and what was said."""

    asked: Asked
    text: str


def answer_of(walk: Walk, text: str, *, card: bool) -> Answer | None:
    """Return the answer that a text is; None for a note or quick entry.

    Where a figure is asked for, `3.5` is no item, and `1.5 half of it` only where that is no line of entry.
    """
    text = text.strip()
    asks = walk.state.asks
    if asks == "score":
        return (
            Answer("score", text) if not entry.is_entry(text, walk.rubric) or _score_of(walk, text) else None
        )
    if asks == "amount":
        return Answer("amount", text) if _is_amount(walk, text) else None
    if card and asks != "note" and walk.state.item and walk.item.role == "gate":
        gate = next(rule for rule in walk.item.rules if isinstance(rule, Gate))
        return Answer("measured", text) if gate.measures and figure(text, gate) else None
    return None


def _is_amount(walk: Walk, text: str) -> bool:
    """Say whether a text answers the question for an amount, and is no line of quick entry."""
    rule = walk.item.rule(walk.state.letter)
    if rule is None or not entry.is_entry(text, walk.rubric) or figure(text, rule):
        return rule is not None
    return not _parsed(walk, text).entries and bool(_parsed(walk, _line(walk, rule, text)).entries)


def _line(walk: Walk, rule: Rule, text: str) -> str:
    """Return the answer as a line of quick entry."""
    return f"{walk.item.no} +{rule.letter}={figure(text, rule) or text}"


def take_answer(walk: Walk, answer: Answer, ask: Ask) -> Step:
    """Enter what was answered; anything else is answered with what to send."""
    if answer.asked == "score":
        return _score(walk, answer.text, ask)
    if answer.asked == "measured":
        return _measured(walk, answer.text, ask)
    return _amount(walk, answer.text, ask)


def _parsed(walk: Walk, line: str) -> entry.Reading:
    return entry.parse(line, walk.rubric, period=walk.period, rulings=walk.assessment.rulings)


def _score_of(walk: Walk, text: str) -> ByHand | Zero | Problem | None:
    """Return the score that a text is, or why it cannot be one."""
    read = _parsed(walk, f"{walk.item.no} {text}")
    if read.problems:
        found = read.problems[0].problem
        return found if found.code in _NO_SUCH_SCORE else None
    op = read.entries[0].op if len(read.entries) == 1 and not read.entries[0].note else None
    return op if isinstance(op, ByHand | Zero) else None


def _score(walk: Walk, text: str, ask: Ask) -> Step:
    op = _score_of(walk, text)
    if isinstance(op, Problem):
        raise Refused(op)
    if op is None:
        raise Refusal("score_unreadable", text=text[:_QUOTED], points=show(walk.item.points))
    changes = walk.marked(walk.item, op, ask)
    state = walk.state.plain()
    if changes and not walk.item.judged and isinstance(op, ByHand):
        state = state.model_copy(update={"asks": "why", "focus": "", "letter": ""})
    return Step(changes, go=Go("card", state), fresh=True)


def _one(walk: Walk, line: str, text: str, probable: str) -> Entry:
    """Return the one entry that a line is, or refuse with what would be right."""
    read = _parsed(walk, line)
    if len(read.entries) == 1 and not read.problems:
        return read.entries[0]
    found = read.problems[0].problem if read.problems else None
    if found is not None and found.code.startswith(("amount_", "figure_", "gate_", "over_", "factor_")):
        raise Refused(found)
    raise Refusal("amount_unreadable", text=text[:_QUOTED], probable=probable)


def _entered(walk: Walk, line: Entry, ask: Ask) -> tuple[tuple[Change, ...], str | None]:
    done = take(walk, (line,), (), ask)
    if done.bad:
        raise Refused(Problem(done.bad[0].code, done.bad[0].params))
    return done.changes, done.occurrence


def _amount(walk: Walk, text: str, ask: Ask) -> Step:
    """Enter `3 省赛三等奖`, or a figure alone; what only a reason supports is not taken without one."""
    rule = walk.item.rule(walk.state.letter)
    if rule is None:
        raise Refusal("which_item")
    probable = example(rule, ask.words)
    line = _one(walk, _line(walk, rule, text), text, probable)
    changes, occurrence = _entered(walk, line, ask)
    marks = next((each.after for each in changes if isinstance(each, MarkItem)), walk.marks(walk.item.no))
    made = next((one for one in marks.taken.get(rule.letter, ()) if one.id == occurrence), None)
    silent = made is not None and not explained(rule, made) and not line.note
    if rule.needs_reason and silent:
        raise Refusal("amount_reason", text=text[:_QUOTED], probable=probable)
    state = walk.state.plain().model_copy(update={"focus": "", "letter": ""})
    if silent and made is not None:
        state = state.model_copy(update={"asks": "reason", "letter": rule.letter, "focus": made.id})
    return Step(changes, go=Go("card", state), fresh=True)


def _measured(walk: Walk, text: str, ask: Ask) -> Step:
    """Enter the figure of a condition; one that fails it asks why."""
    changes, _ = _entered(walk, _one(walk, f"{walk.item.no} {text}", text, text), ask)
    gate = next(rule for rule in walk.item.rules if isinstance(rule, Gate))
    state = walk.state.plain().model_copy(update={"focus": "", "letter": ""})
    judged = next((each.after for each in changes if isinstance(each, MarkItem)), walk.marks(walk.item.no))
    if gate.passes(judged.gate, judged.measured) is False:
        state = state.model_copy(update={"asks": "why"})
    return Step(changes, go=Go("card", state), fresh=True)
