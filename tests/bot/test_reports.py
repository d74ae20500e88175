"""A signed sheet from the desk to paper, and back: verification finds one changed cell and nothing else."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot.changes import Comment
from bot.cli import app
from bot.media.folder import Stored
from bot.reports.score_sheet import Paper, record
from bot.store import StoreDesk, open_reader
from exports import values
from exports.records import SheetRecord
from tests.bot.office import ASSESSMENT, VISIT, Office, office
from tests.kit.pictures import jpeg


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "data")


def run(here: Office, *words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], env=here.environment)


def read(here: Office) -> SheetRecord:
    from bot.settings import Settings

    paper = Paper(Settings(_env_file=None).zone, Stored(here.folder / "media").read)
    with open_reader(here.folder / "scorewalk.db") as desk:
        found = desk.visits.assessment(ASSESSMENT)
        assert found
        return record(desk, found, paper)


def changed(source: Path, target: Path, change: Callable[[object], object]) -> Path:
    """The workbook with one thing changed by a program that knows nothing of us."""
    workbook = load_workbook(source)
    change(workbook)
    workbook.save(target)
    return target


# --- the record ----------------------------------------------------------------------------------


def test_a_draft_has_no_code_no_seal_and_the_day_on_which_it_was_opened(here: Office) -> None:
    here.furnish()
    with here.desk() as acting:
        acting.opened()
        acting.marks("2.2 ab")
    found = read(here)
    assert (found.check, found.seal, found.signatures) == (None, None, ())
    assert found.head.assessed_on == "2026-01-05"
    assert found.head.kind == "年度考核"
    assert found.head.leader == "李建国"


def test_a_signed_sheet_says_who_signed_when_and_under_which_code(here: Office) -> None:
    here.signed()
    found = read(here)
    assert found.seal == "sealed"
    assert [(each.name, each.role, each.at) for each in found.signatures] == [
        ("陈晓明", "head", "2026-01-05 10:00")
    ]
    assert found.check
    assert len(found.check.full) == 64
    assert [(note.item, note.text) for note in found.notes] == [("2.2", "=1+1 缺维护记录")]
    assert found.comments.strengths == "台账齐全"
    assert [line.assumed for line in found.rulings] == [True] * len(found.rulings)


def test_a_photo_on_its_way_is_pending_and_then_sealed_with_its_picture(here: Office) -> None:
    here.signed(photo=True)
    waiting = read(here)
    assert waiting.seal == "pending"
    assert waiting.evidence[0].sha256 is None
    with here.desk() as acting:
        acting.fetched()
    sealed = read(here)
    assert sealed.seal == "sealed"
    first, place = sealed.evidence
    assert callable(first.picture)
    assert first.picture() == jpeg(0)
    assert (first.no, first.item, first.by, first.caption) == (1, "2.1", "陈晓明", "场所")
    assert place.place == "43.61, 122.26"


def test_a_file_that_cannot_be_had_says_why_on_paper(here: Office) -> None:
    here.signed(photo=True)
    with here.desk() as acting:
        acting.fetched(failure="file_gone")
    found = read(here)
    assert found.seal == "sealed"
    assert found.evidence[0].failure == "服务器上已没有这个文件。请重新发送。"


def test_notes_and_photos_name_letter_and_which_occurrence(here: Office) -> None:
    here.furnish()
    with here.desk() as acting:
        acting.opened("northwest-2025", "2025-12")
        acting.marks("1.3 a1b2", "northwest-2025", "2025-12")
        desk_notes(here, acting)
    assert [(note.letter, note.nth, note.text) for note in read(here).notes] == [
        ("b", 2, "三月培训无签到"),
        (None, None, "已不在的一次"),
    ]


def desk_notes(here: Office, acting) -> None:
    from bot.changes import WriteNote

    def second(desk: StoreDesk) -> str:
        return desk.marks.of(ASSESSMENT).marks["1.3"].taken["b"][1].id

    occurrence = acting._write(second)
    acting.make(WriteNote(assessment=ASSESSMENT, item="1.3", occurrence=occurrence, text="三月培训无签到"))
    acting.make(WriteNote(assessment=ASSESSMENT, item="1.3", occurrence="gone000000000", text="已不在的一次"))


# --- export --------------------------------------------------------------------------------------


def test_the_sheet_is_exported_by_visit_or_by_place(here: Office, tmp_path: Path) -> None:
    here.signed()
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    assert run(here, "export", "sheet", "--visit", VISIT, "-o", one).exit_code == 0
    place = ("--studio", "李建国劳模创新工作室", "--rubric", "tongliao-2020", "--period", "2025")
    assert run(here, "export", "sheet", *place, "-o", two).exit_code == 0
    assert one.read_bytes() == two.read_bytes()
    assert "=1+1 缺维护记录" in " ".join(map(str, values.cells(one.read_bytes()).values()))


def test_the_sheet_goes_to_standard_output(here: Office) -> None:
    here.signed()
    result = run(here, "export", "sheet", "--visit", VISIT, "-o", "-")
    assert load_workbook(BytesIO(result.stdout_bytes)).sheetnames[0] == "评分表"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--visit", "nowhere"), "nowhere"),
        (("--studio", "没有", "--rubric", "tongliao-2020", "--period", "2025"), "没有"),
        (("--studio", "李建国劳模创新工作室", "--rubric", "tongliao-2020", "--period", "25"), "“25”"),
        (("--studio", "李建国劳模创新工作室"), "--period"),
        (("--visit", VISIT, "--period", "2025"), "--visit"),
        ((), "--visit"),
    ],
)
def test_what_cannot_be_exported_is_exit_2_and_no_file(
    here: Office, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    here.signed()
    out = tmp_path / "out.xlsx"
    result = run(here, "export", "sheet", *words, "-o", out)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not out.exists()


def test_without_a_database_nothing_is_made(here: Office, tmp_path: Path) -> None:
    result = run(here, "export", "sheet", "--visit", VISIT, "-o", tmp_path / "out.xlsx")
    assert result.exit_code == 2
    assert not here.folder.exists()


# --- verify --------------------------------------------------------------------------------------


@pytest.fixture
def sheet(here: Office, tmp_path: Path) -> Path:
    """A signed sheet with a photo, made after the files were in."""
    here.signed(photo=True)
    with here.desk() as acting:
        acting.fetched()
    path = tmp_path / "sheet.xlsx"
    assert run(here, "export", "sheet", "--visit", VISIT, "-o", path).exit_code == 0
    return path


def test_an_unchanged_sheet_is_the_one_that_was_signed(here: Office, sheet: Path) -> None:
    result = run(here, "verify", sheet)
    assert result.exit_code == 0, result.output
    assert "This is the sheet that was signed: 李建国劳模创新工作室 · 2025 " in result.stdout


def test_saved_again_by_another_program_it_still_is(here: Office, sheet: Path, tmp_path: Path) -> None:
    assert run(here, "verify", changed(sheet, tmp_path / "again.xlsx", lambda book: None)).exit_code == 0


@pytest.mark.parametrize("where", ["评分表", "数据", "证据目录"])
def test_one_changed_cell_is_found_and_named(here: Office, sheet: Path, tmp_path: Path, where: str) -> None:
    known = values.cells(sheet.read_bytes())
    address = next(
        name
        for name, value in known.items()
        if name.startswith(f"{where}!") and value is not None and "9" > name[-1] > "3"
    )
    column_row = address.partition("!")[2]

    def tamper(book) -> None:
        book[where][column_row].value = "不是这样"

    result = run(here, "verify", changed(sheet, tmp_path / "forged.xlsx", tamper))
    assert result.exit_code == 1
    assert re.search(rf"{address}( \(.+\))?: signed ", result.stdout)
    assert "in the file 不是这样" in result.stdout
    assert "differs from the signed sheet, places: 1 · " in result.stdout


def test_a_score_typed_over_is_found_where_it_stands(here: Office, sheet: Path, tmp_path: Path) -> None:
    scores = [
        name
        for name, value in values.cells(sheet.read_bytes()).items()
        if name.startswith("评分表!G") and value == 3
    ]

    def tamper(book) -> None:
        book["评分表"][scores[0].partition("!")[2]].value = 5

    result = run(here, "verify", changed(sheet, tmp_path / "forged.xlsx", tamper))
    assert result.exit_code == 1
    assert f"  {scores[0]} (1.1): signed 3, in the file 5" in result.stdout


def test_a_sheet_made_before_the_files_were_in_is_the_signed_one_too(here: Office, tmp_path: Path) -> None:
    here.signed(photo=True)
    early = tmp_path / "early.xlsx"
    run(here, "export", "sheet", "--visit", VISIT, "-o", early)
    assert "its files are not sealed yet" in run(here, "verify", early).stdout
    with here.desk() as acting:
        acting.fetched()
    result = run(here, "verify", early)
    assert result.exit_code == 0, result.output


def test_a_sheet_of_another_installation_is_not_known(here: Office, sheet: Path, tmp_path: Path) -> None:
    other = office(tmp_path / "other")
    other.furnish()
    assert run(other, "verify", sheet).exit_code == 2


def test_a_draft_is_not_known(here: Office, tmp_path: Path) -> None:
    here.furnish()
    with here.desk() as acting:
        acting.opened()
        acting.make(Comment(assessment=ASSESSMENT, field="advice", text="草稿"))
    draft = tmp_path / "draft.xlsx"
    run(here, "export", "sheet", "--visit", VISIT, "-o", draft)
    assert run(here, "verify", draft).exit_code == 2


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"%PDF-1.7"])
def test_what_is_no_workbook_is_refused_in_words(here: Office, tmp_path: Path, content: bytes) -> None:
    here.signed()
    path = tmp_path / "odd.xlsx"
    path.write_bytes(content)
    result = run(here, "verify", path)
    assert result.exit_code == 2
    assert "it is no Excel workbook" in result.stderr
