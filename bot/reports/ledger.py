"""The ledger (台账) of a studio's activities and registers in a period: the record that `exports` draws.

Texts follow the rubric's language. What counts is computed from the log each time; nothing is stored.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

from bot.changes.studio_log import due_day, ruled
from bot.clock import from_ms
from bot.entities import LogEntry, Month, Studio
from bot.ports import Desk
from bot.reports import ledger_registers
from bot.reports.score_sheet import Paper
from bot.texts import Words, words
from exports import ledger
from exports.ledger_records import LedgerLine, LedgerRecord, MonthLine
from rubrics.logbook import Logged, standing
from rubrics.model import Rubric
from rubrics.periods import Period


def render(desk: Desk, studio: Studio, rubric: Rubric, period: Period, now: int, paper: Paper) -> bytes:
    """Return the workbook of a studio's activities and registers in a period, as they stand now."""
    return ledger.render(record(desk, studio, rubric, period, now, paper))


def record(
    desk: Desk, studio: Studio, rubric: Rubric, period: Period, now: int, paper: Paper
) -> LedgerRecord:
    """Return all that the ledger says; `now` (ms) tells what is still running."""
    say = words(rubric.language)
    asking = ruled(desk, rubric, period.start.year)
    named = date.fromisoformat(studio.named_on) if studio.named_on else None
    # Some requirements look back two years, some to the day of naming.
    first = min(named or date.max, date(period.start.year - 1, 1, 1))
    known = desk.logs.between(studio.id, first.isoformat(), period.end.isoformat(), rubric.id)
    today = from_ms(now).astimezone(paper.zone).date()
    return LedgerRecord(
        rubric=asking,
        studio=studio.name,
        unit=studio.unit,
        leader=studio.leader,
        period=say(f"period.{period.kind}", period=str(period)),
        drawn_on=today,
        dated=from_ms(now),
        standings=standing(
            asking, [_logged(each, paper) for each in known], period, today=today, named=named
        ),
        months=_months(desk, studio, rubric, period, today),
        lines=tuple(_line(each, say, paper) for each in known if period.holds(date.fromisoformat(each.on))),
        registers=ledger_registers.sheets(desk, studio, rubric, period, say),
    )


def _logged(entry: LogEntry, paper: Paper) -> Logged:
    return Logged(
        id=entry.id,
        activity=entry.activity,
        on=date.fromisoformat(entry.on),
        came=date.fromisoformat(paper.day(entry.came)),
        amount=Decimal(entry.amount or "1"),
        late=entry.late,
    )


def _line(entry: LogEntry, say: Words, paper: Paper) -> LedgerLine:
    kinds = Counter(file.kind for piece in entry.pieces for file in piece.files)
    return LedgerLine(
        activity=entry.activity,
        on=entry.on,
        topic=entry.topic,
        led_by=entry.led_by,
        people=entry.people,
        hours=Decimal(entry.hours) if entry.hours else None,
        amount=Decimal(entry.amount or "1"),
        summary=entry.summary,
        files=tuple(f"{say(f'kind.{kind}')} {count}" for kind, count in kinds.items()),
        came=paper.day(entry.came),
        late=entry.late,
    )


def _months(desk: Desk, studio: Studio, rubric: Rubric, period: Period, today: date) -> tuple[MonthLine, ...]:
    """Return the months of a period that have begun; those of a cycle too long for a table are not listed."""
    names = [str(each) for each in period.split("month") if each.start <= today]
    if not names:
        return ()
    stored = {
        each.month: each
        for each in desk.logs.months(studio.id, names[0], names[-1])
        if each.rubric == rubric.id
    }
    return tuple(_month(name, stored.get(name), today) for name in names)


def _month(name: str, found: Month | None, today: date) -> MonthLine:
    if found is None:
        return MonthLine(name, "", "none" if today > due_day(name) else "running", None, 0)
    state = "open" if found.state == "open" else "late" if found.late else "submitted"
    return MonthLine(name, found.day, state, found.nothing, len(found.reopened))
