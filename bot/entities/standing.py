"""What stands in a studio's file: registers with what happened to each entry, the fund, plans and reports.

Which fields an entry of a kind has, and who may do what, is decided elsewhere.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from bot.entities.frozen import Frozen

EntryKind = Literal[
    "members", "equipment", "rules", "pairs", "projects", "results", "cases", "patents", "honours"
]
ENTRY_KINDS: Final[tuple[EntryKind, ...]] = get_args(EntryKind)


class FileEntry(Frozen):
    """One entry of a register; its photos and files are proofs."""

    id: str
    studio: str
    kind: EntryKind
    name: str
    """Of the person, the thing, the rule, the project …; of a pair its apprentice."""
    details: str = "{}"
    """The other fields of the kind, JSON of texts by id."""
    on: str
    """ISO date since which it stands: joined, bought, issued, begun, awarded."""
    until: str = ""
    """ISO date of its last day; empty while it stands."""
    state: str = ""
    """How far it is, where its kind has stages."""
    by: str
    at: int
    """Entered, ms."""
    changed: int
    revision: int = 1


class FileStep(Frozen):
    """One thing that happened to an entry, on a day of its own."""

    entry: str
    place: int
    """1, 2, 3 … in the order in which it was entered."""
    name: str
    """What it was: a duty changed, a service, a month's result, a stage, taken out."""
    on: str
    """ISO date."""
    period: str = ""
    """The month that a result is about."""
    value: str = ""
    """A code or a decimal as text."""
    text: str = ""
    by: str
    at: int
    """Entered, ms."""


class FundMove(Frozen):
    """Money of a studio's fund: granted, paid in, spent, or taken away."""

    id: str
    studio: str
    year: int
    kind: Literal["budget", "instalment", "spending", "cut"]
    on: str
    """ISO date."""
    amount: str
    """Yuan, a positive decimal as text."""
    purpose: str = ""
    """Code of the purpose, of a spending."""
    asset: bool = False
    """It is a fixed asset of the unit."""
    approved_by: str = ""
    """Who approved it, as the paper says."""
    paper: str = ""
    """文号 or number of the voucher."""
    note: str = ""
    checked_by: str | None = None
    """The person of the unit who checked it."""
    checked: int | None = None
    """Stored time, ms."""
    by: str
    at: int
    """Entered, ms."""


class WorkPlan(Frozen):
    """A plan of a year or a quarter, or the report about a year."""

    id: str
    studio: str
    rubric: str
    period: str
    kind: Literal["plan", "report"]
    text: str = ""
    state: Literal["draft", "handed_in", "accepted", "returned"] = "draft"
    handed_in: int | None = None
    """Stored time, ms."""
    reviewed_by: str | None = None
    reviewed: int | None = None
    remark: str = ""
    by: str
    at: int
    """Begun, ms."""
    changed: int
    revision: int = 1


class PlanTask(Frozen):
    """A task of a plan, closed with proof."""

    id: str
    plan: str
    studio: str
    place: int
    title: str
    owner: str = ""
    due: str
    """ISO date."""
    state: Literal["open", "done", "closed", "returned", "dropped"] = "open"
    on: str = ""
    """ISO date on which it was done."""
    result: str = ""
    """What came of it, or why it was sent back or dropped."""
    by: str
    changed: int
    revision: int = 1
