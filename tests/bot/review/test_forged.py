"""Presses that no button has, people whose business it is not, and changes of items that were not sent back."""

import pytest

from bot.changes import Comment, ConfirmSheet, DecideProposal, MarkItem, MoveVersion, SendBackItems, WriteNote
from bot.entities import Scope
from bot.problems import Refusal
from rubrics.marks import EMPTY, ItemMarks
from tests.bot.review.scenes import send_back, signed_44
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program


async def sheet_id(program: Program) -> tuple[str, str]:
    """The newest signed sheet of 张建国工作室 and its 校验码."""
    (found,) = await program.read(lambda desk: desk.visits.signed_of(ZHANG.id, 1))
    return found.id, found.digest or ""


async def test_nobody_else_reviews(program: Program, li: Chat, wang: Chat, unchanged) -> None:
    """Not the assessor, not the leader, not a coordinator of another unit, nor one who leads the studio or signed."""
    await signed_44(li)
    found, code = await sheet_id(program)
    elsewhere = await program.person("外单位", "coordinator", Scope(kind="unit", key=RED.unit))
    stranger = program.stranger("路人")
    await stranger.start()
    for who in (li, wang, elsewhere):
        await who.say("/help")
    with unchanged():
        for who in (li, wang, elsewhere):
            for data in (
                f"rb:o:{found}",
                f"rb:y:{found}:{code[:12]}",
                f"rb:p:{found}",
                f"rb:s:{found}:{code[:12]}",
                f"rb:f:{found}",
            ):
                await who.forge(data)
                assert who.answer()
                assert not who.new_messages()
    await elsewhere.say("/visits")
    await elsewhere.tap("评分表复核")
    elsewhere.sees("待复核 0")


async def test_who_signed_or_leads_does_not_review(
    program: Program, li: Chat, chen: Chat, wang: Chat
) -> None:
    await signed_44(li)
    found, code = await sheet_id(program)
    for name in ("李工", "王海涛"):
        await grant(program, name)
        with pytest.raises(Refusal) as refused:
            await program.make(ConfirmSheet(assessment=found, digest=code[:12]), by=name)
        assert refused.value.code == "not_yours"
    await program.make(ConfirmSheet(assessment=found, digest=code[:12]), by="陈主任")


async def grant(program: Program, name: str) -> None:
    """Make somebody a coordinator of everything besides."""
    from bot.entities import Grant

    person = dict(program.rows("select name, id from persons"))[name]
    given = Grant(id=f"{person[-8:]}grant", role="coordinator", scope=Scope(kind="all"))
    assert program.running
    await program.running.store.write(lambda desk: desk.people.grant(person, given, 0))


async def test_stale_and_odd_presses_change_nothing(
    program: Program, li: Chat, chen: Chat, unchanged
) -> None:
    await signed_44(li)
    found, code = await sheet_id(program)
    await chen.tap("复核")
    with unchanged():
        for data in (
            f"rb:y:{found}:000000000000", f"rb:y:{found}", f"rb:s:{found}:{code[:12]}", f"rb:n:{found}", f"rb:e:{found}",
            f"rb:t:{found}:9.9:1", f"rb:t:{found}", "rb:o", "rb:o:nowhere", f"rb:z:{found}", "rv:x:1",
        ):  # fmt: skip
            await chen.forge(data)
            assert chen.answer(), data
    await chen.tap("退回…")
    with unchanged():
        await chen.forge(f"rb:n:{found}")
        chen.hears("还没有选项目")
        await chen.say("没有问题")
        chen.sees("现在没有要回答的问题")
    await chen.tap("☐ 1.1")
    await chen.tap("写理由")
    with unchanged():
        await chen.say("……")
        chen.sees("1.1 没有写退回理由")
        await chen.say("长" * 501)
        chen.sees("501")
    await chen.say("请核实")
    with unchanged():
        for text, answer in (
            ("随便", "没有读到日期"),
            ("2020-01-01", "期限 2020-01-01 不行"),
            ("2月30日", "这一天"),
        ):
            await chen.say(text)
            chen.sees(answer)
    send = chen.button("退回", on=chen.card_message()["message_id"])
    await chen.tap(send)
    chen.sees("○ 陈主任")
    with unchanged():
        await chen.tap(send)
        assert chen.answer()


