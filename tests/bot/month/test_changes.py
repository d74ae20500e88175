"""What can happen to a log: who may, what is refused and why, what is kept, what the history tells."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from bot import access
from bot.changes import (
    CHANGES,
    AttachToActivity,
    Change,
    DecideProposal,
    DeleteActivity,
    EditActivity,
    ExtendActivityAlbum,
    LogActivity,
    NothingThisMonth,
    ReopenMonth,
    SettleFile,
    SubmitMonth,
)
from bot.changes.studio_log import books, due_day
from bot.entities import Event, FileRef, Grant, Person, Role, Scope
from bot.problems import Refusal
from tests.bot.month.scenes import NORTHWEST, entry_of, facts, log, month_of, today
from tests.bot.walk.scenes import RED, ZHANG, northwest
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
NOTHING = "还没有"


async def refused(program: Program, change: Change, code: str, by: str | None = "王海涛") -> Refusal:
    """Make a change that must be refused with a code."""
    with pytest.raises(Refusal) as caught:
        await program.make(change, by=by)
    assert caught.value.code == code
    return caught.value


async def story(program: Program, studio: str = ZHANG.id) -> tuple[Event, ...]:
    """The history of a studio's log; its hashes fit."""
    assert await program.read(lambda desk: desk.history.verify(f"log:{studio}")) is None
    return await program.read(lambda desk: desk.history.of(f"log:{studio}"))


def submit(month: str = "2026-01", on: str = "2026-01-05", studio: str = ZHANG.id) -> SubmitMonth:
    """Hand in a month."""
    return SubmitMonth(studio=studio, rubric=NORTHWEST, month=month, today=on)


def photo(number: int = 1) -> FileRef:
    """A file that Telegram names."""
    return FileRef(id=f"file{number}", file_id=f"id{number}", unique_id=f"u{number}", size=9, kind="photo")


def attach(entry: str, album: str | None = None) -> AttachToActivity:
    """Send a photo for an entry."""
    return AttachToActivity(
        entry=entry, kind="photo", file=photo(), caption="签到", chat=1, album=album, received=5
    )


# -- logging -----------------------------------------------------------------------------------------


async def test_both_days_are_kept(program: Program, wang: Chat) -> None:
    """The day it is about and the moment it came; the history has no words of people."""
    entry = await log(program, people=18, hours="2", on="2026-01-03")
    found = await entry_of(program, entry)
    assert (found.on, found.amount, found.late, found.revision) == ("2026-01-03", "1", False, 1)
    assert found.came > found.changed - 1
    (event,) = await story(program)
    assert event.name == "log_activity"
    assert (event.payload["entry"], event.payload["on"]) == (entry, "2026-01-03")
    assert "液压阀" not in str(event.payload)
    assert len(event.payload["words"]["topic"]) == 64


async def test_the_same_press_twice_logs_once(program: Program, wang: Chat) -> None:
    """The id was minted when the card was drawn."""
    change = LogActivity(studio=ZHANG.id, facts=facts(), entry="entry00000001", today=today(program))
    await program.make(change, by="王海涛")
    await program.make(change, by="王海涛")
    known = await program.read(lambda desk: desk.logs.between(ZHANG.id, "2026-01-01", "2026-01-31"))
    assert len(known) == 1


@pytest.mark.parametrize(
    ("activity", "said", "amount"),
    [
        ("apprentice", {"people": 2}, "2"),
        ("patent", {"amount": "3"}, "3"),
        ("patent", {}, "1"),
        ("theory", {"people": 18, "hours": "2"}, "1"),
    ],
)
async def test_what_counts_is_what_the_kind_measures(
    program: Program, wang: Chat, activity: str, said: dict[str, Any], amount: str
) -> None:
    """Persons, results or times."""
    assert (await entry_of(program, await log(program, activity, **said))).amount == amount


