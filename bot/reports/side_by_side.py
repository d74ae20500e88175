"""The pictures of one thing that is put right: from the signed sheet on the left, from the studio on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.entities import FileRef, Fix
from bot.flows.fix.reading import before_of, pictured
from bot.ports import Desk
from exports import side_by_side

PAIRS: Final = side_by_side.PAIRS


@dataclass(frozen=True, slots=True)
class Compared:
    """The stored pictures by SHA-256, the newest of what was done first."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def compared(desk: Desk, fix: Fix) -> Compared:
    """Return which pictures there are."""
    after = [file for piece in desk.proofs.of(fix.id) for file in piece.files]
    before = [file for piece in before_of(desk, fix) for file in piece.files]
    return Compared(tuple(_stored(before)), tuple(_stored(reversed(after))))


def draw(found: Compared, read: Callable[[str], bytes]) -> bytes | None:
    """Return them as one picture; None where none can be shown."""
    return side_by_side.side_by_side(_read(found.before, read), _read(found.after, read))


def _stored(files: Iterable[FileRef]) -> Iterator[str]:
    return (file.sha256 for file in files if file.sha256 and pictured(file))


def _read(names: Iterable[str], read: Callable[[str], bytes]) -> Iterator[bytes]:
    for name in names:
        try:
            yield read(name)
        except OSError:
            continue
