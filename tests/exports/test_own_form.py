"""A coordinator's own workbook: marks found, checked with what would be right, filled, and all else left byte by byte."""

import io
import re
import subprocess
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from exports.form_values import Values
from exports.own_form import Form, NotAForm
from exports.records import NoteLine, SheetRecord
from rubrics.files import latest
from rubrics.form_marks import check
from tests.exports.samples import award, deduct, photo
from tests.kit.programs import program

DAY = datetime(2026, 1, 5)  # noqa: DTZ001 - as openpyxl reads it
NORTHWEST = latest("northwest-2025")


def workbook(cells: dict[str, str]) -> bytes:
    """A workbook with these cells on one sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "考核表"
    for address, value in cells.items():
        sheet[address] = value
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def filled(data: bytes, record: SheetRecord | None = None) -> bytes:
    record = record or deduct()
    return Form(data).fill(Values(record), record.rubric)


def cells(data: bytes) -> dict[str, object]:
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    return {
        cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
    }


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


# --- marks


def test_wrong_marks_are_named_by_sheet_and_cell() -> None:
    data = workbook(
        {
            "A1": "{{总分}}",
            "B2": "{{2.9 得分}}",
            "C3": "{{学校}}",
            "D4": "{{2.2 得分",
            "E5": '="共 {{total}} 分"',
            "F6": "2.2 得分}}",
        }
    )
    form = Form(data)
    wrong = [*check(form.found, NORTHWEST), *form.troubles]
    assert [(each.code, each.place) for each in wrong] == [
        ("form_item", "考核表!B2"),
        ("form_word", "考核表!C3"),
        ("form_open", "考核表!D4"),
        ("form_open", "考核表!F6"),
        ("form_formula", "考核表!E5"),
    ]
    assert wrong[0].hints == ("2.1 得分", "2.2 得分", "2.3 得分")


def test_marks_where_none_are_filled_are_named() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表"
    sheet["A1"] = "{{total}}"
    assert sheet.oddHeader is not None
    sheet.oddHeader.center.text = "{{studio}}"
    chart = BarChart()
    chart.title = "{{studio}}"
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=2))
    sheet.add_chart(chart, "C3")
    form = Form(saved(book))
    assert [(each.code, each.place) for each in form.troubles] == [
        ("form_elsewhere", "表"),
        ("form_elsewhere", "chart1"),
    ]


# --- filling


def test_a_mark_alone_is_a_number_and_one_within_a_text_is_text() -> None:
    record = deduct(notes=(NoteLine("2.2", "三月无签到"), NoteLine("2.2", "缺记录", "b", 1)))
    out = cells(
        filled(
            workbook(
                {
                    "A1": "{{studio}}{{period}}考核表",
                    "A2": "{{2.2 得分}}",
                    "B2": " {{2.2 分值}} ",
                    "C2": "{{2.2 扣分}}",
                    "D2": "{{2.2 备注}}",
                    "E2": "{{2.2 扣分情况}}",
                    "A3": "总分{{总分}}分，扣{{扣分}}分",
                    "B3": "{{bonus}}",
                    "C3": "{{第2部分 得分}}",
                    "D3": "{{第5部分 得分}}",
                    "E3": "{{section 2 title}}",
                    "A4": "{{signed by}}",
                    "B4": "{{code}}",
                    "C4": "{{组长}}",
                    "D4": "{{1.1 title}}",
                    "E4": "{{type}}",
                }
            ),
            record,
        )
    )
    explained = out.pop("E2")
    assert out == {
        "A1": "李明工匠创新工作室2025-12考核表",
        "A2": 3,
        "B2": 10,
        "C2": 7,
        "D2": "三月无签到；缺记录",
        "A3": "总分44分，扣56分",
        "B3": 11,
        "C3": 14,
        "D3": 11,
        "E3": "人才培养",
        "A4": "王强、赵敏",
        "B4": record.check.code if record.check else "",
        "C4": "王强",
        "D4": NORTHWEST.items[0].title,
    }
    assert "3 = 10 − 5×1 (a 少一次) − 2×1 (b 记录不完整)" in str(explained)
    assert "b：缺记录" in str(explained)


def test_lines_stay_lines_where_the_cell_wraps() -> None:
    record = deduct(notes=(NoteLine("2.2", "three"), NoteLine("2.2", "four")))
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"] = "{{2.2 notes}}", "{{2.2 notes}}"
    sheet["A2"].alignment = Alignment(wrap_text=True)
    assert cells(filled(saved(book), record)) == {"A1": "three; four", "A2": "three\nfour"}


def test_fractions_stay_exact() -> None:
    record = award("1.1 2.5", notes=())
    data = filled(workbook({"A1": "{{1.1 得分}}", "A2": "得{{1.1 score}}分"}), record)
    assert b"<v>2.5</v>" in parts(data)["xl/worksheets/sheet1.xml"]
    assert cells(data)["A2"] == "得2.5分"


def test_what_was_not_looked_at_is_empty_and_not_zero() -> None:
    out = cells(filled(workbook({"A1": "{{1.2 得分}}", "A2": "{{1.1 得分}}"}), award("1.1 0")))
    assert out == {"A2": 0}


def test_a_day_is_a_day_where_the_cell_shows_days() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for address, style in (
        ("A1", "yyyy-mm-dd"),
        ("A2", 'yyyy"年"m"月"d"日"'),
        ("A3", "General"),
        ("A4", "0.00"),
    ):
        sheet[address] = "{{date}}"
        sheet[address].number_format = style
    out = cells(filled(saved(book)))
    assert out == {
        "A1": DAY,
        "A2": DAY,
        "A3": "2026-01-05",
        "A4": "2026-01-05",
    }


def test_days_count_from_1904_where_the_workbook_does() -> None:
    book = Workbook()
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - openpyxl's own
    book.worksheets[0]["A1"] = "{{date}}"
    book.worksheets[0]["A1"].number_format = "yyyy-mm-dd"
    data = filled(saved(book))
    serial = (date(2026, 1, 5) - date(1904, 1, 1)).days
    assert f"<v>{serial}</v>".encode() in parts(data)["xl/worksheets/sheet1.xml"]


def test_no_words_of_people_become_a_formula() -> None:
    evil = [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "＝1+1",
        "<f>1</f>",
        "_x000D_",
        "]]>&amp;",
    ]
    for words in evil:
        record = deduct(notes=(NoteLine("2.2", words),))
        data = filled(workbook({"A1": "{{2.2 备注}}", "A2": "{{2.2 备注}}{{total}}"}), record)
        xml = parts(data)["xl/worksheets/sheet1.xml"]
        assert b"<f>" not in xml
        found = load_workbook(io.BytesIO(data)).worksheets[0]["A1"]
        assert found.data_type == "s"
        quoted = words.startswith(("=", "+", "-", "@", "\t", "＝"))
        assert found.quotePrefix is quoted, words
        if words != "_x000D_":
            assert found.value == words


def test_broken_characters_and_long_texts_do_not_break_the_file() -> None:
    record = deduct(notes=(NoteLine("2.2", "a\x0bb\ud800c"), NoteLine("2.1", "长" * 40_000)))
    out = cells(filled(workbook({"A1": "{{2.2 备注}}", "A2": "{{2.1 备注}}"}), record))
    assert out["A1"] == "ab\ufffdc"
    assert str(out["A2"]).endswith("…（全文见评分表）")
    assert len(str(out["A2"])) <= 32_767


def test_a_mark_that_means_nothing_stays_to_be_seen() -> None:
    assert cells(filled(workbook({"A1": "{{2.9 得分}}", "A2": "{{总分}}"})))["A1"] == "{{2.9 得分}}"


def rich() -> bytes:
    """A form with everything that a coordinator may have put into one."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "考核表"
    sheet["A1"] = "{{studio}} 考核表"
    sheet["A1"].font = Font(name="宋体", size=16, bold=True, color="FF0000")
    sheet["A1"].alignment = Alignment(horizontal="center", wrap_text=True)
    sheet.merge_cells("A1:D1")
    thin = Side(style="thin")
    for row, item in enumerate(["1.1", "1.2", "2.2"], 3):
        sheet.cell(row, 1, item)
        sheet.cell(row, 2, f"{{{{{item} 得分}}}}").border = Border(thin, thin, thin, thin)
        sheet.cell(row, 3, f"{{{{{item} 扣分情况}}}}")
    sheet["B6"] = "=SUM(B3:B5)"
    sheet["C6"] = '=IF(B6>=5,"合格","不合格")'
    sheet["A7"] = CellRichText("总分 ", TextBlock(InlineFont(b=True), "{{总"), "分}}", " 分")
    sheet["A8"] = "固定 & <文字>"
    sheet.add_data_validation(DataValidation("list", formula1='"是,否"', sqref="D3:D5"))
    sheet.conditional_formatting.add(
        "B3:B5", CellIsRule("lessThan", ["2"], fill=PatternFill("solid", bgColor="FFFF00"))
    )
    sheet.print_area = "A1:D8"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation = "landscape"
    assert sheet.oddFooter is not None
    sheet.oddFooter.center.text = "第 &P 页"
    sheet.column_dimensions["C"].width = 44.5
    sheet.row_dimensions[1].height = 33
    sheet.freeze_panes = "A3"
    picture = Image(io.BytesIO(photo(3, 200, 100)))
    sheet.add_image(picture, "F2")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=3, max_row=5))
    sheet.add_chart(chart, "F12")
    other = book.create_sheet("说明")
    other["A1"] = "没有标记的一页"
    other["A2"] = "='考核表'!B6*2"
    book.create_sheet("静页")["A1"] = "不动"
    book.defined_names["满分"] = DefinedName("满分", attr_text="'考核表'!$B$6")
    return saved(book)


