"""What every drawer of exports works with: the order, a folder for finished files, their names, and packing of many.

It must not know chats, jobs or the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final
from zipfile import ZIP_STORED, ZipFile

from bot.entities import Scope
from bot.flows.export.filled import NOBODY, FilledBy
from bot.flows.export.order import Order
from bot.ports import Desk
from bot.reports.score_sheet import Paper
from bot.texts import words
from exports.archive_names import Names, safe

UNLIMITED: Final = 1 << 40
"""Bytes of a file that nobody has to send."""
_LONGEST: Final = 100
_BESIDE: Final = 400
"""Bytes that a file's name and place take in a package, and some to spare."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file, what it is called, and what is said of it."""

    path: Path
    name: str
    note: str = ""
    """In the language of the order."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What a drawer works with."""

    paper: Paper
    open: Callable[[str], BinaryIO]
    """Opens a stored file by its SHA-256; OSError if it is not there."""
    into: Path
    """An empty folder for what is made."""
    now: int
    """Stored time, ms."""
    largest: int = UNLIMITED
    """Bytes of one file; what is larger is split."""
    scopes: tuple[Scope, ...] = (Scope(kind="all"),)
    """Where the studios lie that whoever asks may have."""
    by: FilledBy = NOBODY
    """Who fills in what is made, where a form asks for that."""
    said: Callable[[int, int], None] = lambda _done, _of: None
    """Told how far it is: so many of so many."""

    def for_one(self) -> Bench:
        """Return the bench for one of many packages that are packed together; whoever packs them says how far it is."""
        return replace(self, largest=self.largest - 2 * _BESIDE, said=lambda _done, _of: None)


Draw = Callable[[Desk, Order, Bench], Iterable[Made]]


def name_of(desk: Desk, order: Order, studio: str = "", **more: object) -> str:
    """Return what the file of an order is called, without its ending; it is a name on every system."""
    say = words(order.language)
    known = desk.studios.get(studio or order.studio) if studio or order.studio else None
    facts = {"studio": known.name if known else say("export.all"), "period": order.period, **more}
    return safe(say(f"export.file.{order.kind}", **facts), _LONGEST)


def numbered(name: str, ending: str, no: int, of: int, language: str) -> str:
    """Return the name of one of several files."""
    return f"{name}{words(language)('export.file_part', no=no, of=of) if of > 1 else ''}.{ending}"


def single(ending: str, render: Callable[[Desk, Order, Bench], bytes]) -> Draw:
    """Return a drawer of one file from a function that gives its content."""

    def draw(desk: Desk, order: Order, bench: Bench) -> Iterable[Made]:
        path = bench.into / f"made.{ending}"
        path.write_bytes(render(desk, order, bench))
        return (Made(path, f"{name_of(desk, order)}.{ending}"),)

    return draw


def zipped(bench: Bench, order: Order, name: str, files: Iterable[tuple[str, bytes]]) -> tuple[Made, ...]:
    """Pack many files, each given by its name and content, into as many packages as are needed."""
    paths = list(_packages(bench, files))
    return tuple(
        Made(path, numbered(name, "zip", no, len(paths), order.language)) for no, path in enumerate(paths, 1)
    )


def packed(bench: Bench, order: Order, name: str, files: Iterable[Made]) -> tuple[Made, ...]:
    """Pack finished files, each of which is removed once it is packed; as `zipped`."""
    paths = list(_packages(bench, ((each.name, each.path) for each in files)))
    return tuple(
        Made(path, numbered(name, "zip", no, len(paths), order.language)) for no, path in enumerate(paths, 1)
    )


def _packages(bench: Bench, files: Iterable[tuple[str, bytes | Path]]) -> Iterator[Path]:
    package, size, names = None, 0, Names()
    try:
        for number, (called, content) in enumerate(files):
            need = (content.stat().st_size if isinstance(content, Path) else len(content)) + _BESIDE
            if package is None or size + need > bench.largest:
                if package is not None:
                    package.close()
                path = bench.into / f"package-{number}.zip"
                package, size = ZipFile(path, "w", ZIP_STORED), 0
                yield path
            stem, _, ending = called.rpartition(".")
            path_in = names.free("", stem, f".{ending}").lstrip("/")
            if isinstance(content, Path):
                package.write(content, path_in)
                content.unlink()
            else:
                package.writestr(path_in, content)
            size += need
    finally:
        if package is not None:
            package.close()
