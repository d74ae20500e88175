"""Names and amounts as people share a sum out, one a line."""

from decimal import Decimal

import pytest

from rubrics.entry_shares import read_shares
from rubrics.problems import Refused


@pytest.mark.parametrize(
    ("text", "whole", "heads", "read"),
    [
        ("王强 400\n李娜：600元", 1000, False, [("王强", 400), ("李娜", 600)]),
        ("王强400\n\nAnna Li, 600 yuan", 1000, False, [("王强", 400), ("Anna Li", 600)]),
        ("王强 ４００", 400, False, [("王强", 400)]),
        ("王强 200", -200, False, [("王强", -200)]),
        ("王强 −200元", -200, False, [("王强", -200)]),
        ("王强 +200", -200, False, [("王强", 200)]),
        ("周矿长\n吴书记 300", -300, True, [("周矿长", -300), ("吴书记", -300)]),
    ],
)
def test_lines_are_read(text: str, whole: int, heads: bool, read: list[tuple[str, int]]) -> None:
    found = read_shares(text, Decimal(whole), heads=heads)
    assert [(name, int(amount)) for name, amount in found] == read


@pytest.mark.parametrize(
    ("text", "heads", "number"),
    [("王强", False, 1), ("王强 400\n600", False, 2), ("王强 4OO", False, 1), ("王强 400.123", True, 1)],
)
def test_a_line_that_says_neither_is_refused_with_its_number(text: str, heads: bool, number: int) -> None:
    with pytest.raises(Refused) as refused:
        read_shares(text, Decimal(1000), heads=heads)
    found = refused.value.problem
    assert (found.code, found.params["number"], found.params["probable"]) == (
        "share_line",
        number,
        "王强 1000",
    )
