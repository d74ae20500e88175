"""Money of a studio's fund was booked, called a fixed asset, checked by the unit, or taken out as a mistake."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.changes.fund.instalments import instalment_due
from bot.changes.fund.purposes import FIELDS, REASON, MoveKind, value_of
from bot.changes.fund.sums import FundSums, granted_of, moves_of, sums, sums_of, told
from bot.changes.registers.checks import retired
from bot.changes.studio_log import stream_of
from bot.entities import FundMove, Person, Studio
from bot.ports import Desk
from bot.problems import Refusal


def enters(person: Person, studio: Studio, kind: str) -> bool:
    """Say who books what: spending those who lead the studio or look after it, the rest whoever looks after it."""
    looks_after = access.may(person, "keep_fund", studio)
    return looks_after or (kind == "spending" and access.may(person, "log", studio))


def fund_of(desk: Desk, studio: str, kind: str, moment: Moment) -> Studio:
    """Return a studio in whose fund the person may book this, or refuse; a retired one's is closed."""
    found = desk.studios.get(studio)
    if found is None or moment.person is None or not access.may(moment.person, "read_log", found):
        raise Refusal("not_yours")
    if not enters(moment.person, found, kind):
        raise Refusal("fund_keeper")
    retired(found)
    return found


def standing(desk: Desk, move: str, moment: Moment) -> FundMove:
    """Return a move that still stands and that the person may change, or refuse."""
    found = desk.fund.get(move)
    if found is None:
        raise Refusal("fund_gone")
    fund_of(desk, found.studio, found.kind, moment)
    return found


def told_of(move: FundMove) -> dict[str, object]:
    """Return what the history says of a move: ids, codes and figures."""
    codes = {"purpose": move.purpose, "asset": move.asset} if move.kind == "spending" else {}
    return {
        "move": move.id,
        "kind": move.kind,
        "year": move.year,
        "on": move.on,
        "amount": move.amount,
        **codes,
    }


class BookFundMove(Change):
    """Book a budget, an instalment, a spending or a cut."""

    name: ClassVar[str] = "book_fund_move"

    move: str
    """Its id; the second press of the same button books nothing."""
    studio: str
    year: int
    """Of the fund; a spending is of the year of its day."""
    kind: MoveKind
    said: dict[str, str]
    """What was said of it, by field."""
    asset: bool = False
    today: str
    """ISO date where the program runs."""

    def _made(self, moment: Moment) -> FundMove:
        today = date.fromisoformat(self.today)
        said = {name: value_of(name, self.said.get(name, ""), today) for name in FIELDS[self.kind]}
        year = int(said["on"][:4]) if self.kind == "spending" else self.year
        if abs(year - int(said["on"][:4])) > 1:
            raise Refusal("fund_other_year", on=said["on"], year=str(year))
        return FundMove(
            id=self.move,
            studio=self.studio,
            year=year,
            kind=self.kind,
            on=said["on"],
            amount=said["amount"],
            purpose=said.get("purpose", ""),
            asset=self.asset and self.kind == "spending",
            approved_by=said.get("approved", ""),
            paper=said.get("paper", said.get("clause", "")),
            note=said.get("what", ""),
            by=moment.actor or "",
            at=moment.now,
        )

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever may enter it; never more than is left, and nothing twice."""
        fund_of(desk, self.studio, self.kind, moment)
        known = desk.fund.get(self.move)
        if known is not None:
            if (known.studio, known.kind) != (self.studio, self.kind):
                raise Refusal("not_yours")
            return
        move = self._made(moment)
        if move.kind == "instalment":
            instalment_due(desk, move)
        fits(move, moves_of(desk, move.studio, move.year), granted_of(desk, move.studio, move.year))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it; once stored it is not stored again."""
        known = desk.fund.get(self.move)
        if known is not None:
            return Told(stream_of(self.studio), {**told_of(known), "again": True})
        move = self._made(moment)
        words = desk.fund.put(move, moment.actor)
        return Told(stream_of(self.studio), {**told_of(move), "words": words})


