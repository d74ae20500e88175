"""The deduct rubric for December 2025, when every rule counts: 44, deducted 56, bonus 11."""

from tests.bot.walk.scenes import agrees, count, northwest, sign
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program


async def foundations(li: Chat) -> None:
    """Section 1, with everything that can be said about a deduction."""
    li.at("1.1")
    await li.tap("a ☐")
    li.sees("本项 0/2 = 2 − 2×1(a)", "▲ 缺说明", "现在发的照片、文字记入 a")
    await li.say("没有物资档案")
    li.sees("没有物资档案")
    li.does_not_see("▲ 缺说明")
    await li.tap("1.2 ›")

    await li.tap("＋ a")
    await li.photo(caption="名册还是前年的")
    li.sees("a 更新不及时 −2/项  ×1", "   1 📷1 名册还是前年的")
    await li.tap("＋ a")
    li.sees("记入 a 第 2 处", "   2 ▲ 缺说明")
    await li.tap("写说明")
    li.sees("请发送说明文字")
    await li.say("两人调离未更新")
    li.sees("   2 两人调离未更新", "本项 2/4 = 4 − 2×2(a)，扣完为止")
    await li.tap("1.3 ›")

    await li.tap("＋ a")
    await li.photo(caption="缺课题攻关台账")
    await li.tap("＋ b")
    await li.album(2, caption="三月培训无签到")
    li.sees("b 记录不详实 −1/处  ×1", "   1 📷1 三月培训无签到")
    await li.tap("＋ b")
    await li.tap("跳过")
    li.sees("本项 1/4 = 4 − 1×1(a) − 1×2(b)", "   2 ▲ 缺说明", "累计 扣 7 · 已评 3 项 · 最高可得 93（暂计）")
    await li.tap("1.4 ›")

    await count(li, "＋ a", "＋ a", "＋ a")
    li.sees("本项 0/5 = 5 − 2×3(a)，扣完为止")
    await li.tap("1.5 ›")
    await count(li, "b ☐")
    li.sees("本项 2/5 = 5 − 3×1(b)")
    await li.tap("2.1 ›")


async def the_rest(li: Chat) -> None:
    """Sections 2 to 4 and the bonus."""
    await count(li, "a ☐", "b ☐", "＋ c")
    li.sees("本项 1/10 = 10 − 5×1(a) − 2×1(b) − 2×1(c)", "▲ 2.1 的 a、b 互相矛盾；请核对。")
    await li.tap("2.2 ›")
    await count(li, "＋ a", "b ☐")
    await li.tap("2.3 ›")
    await li.tap("无扣分，下一项")
    li.at("3.1")
    await count(li, "＋ b", "＋ b")
    await li.tap("3.2 ›")
    await count(li, "＋ a", "＋ b")
    await li.tap("3.3 ›")
    await count(li, "＋ a", "＋ a", "b ☐")
    li.sees("本项 11/20 = 20 − 2×2(a) − 5×1(b)")
    await li.tap("4.1 ›")
    await li.tap("无扣分，下一项")
    await count(li, "a ☐")
    li.sees("总分 44（扣 56） · 13 项已评完")
    await li.tap("5.1 ›")
    li.sees("加分项 › 5.1 公司技术创新奖励", "加分项，不计入总分", "本项 无加分")
    await count(li, "＋ a")
    li.sees("本项 +1", "加分 1（不计入总分）")
    await li.tap("5.2 ›")
    await li.tap("5.3 ›")
    await li.tap("5.4 ›")
    await count(li, "＋ a", "＋ a")
    li.sees("本项 +10 = a 5×2", "加分 11（不计入总分）")
    await li.tap("5.5 ›")


async def test_a_walk_to_44(program: Program, li: Chat) -> None:
    """The whole main job: counters, reasons, photos of one occurrence, the bonus beside the total."""
    await northwest(li)
    await foundations(li)
    await the_rest(li)
    await li.tap("核对")
    li.sees("▲ 扣分未写说明", "1.3 b 第 2 处", "总分 44（扣 56）")
    await sign(li)
    li.sees("✓ 已签字", "总分 44（扣 56） · 加分 11（不计入总分）")

    paper = Paper(li.sheet_file())
    assert paper.scores("1.1", "1.2", "1.3", "1.4", "1.5") == "0+2+1+0+2"
    assert paper.scores("2.1", "2.2", "2.3") == "1+3+10"
    assert paper.scores("3.1", "3.2", "3.3") == "6+3+11"
    assert paper.scores("4.1", "4.2") == "5+0"
    assert paper.line("合计") == 44
    assert paper.line("合计", "扣分") == 56
    assert paper.line("加分合计") == 11
    assert paper.score("5.4") == 10
    assert "缺课题攻关台账" in paper.texts()
    assert "两人调离未更新" in paper.words("1.2")
    assert paper.pictures() == 4
    await agrees(program, li)


async def test_the_gaps_refuse_what_nobody_looked_at_and_let_the_rest_pass_with_a_word(
    program: Program, li: Chat
) -> None:
    """未评 refuses the signature; missing notes and materials are passed knowingly, and the history says so."""
    await northwest(li)
    await count(li, "＋ b")
    for _ in range(6):
        await li.tap("›")
    await li.tap("目录")
    await li.tap("核对并签字")
    li.sees("○ 未评 12 项", "▲ 扣分未写说明 1 处：1.1 b", "▲ 备查材料未见")
    assert not li.has("继续")
    assert not li.has("签字")
    await li.tap("逐项补齐")
    li.at("1.2")
    for _ in range(12):
        await li.tap("无扣分")
    li.sees("核对 · 张建国工作室 2025-12", "总分 99（扣 1） · 13 项已评完")
    await li.tap("保留缺项，继续…")
    li.sees("综合意见")
    ((payload,),) = program.rows("select payload from history where name = 'pass_gaps'")
    assert "1.1b" in payload


