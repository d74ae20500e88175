"""Several ballots as one result: exact, in bounds, the same in whatever order the members stand."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.files import latest, load
from rubrics.panel_sheet import panel_sheet
from rubrics.panels import CONFIRMED, PLACES, REST, combine, on_its_side, one_of
from rubrics.periods import Period
from rubrics.run import run_lines
from rubrics.scoring import score
from tests.kit.strategies import done, history

KINDS = Path(__file__).parents[1] / "data" / "rubrics" / "kinds.v1.yaml"
SCORES = st.lists(st.integers(0, 400).map(lambda step: Decimal(step) / 20), min_size=1, max_size=7)
WAYS = st.sampled_from(["mean", "drop", "head"])
FULL = "\n".join(f"{item.no} 满" for item in latest("northwest-2025").items)
PERIOD = Period.parse("2025-12")


def ballot(lines: str, rubric: str = "northwest-2025"):
    """A member's sheet: all in order but for these lines."""
    chosen = latest(rubric)
    period = PERIOD if rubric == "northwest-2025" else Period.parse("2025")
    full = "\n".join(f"{item.no} 满" for item in chosen.items)
    marks, problems = run_lines(chosen, f"{full}\n{lines}", period)
    assert not problems
    return score(chosen, marks, period=period)


@given(scores=SCORES, way=WAYS)
def test_what_scores_come_to_lies_between_them(scores, way):
    result = one_of(scores, way)
    assert min(scores) <= result <= max(scores)
    assert isinstance(result, Fraction)


@given(data=st.data(), scores=SCORES)
def test_the_order_of_the_members_does_not_matter(data, scores):
    turned = data.draw(st.permutations(scores))
    for way in ("mean", "drop"):
        assert one_of(scores, way) == one_of(turned, way)
    assert one_of(scores, "head") == scores[0]


@given(scores=SCORES)
def test_extremes_are_one_highest_and_one_lowest(scores):
    """What is dropped is nothing more; of one or two ballots the mean is taken."""
    result = one_of(scores, "drop")
    if len(scores) < 3:
        assert result == one_of(scores, "mean")
        return
    rest = list(scores)
    rest.remove(max(rest))
    rest.remove(min(rest))
    assert result == one_of(rest, "mean")
    assert min(rest) <= result <= max(rest)


@given(scores=SCORES, way=WAYS)
def test_equal_scores_are_that_score(scores, way):
    assert one_of([scores[0]] * len(scores), way) == scores[0]


@given(data=st.data(), way=WAYS, rubric=st.sampled_from(["northwest-2025", "tongliao-2020"]))
def test_the_total_is_the_sum_of_the_exact_rows(data, way, rubric):
    chosen = latest(rubric)
    sheets = [score(chosen, done(chosen, data.draw(history(chosen, most=12)))) for _ in range(3)]
    found = combine(sheets, way, Decimal(2))
    assert found.exact == sum((row.result or Fraction(0) for row in found.rows), Fraction(0))
    assert abs(Fraction(found.total) - found.exact) <= Fraction(1, 100)
    if way == "mean" and all(row.result is not None and None not in row.scores for row in found.rows):
        assert found.exact == sum((sheet.exact for sheet in sheets), Fraction(0)) / 3
    for row in found.rows:
        assert row.beyond == ((None in row.scores and bool(row.given)) or row.difference > 2)
    paper = panel_sheet(found, sheets)
    assert paper.total == found.total
    shown = sum((section.score for section in paper.sections), Decimal(0))
    assert shown + sum((one.points for one in paper.adjustments), Decimal(0)) == paper.total
    for item in paper.items:
        assert sum((term.value for term in item.terms), Decimal(0)) == (item.score or 0)


def test_a_table_made_by_hand():
    """1.3 is 4 points: 4, 1 and 3; 2.2 is 10: 5, 0, 5; bonus 2, 0 and 2; all the rest is full."""
    sheets = [
        ballot("1.3 满\n2.2 a1\n5.2 a1"),
        ballot("1.3 a1b2\n2.2 a2"),
        ballot("1.3 b1\n2.2 a1\n5.2 a1"),
    ]
    assert [sheet.total for sheet in sheets] == [Decimal(each) for each in ("95", "87", "94")]
    found = combine(sheets, "mean", Decimal(2))
    row = found.row("1.3")
    assert row
    assert row.scores == (Decimal(4), Decimal(1), Decimal(3))
    assert row.result == Fraction(8, 3)
    assert row.shown == Decimal("2.67")
    assert (row.difference, row.beyond, row.how) == (Decimal(3), True, "mean")
    assert found.open == ("1.3", "2.2")
    assert found.exact == Fraction(276, 3)
    assert found.bonus == Decimal("1.33")
    settled = combine(sheets, "mean", Decimal(2), {"1.3": "3", "2.2": "5"})
    assert settled.open == ()
    assert settled.listed == ("1.3", "2.2")
    assert settled.total == Decimal(94)
    assert not settled.rounded
    drop = combine(sheets, "drop", Decimal(5))
    assert {row.no: row.result for row in drop.rows if row.no in {"1.3", "2.2"}} == {
        "1.3": Fraction(3),
        "2.2": Fraction(5),
    }
    head = combine(sheets, "head", Decimal(2))
    assert head.total == Decimal(95)
    assert head.open == ("1.3", "2.2")
    assert "5.2" in head.listed


