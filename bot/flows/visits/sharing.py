"""How many visits are shared out: among assessors in equal shares, neighbours together, and over the days of a span.

Arithmetic only; the same people, studios and days always give the same plan.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final, TypeVar

T = TypeVar("T")
P = TypeVar("P")
_SATURDAY: Final = 5


def working_days(first: date, last: date) -> tuple[date, ...]:
    """Return the days from Monday to Friday of a span, or all of them where it has none."""
    every = [first + timedelta(days=each) for each in range((last - first).days + 1)]
    return tuple(day for day in every if day.weekday() < _SATURDAY) or tuple(every)


def shared(things: Sequence[T], people: Sequence[P], fits: Callable[[P, T], bool]) -> list[P | None]:
    """Return who gets each thing: neighbours go to the same person, shares differ by one where everybody fits.

    Who does not fit is replaced by whoever has least; None where nobody fits.
    """
    load = [0] * len(people)
    given: list[P | None] = []
    for number, thing in enumerate(things):
        turn = number * len(people) // len(things)
        if not fits(people[turn], thing):
            able = [at for at, person in enumerate(people) if fits(person, thing)]
            if not able:
                given.append(None)
                continue
            turn = min(able, key=lambda at: (load[at], at))
        load[turn] += 1
        given.append(people[turn])
    return given


def spread(count: int, days: Sequence[date]) -> list[date]:
    """Return a day for each of so many, in order, as even as it can be."""
    return [days[number * len(days) // count] for number in range(count)]
