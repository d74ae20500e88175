"""What was sent for logged activities; each new file asks for the job that fetches evidence too."""

from __future__ import annotations

from itertools import groupby
from typing import Final, Literal

from sqlalchemy import bindparam, func, select, update

from bot.entities import FileRef, LogPiece
from bot.store.compiled import Row, Rows, Statement, inserting
from bot.store.queries.jobs import Jobs
from bot.store.queries.words import Words
from bot.store.tables import activities, activity_files, activity_pieces, words
from bot.store.tables_base import fixed

PIECE: Final = (
    activity_pieces.c.id,
    activity_pieces.c.entry,
    activity_pieces.c.kind,
    activity_pieces.c.number,
    words.c.text,
    activity_pieces.c.by,
    activity_pieces.c.at,
)
FILE: Final = tuple(
    activity_files.c[name]
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

_PIECE = Statement(
    select(*PIECE, *FILE)
    .select_from(activity_pieces)
    .outerjoin(words, words.c.id == activity_pieces.c.caption)
    .outerjoin(activity_files, activity_files.c.piece == activity_pieces.c.id)
    .where(activity_pieces.c.id == bindparam("piece"), activity_pieces.c.dropped == fixed(0))
    .order_by(activity_files.c.place)
)
_OF_ALBUM = Statement(
    select(activity_pieces.c.id)
    .where(
        activity_pieces.c.album == bindparam("album"),
        activity_pieces.c.chat == bindparam("chat"),
        activity_pieces.c.dropped == fixed(0),
    )
    .order_by(activity_pieces.c.at.desc(), activity_pieces.c.number.desc())
)
_ADD = inserting(activity_pieces)
_ADD_FILE = inserting(activity_files)
_NEXT_NUMBER = Statement(
    select(func.coalesce(func.max(activity_pieces.c.number), fixed(0)) + fixed(1)).where(
        activity_pieces.c.entry == bindparam("entry")
    )
)
_NEXT_PLACE = Statement(
    select(func.coalesce(func.max(activity_files.c.place), fixed(0)) + fixed(1)).where(
        activity_files.c.piece == bindparam("piece")
    )
)
_DROP = Statement(
    update(activity_pieces).where(activity_pieces.c.id == bindparam("piece")).values(dropped=fixed(1))
)
_THIS_FILE = activity_files.c.id == bindparam("file")
_SETTLE = Statement(
    update(activity_files)
    .where(_THIS_FILE)
    .values(
        state=bindparam("state"),
        sha256=bindparam("sha256"),
        size=func.coalesce(bindparam("size"), activity_files.c.size),
        failure=bindparam("failure"),
    )
)
_STUDIO_OF = Statement(
    select(activities.c.studio)
    .join(activity_pieces, activity_pieces.c.entry == activities.c.id)
    .join(activity_files, activity_files.c.piece == activity_pieces.c.id)
    .where(_THIS_FILE)
)
_OF_FILE = Statement(select(activity_files.c.piece).where(_THIS_FILE))
_FILE = Statement(select(*FILE).where(_THIS_FILE))


class LogPieces:
    """The files of logged activities."""

    __slots__ = ("_jobs", "_rows", "_words")

    def __init__(self, rows: Rows, words: Words, jobs: Jobs) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words
        self._jobs = jobs

    def piece(self, piece: str) -> LogPiece | None:
        """Return one piece; None if it is unknown or was taken out."""
        return next(iter(pieces(self._rows.all(_PIECE, piece=piece))), None)

    def piece_of_file(self, file: str) -> LogPiece | None:
        """Return the piece to which a file belongs."""
        found = self._rows.value(_OF_FILE, file=file)
        return self.piece(found) if found else None

    def piece_of_album(self, chat: int, album: str) -> LogPiece | None:
        """Return the piece that an album's earlier parts became."""
        found = self._rows.value(_OF_ALBUM, chat=chat, album=album)
        return self.piece(found) if found else None

    def attach(self, piece: LogPiece, *, chat: int, album: str | None) -> str:
        """Store a piece under the next number of its entry and ask for its files; returns its caption's salted hash."""
        caption, digest = self._words.keep(piece.caption, piece.by) if piece.caption else (None, "")
        self._rows.run(
            _ADD,
            **piece.model_dump(exclude={"files", "caption", "number"}),
            number=self._rows.value(_NEXT_NUMBER, entry=piece.entry),
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
        """Take a piece out of its entry; its files stay on disk."""
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
        """Mark a fetched (or unobtainable) file; returns its studio, None if it is no file of the log."""
        self._rows.run(_SETTLE, file=file, state=state, sha256=sha256, size=size, failure=failure)
        found: str | None = self._rows.value(_STUDIO_OF, file=file)
        return found


def pieces(rows: list[Row]) -> tuple[LogPiece, ...]:
    """Return the pieces whose files, one a row, these are; a row without a piece is left out."""
    grouped = (list(group) for piece, group in groupby(rows, key=lambda row: row[0]) if piece is not None)
    return tuple(_piece(group) for group in grouped)


def _piece(rows: list[Row]) -> LogPiece:
    piece, entry, kind, number, caption, by, at = rows[0][:_WIDTH]
    return LogPiece(
        id=piece,
        entry=entry,
        kind=kind,
        number=number,
        files=tuple(_file(row[_WIDTH:]) for row in rows if row[_WIDTH] is not None),
        caption=caption or "",
        by=by,
        at=at,
    )


def _file(row: Row) -> FileRef:
    return FileRef(**dict(zip((column.key for column in FILE), row, strict=True)))