async def test_a_month_that_is_not_over_says_so(program: Program, li: Chat) -> None:
    """A sheet of January opened on the fifth: the check says until when, and some rules wait for later."""
    await northwest(li, "2026-01")
    await li.tap("目录")
    await li.tap("4.1 ✓")
    li.sees("· a 半年未提炼总结案例 · 本期不考核", "本期不考核", "本项 5/5 ✓")
    assert not li.has("无扣分")
    assert not li.has("其他分数")
    await li.tap("目录")
    await li.tap("3.3 ○")
    li.sees("· a 季度申报少1项 · 本期不考核", "☐ c 未建立台账 −5")
    assert not li.has("＋ a")
    await li.tap("目录")
    await li.tap("核对并签字")
    li.sees("▲ 本期未结束（到 2026-01-31）")
    await li.say("4.1 4")
    li.sees("4.1 本期不考核，保留分值；请评其他项。")
    await li.say("2.1 a")
    li.sees("2.1 a 本期不考核；本期可用：b、c。")


async def test_in_order_over_deductions_asks_once(li: Chat) -> None:
    """无扣分 on an item with deductions is a question, not an answer; a yes takes them away."""
    await northwest(li)
    await count(li, "＋ b", "＋ b")
    await li.tap("无扣分，下一项")
    li.sees("1.1 已有扣分。改为无扣分？")
    await li.tap("返回")
    li.sees("本项 0/2 = 2 − 1×2(b)")
    await li.tap("无扣分，下一项")
    await li.tap("确认无扣分")
    li.at("1.2")
    await li.tap("‹ 1.1")
    li.sees("本项 2/2 ✓", "b 档案不实 −1/处\n")


async def test_a_score_by_hand_asks_for_a_word(program: Program, li: Chat) -> None:
    """其他分数: tapped or typed, off the rules, so somebody says why; without a word it is a gap."""
    await northwest(li)
    await li.tap("其他分数")
    li.sees("请点选或发送 1.1 的分数，0 到 2")
    await li.tap("1")
    li.sees("本项 1/2（手工评分）", "手工评分，请发一句说明")
    await li.say("档案在补建")
    li.sees("📝 档案在补建")
    await li.tap("1.2 ›")
    await li.tap("其他分数")
    await li.say("3.5分")
    li.sees("本项 3.5/4（手工评分）")
    await li.tap("跳过")
    await li.tap("目录")
    await li.tap("核对并签字")
    li.sees("▲ 扣分未写说明 1 处：1.2 手工评分")
    assert "1.1 手工评分" not in li.card()


async def test_the_rest_of_a_section_takes_one_confirmation(li: Chat) -> None:
    """本节其余无扣分: what it will confirm is named before it does."""
    await northwest(li)
    await count(li, "＋ b")
    await li.tap("目录")
    li.sees("基础建设 1/2（共 20，未评 4）", "人才培养 未评（共 30）")
    await li.tap("本节其余无扣分…")
    li.sees("确认这些项都达标：1.2、1.3、1.4、1.5？")
    await li.tap("返回")
    li.sees("基础建设 1/2（共 20，未评 4）")
    await li.tap("本节其余无扣分…")
    await li.tap("确认，以上各项都达标")
    li.sees("基础建设 19/20", "●1.1 1  ✓1.2 4  ✓1.3 4  ✓1.4 5  ✓1.5 5", "累计 扣 1 · 已评 5 项")


async def test_a_bonus_at_discretion_needs_its_reason(program: Program, li: Chat) -> None:
    """5.5: points and why in one message; without a reason nothing is recorded."""
    await northwest(li)
    await li.tap("目录")
    await li.tap("5.5 ○")
    await li.tap("加分…")
    li.sees("5.5 a 请发送分数和理由，如：3 省赛三等奖")
    await li.say("3")
    li.sees("“3”没有理由，未记。请在分数后写理由，如：3 省赛三等奖。")
    await li.say("三分 省赛")
    li.sees("“三分 省赛”看不出分数，未记。请发送如：3 省赛三等奖。")
    await li.say("3 省赛三等奖")
    li.sees("本项 +3", "+3 省赛三等奖", "加分 3（不计入总分）")
    assert program.rows("select count(*) from notes") == [(1,)]


async def test_last_periods_score_stands_on_the_card(program: Program, li: Chat) -> None:
    """The card shows what the item got in the month before."""
    await northwest(li, "2025-11")
    await li.say(
        "1.1 a 未建档案\n1.2 满\n1.3 满\n1.4 满\n1.5 满\n2.1 满\n2.2 满\n2.3 满\n3.1 满\n3.2 满\n3.3 满\n4.2 满"
    )
    await li.tap("目录")
    await li.tap("核对并签字")
    await sign(li)
    await northwest(li)
    li.sees("上次 0 分（2025-11）")


async def test_a_word_on_the_item_explains_its_only_deduction(li: Chat) -> None:
    """One deduction and a note or a photo of the item: neither the card nor the check asks for more; two ask again."""
    await northwest(li)
    await count(li, "＋ b")
    await li.tap("备注")
    await li.say("台钻未入账")
    li.does_not_see("▲ 缺说明")
    await li.tap("目录")
    await li.tap("核对并签字")
    li.does_not_see("扣分未写说明")
    await li.tap("目录")
    await li.tap("1.1 ●")
    await count(li, "＋ b")
    li.sees("   1 ▲ 缺说明", "   2 ▲ 缺说明")
