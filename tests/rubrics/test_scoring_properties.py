"""What every sheet owes to its marks, whatever was done in whatever order."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics import marks as marks_json
from rubrics.files import latest
from rubrics.marks import EMPTY
from rubrics.ops import Restore, apply
from rubrics.periods import Period
from rubrics.problems import Refused
from rubrics.scoring import score
from rubrics.sheet_json import sheet_json
from tests.kit.strategies import done, history, minting, ops, rule_ops

RUBRICS = st.sampled_from(["tongliao-2020", "northwest-2025"]).map(latest)
PERIODS = st.sampled_from([None, *map(Period.parse, ("2025", "2025-04", "2025-06", "2025-Q1"))])
RULINGS = st.sampled_from([None, {"unallocated-point": "given"}, {"unallocated-point": "not_given"}])


def figures(rubric, marks, period=None, rulings=None):
    """All that a sheet says, as plain values."""
    sheet = score(rubric, marks, period=period, rulings=rulings)
    return sheet_json(sheet, (), str), [(row.no, row.state, row.score) for row in sheet.bonus_items]


@given(data=st.data(), rubric=RUBRICS, period=PERIODS, rulings=RULINGS)
def test_sheet_adds_up(data, rubric, period, rulings):
    marks = done(rubric, data.draw(history(rubric)), period=period, rulings=rulings)
    sheet = score(rubric, marks, period=period, rulings=rulings)
    for row in (*sheet.items, *sheet.bonus_items):
        assert sum((term.value for term in row.terms), Decimal(0)) == (row.score or 0)
        assert (row.score is None) == (row.state == "untouched")
    for row in sheet.items:
        assert 0 <= (row.score or 0) <= row.attainable <= row.points
        assert row.deducted == (0 if row.score is None else row.attainable - row.score)
    scores = {row.no: row.score or Decimal(0) for row in sheet.items}
    by_section = [sum(scores[item.no] for item in section.items) for section in rubric.sections]
    assert [section.score for section in sheet.sections] == by_section
    assert sheet.total == sum(by_section)
    assert sheet.total <= sheet.reachable == sum(row.attainable for row in sheet.items) - sheet.deducted
    assert sheet.provisional == any(row.state == "untouched" for row in sheet.items)
    assert sheet.scored == sum(section.scored for section in sheet.sections)


@given(data=st.data(), rubric=RUBRICS)
def test_sheet_depends_only_on_the_final_marks(data, rubric):
    steps = data.draw(history(rubric))
    marks = done(rubric, steps)
    assert done(rubric, steps) == marks
    stored = marks_json.from_json(marks_json.to_json(marks))
    assert stored == {no: entered for no, entered in marks.items() if entered.touched}
    assert figures(rubric, stored) == figures(rubric, marks)
    backwards = {no: marks[no] for no in reversed(marks)}
    assert figures(rubric, backwards) == figures(rubric, marks)


@given(data=st.data(), rubric=RUBRICS)
def test_undo_restores_the_marks_and_the_sheet(data, rubric):
    marks = done(rubric, data.draw(history(rubric, most=8)))
    item = data.draw(st.sampled_from(rubric.items))
    before, mint = marks.get(item.no, EMPTY), minting()
    try:
        after = apply(item, before, data.draw(ops(item)), mint=mint)
    except Refused:
        return
    undone = apply(item, after, Restore(marks=before), mint=mint)
    assert undone == before
    assert figures(rubric, {**marks, item.no: undone}) == figures(rubric, marks)
    assert apply(item, undone, Restore(marks=after), mint=mint) == after


@given(data=st.data(), rubric=RUBRICS)
def test_items_do_not_know_each_other(data, rubric):
    steps = data.draw(history(rubric))
    apart = sorted(steps, key=lambda step: step[0])
    assert figures(rubric, done(rubric, steps)) == figures(rubric, done(rubric, apart))


def outcome(item, marks, steps):
    """The marks after these steps, and which of them were refused."""
    refused = set()
    mint = minting()
    for step in steps:
        try:
            marks = apply(item, marks, step, mint=mint)
        except Refused as no:
            refused.add((step.model_dump_json(), no.problem.code))
    return marks, refused


@given(data=st.data(), rubric=RUBRICS)
def test_marks_on_different_rules_commute(data, rubric):
    item = data.draw(st.sampled_from([item for item in rubric.items if len(item.rules) > 1]))
    start = done(rubric, [(item.no, op) for op in data.draw(st.lists(ops(item), max_size=4))])
    before = start.get(item.no, EMPTY)
    one, other = data.draw(st.permutations([rule.letter for rule in item.rules]))[:2]
    first = data.draw(rule_ops(st.just(one)))
    second = data.draw(rule_ops(st.just(other)))
    there, refused_there = outcome(item, before, [first, second])
    back, refused_back = outcome(item, before, [second, first])
    assert refused_there == refused_back
    assert {letter: len(taken) for letter, taken in there.taken.items()} == {
        letter: len(taken) for letter, taken in back.taken.items()
    }
    assert figures(rubric, {item.no: there}) == figures(rubric, {item.no: back})


@given(data=st.data(), rubric=RUBRICS)
def test_the_same_again_changes_nothing(data, rubric):
    item = data.draw(st.sampled_from(rubric.items))
    start = done(rubric, [(item.no, op) for op in data.draw(st.lists(ops(item), max_size=4))])
    op = data.draw(ops(item).filter(lambda op: op.op not in {"adjust", "remove"}))
    try:
        once = apply(item, start.get(item.no, EMPTY), op, mint=minting())
    except Refused:
        return
    assert apply(item, once, op, mint=pytest.fail) == once
