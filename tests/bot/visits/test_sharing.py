"""Visits are shared out evenly among people and days."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.flows.visits.sharing import shared, spread, working_days


def test_neighbours_stay_together() -> None:
    assert shared("abcdef", [1, 2], lambda _, __: True) == [1, 1, 1, 2, 2, 2]


def test_who_does_not_fit_is_replaced_by_who_has_least() -> None:
    assert shared("abc", [1, 2, 3], lambda person, thing: (person, thing) != (1, "a")) == [2, 2, 3]
    assert shared("ab", [1], lambda _, thing: thing != "b") == [1, None]


@given(st.integers(1, 200), st.integers(1, 20))
def test_shares_differ_by_one(things: int, people: int) -> None:
    counts = Counter(shared(range(things), range(people), lambda _, __: True))
    least = min(counts.get(each, 0) for each in range(people))
    assert max(counts.values()) - least <= 1


@given(st.integers(1, 200), st.integers(1, 30))
def test_days_are_in_order_and_even(count: int, length: int) -> None:
    days = [date(2026, 1, 1 + each) for each in range(length)]
    made = spread(count, days)
    assert made == sorted(made)
    counts = Counter(made)
    assert max(counts.values()) - min(counts.get(each, 0) for each in days) <= 1


def test_weekends_are_left_out_unless_nothing_else_is_left() -> None:
    assert working_days(date(2026, 1, 9), date(2026, 1, 12)) == (date(2026, 1, 9), date(2026, 1, 12))
    assert working_days(date(2026, 1, 10), date(2026, 1, 11)) == (date(2026, 1, 10), date(2026, 1, 11))
