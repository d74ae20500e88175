"""Inbox, outbox, jobs, sessions and cards."""

from typing import Any

import pytest

from bot.ports import Call, Card, RawUpdate, Session
from bot.store import Store, StoreDesk
from tests.bot.store.gate import raw
from tests.bot.store.samples import NOW, update


def receive(desk: StoreDesk, *updates: RawUpdate) -> list[int]:
    """Store updates; returns the rows that are new."""
    return desk.inbox.receive(list(updates))


# -- inbox -----------------------------------------------------------------------------------------


async def test_a_redelivery_is_stored_once(store: Store):
    assert len(await store.write(lambda desk: receive(desk, update(1), update(2), update(1)))) == 2
    assert await store.write(lambda desk: receive(desk, update(2), update(1))) == []


async def test_the_same_number_with_other_content_is_another_update(store: Store):
    """After a quiet week Telegram starts its numbers anew."""
    first = await store.write(lambda desk: receive(desk, update(1, sha256="a")))
    other = await store.write(lambda desk: receive(desk, update(1, sha256="b"), update(1, sha256="c")))
    again = await store.write(lambda desk: receive(desk, *(update(1, sha256=each) for each in "abc")))
    assert [len(first), len(other), len(again)] == [1, 2, 0]
    assert len(set(first + other)) == 3


async def test_a_lower_number_than_the_highest_is_stored(store: Store):
    await store.write(lambda desk: receive(desk, update(900)))
    assert len(await store.write(lambda desk: receive(desk, update(3)))) == 1


async def test_two_bots_have_numbers_of_their_own(store: Store):
    rows = await store.write(lambda desk: receive(desk, update(1, bot_id=7), update(1, bot_id=8)))
    assert len(rows) == 2


async def test_an_update_is_claimed_until_it_is_done(store: Store):
    def work(desk: StoreDesk) -> None:
        (row,) = receive(desk, update(5, raw='{"update_id": 5}', chat=101))
        received = desk.inbox.claim(row)
        assert received is not None
        assert (received.id, received.update_id, received.chat) == (row, 5, 101)
        assert (received.raw, received.attempts, received.received) == ('{"update_id": 5}', 0, NOW)
        desk.inbox.done(row, NOW)
        assert desk.inbox.claim(row) is None

    await store.write(work)


async def test_a_claim_is_taken_back_with_the_turn_that_failed(store: Store):
    (row,) = await store.write(lambda desk: receive(desk, update(5)))

    def fails(desk: StoreDesk) -> None:
        desk.inbox.done(row, NOW)
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the one just raised
        await store.write(fails)
    assert await store.read(lambda desk: desk.inbox.claim(row))
    assert await store.write(lambda desk: desk.inbox.failed(row, "ValueError()")) == 1
    assert await store.write(lambda desk: desk.inbox.failed(row, "ValueError()")) == 2


async def test_a_try_that_was_begun_counts_once_even_if_it_fails(store: Store):
    (row,) = await store.write(lambda desk: receive(desk, update(5)))
    assert await store.write(lambda desk: desk.inbox.begin(row)) == 1
    assert await store.write(lambda desk: desk.inbox.failed(row, "x")) == 1
    assert await store.write(lambda desk: desk.inbox.begin(row)) == 2
    assert await store.write(lambda desk: desk.inbox.begin(row)) == 3  # killed in between


async def test_a_parked_update_keeps_its_text_and_is_in_nobodys_way(store: Store):
    one, two = await store.write(lambda desk: receive(desk, update(1, raw="[poison"), update(2)))
    await store.write(lambda desk: desk.inbox.park(one, "KeyError('x')", NOW))
    assert await store.read(lambda desk: desk.inbox.backlog()) == (two,)
    kept = await store.read(lambda desk: desk.inbox.read(one))
    assert kept is not None
    assert kept.raw == "[poison"


async def test_old_updates_are_purged_but_for_the_parked_and_the_unfinished(store: Store):
    def work(desk: StoreDesk) -> None:
        rows = receive(desk, *(update(n) for n in range(1, 6)))
        for row in (rows[0], rows[1], rows[4]):
            desk.inbox.done(row, NOW)
        desk.inbox.park(rows[2], "x", NOW)
        assert desk.inbox.purge(NOW) == 0
        assert desk.inbox.purge(NOW + 1, most=1) == 1
        assert desk.inbox.purge(NOW + 1) == 1  # the newest stays, so that its number is not given again
        assert desk.inbox.purge(NOW + 1) == 0
        assert [desk.inbox.read(row) is None for row in rows] == [True, True, False, False, False]

    await store.write(work)


# -- outbox ----------------------------------------------------------------------------------------


def call(chat: int = 101, **other: Any) -> Call:
    """Return a message to be sent."""
    params = {"text": "你好", "reply_markup": {"rows": [[1]]}}
    return Call(chat=chat, method="sendMessage", params=params, **other)


async def test_calls_come_back_whole_by_chat_and_in_order(store: Store):
    full = call(
        101, card="k1", makes_card=True, expires=NOW, file={"field": "document", "sha256": "ab", "name": "n"}
    )

    def work(desk: StoreDesk) -> None:
        queued = [desk.outbox.add(each, NOW) for each in (call(102), full, call(101))]
        assert desk.outbox.waiting() == (queued[1], queued[2], queued[0])

    await store.write(work)


