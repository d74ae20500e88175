"""What is looked at before an Office file is opened: its kind, its size unpacked, its parts, entities, far cells.

Reads the zip's directory and, in small pieces, the XML inside it; opens nothing and trusts no size that is claimed.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from rubrics.draft.limits import (
    CELLS,
    COLUMNS,
    FILE,
    MEGABYTE,
    MEMBERS,
    PART,
    RATIO,
    ROWS,
    UNPACKED,
)
from rubrics.problems import Refused, problem

_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_END: Final = b"PK\x05\x06"
_SIGNS: Final = (
    (b"%PDF", "pdf"), (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"),
    (b"Rar!", "archive"), (b"7z\xbc\xaf", "archive"), (b"\x1f\x8b", "archive"),
)  # fmt: skip
_DECLARED: Final = re.compile(
    rb"<!\s*(?:DOCTYPE|ENTITY)|<\x00!\x00(?:D\x00O\x00|E\x00N\x00)|\x00<\x00!\x00[DE]"
)
_REACH: Final = re.compile(
    rb"<(?:\w+:)?(?:c|mergeCell)\b[^<>]{0,200}?\s(?:r|ref)=[\"']([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?"
)
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b")
_CELL: Final = re.compile(rb"<(?:\w+:)?c\b")
_CHUNK: Final = 1 << 16
_OVERLAP: Final = 400
_LARGEST_DIRECTORY: Final = MEMBERS * 1024


def kind(data: bytes) -> str:
    """What the bytes are: docx, xlsx, or text; refuses anything else with a word on what it is."""
    if not data.strip(b" \t\r\n\x00"):
        raise Refused(problem("document_empty"))
    if len(data) > FILE:
        raise Refused(problem("document_too_large", most=FILE // MEGABYTE))
    if data.startswith(_OLE):
        raise Refused(problem("document_encrypted" if _ENCRYPTED in data else "document_old_office"))
    for sign, name in _SIGNS:
        if data.startswith(sign):
            raise Refused(problem("document_kind", found=name))
    return _checked(data) if data.startswith(b"PK") else "text"


def _checked(data: bytes) -> str:
    """The kind of a package that is safe to open."""
    _directory(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            names = {member.filename for member in members}
            if any(member.flag_bits & 1 for member in members):
                raise Refused(problem("document_encrypted"))
            _sizes(members, len(data))
            found = "docx" if "word/document.xml" in names else "xlsx" if "xl/workbook.xml" in names else ""
            if not found:
                raise Refused(problem("document_kind", found="archive"))
            for member in members:
                _member(package, member)
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        NotImplementedError,
        OSError,
        ValueError,
        KeyError,
    ) as error:
        raise Refused(problem("document_damaged")) from error
    return found


def _directory(data: bytes) -> None:
    """The number of parts and the size of their list, before anybody reads that list."""
    at = data.rfind(_END, max(0, len(data) - 66_000))
    if at < 0 or at + 22 > len(data):
        raise Refused(problem("document_damaged"))
    count, size = struct.unpack("<HI", data[at + 10 : at + 16])
    if count > MEMBERS or size > _LARGEST_DIRECTORY:
        raise Refused(problem("document_members", most=MEMBERS))


def _sizes(members: list[zipfile.ZipInfo], size: int) -> None:
    if len(members) > MEMBERS:
        raise Refused(problem("document_members", most=MEMBERS))
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > UNPACKED or (unpacked > MEGABYTE and unpacked > RATIO * size):
        raise Refused(problem("document_swollen", most=UNPACKED // MEGABYTE))
    if packed > size:  # parts that share their bytes: they unpack to more than they claim
        raise Refused(problem("document_damaged"))


def _member(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Look through a part of XML: no entities, and no cell or merged area out of reach."""
    if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
        return
    if member.file_size > PART:
        raise Refused(problem("document_swollen", most=PART // MEGABYTE))
    sheet = member.filename.startswith("xl/worksheets/")
    rows = cells = 0
    for piece, fresh in _pieces(package, member):
        if _DECLARED.search(piece):
            raise Refused(problem("document_entities"))
        if sheet:
            rows += len(_ROW.findall(piece, fresh))
            cells += len(_CELL.findall(piece, fresh))
            _reach(member.filename, piece, rows, cells)


def _pieces(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """The part in pieces that overlap, each with the place where its new bytes begin."""
    rest = b""
    total = 0
    with package.open(member) as stream:
        while piece := stream.read(_CHUNK):
            total += len(piece)
            if total > UNPACKED:
                raise Refused(problem("document_swollen", most=UNPACKED // MEGABYTE))
            yield rest + piece, max(0, len(rest) - 4)
            rest = (rest + piece)[-_OVERLAP:]


def _reach(name: str, piece: bytes, rows: int, cells: int) -> None:
    """Refuse a sheet with too many rows or cells, or with one beyond the last column."""
    farthest = f"{rows} × {cells // rows}" if rows and (rows > ROWS or cells > CELLS) else ""
    for match in _REACH.finditer(piece):
        for letters, row in ((match[1], match[2]), (match[3], match[4])):
            if letters and (int(row) > ROWS or _column(letters) > COLUMNS):
                farthest = (letters + row).decode()
    if farthest:
        place = f"{name.rpartition('/')[2].removesuffix('.xml')} {farthest}"
        raise Refused(problem("document_rows", place=place, rows=ROWS, columns=COLUMNS))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
