"""Words that try to break a workbook."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("一\x0b二", "一二"),
        ("\x00\x08\x1f\ufffe\uffff字", "字"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("半\ud83d个", "半\ufffd个"),
        ("\udc00", "\ufffd"),
        ("整😀个", "整😀个"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_only_what_xml_forbids_is_taken_out(given, kept):
    assert text.clean(given) == kept


@pytest.mark.parametrize("words", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "＝1+1", "'=1"])
def test_what_a_program_could_take_for_a_formula_is_marked(words):
    assert text.tempts(words)


@pytest.mark.parametrize("words", ["缺记录", "1+1=2", "1.3 台账"])
def test_ordinary_words_are_not_marked(words):
    assert not text.tempts(words)


def test_the_limit_of_a_cell_counts_in_utf16():
    assert text.fits("字" * text.LONGEST)
    assert not text.fits("字" * (text.LONGEST + 1))
    assert text.fits("😀" * (text.LONGEST // 2))
    assert not text.fits("😀" * (text.LONGEST // 2 + 1))


@given(st.text())
def test_any_text_comes_back_from_xml_as_it_was(words):
    written = text.to_xml(words).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert text.from_xml(written) == words


def test_a_typed_escape_stays_what_was_typed():
    assert text.to_xml("_x0041_") == "_x005F_x0041_"
    assert text.from_xml("_x005F_x0041_") == "_x0041_"
