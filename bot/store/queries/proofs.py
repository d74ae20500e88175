"""Files sent for what a studio does; each new file asks for the job that fetches evidence too."""

from __future__ import annotations

from itertools import groupby
from typing import Final, Literal

from sqlalchemy import bindparam, func, select, update

from bot.entities import FileRef, Proof
from bot.store.compiled import Row, Rows, Statement, inserting
from bot.store.queries.jobs import Jobs
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
FILE: Final = tuple(
    proof_files.c[name]
    for name in (
        "id",
        "file_id",
        "unique_id",
        "size",
        "name",
        "mime",
        "kind",
        "state",
        "sha256",
        "failure",
    )
)
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
_ADD_FILE = inserting(proof_files)
_NEXT_NUMBER = Statement(
    select(func.coalesce(func.max(proofs.c.number), fixed(0)) + fixed(1)).where(
        proofs.c.of == bindparam("owner")
    )
)
_NEXT_PLACE = Statement(
    select(func.coalesce(func.max(proof_files.c.place), fixed(0)) + fixed(1)).where(
        proof_files.c.piece == bindparam("piece")
    )
)
_DROP = Statement(update(proofs).where(proofs.c.id == bindparam("piece")).values(dropped=fixed(1)))
_THIS_FILE = proof_files.c.id == bindparam("file")
_SETTLE = Statement(
    update(proof_files)
    .where(_THIS_FILE)
    .values(
        state=bindparam("state"),
        sha256=bindparam("sha256"),
        size=func.coalesce(bindparam("size"), proof_files.c.size),
        failure=bindparam("failure"),
    )
)
_STUDIO_OF = Statement(
    select(proofs.c.studio).join(proof_files, proof_files.c.piece == proofs.c.id).where(_THIS_FILE)
)
_OF_FILE = Statement(select(proof_files.c.piece).where(_THIS_FILE))
_FILE = Statement(select(*FILE).where(_THIS_FILE))


class Proofs:
    """The files of studios."""

    __slots__ = ("_jobs", "_rows", "_words")

    def __init__(self, rows: Rows, words: Words, jobs: Jobs) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words
        self._jobs = jobs

    def piece(self, piece: str) -> Proof | None:
        """Return one piece; None if it is unknown or was taken out."""
        return next(iter(pieces(self._rows.all(_PIECE, piece=piece))), None)

    def of(self, owner: str) -> tuple[Proof, ...]:
        """Return what was sent for something, in the order in which it came."""
        return pieces(self._rows.all(_OF, owner=owner))

    def piece_of_file(self, file: str) -> Proof | None:
        """Return the piece to which a file belongs."""
        found = self._rows.value(_OF_FILE, file=file)
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
        place = self._rows.value(_NEXT_PLACE, piece=piece)
        self._rows.run(_ADD_FILE, **file.model_dump(), piece=piece, place=place, added=now)
        if file.state == "waiting":
            self._jobs.add("fetch", file.id, {}, now)

    def detach(self, piece: str) -> None:
        """Take a piece out; its files stay on disk."""
        self._rows.run(_DROP, piece=piece)

    def file(self, file: str) -> FileRef | None:
        """Return one file, for the job that fetches it."""
        row = self._rows.one(_FILE, file=file)
        return _file(row) if row else None

    def settle(
        self,
        file: str,
        state: Literal["stored", "failed"],
        sha256: str | None,
        size: int | None,
        failure: str | None,
    ) -> str | None:
        """Mark a fetched (or unobtainable) file; returns its studio, None if it is no such file."""
        self._rows.run(_SETTLE, file=file, state=state, sha256=sha256, size=size, failure=failure)
        found: str | None = self._rows.value(_STUDIO_OF, file=file)
        return found


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
        files=tuple(_file(row[_WIDTH:]) for row in rows if row[_WIDTH] is not None),
        caption=caption or "",
        by=by,
        at=at,
    )


def _file(row: Row) -> FileRef:
    return FileRef(**dict(zip((column.key for column in FILE), row, strict=True)))
