"""A studio's log as a table, and what it proposes for the sheets of its periods, worked out by hand.

2026-01-08 2026-01-09 declared ×2 late      the day it is about, the day it came, the kind; how much, whether late
---
2026-02 2.2 a ×1 -5 | theory-month 1/2      the period, the rule, what is proposed | what follows from what
2026-01 nothing                             a period without proposals
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

from rubrics.logbook import Logged, Proposal
from rubrics.points import show

LOGS = Path(__file__).parents[1] / "data" / "logs"


def read(name: str) -> tuple[tuple[Logged, ...], dict[str, list[str]]]:
    """The entries, and by period the lines of what they propose."""
    head, _, body = (LOGS / f"{name}.txt").read_text(encoding="utf-8").partition("\n---\n")
    entries = tuple(logged(f"e{number}", line) for number, line in enumerate(_lines(head), start=1))
    expected: dict[str, list[str]] = {}
    for line in _lines(body):
        period, _, proposed = line.partition(" ")
        found = expected.setdefault(period, [])
        if proposed != "nothing":
            found.append(" ".join(proposed.split()))
    return entries, expected


def logged(name: str, line: str) -> Logged:
    """One entry."""
    on, came, kind, *rest = line.split()
    amount = next((Decimal(word[1:]) for word in rest if word.startswith("×")), Decimal(1))
    return Logged(name, kind, date.fromisoformat(on), date.fromisoformat(came), amount, "late" in rest)


def told(proposal: Proposal) -> str:
    """A proposal as the table writes it."""
    what = f"×{proposal.count}" if proposal.figure is None else f"={show(proposal.figure)}"
    behind = ", ".join(
        f"{one.requirement.id} {show(one.done)}/{one.wanted}{'*' if one.late else ''}"
        for one in proposal.standings
    )
    return f"{proposal.item} {proposal.letter} {what} {show(proposal.points)} | {behind}"


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
