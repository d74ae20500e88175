"""The evidence of a sheet as ZIP files: files by item and number, an index page, a manifest and checksums in each.

Files are copied piece by piece, so that memory stays small whatever they are; what does not fit into one package goes
into several, by item, each usable alone. It must not know where files come from.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from typing import IO, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from exports import archive_page
from exports.archive_names import Names, ending, safe, stamp
from exports.archive_records import Bundle, Packed, Part, Piece, sized
from exports.labels import Say, labels
from exports.pictures import thumbnail

CHUNK: Final = 1 << 18
"""Bytes that are copied at once."""
_BESIDE: Final = 48 * 1024
"""Room for what is in every package."""
_EACH: Final = 4 * 1024
"""Room for what is said of each file."""
_SMALL: Final = 18 * 1024
"""The most that a small picture on the index page takes."""
_IN_TEXT: Final = 4 * _SMALL // 3
_LEAST_YEAR: Final = 1980

Said = Callable[[int], None]
"""Told after each file."""


def plan(bundle: Bundle, largest: int) -> tuple[Part, ...]:
    """How the pieces are split so that no package is larger; an item stays together where it can."""
    room = largest - _BESIDE
    filled: list[list[Piece]] = [[]]
    left = room
    for _, group in groupby(bundle.pieces, lambda piece: piece.item):
        pieces = list(group)
        need = sum(_need(piece, room) for piece in pieces)
        if need > left and filled[-1] and need <= room:
            filled.append([])
            left = room
        for piece in pieces:
            if _need(piece, room) > left and filled[-1]:
                filled.append([])
                left = room
            filled[-1].append(piece)
            left -= _need(piece, room)
    return tuple(Part(no, len(filled), tuple(pieces)) for no, pieces in enumerate(filled, 1))


def _need(piece: Piece, room: int) -> int:
    """What a piece takes in a package; one that fits into none takes a line."""
    beside = _EACH + (_IN_TEXT if piece.pictured else 0)
    return beside + (piece.size if piece.size + beside <= room else 0)


def write(bundle: Bundle, part: Part, target: IO[bytes], largest: int, said: Said = lambda _: None) -> None:
    """Write one package."""
    say = labels(bundle.language)
    width = max(2, max((len(str(piece.no)) for piece in bundle.pieces), default=2))
    with ZipFile(target, "w", ZIP_STORED) as package:
        packed = []
        for count, each in enumerate(named(part.pieces, width, say), 1):
            packed.append(pack(package, *each, largest, say))
            said(count)
        texts = {
            "index.html": archive_page.draw(bundle, part, packed, say),
            "manifest.json": _manifest(bundle, part, packed),
        }
        sums = {each.path: each.sha256 for each in packed if each.path}
        sums |= {name: sha256(text.encode()).hexdigest() for name, text in texts.items()}
        texts["SHA256SUMS"] = "".join(f"{digest}  {path}\n" for path, digest in sums.items())
        for name, text in texts.items():
            package.writestr(entry(name, None), text.encode(), ZIP_DEFLATED)


def named(pieces: Sequence[Piece], width: int, say: Say) -> Iterator[tuple[Piece, str]]:
    """Yield each piece with the path of its file; `width` is that of the numbers."""
    names = Names()
    for piece in pieces:
        no = say("archive_no", no=str(piece.no).zfill(width))
        no += "" if piece.part is None else f"-{piece.part}"
        stem = piece.file_name.rpartition(".")[0] or piece.file_name
        words = safe(piece.caption.partition("\n")[0]) or safe(stem) or say(f"archive_{piece.kind}")
        tail = ending(piece.kind, piece.file_name, piece.mime)
        yield piece, names.free(safe(piece.item), f"{no} {words} {stamp(piece.taken)}", tail)


def pack(package: ZipFile, piece: Piece, path: str, largest: int, say: Say) -> Packed:
    """Copy one file into the package, or say why it is not in it."""
    if piece.kind == "location":
        return Packed(piece)
    if piece.open is None:
        return Packed(piece, missing=piece.failure or say("archive_waiting"))
    if _need(piece, largest - _BESIDE) < piece.size:
        sizes = {"size": sized(piece.size), "limit": sized(largest)}
        return Packed(piece, missing=say("archive_large", **sizes))
    try:
        source = piece.open()
    except OSError:
        return Packed(piece, missing=say("archive_lost"))
    with source:
        packed = _copy(package, piece, path, source)
        if piece.pictured:
            source.seek(0)
            small = thumbnail(source) or b""
            packed = replace(packed, thumbnail=small if len(small) <= _SMALL else b"")
    if piece.sha256 and packed.sha256 != piece.sha256:
        return replace(packed, missing=say("archive_differs"))
    return packed


def _copy(package: ZipFile, piece: Piece, path: str, source: BinaryIO) -> Packed:
    digest, size = sha256(), 0
    with package.open(entry(path, piece), "w", force_zip64=piece.size > 1 << 30) as target:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return Packed(piece, path, size, digest.hexdigest())


def entry(path: str, piece: Piece | None) -> ZipInfo:
    """An entry dated by when the file was received; without a file, by nothing."""
    moment = piece.taken.timetuple()[:6] if piece and piece.taken.year >= _LEAST_YEAR else None
    info = ZipInfo(path, moment or (_LEAST_YEAR, 1, 1, 0, 0, 0))
    info.external_attr = 0o644 << 16
    return info


def _manifest(bundle: Bundle, part: Part, packed: Sequence[Packed]) -> str:
    said = {
        "studio": bundle.studio,
        "unit": bundle.unit,
        "period": bundle.period,
        "rubric": bundle.rubric,
        "code": bundle.code,
        "part": part.no,
        "parts": part.of,
        "files": [_line(each) | {"path": each.path, "size": each.size, "sha256": each.sha256}
                  for each in packed if each.path],
        "missing": [_line(each) | {"why": each.missing} for each in packed if each.missing],
        "places": [_line(each) | {"place": each.piece.place} for each in packed if each.piece.place],
    }  # fmt: skip
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _line(each: Packed) -> dict[str, object]:
    piece = each.piece
    told: dict[str, object] = {"no": piece.no, "item": piece.item, "kind": piece.kind}
    more = {"part": piece.part, "letter": piece.letter, "nth": piece.nth}
    told |= {name: value for name, value in more.items() if value is not None}
    words = {"caption": piece.caption, "name": piece.file_name, "by": piece.by}
    told |= {name: value for name, value in words.items() if value}
    return told | {"received": piece.taken.isoformat(timespec="minutes")}
