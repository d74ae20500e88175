"""A signed workbook and everything that somebody could do to it: each edit is named with its place, item and values."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from bot.cli import app
from tests.bot.office import VISIT, Office, office

Edit = Callable[[Any], object]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An installation with one signed sheet: 72 points, a note on 2.2, an album and a place on 2.1."""
    made = office(tmp_path_factory.mktemp("office") / "data")
    made.signed(photo=True)
    with made.desk() as acting:
        acting.fetched()
    return made


@pytest.fixture(scope="module")
def sheet(here: Office) -> bytes:
    result = _run(here, "export", "sheet", "--visit", VISIT, "-o", "-")
    assert result.exit_code == 0
    return bytes(result.stdout_bytes)


def _run(here: Office, *words: object, language: str = "en"):
    environment = {**here.environment, "SCOREWALK_LANGUAGE": language}
    return CliRunner().invoke(app, [str(word) for word in words], env=environment)


def edited(data: bytes, edit: Edit) -> bytes:
    workbook = load_workbook(BytesIO(data))
    edit(workbook)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def at(workbook: Any, words: str, right: int = 0, tab: int = 0) -> Any:
    """The cell that begins with words, or one to the right of it."""
    return next(
        cell.offset(0, right)
        for row in workbook.worksheets[tab].iter_rows()
        for cell in row
        if str(cell.value or "").startswith(words)
    )


def put(words: str, value: object, right: int = 0, tab: int = 0) -> Edit:
    return lambda book: setattr(at(book, words, right, tab), "value", value)


def replaced(words: str, old: str, new: str) -> Edit:
    def edit(book: Any) -> None:
        cell = at(book, words)
        assert old in cell.value
        cell.value = cell.value.replace(old, new)

    return edit


def hide(words: str) -> Edit:
    return lambda book: setattr(book.worksheets[0].row_dimensions[at(book, words).row], "hidden", True)


def flatten(words: str) -> Edit:
    return lambda book: setattr(book.worksheets[0].row_dimensions[at(book, words).row], "height", 0.1)


def delete(words: str, tab: int = 1) -> Edit:
    return lambda book: book.worksheets[tab].delete_rows(at(book, words, tab=tab).row)


def insert(words: str, tab: int = 1) -> Edit:
    def edit(book: Any) -> None:
        row = at(book, words, tab=tab).row
        book.worksheets[tab].insert_rows(row)
        book.worksheets[tab].cell(row, 1).value = "另加一行"

    return edit


def stored(value: str, *, everywhere: bool = False) -> Edit:
    def edit(book: Any) -> None:
        next(each for each in book.custom_doc_props.props if each.name == "ScorewalkCheck").value = value
        if everywhere:
            book.defined_names["ScorewalkCheck"].attr_text = f'"{value}"'

    return edit


def looks(words: str, right: int, number_format: str) -> Edit:
    return lambda book: setattr(at(book, words, right), "number_format", number_format)