def test_everything_that_is_no_mark_stays_byte_by_byte() -> None:
    data = rich()
    before, after = parts(data), parts(filled(data))
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}, (
        "styles, pictures, charts, strings and a sheet without marks and formulas are as they were"
    )
    sums = re.compile(rb'(?<=</f>)<v ?/?>(?:[^<]*</v>)?| t="str"(?=><f>)')
    assert len({sums.sub(b"", text["xl/worksheets/sheet2.xml"]) for text in (before, after)}) == 1
    was, now = (sums.sub(b"", text["xl/worksheets/sheet1.xml"]) for text in (before, after))
    marks = {b"A1", b"B3", b"B4", b"B5", b"C3", b"C4", b"C5", b"A7"}
    cell = re.compile(rb'<c r="([A-Z]+[0-9]+)"(?:[^>]*/>|.*?</c>)', re.DOTALL)
    assert cell.sub(lambda m: m[1] if m[1] in marks else m[0], was) == cell.sub(
        lambda m: m[1] if m[1] in marks else m[0], now
    )


def test_a_mark_over_several_looks_keeps_the_first() -> None:
    data = filled(rich())
    found = load_workbook(io.BytesIO(data), rich_text=True)["考核表"]["A7"].value
    assert str(found) == "总分 44 分"
    assert [
        (str(run), bool(getattr(run, "font", None) and run.font.b))
        for run in found
        if isinstance(run, TextBlock)
    ] == [("44", True)]


