"""A signed sheet is looked at, confirmed, or sent back item by item; signed anew it replaces the one before."""

from tests.bot.appeal.scenes import state_of
from tests.bot.month.test_reminders import at
from tests.bot.review.scenes import again, resign, send_back, signed_44, there
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program


async def test_it_is_looked_at_and_confirmed(program: Program, li: Chat, chen: Chat, wang: Chat) -> None:
    await signed_44(li)
    chen.sees("李工 已签字：张建国工作室 2025-12", "请复核")
    await chen.tap("复核")
    chen.sees("复核评分表", "李工 2026-01-05 签字 · 校验码", "基础建设", "总分", "▲ 扣分未写说明")
    await chen.tap("评分表")
    assert Paper(chen.sheet_file()).line("合计") == 44
    await chen.tap("确认")
    chen.sees("✓ 陈主任 2026-01-05 已确认")
    li.sees("✓ 陈主任 已确认评分表：张建国工作室 2025-12")
    assert not chen.has("确认")
    await chen.tap("复核列表")
    chen.sees("待复核 0", "没有等待复核的评分表")


async def test_items_are_sent_back_and_only_they_open(
    program: Program, li: Chat, chen: Chat, wang: Chat
) -> None:
    await signed_44(li)
    first = li.sheet_file()
    await chen.say("/visits")
    await chen.tap("评分表复核")
    chen.sees("待复核 1", "张建国工作室 2025-12 · 44 分")
    await chen.tap("1 张建国工作室")
    await chen.tap("退回…")
    await chen.tap("☐ 2.2")
    await chen.tap("☐ 1.1")
    chen.sees("[☑ 1.1]", "[☑ 2.2]", "[☐ 1.2]")
    await chen.tap("写理由")
    chen.sees("1.1 ", "的退回理由")
    await chen.say("档案在总部，请核实")
    chen.sees("2.2 ", "的退回理由")
    await chen.tap("同上一项")
    chen.sees("退回期限 2026-01-10（5 天）〔建议值〕")
    await chen.say("1月12日")
    chen.sees("退回期限 2026-01-12")
    await chen.tap("退回")
    chen.sees("○ 陈主任 2026-01-05 退回，2026-01-12 前重新签字")
    wang.sees("评分表退回重评：1.1、2.2", "重新签字后发来新表")
    li.sees("▲ 陈主任 退回评分表：张建国工作室 2025-12", "1.1：档案在总部，请核实", "2026-01-12 前")
    li.sees("▲ 退回重评 2 项：1.1、2.2；其余不能改动")
    await li.tap("打开 1.1")
    li.sees("▲ 退回理由：档案在总部，请核实（2026-01-12 前重新签字）")
    assert any("退回理由" in each for each in li.new_messages())
    await li.say("1.2 满")
    li.sees("1.2 没有退回，不能改动", "退回的是 1.1、2.2")
    await li.say("1.1 满 总部档案已核\n1.3 满")
    li.sees("2 条中已记 1 条", "1.3 没有退回")
    await li.say("/resume")
    await li.tap("目录")
    li.sees("▲ 退回重评 2 项：1.1、2.2")
    await li.tap("1.3 ")
    li.sees("▲ 本项没有退回，不能改动。退回的是 1.1、2.2。")
    assert not li.has("备注")
    await resign(li)
    li.sees("已签字")
    second = li.sheet_file()
    assert [Paper(each).line("合计") for each in (first, second)] == [44, 46]
    assert "1.1 设施与档案：档案在总部，请核实（陈主任\u30002026-01-05）" in Paper(second).texts()
    assert "档案在总部，请核实" not in Paper(first).texts()
    wang.sees("本表代替校验码", "退回重评 1.1、2.2")
    chen.sees("李工 已重新签字：张建国工作室 2025-12")
    assert await state_of(program, second) == "same"
    await chen.tap("复核", on=there(chen, "已重新签字"))
    assert any("现已重新签字" in each for each in chen.new_messages())
    chen.sees("● 陈主任 2026-01-05 退回，现已重新签字")
    await chen.tap("确认")
    chen.sees("已确认")


