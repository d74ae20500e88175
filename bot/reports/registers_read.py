"""The workbook of a studio's registers read back as plain values; it must import no more than a child needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.changes.registers.step_rows import STEPS
from bot.texts.registers import BOOK, EN, REGISTERS, STEP_COLUMNS, ZH
from exports import registers
from exports.reading import Column


def _columns() -> Mapping[str, tuple[Sequence[str], Sequence[Column]]]:
    """Return the titles and the columns of each register, in both languages."""
    found: dict[str, tuple[Sequence[str], Sequence[Column]]] = {
        kind.id: (
            (kind.zh, kind.en),
            (
                Column("id", BOOK["id"]),
                *(
                    Column(
                        each.id,
                        tuple(table[f"file.field.{kind.id}.{each.id}"] for table in (ZH, EN)),
                        each.must,
                    )
                    for each in kind.fields
                ),
                Column("ended", BOOK["ended"]),
            ),
        )
        for kind in REGISTERS
    }
    found[STEPS] = (
        BOOK["tab_steps"],
        [Column(key, BOOK[key], key in {"name", "what"}) for key in STEP_COLUMNS],
    )
    return found


def read(data: bytes) -> dict[str, Any]:
    """Return `tables` by register and `word`, the studio that the workbook names; refuses what has no such table."""
    return registers.read(data, _columns())
