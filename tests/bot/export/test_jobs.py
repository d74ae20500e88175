"""Long exports: told how far they are, split where one file would be too large, asked for their right again, never lost."""

import asyncio
import json
from hashlib import sha256
from pathlib import Path

import pytest

from bot.changes import AttachEvidence, CancelExport, SettleFile
from bot.clock import to_ms
from bot.entities import FileRef
from bot.flows.export.kinds import KINDS, large
from bot.flows.export.order import Order
from bot.ports import Job
from bot.wiring import export_jobs
from bot.wiring.child import ChildFailed
from bot.wiring.export_jobs import Asked
from tests.bot.appeal.scenes import signed_44
from tests.bot.export.scenes import documents, ordered, package, to_periods
from tests.bot.walk.scenes import NORTHWEST_44, ZHANG, northwest, sign
from tests.kit.chat import Chat
from tests.kit.program import Program
from tests.kit.waiting import PATIENCE


def noise(seed: int, size: int) -> bytes:
    """Bytes that no packing makes smaller."""
    block = b"".join(sha256(f"{seed} {number}".encode()).digest() for number in range(2048))
    return (block * (size // len(block) + 1))[:size]


async def heavy(program: Program, li: Chat, count: int, size: int) -> None:
    """李工 scores December with so many documents on different items, and signs."""
    await northwest(li)
    await li.say(NORTHWEST_44)
    items = ("1.1", "1.2", "1.3", "2.1", "2.2", "3.1")
    assessment = (await program.read(lambda desk: desk.visits.open_by("northwest-2025")))[0].id
    for number in range(count):
        name = f"file{number:09d}"
        file = FileRef(
            id=name, file_id=name, unique_id=name, size=size, name=f"台账{number}.pdf", kind="document"
        )
        await program.make(
            AttachEvidence(
                assessment=assessment, item=items[number * len(items) // count], kind="document", file=file,
                chat=li.phone.id, received=to_ms(program.clock.now()),
            ),
            by="李工",
        )  # fmt: skip
        assert program.running
        digest = program.running.folder.put_bytes(noise(number, size))
        await program.make(SettleFile(file=name, state="stored", sha256=digest, size=size))
    await li.say("/resume")
    await li.say("/sheet")
    await li.tap("目录") if li.has("目录") else None
    await li.tap("核对并签字") if li.has("核对并签字") else None
    await sign(li)


async def test_sixty_megabytes_come_in_parts_that_stand_alone(
    program: Program, li: Chat, chen: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    with program.impatient():
        await heavy(program, li, 30, 2 << 20)
    program.with_children()
    assert program.running
    program.running.exports.largest = 25_000_000
    monkeypatch.setattr(export_jobs, "EDIT_SECONDS", 0.0)
    await to_periods(chen, "证据包")
    await chen.tap("2025-12")
    await chen.tap(ZHANG.name)
    names = [f"证据_张建国工作室_2025-12_第{no}包共3包.zip" for no in (1, 2, 3)]
    assert documents(chen) == names
    chen.sees("已完成，文件 3 个", "第 1 包，共 3 包：1.1 至", "可单独使用")
    seen: list[int] = []
    for name in names:
        made = package(chen, name)
        told = json.loads(made.read("manifest.json"))
        seen += [each["no"] for each in told["files"]]
        assert not told["missing"]
        sums = dict(line.split("  ")[::-1] for line in made.read("SHA256SUMS").decode().splitlines())
        assert all(sha256(made.read(path)).hexdigest() == digest for path, digest in sums.items())
    assert sorted(seen) == list(range(1, 31))


async def waiting(program: Program, li: Chat, chen: Chat) -> asyncio.Event:
    """陈主任 has asked for a sheet, whose child is at work."""
    await signed_44(li)
    assert program.running
    begun = asyncio.Event()

    async def slow(*_: object) -> dict[str, object]:
        begun.set()
        await asyncio.sleep(3600)
        return {}

    program.running.exports._made = slow  # type: ignore[method-assign,assignment]
    await to_periods(chen, "评分表")
    await chen.tap("2025-12")
    with program.impatient():
        await chen.tap(ZHANG.name)
    await begun.wait()
    return begun


async def test_stopped_while_it_is_made_it_comes_once_after_the_next_start(
    program: Program, li: Chat, chen: Chat
) -> None:
    await waiting(program, li, chen)
    with program.impatient():
        await program.stop()
    left = program.folder / export_jobs.MAKING / "tmpleft"
    left.mkdir(parents=True)
    (left / "half.zip").write_bytes(b"half")
    assert program.rows("select kind, state from jobs") == [("export", "waiting")]
    await program.start()
    assert documents(chen) == ["评分表_张建国工作室_2025-12.xlsx"]
    assert program.rows("select kind, state from jobs") == []
    assert not left.exists()
    await program.restart()
    assert len(documents(chen)) == 1


async def test_the_right_is_asked_for_again_when_it_is_made(
    program: Program, li: Chat, chen: Chat, mary: Chat
) -> None:
    await waiting(program, li, chen)
    with program.impatient():
        await program.stop()
        program.change("update grants set ended = 1 where role = 'coordinator'")
    await program.start()
    assert documents(chen) == []
    assert program.rows("select kind from jobs") == []
    await chen.settle()
    assert any("▲" in message.get("text", "") for message in chen.phone.messages)


async def test_it_says_how_far_it_is(
    program: Program, li: Chat, chen: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.with_children()
    await signed_44(li)
    monkeypatch.setattr(export_jobs, "EDIT_SECONDS", 0.0)
    await to_periods(chen, "评分表")
    await chen.tap("2025-12")
    seq = chen.phone.chat.feed.seq
    await chen.tap("全部 1 个")
    edits = [
        event["message"]["text"] for event in chen.phone.chat.feed.events[seq:] if event["type"] == "edit"
    ]
    assert any("正在生成 1/1 ▰▰▰▰▰▰▰▰" in text for text in edits)
    assert "已完成" in edits[-1]


async def test_what_cannot_be_made_is_tried_again_then_given_up_in_words(
    program: Program, li: Chat, chen: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await signed_44(li)
    assert program.running

    async def never(*_: object) -> dict[str, object]:
        raise ChildFailed("no")

    monkeypatch.setattr(program.running.exports, "_made", never)
    await to_periods(chen, "评分表")
    await chen.tap("2025-12")
    await chen.tap(ZHANG.name)
    chen.sees("▲ 没能生成，稍后再试")
    for _ in range(export_jobs.ExportJobs.tries):
        program.pass_time(minutes=6)
        await program.running.exports.drained()
        await program.settle()
    assert program.rows("select kind, state from jobs") == [("export", "failed")]
    assert any("没能生成，已放弃" in message.get("text", "") for message in chen.phone.messages)
    assert documents(chen) == []


async def test_stopped_between_the_file_and_its_message_it_comes_once(
    program: Program, li: Chat, chen: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await signed_44(li)
    assert program.running
    finish, lost = program.running.exports._finish, iter([True])

    async def killed(*given: object) -> None:
        if next(lost, False):
            raise OSError
        await finish(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(program.running.exports, "_finish", killed)
    await to_periods(chen, "评分表")
    await chen.tap("2025-12")
    await chen.tap(ZHANG.name)
    assert documents(chen) == []
    assert program.rows("select kind, state from jobs") == [("export", "waiting")]
    program.pass_time(minutes=1)
    await program.restart()
    assert documents(chen) == ["评分表_张建国工作室_2025-12.xlsx"]
    await program.restart()
    assert len(documents(chen)) == 1


async def test_a_long_one_keeps_nobody_waiting_and_everybody_has_a_turn(
    program: Program, li: Chat, chen: Chat, zheng: Chat
) -> None:
    """All sheets of a period are on their way for long; meanwhile two people have their small ones, one by turns."""
    await signed_44(li)
    assert program.running
    make, turns = program.running.exports._made, []
    begun, gates = ({kind: asyncio.Event() for kind in ("sheet", "history")} for _ in range(2))

    async def held(job: Job, asked: Asked, into: Path) -> dict[str, object]:
        turns.append((asked.order.kind, job.params["chat"]))
        if asked.order.kind in gates:
            begun[asked.order.kind].set()
            await gates[asked.order.kind].wait()
        return await make(job, asked, into)

    program.running.exports._made = held  # type: ignore[method-assign]
    with program.impatient():
        async with asyncio.timeout(PATIENCE):
            await ordered(chen, "评分表", "2025-12", "全部 1 个")
            await begun["sheet"].wait()
            await ordered(chen, "修改记录", "2025-12", ZHANG.name)
            await begun["history"].wait()
            await ordered(chen, "汇总表", "2025-12", "全部 1 个")
            await ordered(chen, "考核通报", "2025-12", "全部 1 个")
            await ordered(zheng, "汇总表", "2025-12", "全部 1 个")
            gates["history"].set()
            while len(documents(chen)) < 3:
                await chen.settle()
                await asyncio.sleep(0.001)
            assert [name.partition("_")[0] for name in documents(chen)] == ["修改记录", "汇总表", "考核通报"]
            assert program.rows("select count(*) from jobs") == [(1,)]
        gates["sheet"].set()
    await program.settle()
    assert [chat for kind, chat in turns if kind != "sheet"] == [
        chen.phone.id, zheng.phone.id, chen.phone.id, chen.phone.id
    ]  # fmt: skip
    assert [len(documents(each)) for each in (chen, zheng)] == [4, 1]
    assert program.rows("select kind from jobs") == []


def test_what_holds_files_or_all_studios_is_large() -> None:
    assert {kind.id for kind in KINDS if large(Order(kind=kind.id, studio="one"))} == {
        "evidence",
        "application",
    }
    assert {kind.id for kind in KINDS if large(Order(kind=kind.id))} == {
        "sheet", "evidence", "application", "own-form"
    }  # fmt: skip


def made(program: Program) -> list[str]:
    """The names of the files that were made to be sent."""
    return [each.name for each in (program.folder / "exports").glob("??/*")]


async def test_one_that_is_called_off_leaves_no_file(
    program: Program, li: Chat, chen: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The child is ended, the message says it, and the next one is made."""
    monkeypatch.setattr(export_jobs, "WATCH_SECONDS", 0.01)
    await waiting(program, li, chen)
    before = made(program)
    with program.impatient():
        await chen.tap("取消")
    chen.hears("已取消，没有生成文件。")
    assert program.rows("select kind from jobs") == []
    assert program.running
    await program.running.exports.drained()
    program.with_children()
    assert [made(program), documents(chen)] == [before, []]
    (said,) = [each for each in chen.phone.messages if "已取消，没有生成文件。" in each.get("text", "")]
    assert "inline" not in said
    assert not list((program.folder / export_jobs.MAKING).iterdir())
    assert program.rows("select name from history where name = 'cancel_export'") == [("cancel_export",)]
    with program.impatient():
        await chen.tap(ZHANG.name)
    chen.does_not_see("已在生成")
    assert program.rows("select kind, state from jobs") == [("export", "waiting")]
    with program.impatient():
        await chen.tap("取消")
    await program.restart()
    assert documents(chen) == []


async def test_called_off_between_the_file_and_its_message_it_is_not_sent(
    program: Program, li: Chat, chen: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await signed_44(li)
    assert program.running
    before, jobs = made(program), program.running.exports
    finish = jobs._finish

    async def late(job: Job, *outputs: object) -> None:
        await program.make(CancelExport(card=job.subject, chat=job.params["chat"]), by="陈主任")
        await finish(job, *outputs)  # type: ignore[arg-type]

    monkeypatch.setattr(jobs, "_finish", late)
    await to_periods(chen, "评分表")
    await chen.tap("2025-12")
    await chen.tap(ZHANG.name)
    assert [made(program), documents(chen)] == [before, []]
    assert program.rows("select kind from jobs") == []


async def test_only_whoever_asked_calls_it_off_and_only_while_it_is_made(
    program: Program, li: Chat, chen: Chat, mary: Chat
) -> None:
    await signed_44(li)
    await to_periods(chen, "评分表")
    await chen.tap("2025-12")
    with program.impatient():
        await chen.tap(ZHANG.name)
        button = chen.button("取消")
        await mary.say("/export")
        await mary.forge(button.data)
    await chen.settle()
    assert documents(chen) == ["评分表_张建国工作室_2025-12.xlsx"]
    await chen.tap(button)
    assert "已取消" not in chen.answer()
    assert not any("已取消" in each.get("text", "") for each in chen.phone.messages)
