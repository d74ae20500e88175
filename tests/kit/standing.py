"""A standing file as a table of lines, for tests of what follows from it.

members m1 2025-01-01 trade=液压 duty=组长             register, name, day since which it stands, facts
  left 2025-06-30 | 2025-07-01                         what happened, its day, the day on which it was entered
  result 2025-03 unqualified                           a month's result
plan 2025 handed_in 2025-01-10                         a plan, its state, when it was handed in
  task 2025-03-31 closed proof                         a task of it
spending 2025 100 2025-02-01 checked                   money
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from rubrics.logbook import Held
from rubrics.periods import Period
from rubrics.points import show
from rubrics.standing_file import Happened, Kept, Money, Planned, StandingFile, Task

ENDS = {"left", "scrapped", "repealed", "ended", "stopped"}


def file_of(text: str, seen: str = "") -> StandingFile:
    """A file; `seen` is the day on which the last official sheet was signed."""
    entries: list[Kept] = []
    plans: list[Planned] = []
    money: list[Money] = []
    days: list[date] = []
    last: list[Any] = []
    for line in _lines(text):
        words = line.split()
        if line.startswith(" ") and last is plans:
            plans[-1] = replace(plans[-1], tasks=(*plans[-1].tasks, _task(words)))
        elif line.startswith(" "):
            entries[-1] = _after(entries[-1], words)
        elif words[0] == "plan":
            last = plans
            plans.append(Planned(Period.parse(words[1]), words[2], _at(words[3]) if len(words) > 3 else 0))
        elif words[0] in {"budget", "spending"}:
            money.append(_money(words))
        elif words[0] == "day":
            days.append(date.fromisoformat(words[1]))
        else:
            last = entries
            entries.append(_kept(len(entries), words))
    return StandingFile(
        tuple(entries), tuple(plans), tuple(money), {}, tuple(days), _at(seen) if seen else None
    )


def _kept(number: int, words: list[str]) -> Kept:
    kind, name, on, *rest = words
    facts = dict(word.split("=") for word in rest if "=" in word)
    entered = next((word[1:] for word in rest if word.startswith("|")), on)
    until = facts.pop("until", "")
    return Kept(
        f"e{number}",
        kind,
        name,
        date.fromisoformat(on),
        date.fromisoformat(until) if until else None,
        facts=facts,
        proved="proof" in rest,
        lacks=tuple(word[1:] for word in rest if word.startswith("-")),
        at=_at(entered),
        day=date.fromisoformat(entered),
    )


def _after(entry: Kept, words: list[str]) -> Kept:
    name, on, *rest = words
    entered = next((word[1:] for word in rest if word.startswith("|")), "")
    if name == "result":
        day = date.fromisoformat(entered or f"{on}-28")
        step = Happened(name, day, _at(day.isoformat()), day, on, rest[0])
        return replace(entry, steps=(*entry.steps, step))
    day = date.fromisoformat(on)
    step = Happened(name, day, _at(entered or on), date.fromisoformat(entered or on))
    ended: dict[str, Any] = {"ended": True, "until": day} if name in ENDS else {}
    return replace(entry, steps=(*entry.steps, step), **ended)


def _task(words: list[str]) -> Task:
    _, due, state, *rest = words
    return Task(date.fromisoformat(due), state, "proof" in rest)


def _money(words: list[str]) -> Money:
    kind, year, amount, on, *rest = words
    return Money(
        int(year), kind, Decimal(amount), date.fromisoformat(on), checked="checked" in rest, at=_at(on)
    )


def _at(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.strip())


def told(one: Held) -> str:
    """A count in one line."""
    return f"{one.holding.id} {show(one.done)}/{one.wanted}" + (
        f" -{'-'.join(one.absent)}" if one.absent else ""
    )