def fits(move: FundMove, known: Iterable[FundMove], granted: Decimal) -> None:
    """Refuse what the year's moves and its grant do not cover, and what is there already."""
    known = tuple(known)
    _covered(move, sums(known, granted))
    alike = ("kind", "on", "amount", "purpose", "note", "paper", "approved_by")
    for each in known:
        if all(getattr(each, name) == getattr(move, name) for name in alike):
            raise Refusal("fund_twice", on=each.on, amount=each.amount)


def _covered(move: FundMove, figures: FundSums) -> None:
    """Refuse spending of more than is left, and cutting or paying in of more than was granted."""
    amount = Decimal(move.amount)
    if move.kind == "budget":
        return
    if not figures.budget:
        raise Refusal("fund_no_budget", year=str(move.year))
    if move.kind == "spending" and amount > figures.left:
        raise Refusal("fund_over", year=str(move.year), amount=move.amount, **told(figures))
    if move.kind == "cut" and amount + figures.cut > figures.budget:
        raise Refusal("fund_over", year=str(move.year), amount=move.amount, **told(figures))
    if move.kind == "instalment" and amount + figures.paid_in > figures.budget:
        paid, budget = f"{figures.paid_in:f}", told(figures)["budget"]
        raise Refusal("fund_paid_over", year=str(move.year), amount=move.amount, paid=paid, budget=budget)


class MarkFundAsset(Change):
    """Say whether what was bought is a fixed asset of the unit."""

    name: ClassVar[str] = "mark_fund_asset"

    move: str
    asset: bool

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever may enter it, on a spending that nobody has checked."""
        found = standing(desk, self.move, moment)
        if found.kind != "spending":
            raise Refusal("not_yours")
        if found.checked is not None:
            raise Refusal("fund_checked")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        found = standing(desk, self.move, moment)
        after = found.model_copy(update={"asset": self.asset})
        words = desk.fund.put(after, found.by)
        return Told(stream_of(found.studio), {**told_of(after), "words": words})


class CheckFundMove(Change):
    """The unit has looked at it and found it in order."""

    name: ClassVar[str] = "check_fund_move"

    move: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever looks after the studio and did not enter it."""
        found = standing(desk, self.move, moment)
        studio = desk.studios.get(found.studio)
        if studio is None or moment.person is None or not access.may(moment.person, "keep_fund", studio):
            raise Refusal("fund_keeper")
        if found.by == moment.actor:
            raise Refusal("fund_own_check")
        if found.checked is not None:
            raise Refusal("fund_checked")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep who checked it and when."""
        found = standing(desk, self.move, moment)
        after = found.model_copy(update={"checked_by": moment.actor, "checked": moment.now})
        desk.fund.put(after, found.by)
        return Told(stream_of(found.studio), told_of(after))


class DropFundMove(Change):
    """Take out what was entered by mistake; the reason is needed and kept."""

    name: ClassVar[str] = "drop_fund_move"

    move: str
    reason: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever may enter it; what was checked only whoever looks after the studio; no budget that is spent."""
        found = standing(desk, self.move, moment)
        studio = desk.studios.get(found.studio)
        looks_after = (
            moment.person is not None
            and studio is not None
            and access.may(moment.person, "keep_fund", studio)
        )
        if found.checked is not None and not looks_after:
            raise Refusal("fund_checked")
        said = self.reason.strip()
        if not any(char.isalpha() for char in said):
            raise Refusal("register_no_reason")
        if len(said) > REASON:
            raise Refusal("text_long", count=len(said), limit=REASON)
        figures = sums_of(desk, found.studio, found.year)
        if found.kind == "budget" and figures.budget - Decimal(found.amount) < figures.spent + figures.cut:
            raise Refusal("fund_used", year=str(found.year), **told(figures))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Take it out; what it was stays in the history, its reason with it."""
        found = standing(desk, self.move, moment)
        why = "\n".join(each for each in (found.note, self.reason.strip()) if each)
        words = desk.fund.put(found.model_copy(update={"note": why}), moment.actor)
        desk.fund.drop(found.id)
        return Told(stream_of(found.studio), {**told_of(found), "words": words})