async def test_what_was_dealt_with_waits_no_more_and_its_text_is_gone(store: Store):
    def work(desk: StoreDesk) -> None:
        sent, merged, failed, later = (desk.outbox.add(call(), NOW).id for _ in range(4))
        desk.outbox.sent([sent], NOW)
        desk.outbox.merged(merged, NOW)
        desk.outbox.failed(failed, "Bad Request: chat not found", NOW)
        desk.outbox.retry(later, NOW + 5000, 2)
        (waiting,) = desk.outbox.waiting()
        assert (waiting.id, waiting.not_before, waiting.attempts) == (later, NOW + 5000, 2)
        texts = raw(desk).execute("SELECT params FROM outbox WHERE id IN (?, ?)", (sent, merged)).fetchall()
        assert texts == [("",), ("",)]
        assert desk.outbox.purge(NOW + 1) == 3
        assert len(desk.outbox.waiting()) == 1

    await store.write(work)


async def test_a_card_learns_its_message_and_never_forgets_it(store: Store):
    def work(desk: StoreDesk) -> None:
        card = Card(id="k1", chat=101, screen="walk.card", state={"item": "1.3"})
        desk.cards.put(card)
        queued = desk.outbox.add(call(card="k1", makes_card=True), NOW)
        assert desk.cards.by_message(101, 55) is None
        desk.outbox.sent_card(queued.id, "k1", 55, NOW)
        found = desk.cards.by_message(101, 55)
        assert found == Card(id="k1", chat=101, screen="walk.card", state={"item": "1.3"}, message=55)
        desk.cards.put(
            Card(id="k1", chat=101, screen="walk.card", state={"item": "1.4"})
        )  # read before it was sent
        assert desk.cards.get("k1") == Card(
            id="k1", chat=101, screen="walk.card", state={"item": "1.4"}, message=55
        )
        assert desk.cards.by_message(102, 55) is None

    await store.write(work)


async def test_a_parked_chat_is_passed_over_until_it_wakes(store: Store):
    def work(desk: StoreDesk) -> None:
        desk.outbox.add(call(101), NOW)
        desk.outbox.add(call(102), NOW)
        desk.outbox.park_chat(101, NOW)
        desk.outbox.park_chat(101, NOW)
        assert desk.outbox.parked_chats() == {101}
        assert [each.call.chat for each in desk.outbox.waiting()] == [102]
        assert desk.outbox.wake_chat(101)
        assert not desk.outbox.wake_chat(101)
        assert [each.call.chat for each in desk.outbox.waiting()] == [101, 102]

    await store.write(work)


# -- jobs and sessions -----------------------------------------------------------------------------


async def test_jobs_come_when_they_are_due(store: Store):
    def work(desk: StoreDesk) -> None:
        desk.jobs.add("fetch", "f1", {}, NOW)
        desk.jobs.add("fetch", "f2", {"n": 1}, NOW)
        desk.jobs.add("sheet", "a1", {"chat": 101}, NOW)
        (sheet,) = desk.jobs.due("sheet", NOW, 9)
        assert (sheet.subject, sheet.params, sheet.attempts) == ("a1", {"chat": 101}, 0)
        one, two = desk.jobs.due("fetch", NOW, 9)
        assert [one.subject, two.subject] == ["f1", "f2"]
        assert len(desk.jobs.due("fetch", NOW, 1)) == 1
        desk.jobs.retry(one.id, NOW + 1000, "ServerDisconnectedError")
        desk.jobs.done(sheet.id)
        assert desk.jobs.due("sheet", NOW, 9) == ()
        assert [each.subject for each in desk.jobs.due("fetch", NOW, 9)] == ["f2"]
        later = desk.jobs.due("fetch", NOW + 1000, 9)
        assert [(each.subject, each.attempts) for each in later] == [("f2", 0), ("f1", 1)]
        desk.jobs.failed(one.id, "gone")
        assert [each.subject for each in desk.jobs.due("fetch", NOW + 1000, 9)] == ["f2"]

    await store.write(work)


async def test_a_job_done_never_gives_its_number_away(store: Store):
    def work(desk: StoreDesk) -> None:
        desk.jobs.add("fetch", "f1", {}, NOW)
        (first,) = desk.jobs.due("fetch", NOW, 9)
        desk.jobs.done(first.id)
        desk.jobs.add("fetch", "f2", {}, NOW)
        (second,) = desk.jobs.due("fetch", NOW, 9)
        assert second.id > first.id

    await store.write(work)


async def test_a_session_comes_back_as_it_was_put(store: Store):
    one = Session(
        chat=101, screen="walk.card", state={"item": "1.3", "deep": {"中": [1, None, True]}}, card="k1"
    )
    two = Session(chat=101, screen="home", state={}, version=2, below=True)

    def work(desk: StoreDesk) -> None:
        assert desk.sessions.get(101) is None
        desk.sessions.put(one)
        assert desk.sessions.get(101) == one
        desk.sessions.put(two)
        assert desk.sessions.get(101) == two

    await store.write(work)
