"""Workbooks that mean harm, sent as own forms: refused by what is looked at first, or by the child's limits."""

import io
import time
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from bot.wiring import uploads
from rubrics.problems import Refused
from tests.bot.export.scenes import form
from tests.rubrics.draft import bad_files

BAD: tuple[Callable[[], bytes], ...] = (
    bad_files.far_cell,
    bad_files.far_merge,
    bad_files.many_rows,
    bad_files.many_unnumbered_rows,
    bad_files.wide_sheet,
    bad_files.zip_bomb,
    bad_files.lying_sizes,
    bad_files.many_members,
    bad_files.overlapping,
    bad_files.entities,
    bad_files.entities_in_styles,
    bad_files.entities_in_utf16,
    bad_files.old_excel,
    bad_files.encrypted,
    bad_files.encrypted_zip,
    bad_files.truncated,
    bad_files.broken_sheet,
    bad_files.flipped,
    bad_files.many_styles,
    bad_files.workbook,
    bad_files.document,
)


@pytest.mark.parametrize("made", BAD, ids=lambda made: made.__name__)
def test_it_is_refused_in_words_and_in_time(made: Callable[[], bytes]) -> None:
    data = made()
    began = time.monotonic()
    with pytest.raises(Refused):
        uploads.read(data, "form")
    assert time.monotonic() - began < 20, "its seconds of the processor on a busy machine"


def test_a_large_good_form_is_read() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in range(1, 501):
        for column in range(1, 81):
            sheet.cell(row, column, f"第 {row} 行 {column}")
    sheet["A1"] = "{{总分}}"
    out = io.BytesIO()
    book.save(out)
    assert uploads.read(out.getvalue(), "form") == {"marks": [["Sheet!A1", "总分"]], "wrong": []}


def test_marks_without_end_are_few_mistakes() -> None:
    read = uploads.read(form(A1="{{" * 10_000, B1="}}" * 10_000, C1="{{" + "长" * 500 + "}}"), "form")
    assert [code for code, _ in read["wrong"]] == ["form_open"] * 3
