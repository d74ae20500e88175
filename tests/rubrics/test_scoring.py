"""Scoring: the worked cases, floors and caps, periods and rulings, and what every sheet owes to its marks."""

from decimal import Decimal

import pytest

from rubrics.explain import explanation
from rubrics.files import latest
from rubrics.marks import ItemMarks, Occurrence
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.points import show
from rubrics.scoring import score
from tests.kit.cases import CASES, number, read
from tests.kit.tiny import tiny


def scored(rubric, marks, **where):
    return score(rubric, marks, **where)


PATHS = sorted(CASES.glob("*.txt"))
TONGLIAO, NORTHWEST = latest("tongliao-2020"), latest("northwest-2025")


def test_the_cases_of_the_specification_are_here():
    assert {"tongliao-all-met", "tongliao-without-d", "tongliao-71", "northwest-44"} <= {
        path.stem for path in PATHS
    }


def last_row(case, rows, no):
    """An item after so many rows of a case."""
    return case.run(rows)[0].item(no)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_case(path):
    case = read(path)
    for row, (entry, expected) in enumerate(case.rows, start=1):
        result = last_row(case, row, entry.split()[0])
        points, _, state = expected.partition(" ")
        assert result.score == number(points), (entry, explanation(result))
        assert not state or result.state == state, entry
    sheet, _ = case.run()
    for figure in ("total", "deducted", "bonus", "reachable"):
        assert show(getattr(sheet, figure)) == case.figures[figure], figure
    if "sections" in case.figures:
        assert [show(section.score) for section in sheet.sections] == case.figures["sections"].split()
    warned = [row.no for row in sheet.items if row.warnings]
    assert warned == case.figures.get("warnings", "").split()
    if "uncounted" in case.figures:
        assert [row.no for row in sheet.items if not row.counted] == case.figures["uncounted"].split()


def test_nothing_entered_is_provisional_and_everything_still_reachable():
    sheet = scored(NORTHWEST, {})
    assert (sheet.total, sheet.deducted, sheet.reachable) == (0, 0, 100)
    assert sheet.provisional
    assert (sheet.scored, sheet.count) == (0, 13)
    assert {row.state for row in sheet.items} == {"untouched"}


def test_item_of_another_period_keeps_its_points_and_is_not_looked_at():
    row = scored(NORTHWEST, {}, period=Period.parse("2025-04")).item("4.1")
    assert (row.state, row.score, row.counted, row.by_hand) == ("full", 5, False, False)
    assert scored(NORTHWEST, {}, period=Period.parse("2025-06")).item("4.1").counted


def test_rule_of_another_period_is_marked_and_moves_nothing():
    taken = {"4.2": ItemMarks(taken={"b": (Occurrence(id="1"),), "c": (Occurrence(id="2"),)})}
    april = scored(NORTHWEST, taken, period=Period.parse("2025-04")).item("4.2")
    assert (april.score, april.rule("c").counts, april.rule("c").count) == (3, False, 0)
    december = scored(NORTHWEST, taken, period=Period.parse("2025-12")).item("4.2")
    assert (december.score, december.rule("c").counts) == (0, True)


def test_by_hand_stands_beside_the_rules_and_hides_them():
    marks = {"1.3": ItemMarks(taken={"a": (Occurrence(id="1"),)}, hand=Decimal("3.5"))}
    row = scored(NORTHWEST, marks).item("1.3")
    assert (row.score, row.by_hand, row.exceptional, row.rule("a").count) == (Decimal("3.5"), True, True, 0)
    assert [term.sign for term in row.terms] == ["hand"]


def test_by_hand_is_no_exception_where_the_criterion_is_a_judgement():
    row = scored(TONGLIAO, {"3.1": ItemMarks(hand=Decimal(12))}).item("3.1")
    assert (row.by_hand, row.exceptional, row.state) == (True, False, "scored")


def test_ruled_point_has_no_count_of_its_own():
    marks = {"2.6": ItemMarks(taken={"a": (Occurrence(id="1"),)})}
    given = scored(TONGLIAO, marks, rulings={}).item("2.6")
    assert (given.score, given.rule("d").ruled, given.rule("d").count) == (7, "given", 1)
    withheld = scored(TONGLIAO, marks, rulings={"unallocated-point": "not_given"}).item("2.6")
    assert (withheld.score, withheld.rule("d").ruled, withheld.rule("d").counts) == (6, "not_given", False)
    assert (withheld.points, withheld.attainable) == (10, 9)


def test_unknown_option_of_a_ruling_needs_a_decision():
    assert not scored(TONGLIAO, {}, rulings={}).needs_decision
    assert scored(TONGLIAO, {}, rulings={"unallocated-point": "perhaps"}).needs_decision


def test_bonus_is_in_no_total():
    marks = {"5.4": ItemMarks(taken={"a": (Occurrence(id="1"), Occurrence(id="2"))})}
    sheet = scored(NORTHWEST, marks)
    assert (sheet.bonus, sheet.total, sheet.deducted, sheet.reachable) == (10, 0, 0, 100)
    assert sheet.item("5.4").deducted == 0


