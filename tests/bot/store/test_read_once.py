"""Within one function an assessment and its marks are read once, and never as they were before they were written."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.entities import Comments, Signature
from bot.ports import Card
from bot.store import Store, StoreDesk
from rubrics.marks import ItemMarks
from tests.bot.store.samples import NOW, open_visit

WRITES: dict[str, Callable[[StoreDesk], object]] = {
    "join": lambda desk: desk.visits.join("a1", "p2", NOW),
    "comment": lambda desk: desk.visits.comment("a1", Comments(strengths="好")),
    "pass_gaps": lambda desk: desk.visits.pass_gaps("a1"),
    "rule": lambda desk: desk.visits.rule("c1", {"r": "no"}, ()),
    "sign": lambda desk: desk.visits.sign(
        "a1", Signature(person="p1", name="王芳", role="head", at=NOW), "0" * 64, {}
    ),
    "seal": lambda desk: desk.visits.seal("a1", NOW),
}


def statements(desk: StoreDesk, work: Callable[[], object]) -> int:
    """How many statements a piece of work runs."""
    said: list[str] = []
    raw = desk.visits._rows.raw
    raw.set_trace_callback(said.append)
    try:
        work()
    finally:
        raw.set_trace_callback(None)
    return len(said)


@pytest.mark.parametrize("write", WRITES)
async def test_what_was_written_is_seen(furnished: Store, write: str):
    def work(desk: StoreDesk) -> None:
        before = desk.visits.assessment("a1")
        WRITES[write](desk)
        after = desk.visits.assessment("a1")
        assert after != before
        desk.visits.clear()
        assert desk.visits.assessment("a1") == after

    await furnished.write(work)


async def test_marks_that_were_replaced_are_seen(furnished: Store):
    def work(desk: StoreDesk) -> None:
        assert desk.marks.of("a1").marks == {}
        desk.marks.put("a1", "1.1", ItemMarks(full=True), NOW)
        assert desk.marks.of("a1").marks == {"1.1": ItemMarks(full=True)}
        assert desk.marks.of("a1").revisions == {"1.1": 1}

    await furnished.write(work)


async def test_reading_again_asks_nothing(furnished: Store):
    def work(desk: StoreDesk) -> None:
        desk.visits.assessment("a1")
        desk.marks.of("a1")
        assert statements(desk, lambda: (desk.visits.assessment("a1"), desk.marks.of("a1"))) == 0

    await furnished.write(work)


async def test_the_next_function_reads_for_itself(furnished: Store):
    def spoil(desk: StoreDesk) -> None:
        open_visit(desk, "2", period="2026-10")
        desk.visits.pass_gaps("a1")
        assert desk.visits.assessment("a1").passed_gaps  # type: ignore[union-attr]
        assert desk.visits.assessment("a2")
        desk.marks.put("a1", "1.1", ItemMarks(full=True), NOW)
        assert desk.marks.of("a1").marks
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await furnished.write(spoil)

    def look(desk: StoreDesk) -> None:
        assert not desk.visits.assessment("a1").passed_gaps  # type: ignore[union-attr]
        assert desk.visits.assessment("a2") is None
        assert not desk.marks.of("a1").marks

    await furnished.write(look)


async def test_a_function_knows_whether_it_asked_for_a_job(furnished: Store):
    def ask(desk: StoreDesk) -> tuple[bool, bool]:
        before = desk.jobs.asked
        desk.jobs.add("sheet", "a1", {}, NOW)
        return before, desk.jobs.asked

    assert await furnished.write(ask) == (False, True)
    assert not await furnished.write(lambda desk: desk.jobs.asked)


async def test_a_card_that_was_read_by_its_message_is_known(furnished: Store):
    card = Card("k1", 101, "card", {"item": "1.1"}, message=7)
    await furnished.write(lambda desk: desk.cards.put(card))

    def work(desk: StoreDesk) -> None:
        assert desk.cards.by_message(101, 7) == card
        assert statements(desk, lambda: desk.cards.get("k1")) == 0
        desk.cards.put(replace(card, state={"item": "1.2"}))
        assert desk.cards.get("k1") == replace(card, state={"item": "1.2"})
        desk.cards.forget(101)
        assert desk.cards.get("k1") == replace(card, state={"item": "1.2"}, message=None)

    await furnished.write(work)
