"""What goes into an evidence package: its pieces, the parts that it is split into, and what became of each file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO, Final

from exports.records import EvidenceKind

_KILO: Final = 1024


@dataclass(frozen=True, slots=True)
class Piece:
    """One file or place, cited as 证3; the files of an album share the number and differ in `part` (from 1).

    `open` gives its bytes (OSError where they are not there); None with the reason in `failure` where it never came.
    """

    no: int
    item: str
    kind: EvidenceKind
    taken: datetime
    by: str
    part: int | None = None
    letter: str | None = None
    nth: int | None = None
    caption: str = ""
    file_name: str = ""
    mime: str = ""
    size: int = 0
    sha256: str | None = None
    failure: str = ""
    place: str = ""
    open: Callable[[], BinaryIO] | None = field(default=None, repr=False)

    @property
    def pictured(self) -> bool:
        """Whether it may be a picture."""
        return self.kind == "photo" or self.mime.startswith("image/")


@dataclass(frozen=True, slots=True)
class Bundle:
    """All evidence of one sheet, by item and number; `titles` are those of the items."""

    studio: str
    unit: str
    period: str
    rubric: str
    code: str
    language: str
    pieces: tuple[Piece, ...]
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """One package of several, from 1; usable alone."""

    no: int
    of: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """What became of a piece: where it lies, or why it is missing."""

    piece: Piece
    path: str = ""
    size: int = 0
    sha256: str = ""
    missing: str = ""
    thumbnail: bytes = field(default=b"", repr=False)


def sized(count: int) -> str:
    """A number of bytes as people read it."""
    if count < _KILO * _KILO:
        return f"{-(-count // _KILO)} KB"
    tenths = -(-count * 10 // (_KILO * _KILO))
    return f"{tenths // 10}.{tenths % 10} MB"
