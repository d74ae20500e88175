"""What was entered in a studio's standing file since the last official sheet, and how late.

Only counting; how it is said belongs to whoever speaks. Late is what was entered in a later month than it happened:
no source gives days, and months are what is inspected.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from rubrics.standing_file import StandingFile

ADDED: Final = "added"
HANDED_IN: Final = "handed_in"
SPENT: Final = "spent"
PLANS: Final = "plans"
FUND: Final = "fund"


@dataclass(frozen=True, slots=True)
class Changed:
    """Things of one sort that happened in one register."""

    kind: str
    name: str
    """`added`, the name of a step, `handed_in` or `spent`."""
    whose: tuple[str, ...]
    """Names of the entries, or periods of the plans, in the order of the file."""
    count: int
    late: int = 0


@dataclass(frozen=True, slots=True)
class _One:
    kind: str
    name: str
    whose: str
    late: bool = False


def changed(file: StandingFile, kinds: Iterable[str]) -> tuple[Changed, ...]:
    """Return what was entered after the last official sheet, by register; nothing where there was no sheet yet."""
    if file.seen is None:
        return ()
    grouped: dict[tuple[str, str], list[_One]] = {}
    for kind in kinds:
        for one in _of(file, kind, file.seen):
            grouped.setdefault((kind, one.name), []).append(one)
    return tuple(
        Changed(
            kind,
            name,
            tuple(dict.fromkeys(each.whose for each in found if each.whose)),
            len(found),
            sum(each.late for each in found),
        )
        for (kind, name), found in grouped.items()
    )


def _of(file: StandingFile, kind: str, seen: int) -> Iterator[_One]:
    if kind == PLANS:
        yield from (_One(kind, HANDED_IN, str(each.period)) for each in file.plans if each.at > seen)
        return
    if kind == FUND:
        yield from (
            _One(kind, SPENT, "") for each in file.money if each.kind == "spending" and each.at > seen
        )
        return
    entries = tuple(file.of([kind]))
    yield from (_One(kind, ADDED, each.name, _late(each.on, each.day)) for each in entries if each.at > seen)
    for entry in entries:
        for step in entry.steps:
            if step.at > seen:
                yield _One(kind, step.name, entry.name, not step.month and _late(step.on, step.day))


def _late(on: date, day: date) -> bool:
    return (day.year, day.month) > (on.year, on.month)
