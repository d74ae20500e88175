"""Rules that ask for a figure or offer a choice, as scripts: how each is tapped, typed, corrected and taken back."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from bot.changes import Rule
from tests.bot.walk.scenes import kinds, open_item
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
WROTE = "select count(*) from history where name = 'mark_item'"


async def test_a_judged_amount_is_chosen_from_its_bounds(
    program: Program, li: Chat, unchanged: Unchanged
) -> None:
    """扣3-5分: the amounts stand on buttons, or are typed; what lies outside is refused with the bounds."""
    await kinds(program, li)
    await li.tap("a 分数…")
    li.sees("✎ 1.1 a 多少分？请点选或发送 3～5，0.5 分一档", "[3][3.5][4][4.5][5]")
    four = li.button("4")
    await li.tap(four)
    li.sees("   −4 ▲ 缺说明", "本项 6/10 = 10 − 4×1(a)", "[写说明][跳过]")
    with unchanged():
        await li.tap(four)
    await li.say("三处缺失")
    li.sees("   −4 三处缺失")
    await li.tap("a 分数…")
    with unchanged():
        await li.say("6")
        li.sees("3", "5")
        await li.say("许多")
        li.sees("“许多”看不出分数，未记。请发送如：5。")
    await li.say("3.5 又查实一处")
    li.sees("   −3.5 三处缺失 又查实一处", "本项 6.5/10 = 10 − 3.5×1(a)")
    assert program.rows("select count(*) from notes where occurrence is not null") == [(2,)]
    await li.tap("− a")
    li.sees("本项 未评（10 分）")
    await li.say("/undo")
    li.sees("本项 6.5/10")
    await li.say("/undo")
    li.sees("本项 6/10")


async def test_a_judged_amount_for_each_place(program: Program, li: Chat) -> None:
    """每处扣1-2分: each has its own amount and its own words, at most as many as the rule counts."""
    await kinds(program, li)
    for amount in ("1", "1.5", "2"):
        await li.tap("b 分数…")
        await li.tap(amount)
        await li.tap("跳过")
    li.sees("b 错误 −1～2/处  ×3", "   1 −1 ", "   2 −1.5 ", "   3 −2 ", "本项 5.5/10")
    assert not li.has("b 分数…")
    await li.say("1.1 -b")
    await li.say("1.1 +b=2 第三处")
    li.sees("本项 5.5/10")
    assert program.rows(WROTE) == [(5,)]


async def test_a_deduction_at_discretion_needs_its_reason(
    program: Program, li: Chat, unchanged: Unchanged
) -> None:
    """酌情扣分: points and why in one message; in quick entry the missing reason is a gap."""
    await kinds(program, li)
    await open_item(li, "1.2")
    await li.tap("a 扣分…")
    li.sees("✎ 1.2 a 请发送分数和理由，如：2 资料不齐")
    with unchanged():
        await li.say("2")
        li.sees("“2”没有理由，未记。请在分数后写理由，如：2 资料不齐。")
        await li.say("9 资料全无")
        li.sees("5")
    await li.say("2 缺签到表")
    li.sees("   1 −2 缺签到表", "本项 4/6 = 6 − 2×1(a)")
    await li.say("1.2 a=3")
    li.sees("本项 3/6")
    await li.say("1.2 a=3b")
    await li.tap("目录")
    await li.tap("核对并签字")
    li.sees("1.2 b")


async def test_a_clause_has_its_cap(program: Program, li: Chat) -> None:
    """最高扣3分: five pages cost three points, and the card says why."""
    await kinds(program, li)
    await li.say("1.2 b5 缺五页")
    await open_item(li, "1.2")
    li.sees("b 缺页 −1/页（最多扣3分）  ×5", "本项 3/6 = 6 − 1×5(b)，b 封顶")


async def test_a_shortfall_takes_the_figure_found(program: Program, li: Chat, unchanged: Unchanged) -> None:
    """少一次扣5分: what there was is tapped on the card itself; the difference is worked out."""
    await kinds(program, li)
    await open_item(li, "1.3")
    li.sees("查看：成员名册", "要求：本月理论授课≥2次", "[a 0次][a 1次][a 2次]")
    one = li.button("a 1次")
    await li.tap(one)
    li.sees("   实际 1 次／应 2 次 → −5", "本项 5/10 = 10 − 5×1(a)", "[a 0次][● a 1次][a 2次]")
    with unchanged():
        await li.tap(one)
    await li.tap("跳过")
    await li.tap("a 0次")
    li.sees("   实际 0 次／应 2 次 → −10", "本项 0/10 = 10 − 5×2(a)")
    with unchanged():
        await li.tap(one)
        li.hears("1.3 刚才已有改动，本次未记。")
    await li.tap("a 2次")
    li.sees("   实际 2 次／应 2 次 → ✓", "本项 10/10")
    li.does_not_see("缺说明", "写说明")
    await li.say("1.3 a=3")
    li.sees("✓ 1.3 授课 10/10")
    await li.say("1.3 a=1.5")
    await li.say("/undo")
    li.sees("本项 10/10")


async def test_steps_of_a_measure(program: Program, li: Chat, unchanged: Unchanged) -> None:
    """每下降5%扣0.5分: the figure is sent as it was measured; full steps count, as the ruling says."""
    await kinds(program, li)
    await open_item(li, "1.4")
    await li.tap("※ 原文疑义与口径")
    li.sees("口径：不足一步的是否计一步？", "暂按（原文未规定，待考核管理员确定）：只计满步")
    await li.tap("a 实测…")
    li.sees("✎ 1.4 a 实测多少？请发送数字（%），如：95")
    with unchanged():
        await li.say("不错")
        li.sees("“不错”看不出分数，未记。请发送如：95。")
    await li.say("87 %")
    li.sees("   实测 87%：低 8%，按满步计 1 步 → −0.5", "本项 3.5/4 = 4 − 0.5×1(a)", "[写说明][跳过]")
    await li.tap("a 实测…")
    await li.say("96.5")
    li.sees("   实测 96.5% ✓", "本项 4/4")
    await li.say("1.4 a=60 抽检")
    li.sees("✓ 1.4 合格率 0.5/4")


async def test_a_ruling_counts_a_started_step(program: Program, li: Chat, chen: Chat) -> None:
    """What the campaign has ruled is what the card says and what the sheet counts."""
    await kinds(program, li)
    ((assessment,),) = program.rows("select id from assessments")
    await program.make(Rule(assessment=assessment, ruling="started-step", option="started"), by="陈主任")
    await li.say("1.4 a=87 抽检")
    li.sees("✓ 1.4 合格率 3/4")
    await open_item(li, "1.4")
    li.sees("按一步计，2 步 → −1")
    await li.tap("※ 原文疑义与口径")
    li.sees("本单位确定的口径（原文未规定）：不足一步按一步计")


async def test_rungs_cover_each_other(program: Program, li: Chat) -> None:
    """未签订扣5分；已签订但不规范扣2分: both may be ticked, the heaviest counts, the other says so."""
    await kinds(program, li)
    await open_item(li, "1.5")
    li.sees("· a、b 只计最重的一条", "· 甲的，乙的，各扣1分")
    await li.tap("b ☐")
    await li.tap("跳过")
    li.sees("本项 3/5 = 5 − 2×1(b)")
    await li.tap("a ☐")
    await li.say("无责任书")
    li.sees("☑ a 未签订 −5", "☑ b 已签订但不规范 −2 · 不重复计", "本项 0/5 = 5 − 5×1(a)")
    await li.tap("a ☑")
    li.sees("本项 3/5 = 5 − 2×1(b)")
    await li.tap("c ☐")
    await li.tap("跳过")
    await li.tap("d ☐")
    li.sees("本项 1/5 = 5 − 2×1(b) − 1×1(c) − 1×1(d)")


async def test_one_tier_is_picked(program: Program, li: Chat, unchanged: Unchanged) -> None:
    """培训率: picking another replaces the first; the same press twice changes nothing."""
    await kinds(program, li)
    await open_item(li, "2.1")
    low = li.button("○ b +1")
    await li.tap(low)
    li.sees("● b 培训率≥90% +1", "本项 1/3 = b 1")
    with unchanged():
        await li.tap(low)
    await li.tap("○ c 0")
    li.sees("○ b", "● c", "本项 0/3")
    with unchanged():
        await li.tap(low)
        li.hears("2.1 刚才已有改动，本次未记。")
    await li.tap("✓ 全部达标，下一项")
    li.at("2.2")
    await li.tap("‹ 2.1")
    li.sees("● a 培训率为100% 满分", "本项 3/3")
    for _ in range(3):
        await li.say("/undo")
    li.sees("本项 未评（3 分）")
    await li.say("2.1 b")
    li.sees("✓ 2.1 培训率 1/3")


async def test_one_level_is_picked(program: Program, li: Chat, unchanged: Unchanged) -> None:
    """优、良、中、差: shares say their points, a level with bounds asks, names are typed as they are printed."""
    await kinds(program, li)
    await open_item(li, "2.2")
    li.sees("○ b 良 基本落实 80% = 4 分")
    await li.tap("○ b 良 80%")
    li.sees("本项 4/5")
    await li.tap("○ c 中…")
    li.sees("✎ 2.2 c 多少分？请点选或发送 1～3，0.5 分一档", "[1][1.5][2][2.5][3]")
    await li.tap("2.5")
    li.sees("● c 中 部分落实 +1～3", "○ b 良", "本项 2.5/5 = c 2.5")
    li.does_not_see("缺说明")
    await li.tap("● c 中")
    await li.say("3")
    li.sees("本项 3/5 = c 3")
    await li.say("2.2 优")
    li.sees("✓ 2.2 落实 5/5")
    await li.say("2.2 c=2")
    li.sees("✓ 2.2 落实 2/5")
    with unchanged():
        await li.say("2.2 ab")
        li.sees("✗ 第 1 行 “2.2 ab”")
    await li.say("2.2良")
    li.sees("✓ 2.2 落实 4/5")
    await li.say("2.2差 没有资料")
    li.sees("✓ 2.2 落实 0/5")


async def test_marks_with_blanks_between_them_are_no_note(
    program: Program, li: Chat, unchanged: Unchanged
) -> None:
    """A letter or a figure that became a note would be lost without a word."""
    await kinds(program, li)
    await open_item(li, "1.2")
    with unchanged():
        await li.say("1.2 b a=3 缺封面")
        li.sees("1.2 ba=3 缺封面")
        await li.say("3.2 a b d")
        li.sees("3.2 abd")
        await li.say("3.2 a b 缺签字")
        li.sees("3.2 ab 缺签字")
        await li.say("4.1 n/a")
        li.sees("4.1 是加分项")
    await li.say("3.2 a A 区没有整改")
    li.sees("✓ 3.2 隐患")


async def test_a_rule_that_is_printed_and_asked(program: Program, li: Chat) -> None:
    """What no arithmetic follows from is looked at and answered; left open it is a gap."""
    await kinds(program, li)
    await open_item(li, "2.3")
    await li.tap("a ☐ −4")
    await li.tap("跳过")
    li.sees("查看后作答，可扣（≤2） ▲")
    await li.tap("目录")
    await li.tap("核对并签字")
    li.sees("▲ 待查看作答 1 处：2.3 b")
    await li.tap("‹ 2.3") if li.has("‹ 2.3") else await open_item(li, "2.3")
    await li.tap("b ☐ 已看，不计分")
    li.sees("   已看，不计分", "本项 0/4 = 4 − 4×1(a)\n")
    li.does_not_see("可扣（≤2） ▲")
    await li.tap("a ☑")
    await li.tap("b 计分…")
    await li.say("1.5 与 1.2 重复，只扣一半")
    li.sees("   −1.5 与 1.2 重复，只扣一半", "本项 2.5/4 = 4 − 1.5×1(b)")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1.1 a=4 不全面", "✓ 1.1 制度 6/10"),
        ("1.2 a=2b5 资料不齐", "✓ 1.2 资料 1/6"),
        ("1.3 a=0 没有授课", "✓ 1.3 授课 0/10"),
        ("1.4 a=87", "✓ 1.4 合格率 3.5/4"),
        ("1.5 abc", "✓ 1.5 责任书 0/5"),
        ("2.1 b", "✓ 2.1 培训率 1/3"),
        ("2.2 良", "✓ 2.2 落实 4/5"),
        ("2.3 b", "✓ 2.3 工会 4/4"),
        ("2.4 n/a", "✓ 2.4 食堂 不适用"),
        ("3.1 b 造假", "✓ 3.1 预案 0/4"),
        ("3.2 a2b 屡查屡犯", "✓ 3.2 隐患 0/6"),
        ("4.2 a2", "✓ 4.2 省级奖励 +8"),
        ("5.1 a3", "✓ 5.1 投诉 −1.5"),
        ("6.1 a 业绩造假", "✓ 6.1 弄虚作假"),
    ],
)
async def test_a_line_of_every_kind(program: Program, li: Chat, line: str, said: str) -> None:
    """Each kind as quick entry writes it, answered with what it came to, and taken back whole."""
    await kinds(program, li)
    before = program.rows("select item, marks from marks where marks <> '{}'")
    await li.say(line)
    li.sees(said, "已记 1 条：")
    await li.say("/undo")
    assert program.rows("select item, marks from marks where marks <> '{}'") == before
