"""A whole application as one ZIP: forms and texts, files by condition, an index in both languages, checksums.

What is too large for one package goes into several; the papers lie in the first. It must not know where files come
from.
"""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from exports import application_page, archive
from exports.archive_names import Names, safe
from exports.archive_records import Bundle, Packed, Part
from exports.form_records import ApplicationRecord
from exports.labels import Say, labels

Said = Callable[[int], None]
"""Told after each file."""


def plan(record: ApplicationRecord, largest: int) -> tuple[Part, ...]:
    """How the files are split so that no package is larger; one package where everything fits."""
    return archive.plan(_bundle(record), _room(record, largest))


def _room(record: ApplicationRecord, largest: int) -> int:
    """What is left for files beside the papers."""
    return max(largest - sum(len(paper.data) for paper in record.papers), largest // 4)


def write(
    record: ApplicationRecord, part: Part, target: IO[bytes], largest: int, said: Said = lambda _: None
) -> None:
    """Write one package."""
    say = labels(record.language)
    with ZipFile(target, "w", ZIP_STORED) as package:
        names = Names()
        sums: dict[str, str] = {}
        papers: list[tuple[str, str, int]] = []
        for paper in record.papers if part.no == 1 else ():
            file = PurePosixPath(safe(paper.name))
            path = names.free(say("forms_folder_papers"), file.stem, file.suffix)
            package.writestr(archive.entry(path, None), paper.data, ZIP_DEFLATED)
            sums[path] = sha256(paper.data).hexdigest()
            papers.append((path, paper.title, len(paper.data)))
        packed = _files(package, record, part, _room(record, largest), said)
        sums |= {each.path: each.sha256 for each in packed if each.path}
        page = application_page.draw(record, papers, packed, (part.no, part.of)).encode()
        sums["index.html"] = sha256(page).hexdigest()
        listed = "".join(f"{digest}  {path}\n" for path, digest in sums.items()).encode()
        for name, content in (("index.html", page), ("SHA256SUMS", listed)):
            package.writestr(archive.entry(name, None), content, ZIP_DEFLATED)


def _files(package: ZipFile, record: ApplicationRecord, part: Part, room: int, said: Said) -> list[Packed]:
    """Copy the files of a package into folders named by their conditions."""
    say = labels(record.language)
    width = max(2, max((len(str(piece.no)) for piece in record.files), default=2))
    folders = {piece.item: _folder(record, piece.item, say) for piece in part.pieces}
    moved = [replace(piece, item=folders[piece.item]) for piece in part.pieces]
    packed: list[Packed] = []
    for piece, (_, path) in zip(part.pieces, archive.named(moved, width, say), strict=True):
        packed.append(archive.pack(package, piece, path, room, say))
        said(len(packed))
    return packed


def _folder(record: ApplicationRecord, item: str, say: Say) -> str:
    """The folder of a condition's files; files that belong to none have one together."""
    found = next((each for each in record.conditions if each.item == item), None)
    if found is None:
        return say("forms_folder_files") if not item else safe(f"{say('forms_folder_files')} {item}")
    title = found.title if record.language.startswith("zh") else found.title_en
    return say("forms_folder_condition", no=item, title=title)


def _bundle(record: ApplicationRecord) -> Bundle:
    return Bundle(
        studio=record.studio,
        unit=record.unit,
        period=str(record.year),
        rubric=record.scheme,
        code=record.code,
        language=record.language,
        pieces=record.files,
    )