def test_two_ballots_have_no_extremes():
    found = combine([ballot("1.3 b1"), ballot("1.3 满")], "drop", Decimal(2))
    assert found.few
    row = found.row("1.3")
    assert row
    assert (row.result, row.how) == (Fraction(7, 2), "mean")


def test_a_total_is_rounded_once_and_says_so():
    """Rows of 2.67, 2.67 and 3.67 print 9.01; what they are is 9."""
    sheets = [
        ballot("1.3 满\n1.4 满\n1.2 满"),
        ballot("1.3 b2\n1.4 a1\n1.2 a1"),
        ballot("1.3 b2\n1.4 a1\n1.2 a1"),
    ]
    found = combine(sheets, "mean", Decimal(5))
    rows = [found.row(no) for no in ("1.2", "1.3", "1.4")]
    assert [row.shown for row in rows if row] == [Decimal(each) for each in ("2.67", "2.67", "3.67")]
    assert found.total == Decimal(96)
    assert not found.rounded
    paper = panel_sheet(found, sheets)
    assert [(one.kind, one.points) for one in paper.adjustments] == [("rounding", Decimal("-0.01"))]
    third = combine([ballot("1.3 b1"), ballot("1.3 满"), ballot("1.3 满")], "mean", Decimal(5))
    assert (third.total, third.rounded) == (Decimal("99.67"), True)


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        (Fraction(84996, 1000), "84.99"),
        (Fraction(254, 3), "84.67"),
        (Fraction(85), "85"),
        (Fraction(85004, 1000), "85"),
        (Fraction(84999999, 1000000), "84.99"),
        (Fraction(95005, 1000), "95.01"),
    ],
)
def test_no_total_is_shown_on_the_other_side_of_a_line(exact, shown):
    """85 decides about a fifth of the fund: a quarter is the mean of its months, so no month may creep across it."""
    assert on_its_side(ballot(""), exact) == Decimal(shown)


def test_a_veto_counts_when_the_head_confirms_it():
    rubric = load(KINDS).rubric
    assert rubric
    clean, found = score(rubric, {}), score(rubric, _vetoed(rubric))
    assert found.failed
    both = combine([clean, found], "mean", Decimal(2))
    (row,) = both.vetoes
    assert (row.found, row.confirmed) == ((False, True), None)
    assert row.no in both.open
    assert not panel_sheet(both, [clean, found]).failed
    for answer, failed in ((CONFIRMED, True), ("0", False)):
        told = combine([clean, found], "mean", Decimal(2), {row.no: answer})
        assert row.no not in told.open
        assert panel_sheet(told, [clean, found]).failed is failed


def _vetoed(rubric):
    lines = [
        f"{item.no} {rule.letter}"
        for item in rubric.all_items
        for rule in item.rules
        if rule.kind == "veto" and getattr(rule, "scope", "") == "sheet"
    ]
    marks, problems = run_lines(rubric, lines[0], None)
    assert not problems
    return marks


def test_rows_beside_the_rest_are_none_without_adjustments():
    found = combine([ballot("1.3 b1"), ballot("")], "mean", Decimal(2))
    assert found.rest.no == REST
    assert found.rest.result == 0
    assert PLACES.of(Fraction(1, 200)) == Decimal("0.01")


@given(data=st.data(), way=WAYS, count=st.integers(2, 5))
def test_ballots_that_agree_are_that_sheet(data, way, count):
    """With weights, factors, extra deductions and a counted bonus too."""
    rubric = data.draw(st.sampled_from([latest("nuc-2024"), latest("northwest-2025"), load(KINDS).rubric]))
    sheet = score(rubric, done(rubric, data.draw(history(rubric, most=15))), variant=None)
    found = combine([sheet] * count, way, Decimal(0))
    assert found.exact == sheet.exact
    assert found.bonus == PLACES.of(Fraction(sheet.bonus))
    assert not [no for no in found.open if found.veto(no) is None]
    paper = panel_sheet(found, [sheet] * count)
    assert [row.score for row in paper.items] == [
        row.score and PLACES.of(Fraction(row.score)) for row in sheet.items
    ]
