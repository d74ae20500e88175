"""What comes before a visit: its day, the materials handed in; and which reminders went out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import bindparam, select, update

from bot.entities import Material, Plan
from bot.store.compiled import Rows, Statement
from bot.store.dialect import insert
from bot.store.queries.spoken import Spoken
from bot.store.queries.words import Words
from bot.store.tables import materials, plans, reminders
from bot.store.tables_base import fixed

_PLAN: Final = Spoken(Plan, plans, "note")
_OF_VISIT = Statement(_PLAN.whole.where(plans.c.visit == bindparam("visit")))
_BETWEEN = Statement(
    _PLAN.whole.where(plans.c.day >= bindparam("start"), plans.c.day <= bindparam("end")).order_by(
        plans.c.day, plans.c.visit
    )
)

_MATERIAL: Final = Spoken(Material, materials, "note", left=("dropped",))
_STANDING = materials.c.dropped == fixed(0)
_GET = Statement(_MATERIAL.whole.where(materials.c.id == bindparam("material"), _STANDING))
_HANDED_IN = (
    materials.c.studio == bindparam("studio"),
    materials.c.rubric == bindparam("rubric"),
    materials.c.period == bindparam("period"),
    _STANDING,
)
_OF_PERIOD = Statement(
    _MATERIAL.whole.where(*_HANDED_IN).order_by(materials.c.item, materials.c.at, materials.c.id)
)
_OF_ITEM = Statement(
    _MATERIAL.whole.where(*_HANDED_IN, materials.c.item == bindparam("item")).order_by(
        materials.c.at, materials.c.id
    )
)
_DROP = Statement(update(materials).where(materials.c.id == bindparam("material")).values(dropped=fixed(1)))

_CLAIMED = Statement(select(reminders.c.at).where(reminders.c.key == bindparam("key")))
_CLAIM = Statement(insert(reminders).on_conflict_do_nothing(), ["key", "at"])


class Plans:
    """The days on which visits are to take place."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def of_visit(self, visit: str) -> Plan | None:
        """Return the plan of a visit."""
        return next(iter(_PLAN.read(self._rows.all(_OF_VISIT, visit=visit))), None)

    def between(self, start: str, end: str) -> tuple[Plan, ...]:
        """Return the plans of a span (ISO days, both included), by day."""
        return _PLAN.read(self._rows.all(_BETWEEN, start=start, end=end))

    def put(self, plan: Plan) -> Mapping[str, str]:
        """Store a plan as it is now; returns the salted hashes of its words, by field."""
        return _PLAN.put(self._rows, self._words, plan, self.of_visit(plan.visit), plan.by)


class Materials:
    """备查材料 that studios handed in before a visit."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def get(self, material: str) -> Material | None:
        """Return one that was not taken back."""
        return next(iter(_MATERIAL.read(self._rows.all(_GET, material=material))), None)

    def of_period(self, studio: str, rubric: str, period: str) -> tuple[Material, ...]:
        """Return what was handed in for a period, by item and time."""
        return _MATERIAL.read(self._rows.all(_OF_PERIOD, studio=studio, rubric=rubric, period=period))

    def of_item(self, studio: str, rubric: str, period: str, item: str) -> tuple[Material, ...]:
        """Return what was handed in for an item, by time."""
        return _MATERIAL.read(
            self._rows.all(_OF_ITEM, studio=studio, rubric=rubric, period=period, item=item)
        )

    def put(self, material: Material) -> Mapping[str, str]:
        """Store one; returns the salted hashes of its words, by field."""
        return _MATERIAL.put(self._rows, self._words, material, self.get(material.id), material.by)

    def drop(self, material: str) -> None:
        """Take one back; its files stay on disk."""
        self._rows.run(_DROP, material=material)


class Reminders:
    """Which reminders went out."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows

    def claim(self, key: str, now: int) -> bool:
        """Keep that a reminder goes out; False if it went out before."""
        return self._rows.run(_CLAIM, key=key, at=now) == 1

    def claimed(self, key: str) -> bool:
        """Say whether a reminder went out."""
        return self._rows.value(_CLAIMED, key=key) is not None
