"""What was typed about spending: one line, or several, each of which is booked or told with what is wrong.

A receipt that vanished in the words of the one above it would be money that nobody sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.changes.fund.moves import BookFundMove, fits
from bot.changes.fund.sums import granted_of, moves_of
from bot.entities import FundMove, Studio
from bot.flows.file.batch import tally
from bot.flows.fund.keeping import entered
from bot.flows.fund.line import Line, line_of
from bot.flows.fund.states import LIST_SCREEN, FundState
from bot.flows.inputs import SentFile
from bot.flows.month.mine import today
from bot.flows.screen import Ask, Go, Step
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts.fund import PURPOSES

LEAST: Final = 2
"""So many lines with a purpose and an amount make a message one of several spendings."""

TELLING: Final = 2
"""So much of purpose, amount and day tells that a text is about money that was spent."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Spending as it was typed."""

    alone: Line
    """The whole message as one line."""
    over: Refusal | None = None
    """Why the year cannot bear that, so that only the amount is asked again."""
    lines: tuple[Line, ...] = ()
    """Those of several that can be booked."""
    wrong: tuple[tuple[int, str, Refusal], ...] = ()
    """Number of a line of several, what it says, what is wrong with it."""

    @property
    def empty(self) -> bool:
        """Nothing of it is about money."""
        return not set(self.alone.said) - {"what"} and self.alone.wrong is None

    def another(self, *, caption: bool) -> bool:
        """Tell whether a text sent to something booked means one more; a caption does only where it says all."""
        if self.lines or self.wrong:
            return True
        if caption:
            return not self.alone.open
        return len({"purpose", "amount", "on"} & {*self.alone.said, self.alone.where}) >= TELLING


def typed(desk: Desk, studio: Studio, text: str, day: date) -> Typed:
    """Return what a message says, tried against the year and the lines above."""
    rows = [(number, said.strip()) for number, said in enumerate(text.splitlines(), 1) if said.strip()]
    each = [(number, said, line_of(said, day)) for number, said in rows]
    if sum({"purpose", "amount"} <= set(line.said) for _, _, line in each) < LEAST:
        alone = line_of(text, day)
        return Typed(alone, _over(desk, studio, alone))
    beside: list[FundMove] = []
    lines, wrong = [], []
    for number, said, line in each:
        try:
            move = _move(studio, line, number)
            known = (*moves_of(desk, studio.id, move.year), *(one for one in beside if one.year == move.year))
            fits(move, known, granted_of(desk, studio.id, move.year))
        except Refusal as refusal:
            wrong.append((number, said, refusal))
        else:
            beside.append(move)
            lines.append(line)
    return Typed(line_of(text, day), None, tuple(lines), tuple(wrong))


def booked(said: Typed, studio: str, year: int, ask: Ask, given: SentFile | None = None) -> Step:
    """Book what was typed: one spending on its card, several in the year's list."""
    if not said.lines and not said.wrong:
        return entered(said.alone, studio, year, ask, given, said.over)
    if given is not None:
        raise Refusal("fund_one_voucher", count=len(said.lines) + len(said.wrong))
    changes = tuple(
        BookFundMove(
            move=ask.mint(),
            studio=studio,
            year=year,
            kind="spending",
            said=line.said,
            asset=line.asset,
            today=today(ask).isoformat(),
        )
        for line in said.lines
    )
    there = Go(LIST_SCREEN, FundState(studio=studio, year=year))
    return Step(changes, go=there, say=(tally(len(said.lines), said.wrong, ask),), fresh=True)


def _over(desk: Desk, studio: Studio, line: Line) -> Refusal | None:
    """Return why a whole line is more than is left."""
    if line.wrong is not None or line.open:
        return None
    move = _move(studio, line, 1)
    try:
        fits(move, moves_of(desk, studio.id, move.year), granted_of(desk, studio.id, move.year))
    except Refusal as refusal:
        return refusal if refusal.code == "fund_over" else None
    return None


def _move(studio: Studio, line: Line, number: int) -> FundMove:
    if line.wrong is not None:
        raise line.wrong
    if line.open == "purpose":
        raise Refusal("fund_purpose", value=line.said.get("what", ""), purposes=tuple(PURPOSES))
    if line.open:
        raise Refusal("fund_lacks", field=line.open)
    return FundMove(
        id=f"line:{number}",
        studio=studio.id,
        year=int(line.said["on"][:4]),
        kind="spending",
        on=line.said["on"],
        amount=line.said["amount"],
        purpose=line.said["purpose"],
        asset=line.asset,
        note=line.said["what"],
        by="",
        at=0,
    )
