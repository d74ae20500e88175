"""Operations: what each does to the marks of an item, and what each refuses."""

from decimal import Decimal

import pytest

from rubrics import ops
from rubrics.files import latest
from rubrics.marks import EMPTY, ItemMarks, Occurrence
from rubrics.ops import (
    Add,
    Adjust,
    ByHand,
    Count,
    Exactly,
    Full,
    NotApplicable,
    Remove,
    Restore,
    Set,
    Zero,
    apply,
)
from rubrics.periods import Period
from rubrics.problems import Refused
from tests.kit.strategies import minting
from tests.kit.tiny import tiny

TONGLIAO, NORTHWEST = latest("tongliao-2020"), latest("northwest-2025")
APRIL = Period.parse("2025-04")


def took(**letters: str) -> ItemMarks:
    """`took(a="12")`: rule a with the occurrences 1 and 2."""
    return ItemMarks(
        taken={letter: tuple(Occurrence(id=one) for one in ids) for letter, ids in letters.items()}
    )


def ids(marks: ItemMarks) -> dict[str, str]:
    return {letter: "".join(one.id for one in taken) for letter, taken in marks.taken.items()}


def act(no, marks, op, rubric=NORTHWEST, **where):
    return apply(rubric.item(no), marks, op, mint=minting(), **where)


def test_full_takes_deductions_away():
    assert act("1.3", took(a="12", b="3"), Full()) == ItemMarks(full=True)


def test_full_meets_every_criterion_and_keeps_what_was_met():
    marks = act("2.2", took(b="x"), Full(), TONGLIAO)
    assert (marks.full, ids(marks)) == (True, {"a": "m0", "b": "x", "c": "m1"})
    ruled = act("2.6", EMPTY, Full(), TONGLIAO, rulings={"unallocated-point": "given"})
    assert set(ruled.taken) == {"a", "b", "c"}


def test_one_criterion_taken_from_full_leaves_the_others():
    full = act("2.2", EMPTY, Full(), TONGLIAO)
    marks = act("2.2", full, Set(letter="b", on=False), TONGLIAO)
    assert (marks.full, set(marks.taken)) == (False, {"a", "c"})


def test_zero_means_no_criterion_met_or_nothing_left():
    assert act("2.2", took(a="1"), Zero(), TONGLIAO) == ItemMarks(zero=True)
    assert act("2.2", took(a="1"), ByHand(points=Decimal(0)), TONGLIAO) == ItemMarks(zero=True)
    assert act("1.3", EMPTY, Zero()) == ItemMarks(hand=Decimal(0))


def test_by_hand_hides_the_rules_until_one_is_entered():
    marks = act("1.3", took(a="1"), ByHand(points=Decimal("2.5")))
    assert (marks.hand, ids(marks)) == (Decimal("2.5"), {"a": "1"})
    assert act("1.3", marks, Set(letter="a", on=True)) == took(a="1")
    assert ids(act("1.3", marks, Add(letter="b", id="2"))) == {"a": "1", "b": "2"}


def test_exactly_removes_the_newest_and_keeps_the_ids_of_the_others():
    marks = act("1.3", took(a="12", b="345"), Exactly(counts={"b": Count(n=2)}))
    assert ids(marks) == {"b": "34"}
    assert ids(act("1.3", marks, Exactly(counts={"b": Count(n=3), "a": Count()}))) == {"a": "m1", "b": "34m0"}


def test_adjust_adds_new_ones_and_takes_the_newest():
    assert ids(act("1.3", took(a="1"), Adjust(changes={"a": 2, "b": 1}))) == {"a": "1m0m1", "b": "m2"}
    assert ids(act("1.3", took(a="123", b="4"), Adjust(changes={"a": -2, "b": -1}))) == {"a": "1"}


def test_adding_the_same_occurrence_again_is_nothing_new():
    once = act("1.3", EMPTY, Add(letter="b", id="2"))
    assert act("1.3", once, Add(letter="b", id="2")) == once
    assert ids(act("1.3", once, Add(letter="b", id="3"))) == {"b": "23"}


