"""How a fund looks: the year at a glance, one line of its book, one entry, as texts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bot.changes.fund.purposes import FIELDS
from bot.changes.fund.sums import yuan
from bot.entities import FundMove
from bot.flows.fund.reading import Card, Year
from bot.flows.html import escape, short
from bot.flows.proof_files import counted
from bot.texts import Words

NAME = 24


def overview(view: Year, words: Words) -> Iterator[str]:
    """Yield the figures of a year and what is missing."""
    figures = view.figures
    yield words("fund.head", year=str(view.year), studio=escape(short(view.studio.name, NAME)))
    if not figures.budget:
        yield words("fund.none_granted_keeper" if "budget" in view.may else "fund.none_granted")
    else:
        yield words("fund.budget", budget=yuan(figures.budget), left=yuan(figures.left))
        if not figures.booked:
            yield words("fund.granted")
    if figures.left < 0:
        yield words("fund.below")
    paid, spent, cut = yuan(figures.paid_in), yuan(figures.spent), yuan(figures.cut)
    yield words("fund.figures", paid=paid, spent=spent, cut=cut)
    if view.instalments is not None:
        english = words("language.code") == "en"
        after = tuple(each.said(english=english) for each in view.instalments.after)
        paid_of = words(
            "fund.instalments", count=view.instalments.paid, limit=view.instalments.limit, after=after
        )
        yield f"▲ {paid_of}" if view.instalments.paid > view.instalments.limit else paid_of
    if figures.purposes:
        yield " · ".join(
            words("fund.of_purpose", purpose=words(f"fund.purpose.{code}"), amount=yuan(amount))
            for code, amount in figures.purposes.items()
        )
    if view.due:
        cuts = tuple(words("fund.cut_due", what=escape(each.clause), amount=each.amount) for each in view.due)
        yield words("fund.cuts_due", cuts=cuts)
    if view.bare:
        yield words("fund.vouchers", count=len(view.bare))
    if view.unchecked:
        yield words("fund.unchecked", count=view.unchecked)


def move_line(view: Year, move: FundMove, number: int, words: Words) -> str:
    """Return one line of the book."""
    spending = move.kind == "spending"
    kind = words(f"fund.purpose.{move.purpose}") if spending else words(f"fund.kind.{move.kind}")
    what = escape(short(move.note or move.approved_by or move.paper, NAME))
    marks = (" ✓" if move.checked is not None else "") + (" ▲" if move.id in view.bare else "")
    amount = yuan(Decimal(move.amount))
    return words("fund.line", number=number, on=move.on, kind=kind, amount=amount, what=what, marks=marks)


def said_of(move: FundMove) -> dict[str, str]:
    """Return what is said of a move, by field."""
    words = {"approved": move.approved_by, "paper": move.paper, "clause": move.paper, "what": move.note}
    return {"amount": move.amount, "on": move.on, "purpose": move.purpose, **words}


def value(field: str, text: str, words: Words) -> str:
    """Return a value as people read it."""
    return words(f"fund.purpose.{text}") if field == "purpose" else escape(text)


def card_text(card: Card, words: Words) -> str:
    """Return the text of one entry."""
    move, said = card.move, said_of(card.move)
    kind, studio = words(f"fund.kind.{move.kind}"), escape(short(card.studio.name, NAME))
    amount = yuan(Decimal(move.amount))
    lines = [words("fund.title", kind=kind, amount=amount, studio=studio, year=str(move.year))]
    for field in FIELDS[move.kind]:
        if field != "amount" and said[field]:
            name = words(f"fund.field.{field}")
            lines.append(words("fund.field_line", name=name, value=value(field, said[field], words)))
    if move.kind == "spending":
        asset = words("fund.yes") if move.asset else words("fund.no")
        lines.append(words("fund.field_line", name=words("fund.field.asset"), value=asset))
    lines.append(words("fund.entered", name=escape(card.entered_by), on=card.entered_on))
    if move.checked is None:
        lines.append(words("fund.not_checked"))
    else:
        lines.append(words("fund.checked", name=escape(card.checked_by), on=card.checked_on))
    if card.pieces:
        lines.append(words("fund.attached", files=counted(card.pieces)))
    elif move.kind == "spending":
        lines.append(words("fund.no_voucher"))
    return "\n".join(lines)
