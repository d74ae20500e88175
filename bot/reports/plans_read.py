"""The workbook of a year's plans read back as plain values; it must import no more than a child needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.texts import words
from exports import reading
from exports.labels_plans import HEADERS, PRINTED
from exports.plans import STUDIO
from exports.reading import Column

QUARTERS: Final = 4
MUSTS: Final = ("title", "due")


def _titles() -> Mapping[str, Sequence[str]]:
    """Return the titles of each plan's sheet, in every language: `year`, and `1` to `4` for the quarters."""
    say = [words(each) for each in ("zh", "en")]
    found = {"year": tuple(one("workplan.label.year") for one in say)}
    for number in range(1, QUARTERS + 1):
        found[str(number)] = tuple(one("workplan.label.quarter", number=number) for one in say)
    return found


def read(data: bytes) -> dict[str, Any]:
    """Return `tables` by plan and `word`, the studio and the year that the workbook names; refuses what has none.

    Columns that we print ourselves are not named as those that were not read.
    """
    columns = [Column(key, labels, key in MUSTS) for key, labels in HEADERS.items()]
    found = reading.read_printed(data, _titles(), columns, STUDIO)
    for table in found["tables"].values():
        table["ignored"] = [each for each in table["ignored"] if each not in PRINTED]
    return found