def test_last_occurrence_removed_is_not_looked_at_again():
    assert act("1.3", took(b="2"), Remove(letter="b", id="2")) == EMPTY
    assert act("2.2", took(b="2"), Set(letter="b", on=False), TONGLIAO) == EMPTY


def test_untick_of_what_was_not_ticked_leaves_full_and_zero_alone():
    for verdict in (ItemMarks(full=True), ItemMarks(zero=True)):
        assert act("1.3", verdict, Set(letter="b", on=False)) == verdict


def test_amounts_where_the_source_leaves_them_open():
    marks = act("5.5", EMPTY, Exactly(counts={"a": Count(amount=Decimal("3.5"))}))
    assert marks.amount("a") == Decimal("3.5")
    more = act("5.5", marks, Adjust(changes={"a": 1}, amounts={"a": Decimal(2)}))
    assert (more.count("a"), more.amount("a")) == (2, Decimal("5.5"))


def test_not_applicable_where_the_rubric_allows_it():
    rule = [{"letter": "a", "kind": "once", "points": 2}]
    scheme = tiny([{"no": "1.1", "points": 4, "rules": rule, "not_applicable": "keep"}])
    assert act("1.1", took(a="1"), NotApplicable(), scheme) == ItemMarks(na=True)
    assert ids(act("1.1", ItemMarks(na=True), Add(letter="a", id="1"), scheme)) == {"a": "1"}


LIMITED = tiny(
    [{"no": "1.1", "points": 4, "rules": [{"letter": "a", "kind": "once", "points": 2}]}],
    bonus={
        "no": 2,
        "title": "加分",
        "items": [
            {
                "no": "2.1",
                "title": "酌情",
                "rules": [{"letter": "a", "kind": "discretionary", "limit": 5, "text": "奖项"}],
            }
        ],
    },
)
BIG = Exactly(counts={"a": Count(amount=Decimal(4))})


@pytest.mark.parametrize(
    ("no", "marks", "op", "code", "params"),
    [
        ("1.3", EMPTY, Add(letter="z", id="1"), "letter_unknown", {"letter": "z", "letters": ("a", "b")}),
        ("1.3", EMPTY, ByHand(points=Decimal("4.5")), "hand_out_of_range", {"value": "4.5", "points": "4"}),
        ("1.3", EMPTY, ByHand(points=Decimal("0.3")), "hand_off_step", {"value": "0.3", "step": "0.5"}),
        ("1.3", EMPTY, NotApplicable(), "na_not_allowed", {}),
        ("1.3", took(a="1"), Remove(letter="a", id="2"), "stale", {"letter": "a"}),
        ("1.3", EMPTY, Exactly(counts={"a": Count(n=6)}), "over_most", {"letter": "a", "count": 6, "most": 5}),
        ("1.3", took(a="12345"), Add(letter="a", id="6"), "over_most", {"letter": "a", "count": 6, "most": 5}),
        ("1.3", EMPTY, Exactly(counts={"b": Count(n=201)}), "over_most", {"letter": "b", "count": 201, "most": 200}),
        ("3.3", took(a="123"), Adjust(changes={"a": 1}), "over_most", {"letter": "a", "count": 4, "most": 3}),
        ("1.3", took(b="1"), Adjust(changes={"b": -2}), "too_few", {"letter": "b", "count": 1, "less": 2}),
        ("1.3", EMPTY, Exactly(counts={"a": Count(amount=Decimal(1))}), "amount_unwanted", {"letter": "a", "value": "1"}),
        ("5.5", EMPTY, Set(letter="a", on=True), "amount_wanted", {"letter": "a", "probable": "5.5 a=3"}),
        ("5.5", EMPTY, Add(letter="a", id="1", amount=Decimal(0)), "amount_zero", {"letter": "a"}),
        ("5.5", EMPTY, Add(letter="a", id="1", amount=Decimal("0.3")), "amount_off_step", {"letter": "a", "value": "0.3", "step": "0.5"}),
        ("5.4", EMPTY, ByHand(points=Decimal(3)), "hand_on_bonus", {"probable": "5.4 a2"}),
        ("5.5", EMPTY, Full(), "full_on_bonus", {"probable": "5.5 a=3"}),
    ],
)  # fmt: skip
def test_refused(no, marks, op, code, params):
    with pytest.raises(Refused) as refused:
        act(no, marks, op)
    assert refused.value.problem.code == code
    assert refused.value.problem.params == {"item": no, **params}


