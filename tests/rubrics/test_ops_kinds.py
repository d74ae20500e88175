"""Operations on rules that are picked, measured or judged: what stands afterwards, and what is refused."""

from decimal import Decimal
from typing import Any

import pytest

from rubrics.marks import EMPTY, ItemMarks, Occurrence
from rubrics.ops import (
    Add,
    Adjust,
    ByHand,
    Count,
    Exactly,
    Full,
    Judge,
    NotApplicable,
    Pick,
    Set,
    Zero,
    apply,
    from_json,
    to_json,
)
from rubrics.problems import Refused
from tests.kit.kinds import TABLES, read
from tests.kit.strategies import minting

RUBRICS: dict[str, Any] = {path.stem: read(path).rubric for path in TABLES}


def act(kind, no, marks, op):
    return apply(RUBRICS[kind].item(no), marks, op, mint=minting())


def taken(**letters):
    """Marks of letters: an id, and an amount behind `=` where the rule carries one."""
    made: dict[str, tuple[Occurrence, ...]] = {}
    for letter, text in letters.items():
        name, _, amount = text.partition("=")
        made[letter] = (Occurrence(id=name, amount=Decimal(amount) if amount else None),)
    return ItemMarks(taken=made)


@pytest.mark.parametrize(
    "op", [Pick(letter="b"), Set(letter="b", on=True), Add(letter="b", id="n"), Adjust(changes={"b": 1})]
)
def test_one_tier_replaces_the_other_however_it_is_entered(op):
    assert list(act("tier", "1.1", taken(a="x"), op).taken) == ["b"]


def test_pick_leaves_the_other_part_and_other_rules_alone():
    picked = act("tier", "1.2", taken(a="x", c="y"), Pick(letter="b"))
    assert {letter: one[0].id for letter, one in picked.taken.items()} == {"b": "m0", "c": "y"}


def test_pick_of_what_stands_keeps_its_evidence_and_takes_the_new_amount():
    again = act("level", "1.1", taken(c="x=1"), Pick(letter="c", amount=Decimal(2)))
    assert again == taken(c="x=2")
    assert act("level", "1.1", taken(a="x"), Pick(letter="a")) == taken(a="x")


def test_pick_over_a_score_by_hand_lets_the_rules_speak_again():
    assert act("tier", "1.1", ItemMarks(hand=Decimal(2)), Pick(letter="a")).hand is None


def test_new_figure_takes_the_place_of_the_old_one():
    had = taken(a="x=0", b="y=7.5")
    assert act("shortfall", "1.2", had, Adjust(changes={"a": 1}, amounts={"a": Decimal(3)})) == taken(
        a="x=3", b="y=7.5"
    )
    assert act("shortfall", "1.2", had, Add(letter="a", id="z", amount=Decimal(4))) == taken(
        a="z=4", b="y=7.5"
    )
    assert act("shortfall", "1.2", had, Add(letter="a", id="x", amount=Decimal(4))) == had


def test_question_can_be_answered_with_nothing():
    assert act("asked", "1.1", EMPTY, Set(letter="b", on=True)).count("b") == 1
    assert act("asked", "1.1", EMPTY, Add(letter="b", id="x", amount=Decimal(0))) == taken(b="x=0")


def test_full_is_the_best_tier_and_every_other_criterion():
    assert list(act("tier", "1.2", EMPTY, Full()).taken) == ["a", "c"]
    assert list(act("level", "1.2", EMPTY, Full()).taken) == ["a"]
    assert list(act("zero", "1.4", EMPTY, Full()).taken) == ["a"]
    full = act("asked", "1.2", EMPTY, Full())
    assert [(letter, one[0].amount) for letter, one in full.taken.items()] == [("a", None), ("b", None)]
    assert act("judged", "1.2", EMPTY, Full()).amount("a") == 3
    assert act("step", "1.2", EMPTY, Full()) == ItemMarks(full=True)


def test_condition_is_judged_and_judged_anew_and_not_at_all():
    met = act("gate", "2.1", EMPTY, Judge(gate="met"))
    assert met == ItemMarks(gate="met")
    assert met.touched
    assert act("gate", "2.1", met, Judge(gate="unmet")) == ItemMarks(gate="unmet")
    assert act("gate", "2.1", met, Judge()) == EMPTY
    assert act("gate", "2.2", met, Judge(measured=Decimal(0))) == ItemMarks(measured=Decimal(0))
    assert act("gate", "2.2", EMPTY, Judge(gate="met", measured=Decimal(30))).measured == 30
    assert act("gate", "2.3", met, NotApplicable()) == ItemMarks(na=True)


def test_nothing_found_is_said_of_what_stands_beside_the_total():
    assert act("veto", "2.1", taken(a="x"), Full()) == ItemMarks(full=True)
    assert act("veto", "2.1", taken(a="x"), Zero()) == ItemMarks(full=True)


@pytest.mark.parametrize(
    ("kind", "no", "op", "code"),
    [
        ("tier", "1.1", Exactly(counts={"a": Count(), "b": Count()}), "pick_one"),
        ("tier", "1.1", Adjust(changes={"a": 1, "b": 1}), "pick_one"),
        ("level", "1.1", Pick(letter="c"), "amount_wanted"),
        ("level", "1.1", Pick(letter="a", amount=Decimal(1)), "amount_unwanted"),
        ("level", "1.1", Pick(letter="z"), "letter_unknown"),
        ("level", "1.1", Set(letter="c", on=True), "amount_wanted"),
        ("shortfall", "1.1", Set(letter="a", on=True), "figure_wanted"),
        ("extra", "1.1", Set(letter="b", on=True), "letter_by_itself"),
        ("gate", "2.1", Set(letter="a", on=True), "gate_letter"),
        ("gate", "2.1", Full(), "gate_points"),
        ("gate", "2.1", Zero(), "gate_points"),
        ("gate", "2.1", ByHand(points=Decimal(0)), "gate_points"),
        ("gate", "2.1", NotApplicable(), "na_on_gate"),
        ("gate", "2.1", Judge(measured=Decimal(3)), "gate_unmeasured"),
        ("gate", "2.2", Judge(gate="met", measured=Decimal(3)), "gate_contradicts"),
        ("gate", "1.1", Judge(gate="met"), "not_a_gate"),
        ("veto", "2.1", ByHand(points=Decimal(0)), "hand_beside"),
    ],
)
def test_refused(kind, no, op, code):
    with pytest.raises(Refused) as refused:
        act(kind, no, EMPTY, op)
    assert refused.value.problem.code == code


@pytest.mark.parametrize(
    "op",
    [
        Pick(letter="a"),
        Pick(letter="a", amount=Decimal("1.5")),
        Judge(gate="met"),
        Judge(measured=Decimal("2.50")),
    ],
)
def test_operations_go_through_json(op):
    assert from_json(to_json(op)) == op


@pytest.mark.parametrize("verdict", [{"gate": "met"}, {"measured": 3}])
@pytest.mark.parametrize(
    "other", [{"full": True}, {"na": True}, {"hand": 1}, {"zero": True}, {"taken": {"a": ({"id": "x"},)}}]
)
def test_condition_has_one_verdict(verdict, other):
    with pytest.raises(ValueError, match="1 validation error"):
        ItemMarks.model_validate(verdict | other)
