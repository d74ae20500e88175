"""Lines that say tasks: `液压阀改造 6月30日 王海涛`; a task that is done: `6月28日 已投用`. What is wrong is named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.changes.registers.values import day_said
from bot.changes.work_plan.checks import TaskWords, words_checked
from bot.changes.work_plan.tasks import not_twice, room
from bot.entities import PlanTask
from bot.problems import Refusal
from rubrics.entry_day import probable_day
from rubrics.entry_day_words import WIDEST, leading_day
from rubrics.entry_due_day import due_in, probable_due
from rubrics.numbering import canonical
from rubrics.periods import Period

_NUMBER: Final = re.compile(r"\s*(?:[(（]\s*\d{1,2}\s*[)）]|\d{1,2}\s*(?:[)）、]|[.．](?!\d))|[-–—·•*]\s)\s*")
"""What people write before the lines of a list."""
_BLANKS: Final = re.compile(r"[\s|]+")
_COMMAS: Final = re.compile(r"[\s|,，;；]+")
_MARK: Final = r"(?:[-./]|[^\x00-\x7f])"
_ALMOST_DAY: Final = re.compile(rf"[0-9]{{1,4}}{_MARK}[0-9]{{1,2}}(?:{_MARK}[0-9]{{0,4}}[^\x00-\x7f]?)?")
_TWO: Final = 2
TAB: Final = "\t"


@dataclass(slots=True)
class Reading:
    """What the lines of a message say."""

    good: list[TaskWords] = field(default_factory=list)
    wrong: list[tuple[int, str, Refusal]] = field(default_factory=list)
    """Number and text of a line, and what is wrong with it."""
    count: int = 0


def tasks_of(text: str, period: Period, live: Iterable[PlanTask], first: int = 1) -> Reading:
    """Return the tasks that lines say; none that stands there already. `first` is the number of the first line."""
    reading, beside = Reading(), list[TaskWords | PlanTask](live)
    lines = [(number, line) for number, line in enumerate(text.splitlines(), first) if line.strip()]
    reading.count = len(lines)
    for number, line in lines:
        try:
            words = words_checked(task_of(line, period), period)
            room(beside)
            not_twice(words, beside)
        except Refusal as refusal:
            reading.wrong.append((number, line.strip(), refusal))
        else:
            reading.good.append(words)
            beside.append(words)
    return reading


def task_of(line: str, period: Period) -> TaskWords:
    """Return what a line says: words, the day by which it is due, who answers for it; refuses one without a day."""
    said = _NUMBER.sub("", line, count=1) if _NUMBER.match(line) else line
    if TAB in said and (words := _of_cells(said, period)) is not None:
        return words
    for apart in (_BLANKS, _COMMAS):
        parts = [part for part in apart.split(said.strip()) if part]
        found = _day(parts, period)
        if found is not None:
            first, last, due = found
            before, after = parts[:first], parts[last:]
            if not before and len(after) >= _TWO:
                before, after = after[:-1], after[-1:]
            elif not before:
                before, after = after, []
            return TaskWords(title=_joined(before), due=due.isoformat(), owner=_joined(after))
    raise _no_day(said, period)


def _of_cells(line: str, period: Period) -> TaskWords | None:
    """Return what cells pasted from a sheet say, in whatever order they name the day; None where none is a day."""
    cells = [" ".join(cell.split()) for cell in line.split(TAB) if cell.strip()]
    if len(cells) > 1 and cells[0].isdecimal():
        cells = cells[1:]
    found = next(
        ((at, due) for at, cell in enumerate(cells) if isinstance(due := due_in(cell, period), date)), None
    )
    if found is None or len(cells) == 1:
        return None
    at, due = found
    title, *owners = cells[:at] + cells[at + 1 :]
    return TaskWords(title=title, due=due.isoformat(), owner=" ".join(owners))


def changed(task: PlanTask, line: str, period: Period) -> TaskWords:
    """Return a task as a line changes it; who answers for it stays where the line names nobody."""
    words = task_of(line, period)
    return words.model_copy(update={"title": words.title or task.title, "owner": words.owner or task.owner})


def done_of(text: str, today: date) -> tuple[str, str]:
    """Return the day on which something was done (today where none is said) and what came of it."""
    found = leading_day(text, lambda said: day_said(said, today) or day_said(said, today, ahead=True))
    if found is not None:
        return found[0].isoformat(), found[1]
    parts = text.split()
    if parts and _ALMOST_DAY.fullmatch(canonical(parts[0])):
        raise Refusal("workplan_done_none", value=parts[0], probable=probable_day(parts[0], today))
    return today.isoformat(), " ".join(parts)


def _day(parts: list[str], period: Period) -> tuple[int, int, date] | None:
    """Return where the last day of a line stands, and the day."""
    for last in range(len(parts), 0, -1):
        for width in range(min(WIDEST, last), 0, -1):
            found = due_in(" ".join(parts[last - width : last]), period)
            if isinstance(found, date):
                return last - width, last, found
    return None


def _no_day(line: str, period: Period) -> Refusal:
    """Return what is wrong with a line without a day: one that no calendar has, or none at all."""
    parts = [part for part in _COMMAS.split(line.strip()) if part]
    spans = [
        " ".join(parts[at : at + width])
        for width in range(1, WIDEST + 1)
        for at in range(len(parts) - width + 1)
    ]
    none = next((span for span in spans if due_in(span, period) == "none"), None)
    almost = none or next((part for part in parts if _ALMOST_DAY.fullmatch(canonical(part))), None)
    if almost is None:
        return Refusal("workplan_no_day", value=line.strip())
    return Refusal("workplan_day_none", value=almost, probable=probable_due(almost, period))


def _joined(parts: list[str]) -> str:
    return " ".join(parts).strip(",，;；、")
