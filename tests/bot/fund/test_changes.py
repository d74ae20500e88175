"""What can happen to a fund: who may, what is refused and why, and that the figures hold in every order."""

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.changes import BookFundMove, Change, CheckFundMove, DropFundMove, MarkFundAsset, RetireStudio
from bot.changes.fund.purposes import value_of
from bot.changes.fund.sums import sums
from bot.entities import FundMove
from bot.problems import Refusal
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

TODAY = "2026-01-05"


def book(move: str, kind: str, amount: str, on: str = "2026-01-04", **more: object) -> BookFundMove:
    """Something to be booked."""
    said = {"amount": amount, "on": on, "purpose": "training", "what": f"教材 {move}", "approved": "领导小组"}
    said |= {"paper": "第一次", "clause": "六"}
    given = {"studio": ZHANG.id, "year": 2026, "said": said, "today": TODAY, **more}
    return BookFundMove.model_validate({"move": move, "kind": kind, **given})


async def refused(program: Program, change: Change, code: str, by: str | None) -> Refusal:
    """Make a change that must be refused with a code."""
    with pytest.raises(Refusal) as caught:
        await program.make(change, by=by)
    assert caught.value.code == code
    return caught.value


@pytest.mark.parametrize("field", ["approved", "paper", "clause"])
def test_who_approved_and_why_are_words(field: str) -> None:
    """A bare number says neither; a number of a paper with a name does."""
    day = date.fromisoformat(TODAY)
    with pytest.raises(Refusal, match="fund_words"):
        value_of(field, "2026", day)
    assert value_of(field, "领导小组 〔2026〕3号", day) == "领导小组 〔2026〕3号"


async def test_who_books_and_who_checks(program: Program, wang: Chat, chen: Chat, li: Chat) -> None:
    await refused(program, book("m1", "budget", "30000"), "fund_keeper", "王海涛")
    await refused(program, book("m1", "cut", "10"), "fund_keeper", "王海涛")
    await refused(program, book("m1", "spending", "10"), "not_yours", "李工")
    await refused(program, book("m1", "spending", "10", studio=RED.id), "not_yours", "王海涛")
    await program.make(book("m1", "budget", "30000"), by="陈主任")
    await program.make(book("m1", "budget", "30000"), by="陈主任")
    await program.make(book("m2", "spending", "10"), by="王海涛")
    await refused(program, CheckFundMove(move="m1"), "fund_own_check", "陈主任")
    await refused(program, CheckFundMove(move="m2"), "fund_keeper", "王海涛")
    await program.make(CheckFundMove(move="m2"), by="陈主任")
    await refused(program, CheckFundMove(move="m2"), "fund_checked", "陈主任")
    await refused(program, MarkFundAsset(move="m2", asset=True), "fund_checked", "王海涛")
    await refused(program, DropFundMove(move="m2", reason="错了"), "fund_checked", "王海涛")
    moves = await program.read(lambda desk: desk.fund.of_studio(ZHANG.id))
    assert [(each.id, each.amount, each.checked_by is not None) for each in moves] == [
        ("m1", "30000", False),
        ("m2", "10", True),
    ]
    await program.make(DropFundMove(move="m2", reason="错了"), by="陈主任")
    await refused(program, CheckFundMove(move="m2"), "fund_gone", "陈主任")
    assert await program.read(lambda desk: desk.history.verify(f"log:{ZHANG.id}")) is None


async def test_what_is_refused(program: Program, wang: Chat, chen: Chat) -> None:
    await refused(program, book("m2", "spending", "1"), "fund_no_budget", "王海涛")
    await program.make(book("m1", "budget", "1000"), by="陈主任")
    over = await refused(program, book("m2", "spending", "1000.01"), "fund_over", "王海涛")
    assert over.params["left"] == "1000"
    await refused(program, book("m2", "instalment", "1000.01"), "fund_paid_over", "陈主任")
    await refused(program, book("m2", "cut", "1000.01"), "fund_over", "陈主任")
    await refused(program, book("m2", "cut", "10", "2024-12-31"), "fund_other_year", "陈主任")
    await refused(program, book("m2", "spending", "1", "2026-01-06"), "fund_day_ahead", "王海涛")
    await program.make(book("m2", "spending", "1000"), by="王海涛")
    again = book("m3", "budget", "1000")
    await refused(program, again, "fund_twice", "陈主任")
    await refused(program, DropFundMove(move="m1", reason="错了"), "fund_used", "陈主任")
    await program.make(book("m4", "cut", "200"), by="陈主任")
    await program.make(RetireStudio(studio=ZHANG.id, today=TODAY, reason="撤销"), by="陈主任")
    await refused(program, book("m5", "budget", "1"), "studio_retired", "陈主任")
    await refused(program, DropFundMove(move="m4", reason="错了"), "studio_retired", "陈主任")


AMOUNTS = st.decimals(min_value="0.01", max_value="99999.99", places=2)
MOVES = st.lists(st.tuples(st.sampled_from(["budget", "instalment", "spending", "cut"]), AMOUNTS), max_size=6)


def move(place: int, kind: str, amount: Decimal) -> FundMove:
    """One of a year's moves."""
    plain = {"id": f"m{place}", "studio": "s", "year": 2026, "on": TODAY, "by": "p", "at": 1}
    return FundMove.model_validate({**plain, "kind": kind, "amount": str(amount), "purpose": "office"})


@given(MOVES, AMOUNTS)
def test_what_is_left_whatever_the_order(found: list[tuple[str, Decimal]], granted: Decimal) -> None:
    """Budget less cuts less spending; payments change nothing, nor does the order."""
    moves = [move(place, kind, amount) for place, (kind, amount) in enumerate(found)]
    known = {kind: [amount for each, amount in found if each == kind] for kind, _ in found}
    whole = sum(known.get("budget", [granted])) - sum(known.get("cut", [])) - sum(known.get("spending", []))
    for order in list(permutations(moves))[:24]:
        figures = sums(order, granted)
        assert figures.left == whole
        assert sum(figures.purposes.values()) == figures.spent
