"""The book of a studio's fund in a year: what the desk holds, as the record that `exports` draws."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from itertools import chain

from bot.changes.fund.sums import granted_of, moves_of
from bot.clock import from_ms
from bot.entities import FundMove, Studio
from bot.ports import Desk
from bot.reports.score_sheet import Paper
from bot.texts import Words, words
from exports import fund
from exports.fund import FundLine, FundRecord


def render(desk: Desk, studio: Studio, year: int, language: str, now: int, paper: Paper) -> bytes:
    """Return the workbook of a year of a studio's fund."""
    return fund.render(record(desk, studio, year, language, now, paper))


def record(desk: Desk, studio: Studio, year: int, language: str, now: int, paper: Paper) -> FundRecord:
    """Return all that the book says; `now` in ms."""
    say, moves = words(language), moves_of(desk, studio.id, year)
    booked = any(each.kind == "budget" for each in moves)
    drawn: datetime = from_ms(now)
    return FundRecord(
        language=language,
        studio=studio.name,
        unit=studio.unit,
        year=year,
        drawn_on=drawn.astimezone(paper.zone).date(),
        dated=drawn,
        granted=None if booked else granted_of(desk, studio.id, year) or None,
        lines=tuple(_line(desk, each, say, paper) for each in moves),
    )


def _line(desk: Desk, move: FundMove, say: Words, paper: Paper) -> FundLine:
    files = chain.from_iterable(piece.files for piece in desk.proofs.of(move.id))
    return FundLine(
        kind=move.kind,
        on=move.on,
        amount=Decimal(move.amount),
        label=say(f"fund.kind.{move.kind}"),
        purpose=say(f"fund.purpose.{move.purpose}") if move.purpose else "",
        what=" ".join(each for each in (move.note, move.approved_by, move.paper) if each),
        asset=move.asset,
        files=sum(1 for _ in files),
        checked=paper.day(move.checked) if move.checked is not None else "",
    )
