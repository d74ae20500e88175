"""Quick entry on anything that can be typed: it answers, and what it cannot read changes nothing."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from rubrics.amounts import LARGEST
from rubrics.entry import caption, is_entry, parse
from rubrics.entry_lines import fold
from rubrics.files import latest
from rubrics.numbering import canonical
from rubrics.ops import Exactly
from rubrics.periods import Period
from rubrics.run import run_lines
from rubrics.scoring import score

NORTHWEST = latest("northwest-2025")
RUBRICS = st.sampled_from(["tongliao-2020", "northwest-2025"]).map(latest)
PERIODS = st.sampled_from([None, Period.parse("2025-04"), Period.parse("2025")])

ITEMS = st.sampled_from(
    ["1.1", "1.3", "2.6", "4.1", "5.5", "2.9", "１．３", "1。3", "1.", "01.3", "1.3.1", "99.99"]
)
GAPS = st.sampled_from(["", " ", "　", ":", "，", " ; ", "、", "=", "\u200b", "\t", "."])
SCRAPS = st.lists(
    st.sampled_from([*"abcdxz0123459.=+-×*/满分全na不适用二两 ，、（）", "n/a", "full", "９", "①", "½", "㎡", "b2", "a=3.5", "\n"]),
    max_size=8,
).map("".join)  # fmt: skip
NEAR_MISSES = st.lists(st.builds("{}{}{}{}".format, ITEMS, GAPS, SCRAPS, st.sampled_from(["", " 缺", " 3", " b"])), max_size=4).map("\n".join)  # fmt: skip


@given(text=st.one_of(st.text(), NEAR_MISSES), rubric=RUBRICS, period=PERIODS)
@example(text="1.3 " + "9" * 5000, rubric=NORTHWEST, period=None)
@example(text="1.3 a" + "9" * 5000, rubric=NORTHWEST, period=None)
@example(text="5.5 a=" + "9" * 20 + "." + "9" * 20, rubric=NORTHWEST, period=None)
@example(text="1.3 " + "a" * 4096, rubric=NORTHWEST, period=None)
@example(text="1.3 0.0000000", rubric=NORTHWEST, period=None)
def test_every_text_has_an_answer(text, rubric, period):
    reading = parse(text, rubric, period=period)
    said = caption(text, rubric, period=period)
    assert is_entry(text) or said.item is None
    marks, problems = run_lines(rubric, text, period)
    assert len(problems) >= len(reading.problems)
    sheet = score(rubric, marks, period=period)
    assert sheet.bonus <= LARGEST * len(text)
    for found in problems:
        assert all(len(value) <= 50 for value in found.problem.params.values() if isinstance(value, str))
        assert found.item is None or rubric.item(found.item)
    numbers = lines_of(reading)
    assert len(set(numbers)) == len(numbers)


def lines_of(reading):
    """Where the entries and problems of a reading stand."""
    return [one.line for one in reading.entries] + [one.line for one in reading.problems]


@given(text=NEAR_MISSES, rubric=RUBRICS)
def test_each_line_stands_for_itself(text, rubric):
    """A text is read like its lines, each with the lines that go on with its note."""
    whole = parse(text, rubric)
    lines = text.split("\n")
    cut = sorted(lines_of(whole))
    spans = pairwise([*cut, len(lines) + 1])
    apart = [parse("\n".join(lines[first - 1 : end - 1]), rubric) for first, end in spans]
    assert [one.op for reading in apart for one in reading.entries] == [one.op for one in whole.entries]
    assert [one.problem for reading in apart for one in reading.problems] == [
        one.problem for one in whole.problems
    ]


@given(
    counts=st.dictionaries(st.sampled_from("ab"), st.integers(1, 5), min_size=1), note=st.text(max_size=30)
)
def test_what_is_written_by_the_grammar_is_read(counts, note):
    value = "".join(f"{letter}{count}" for letter, count in counts.items())
    for text in (f"1.3 {value}", f"1.3:{value}", f"1.3{value}", f"１．３　{value.upper()}"):
        [entry] = parse(text, NORTHWEST).entries
        assert isinstance(entry.op, Exactly)
        assert {letter: count.n for letter, count in entry.op.counts.items()} == counts
    [entry] = parse(f"1.3 {value} 注 {''.join(note.split())}", NORTHWEST).entries
    assert entry.note == f"注 {''.join(note.split())}".strip()


@given(text=st.text())
def test_folding_keeps_the_places(text):
    folded = fold(text)
    assert len(folded.places) == len(folded.text) + 1
    assert list(folded.places) == sorted(folded.places)
    for at, char in enumerate(folded.text):
        typed = text[folded.places[at]]
        assert char in {" ", typed, typed.lower(), canonical(typed)}
