"""What is put on a page comes back as it was: texts as texts, numbers exact, formulas with their values."""

import re
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from exports import appendix, text
from exports.labels import labels
from exports.package import Rows
from exports.pictures import prepare
from exports.styles import BODY, TITLE
from exports.values import check_code
from exports.workbook import Book, Footer, Span
from tests.exports.samples import photo

SAY = labels("zh-CN")
NO_FOOTER = Footer("", "", "")


def book():
    return Book("zh-CN", lambda no: SAY("elsewhere", no=no))


def page_of(made):
    page = made.page("表")
    page.columns([20, 20, 20])
    return page


def loaded(made, **options):
    return load_workbook(BytesIO(made.to_bytes()), **options)


def sheet_xml(data, number=1):
    return ZipFile(BytesIO(data)).read(f"xl/worksheets/sheet{number}.xml").decode()


PAYLOADS = [
    "=1+1", "+cmd|' /C calc'!A0", "-1", "@SUM(A1:A2)", '=HYPERLINK("http://a.example","b")', "\t=1", "\n=1", "'=1",
    "＝1+1", "#DIV/0!", "TRUE", "1.50", "2026-04-01", "<f>1</f>", "&lt;", "]]>", "_x0041_", "  两边有空格  ",
    "第一行\n第二行", "😀", "a" * 32767,
]  # fmt: skip


@pytest.mark.parametrize("words", PAYLOADS)
def test_a_text_stays_the_text_that_was_typed(words):
    made = book()
    page_of(made).put(1, 1, words)
    data = made.to_bytes()
    assert "<f>" not in sheet_xml(data)
    cell = load_workbook(BytesIO(data)).worksheets[0]["A1"]
    assert cell.data_type == "s"
    assert text.from_xml(cell.value) == text.clean(words)
    assert bool(cell.quotePrefix) is text.tempts(words)


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_any_text_at_all_can_be_put(words):
    made = book()
    page_of(made).put(1, 1, words)
    assert text.from_xml(loaded(made).worksheets[0]["A1"].value or "") == text.clean(words)


def test_a_text_too_long_for_a_cell_stands_whole_on_the_sheet_at_the_end():
    words = "".join(f"{number:05}，" for number in range(6667))
    made = book()
    page_of(made).put(1, 1, words)
    appendix.draw(made, SAY, NO_FOOTER)
    workbook = loaded(made)
    assert "（全文见附页第 1 条）" in workbook["表"]["A1"].value
    assert "".join(row[2].value for row in workbook["附页"].iter_rows(min_row=3)) == words


@pytest.mark.parametrize("amount", ["0", "2.5", "0.05", "100", "0.000001", "12345.6"])
def test_a_number_is_written_digit_by_digit(amount):
    made = book()
    page_of(made).number(1, 1, Decimal(amount))
    assert f"<v>{amount}</v>" in sheet_xml(made.to_bytes())


@pytest.mark.parametrize(("cached", "shown"), [(Decimal("2.5"), 2.5), ("", None), ("a & b", "a & b")])
def test_a_formula_has_its_value_beside_it(cached, shown):
    made = book()
    page_of(made).formula(1, 1, 'IF(1<2,"",0)', cached)
    data = made.to_bytes()
    assert load_workbook(BytesIO(data)).worksheets[0]["A1"].value == '=IF(1<2,"",0)'
    assert load_workbook(BytesIO(data), data_only=True).worksheets[0]["A1"].value == shown


def test_a_merged_area_keeps_its_frame():
    made = book()
    page = page_of(made)
    page.put(1, 1, "一")
    page.merge((1, 1), (2, 3), BODY)
    xml = sheet_xml(made.to_bytes())
    assert '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>' in xml
    styles = set(re.findall(r'<c r="[A-C][12]" s="(\d+)"', xml))
    assert len(styles) == 1
    assert str(loaded(made).worksheets[0].merged_cells.ranges.pop()) == "A1:C2"


def test_merged_areas_stand_after_a_filter_as_the_format_demands():
    frame = '<dimension ref="A1"/><sheetData></sheetData><autoFilter ref="A1:B2"/><printOptions/>'
    filled = Rows("<row/>", "<mergeCells/>", "A1:B2").into(frame)
    assert filled == (
        '<dimension ref="A1:B2"/><sheetData><row/></sheetData><autoFilter ref="A1:B2"/><mergeCells/><printOptions/>'
    )


def test_a_library_that_writes_empty_sheets_differently_is_noticed():
    with pytest.raises(ValueError, match="without the place"):
        Rows("<row/>", "", "A1").into("<sheetData/>")


def test_a_block_is_as_tall_as_its_longest_text_and_very_tall_ones_take_several_rows():
    made = book()
    page = page_of(made)
    assert page.block(1, [Span(1, 1, "短"), Span(2, 3, Decimal(1))]) == 2
    after = page.block(2, [Span(1, 1, "很长的说明" * 60), Span(2, 3, Decimal(1))])
    assert after > 4
    sheet = loaded(made).worksheets[0]
    assert {str(area) for area in sheet.merged_cells.ranges} == {
        "B1:C1",
        f"A2:A{after - 1}",
        f"B2:C{after - 1}",
    }
    assert all(sheet.row_dimensions[row].height <= 200 for row in range(2, after))


def test_the_same_drawing_gives_the_same_bytes_and_pictures_are_stored_not_deflated():
    def draw():
        made = book()
        page = page_of(made)
        page.block(1, [Span(1, 3, "标题", TITLE)])
        page.picture(2, 1, prepare(photo(3)), 100)
        page.print_setup(1, NO_FOOTER)
        made.store("ScorewalkCheck", "ab" * 32)
        made.describe("标题", None)
        return made.to_bytes()

    first = draw()
    assert first == draw()
    with ZipFile(BytesIO(first)) as parts:
        kinds = {part.filename: part.compress_type for part in parts.infolist()}
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.read("xl/media/image1.jpeg") == photo(3)
    assert kinds.pop("xl/media/image1.jpeg") == ZIP_STORED
    assert set(kinds.values()) == {ZIP_DEFLATED}


def test_widths_are_counted_in_a_font_that_every_program_has():
    made = book()
    page_of(made).put(1, 1, "字")
    workbook = loaded(made)
    assert workbook._fonts[0].name == "Arial"
    assert workbook._named_styles["Normal"].font.name == "Arial"
    assert workbook.worksheets[0]["A1"].font.name == "宋体"


def test_a_stored_word_survives_a_program_that_drops_properties():
    made = book()
    page_of(made).put(1, 1, "校验码 ABAB-ABAB")
    made.store("ScorewalkCheck", "ab" * 32)
    workbook: Any = load_workbook(BytesIO(made.to_bytes()))
    workbook.custom_doc_props.props.clear()
    out = BytesIO()
    workbook.save(out)
    assert check_code(out.getvalue()).full == "ab" * 32