async def test_what_cannot_be_logged(program: Program, wang: Chat, li: Chat, unchanged: Unchanged) -> None:
    """A day to come, a kind counted by people without people, another studio, an unknown kind, another role."""
    now = today(program)

    def change(studio: str = ZHANG.id, **said: object) -> LogActivity:
        return LogActivity(studio=studio, facts=facts(**said), entry="entry00000001", today=now)  # type: ignore[arg-type]

    with unchanged():
        future = await refused(program, change(on="2026-01-06"), "log_future")
        assert dict(future.params) == {"on": "2026-01-06", "today": "2026-01-05"}
        await refused(program, change(activity="apprentice"), "log_amount")
        await refused(program, change(activity="nothing-such"), "not_yours")
        await refused(program, change(rubric="tongliao-2020"), "not_yours")
        await refused(program, change(studio=RED.id), "not_yours")
        await refused(program, change(studio="studio0000009"), "not_yours")
        await refused(program, change(), "not_yours", by="李工")
        await refused(program, change(), "not_yours", by=None)


# -- editing, deleting, files --------------------------------------------------------------------------


async def test_two_leaders_edit_one_entry(
    program: Program, wang: Chat, zhao: Chat, unchanged: Unchanged
) -> None:
    """The second, who saw the older one, is refused; nothing of the first is lost."""
    entry = await log(program)
    first = EditActivity(entry=entry, revision=1, facts=facts(people=18), today=today(program))
    await program.make(first, by="王海涛")
    with unchanged():
        await refused(program, first.model_copy(update={"facts": facts(people=20)}), "log_changed", by="赵敏")
        await refused(
            program, DeleteActivity(entry=entry, revision=1, reason="重复"), "log_changed", by="赵敏"
        )
    found = await entry_of(program, entry)
    assert (found.people, found.revision) == (18, 2)
    edited = (await story(program))[-1]
    assert (edited.payload["before"]["people"], edited.payload["after"]["people"]) == (None, 18)


async def test_an_entry_is_not_moved_into_a_closed_month(program: Program, wang: Chat) -> None:
    """Nor out of one; the answer says when it was closed."""
    old = await log(program, on="2025-12-30")
    new = await log(program)
    await program.make(submit("2025-12"), by="王海涛")
    into = EditActivity(entry=new, revision=1, facts=facts(on="2025-12-31"), today=today(program))
    closed = await refused(program, into, "month_closed")
    assert dict(closed.params) == {"month": "2025-12", "on": "2026-01-05"}
    out = EditActivity(entry=old, revision=1, facts=facts(on="2026-01-01"), today=today(program))
    await refused(program, out, "month_closed")
    future = EditActivity(entry=new, revision=1, facts=facts(on="2026-01-09"), today=today(program))
    await refused(program, future, "log_future")


async def test_an_entry_is_taken_out_with_a_reason(program: Program, wang: Chat, chen: Chat) -> None:
    """It stays stored and counts nowhere; what is gone can be neither edited nor deleted again."""
    entry = await log(program)
    gone = DeleteActivity(entry=entry, revision=1, reason="记错日期")
    await refused(program, gone, "not_yours", by="陈主任")
    await program.make(gone, by="王海涛")
    assert (await entry_of(program, entry)).deleted == "记错日期"
    assert not await program.read(lambda desk: desk.logs.between(ZHANG.id, "2026-01-01", "2026-01-31"))
    await refused(program, gone, "log_gone")
    await refused(program, attach(entry), "log_gone")
    assert "记错" not in str((await story(program))[-1].payload)


