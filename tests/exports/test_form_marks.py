"""What the marks of an own form mean, in both languages, and what was probably meant by those that mean nothing."""

import pytest

from exports.form_values import Values
from rubrics import form_marks
from rubrics.files import latest
from rubrics.form_marks import Mark, Wrong
from rubrics.form_words import ITEM, SECTION, WHOLE
from tests.exports.samples import award, deduct

NORTHWEST = latest("northwest-2025")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2.2 score", Mark("item", "2.2", "score")),
        ("2.2 得分", Mark("item", "2.2", "score")),
        ("2.2得分", Mark("item", "2.2", "score")),
        (" 2.2  Score ", Mark("item", "2.2", "score")),
        ("２．２　得分", Mark("item", "2.2", "score")),
        ("2。2 扣分情况", Mark("item", "2.2", "deductions")),
        ("2.2 deductions", Mark("item", "2.2", "deductions")),
        ("2.2 notes", Mark("item", "2.2", "notes")),
        ("2.2 points", Mark("item", "2.2", "points")),
        ("5.1 得分", Mark("item", "5.1", "score")),
        ("section 2 score", Mark("section", "2", "score")),
        ("第2部分 得分", Mark("section", "2", "score")),
        ("第二部分得分", Mark("section", "2", "score")),
        ("二章小计", Mark("section", "2", "score")),
        ("total", Mark("sheet", "", "total")),
        ("总分", Mark("sheet", "", "total")),
        ("signed by", Mark("sheet", "", "signed by")),
        ("签字人", Mark("sheet", "", "signed by")),
        ("totl", Wrong("form_word", ("total",))),
        ("2.2 scor", Wrong("form_word", ("2.2 score",))),
        ("2.9 score", Wrong("form_item", ("2.1 score", "2.2 score", "2.3 score"))),
        ("2.9 得分", Wrong("form_item", ("2.1 得分", "2.2 得分", "2.3 得分"))),
        (
            "section 9 score",
            Wrong("form_section", tuple(f"section {no} score" for no in range(1, 6))),
        ),
    ],
)
def test_a_mark_means_or_what_it_probably_meant_is_said(written: str, meant: Mark | Wrong) -> None:
    found = form_marks.read(written, NORTHWEST)
    if isinstance(meant, Wrong) and meant.code == "form_section":
        assert isinstance(found, Wrong)
        assert found.hints[:5] == meant.hints
        return
    assert found == meant


@pytest.mark.parametrize("scheme", ["northwest-2025", "tongliao-2020", "tongliao-2020-creation", "nuc-2024"])
def test_every_word_in_both_languages_can_be_filled_for_every_item(scheme: str) -> None:
    rubric = latest(scheme)
    record = deduct() if scheme == "northwest-2025" else award()
    values = Values(record)
    for words in WHOLE.values():
        assert len({form_marks.read(word, rubric) for word in words}) == 1
    for item in rubric.all_items:
        for words in ITEM.values():
            (mark,) = {form_marks.read(f"{item.no} {word}", rubric) for word in words}
            assert isinstance(mark, Mark)
            if record.rubric.id == rubric.id:
                values(mark)
    for no in form_marks.sections(rubric):
        for words in SECTION.values():
            assert all(isinstance(form_marks.read(f"第{no}部分 {word}", rubric), Mark) for word in words)
