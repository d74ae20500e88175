"""What the screens of the fund show, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot import access
from bot.changes.fund.cuts import Cut, cuts_due
from bot.changes.fund.instalments import Instalments, instalments_of
from bot.changes.fund.moves import enters
from bot.changes.fund.purposes import MOVE_KINDS, MoveKind
from bot.changes.fund.sums import FundSums, granted_of, moves_of, sums
from bot.entities import FundMove, Proof, Studio
from bot.flows.file.mine import kept_studio
from bot.flows.file.reading import album_of
from bot.flows.inputs import AnyInput
from bot.flows.month.mine import day_of, today
from bot.flows.screen import Ask
from bot.flows.taps import Tap
from bot.ports import Desk


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a studio's fund."""

    studio: Studio
    year: int
    years: tuple[int, ...]
    """Other years of which something is known."""
    moves: tuple[FundMove, ...]
    figures: FundSums
    granted: Decimal
    bare: frozenset[str]
    """Ids of spendings without a voucher."""
    may: tuple[MoveKind, ...]
    """What the person may enter."""
    instalments: Instalments | None = None
    """Where the studio's scheme pays in instalments."""
    takes: bool = False
    """The person may take the year's book away."""
    due: tuple[Cut, ...] = ()
    """Cuts that follow from approved outcomes and are not booked, for who may book them."""

    @property
    def unchecked(self) -> int:
        """How many nobody has checked."""
        return sum(each.checked is None for each in self.moves)


@dataclass(frozen=True, slots=True)
class Card:
    """Something that was booked, with all that is known of it."""

    move: FundMove
    studio: Studio
    pieces: tuple[Proof, ...]
    entered_by: str
    entered_on: str
    checked_by: str
    checked_on: str
    writes: bool
    keeps: bool
    """May check it and take out what is checked."""
    mine: bool
    spends: bool = False
    """May book spending of this fund."""
    album: Proof | None = None


def year_of(desk: Desk, ask: Ask, studio: Studio, year: int) -> Year:
    """Return a year of a studio's fund, this year where none is named."""
    year = year or today(ask).year
    moves, granted = moves_of(desk, studio.id, year), granted_of(desk, studio.id, year)
    known = {each.year for each in desk.fund.of_studio(studio.id)}
    known |= {each.year for each in desk.studios.funds(studio.id)} | {today(ask).year}
    may = tuple(kind for kind in MOVE_KINDS if enters(ask.who, studio, kind))
    bare = frozenset(each.id for each in moves if each.kind == "spending" and not desk.proofs.of(each.id))
    others = tuple(sorted(known - {year}, reverse=True))
    due = cuts_due(desk, studio.id, year) if "cut" in may else ()
    day = today(ask) if year == today(ask).year else date(year, 12, 31)
    paid, takes = instalments_of(desk, studio, day), access.may(ask.who, "take_fund", studio)
    return Year(studio, year, others, moves, sums(moves, granted), granted, bare, may, paid, takes, due)


def card(desk: Desk, ask: Ask, move: FundMove, given: AnyInput | Tap | None) -> Card:
    """Return something that was booked and that the person may see, or refuse."""
    studio = kept_studio(desk, ask, move.studio)
    by = desk.people.get(move.by, ask.now)
    checked = desk.people.get(move.checked_by, ask.now) if move.checked_by else None
    return Card(
        move,
        studio,
        desk.proofs.of(move.id),
        by.name if by else "",
        _day(move.at, ask),
        checked.name if checked else "",
        _day(move.checked, ask) if move.checked is not None else "",
        enters(ask.who, studio, move.kind) and not studio.retired,
        access.may(ask.who, "keep_fund", studio) and not studio.retired,
        move.by == ask.who.id,
        enters(ask.who, studio, "spending"),
        album_of(desk, given),
    )


def _day(at: int, ask: Ask) -> str:
    return day_of(at, ask).isoformat()
