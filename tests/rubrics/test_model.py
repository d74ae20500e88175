"""The tree: what it answers about itself."""

from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from rubrics import files
from rubrics.model import Item


def sample():
    return files.load(Path(__file__).parents[1] / "data" / "rubrics" / "sample.v1.yaml").rubric


SAMPLE = sample()
ONE = {"letter": "a", "kind": "award", "points": 2, "text": "有"}


def test_items_are_found_by_number_bonus_items_too():
    assert [item.no for item in SAMPLE.items] == ["1.1", "2.1"]
    assert SAMPLE.item("3.1").title == "奖励"
    assert SAMPLE.section_of("2.1").title == "台账"
    assert SAMPLE.section_of("3.1") is SAMPLE.bonus
    assert SAMPLE.item("2.2") is SAMPLE.section_of("2.2") is None


def test_rules_of_all_parts_are_one_list_in_the_order_of_letters():
    item = SAMPLE.item("2.1")
    assert [rule.letter for rule in item.rules] == ["a", "b", "c", "d"]
    assert item.rule("d") is item.parts[1].rules[0]
    assert item.rule("e") is None


def test_item_without_parts_is_one_part_that_is_all_of_it():
    short = Item.model_validate({"no": "1.1", "title": "项", "points": 2, "content": "事", "rules": [ONE]})
    part = {"points": 2, "content": "事", "rules": [ONE]}
    assert short == Item.model_validate(
        {"no": "1.1", "title": "项", "points": 2, "content": "事", "parts": [part]}
    )


def test_rules_beside_parts_are_refused():
    part = {"points": 2, "rules": [ONE]}
    with pytest.raises(ValidationError):
        Item.model_validate({"no": "1.1", "title": "项", "points": 2, "parts": [part], "rules": [ONE]})


def test_start_and_layout_follow_from_the_rules():
    assert [item.start for item in SAMPLE.items] == ["award", "deduct"]
    assert SAMPLE.item("3.1").start == "award"
    assert SAMPLE.layout == "deduct"


def test_points_are_those_of_the_items_without_bonus():
    assert SAMPLE.points == Decimal(10)


def test_nothing_can_be_changed():
    with pytest.raises(ValidationError):
        SAMPLE.version = 2


def test_rulings_options_and_clauses_are_found_by_id():
    assert SAMPLE.ruling("open").option("that").text == "那样"
    assert SAMPLE.ruling("open").option("none") is SAMPLE.ruling("shut") is SAMPLE.clause("none") is None


def test_equal_rubrics_hash_alike_and_items_can_be_keys():
    again = sample()
    assert again == SAMPLE
    assert hash(again) == hash(SAMPLE)
    assert SAMPLE.item("1.1") in set(again.items)