PARTS = [
    {
        "no": "1.1",
        "points": 6,
        "parts": [
            {
                "points": 4,
                "rules": [
                    {"letter": "a", "kind": "each", "points": 3, "unit": "处"},
                    {"letter": "b", "kind": "zero", "scope": "part"},
                ],
            },
            {"points": 2, "rules": [{"letter": "c", "kind": "once", "points": "0.05"}]},
        ],
    }
]


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ("a", "3 = 6 − 3×1 (a A)"),
        ("aa", "2 = 6 − 3×2 (a A) + 2 (≥ 0)"),
        ("ab", "2 = 6 − 3×1 (a A) − 1 (b B → 0)"),
        ("bc", "1.95 = 6 − 4 (b B → 0) − 0.05×1 (c C)"),
        ("aabc", "1.95 = 6 − 3×2 (a A) + 2 (≥ 0) − 0 (b B → 0) − 0.05×1 (c C)"),
    ],
)
def test_each_part_has_its_own_floor(taken, expected):
    row = scored(tiny(PARTS), {"1.1": took(taken)}).item("1.1")
    assert explanation(row) == expected
    assert sum(term.value for term in row.terms) == row.score


def test_award_is_capped_at_what_the_part_is_worth():
    two = [{"letter": letter, "kind": "award", "points": 3} for letter in "ab"]
    row = scored(tiny([{"no": "1.1", "points": 5, "rules": two}]), {"1.1": took("ab")}).item("1.1")
    assert explanation(row) == "5 = 3 (a A) + 3 (b B) − 1 (≤ max)"


def test_full_has_all_points_even_where_the_criteria_give_less():
    one = [{"letter": "a", "kind": "award", "points": 3}]
    marks = ItemMarks(full=True, taken={"a": (Occurrence(id="1"),)})
    row = scored(tiny([{"no": "1.1", "points": 5, "rules": one}]), {"1.1": marks}).item("1.1")
    assert (row.state, explanation(row)) == ("full", "5 = 3 (a A) + 2 (✓)")


def test_award_of_another_period_does_not_keep_an_item_from_its_points():
    rules = [
        {"letter": "a", "kind": "award", "points": 3},
        {"letter": "b", "kind": "award", "points": 2, "when": "year"},
    ]
    scheme = tiny([{"no": "1.1", "points": 5, "rules": rules}])
    row = scored(scheme, {"1.1": took("a")}, period=Period.parse("2025-04")).item("1.1")
    assert (row.score, row.state, row.rule("b").counts) == (5, "full", False)


def not_applicable(policy: str) -> Rubric:
    rule = [{"letter": "a", "kind": "once", "points": 2}]
    return tiny(
        [
            {"no": "1.1", "points": 4, "rules": rule, "not_applicable": policy},
            {"no": "1.2", "points": 6, "rules": rule},
        ]
    )


def test_item_that_does_not_apply_keeps_its_points_or_leaves_the_sheet():
    marks = {"1.1": ItemMarks(na=True), "1.2": took("a")}
    keep = scored(not_applicable("keep"), marks)
    assert (keep.total, keep.deducted, keep.item("1.1").state, keep.sections[0].points) == (8, 2, "na", 10)
    leave = scored(not_applicable("leave"), marks)
    assert (leave.total, leave.deducted, leave.item("1.1").score, leave.sections[0].points) == (4, 2, None, 6)
    assert (leave.reachable, leave.provisional, leave.scored) == (4, False, 2)


@pytest.mark.parametrize(
    ("no", "marks", "expected"),
    [
        ("1.3", {"taken": "abb"}, "1 = 4 − 1×1 (a 缺少一种台账) − 1×2 (b 记录不详实)"),
        ("1.5", {"taken": "ab"}, "0 = 5 − 3×1 (b 无考核记录) − 2 (a 无制度 → 0)"),
        ("2.3", {"full": True}, "10 = 10"),
        ("1.4", {"hand": Decimal(3)}, "3 = 3 (✎)"),
        ("5.4", {"taken": "aa"}, "10 = 5×2 (a 国家成果、专利)"),
        ("1.1", {}, ""),
    ],
)
def test_every_number_explains_itself(no, marks, expected):
    fields = {**marks, "taken": took(marks["taken"]).taken} if "taken" in marks else marks
    assert explanation(scored(NORTHWEST, {no: ItemMarks(**fields)}).item(no)) == expected


def test_explanation_takes_the_words_of_who_speaks():
    row = scored(NORTHWEST, {"1.1": took("ab")}).item("1.1")
    said = explanation(row, lambda term: {"floor": "不低于 0"}.get(term.sign, ""))
    assert said == "0 = 2 − 2×1 (a 未建立档案) − 1×1 (b 档案不实) + 1 (不低于 0)"
    assert row.terms[1].quote == "未建立档案扣2分"


def took(letters: str) -> ItemMarks:
    """Marks with one occurrence for every letter named."""
    taken = {
        letter: tuple(Occurrence(id=f"{letter}{n}") for n in range(letters.count(letter)))
        for letter in letters
    }
    return ItemMarks(taken=taken)


def test_marks_made_under_other_limits_stay_within_those_of_the_sheet():
    withheld = {"unallocated-point": "not_given"}
    assert scored(TONGLIAO, {"2.6": ItemMarks(hand=Decimal(10))}, rulings=withheld).item("2.6").score == 9
    row = scored(NORTHWEST, {"3.3": took("aaaa")}).item("3.3")
    assert (row.score, row.rule("a").count) == (14, 3)
    assert scored(NORTHWEST, {"1.1": took("z")}).item("1.1").state == "untouched"
