"""The kinds of column there are: whole numbers and text, so that a row needs no conversion either way.

Times are milliseconds since 1970 UTC; yes and no are 1 and 0; JSON is compact text.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, Table, Text, literal_column
from sqlalchemy.sql.elements import ColumnClause

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_BIG = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits on every database; SQLite numbers rows only in a column called INTEGER."""


def word(
    name: str,
    *rest: Any,  # noqa: ANN401 - what Column takes
    key: bool = False,
    empty: bool = False,
    otherwise: str | None = None,
) -> Column[str]:
    """Return a column of text; `otherwise` is what older rows hold."""
    return Column(name, Text, *rest, primary_key=key, nullable=empty, server_default=otherwise)


def number(
    name: str,
    *rest: Any,  # noqa: ANN401 - what Column takes
    key: bool = False,
    empty: bool = False,
    otherwise: str | None = None,
) -> Column[int]:
    """Return a column of whole numbers (also times and yes or no); `otherwise` is what older rows hold."""
    return Column(
        name, _BIG, *rest, primary_key=key, nullable=empty, autoincrement=False, server_default=otherwise
    )


def row_number() -> Column[int]:
    """Return a column `id` that the database counts upwards."""
    return Column("id", _BIG, primary_key=True, autoincrement=True)


def to(column: str) -> ForeignKey:
    """Refer to a row of another table."""
    return ForeignKey(column)


def files_of(name: str, within: str, piece: str) -> Table:
    """Return the table of the files of pieces; `within` is its column for the piece, `piece` what that refers to."""
    table = Table(
        name,
        METADATA,
        word("id", key=True),
        word(within, to(piece)),
        number("place"),
        word("file_id"),
        word("unique_id"),
        number("size", empty=True),
        word("name"),
        word("mime"),
        word("kind"),
        word("state"),
        word("sha256", empty=True),
        word("failure", empty=True),
        number("added"),
    )
    Index(f"ix_{name}_{within}", table.c[within], table.c.place, unique=True)
    Index(f"ix_{name}_sha256", table.c.sha256, sqlite_where=table.c.sha256.is_not(None))
    return table


def fixed(value: str | int) -> ColumnClause[Any]:
    """Return a value written into the statement itself: indexes with a condition are only used so."""
    if isinstance(value, str) and "'" in value:
        raise ValueError(value)
    return literal_column(str(value) if isinstance(value, int) else f"'{value}'")
