"""What holds for every rule of every kind, in schemes made at random."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from rubrics import marks as marks_json
from rubrics import ops as ops_json
from rubrics.entry import parse
from rubrics.marks import EMPTY
from rubrics.ops import Adjust, Count, Exactly, Judge, Pick, apply
from rubrics.points import show
from rubrics.problems import Refused
from rubrics.scoring import score
from rubrics.sheet_json import sheet_json
from tests.kit.generated import AMOUNTS, any_op, letter_op, rubrics, visit
from tests.kit.strategies import done, minting

ZERO = Decimal(0)
RUBRICS = rubrics()


def figures(rubric, marks):
    return sheet_json(score(rubric, marks), (), str)


@given(data=st.data(), rubric=RUBRICS)
def test_rows_keep_their_bounds_and_explain_their_points(data, rubric):
    marks = done(rubric, data.draw(visit(rubric)))
    sheet = score(rubric, marks)
    for row in sheet.items:
        assert sum((term.value for term in row.terms), ZERO) == (row.score or ZERO)
        assert row.score is None or 0 <= row.score <= row.attainable <= row.points
        assert (row.score is None) == (row.state == "untouched" or (row.state == "na" and not row.terms))
        assert all(rule.counts or not rule.count for rule in row.rules)
    assert sheet.provisional == any(row.state == "untouched" for row in sheet.items)


@given(data=st.data(), rubric=RUBRICS)
def test_marks_and_operations_survive_their_text(data, rubric):
    steps = data.draw(visit(rubric))
    assert [ops_json.from_json(ops_json.to_json(op)) for _, op in steps] == [op for _, op in steps]
    marks = done(rubric, steps)
    stored = marks_json.from_json(marks_json.to_json(marks))
    assert stored == {no: entered for no, entered in marks.items() if entered.touched}
    assert figures(rubric, stored) == figures(rubric, marks)


def after(item, marks, steps):
    mint, refused = minting(), set()
    for step in steps:
        try:
            marks = apply(item, marks, step, mint=mint)
        except Refused as no:
            refused.add((step.model_dump_json(), no.problem.code))
    return marks, refused


@given(data=st.data(), rubric=RUBRICS)
def test_marks_on_different_rules_commute_where_nothing_is_picked(data, rubric):
    """Of tiers and levels one replaces the other, so there the later one stands."""
    item = data.draw(st.sampled_from(rubric.items))
    letters = [rule.letter for rule in item.rules if not rule.pick_one]
    start = done(rubric, [(item.no, op) for op in data.draw(st.lists(any_op(item), max_size=3))])
    before = start.get(item.no, EMPTY)
    if len(letters) < 2:
        return
    one, other = data.draw(st.permutations(letters))[:2]
    first = data.draw(letter_op(st.just(one)))
    second = data.draw(letter_op(st.just(other)))
    there, refused_there = after(item, before, [first, second])
    back, refused_back = after(item, before, [second, first])
    assert refused_there == refused_back
    assert figures(rubric, {item.no: there}) == figures(rubric, {item.no: back})


@given(data=st.data(), rubric=RUBRICS)
def test_at_most_one_of_tiers_and_levels_stands(data, rubric):
    marks = done(rubric, data.draw(visit(rubric)))
    for item in rubric.items:
        for part in item.parts:
            picked = [
                rule.letter
                for rule in part.rules
                if rule.pick_one and marks.get(item.no, EMPTY).count(rule.letter)
            ]
            assert len(picked) <= 1


def _size(count):
    if count.amount is not None:
        return f"={show(count.amount)}"
    return str(count.n) if count.n > 1 else ""


def written(no, op):
    """The operation as a line of entry."""
    if isinstance(op, Judge):
        return f"{no} {op.gate if op.measured is None else show(op.measured)}"
    if isinstance(op, Pick):
        return f"{no} {op.letter}" + ("" if op.amount is None else f"={show(op.amount)}")
    if isinstance(op, Adjust):
        sign = "+" if next(iter(op.changes.values())) > 0 else "-"
        marks = ((letter, Count(n=abs(n), amount=op.amounts.get(letter))) for letter, n in op.changes.items())
    else:
        sign, marks = "", op.counts.items()
    said = "".join(f"{letter}{_size(count)}" for letter, count in marks)
    return f"{no} {sign}{said}"


@given(data=st.data(), rubric=RUBRICS)
def test_what_can_be_done_can_be_written_and_is_read_as_it_was_meant(data, rubric):
    item = data.draw(st.sampled_from(rubric.items))
    letters = st.sampled_from([rule.letter for rule in item.rules])
    counts = st.one_of(
        AMOUNTS.map(lambda amount: Count(amount=amount)), st.builds(Count, n=st.integers(1, 3))
    )
    meant = data.draw(
        st.one_of(
            st.builds(Exactly, counts=st.dictionaries(letters, counts, min_size=1, max_size=3)),
            letters.map(lambda letter: Adjust(changes={letter: 1})),
        )
    )
    marks, refused = after(item, EMPTY, [meant])
    reading = parse(written(item.no, meant), rubric)
    assert len(reading.problems) == len(refused)
    named = list(meant.counts.values()) if isinstance(meant, Exactly) else [Count()]
    if len(named) == 1 and named[0].n == 1:  # of several slips either may be told first
        assert [one.problem.code for one in reading.problems] == [code for _, code in refused]
    for entry in reading.entries:
        assert after(item, EMPTY, [entry.op]) == (marks, set())


@given(data=st.data(), rubric=RUBRICS)
def test_printed_names_pick_their_level(data, rubric):
    named = [
        (item, rule) for item in rubric.items for rule in item.rules if rule.printed and not rule.wants_amount
    ]
    if not named:
        return
    item, rule = data.draw(st.sampled_from(named))
    note = data.draw(st.sampled_from(["", " 材料齐全", "  records complete"]))
    (entry,) = parse(f"{item.no} {rule.printed}{note}", rubric).entries
    assert entry.op == Pick(letter=rule.letter)
    assert entry.note == note.strip()
    assert entry.target == rule.letter
