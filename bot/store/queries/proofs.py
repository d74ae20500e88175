"""Files sent for what a studio does."""

from __future__ import annotations

from itertools import groupby
from typing import Final, Literal

from sqlalchemy import bindparam, func, select, update

from bot.entities import FileRef, Proof
from bot.store.compiled import Row, Rows, Statement, inserting
from bot.store.queries.jobs import Jobs
from bot.store.queries.piece_files import FileTable, PieceFiles
from bot.store.queries.words import Words
from bot.store.tables import proof_files, proofs, words
from bot.store.tables_base import fixed

PIECE: Final = (
    proofs.c.id,
    proofs.c.of,
    proofs.c.studio,
    proofs.c.kind,
    proofs.c.number,
    words.c.text,
    proofs.c.by,
    proofs.c.at,
)
_FILES: Final = FileTable(proof_files, "piece", proofs.c.id, proofs.c.studio)
FILE: Final = _FILES.columns
_WIDTH: Final = len(PIECE)

_WHOLE = (
    select(*PIECE, *FILE)
    .select_from(proofs)
    .outerjoin(words, words.c.id == proofs.c.caption)
    .outerjoin(proof_files, proof_files.c.piece == proofs.c.id)
    .where(proofs.c.dropped == fixed(0))
    .order_by(proofs.c.number, proof_files.c.place)
)
_PIECE = Statement(_WHOLE.where(proofs.c.id == bindparam("piece")))
_OF = Statement(_WHOLE.where(proofs.c.of == bindparam("owner")))
_OF_ALBUM = Statement(
    select(proofs.c.id)
    .where(
        proofs.c.album == bindparam("album"),
        proofs.c.chat == bindparam("chat"),
        proofs.c.dropped == fixed(0),
    )
    .order_by(proofs.c.at.desc(), proofs.c.number.desc())
)
_ADD = inserting(proofs)
_NEXT_NUMBER = Statement(
    select(func.coalesce(func.max(proofs.c.number), fixed(0)) + fixed(1)).where(
        proofs.c.of == bindparam("owner")
    )
)
_DROP = Statement(update(proofs).where(proofs.c.id == bindparam("piece")).values(dropped=fixed(1)))


class Proofs:
    """The files of studios."""

    __slots__ = ("_files", "_rows", "_words")

    def __init__(self, rows: Rows, words: Words, jobs: Jobs) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words
        self._files = PieceFiles(_FILES, rows, jobs)

    def piece(self, piece: str) -> Proof | None:
        """Return one piece; None if it is unknown or was taken out."""
        return next(iter(pieces(self._rows.all(_PIECE, piece=piece))), None)

    def of(self, owner: str) -> tuple[Proof, ...]:
        """Return what was sent for something, in the order in which it came."""
        return pieces(self._rows.all(_OF, owner=owner))

    def piece_of_file(self, file: str) -> Proof | None:
        """Return the piece to which a file belongs."""
        found = self._files.piece_of(file)
        return self.piece(found) if found else None

    def piece_of_album(self, chat: int, album: str) -> Proof | None:
        """Return the piece that an album's earlier parts became."""
        found = self._rows.value(_OF_ALBUM, chat=chat, album=album)
        return self.piece(found) if found else None

    def attach(self, piece: Proof, *, chat: int, album: str | None) -> str:
        """Store a piece under the next number of its owner and ask for its files; returns its caption's salted hash."""
        caption, digest = self._words.keep(piece.caption, piece.by) if piece.caption else (None, "")
        self._rows.run(
            _ADD,
            **piece.model_dump(exclude={"files", "caption", "number"}),
            number=self._rows.value(_NEXT_NUMBER, owner=piece.of),
            caption=caption,
            dropped=0,
            chat=chat,
            album=album,
        )
        for file in piece.files:
            self.extend(piece.id, file, piece.at)
        return digest

    def extend(self, piece: str, file: FileRef, now: int) -> None:
        """Add one more file to a piece (the next part of an album) and ask for it to be fetched."""
        self._files.extend(piece, file, now)

    def detach(self, piece: str) -> None:
        """Take a piece out; its files stay on disk."""
        self._rows.run(_DROP, piece=piece)

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
        """Mark a fetched (or unobtainable) file; returns its studio, None if it is no such file."""
        return self._files.settle(file, state, sha256, size, failure)


def pieces(rows: list[Row]) -> tuple[Proof, ...]:
    """Return the pieces whose files, one a row, these are; a row without a piece is left out."""
    grouped = (list(group) for piece, group in groupby(rows, key=lambda row: row[0]) if piece is not None)
    return tuple(_piece(group) for group in grouped)


def _piece(rows: list[Row]) -> Proof:
    piece, owner, studio, kind, number, caption, by, at = rows[0][:_WIDTH]
    return Proof(
        id=piece,
        of=owner,
        studio=studio,
        kind=kind,
        number=number,
        files=tuple(_FILES.read(row[_WIDTH:]) for row in rows if row[_WIDTH] is not None),
        caption=caption or "",
        by=by,
        at=at,
    )