async def test_files_are_fetched_as_evidence_is(program: Program, wang: Chat) -> None:
    """By the same job; what became of each is in the log's history, and the sender hears of one that is lost."""
    entry = await log(program)
    await program.make(attach(entry, "album"), by="王海涛")
    (piece,) = (await entry_of(program, entry)).pieces
    await program.make(submit(), by="王海涛")
    await refused(program, attach(entry), "month_closed")
    # The next part of an album that was begun in time is not lost.
    await program.make(ExtendActivityAlbum(piece=piece.id, file=photo(2)), by="王海涛")
    assert [job.subject for job in await program.read(lambda desk: desk.jobs.due("fetch", 10**15, 9))] == [
        "file1",
        "file2",
    ]
    await program.make(SettleFile(file="file1", state="stored", sha256="a" * 64, size=9))
    (piece,) = (await entry_of(program, entry)).pieces
    assert [each.state for each in piece.files] == ["stored", "waiting"]
    assert (await story(program))[-1].payload["sha256"] == "a" * 64


# -- months --------------------------------------------------------------------------------------------


async def test_a_closed_month_takes_no_entries(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """Nor a second submission, nor “nothing”."""
    await log(program)
    await program.make(submit(), by="王海涛")
    change = LogActivity(studio=ZHANG.id, facts=facts(), entry="entry00000001", today="2026-02-01")
    with unchanged():
        closed = await refused(program, change, "month_closed")
        assert dict(closed.params) == {"month": "2026-01", "on": "2026-01-05"}
        await refused(program, submit(), "month_closed")
        nothing = NothingThisMonth(**submit().model_dump(), reason=NOTHING)
        await refused(program, nothing, "month_closed")
    handed_in = (await story(program))[-1]
    assert (handed_in.name, handed_in.payload["late"]) == ("submit_month", False)
    assert len(handed_in.payload["entries"]) == 1


async def test_what_cannot_be_handed_in(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """A month to come, one without entries, one with entries as nothing, another studio's, one nobody asks for."""
    await log(program)
    with unchanged():
        await refused(program, submit("2026-02"), "month_ahead")
        await refused(program, submit("2025-12"), "month_empty")
        nothing = NothingThisMonth(**submit().model_dump(), reason=NOTHING)
        filled = await refused(program, nothing, "month_filled")
        assert filled.params["count"] == 1
        await refused(program, submit(studio=RED.id), "not_yours")
        await refused(program, submit().model_copy(update={"rubric": "tongliao-2020"}), "not_yours")
        await refused(program, submit(), "not_yours", by=None)
    for wrong in ("2026-13", "2026-Q1", "2026"):
        with pytest.raises(ValueError, match="month"):
            submit(wrong)


async def test_reopened_months_mark_what_comes_as_late(program: Program, wang: Chat, chen: Chat) -> None:
    """Only a coordinator opens one, only a closed one; the first submission decides whether the month was late."""
    early = await log(program)
    await program.make(submit(), by="王海涛")
    row = await month_of(program)
    assert row
    reopen = ReopenMonth(month=row.id, reason="漏记")
    await refused(program, reopen, "not_yours")
    await refused(program, reopen.model_copy(update={"month": "month00000009"}), "not_yours", by="陈主任")
    await program.make(reopen, by="陈主任")
    await refused(program, reopen, "month_open", by="陈主任")
    after = await log(program, on="2026-01-05")
    assert [(await entry_of(program, each)).late for each in (early, after)] == [False, True]
    moved = EditActivity(entry=early, revision=1, facts=facts(on="2026-01-02"), today=today(program))
    await program.make(moved, by="王海涛")
    assert not (await entry_of(program, early)).late
    await program.make(submit(on="2026-03-01"), by="王海涛")
    again = await month_of(program)
    assert again
    assert (again.state, again.late, again.first, again.day) == ("submitted", False, row.first, "2026-03-01")
    assert [event.name for event in await story(program)][-2:] == ["edit_activity", "submit_month"]


async def test_what_is_late(program: Program, wang: Chat) -> None:
    """An entry and a month after the third of the next month; one that is moved into such a month too."""
    assert due_day("2026-01").isoformat() == "2026-02-03"
    assert due_day("2025-12").isoformat() == "2026-01-03"
    assert due_day("2024-02").isoformat() == "2024-03-03"
    backfilled = await log(program, on="2025-12-30")
    assert (await entry_of(program, backfilled)).late
    entry = await log(program, on="2026-01-01")
    assert not (await entry_of(program, entry)).late
    moved = EditActivity(entry=entry, revision=1, facts=facts(on="2025-12-31"), today=today(program))
    await program.make(moved, by="王海涛")
    assert (await entry_of(program, entry)).late
    await program.make(submit("2025-12"), by="王海涛")
    row = await month_of(program, "2025-12")
    assert row
    assert row.late


# -- proposals ------------------------------------------------------------------------------------------


async def test_an_assessor_decides_about_a_proposal(program: Program, li: Chat, wang: Chat) -> None:
    """Members of an open assessment only; it is told in the visit's history and moves no mark."""
    await northwest(li, "2025-12")
    ((assessment, visit),) = program.rows("select id, visit from assessments")
    decide = DecideProposal(
        assessment=assessment, item="2.2", letter="a", accepted=False, count="1", entries=("l1",)
    )
    await refused(program, decide, "not_yours")
    await program.make(decide, by="李工")
    (kept,) = await program.read(lambda desk: desk.logs.decisions(assessment))
    assert (kept.item, kept.letter, kept.state, kept.count) == ("2.2", "a", "rejected", "1")
    assert not await program.read(lambda desk: desk.marks.of(assessment).marks)
    event = (await program.read(lambda desk: desk.history.of(visit)))[-1]
    assert (event.name, event.payload["entries"]) == ("decide_proposal", ["l1"])


# -- whose and which ------------------------------------------------------------------------------------


async def test_the_rubrics_that_ask(program: Program, wang: Chat, li: Chat) -> None:
    """All with kinds of activity; once visited, those of the visits; what was logged last comes first."""

    async def ids() -> list[str]:
        return [each.id for each in await program.read(lambda desk: books(desk, ZHANG.id))]

    everything = await ids()
    assert NORTHWEST in everything
    assert "tongliao-2020" not in everything  # it asks for no activities
    await log(program)
    assert (await ids())[0] == NORTHWEST
    await northwest(li, "2025-12")
    assert await ids() == [NORTHWEST]


def person(role: Role, scope: Scope) -> Person:
    """Somebody with one grant."""
    return Person(id="p1", name="某人", grants=(Grant(id="g1", role=role, scope=scope),))


HERE, THERE, UNIT, ALL = (
    Scope(kind="studio", key=ZHANG.id),
    Scope(kind="studio", key=RED.id),
    Scope(kind="unit", key=ZHANG.unit),
    Scope(kind="all"),
)


@pytest.mark.parametrize(
    ("role", "scope", "acts"),
    [
        ("leader", HERE, {"log", "read_log"}),
        ("leader", THERE, set()),
        ("coordinator", ALL, {"read_log", "reopen"}),
        ("coordinator", THERE, set()),
        ("unit", UNIT, {"read_log"}),
        ("assessor", ALL, set()),
        ("reader", ALL, set()),
    ],
)
def test_who_may_do_what_with_a_log(role: Role, scope: Scope, acts: set[access.Act]) -> None:
    """Leaders write their own, coordinators and units read, only coordinators open again."""
    every: tuple[access.Act, ...] = ("log", "read_log", "reopen")
    assert {act for act in every if access.may(person(role, scope), act, ZHANG)} == acts


def test_every_change_of_the_log_has_a_name_of_its_own() -> None:
    """Names are stored: they are written out here once more."""
    names = {change.name for change in CHANGES}
    assert len(names) == len(CHANGES)
    assert {
        "log_activity",
        "edit_activity",
        "delete_activity",
        "attach_to_activity",
        "extend_activity_album",
        "submit_month",
        "nothing_this_month",
        "reopen_month",
        "decide_proposal",
    } <= names