async def test_signed_anew_an_older_card_does_not_confirm(
    program: Program, li: Chat, chen: Chat, mary: Chat
) -> None:
    from tests.bot.review.scenes import resign

    await signed_44(li)
    await mary.tap("Review")
    old = mary.button("Confirm")
    await send_back(chen, ("1.1", "请核实"))
    await mary.tap(old)
    mary.hears("scored anew")
    await li.tap("打开 1.1")
    await li.say("1.1 满")
    await resign(li)
    await mary.tap(old)
    mary.hears("changed")
    assert program.rows("select state from reviews") == [("returned",)]


CLOSED = {
    "marks": lambda found: MarkItem(assessment=found, item="1.2", before=EMPTY, after=ItemMarks(full=True)),
    "a note": lambda found: WriteNote(assessment=found, item="1.2", text="补记"),
    "a proposal": lambda found: DecideProposal(
        assessment=found, item="2.2", letter="a", accepted=True, count="1"
    ),
}


@pytest.mark.parametrize("name", CLOSED)
async def test_what_touches_another_item_is_refused(
    program: Program, li: Chat, chen: Chat, name: str
) -> None:
    await signed_44(li)
    found, _ = await sheet_id(program)
    await send_back(chen, ("1.1", "请核实"))
    with pytest.raises(Refusal) as refused:
        await program.make(CLOSED[name](found), by="李工")
    assert (refused.value.code, refused.value.params["items"]) == ("item_closed", ("1.1",))
    await program.make(Comment(assessment=found, field="advice", text="补充意见"), by="李工")


async def test_files_undo_and_captions_stay_with_what_is_open(
    program: Program, li: Chat, chen: Chat, unchanged
) -> None:
    await signed_44(li)
    found, _ = await sheet_id(program)
    await send_back(chen, ("1.1", "请核实"))
    for act in (
        li.say("/undo"),
        li.photo(caption="1.2 补照片"),
        li.photo(caption="1.2 满"),
        li.say("1.2 满"),
    ):
        with unchanged_but_words(program):
            await act
    li.sees("1.2 没有退回，不能改动")
    await li.tap("打开 1.1")
    await li.photo(caption="档案照片")
    li.sees("📷1")
    with unchanged_but_words(program):
        await li.photo(caption="1.2 移到这里")
        await li.forge(f"k:f:{found}:1.2:1")
    await li.say("/undo")
    li.does_not_see("📷1")


def unchanged_but_words(program: Program):
    """A `with` that fails if marks, notes or evidence are others afterwards."""
    from contextlib import contextmanager

    @contextmanager
    def watch():
        before = program.dump()
        yield
        after = program.dump()
        for table in ("marks", "notes", "evidence", "history"):
            assert after[table] == before[table]

    return watch()


async def test_a_newer_rubric_and_other_rulings_do_not_reach_it(
    program: Program, li: Chat, chen: Chat
) -> None:
    from bot.changes import Rule

    await signed_44(li)
    found, _ = await sheet_id(program)
    await send_back(chen, ("1.1", "请核实"))
    with pytest.raises(Refusal) as refused:
        await program.make(MoveVersion(assessment=found, version=9), by="陈主任")
    assert refused.value.code == "sheet_reopened"
    with pytest.raises(Refusal) as refused:
        await program.make(Rule(assessment=found, ruling="any", option="any"), by="陈主任")
    assert refused.value.code == "ruled_too_late"


async def test_an_approved_outcome_keeps_the_sheet_closed(program: Program, li: Chat, chen: Chat) -> None:
    from bot.entities import Judgement

    await signed_44(li)
    found, code = await sheet_id(program)
    approved = Judgement(
        id="judgement0001", studio=ZHANG.id, rubric="northwest-2025", version=2, period="2025-Q4", state="approved",
        by=dict(program.rows("select name, id from persons"))["陈主任"], at=1,
    )  # fmt: skip
    assert program.running
    await program.running.store.write(lambda desk: desk.outcomes.put_judgement(approved, None))
    await chen.tap("复核")
    await chen.tap("退回…")
    chen.hears("2025-Q4 的考核结果已审定")
    back = SendBackItems(
        assessment=found, digest=code[:12], items=(("1.1", "请核实"),), due="2026-01-09", today="2026-01-05"
    )
    with pytest.raises(Refusal) as refused:
        await program.make(back, by="陈主任")
    assert refused.value.code == "review_carried"