def test_rows_whose_height_is_not_set_by_hand_may_grow() -> None:
    data = rich()
    with ZipFile(io.BytesIO(data)) as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode()
    given = xml.replace('<row r="3">', '<row r="3" ht="15" x="1">').replace(
        '<row r="4">', '<row r="4" ht="40" customHeight="1">'
    )
    assert given.count("ht=") > xml.count("ht=")
    out = parts(filled(rewritten(data, {"xl/worksheets/sheet1.xml": given.encode()})))[
        "xl/worksheets/sheet1.xml"
    ].decode()
    assert '<row r="3" x="1">' in out
    assert '<row r="4" ht="40" customHeight="1">' in out


def rewritten(data: bytes, changed: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as package:
        for name, content in (parts(data) | changed).items():
            package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("settings", "now"),
    [
        ('<calcPr calcId="124519" fullCalcOnLoad="1"/>', '<calcPr calcId="124519" fullCalcOnLoad="1"/>'),
        ('<calcPr calcId="191029"/>', '<calcPr fullCalcOnLoad="1" calcId="191029"/>'),
        ('<calcPr fullCalcOnLoad="0"/>', '<calcPr fullCalcOnLoad="1"/>'),
        ("", '<calcPr fullCalcOnLoad="1"/>'),
        ("<extLst/>", '<calcPr fullCalcOnLoad="1"/><extLst/>'),
    ],
)
def test_formulas_are_reckoned_anew_when_it_is_opened(settings: str, now: str) -> None:
    data = workbook({"A1": "{{总分}}", "A2": "=A1*2"})
    xml = re.sub("<calcPr[^>]*/>", settings, parts(data)["xl/workbook.xml"].decode())
    sheet = (
        parts(data)["xl/worksheets/sheet1.xml"]
        .replace(b"<v></v>", b"<v>99</v>")
        .replace(b"<v />", b"<v>99</v>")
    )
    sheet = sheet.replace(b"<f>A1*2</f><v/>", b"<f>A1*2</f><v>99</v>")
    out = parts(filled(rewritten(data, {"xl/workbook.xml": xml.encode(), "xl/worksheets/sheet1.xml": sheet})))
    assert now in out["xl/workbook.xml"].decode()
    assert b"99" not in out["xl/worksheets/sheet1.xml"]


