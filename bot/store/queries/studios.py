"""The studios."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from bot.entities import Scope, Studio
from bot.store.compiled import Row, Rows, Statement, from_json, inserting, to_json
from bot.store.tables import studios

_ADD = inserting(studios)
_GET = Statement(select(studios).where(studios.c.id == bindparam("studio")))
_NAMED = Statement(select(studios).where(studios.c.name == bindparam("name")))
_OF_UNIT = Statement(select(studios).where(studios.c.unit == bindparam("unit")))
_ALL = Statement(select(studios))


class Studios:
    """The studios of the installation."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows

    def add(self, studio: Studio) -> None:
        """Store a new studio."""
        self._rows.run(_ADD, **studio.model_dump(exclude={"types"}), types=to_json(studio.types))

    def get(self, studio: str) -> Studio | None:
        """Return a studio by id."""
        row = self._rows.one(_GET, studio=studio)
        return _studio(row) if row else None

    def named(self, name: str) -> Studio | None:
        """Return a studio by its exact name."""
        row = self._rows.one(_NAMED, name=name)
        return _studio(row) if row else None

    def covered(self, scopes: Sequence[Scope]) -> tuple[Studio, ...]:
        """Return the studios in any of the scopes, by unit and name."""
        found = {row[0]: row for scope in set(scopes) for row in self._within(scope)}
        return tuple(
            sorted((_studio(row) for row in found.values()), key=lambda each: (each.unit, each.name))
        )

    def _within(self, scope: Scope) -> list[Row]:
        if scope.kind == "all":
            return self._rows.all(_ALL)
        if scope.kind == "unit":
            return self._rows.all(_OF_UNIT, unit=scope.key)
        return self._rows.all(_GET, studio=scope.key)


def _studio(row: Row) -> Studio:
    studio, name, unit, leader, types, level, named_on, named_by = row
    return Studio(
        id=studio,
        name=name,
        unit=unit,
        leader=leader,
        types=from_json(types),
        level=level,
        named_on=named_on,
        named_by=named_by,
    )
