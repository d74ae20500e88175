"""How many people, hours and results, as people write them in a log: 18人, 两小时, 1.5h, 90分钟, 3项.

A number counts only with its unit and as a word of its own, so that 3人小组 and 1203 工作面 stay in the topic.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics.activities import Measure
from rubrics.draft.numerals import WORDED, number
from rubrics.entry_log_text import FIGURE, UNIT_END, Remainder
from rubrics.points import show
from rubrics.problems import Problem, Refused, problem

MOST_PEOPLE: Final = 9999
MOST_HOURS: Final = 999
MOST_RESULTS: Final = 99
_MINUTES: Final = 60
_UNITS: Final[dict[Measure, str]] = {"persons": "人", "hours": "小时", "results": "项"}
_FINEST: Final = Decimal("0.01")
_HALF: Final = Decimal("0.5")
_N: Final = rf"(?:[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?|{WORDED})"

_PEOPLE: Final = re.compile(
    rf"{FIGURE}(?:(?:共计|共|约|参加|参训|参与|培训|到场)\s*)*(?:人数\s*:?\s*(?P<labelled>{_N})\s*[人名位]?"
    rf"|(?P<said>{_N})\s*(?:人次|人|名|位|people|persons?|participants?))(?:参加|参训|参与|到场|听课)?{UNIT_END}"
)
_HOURS: Final = re.compile(
    rf"{FIGURE}(?:(?:共计|共|约|时长|用时|学时|课时)\s*:?\s*)*(?P<said>{_N})\s*个?(?P<half>半)?\s*"
    rf"(?:小时|学时|课时|hours?|hrs?|h)(?P<tail>半)?(?:\s*(?P<minutes>{_N})\s*(?:分钟?|minutes?|mins?|m))?{UNIT_END}"
)
_SHORT: Final = re.compile(rf"{FIGURE}(?P<minutes>{_N})\s*(?:分钟|minutes?|mins?){UNIT_END}")
_LABELLED: Final = re.compile(rf"{FIGURE}(?:学时|课时|时长)\s*:?\s*(?P<said>{_N}){UNIT_END}")
_RESULTS: Final = re.compile(
    rf"{FIGURE}(?:共计|共)?(?P<said>{_N})\s*(?:次|项|个|件|篇|times?|results?|items?){UNIT_END}"
)
_BARE: Final = re.compile(_N)


def people(text: str) -> int | Problem:
    """Return how many people a text says, with or without the unit, or what is wrong."""
    found = _alone(text, take_people, "人")
    return found if isinstance(found, Problem) else int(found)


def hours(text: str) -> Decimal | Problem:
    """Return how many hours a text says, with or without the unit, or what is wrong."""
    return _alone(text, take_hours, "小时")


def results(text: str) -> Decimal | Problem:
    """Return how many times or results a text says, with or without the unit, or what is wrong."""
    return _alone(text, take_results, "项")


def _alone(text: str, take: Callable[[Remainder], int | Decimal | None], unit: str) -> Decimal | Problem:
    bare = _BARE.fullmatch(Remainder(text).text.strip())
    rest = Remainder(f"{bare.group()}{unit}" if bare else text)
    try:
        found = take(rest)
    except Refused as refused:
        return refused.problem
    if found is None or rest.words():
        return problem("log_number_unread", value=text.strip())
    return Decimal(found)


def take_people(rest: Remainder) -> int | None:
    """Take the number of people out of a line; None where it says none."""
    match = _only(rest, _PEOPLE)
    if match is None:
        return None
    value = _value(match["labelled"] or match["said"], match.group())
    if value != int(value):
        raise Refused(problem("log_people_whole", value=match.group().strip()))
    return int(_within(value, MOST_PEOPLE, match.group()))


def take_hours(rest: Remainder) -> Decimal | None:
    """Take the hours out of a line, minutes as parts of an hour; None where it says none."""
    match = _only(rest, _HOURS, _SHORT, _LABELLED)
    if match is None:
        return None
    found: dict[str, str | None] = match.groupdict()
    whole = _value(found["said"], match.group()) if found.get("said") else Decimal(0)
    if found.get("half") or found.get("tail"):
        whole += _HALF
    minutes = _value(found["minutes"], match.group()) if found.get("minutes") else Decimal(0)
    value = whole + minutes / _MINUTES
    if value != value.quantize(_FINEST):
        raise Refused(problem("log_hours_fine", value=match.group().strip()))
    return Decimal(show(_within(value, MOST_HOURS, match.group())))


def take_results(rest: Remainder) -> Decimal | None:
    """Take the number of times or results out of a line; None where it says none."""
    match = _only(rest, _RESULTS)
    if match is None:
        return None
    value = _value(match["said"], match.group())
    if value != int(value):
        raise Refused(problem("log_results_whole", value=match.group().strip()))
    return _within(value, MOST_RESULTS, match.group())


def _only(rest: Remainder, *forms: re.Pattern[str]) -> re.Match[str] | None:
    found = sorted(
        (match for form in forms for match in form.finditer(rest.text)),
        key=lambda one: (one.start(), -one.end()),
    )
    if not found:
        return None
    first, *others = found
    rest.take(first)
    if further := next((one for one in others if one.start() >= first.end()), None):
        raise Refused(
            problem("log_number_twice", first=first.group().strip(), second=further.group().strip())
        )
    return first


def _value(written: str | None, text: str) -> Decimal:
    value = number(written or "")
    if value is None:
        raise Refused(problem("log_number_unread", value=text.strip()))
    return value


def _within(value: Decimal, most: int, text: str) -> Decimal:
    if not 0 < value <= most:
        raise Refused(problem("log_number_range", value=text.strip(), most=most))
    return value


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that one message says in numbers."""

    people: int | None = None
    hours: Decimal | None = None
    results: Decimal | None = None


def figures(text: str, measure: Measure = "events") -> Figures | Problem:
    """Return people, hours and results of a message that says nothing else; a number alone is of the measure."""
    rest = Remainder(text)
    if measure in _UNITS and _BARE.fullmatch(rest.text.strip()):
        rest = Remainder(f"{rest.text.strip()}{_UNITS[measure]}")
    try:
        found = Figures(take_people(rest), take_hours(rest), take_results(rest))
    except Refused as refused:
        return refused.problem
    left = rest.words()
    if _BARE.fullmatch(Remainder(left).text):
        return problem("log_number_bare", value=left)
    if left or found == Figures():
        return problem("log_number_unread", value=text.strip())
    return found
