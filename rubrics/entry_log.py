"""One message to a logged activity: `授课 5月12日 液压阀检修 18人 2小时`, or the problem that says what would be right.

The kind stands first (or behind the day); day and numbers stand anywhere; what is left is the topic, as it was typed.
Lines below the first one are the summary. The parts: days, numbers, kinds, and the text they are taken from.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar

from rubrics.entry_log_days import day, take_day
from rubrics.entry_log_kinds import kind, take_kind
from rubrics.entry_log_numbers import (
    Figures,
    figures,
    hours,
    people,
    results,
    take_hours,
    take_people,
    take_results,
)
from rubrics.entry_log_text import BEFORE, BEHIND, Remainder
from rubrics.model import Rubric
from rubrics.problems import Problem, Refused, problem

__all__ = [
    "Figures",
    "LogLine",
    "day",
    "figures",
    "hours",
    "is_counted",
    "is_log",
    "kind",
    "people",
    "read",
    "results",
]

T = TypeVar("T")
_NAME: Final = r"(?:[a-z][a-z.'-]*(?:\s[a-z][a-z.'-]*)?|[^\s\0,.;:()a-z]{1,20})"
_LED: Final = re.compile(
    rf"{BEFORE}(?:"
    rf"(?:主讲人?|授课人|讲师|主持人?|组织人?|组织者|负责人|师傅|led by|leader|by)\s*:\s*(?P<named>{_NAME})"
    r"|(?:主讲人?|授课人|讲师)\s*(?P<glued>[^\s\0,.;:()]{2,20})"
    rf"|led by\s+(?P<english>{_NAME})"
    rf"){BEHIND}"
)
_NUMBER_AT_END: Final = re.compile(rf"{BEFORE}(?P<bare>[0-9]{{1,3}})\s*[\s\0,.;]*$")


@dataclass(frozen=True, slots=True)
class LogLine:
    """What one message says of an activity."""

    activity: str
    """Id of the kind."""
    on: date
    topic: str = ""
    people: int | None = None
    hours: Decimal | None = None
    amount: Decimal | None = None
    """How many times or results, where that was said."""
    led_by: str = ""
    summary: str = ""


def read(text: str, rubric: Rubric, today: date) -> LogLine | Problem:
    """Read a message against the kinds of a rubric; nothing that can be misread is guessed."""
    first, _, more = text.strip().partition("\n")
    line = _Line(Remainder(first))
    on = line.take(lambda rest: take_day(rest, today))
    heads, long, amount = line.take(take_people), line.take(take_hours), line.take(take_results)
    led_by = line.take(_led_by)
    found = line.take(lambda rest: take_kind(rest, rubric))
    if found is None or on is None or line.problems:
        # A line that names no kind is told so first: its day would be no help.
        return line.problems[-1 if found is None else 0]
    if bare := _NUMBER_AT_END.search(line.rest.text):
        return problem("log_number_bare", value=bare["bare"])
    return LogLine(found.id, on, line.rest.words(), heads, long, amount, led_by or "", more.strip())


def is_log(text: str, rubric: Rubric, today: date) -> bool:
    """Say whether a message is meant for the log: it names a kind and a day, right or wrong."""
    found = read(text, rubric, today)
    return isinstance(found, LogLine) or found.code not in _NOT_A_LOG


def is_counted(text: str, today: date) -> bool:
    """Say whether a message tells of a day and how many people, whatever kind it says."""
    line = _Line(Remainder(text.strip().partition("\n")[0]))
    return line.take(lambda rest: take_day(rest, today)) is not None and line.take(take_people) is not None


_NOT_A_LOG: Final = frozenset({"log_kind_missing", "log_kind_unknown", "log_day_missing"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, and what is wrong with its pieces in the order in which they are taken."""

    rest: Remainder
    problems: list[Problem] = field(default_factory=list)

    def take(self, piece: Callable[[Remainder], T]) -> T | None:
        """Take a piece out; one that is wrong is remembered."""
        try:
            return piece(self.rest)
        except Refused as refused:
            self.problems.append(refused.problem)
            return None


def _led_by(rest: Remainder) -> str:
    match = _LED.search(rest.text)
    if match is None:
        return ""
    group = next(name for name, said in match.groupdict().items() if said)
    said = rest.typed(match, group)
    rest.take(match)
    return said
