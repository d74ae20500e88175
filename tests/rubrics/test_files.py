"""Files: every mistake is named with its code and its line, all of them at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics import diagnostics, files
from rubrics.problems import CHECK_CODES, FILE_CODES, Refused

DATA = Path(__file__).parents[1] / "data" / "rubrics"
SAMPLE = DATA / "sample.v1.yaml"
BAD = sorted((DATA / "bad").glob("*.yaml"))
ABOUT_WHOLE_FILES = {
    "rubric_unknown",
    "rubric_has_mistakes",
    "file_unreadable",
    "file_too_large",
    "file_not_utf8",
    "file_name_disagrees",
}


def load(path):
    return files.load(path)


def loads(text):
    return files.loads(text, "x")


def expected(text):
    """What the comments `#! code code` at the ends of lines promise."""
    return sorted(
        (number, code)
        for number, line in enumerate(text.splitlines(), start=1)
        if "#! " in line
        for code in line.split("#! ")[1].split()
    )


def found(loaded):
    return sorted((one.where.line, one.code) for one in loaded.problems)


def test_sample_from_which_the_mistakes_are_made_has_none():
    loaded = load(SAMPLE)
    assert loaded.problems == ()
    assert loaded.rubric is not None


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_mistake_is_named_with_code_and_line_and_nothing_else_is(path):
    loaded = load(path)
    assert found(loaded) == expected(loaded.text)
    assert {one.where.file for one in loaded.problems} == {path.name}
    has_error = any(one.severity == "error" for one in loaded.problems)
    assert (loaded.rubric is None) == has_error


def test_every_code_has_a_file_that_earns_it_and_every_file_a_code():
    codes = (set(FILE_CODES) | set(CHECK_CODES)) - ABOUT_WHOLE_FILES | {"points_unreadable"}
    assert {path.stem for path in BAD} == codes
    for path in BAD:
        assert path.stem in {code for _, code in expected(path.read_text())}


def test_mistake_is_named_once_and_at_its_own_line():
    text = (DATA.parents[2] / "rubrics" / "schemes" / "northwest-2025.v2.yaml").read_text()
    wrong = text.replace("points: 2\n", "points: -2\n", 1).replace("kind: each\n", "kind: eech\n", 1)
    lines = [at for at, line in enumerate(wrong.splitlines(), 1) if "points: -2" in line or "eech" in line]
    assert found(loads(wrong)) == [(lines[0], "points_unreadable"), (lines[1], "field_choice")]


def test_misspelt_field_is_answered_with_the_right_one():
    loaded = load(DATA / "bad" / "field_unknown.yaml")
    misspelt, unknown = loaded.problems
    assert misspelt.params == {"field": "leeder", "known": ("leader",)}
    assert set(unknown.params["known"]) >= {"letter", "points", "quote"}


def test_unknown_kind_is_answered_with_those_there_are():
    loaded = load(DATA / "bad" / "field_choice.yaml")
    assert loaded.problems[0].params["choices"] == tuple(diagnostics._BY_KIND)
    assert loaded.problems[1].params == {
        "field": "when",
        "value": "week",
        "choices": ("month", "quarter", "half", "year"),
    }


def test_wrong_value_says_what_was_wanted():
    loaded = load(DATA / "bad" / "field_wrong.yaml")
    wanted = {one.params["field"]: one.params["wanted"] for one in loaded.problems}
    assert wanted == {"version": "whole_number", "issued": "date", "issuer": "text", "letter": "pattern"}


def test_mismatch_says_both_sums():
    (mismatch,) = load(DATA / "bad" / "sum_of_rules.yaml").problems
    assert mismatch.params == {"item": "1.1", "points": "4", "sum": "3.5"}


def test_discrepancy_about_sums_excuses_its_item_and_one_about_text_does_not():
    text = (DATA / "bad" / "sum_of_rules.yaml").read_text()
    note = 'discrepancies:\n  - {id: gap, about: %s, at: ["1.1"], says: 甲, read: 乙, reason: 丙}\n'
    assert loads(text + note % "sum").problems == ()
    assert [one.code for one in loads(text + note % "text").problems] == ["sum_of_rules"]


def test_of_award_alternatives_the_best_counts_in_the_sum():
    text = SAMPLE.read_text().replace("points: 3, text: 有甲", "points: 4, text: 有甲")
    assert [one.code for one in loads(text).problems] == ["sum_of_rules"]
    rungs = text.replace(
        "        evidence: [名册]\n",
        "        evidence: [名册]\n        exclusive: [{letters: [a, b], kind: alternative}]\n",
    )
    assert loads(rungs).problems == ()


def test_number_keeps_its_digits():
    text = (
        SAMPLE.read_text()
        .replace("total: 10\n", "total: 10.00\nstep: 0.05\n")
        .replace('- no: "1.1"', "- no: 1.1")
    )
    rubric = loads(text).rubric
    assert str(rubric.step) == "0.05"
    assert rubric.items[0].no == "1.1"


def test_quoted_number_is_text():
    text = SAMPLE.read_text().replace("title: 样表", 'title: "2026"')
    assert loads(text).rubric.title == "2026"


@pytest.mark.parametrize("word", ["yes", "on", "12:30", "0x1f", "1_000", "=", "<<x"])
def test_words_that_other_readers_turn_into_something_else_stay_words(word):
    assert loads(SAMPLE.read_text().replace("title: 样表", f"title: {word}")).rubric.title == word


def test_file_with_windows_line_ends_and_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SAMPLE.read_text().replace("\n", "\r\n").encode())
    assert load(path).problems == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe", "file_not_utf8"),
        (b"# " + b"x" * files.LARGEST, "file_too_large"),
        (b"a: \x00\n", "yaml_syntax"),
        (b"- a\n", "field_wrong"),
    ],
)
def test_file_that_is_no_rubric_is_a_problem_not_a_crash(tmp_path, data, code):
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    loaded = load(path)
    assert [one.code for one in loaded.problems] == [code]
    assert loaded.rubric is None


def test_file_that_is_not_there_is_a_problem(tmp_path):
    assert [one.code for one in load(tmp_path / "a.yaml").problems] == ["file_unreadable"]


def test_text_that_no_file_could_hold_is_a_problem():
    assert [one.code for one in loads("title: \ud800").problems] == ["file_not_utf8"]
    assert [one.code for one in loads("x" * (files.LARGEST + 1)).problems] == ["file_too_large"]


def test_file_named_for_another_version_is_refused(tmp_path):
    path = tmp_path / "sample.v2.yaml"
    path.write_text(SAMPLE.read_text())
    (wrong,) = load(path).problems
    assert (wrong.code, wrong.params) == ("file_name_disagrees", {"says": "sample.v1.yaml"})


def test_rubric_that_is_not_shipped_is_refused_with_those_that_are():
    with pytest.raises(Refused) as refused:
        files.latest("tongliao-2021")
    assert refused.value.problem.params["known"] == files.shipped_ids()


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(SAMPLE.read_text())), st.sampled_from(list("[]{}:,&*!|>%@`\"'#-? \n\t\x07甲1"))
        ),
        min_size=1,
        max_size=6,
    )
)
def test_damaged_file_never_crashes_and_every_problem_has_its_line(damage):
    text = SAMPLE.read_text()
    for position, sign in damage:
        text = text[:position] + sign + text[position:]
    loaded = loads(text)
    lines = text.count("\n") + 1
    assert all(1 <= one.where.line <= lines + 1 for one in loaded.problems)
    assert loaded.rubric is not None or loaded.problems


@pytest.mark.parametrize("word", ["yes", "Yes", "on", "True", '"true"'])
def test_true_may_be_written_as_people_write_it(word):
    text = (DATA / "kinds.v1.yaml").read_text()
    changed = text.replace("full: true", f"full: {word}").replace("counted: true", f"counted: {word}")
    assert changed.count(word) >= 2
    assert loads(changed).rubric.model_dump() == loads(text).rubric.model_dump()


@pytest.mark.parametrize("word", ["ture", "是", "2"])
def test_what_is_neither_true_nor_false_is_named_with_its_line(word):
    text = (DATA / "kinds.v1.yaml").read_text().replace("counted: true", f"counted: {word}")
    (one,) = loads(text).problems
    assert (one.code, one.params["field"], one.params["wanted"]) == ("field_wrong", "counted", "true_false")
    assert f"counted: {word}" in text.splitlines()[one.where.line - 1]
