"""Files made to exhaust or mislead whoever opens them, and files that are simply not what their names say.

Each is small; what it would become is not.
"""

import io
import struct
import zipfile
from collections.abc import Callable

from tests.rubrics.draft.builders import excel, rows, word

TABLE = rows("""
考核项目|考核内容|分值|评分标准
管理|制度|10|无制度扣5分
现场|卫生|10|脏乱每处扣1分
""")
SHEET = "xl/worksheets/sheet1.xml"
BODY = "word/document.xml"


def changed(
    data: bytes, parts: dict[str, Callable[[bytes], bytes]], more: dict[str, bytes] | None = None
) -> bytes:
    """The package with some parts replaced and others added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            new.writestr(member.filename, parts.get(member.filename, bytes)(content))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return stream.getvalue()


def workbook() -> bytes:
    return excel({"Sheet1": TABLE})


def document() -> bytes:
    return word(TABLE)


def far_cell() -> bytes:
    """A workbook of a few KB with one cell in the last corner."""
    cell = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    return changed(workbook(), {SHEET: lambda xml: xml.replace(b"</sheetData>", cell)})


def far_merge() -> bytes:
    """All cells of a sheet merged into one."""
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return changed(workbook(), {SHEET: lambda xml: xml.replace(b"</sheetData>", merge)})


def many_rows(count: int = 100_000) -> bytes:
    """A workbook with 100,000 short rows."""
    more = "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(10, 10 + count)).encode()
    return changed(workbook(), {SHEET: lambda xml: xml.replace(b"</sheetData>", more + b"</sheetData>")})


def many_unnumbered_rows(count: int = 100_000) -> bytes:
    """The same without the numbers that rows and cells may leave out."""
    more = b"".join(b"<row><c><v>%d</v></c></row>" % (at * 7919 % 999_983) for at in range(count))
    return changed(workbook(), {SHEET: lambda xml: xml.replace(b"</sheetData>", more + b"</sheetData>")})


def wide_sheet() -> bytes:
    """One row of 16,000 cells without places."""
    more = b"<row>" + b"<c><v>1</v></c>" * 16_000 + b"</row>"
    return changed(workbook(), {SHEET: lambda xml: xml.replace(b"</sheetData>", more + b"</sheetData>")})


def zip_bomb() -> bytes:
    """40 MB of blanks in a part of XML."""
    return changed(workbook(), {}, {"xl/media/blank.xml": b" " * (40 << 20)})


def dense_bomb() -> bytes:
    """29 MB, a thousand times its size, and just below the limit of what may be unpacked."""
    return changed(document(), {BODY: lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b" " * (29 << 20))})


def lying_sizes() -> bytes:
    """A part that claims to be small and is not."""
    data = bytearray(changed(document(), {}, {"word/big.xml": b" " * (20 << 20)}))
    at = data.rfind(b"word/big.xml") - 46
    struct.pack_into("<I", data, at + 24, 100)
    return bytes(data)


def many_members(count: int = 3_000) -> bytes:
    return changed(document(), {}, {f"word/media/{at}.xml": b"" for at in range(count)})


def overlapping() -> bytes:
    """Many names for the same packed bytes."""
    data = bytearray(changed(document(), {}, {f"word/{at}.xml": b" " * 3_000_000 for at in range(8)}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as package:
        target = package.getinfo("word/0.xml")
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        length = struct.unpack_from("<H", data, at + 28)[0]
        name = bytes(data[at + 46 : at + 46 + length])
        if name.startswith(b"word/") and name[5:6].isdigit():
            struct.pack_into("<I", data, at + 42, target.header_offset)
            struct.pack_into("<I", data, at + 20, 4_000_000)
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(9))
    + b"]>"
)


def entities() -> bytes:
    """A billion laughs in the body of a document."""
    return changed(document(), {BODY: lambda xml: xml.replace(b"<w:document", LAUGHS + b"<w:document", 1)})


def entities_in_styles() -> bytes:
    return changed(
        workbook(),
        {"xl/styles.xml": lambda xml: LAUGHS + xml.partition(b"?>")[2] if b"?>" in xml else LAUGHS + xml},
    )


def entities_in_utf16() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + LAUGHS.decode() + "<a>&e;</a>"
    return changed(document(), {}, {"word/other.xml": text.encode("utf-16")})


def outside_entity() -> bytes:
    declared = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return changed(document(), {BODY: lambda xml: xml.replace(b"<w:document", declared + b"<w:document", 1)})


def old_excel() -> bytes:
    """The beginning of an .xls under another name."""
    return (
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 2_000 + "Workbook".encode("utf-16-le") + b"\x00" * 500
    )


def encrypted() -> bytes:
    """An Office file with a password is a box with another name inside."""
    return (
        bytes.fromhex("d0cf11e0a1b11ae1")
        + b"\x00" * 2_000
        + "EncryptedPackage".encode("utf-16-le")
        + b"\x00" * 500
    )


def encrypted_zip() -> bytes:
    data = bytearray(document())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def truncated() -> bytes:
    return document()[:-400]


def broken_xml() -> bytes:
    return changed(document(), {BODY: lambda xml: xml[: len(xml) // 2]})


def broken_sheet() -> bytes:
    return changed(workbook(), {SHEET: lambda xml: xml[: len(xml) // 2]})


def flipped() -> bytes:
    data = bytearray(workbook())
    data[len(data) // 3] ^= 0xFF
    return bytes(data)


def no_body() -> bytes:
    return changed(document(), {BODY: lambda _: b'<w:document xmlns:w="http://x"/>'})


def deep_body() -> bytes:
    """Controls inside controls, 5,000 deep."""
    deep = b"<w:sdt><w:sdtContent>" * 5_000 + b"</w:sdtContent></w:sdt>" * 5_000
    return changed(document(), {BODY: lambda xml: xml.replace(b"<w:body>", b"<w:body>" + deep)})


def many_styles(count: int = 400_000) -> bytes:
    """Styles that nobody uses, as many as fit."""
    more = b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' * count
    return changed(
        workbook(),
        {
            "xl/styles.xml": lambda xml: xml.replace(b"<cellXfs", b"<cellXfs", 1).replace(
                b"</cellXfs>", more + b"</cellXfs>"
            )
        },
    )


def long_table(count: int = 20_000) -> bytes:
    """A Word table of 20,000 rows."""
    row = b"<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>"
    return changed(document(), {BODY: lambda xml: xml.replace(b"</w:tbl>", row * count + b"</w:tbl>", 1)})


def long_text() -> bytes:
    return ("考核项目\t分值\t评分标准\n" + "管理\t10\t无制度扣5分\n" * 100_000).encode()


def spans() -> bytes:
    """A table in tags whose cells reach over everything."""
    cell = '<td rowspan="60000" colspan="60000">x</td>'
    return ("<table>" + f"<tr>{cell * 50}</tr>" * 50 + "</table>").encode()


def commas() -> bytes:
    """A text without an end for anybody who goes through it again and again."""
    return ("1分，" * 150_000 + "（" * 100_000 + "每" * 50_000).encode()


ODD: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "far_cell.xlsx": (far_cell, {"document_rows"}),
    "far_merge.xlsx": (far_merge, {"document_rows"}),
    "rows.xlsx": (many_rows, {"document_rows"}),
    "unnumbered.xlsx": (many_unnumbered_rows, {"document_rows"}),
    "wide.xlsx": (wide_sheet, {"document_rows"}),
    "bomb.xlsx": (zip_bomb, {"document_swollen"}),
    "dense.docx": (dense_bomb, {"document_swollen"}),
    "lies.docx": (lying_sizes, {"document_damaged", "document_swollen"}),
    "members.docx": (many_members, {"document_members"}),
    "overlapping.docx": (overlapping, {"document_damaged", "document_swollen"}),
    "laughs.docx": (entities, {"document_entities"}),
    "laughs.xlsx": (entities_in_styles, {"document_entities"}),
    "laughs16.docx": (entities_in_utf16, {"document_entities"}),
    "outside.docx": (outside_entity, {"document_entities"}),
    "renamed.xlsx": (old_excel, {"document_old_office"}),
    "password.docx": (encrypted, {"document_encrypted"}),
    "password.zip.docx": (encrypted_zip, {"document_encrypted"}),
    "truncated.docx": (truncated, {"document_damaged"}),
    "broken.docx": (broken_xml, {"document_damaged"}),
    "broken.xlsx": (broken_sheet, {"document_damaged"}),
    "flipped.xlsx": (flipped, {"document_damaged"}),
    "bodyless.docx": (no_body, {"document_damaged"}),
    "deep.docx": (deep_body, {"document_damaged"}),
    "styles.xlsx": (many_styles, {"document_swollen", "document_too_slow", "document_damaged"}),
    "long.docx": (long_table, {"document_rows"}),
    "long.txt": (long_text, {"document_rows", "document_too_large"}),
    "spans.html": (spans, {"document_rows"}),
    "commas.txt": (commas, {"document_no_rules", "document_too_slow", "document_too_long"}),
    "empty.docx": (bytes, {"document_empty"}),
    "blank.txt": (lambda: b"\n\n  \n", {"document_empty"}),
    "nul.txt": (lambda: b"\x00" * 5_000, {"document_empty"}),
    "noise.txt": (lambda: bytes(range(256)) * 40, {"document_kind", "document_no_rules"}),
    "picture.docx": (lambda: b"\x89PNG\r\n\x1a\n" + b"x" * 99, {"document_kind"}),
    "paper.docx": (lambda: b"%PDF-1.7 x", {"document_kind"}),
    "archive.docx": (lambda: changed(b"PK\x05\x06" + b"\x00" * 18, {}, {"a.txt": b"x"}), {"document_kind"}),
    "large.txt": (lambda: "考核\n".encode() * 1_000_000, {"document_too_large"}),
    "letter.docx": (
        lambda: word("各单位：", "请于周五前报送总结。", [["姓名", "电话"], ["张三", "1"]]),
        {"document_no_rules"},
    ),
}
"""Name of the file, how it is made, and the refusals that are right for it."""