def test_a_workbook_that_writes_its_names_with_a_prefix_is_filled_too() -> None:
    data = workbook({"A1": "{{总分}}", "A2": "{{studio}}表"})
    prefixed = {
        name: re.sub(rb"<(/?)([a-zA-Z])", rb"<\1x:\2", content)
        .replace(b"<x:?xml", b"<?xml")
        .replace(b"xmlns=", b"xmlns:x=")
        for name, content in parts(data).items()
        if name in {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"}
    }
    out = filled(rewritten(data, prefixed))
    assert cells(out) == {"A1": 44, "A2": "李明工匠创新工作室表"}


def test_strings_in_the_cell_itself_are_filled() -> None:
    data = workbook({"A1": "x"})
    xml = parts(data)["xl/worksheets/sheet1.xml"].decode()
    inline = '<c r="A1" t="inlineStr"><is><t>' + escape("{{unit}} & 公司") + "</t></is></c>"
    given = rewritten(data, {"xl/worksheets/sheet1.xml": re.sub('<c r="A1".*?</c>', inline, xml).encode()})
    assert cells(filled(given))["A1"] == "气化车间 & 公司"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (workbook({"A1": "没有标记"}), "form_no_marks"),
        (rewritten(workbook({"A1": "{{total}}"}), {"xl/vbaProject.bin": b"x"}), "form_macros"),
        (
            rewritten(workbook({"A1": "{{total}}"}), {"xl/worksheets/sheet1.xml": b"<worksheet><c"}),
            "document_damaged",
        ),
        (b"no zip", "document_damaged"),
        (b"PK\x03\x04", "document_damaged"),
    ],
)
def test_what_is_no_form_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(NotAForm) as refused:
        Form(data)
    assert refused.value.code == code


def test_one_form_fills_many_sheets() -> None:
    form = Form(workbook({"A1": "{{studio}}", "A2": "{{总分}}"}))
    for record, total in ((deduct(), Decimal(44)), (deduct("1.1 满"), Decimal(0))):
        del total
        assert cells(form.fill(Values(record), record.rubric))["A2"] == record.sheet.total


@pytest.mark.office
def test_libreoffice_gets_the_sums_of_what_was_filled(tmp_path: Path) -> None:
    (tmp_path / "filled.xlsx").write_bytes(filled(rich()))
    soffice = program("soffice", "libreoffice")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "ods:calc8",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "filled.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    back = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(tmp_path / "back"),
        str(tmp_path / "filled.ods"),
    ]
    subprocess.run(back, check=True, capture_output=True, timeout=120)
    found = load_workbook(tmp_path / "back" / "filled.xlsx", data_only=True)
    sheet = found["考核表"]
    scores = [sheet[f"B{row}"].value for row in (3, 4, 5)]
    assert sheet["B6"].value == sum(scores) > 0
    assert sheet["C6"].value == ("合格" if sum(scores) >= 5 else "不合格")
    assert found["说明"]["A2"].value == 2 * sum(scores)
