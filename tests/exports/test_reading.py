"""Tables that come from other programs: what a cell cannot say is named with its place."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from bot.changes.upload_table import Wrong
from bot.flows.uploads.wrong import wrong_line
from bot.texts import words
from exports.reading import Column, read

COLUMNS = (Column("name", ("名称",), required=True), Column("count", ("数量",)), Column("note", ("备注",)))


def table(*rows: tuple[object, ...]) -> bytes:
    """A workbook as openpyxl leaves it: formulas without what they come to."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("名称", "数量", "备注", "我的列"), *rows):
        sheet.append(list(row))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_formulas_without_a_result_are_named() -> None:
    """A formula that nobody reckoned is no empty cell; one in a column that is not read is nobody's business."""
    found = read(table(("扳手", "=1+2", "新", "=B2*2"), ("钳子", 3, ArrayFormula("C3", "=A2&A3"))), COLUMNS)
    told = [
        (each["row"], each["column"], each["code"], each["params"]["value"]) for each in found["problems"]
    ]
    assert told == [
        (2, "数量", "upload_cell_unvalued", "=1+2"),
        (3, "备注", "upload_cell_unvalued", "=A2&A3"),
    ]
    assert read(table(("扳手", 3, "新"), ("钳子", None, None)), COLUMNS)["problems"] == []


def test_a_field_is_named_once_in_a_mistake() -> None:
    """The header says which field it is, also where it is marked as one that must be filled in."""
    params = {"part": "members.on", "value": "31.6.", "probable": "2026-06-30"}
    wrong = Wrong(row=5, column="加入日期*", code="register_day", params=params)
    said = "第 5 行 · 加入日期* · “31.6.”不是日期，请写成 2026-06-30。"
    assert wrong_line(wrong, words("zh")) == said
