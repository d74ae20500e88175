"""A day to come as people write it."""

from datetime import date

import pytest

from rubrics.entry_day_ahead import day_ahead

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("今天", "2026-11-21"),
        ("明天", "2026-11-22"),
        ("后天", "2026-11-23"),
        ("tomorrow", "2026-11-22"),
        ("Today", "2026-11-21"),
        ("11月30日", "2026-11-30"),
        ("11-30", "2026-11-30"),
        ("11.30", "2026-11-30"),
        ("１１／３０", "2026-11-30"),
        ("1月5日", "2027-01-05"),
        ("25日", "2026-11-25"),
        ("20号", "2026-12-20"),
        ("31日", "2026-12-31"),
        ("2027-06-30", "2027-06-30"),
        ("2027年6月30日", "2027-06-30"),
        ("30 June 2027", "2027-06-30"),
        ("Dec 1", "2026-12-01"),
        ("1st", "unread"),
        ("11月20日", "2026-11-20"),
        ("2026-11-20", "2026-11-20"),
        ("6月31日", "none"),
        ("2月29日", "none"),
        ("2028-2-29", "2028-02-29"),
        ("13-1", "none"),
        ("下周", "unread"),
        ("", "unread"),
        ("18人", "unread"),
        ("11-30 上午", "unread"),
    ],
)
def test_a_day_to_come(said: str, meant: str):
    assert str(day_ahead(said, TODAY)) == meant
