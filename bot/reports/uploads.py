"""Workbooks that people send, read into plain values: one reader a kind. It runs in a child with limits.

Another part plugs a kind in by adding its reader to `READERS`: bytes in, JSON values out, `Refused` for what cannot be
read. It must import nothing that is not needed to read, and must not know chat or database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final


def _studios(data: bytes) -> dict[str, Any]:
    from exports.studios import read  # noqa: PLC0415 - a child loads only what it reads with

    return read(data)


def _form(data: bytes) -> dict[str, Any]:
    from exports.own_form import look_through  # noqa: PLC0415 - same

    return look_through(data)


def _visits(data: bytes) -> dict[str, Any]:
    from exports.visits import read  # noqa: PLC0415 - same

    return read(data)


def _registers(data: bytes) -> dict[str, Any]:
    from bot.reports.registers_read import read  # noqa: PLC0415 - same

    return read(data)


def _plans(data: bytes) -> dict[str, Any]:
    from bot.reports.plans_read import read  # noqa: PLC0415 - same

    return read(data)


READERS: Final[Mapping[str, Callable[[bytes], dict[str, Any]]]] = {
    "studios": _studios,
    "form": _form,
    "visits": _visits,
    "registers": _registers,
    "plans": _plans,
}
"""Kind of upload -> reader."""
