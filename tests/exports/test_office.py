"""LibreOffice as the referee: it computes the same totals, and on paper nothing is cut."""

import os
import re
import subprocess
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from exports.differences import compare
from exports.score_sheet import render
from exports.values import cells, formulas
from tests.exports import samples
from tests.kit.programs import program

pytestmark = [pytest.mark.office, pytest.mark.slow]

A4_LANDSCAPE = (841.89, 595.28)

RECORDS = {
    "award": lambda: samples.with_all(samples.award(), "1.1 1.1b 2.2c 2.6 3.1 4.2"),
    "deduct": lambda: samples.with_all(
        samples.deduct(), "1.1a 1.3a1 1.3b1 1.3b2 2.2a1 3.1b1 3.1b2 4.2a 5.1a1"
    ),
    "kinds": lambda: samples.kinds(samples.KINDS + "6.1 a\n7.2 28\n", form=None),
    "draft": lambda: samples.deduct("1.1 满\n1.3 b2\n", "2026-04", check=None, seal=None, signatures=()),
}


def without_cached_values(data):
    """The workbook as a program leaves it that computes nothing: formulas without their values."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            target.writestr(part, content)
    return out.getvalue()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Every record as LibreOffice computes it again (xlsx) and prints it (pdf), by name."""
    folder = tmp_path_factory.mktemp("office")
    soffice = program("soffice", "libreoffice")
    for name, record in RECORDS.items():
        (folder / f"{name}.xlsx").write_bytes(without_cached_values(render(record())))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind in ("pdf", "xlsx"):
        sources = [folder / f"{name}.xlsx" for name in RECORDS]
        subprocess.run(
            [soffice, profile, "--headless", "--convert-to", kind, "--outdir", folder / "out", *sources],
            check=True, capture_output=True, timeout=180, env=os.environ | {"HOME": str(folder)},
        )  # fmt: skip
    return folder / "out"


def test_without_cached_values_there_is_nothing_to_read():
    bare = without_cached_values(render(RECORDS["deduct"]()))
    assert not any(address in cells(bare) for address in formulas(bare))


@pytest.mark.parametrize("name", RECORDS)
def test_libreoffice_computes_the_same_values(office, name):
    signed, computed = render(RECORDS[name]()), (office / f"{name}.xlsx").read_bytes()
    shown, again = cells(signed), cells(computed)
    for address in formulas(signed):
        assert again.get(address) == shown.get(address), address
    total = RECORDS[name]().sheet.total
    assert total in {again[address] for address in formulas(signed) if address in again}


@pytest.mark.parametrize("name", ["award", "deduct"])
def test_a_sheet_saved_by_another_program_is_still_the_sheet_that_was_signed(office, name):
    assert compare(render(RECORDS[name]()), (office / f"{name}.xlsx").read_bytes()) == []


def words_of(pdf):
    """Every word of every page with its box, as poppler sees them: (page, left, top, right, bottom, word)."""
    html = subprocess.run(
        [program("pdftotext"), "-bbox", pdf, "-"], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    found = []
    for number, page in enumerate(html.split("<page ")[1:], 1):
        size = tuple(map(float, re.findall(r'="([\d.]+)"', page.partition(">")[0])))
        assert size == pytest.approx(A4_LANDSCAPE, abs=1), number
        boxes = re.findall(
            r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', page
        )
        found += [(number, *map(float, box[:4]), box[4]) for box in boxes]
    return found


@pytest.mark.parametrize("name", RECORDS)
def test_on_paper_no_column_is_cut_and_every_page_of_the_table_has_its_header(office, name):
    words = words_of(office / f"{name}.pdf")
    assert all(left > 0 and right < A4_LANDSCAPE[0] for _, left, _, right, _, _ in words)
    last_of_table = max(page for page, *_, word in words if "被考核单位负责人" in word)
    header = ("得分说明" if name == "award" else "扣分情况", "得分", "分值")
    for page in range(1, last_of_table + 1):
        on_page = "".join(word for number, *_, word in words if number == page)
        assert all(label in on_page for label in header), page
        assert f"第{page}页" in on_page


def test_on_paper_every_picture_stands_on_the_pages_of_pictures(office):
    listed = subprocess.run(
        [program("pdfimages"), "-list", office / "deduct.pdf"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout
    assert len(re.findall(r"^\s*\d+\s+\d+\s+image", listed, re.MULTILINE)) == 12


@pytest.mark.parametrize("name", ["award", "deduct"])
def test_on_paper_no_line_of_an_item_is_lost(office, name):
    record = RECORDS[name]()
    printed = "".join(word for *_, word in words_of(office / f"{name}.pdf"))
    for item in record.rubric.items:
        for words in re.findall(r"[\u4e00-\u9fff]{2}", item.standard):
            assert words[0] in printed
    told = load_workbook(BytesIO(render(record)), data_only=True).worksheets[0]
    last = {told.cell(row, told.max_column).value for row in range(1, told.max_row + 1)} - {None}
    for words in last:
        for line in str(words).split("\n"):
            assert re.sub(r"\s", "", line)[-4:] in printed, line
