"""Entities of one table whose columns may hold people's own words: read with the words, stored by reference.

Words that have not changed stay the words they were, with the person who wrote them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import ColumnElement, FromClause, Select, Table, and_, bindparam, select

from bot.entities.frozen import Frozen
from bot.store.compiled import Row, Rows, Statement, from_json, to_json, upserting
from bot.store.queries.words import Words
from bot.store.tables import words as texts

E = TypeVar("E", bound=Frozen)


class Spoken(Generic[E]):
    """How entities of one kind lie in their table; it holds no connection."""

    __slots__ = (
        "_entity",
        "_left",
        "_listed",
        "_names",
        "_put",
        "_spoken",
        "_standing",
        "columns",
        "key",
        "whole",
    )

    def __init__(
        self,
        entity: type[E],
        table: Table,
        *spoken: str,
        left: tuple[str, ...] = (),
        listed: tuple[str, ...] = (),
    ) -> None:
        """Take the columns that name words, those that are no field of the entity (`left`), and lists kept as JSON."""
        self._entity: Final = entity
        self._listed: Final = listed
        self._spoken: Final = spoken
        self._left: Final = left
        self.columns: Final = tuple(name for name in table.c.keys() if name not in left)  # noqa: SIM118 - not a dict
        self._names: Final = (*(name for name in self.columns if name not in spoken), *spoken)
        aliases = {name: texts.alias(f"words_{name}") for name in spoken}
        joined: FromClause = table
        for name, alias in aliases.items():
            joined = joined.outerjoin(alias, alias.c.id == table.c[name])
        self.whole: Final[Select[Any]] = select(
            *(aliases[name].c.text if name in spoken else table.c[name] for name in self._names)
        ).select_from(joined)
        self.key: Final = tuple(column.key for column in table.primary_key)
        this: ColumnElement[bool] = and_(*(table.c[name] == bindparam(name) for name in self.key))
        self._standing: Final = Statement(select(*(table.c[name] for name in spoken)).where(this))
        self._put: Final = upserting(table, *self.key)

    def read(self, rows: list[Row]) -> tuple[E, ...]:
        """Return the entities that rows of `whole` hold."""
        return tuple(self._made(row) for row in rows)

    def put(
        self, rows: Rows, words: Words, entity: E, before: E | None, author: str | None
    ) -> Mapping[str, str]:
        """Store an entity as it is now; returns the salted hashes of its words, by field."""
        fields = entity.model_dump(include=set(self.columns))
        keys = {name: fields[name] for name in self.key}
        found = rows.one(self._standing, **keys) if self._spoken and before is not None else None
        standing = dict(zip(self._spoken, found or (None,) * len(self._spoken), strict=True))
        kept = {
            name: standing[name]
            if before is not None and getattr(before, name) == getattr(entity, name)
            else words.reference(getattr(entity, name) or "", author)
            for name in self._spoken
        }
        lists = {name: to_json(fields[name]) for name in self._listed}
        rows.run(self._put, **{**fields, **kept, **lists, **dict.fromkeys(self._left, 0)})
        return {name: words.digest(word) for name, word in kept.items() if word is not None}

    def _made(self, row: Row) -> E:
        fields: dict[str, Any] = dict(zip(self._names, row, strict=True))
        for name in self._spoken:
            # An erased word is an empty one.
            fields[name] = fields[name] or ""
        for name in self._listed:
            fields[name] = tuple(from_json(fields[name]))
        return self._entity(**fields)
