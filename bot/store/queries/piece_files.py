"""Files of pieces, of evidence and of what studios send alike: each new one asks for the job that fetches it.

It must not know what a piece is about; whose it is, is a column that it is told.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from sqlalchemy import Column, Table, bindparam, func, select, update

from bot.entities import FileRef
from bot.store.compiled import Row, Rows, Statement, inserting
from bot.store.queries.jobs import Jobs
from bot.store.tables_base import fixed

_FIELDS: Final = tuple(FileRef.model_fields)


class FileTable:
    """The statements about the files of one kind of piece; it holds no connection."""

    __slots__ = ("add", "columns", "next_place", "one", "owner", "piece", "settle", "within")

    def __init__(self, files: Table, within: str, piece: Column[Any], owner: Column[Any]) -> None:
        """Take the table of files, its column that names their piece, the piece's id, and whose a piece is."""
        this = files.c.id == bindparam("file")
        self.within: Final = within
        self.columns: Final = tuple(files.c[name] for name in _FIELDS)
        self.add: Final = inserting(files)
        self.next_place: Final = Statement(
            select(func.coalesce(func.max(files.c.place), fixed(0)) + fixed(1)).where(
                files.c[within] == bindparam("piece")
            )
        )
        self.one: Final = Statement(select(*self.columns).where(this))
        self.piece: Final = Statement(select(files.c[within]).where(this))
        self.owner: Final = Statement(
            select(owner).select_from(piece.table.join(files, files.c[within] == piece)).where(this)
        )
        self.settle: Final = Statement(
            update(files)
            .where(this)
            .values(
                state=bindparam("state"),
                sha256=bindparam("sha256"),
                size=func.coalesce(bindparam("size"), files.c.size),
                failure=bindparam("failure"),
            )
        )

    @staticmethod
    def read(row: Row) -> FileRef:
        """Return the file that a row of `columns` holds."""
        return FileRef(**dict(zip(_FIELDS, row, strict=True)))


class PieceFiles:
    """The files of one kind of piece, over one connection."""

    __slots__ = ("_jobs", "_rows", "_table")

    def __init__(self, table: FileTable, rows: Rows, jobs: Jobs) -> None:
        """Ask over one connection."""
        self._table = table
        self._rows = rows
        self._jobs = jobs

    def extend(self, piece: str, file: FileRef, now: int) -> None:
        """Add one more file to a piece and ask for it to be fetched."""
        place = self._rows.value(self._table.next_place, piece=piece)
        fields: dict[str, Any] = {
            **file.model_dump(),
            self._table.within: piece,
            "place": place,
            "added": now,
        }
        self._rows.run(self._table.add, **fields)
        if file.state == "waiting":
            self._jobs.add("fetch", file.id, {}, now)

    def file(self, file: str) -> FileRef | None:
        """Return one file, for the job that fetches it."""
        row = self._rows.one(self._table.one, file=file)
        return self._table.read(row) if row else None

    def piece_of(self, file: str) -> str | None:
        """Return the piece to which a file belongs."""
        found: str | None = self._rows.value(self._table.piece, file=file)
        return found

    def settle(
        self,
        file: str,
        state: Literal["stored", "failed"],
        sha256: str | None,
        size: int | None,
        failure: str | None,
    ) -> str | None:
        """Mark a fetched (or unobtainable) file; returns whose it is, None if it is no such file."""
        self._rows.run(self._table.settle, file=file, state=state, sha256=sha256, size=size, failure=failure)
        found: str | None = self._rows.value(self._table.owner, file=file)
        return found
