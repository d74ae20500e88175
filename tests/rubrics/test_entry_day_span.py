"""A day or a span of days as people write it."""

from datetime import date

import pytest

from rubrics.entry_day_span import span_ahead

TODAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("明天", "2026-01-06", "2026-01-06"),
        ("3月2日至3月13日", "2026-03-02", "2026-03-13"),
        ("3-2 到 3-13", "2026-03-02", "2026-03-13"),
        ("2026-03-02～2026-03-13", "2026-03-02", "2026-03-13"),
        ("3月2日 - 13日", "2026-03-02", "2026-03-13"),
        ("28日至3日", "2026-01-28", "2026-02-03"),
        ("2 March to 13 March", "2026-03-02", "2026-03-13"),
        ("3月13日——3月2日", "2026-03-13", "2026-03-02"),
    ],
)
def test_spans(said: str, first: str, last: str) -> None:
    found = span_ahead(said, TODAY)
    if first > last:
        assert isinstance(found, tuple)
        assert found[0] == date.fromisoformat(first)
        return
    assert found == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("", "unread"),
        ("下周", "unread"),
        ("3月2日至4月1日至5月1日", "unread"),
        ("2月30日至3月2日", "none"),
        ("3月2日至2月30日", "none"),
    ],
)
def test_what_is_no_span(said: str, wrong: str) -> None:
    assert span_ahead(said, TODAY) == wrong
