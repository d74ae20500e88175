"""Marks: one form for equal marks, and no two verdicts at once."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from rubrics.marks import EMPTY, ItemMarks, Occurrence, from_json, to_json

ONE = Occurrence(id="1")


def test_equal_marks_have_equal_json():
    there = ItemMarks(taken={"a": (ONE,), "b": ()})
    back = ItemMarks.model_validate({"taken": {"b": [], "a": [{"id": "1"}]}})
    assert there == back
    assert hash(there) == hash(back)
    assert to_json({"1.2": EMPTY, "1.1": there}) == '{"1.1":{"taken":{"a":[{"id":"1"}]}}}'


def test_json_gives_the_marks_back():
    marks = {
        "1.1": ItemMarks(taken={"a": (ONE, Occurrence(id="2", amount=Decimal("2.5")))}),
        "1.2": ItemMarks(hand=Decimal("0.5"), taken={"b": (ONE,)}),
        "1.3": ItemMarks(full=True),
        "2.1": ItemMarks(zero=True),
        "2.2": ItemMarks(na=True),
    }
    assert from_json(to_json(marks)) == marks
    assert '"hand":"0.5"' in to_json(marks)


@pytest.mark.parametrize(
    "fields",
    [
        {"full": True, "zero": True},
        {"full": True, "hand": Decimal(1)},
        {"na": True, "zero": True},
        {"zero": True, "taken": {"a": (ONE,)}},
        {"na": True, "taken": {"a": (ONE,)}},
        {"hand": 0.5},
        {"taken": {"A": (ONE,)}},
    ],
)
def test_broken_marks_cannot_be_made(fields):
    with pytest.raises(ValidationError):
        ItemMarks.model_validate(fields)


def test_touched_is_anything_entered():
    assert not EMPTY.touched
    assert not ItemMarks(taken={"a": ()}).touched
    assert all(
        marks.touched
        for marks in (
            ItemMarks(taken={"a": (ONE,)}),
            ItemMarks(hand=Decimal(0)),
            ItemMarks(full=True),
            ItemMarks(zero=True),
            ItemMarks(na=True),
        )
    )


def test_counts_and_amounts_of_a_rule():
    marks = ItemMarks(taken={"a": (ONE, Occurrence(id="2", amount=Decimal(3)))})
    assert (marks.count("a"), marks.count("b")) == (2, 0)
    assert (marks.amount("a"), marks.amount("b")) == (Decimal(3), Decimal(0))