EDITS: dict[str, tuple[Edit, str]] = {
    "a score": (put("2.4 ", 10, 5), r"评分表!G\d+ \(2\.4\): signed 5, in the file 10"),
    "a score in the flat data": (put("2.4", 10, 4, 3), r"数据!L\d+ \(2\.4\): signed 5, in the file 10"),
    "the formula of the total": (
        put("合计", "=SUM(G6:G9)+20", 6),
        r"评分表!G\d+: signed as the formula =.+, in the file =SUM\(G6:G9\)\+20",
    ),
    "a total that is typed": (put("合计", 99, 6), r"评分表!G\d+: signed as the formula =.+\(72\), in the file 99"),
    "a note": (replaced("3 = 3 (b 设备", "维护", "日常"), r"评分表!H\d+ \(2\.2\): signed .*缺维护记录.*, in the file .*缺日常记录"),
    "a hidden row": (hide("3.2 "), r"评分表!\d+:\d+ \(3\.2\): hidden"),
    "a row without height": (flatten("3.2 "), r"评分表!\d+:\d+ \(3\.2\): hidden"),
    "a hidden column": (
        lambda book: setattr(book.worksheets[0].column_dimensions["H"], "hidden", True),
        r"评分表!H:H: hidden",
    ),
    "a hidden tab": (lambda book: setattr(book.worksheets[1], "sheet_state", "hidden"), r"证据目录: hidden"),
    "a deleted row of the flat data": (delete("2.2", 3), r"数据!\d+:\d+ \(2\.2\): this row is gone, signed .*2\.2"),
    "an added row": (insert("2.2", 3), r"数据!\d+:\d+: a row was added: 另加一行"),
    "a renamed tab": (
        lambda book: setattr(book.worksheets[0], "title", "得分表"),
        "评分表: this tab is called 得分表 now",
    ),
    "a removed tab": (lambda book: book.remove(book.worksheets[3]), "数据: this tab is gone"),
    "an added tab": (lambda book: book.create_sheet("补充"), "补充: a tab was added"),
    "the name under it": (replaced("考核组组长签字", "陈晓明", "王海涛"), r"评分表!A\d+: signed .*陈晓明.*, in the file .*王海涛"),
    "the date of the signature": (
        replaced("考核组组长签字", "2026-01-05", "2026-01-03"),
        r"评分表!A\d+: signed .*2026-01-05.*, in the file .*2026-01-03",
    ),
    "the printed 校验码": (replaced("校验码", "-", "+"), r"评分表!A\d+: signed .*校验码.*, in the file 校验码"),
    "one stored 校验码": (stored("0" * 64), "ScorewalkCheck: signed with the full code [0-9a-f]{64}, in the file 0{64}"),
    "the comments": (put("综合意见", "优点：样样都好", 1), r"评分表!B\d+: signed .*台账齐全.*, in the file 优点：样样都好"),
    "a merged cell": (lambda book: book.worksheets[0].merge_cells("E6:F6"), r"评分表!E6:F6 \(1\.2\): cells were merged"),
    "a divided cell": (
        lambda book: book.worksheets[0].unmerge_cells("A5:A7"),
        r"评分表!A5:A7 \(1\.1\): merged cells were divided",
    ),
    "a format that says something else": (
        looks("2.4 ", 5, '"10"'),
        r'评分表!G\d+ \(2\.4\): signed with the number format General, in the file "10"',
    ),
    "the photo's hash": (
        put("证1", "f" * 64, 7, 1),
        r"证据目录!H\d+ \(2\.1\): signed [0-9a-f]{64}, in the file f{64}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_is_named(here: Office, sheet: bytes, tmp_path: Path, name: str) -> None:
    edit, said = EDITS[name]
    path = tmp_path / "forged.xlsx"
    path.write_bytes(edited(sheet, edit))
    result = _run(here, "verify", path)
    assert result.exit_code == 1, result.output
    assert "It differs from the signed sheet" in result.stdout
    assert re.search(said, result.stdout), result.stdout


def test_a_cached_total_that_no_formula_gives_is_named_in_both_languages(
    here: Office, sheet: bytes, tmp_path: Path
) -> None:
    """The file itself is edited: programs that open it would compute the total anew."""
    path = tmp_path / "cached.xlsx"
    out = BytesIO()
    with ZipFile(BytesIO(sheet)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                assert content.count(b"</f><v>72</v>") == 1
                content = content.replace(b"</f><v>72</v>", b"</f><v>92</v>")
            target.writestr(part.filename, content)
    path.write_bytes(out.getvalue())
    for language, said in (
        ("en", r"places: 1 · .*\n  评分表!G\d+: signed 72, in the file 92\n"),
        ("zh-CN", r"与签字的不符，1 处：.*\n  评分表!G\d+：签字时 72，文件里 92\n"),
    ):
        result = _run(here, "verify", path, language=language)
        assert result.exit_code == 1
        assert re.search(said, result.stdout), result.stdout


def test_with_every_stored_code_forged_it_is_not_known_here(
    here: Office, sheet: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "other.xlsx"
    path.write_bytes(edited(sheet, stored("ab" * 32, everywhere=True)))
    result = _run(here, "verify", path)
    assert result.exit_code == 2
    assert re.search(
        r"not known here.*\nThe check code printed on it is [0-9A-F]{4}-[0-9A-F]{4}", result.stdout
    )


def test_one_edit_is_one_line(here: Office, sheet: bytes, tmp_path: Path) -> None:
    """What stands below a row that was taken out does not differ."""
    path = tmp_path / "row.xlsx"
    path.write_bytes(edited(sheet, delete("2.2", 3)))
    assert "places: 1 ·" in _run(here, "verify", path).stdout


def test_saved_again_nothing_differs(here: Office, sheet: bytes, tmp_path: Path) -> None:
    path = tmp_path / "again.xlsx"
    path.write_bytes(edited(sheet, lambda book: None))
    assert _run(here, "verify", path).exit_code == 0
