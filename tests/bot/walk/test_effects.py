"""What reaches beyond its row: zeros, extra deductions, factors, vetoes, penalties, a bonus that counts."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.bot.walk.scenes import count, kinds, open_item, sign
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
REST = "1.1 满\n1.2 满\n1.3 满\n1.4 满\n1.5 满\n2.1 a\n2.2 优\n2.3 ab\n2.4 满\n3.1 满\n3.2 满"


async def test_a_rule_that_zeroes_other_items(program: Program, li: Chat) -> None:
    """未编制预案的，授课、合格率不得分: the card of an item that lost everything says by which rule."""
    await kinds(program, li)
    await li.say("1.3 满\n1.4 满")
    await open_item(li, "3.1")
    li.sees("☐ a 未编制预案 1.3、1.4→0")
    await li.tap("a ☐ →0")
    await li.say("没有预案")
    await open_item(li, "1.3")
    li.sees("▲ 由 3.1 a 未编制预案 清零", "本项 0/10 = 10 − 10(3.1 a →0)")
    await li.say("/undo")
    await li.say("/undo")
    await open_item(li, "1.3")
    li.sees("本项 10/10 ✓")
    li.does_not_see("清零")


async def test_a_zero_of_more_than_the_row_is_asked_about(
    program: Program, li: Chat, unchanged: Unchanged
) -> None:
    """全部不得分: one accidental press enters nothing, the second says what it will do."""
    await kinds(program, li)
    await open_item(li, "3.1")
    with unchanged():
        await li.tap("c ☐ 全表→0…")
        li.sees("确认？\nc 发生事故的全部不得分\n确认后全表不得分。")
        await li.tap("返回")
        li.does_not_see("确认")
    await li.tap("b ☐ 本节→0…")
    li.sees("确认后本节不得分。")
    await li.tap("确认不得分")
    await li.say("造假三份")
    li.sees("☑ b 造假 本节→0", "本项 0/4")
    await open_item(li, "3.2")
    li.sees("▲ 由 3.1 b 造假 清零")


async def test_a_veto_is_confirmed_once(program: Program, li: Chat, unchanged: Unchanged) -> None:
    """一票否决: a slip of the thumb fails nobody; confirmed, every screen says so in large."""
    await kinds(program, li)
    await open_item(li, "3.2")
    with unchanged():
        await li.tap("⛔ e ☐ 一票否决…")
        li.sees("⛔ 确认一票否决？\ne 瞒报一票否决\n确认后本次考核不合格，总分仍列出。")
        await li.tap("返回")
        await li.forge(li.button("⛔ e ☐").data.replace("k:V:", "k:t:") + ":1:0:")
    await li.tap("⛔ e ☐ 一票否决…")
    sure = li.button("⛔ 确认一票否决")
    await li.tap(sure)
    li.sees("⛔ 一票否决：3.2 e 瞒报", "⛔ 一票否决：不合格（3.2 e）", "[写说明][跳过]")
    with unchanged():
        await li.tap(sure)
    await li.say("瞒报一起事故")
    await open_item(li, "1.1")
    li.sees("⛔ 一票否决：3.2 e 瞒报")
    await li.tap("目录")
    li.sees("⛔ 一票否决：不合格（3.2 e）")
    await li.tap("3.2 ●")
    await li.tap("⛔ e ☑ 一票否决")
    li.does_not_see("⛔ 一票否决：")
    await li.say("/undo")
    li.sees("⛔ 一票否决：不合格（3.2 e）")


async def test_a_vetoed_sheet_says_so_to_the_end(program: Program, li: Chat) -> None:
    """Check, summary, signature, /sheet and the caption of the sheet: the total stays listed beside it."""
    await kinds(program, li)
    await li.say(f"{REST}\n6.1 a 业绩造假")
    li.sees("✓ 6.1 弄虚作假", "⛔ 一票否决：不合格（6.1 a）")
    await li.tap("核对并签字")
    li.sees("⛔ 一票否决：不合格（6.1 a）", "总分 56")
    await li.tap("继续")
    await li.tap("去签字")
    li.sees("⛔ 一票否决：不合格（6.1 a）", "总分 56（扣 4）")
    await li.tap("签字", on=li.card_message()["message_id"])
    li.sees("✓ 已签字", "⛔ 一票否决：不合格（6.1 a）")
    captions = [message.get("caption", "") for message in li.phone.messages]
    assert any("总分 56 · ⛔ 一票否决，不合格 · 校验码" in caption for caption in captions)
    await li.say("/sheet")
    li.sees("已签字，不能改动", "⛔ 一票否决：不合格（6.1 a）")


async def test_extra_deductions_and_factors(program: Program, li: Chat) -> None:
    """追加扣除, 加倍: what follows by itself has no button, and the total explains itself."""
    await kinds(program, li)
    await open_item(li, "3.2")
    assert not li.has("c ☐")
    await count(li, "＋ a")
    li.sees("本项 4/6 = 6 − 2×1(a)")
    await li.tap("b ☐ ×2")
    li.sees("☑ b 屡查屡犯 ×2（a）", "本项 2/6 = 6 − 2×1(a) − 2(b)", "· 已自动计入")
    await li.tap("d ☐ −1")
    await li.say("迟报两天")
    li.sees("☑ d 迟报 −1 另从总分扣\n   迟报两天", "− 11(追加扣)")
    await li.say("1.1 满\n1.2 满")
    await li.tap("目录")
    await li.tap("核对并签字")
    li.sees("总分由来 18 − 1(3.2 d 追加扣) − 10(3.2 c 追加扣) = 7")


async def test_a_bonus_that_counts_and_penalties(program: Program, li: Chat) -> None:
    """Best of a group, a cap, a list of penalties: walked behind the items, told with the arithmetic."""
    await kinds(program, li)
    await li.say(REST)
    await li.tap("核对并签字")
    await li.tap("加分项")
    li.at("4.1")
    li.sees("加分项，计入总分", "· 4.1、4.2 只计最高的一项", "· 加分合计最多 5 分")
    await count_bonus(li, "＋ a", 2)
    await li.tap("4.2 ›")
    await count_bonus(li, "＋ a", 1)
    await li.tap("5.1 ›")
    li.sees("扣分清单，从总分扣", "本项 无扣分")
    await count(li, "＋ a")
    li.sees("本项 −0.5 = − 0.5×1(a)", "总分由来 56 + 4(加分) − 0.5(扣分清单) = 59.5")
    await li.tap("6.1 ›")
    li.sees("一票否决事项", "本项 未发生")
    await li.tap("目录")
    li.sees("加分项 4（计入总分） 4.1 4  4.2 4", "负面清单 −0.5（从总分扣） 5.1 −0.5", "一票否决 未发生")
    await li.say("/sheet")
    li.sees("● 5.1 投诉 −0.5 a", "总分 59.5（扣 4）")


async def count_bonus(who: Chat, label: str, times: int) -> None:
    """Count results of a bonus, which nobody asks a reason for."""
    for _ in range(times):
        await who.tap(label)


async def test_not_applicable_by_either_policy(program: Program, li: Chat, unchanged: Unchanged) -> None:
    """One keeps its points, the other leaves the sum; both are one tap and go on."""
    await kinds(program, li)
    await open_item(li, "2.3")
    away = li.button("不适用")
    await li.tap(away)
    li.at("2.4")
    with unchanged():
        await li.tap(away)
    await li.tap("不适用")
    li.at("3.1")
    await li.tap("‹ 2.4")
    li.sees("本项 不适用，不计入", "[● 不适用]")
    await li.tap("‹ 2.3")
    li.sees("本项 4/4 · 不适用")
    await li.say("/undo")
    li.at("2.4")
    li.sees("本项 未评（3 分）")
    await open_item(li, "1.1")
    with unchanged():
        await li.forge(away.data.replace(":2.3:", ":1.1:"))
        li.hears("该按钮已失效，未作任何改动。")


async def test_it_is_signed_and_the_workbook_comes(program: Program, li: Chat) -> None:
    """A sheet with every kind in it goes the whole way."""
    await kinds(program, li)
    await li.say(f"{REST}\n1.1 a=4 不全\n1.3 a=1 缺一次\n1.4 a=87 抽检\n5.1 a2 投诉")
    await li.tap("核对并签字")
    await sign(li)
    li.sees("✓ 已签字", "总分由来 46.5 − 1(扣分清单) = 45.5")
    assert li.sheet_file()
