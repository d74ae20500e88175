"""The kinds of export, in one visible list: for whom, about what, and when there is nothing to make yet.

How each is drawn is listed in `bot.reports.exports` under the same ids; a test walks both ways.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from bot import access
from bot.changes.outcomes.known import kinds_of
from bot.entities import Application
from bot.flows.export import ready, rounds
from bot.flows.export.order import Order
from bot.ports import Desk
from rubrics.application import offered
from rubrics.model import Rubric
from rubrics.periods import Kind

Extent = Literal["one", "all", "both"]
"""About one studio, about all of a period, or whichever is chosen."""


def every(_: Rubric) -> bool:
    """Fit every rubric."""
    return True


def whatever(_: Desk, __: Application) -> bool:
    """Take every application."""
    return True


def logs(rubric: Rubric) -> bool:
    """Fit rubrics that ask for a log of activities."""
    return bool(rubric.activities)


def judged(rubric: Rubric) -> tuple[Kind, ...]:
    """Return the kinds of period from which something follows."""
    return tuple(kinds_of(rubric.outcomes)) if rubric.outcomes else ()


def summed(rubric: Rubric) -> tuple[Kind, ...]:
    """Return the kinds of period that can be summed up: those of sheets, those that are judged, and years."""
    known = {*rubric.periods, *judged(rubric), "year"}
    return tuple(kind for kind in get_args(Kind) if kind in known)


def scored(rubric: Rubric) -> bool:
    """Fit rubrics with points; conditions alone are neither ranked nor lost."""
    return bool(rubric.sections)


def pays(rubric: Rubric) -> bool:
    """Fit rubrics from which money follows."""
    return rubric.outcomes is not None and rubric.outcomes.pays


def long(rubric: Rubric) -> tuple[Kind, ...]:
    """Return the years and cycles from which something follows."""
    return tuple(kind for kind in judged(rubric) if kind in {"year", "cycle"})


@dataclass(frozen=True, slots=True)
class ExportKind:
    """One kind of export."""

    id: str
    """Texts: `export.kind.<id>`, `export.file.<id>` (a file's name without its ending)."""
    act: access.Act
    """What one must be allowed to do to a studio to have it in one's export."""
    extent: Extent
    source: Literal["sheets", "log", "round"] = "sheets"
    """What it is made of: signed official sheets, the log of activities, or applications (`sources.SOURCES`)."""
    spans: Callable[[Rubric], tuple[Kind, ...]] | None = None
    """Kinds of period that it is about, where these are not the periods of the sheets themselves."""
    fits: Callable[[Rubric], bool] = every
    by_rubric: bool = True
    """Whether it is by a rubric; what is a studio's own, whatever assesses it, is asked for without one."""
    form: bool = False
    """One of the own forms must be chosen."""
    takes: Callable[[Desk, Application], bool] = whatever
    """Of applications, those that it is about."""
    files: bool = False
    """It holds photos and files that came in: it takes long whatever it is about."""
    ready: Callable[[Desk, Order, ready.Scopes], None] = ready.anything
    """Refuses, with what is missing, what does not exist yet."""


KINDS: Final[tuple[ExportKind, ...]] = (
    ExportKind("sheet", "export_own", "both", ready=ready.signed),
    ExportKind("summary", "read_results", "all", fits=scored, spans=summed),
    ExportKind("bulletin", "read_notices", "all", fits=scored, ready=ready.signed),
    ExportKind("payout", "read_notices", "all", fits=pays, spans=judged),
    ExportKind("annual", "read_notices", "all", fits=lambda rubric: bool(long(rubric)), spans=long),
    ExportKind("rectification", "export", "one", ready=ready.fixes),
    ExportKind("ledger", "export_own", "one", source="log", fits=logs, ready=ready.logged),
    ExportKind(
        "fund",
        "take_fund",
        "one",
        source="log",
        spans=lambda _: ("year",),
        by_rubric=False,
        ready=ready.funded,
    ),
    ExportKind(
        "plan",
        "export_own",
        "one",
        source="log",
        spans=lambda _: ("year",),
        by_rubric=False,
        ready=ready.planned,
    ),
    ExportKind("evidence", "export", "one", files=True, ready=ready.evidence),
    ExportKind("history", "export", "one", ready=ready.signed),
    ExportKind(
        "recommendation",
        "read_notices",
        "all",
        source="round",
        fits=rounds.lists,
        takes=rounds.recommended,
        ready=ready.recommended,
    ),
    ExportKind(
        "selection",
        "read_notices",
        "all",
        source="round",
        fits=rounds.lists,
        takes=rounds.selected,
        ready=ready.selected,
    ),
    ExportKind(
        "application",
        "read_application",
        "both",
        source="round",
        fits=offered,
        files=True,
        ready=ready.applied,
    ),
    ExportKind("forms", "read_application", "one", source="round", fits=offered, ready=ready.applied),
    ExportKind("own-form", "export", "both", form=True, ready=ready.own_form),
)
"""In the order in which they are offered; a new kind is one line here and one in `bot.reports.exports`."""

BY_ID: Final = {kind.id: kind for kind in KINDS}


def large(order: Order) -> bool:
    """Say whether an export takes minutes where others take seconds: it holds files, or one thing of every studio."""
    kind = BY_ID.get(order.kind)
    return kind is not None and (kind.files or (kind.extent == "both" and not order.studio))
