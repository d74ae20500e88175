"""Steps of the standing file that were taken out again: a step `voided` names the place of the one that never was so.

Nothing is deleted: both stay in the history of the entry. Whoever counts or shows steps asks here which ones stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from bot.entities import FileStep

VOIDED: Final = "voided"
"""Its value is the place of the step that it takes out, its text the reason."""


def standing_steps(steps: Iterable[FileStep]) -> tuple[FileStep, ...]:
    """Return the steps that stand, in their order, of one entry or of many: none that was taken out, no taking out."""
    known = tuple(steps)
    gone = {(each.entry, each.value) for each in known if each.name == VOIDED}
    return tuple(each for each in known if each.name != VOIDED and (each.entry, str(each.place)) not in gone)


def voided_steps(steps: Iterable[FileStep]) -> Mapping[tuple[str, int], FileStep]:
    """Return what took a step out, by entry and place of the step."""
    known = tuple(steps)
    taken = {(each.entry, each.value): each for each in known if each.name == VOIDED}
    return {
        (each.entry, each.place): taken[each.entry, str(each.place)]
        for each in known
        if (each.entry, str(each.place)) in taken
    }
