"""What plain formulas come to: as LibreOffice reckons them, or unknown, never guessed."""

import io
import subprocess
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from exports.form_values import Values
from exports.formulas import Book, Scalar, Unknown, stored
from exports.own_form import Form
from tests.exports.samples import deduct
from tests.kit.programs import program

HELD: dict[str, Scalar] = {
    "A1": Decimal("2.5"), "A2": Decimal(3), "A3": None, "A4": "不适用", "A5": Decimal(-1), "A6": True,
    "B1": "合格", "B2": Decimal("0.1"), "B3": Decimal("0.2"),
}  # fmt: skip
KNOWN = {
    "SUM(A1:A5)": "4.5",
    "SUM(A1,A2,1)": "6.5",
    "A1+A2*2": "8.5",
    "(A1+A2)*2": "11",
    "-A1+A5": "-3.5",
    "A1-A2-A5": "0.5",
    "A3+1": "1",
    "B2+B3": "0.3",
    "A1*10%": "0.25",
    "1/3": "0.333333333333333",
    "2/3*300": "200",
    "AVERAGE(A1:A5)": "1.5",
    "MAX(A1:A5)-MIN(A1:A5)": "4",
    "COUNT(A1:A6)": "3",
    "ROUND(A1/3,2)": "0.83",
    "ROUND(2.675,2)": "2.68",
    "ROUND(-2.5,0)": "-3",
    "ROUNDUP(1.21,1)": "1.3",
    "ROUNDDOWN(1.29,1)": "1.2",
    "ABS(A5)": "1",
    'IF(A1>=2,"合格","不合格")': "合格",
    'IF(A1>3,"优",IF(A1>2,"良","差"))': "良",
    'IF(B1="合格",1,0)': "1",
    "A1>A2": False,
    "A1<=2.5": True,
    '"共 "&A1&" 分"': "共 2.5 分",
    '"他说""好"""': '他说"好"',
    "$A$1+'另 页'!A1+另页!A1": "14.5",
    "SUM('另 页'!A1:B2)": "10",
}
"""Formula -> what it comes to."""
UNKNOWN = (
    "A4+1", "A1/0", "A1/A3", "VLOOKUP(A1,A1:B3,2)", "A1^2", "SUM(A:A)", "SUM(A1:A2", "A1 A2", "", "#REF!", "TODAY()",
    "没有!A1", "A1&(1/3)", "SUM(A1:ZZ99999)", "IF(A4>1,1,2)", "_xlfn.IFS(A1>1,1)", '"开', "A1:A2+1", "(" * 500 + "1",
)  # fmt: skip


def book(**formulas: str) -> Book:
    other = {"A1": Decimal(4), "B2": Decimal(6)}
    return Book({"表": HELD, "另 页": other, "另页": {"A1": Decimal(8)}}, {"表": formulas})


@pytest.mark.parametrize(("formula", "value"), KNOWN.items())
def test_it_comes_to(formula: str, value: object) -> None:
    found = book(Z1=formula).value("表", "Z1")
    assert (stored(found) if isinstance(found, Decimal) else found) == value


@pytest.mark.parametrize("formula", UNKNOWN)
def test_what_nobody_knows_is_not_guessed(formula: str) -> None:
    with pytest.raises(Unknown):
        book(Z1=formula).value("表", "Z1")


def test_formulas_build_on_each_other_and_a_circle_is_unknown() -> None:
    made = book(
        C1="SUM(A1:A2)", C2="C1*2", C3="SUM(C1:C2)", D1="D2+1", D2="D1+1", D3="SUM(D1:D2)", E1='""&E2', E2=""
    )
    assert made.value("表", "C3") == Decimal("16.5")
    for place in ("D1", "D2", "D3", "E1"):
        with pytest.raises(Unknown):
            made.value("表", place)


def test_a_long_chain_ends() -> None:
    made = book(**{f"C{row}": f"C{row + 1}+1" for row in range(1, 3000)})
    with pytest.raises(Unknown):
        made.value("表", "C1")


def test_ranges_without_end_are_given_up() -> None:
    made = book(**{f"C{row}": "SUM(A1:B9000)" for row in range(1, 200)})
    assert made.value("表", "C1") == Decimal("4.8")
    for row in range(2, 100):
        with suppress(Unknown):
            made.value("表", f"C{row}")
    with pytest.raises(Unknown):
        made.value("表", "C199")


def form() -> bytes:
    """A form whose formulas rest on what is filled."""
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "表"
    for row, item in enumerate(("1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3"), 1):
        sheet.cell(row, 1, f"{{{{{item} 得分}}}}")
        sheet.cell(row, 2, f"{{{{{item} 分值}}}}")
    formulas = (
        "SUM(A1:A8)", "SUM(B1:B8)-C1", "C1/C2", "ROUND(C1/SUM(B1:B8)*100,2)", "AVERAGE(A1:A8)", "MAX(A1:A8)",
        'IF(C4>=60,"合格","不合格")', '"得 "&C1&" 分"', "COUNT(A1:A8)", "C1>C2", "MEDIAN(A1:A8)", "A1:A8*1",
    )  # fmt: skip
    for row, formula in enumerate(formulas, 1):
        sheet.cell(row, 3, f"={formula}")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.office
def test_libreoffice_reckons_the_same(tmp_path: Path) -> None:
    record = deduct()
    (tmp_path / "filled.xlsx").write_bytes(Form(form()).fill(Values(record), record.rubric))
    ours = load_workbook(tmp_path / "filled.xlsx", data_only=True)["表"]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind, source in (("ods", "filled.xlsx"), ("xlsx:Calc MS Excel 2007 XML", "filled.ods")):
        command = [program("soffice", "libreoffice"), profile, "--headless", "--convert-to", kind]
        folder = tmp_path if kind == "ods" else tmp_path / "back"
        subprocess.run(
            [*command, "--outdir", str(folder), str(tmp_path / source)],
            check=True,
            capture_output=True,
            timeout=120,
        )
    theirs = load_workbook(tmp_path / "back" / "filled.xlsx", data_only=True)["表"]
    told = {f"C{row}": ours[f"C{row}"].value for row in range(1, 11)}
    assert told["C1"] == sum(ours[f"A{row}"].value for row in range(1, 9))
    assert {place: theirs[place].value for place in told} == pytest.approx(told)
    assert ours["C11"].value is None, "what is not known here is left to the program that opens it"
    assert theirs["C11"].value is not None
