"""How each kind of export is drawn, in one visible list under the ids of `bot.flows.export.kinds`.

A drawer reads the desk and writes finished files into a folder; it must not know chats, jobs or the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from bot.entities import Scope
from bot.flows.export.order import Order
from bot.flows.export.ready import signed_sheet
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports import ledger, rectification, score_sheet
from bot.reports.score_sheet import Paper
from bot.texts import words
from rubrics.periods import Period


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file and what it is called."""

    path: Path
    name: str


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
    largest: int
    """Bytes of one file; what is larger is split."""
    scopes: tuple[Scope, ...]
    """Where the studios lie that whoever asks may have."""
    said: Callable[[int, int], None] = lambda _done, _of: None
    """Told how far it is."""


Draw = Callable[[Desk, Order, Bench], Iterable[Made]]


def name_of(desk: Desk, order: Order, ending: str, **more: object) -> str:
    """Return what the file of an order is called; it is a name on every system."""
    say = words(order.language)
    studio = desk.studios.get(order.studio) if order.studio else None
    facts = {"studio": studio.name if studio else say("export.all"), "period": order.period, **more}
    name = say(f"export.file.{order.kind}", **facts)
    return "".join("_" if char in '\\/:*?"<>|' or ord(char) < 32 else char for char in name) + f".{ending}"  # noqa: PLR2004


def single(ending: str, render: Callable[[Desk, Order, Bench], bytes]) -> Draw:
    """Return a drawer of one file from a function that gives its content."""

    def draw(desk: Desk, order: Order, bench: Bench) -> Iterable[Made]:
        name = name_of(desk, order, ending)
        path = bench.into / f"made.{ending}"
        path.write_bytes(render(desk, order, bench))
        return (Made(path, name),)

    return draw


def _sheet(desk: Desk, order: Order, bench: Bench) -> bytes:
    return score_sheet.render(desk, signed_sheet(desk, order), bench.paper)


def _rectification(desk: Desk, order: Order, bench: Bench) -> bytes:
    return rectification.render(desk, signed_sheet(desk, order), bench.paper)


def _ledger(desk: Desk, order: Order, bench: Bench) -> bytes:
    studio = desk.studios.get(order.studio)
    scheme = next((each for each in desk.library.current() if each.id == order.rubric), None)
    if studio is None or scheme is None:
        raise Refusal("not_yours")
    return ledger.render(desk, studio, scheme, Period.parse(order.period), bench.now, bench.paper)


DRAWERS: Final[dict[str, Draw]] = {
    "sheet": single("xlsx", _sheet),
    "rectification": single("docx", _rectification),
    "ledger": single("xlsx", _ledger),
}
"""Kind -> how it is drawn; files of one name in an order become several parts of it."""
