"""What a row says of rules that reach beyond it, and what it looks like when another row's rule took everything."""

from decimal import Decimal
from typing import Any

from rubrics.marks import EMPTY
from rubrics.run import run_lines
from rubrics.sheet import Beyond
from rubrics.tally import ItemPlan, wiped
from tests.kit.kinds import TABLES, read
from tests.kit.tiny import tiny

RUBRICS: dict[str, Any] = {path.stem: read(path).rubric for path in TABLES}
ZERO = Decimal(0)


def row(kind, text):
    """The row of the first line, before the sheet does anything about it."""
    rubric = RUBRICS[kind]
    marks, problems = run_lines(rubric, text)
    assert not problems
    no = text.split()[0]
    return ItemPlan(rubric.item(no), None, None).result(marks.get(no, EMPTY))


def untouched(kind):
    return ItemPlan(RUBRICS[kind].item("1.1"), None, None).result(EMPTY)


def wipe(result):
    return wiped(result, BY)


def told(result):
    return [(one.kind, one.scope, one.no, one.letter, one.points, one.items) for one in result.beyond]


def test_extra_tells_how_much_it_takes():
    assert told(row("extra", "1.2 ab3")) == [("extra", "total", "1.2", "b", 6, ())]
    assert told(row("extra", "1.2 a")) == []


def test_extra_that_follows_by_itself_is_told_and_shown_as_met():
    exhausted = row("extra", "1.1 a2")
    assert told(exhausted) == [("extra", "total", "1.1", "b", 10, ())]
    assert (exhausted.score, exhausted.rule("b").count) == (0, 1)
    assert row("extra", "1.1 a").rule("b").count == 0


def test_factor_of_the_total_tells_its_factor():
    rules = [
        {"letter": "a", "kind": "once", "points": 2},
        {"letter": "b", "kind": "multiplier", "low": "0.5", "high": 1, "scope": "total"},
    ]
    rubric: Any = tiny([{"no": "1.1", "points": 10, "rules": rules}])
    marks, _ = run_lines(rubric, "1.1 ab=0.9")
    result: Any = ItemPlan(rubric.item("1.1"), None, None).result(marks["1.1"])
    assert (result.score, told(result)) == (8, [("multiplier", "total", "1.1", "b", Decimal("0.9"), ())])


def test_zero_and_veto_tell_their_scope():
    assert told(row("zero", "1.2 ab")) == [("zero", "items", "1.2", "b", 0, ("1.3", "1.4"))]
    assert told(row("zero", "1.5 bc")) == [
        ("zero", "section", "1.5", "b", 0, ()),
        ("zero", "sheet", "1.5", "c", 0, ()),
    ]
    assert told(row("veto", "1.1 b")) == [("veto", "item", "1.1", "b", 0, ())]
    assert told(row("veto", "2.1 a")) == [("veto", "sheet", "2.1", "a", 0, ())]


def test_score_by_hand_hides_what_is_about_the_row_only():
    by_hand = row("veto", "1.2 ac\n1.2 4")
    assert told(by_hand) == [("veto", "sheet", "1.2", "c", 0, ())]
    assert (by_hand.rule("a").count, by_hand.rule("c").count) == (0, 1)
    assert told(row("veto", "1.1 b\n1.1 4")) == []


def test_row_that_earns_is_not_looked_at_because_a_fact_was_noted():
    noted = row("zero", "1.2 a\n1.2 -a\n1.2 +b")
    assert (noted.state, noted.score, noted.rule("b").count) == ("scored", 0, 1)
    asked = row("asked", "1.2 b=1")
    assert (asked.state, asked.score, asked.rule("b").count, asked.rule("b").amount) == (
        "untouched",
        None,
        1,
        1,
    )


def test_question_is_unanswered_only_where_the_rules_scored_the_row():
    assert row("asked", "1.1 a").unanswered == ("b",)
    assert row("asked", "1.1 ab").unanswered == ()
    assert row("asked", "1.1 满").unanswered == ()
    assert row("asked", "1.1 a\n1.1 5").unanswered == ()


def test_covered_rung_is_marked():
    covered = row("rungs", "1.1 ab")
    assert [(one.letter, one.count, one.covered) for one in covered.rules][:2] == [
        ("a", 1, False),
        ("b", 1, True),
    ]


BY = Beyond("zero", "items", "9.1", "b", "无预案", "无预案的不得分")


def test_wiped_row_keeps_its_steps_and_names_where_its_points_went():
    result = wipe(row("each", "1.1 a2"))
    assert (result.state, result.score, result.deducted) == ("scored", 0, 10)
    last = result.terms[-1]
    assert (last.sign, last.value, last.label, last.quote) == ("wiped", -8, "9.1 b 无预案", "无预案的不得分")
    assert sum((term.value for term in result.terms), ZERO) == 0


def test_wiped_row_that_nobody_looked_at_has_nothing_left_either():
    result = wipe(untouched("each"))
    assert (result.state, result.score, [term.value for term in result.terms]) == ("scored", 0, [10, -10])
    award = wipe(untouched("award"))
    assert (award.score, [term.value for term in award.terms]) == (0, [0])


def test_what_does_not_apply_is_not_wiped():
    away = row("zero", "1.4 n/a")
    assert wipe(away) is away
