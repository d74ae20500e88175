"""Evidence with its files."""

from __future__ import annotations

from itertools import groupby
from typing import Literal

from sqlalchemy import and_, bindparam, func, literal_column, select, update

from bot.entities import Evidence, FileRef, Place
from bot.store.compiled import Row, Rows, Statement, inserting
from bot.store.queries.jobs import Jobs
from bot.store.queries.piece_files import FileTable, PieceFiles
from bot.store.queries.words import Words
from bot.store.tables import evidence, files, words
from bot.store.tables_base import fixed

_EVIDENCE = (
    evidence.c.id,
    evidence.c.assessment,
    evidence.c.item,
    evidence.c.occurrence,
    evidence.c.kind,
    evidence.c.number,
    words.c.text,
    evidence.c.latitude,
    evidence.c.longitude,
    evidence.c.by,
    evidence.c.at,
    evidence.c.about,
)
_FILES = FileTable(files, "evidence", evidence.c.id, evidence.c.assessment)
_PIECES = (
    select(*_EVIDENCE, *_FILES.columns)
    .select_from(evidence)
    .outerjoin(words, words.c.id == evidence.c.caption)
    .outerjoin(files, files.c.evidence == evidence.c.id)
    .where(evidence.c.dropped == fixed(0))
    .order_by(evidence.c.number, files.c.place)
)
_IN_ASSESSMENT = evidence.c.assessment == bindparam("assessment")
_OF_ASSESSMENT = Statement(_PIECES.where(_IN_ASSESSMENT))
_OF_ITEM = Statement(_PIECES.where(_IN_ASSESSMENT, evidence.c.item == bindparam("item")))
_PIECE = Statement(_PIECES.where(evidence.c.id == bindparam("piece")))
_OF_ALBUM = Statement(
    select(evidence.c.id)
    .where(
        evidence.c.album == bindparam("album"),
        evidence.c.chat == bindparam("chat"),
        evidence.c.dropped == fixed(0),
    )
    .order_by(evidence.c.at.desc(), evidence.c.number.desc())
)
_ADD = inserting(evidence)
_NEXT_NUMBER = Statement(
    select(func.coalesce(func.max(evidence.c.number), fixed(0)) + fixed(1)).where(_IN_ASSESSMENT)
)
_MOVE = Statement(
    update(evidence)
    .where(evidence.c.id == bindparam("piece"))
    .values(item=bindparam("item"), occurrence=bindparam("occurrence"))
)
_SENDER = Statement(select(evidence.c.by, evidence.c.caption).where(evidence.c.id == bindparam("piece")))
_CAPTION = Statement(
    update(evidence).where(evidence.c.id == bindparam("piece")).values(caption=bindparam("caption"))
)
_DROP = Statement(
    update(evidence).where(evidence.c.id == bindparam("piece")).values(dropped=bindparam("dropped"))
)
_WAITING = Statement(
    select(func.count(literal_column("*")))
    .select_from(evidence)
    .join(files, and_(files.c.evidence == evidence.c.id, files.c.state == fixed("waiting")))
    .where(_IN_ASSESSMENT, evidence.c.dropped == fixed(0))
)
_COLUMNS = len(_EVIDENCE)