def test_amounts_of_one_rule_together_stay_within_its_limit():
    marks = act("2.1", EMPTY, BIG, LIMITED)
    with pytest.raises(Refused) as refused:
        act("2.1", marks, Add(letter="a", id="2", amount=Decimal("1.5")), LIMITED)
    assert refused.value.problem.params == {"item": "2.1", "letter": "a", "value": "1.5", "limit": "5"}
    assert act("2.1", marks, Add(letter="a", id="2", amount=Decimal(1)), LIMITED).amount("a") == 5


def test_nothing_can_be_done_to_an_item_of_another_period():
    for op in (Full(), Zero(), Add(letter="a", id="1"), Restore(marks=EMPTY)):
        with pytest.raises(Refused) as refused:
            act("4.1", EMPTY, op, period=APRIL)
        assert refused.value.problem.code == "not_this_period"


def test_rule_of_another_period_cannot_be_entered():
    with pytest.raises(Refused) as refused:
        act("4.2", EMPTY, Add(letter="c", id="1"), period=APRIL)
    assert refused.value.problem.code == "letter_later"
    assert refused.value.problem.params["letters"] == ("a", "b")


@pytest.mark.parametrize("option", ["given", "not_given"])
def test_ruled_point_is_not_for_the_assessor_to_give(option):
    with pytest.raises(Refused) as refused:
        act("2.6", EMPTY, Set(letter="d", on=True), TONGLIAO, rulings={"unallocated-point": option})
    assert refused.value.problem.code == "letter_ruled"
    assert act("2.6", EMPTY, Set(letter="d", on=True), TONGLIAO).count("d") == 1


def test_by_hand_reaches_no_further_than_the_ruling():
    rulings = {"unallocated-point": "not_given"}
    assert act("2.6", EMPTY, ByHand(points=Decimal(9)), TONGLIAO, rulings=rulings).hand == 9
    with pytest.raises(Refused) as refused:
        act("2.6", EMPTY, ByHand(points=Decimal(10)), TONGLIAO, rulings=rulings)
    assert refused.value.problem.params["points"] == "9"


def test_step_is_the_rubrics():
    assert act("1.3", EMPTY, ByHand(points=Decimal("0.2")), step=Decimal("0.1")).hand == Decimal("0.2")


@pytest.mark.parametrize(
    "op",
    [
        Full(),
        Zero(),
        ByHand(points=Decimal("2.5")),
        Exactly(counts={"a": Count(n=2), "b": Count(amount=Decimal("3.5"))}),
        Adjust(changes={"a": 2, "b": -1}, amounts={"a": Decimal(1)}),
        Add(letter="a", id="x", amount=Decimal(2)),
        Remove(letter="a", id="x"),
        Set(letter="a", on=True),
        NotApplicable(),
        Restore(marks=took(a="1")),
    ],
    ids=lambda op: op.op,
)
def test_operations_go_through_json(op):
    assert ops.from_json(ops.to_json(op)) == op


def test_all_points_can_be_given_by_hand_though_they_are_on_no_step():
    rule = [{"letter": "a", "kind": "once", "points": 2}]
    scheme = tiny([{"no": "1.1", "points": "3.3", "rules": rule}])
    assert act("1.1", EMPTY, ByHand(points=Decimal("3.3")), scheme).hand == Decimal("3.3")
