"""Files that wait for their activity, as changes: who may, what is refused, what is kept, what the history tells."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from bot.changes import Change, DropKept, ExtendKept, FileUnder, KeepForLog, TakeOutOfActivity
from bot.entities import FileRef, Role, Scope
from tests.bot.month.scenes import entry_of, log, waiting
from tests.bot.month.test_changes import refused, story, submit
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


def photo(number: int = 1) -> FileRef:
    """A file that Telegram names."""
    return FileRef(id=f"kept{number}", file_id=f"id{number}", unique_id=f"u{number}", size=9, kind="photo")


def keep(number: int = 1, studio: str = ZHANG.id, **more: object) -> KeepForLog:
    """Keep a photo with a studio."""
    said = {
        "studio": studio,
        "piece": f"piece{number}",
        "kind": "photo",
        "file": photo(number),
        "caption": "阀体",
    }
    return KeepForLog.model_validate({**said, "chat": 7, "received": 1_000, **more})


async def test_a_kept_piece_goes_to_an_entry_with_all_it_has(program: Program, wang: Chat) -> None:
    """Caption, sender, time and files stay; the album goes on at its new place; the history tells all without words."""
    program.patient = False
    entry = await log(program)
    await program.make(keep(album="a"), ExtendKept(piece="piece1", file=photo(2)), by="王海涛")
    (kept,) = await waiting(program)
    assert (kept.number, len(kept.files), kept.caption, kept.at) == (1, 2, "阀体", 1_000)
    await program.make(FileUnder(piece="piece1", entry=entry, chat=7, album="a"), by="王海涛")
    (piece,) = (await entry_of(program, entry)).pieces
    same = {"id": kept.id, "of": kept.of, "files": kept.files}
    assert piece.model_copy(update=same) == kept
    assert [(each.unique_id, each.state) for each in piece.files] == [("u1", "waiting"), ("u2", "waiting")]
    assert await waiting(program) == ()
    found = await program.read(lambda desk: desk.proofs.piece_of_album(7, "a"))
    assert found
    assert found.id == piece.id
    told = [event for event in await story(program) if event.name != "log_activity"]
    assert [event.name for event in told] == ["keep_for_log", "extend_kept", "file_under"]
    assert "阀体" not in str([event.payload for event in told])


async def test_a_piece_of_one_studio_goes_to_an_entry_of_another(program: Program, wang: Chat) -> None:
    """A leader of both may say so: what was kept with the studio logged last need not belong there."""
    program.patient = False
    await program.person("孙丽", "leader")
    entry = await log(program, by="孙丽")
    await program.make(keep(studio=RED.id), FileUnder(piece="piece1", entry=entry, chat=7), by="孙丽")
    (piece,) = (await entry_of(program, entry)).pieces
    assert piece.studio == ZHANG.id


@pytest.mark.parametrize("role", ["leader", "assessor", "coordinator", "unit"])
async def test_nobody_else_may(program: Program, wang: Chat, role: Role, unchanged: Unchanged) -> None:
    """Leaders of other studios and all other roles: refused alike, nothing learned."""
    program.patient = False
    entry = await log(program)
    await program.make(keep(), by="王海涛")
    await program.person("别人", role, Scope(kind="studio", key=RED.id if role == "leader" else ZHANG.id))
    changes: tuple[Change, ...] = (
        keep(2),
        ExtendKept(piece="piece1", file=photo(3)),
        FileUnder(piece="piece1", entry=entry, chat=7),
        DropKept(piece="piece1"),
    )
    with unchanged():
        for change in changes:
            await refused(program, change, "not_yours", by="别人")


async def test_what_is_filed_or_dropped_waits_no_more(program: Program, wang: Chat, zhao: Chat) -> None:
    """The second leader who files or drops it is told; the entry keeps what it has."""
    program.patient = False
    entry = await log(program)
    await program.make(keep(), keep(2), by="王海涛")
    await program.make(FileUnder(piece="piece1", entry=entry, chat=7), DropKept(piece="piece2"), by="王海涛")
    (filed,) = (await entry_of(program, entry)).pieces
    for piece in ("piece1", "piece2", filed.id, "nothing"):
        await refused(program, FileUnder(piece=piece, entry=entry, chat=7), "kept_gone", by="赵敏")
        await refused(program, DropKept(piece=piece), "kept_gone", by="赵敏")
        await refused(program, ExtendKept(piece=piece, file=photo(4)), "kept_gone", by="赵敏")


async def test_nothing_is_filed_into_a_closed_month(program: Program, wang: Chat) -> None:
    """The file goes on waiting."""
    program.patient = False
    entry = await log(program)
    await program.make(keep(), submit(), by="王海涛")
    await refused(program, FileUnder(piece="piece1", entry=entry, chat=7), "month_closed")
    assert len(await waiting(program)) == 1


async def test_a_piece_is_taken_out_where_it_is_and_by_whom_it_is(program: Program, wang: Chat) -> None:
    """Not by others, not from another entry, not twice, not out of a closed month."""
    program.patient = False
    entry, other = await log(program), await log(program)
    await program.make(keep(), FileUnder(piece="piece1", entry=entry, chat=7), by="王海涛")
    (filed,) = (await entry_of(program, entry)).pieces
    take = TakeOutOfActivity(piece=filed.id, entry=entry, kept="kept0000001", chat=7)
    await program.person("别人", "leader", Scope(kind="studio", key=RED.id))
    await refused(program, take, "not_yours", by="别人")
    await refused(program, take.model_copy(update={"entry": other}), "kept_gone")
    await program.make(take, by="王海涛")
    (kept,) = await waiting(program)
    assert (kept.id, kept.caption, kept.at) == ("kept0000001", "阀体", 1_000)
    assert (await entry_of(program, entry)).pieces == ()
    await refused(program, take, "kept_gone")
    await program.make(FileUnder(piece=kept.id, entry=entry, chat=7), by="王海涛")
    (again,) = (await entry_of(program, entry)).pieces
    await program.make(submit(), by="王海涛")
    await refused(program, take.model_copy(update={"piece": again.id}), "month_closed")