class Pieces:
    """The pieces of evidence."""

    __slots__ = ("_files", "_rows", "_words")

    def __init__(self, rows: Rows, words: Words, jobs: Jobs) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words
        self._files = PieceFiles(_FILES, rows, jobs)

    def evidence_of(self, assessment: str, item: str | None = None) -> tuple[Evidence, ...]:
        """Return the pieces of an assessment, or of one item, by number."""
        if item is None:
            return _pieces(self._rows.all(_OF_ASSESSMENT, assessment=assessment))
        return _pieces(self._rows.all(_OF_ITEM, assessment=assessment, item=item))

    def piece(self, evidence: str) -> Evidence | None:
        """Return one piece; None if it is unknown or was taken out."""
        return next(iter(_pieces(self._rows.all(_PIECE, piece=evidence))), None)

    def piece_of_file(self, file: str) -> Evidence | None:
        """Return the piece to which a file belongs."""
        found = self._files.piece_of(file)
        return self.piece(found) if found else None

    def piece_of_album(self, chat: int, album: str) -> Evidence | None:
        """Return the piece that an album's earlier parts became."""
        found = self._rows.value(_OF_ALBUM, chat=chat, album=album)
        return self.piece(found) if found else None

    def add(self, piece: Evidence, *, chat: int, album: str | None) -> str:
        """Store a piece and ask for each file to be fetched; returns the salted hash of its caption, "" without."""
        caption, digest = self._words.keep(piece.caption, piece.by) if piece.caption else (None, "")
        self._rows.run(
            _ADD,
            **piece.model_dump(exclude={"files", "caption", "place"}),
            caption=caption,
            latitude=piece.place and piece.place.latitude,
            longitude=piece.place and piece.place.longitude,
            dropped=0,
            chat=chat,
            album=album,
        )
        for file in piece.files:
            self.extend(piece.id, file, piece.at)
        return digest

    def extend(self, evidence: str, file: FileRef, now: int) -> None:
        """Add one more file to a piece (the next part of an album) and ask for it to be fetched."""
        self._files.extend(evidence, file, now)

    def move(self, evidence: str, item: str, occurrence: str | None, caption: str | None) -> str:
        """Give a piece to another item or occurrence; a caption that is not None replaces the old one.

        Returns the salted hash of the caption that it has now ("" without one).
        """
        self._rows.run(_MOVE, piece=evidence, item=item, occurrence=occurrence)
        by, word = self._rows.one(_SENDER, piece=evidence) or (None, None)
        if caption is not None:
            word = self._words.reference(caption, by)
            self._rows.run(_CAPTION, piece=evidence, caption=word)
        return self._words.digest(word) if word else ""

    def drop(self, evidence: str) -> None:
        """Take a piece out of the assessment (undo); its files stay on disk."""
        self._rows.run(_DROP, piece=evidence, dropped=1)

    def restore(self, evidence: str) -> None:
        """Bring a dropped piece back."""
        self._rows.run(_DROP, piece=evidence, dropped=0)

    def next_number(self, assessment: str) -> int:
        """Return the number of the next piece (证N), counting dropped ones."""
        number: int = self._rows.value(_NEXT_NUMBER, assessment=assessment)
        return number

    def waiting(self, assessment: str) -> int:
        """Return how many files of an assessment are still being fetched."""
        count: int = self._rows.value(_WAITING, assessment=assessment)
        return count

    def file(self, file: str) -> FileRef | None:
        """Return one file, for the job that fetches it."""
        return self._files.file(file)

    def settle(
        self,
        file: str,
        state: Literal["stored", "failed"],
        sha256: str | None,
        size: int | None,
        failure: str | None,
    ) -> str | None:
        """Mark a fetched (or unobtainable) file; returns its assessment."""
        return self._files.settle(file, state, sha256, size, failure)


def _pieces(rows: list[Row]) -> tuple[Evidence, ...]:
    """Return the pieces whose files, one a row, these are."""
    grouped = (list(group) for _, group in groupby(rows, key=lambda row: row[0]))
    return tuple(_piece(group) for group in grouped)


def _piece(rows: list[Row]) -> Evidence:
    piece, assessment, item, occurrence, kind, number, caption, latitude, longitude, by, at, about = rows[0][
        :_COLUMNS
    ]
    return Evidence(
        id=piece,
        assessment=assessment,
        item=item,
        occurrence=occurrence,
        kind=kind,
        number=number,
        files=tuple(_FILES.read(row[_COLUMNS:]) for row in rows if row[_COLUMNS] is not None),
        caption=caption or "",
        place=Place(latitude=latitude, longitude=longitude) if latitude is not None else None,
        by=by,
        at=at,
        about=about,
    )