async def test_it_is_sent_back_twice(program: Program, li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await send_back(chen, ("1.1", "请核实档案"))
    await li.tap("打开 1.1")
    await li.say("1.1 满")
    await resign(li)
    await chen.tap("复核", on=there(chen, "已重新签字"))
    await again(chen, ("2.2", "请核实签到表"))
    await li.tap("打开 2.2")
    await li.say("1.1 a")
    li.sees("1.1 没有退回，不能改动", "退回的是 2.2")
    await li.say("2.2 满")
    await resign(li)
    paper = Paper(li.sheet_file())
    assert paper.line("合计") == 53
    texts = paper.texts()
    assert "请核实档案" in texts
    assert "请核实签到表" in texts
    (found,) = await program.read(lambda desk: desk.visits.signed_of("studio0000001", 1))
    assert found.round == 3
    earlier = await program.read(lambda desk: desk.reviews.signings(found.id))
    assert [each.round for each in earlier] == [1, 2]
    assert len({found.digest, *(each.digest for each in earlier)}) == 3


async def test_fixes_follow_the_new_sheet(program: Program, li: Chat, chen: Chat, wang: Chat) -> None:
    await signed_44(li)
    (found,) = await program.read(lambda desk: desk.visits.signed_of("studio0000001", 1))
    before = await program.read(lambda desk: desk.fixes.of_assessment(found.id))
    await send_back(chen, ("1.1", "请核实档案"), ("2.3", "三月没有记录"))
    await li.tap("打开 1.1")
    await li.say("1.1 满\n2.3 a 三月少一次")
    await resign(li)
    after = await program.read(lambda desk: desk.fixes.of_assessment(found.id))
    gone = next(each for each in after if each.item == "1.1")
    new = next(each for each in after if each.item == "2.3")
    assert (gone.state, new.state) == ("waived", "open")
    assert new.number == max(each.number for each in before) + 1
    assert [each.number for each in after if each.item != "2.3"] == [each.number for each in before]


async def test_the_answer_to_the_earlier_sheet_is_none_to_the_new_one(
    program: Program, li: Chat, chen: Chat, wang: Chat
) -> None:
    await signed_44(li)
    old = wang.button("已知悉")
    await wang.tap(old)
    await send_back(chen, ("1.1", "请核实档案"))
    await wang.tap(old)
    wang.hears("退回重评")
    await li.tap("打开 1.1")
    await li.say("1.1 满")
    program.pass_time(hours=1)
    await resign(li)
    await li.say("/sheet")
    li.does_not_see("王海涛")
    await wang.tap("已知悉")
    await li.say("/sheet")
    li.sees("王海涛")


async def test_an_open_appeal_ends_and_a_decided_one_stands_in_the_way(
    program: Program, li: Chat, chen: Chat, wang: Chat
) -> None:
    from tests.bot.appeal.scenes import appeals_of, contest, decide

    await signed_44(li)
    await contest(wang, "1.1", "档案在总部")
    await contest(wang, "2.2", "签到表在柜里")
    await decide(chen, "2.2", "8", "签到表属实")
    await chen.say("/visits")
    await chen.tap("评分表复核")
    await chen.tap("1 张建国工作室")
    chen.sees("▲ 申诉待裁定：1.1", "申诉已裁定：2.2 3 → 8", "申诉后总分 49")
    await chen.tap("退回…")
    chen.sees("申诉已裁定的不能退回：2.2")
    assert not chen.has("☐ 2.2")
    await chen.tap("☐ 1.1")
    await chen.tap("写理由")
    await chen.say("请核实")
    chen.sees("1.1 的申诉随退回终止")
    await chen.tap("退回")
    wang.sees("1.1 的申诉随退回终止，对新表可再申诉")
    await li.tap("打开 1.1")
    await li.say("1.1 满")
    await resign(li)
    assert {each.item: each.state for each in await appeals_of(program)} == {
        "1.1": "withdrawn",
        "2.2": "changed",
    }
    ended = next(each for each in await appeals_of(program) if each.item == "1.1")
    await wang.forge(f"ac:o:{ended.id}")
    wang.sees("该项退回重评，申诉终止")
    await li.say("/sheet")
    li.sees("申诉后总分 51（签字时 46）")


async def test_in_english_line_by_line(program: Program, li: Chat, mary: Chat) -> None:
    await signed_44(li)
    mary.sees("李工 has signed: 张建国工作室 2025-12", "Please review it")
    await mary.tap("Review")
    mary.sees("Review of a sheet", "Signed by 李工 on 2026-01-05")
    await mary.tap("Send back…")
    mary.sees("Press the items to be sent back")
    await mary.tap("☐ 1.1")
    await mary.tap("Reasons")
    await mary.say("Please check the archive")
    mary.sees("To be signed again by 2026-01-10 (5 days) [suggested]")
    await mary.tap("Send back")
    mary.sees("○ Sent back by Mary on 2026-01-05, to be signed again by 2026-01-10")
    await mary.tap("All reviews")
    mary.sees("waiting 0", "Sent back and not signed 1, late 0")
    program.pass_time(days=6)
    await mary.say("/visits")
    await mary.tap("Review of sheets")
    mary.sees("late 1", "▲ 张建国工作室 2025-12 1.1 · late (due 2026-01-10)")


async def test_a_day_that_passes_is_brought_to_mind_once(program: Program, li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await send_back(chen, ("1.1", "请核实档案"))
    await at(program, li, chen, day=10)
    li.quiet()
    await at(program, li, chen, day=11)
    li.sees("▲ 退回的评分表逾期未签：张建国工作室 2025-12", "应于 2026-01-10 · 1.1")
    chen.sees("▲ 退回的评分表逾期未签")
    await at(program, li, chen, day=12)
    li.quiet()
    await li.tap("打开 1.1", on=there(li, "逾期未签"))
    li.sees("▲ 退回理由：请核实档案")
