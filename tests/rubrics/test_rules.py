"""Every kind of rule: how often it counts and what it does to its part."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from rubrics.periods import Period
from rubrics.rules import RULES, Rule

RULE: TypeAdapter[Any] = TypeAdapter(Rule)
FIELDS: dict[str, dict[str, Any]] = {
    "award": {"points": 2},
    "once": {"points": 2},
    "each": {"points": 2, "unit": "处"},
    "zero": {},
    "bonus": {"points": 2, "unit": "项"},
    "discretionary": {},
    "judged": {"low": 3, "high": 5},
    "shortfall": {"points": 5, "target": 2, "unit": "次"},
    "step": {
        "points": 1,
        "baseline": 95,
        "per": 5,
        "direction": "below",
        "measure": "%",
        "rounding": "full",
    },
    "tier": {"points": 1},
    "level": {"points": 1, "name": "优"},
    "listed": {"points": 1, "list": "things"},
    "extra": {"points": 10},
    "multiplier": {"factor": 2},
    "veto": {},
    "asked": {},
    "gate": {"strength": "hard"},
}


def make(kind, **fields):
    return RULE.validate_python({"letter": "a", "kind": kind, "text": "条件", **FIELDS[kind], **fields})


def test_every_kind_in_the_list_is_here_and_every_kind_here_in_the_list():
    assert {type(make(kind)) for kind in FIELDS} == set(RULES)


@pytest.mark.parametrize(
    ("kind", "fields", "count", "amount", "effect"),
    [
        ("award", {}, 1, None, ("+", "2", 1, None)),
        ("award", {}, 2, None, ("+", "2", 1, None)),
        ("once", {}, 1, None, ("-", "2", 1, None)),
        ("once", {}, 3, None, ("-", "2", 1, None)),
        ("each", {}, 3, None, ("-", "2", 3, None)),
        ("zero", {}, 1, None, ("-", "0", 1, "item")),
        ("zero", {"scope": "part"}, 2, None, ("-", "0", 1, "part")),
        ("bonus", {}, 2, None, ("+", "2", 2, None)),
        ("discretionary", {}, 1, "3.5", ("+", "3.5", 1, None)),
        ("discretionary", {}, 2, "5", ("+", "5", 1, None)),
    ],
)
def test_rule_takes(kind, fields, count, amount, effect):
    sign, each, times, zeroes = effect
    assert make(kind, **fields).take(count, amount and Decimal(amount)) == (
        sign,
        Decimal(each),
        times,
        zeroes,
    )


@pytest.mark.parametrize(
    ("kind", "most"),
    [("award", 1), ("once", 1), ("zero", 1), ("each", 3), ("bonus", 3), ("discretionary", 3)],
)
def test_maximum_limits_only_what_can_be_repeated(kind, most):
    assert make(kind, max=3).most == most


@pytest.mark.parametrize("kind", ["each", "bonus", "discretionary"])
def test_without_a_maximum_there_is_none(kind):
    assert make(kind).most is None
    assert make(kind).reach is None


def test_reach_is_the_most_that_the_rule_can_move():
    assert make("award").reach == 2
    assert make("each", max=3).reach == 6
    assert make("zero").reach is None
    assert make("discretionary", limit=4).reach == 4


def test_amounts_are_points_figures_or_factors():
    figures = {kind: make(kind).figure for kind in FIELDS if make(kind).wants_amount}
    assert figures == {
        "discretionary": "points",
        "judged": "points",
        "shortfall": "actual",
        "step": "actual",
        "asked": "points",
    }
    assert make("multiplier", factor=None, low="0.8", high="1.2").figure == "factor"
    assert make("level", points=0, low=1, high=2).figure == "points"


@pytest.mark.parametrize("kind", ["award", "once", "each", "bonus"])
def test_rule_without_points_is_refused(kind):
    with pytest.raises(ValidationError):
        make(kind, points=0)


@pytest.mark.parametrize("kind", ["zero", "discretionary"])
def test_points_that_would_mean_nothing_are_refused(kind):
    with pytest.raises(ValidationError):
        make(kind, points=2)


@pytest.mark.parametrize("kind", ["each", "bonus"])
def test_repeated_rule_needs_its_unit(kind):
    with pytest.raises(ValidationError):
        make(kind, unit=None)


def test_label_is_the_short_text_where_there_is_one():
    assert make("award").label == "条件"
    assert make("award", short="短").label == "短"


@pytest.mark.parametrize(
    ("when", "period", "counts"),
    [
        (None, "2025-01", True),
        ("quarter", "2025-01", False),
        ("quarter", "2025-03", True),
        ("half", "2025-Q1", False),
        ("half", "2025-Q2", True),
        ("year", "2025-11", False),
        ("year", "2025", True),
        ("year", None, True),
    ],
)
def test_rule_counts_in_the_sheet_that_closes_its_period(when, period, counts):
    assert make("once", when=when).counts_in(period and Period.parse(period)) is counts
