"""The index of evidence and the page of pictures."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook

from exports.records import EvidenceLine
from exports.score_sheet import render
from tests.exports import samples


def line(no=1, **changes):
    base = EvidenceLine(
        no=no, item="1.3", kind="photo", taken_at="2026-03-31 15:20", by="王强", picture=samples.photo(1)
    )
    return replace(base, **changes)


def rendered(*lines):
    data = render(samples.deduct(evidence=lines))
    return data, load_workbook(BytesIO(data))


def rows(sheet, first=3):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]


def test_without_evidence_there_are_no_pages_of_it():
    assert rendered()[1].sheetnames == ["评分表", "数据", "条款数据"]


def test_without_pictures_there_is_only_the_index():
    _, workbook = rendered(line(kind="voice", picture=None))
    assert workbook.sheetnames == ["评分表", "证据目录", "数据", "条款数据"]


def test_the_index_names_every_file_with_its_hash_or_why_there_is_none():
    _, workbook = rendered(
        line(1, letter="b", nth=2, caption="缺签到", file_name="a.jpg", sha256="ab" * 32),
        line(2, kind="video", picture=None, failure="超过 20 MB"),
        line(3, kind="document", picture=None, file_name="台账.xlsx"),
        line(4, kind="location", picture=None, place="43.65, 122.24"),
    )
    assert rows(workbook["证据目录"]) == [
        ["证1", "1.3 台账 b 第2处", "照片", "2026-03-31 15:20", "王强", "缺签到", "a.jpg", "ab" * 32],
        ["证2", "1.3 台账", "视频", "2026-03-31 15:20", "王强", None, None, "未取得：超过 20 MB"],
        ["证3", "1.3 台账", "文件", "2026-03-31 15:20", "王强", None, "台账.xlsx", "封存中"],
        ["证4", "1.3 台账", "位置", "2026-03-31 15:20", "王强", None, "43.65, 122.24", None],
    ]


def test_the_files_of_an_album_share_a_number_that_is_cited_once():
    _, workbook = rendered(line(1, part=1), line(1, part=2), line(2))
    assert [row[0] for row in rows(workbook["证据目录"])] == ["证1（1）", "证1（2）", "证2"]
    sheet = workbook["评分表"]
    told = next(
        sheet.cell(row, 7).value for row in range(1, 40) if str(sheet.cell(row, 2).value).startswith("1.3 ")
    )
    assert told.endswith("证据：证1、证2")


def test_pictures_stand_three_across_above_their_words():
    data, workbook = rendered(*(line(no, letter="b", nth=no, caption=f"第{no}张") for no in range(1, 8)))
    sheet = workbook["证据图片"]
    anchors = sorted((image.anchor._from.row, image.anchor._from.col) for image in sheet._images)
    assert anchors == [(1, 0), (1, 1), (1, 2), (3, 0), (3, 1), (3, 2), (5, 0)]
    assert sheet["A3"].value == "证1　1.3 台账 b 第1处\n2026-03-31 15:20　王强\n第1张"
    assert [brk.id for brk in sheet.row_breaks.brk] == [5]
    assert ZipFile(BytesIO(data)).read("xl/media/image1.jpeg") == samples.photo(1)


def test_a_picture_fits_its_cell_whatever_its_shape():
    _, workbook = rendered(
        line(1, picture=samples.photo(1, 400, 1500)), line(2, picture=samples.photo(2, 1500, 300))
    )
    sheet = workbook["证据图片"]
    for image in sheet._images:
        assert image.anchor._from.rowOff + image.anchor.ext.cy <= sheet.row_dimensions[2].height * 12700
        assert (
            image.anchor._from.colOff + image.anchor.ext.cx
            <= sheet.column_dimensions["A"].width * 5.25 * 12700
        )
        assert image.anchor._from.rowOff >= 0


def test_a_picture_that_cannot_be_shown_has_a_frame_and_says_why():
    def unread():
        raise FileNotFoundError

    _, workbook = rendered(
        line(1, picture=b"not a picture"),
        line(2, picture=unread),
        line(3, picture=None, failure="Telegram 已无此文件"),
        line(4, picture=None),
        line(5, picture=lambda: samples.photo(5)),
    )
    sheet = workbook["证据图片"]
    assert [sheet.cell(2, column).value for column in (1, 2, 3)] == [
        "图片无法显示：不是可识别的图片（JPEG、PNG、WEBP）",
        "图片无法显示：文件读取失败",
        "图片无法显示：Telegram 已无此文件",
    ]
    assert sheet["A4"].value == "封存中"
    assert sheet["A2"].border.left.style == "thin"
    assert len(sheet._images) == 1


def test_a_document_that_is_a_picture_is_shown_too():
    _, workbook = rendered(line(1, kind="document"))
    assert len(workbook["证据图片"]._images) == 1


def test_a_caption_too_long_for_its_place_is_whole_in_the_index():
    words = "现场照片说明，" * 100
    _, workbook = rendered(line(1, caption=words))
    assert workbook["证据目录"]["F3"].value == words
    under = workbook["证据图片"]["A3"].value
    assert under.endswith("…")
    assert len(under) < 200
