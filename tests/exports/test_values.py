"""Reading workbooks back: the same, changed, damaged, or something else."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from exports import values
from exports.differences import compare
from exports.score_sheet import render
from exports.values import Unopenable, check_code
from tests.exports import samples


@pytest.fixture(scope="module")
def signed():
    """A signed sheet with everything on it."""
    return render(samples.with_all(samples.deduct(), "1.1a 1.3a1 1.3b1", photos=3))


def edited(data, edit):
    """The workbook after somebody opened, changed and saved it."""
    workbook: Any = load_workbook(BytesIO(data))
    edit(workbook)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def find(workbook, words):
    return next(
        cell
        for row in workbook.worksheets[0].iter_rows()
        for cell in row
        if str(cell.value or "").startswith(words)
    )


def test_a_sheet_is_itself(signed):
    assert compare(signed, signed) == []


def test_a_sheet_that_was_only_saved_again_does_not_differ(signed):
    assert compare(signed, edited(signed, lambda workbook: None)) == []


def test_the_check_code_is_found_whole_and_as_printed(signed):
    code = check_code(signed)
    assert (code.full, code.printed) == (samples.DIGEST, "7D39-D614")


def test_a_draft_has_no_check_code():
    code = check_code(render(samples.deduct(check=None, seal=None)))
    assert (code.full, code.printed) == (None, None)


def test_the_printed_code_is_left_when_everything_else_was_dropped(signed):
    def drop(workbook):
        workbook.custom_doc_props.props.clear()
        del workbook.defined_names[values.CHECK_NAME]

    assert check_code(edited(signed, drop)) == values.Code(None, "7D39-D614")


def test_a_changed_score_is_named_with_both_values(signed):
    def change(workbook):
        find(workbook, "1.4 ").offset(0, 4).value = 5

    [difference] = compare(signed, edited(signed, change))
    assert difference.address.startswith("评分表!F")
    assert (difference.signed.value, difference.given.value) == (Decimal(0), Decimal(5))


@pytest.mark.parametrize("edit", [
    lambda workbook: setattr(find(workbook, "合计").offset(0, 5), "value", 100),
    lambda workbook: setattr(find(workbook, "合计").offset(0, 5), "value", "=100"),
    lambda workbook: setattr(find(workbook, "综合意见").offset(0, 1), "value", None),
    lambda workbook: setattr(workbook.worksheets[0]["J3"], "value", "added"),
    lambda workbook: setattr(workbook.create_sheet("新")["A1"], "value", "added"),
    lambda workbook: workbook.remove(workbook.worksheets[-1]),
    lambda workbook: setattr(workbook.worksheets[0], "title", "别的"),
])  # fmt: skip
def test_every_kind_of_change_is_found(signed, edit):
    assert compare(signed, edited(signed, edit))


def test_a_sheet_given_out_before_its_files_were_sealed_is_the_sheet_that_was_signed():
    sealed = samples.with_all(samples.deduct(), "1.1a 1.3", photos=2)
    files = tuple(replace(line, sha256=None, failure=None, picture=None) for line in sealed.evidence)
    assert compare(render(sealed), render(replace(sealed, evidence=files, seal="pending"))) == []
    assert compare(render(replace(sealed, evidence=files, seal="pending")), render(sealed))


def test_some_files_may_be_in_and_others_not():
    sealed = samples.with_all(samples.deduct(), "1.1a 1.3", photos=3)
    files = [replace(line, kind="document", pictured=True) for line in sealed.evidence]
    early = [files[0], *(replace(line, sha256=None, failure=None, picture=None) for line in files[1:])]
    assert (
        compare(
            render(replace(sealed, evidence=tuple(files))),
            render(replace(sealed, evidence=tuple(early), seal="pending")),
        )
        == []
    )


def plain_workbook():
    out = BytesIO()
    Workbook().save(out)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text", samples.photo(1), plain_workbook()[:-300]])
def test_what_is_no_workbook_is_refused(data):
    for read in (values.cells, values.formulas, check_code):
        with pytest.raises(Unopenable) as refused:
            read(data)
        assert refused.value.why == "not_a_workbook"


def test_a_zip_of_something_else_is_refused():
    out = BytesIO()
    with ZipFile(out, "w") as parts:
        parts.writestr("word/document.xml", "<a/>")
    with pytest.raises(Unopenable):
        check_code(out.getvalue())


def repacked(data, part, content):
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for each in source.infolist():
            target.writestr(each.filename, content if each.filename == part else source.read(each))
    return out.getvalue()


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused_before_it_is_read():
    bomb = repacked(plain_workbook(), "xl/worksheets/sheet1.xml", b" " * (values.MOST_XML + 1))
    assert len(bomb) < 100_000
    with pytest.raises(Unopenable) as refused:
        values.cells(bomb)
    assert refused.value.why == "too_large"


def test_a_cell_at_the_far_end_does_not_hang_the_reader():
    far = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
    <row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>"""
    assert values.cells(repacked(plain_workbook(), "xl/worksheets/sheet1.xml", far)) == {
        "Sheet!A1": Decimal(1)
    }


def test_broken_xml_is_refused():
    with pytest.raises(Unopenable):
        values.cells(repacked(plain_workbook(), "xl/worksheets/sheet1.xml", b"<worksheet><row"))


def test_numbers_are_compared_as_written_not_as_binary_fractions():
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = 0.1 + 0.2
    out = BytesIO()
    workbook.save(out)
    assert values.cells(out.getvalue()) == {"Sheet!A1": Decimal("0.3")}
