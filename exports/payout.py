"""考核兑现表 in Word: who gets or gives how much, by which clause, whether it is approved; then what is no money."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from exports.circular import BODY, Circular, leader_word
from exports.labels import Say, labels
from exports.outcome_records import SETTLED, OutcomeRecord
from exports.payout_rows import Beside, Row, besides, rows, sums
from rubrics.points import show

_MONEY: Final = (9, 42, 36, 27, 32, 13, 30, 40, 26)
_BESIDE: Final = (9, 45, 40, 40, 55, 40, 26)
_COLUMNS: Final = (
    "notice_no",
    "payout_studio",
    "payout_who",
    "payout_name",
    "payout_what",
    "payout_sign",
    "payout_amount",
    "payout_basis",
    "payout_state",
)


def render(found: OutcomeRecord) -> bytes:
    """Return the document."""
    circular = Circular(found.rubric, title_of(found), landscape=True)
    say = circular.say
    money, others = rows(found), besides(found)
    circular.text(_intro(found, money, say))
    circular.heading(say("payout_money"))
    if money:
        listed = [_row(found, at, row, say) for at, row in enumerate(money, 1)]
        circular.letter.table(
            [say(name) for name in _COLUMNS], [*listed, _total(money, say)], _MONEY, {0, 5, 6, 8}
        )
        circular.notes(list(notes(found, money, say)))
    else:
        circular.text(say("payout_no_money"))
    if others:
        circular.heading(say("payout_besides"))
        names = (
            "notice_no",
            "payout_studio",
            "sum_unit",
            "payout_who",
            "payout_thing",
            "payout_basis",
            "payout_state",
        )
        listed = [_beside(at, row, say) for at, row in enumerate(others, 1)]
        circular.letter.table([say(name) for name in names], listed, _BESIDE, {0, 6}, total=False)
    if found.clauses:
        circular.heading(say("annual_clauses"))
        for clause in found.clauses:
            circular.text(clause)
    if found.absent:
        circular.heading(say("payout_absent"))
        named = (say("payout_absent_one", studio=one.studio, why=one.why) for one in found.absent)
        circular.text(say("semicolon").join(named))
    circular.letter.line(say("payout_signed"), size=BODY, before=16, together=True)
    circular.foot()
    return circular.to_bytes(found.dated)


def title_of(found: OutcomeRecord) -> str:
    """The title, which names the period."""
    say = labels(found.rubric.language)
    return say("payout_title", period=found.period, kind=say(f"paper_{found.kind}"))


def notes(found: OutcomeRecord, money: Sequence[Row], say: Say) -> Iterator[str]:
    """What a reader has to know of amounts that are not final, and of those that are not approved."""
    for why in dict.fromkeys(row.open for row in money if row.open):
        yield say(f"payout_note_{why}", word=leader_word(found.rubric))
    if any(row.state not in SETTLED for row in money):
        yield say("payout_note_suggested")


def sign(amount: Decimal, say: Say) -> str:
    """Whether it is given or taken."""
    return say("payout_plus" if amount > 0 else "payout_minus")


def name_of(found: OutcomeRecord, row: Row, say: Say) -> str:
    """Who it is, or a line to fill in."""
    if row.open == "unshared" and not row.name:
        return say("payout_to_share", word=leader_word(found.rubric))
    return row.name or say("sum_no_rank" if row.fund else "payout_fill")


def _intro(found: OutcomeRecord, money: Sequence[Row], say: Say) -> str:
    settled = sum(line.state in SETTLED for line in found.lines)
    return say(
        "payout_intro",
        title=found.rubric.title,
        document=found.rubric.document,
        period=found.period,
        scope=say("paper_scope", unit=found.scope) if found.scope else "",
        count=len(found.lines),
        settled=settled,
        rows=len(money),
    )


def _row(found: OutcomeRecord, at: int, row: Row, say: Say) -> Sequence[str]:
    return (
        str(at),
        f"{row.studio}\n{row.unit}",
        row.who,
        name_of(found, row, say),
        row.what,
        sign(row.each, say),
        _amount(row, say),
        row.basis,
        say(f"payout_{row.state}"),
    )


def _amount(row: Row, say: Say) -> str:
    size = show(abs(row.each))
    if row.open == "share":
        return say("payout_share", share=size)
    if row.open == "choice":
        return say("payout_either", amount=size, money=row.money)
    if row.heads is None:
        return say("payout_per_head", amount=size, money=row.money)
    if row.heads > 1:
        whole = show(abs(row.each * row.heads))
        return say("payout_heads", each=size, heads=row.heads, amount=whole, money=row.money)
    return say("payout_plain", amount=size, money=row.money)


def _total(money: tuple[Row, ...], say: Say) -> Sequence[str]:
    """The sum row: what is given and taken of each thing."""
    said = [
        say("payout_sum", what=what, plus=show(plus), minus=show(-minus), money=unit)
        for what, unit, plus, minus in sums(money)
    ]
    return ("", say("notice_total"), "", "", "", "", "", "\n".join(said), "")


def _beside(at: int, row: Beside, say: Say) -> Sequence[str]:
    thing = say("payout_or", what=row.what) if row.choice else row.what
    return (str(at), row.studio, row.unit, row.who, thing, row.basis, say(f"payout_{row.state}"))
