"""The kinds of export, in one visible list: for whom, about what, and when there is nothing to make yet.

How each is drawn is listed in `bot.reports.exports` under the same ids; a test walks both ways.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from bot import access
from bot.flows.export import ready
from bot.flows.export.order import Order
from bot.ports import Desk
from rubrics.model import Rubric
from rubrics.periods import When

Extent = Literal["one", "all", "both"]
"""About one studio, about all of a period, or whichever is chosen."""


def every(_: Rubric) -> bool:
    """Fit every rubric."""
    return True


def logs(rubric: Rubric) -> bool:
    """Fit rubrics that ask for a log of activities."""
    return bool(rubric.activities)


@dataclass(frozen=True, slots=True)
class ExportKind:
    """One kind of export."""

    id: str
    """Texts: `export.kind.<id>`, `export.file.<id>` (a file's name without its ending)."""
    act: access.Act
    """What one must be allowed to do to a studio to have it in one's export."""
    extent: Extent
    source: Literal["sheets", "log"] = "sheets"
    """What its periods are offered from: signed official sheets, or the log of activities."""
    spans: tuple[When, ...] = ()
    """Kinds of period that it is about, where these are not the periods of the sheets themselves."""
    fits: Callable[[Rubric], bool] = every
    form: bool = False
    """One of the own forms must be chosen."""
    ready: Callable[[Desk, Order, ready.Scopes], None] = ready.anything
    """Refuses, with what is missing, what does not exist yet."""


KINDS: Final[tuple[ExportKind, ...]] = (
    ExportKind("sheet", "export_own", "both", ready=ready.signed),
    ExportKind("rectification", "export", "one", ready=ready.fixes),
    ExportKind("ledger", "export_own", "one", source="log", fits=logs, ready=ready.logged),
    ExportKind("evidence", "export", "one", ready=ready.evidence),
    ExportKind("own-form", "export", "both", form=True, ready=ready.own_form),
)
"""In the order in which they are offered; a new kind is one line here and one in `bot.reports.exports`."""

BY_ID: Final = {kind.id: kind for kind in KINDS}
