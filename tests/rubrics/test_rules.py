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
        ("discretionary", {"effect": "deduct"}, 1, "2", ("-", "2", 1, None)),
        ("judged", {}, 1, "4", ("-", "4", 1, None)),
        ("judged", {"effect": "bonus", "unit": "项"}, 2, "7", ("+", "7", 1, None)),
        ("shortfall", {}, 1, "0", ("-", "5", 2, None)),
        ("shortfall", {}, 1, "2", ("-", "5", 0, None)),
        ("shortfall", {}, 1, "9", ("-", "5", 0, None)),
        ("shortfall", {"target": "2.5"}, 1, "1", ("-", "5", 2, None)),
        ("shortfall", {"fractions": True}, 1, "0.5", ("-", "7.5", 1, None)),
        ("shortfall", {"max": 1}, 1, "0", ("-", "5", 1, None)),
        ("step", {}, 1, "95", ("-", "1", 0, None)),
        ("step", {}, 1, "90.01", ("-", "1", 0, None)),
        ("step", {}, 1, "90", ("-", "1", 1, None)),
        ("step", {"rounding": "started"}, 1, "94.99", ("-", "1", 1, None)),
        ("step", {"rounding": "exact"}, 1, "94", ("-", "0.2", 1, None)),
        ("step", {"rounding": "exact", "per": "0.3", "points": "0.3"}, 1, "94.9", ("-", "0.1", 1, None)),
        ("step", {"direction": "above", "effect": "award"}, 1, "106", ("+", "1", 2, None)),
        ("tier", {}, 1, None, ("+", "1", 1, None)),
        ("tier", {"full": True, "points": 0}, 1, None, ("+", "10", 1, None)),
        ("level", {"points": 0, "share": "0.65"}, 1, None, ("+", "6.5", 1, None)),
        ("level", {"points": 0, "low": 1, "high": 2}, 1, "1.5", ("+", "1.5", 1, None)),
        ("listed", {}, 1, None, ("-", "1", 1, None)),
        ("listed", {"effect": "award"}, 3, None, ("+", "1", 1, None)),
        ("extra", {"unit": "次"}, 2, None, ("-", "10", 2, None)),
        ("multiplier", {}, 1, None, ("+", "0", 1, None)),
        ("veto", {}, 1, None, ("-", "0", 1, None)),
        ("veto", {"scope": "item"}, 1, None, ("-", "0", 1, "item")),
        ("zero", {"scope": "sheet"}, 1, None, ("-", "0", 1, "sheet")),
        ("asked", {}, 1, None, ("-", "0", 1, None)),
        ("asked", {}, 1, "2", ("-", "2", 1, None)),
        ("gate", {}, 1, None, ("+", "0", 1, None)),
    ],
)
def test_rule_takes(kind, fields, count, amount, effect):
    sign, each, times, zeroes = effect
    assert make(kind, **fields).take(count, amount and Decimal(amount), Decimal(10)) == (
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


@pytest.mark.parametrize(
    ("fields", "said", "measured", "passes"),
    [
        ({}, None, None, None),
        ({}, "met", None, True),
        ({}, "unmet", None, False),
        ({"minimum": 25}, None, "25", True),
        ({"minimum": 25}, None, "24.99", False),
        ({"minimum": 25}, "met", None, True),
        ({"maximum": 3}, None, "3", True),
        ({"maximum": 3}, None, "3.5", False),
        ({"minimum": 5, "maximum": 30}, None, "31", False),
        ({"strength": "exclusion"}, "met", None, True),
    ],
)
def test_gate_passes_by_its_number_where_there_is_one(fields, said, measured, passes):
    assert make("gate", **fields).passes(said, measured and Decimal(measured)) is passes


@pytest.mark.parametrize(
    ("kind", "fields", "reach"),
    [
        ("judged", {}, "5"),
        ("judged", {"unit": "处", "max": 3}, "15"),
        ("judged", {"unit": "处"}, None),
        ("shortfall", {}, "10"),
        ("shortfall", {"max": 1}, "5"),
        ("step", {}, "19"),
        ("step", {"direction": "above"}, None),
        ("asked", {"limit": 3}, "3"),
        ("veto", {}, None),
        ("multiplier", {}, None),
        ("gate", {}, "0"),
    ],
)
def test_reach_of_what_is_measured_or_judged(kind, fields, reach):
    assert make(kind, **fields).reach == (reach and Decimal(reach))


@pytest.mark.parametrize(
    ("kind", "fields", "most"),
    [
        ("tier", {}, "1"),
        ("tier", {"full": True, "points": 0}, "10"),
        ("level", {"points": 0, "share": "0.8"}, "8"),
        ("level", {"points": 0, "low": 1, "high": 2}, "2"),
        ("each", {"cap": 3}, "3"),
        ("each", {"max": 2, "cap": 9}, "4"),
        ("each", {}, None),
    ],
)
def test_most_in_a_part_worth_ten(kind, fields, most):
    assert make(kind, **fields).most_in(Decimal(10)) == (most and Decimal(most))


@pytest.mark.parametrize("kind", ["tier", "level"])
def test_what_is_picked_must_say_its_worth(kind):
    fields = {key: value for key, value in FIELDS[kind].items() if key != "points"}
    with pytest.raises(ValidationError):
        RULE.validate_python({"letter": "a", "kind": kind, "text": "条件", **fields})


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("shortfall", {"target": 0}),
        ("step", {"per": 0}),
        ("judged", {"high": 0}),
        ("level", {"share": 0}),
        ("extra", {"after": 0}),
        ("each", {"cap": 0}),
        ("step", {"rounding": "nearest"}),
        ("zero", {"scope": "total"}),
        ("gate", {"strength": "firm"}),
        ("gate", {"points": 1}),
    ],
)
def test_field_that_would_mean_nothing_is_refused(kind, fields):
    with pytest.raises(ValidationError):
        make(kind, **fields)
