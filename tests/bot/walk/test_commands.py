"""Commands and the three keys: from wherever one stands, the way back is one press."""

from tests.bot.walk.scenes import RED, begin, count, northwest, sign, tongliao
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program, studio


async def test_open_visits_are_offered_first(program: Program, li: Chat) -> None:
    """/assess and /resume with two open sheets: each with studio and period, and a new one if wanted."""
    await northwest(li)
    await li.tap("无扣分，下一项")
    await begin(li, "通辽市考核", "2025", RED.name)
    li.at("1.1")
    await li.say("/assess")
    li.sees(
        "您有未完成的考核：", "· 张建国工作室 · 西北能化考核 · 2025-12", "· 红旗工作室 · 通辽市考核 · 2025"
    )
    await li.tap("张建国工作室 2025-12")
    li.at("1.2")
    await li.say("继续")
    li.at("1.2")
    await li.say("/assess")
    await li.tap("开始新的考核")
    li.sees("选择工作室：")
    await li.say("继续")
    li.sees("您有未完成的考核：")


async def test_the_whole_sheet_at_any_time(li: Chat) -> None:
    """总表: sections, items with what was entered, totals and gaps; the card stays what it was."""
    await northwest(li)
    await li.say("1.3 a1b2\n1.2 3 缺一处\n1.4 满")
    card = li.card()
    await li.say("总表")
    li.sees(
        "西北能化考核 · 2025-12 · 张建国工作室",
        "基础建设 9/13（共 20，未评 2）",
        "○ 1.1 设施与档案 – / 2",
        "● 1.2 团队 3/4 ✎",
        "● 1.3 台账 1/4 ab2",
        "✓ 1.4 制度 5/5",
        "技术创新 未评（共 40）",
        "○ 未评 10 项",
        "▲ 扣分未写说明 3 处：1.3 a、1.3 b 第 1 处、1.3 b 第 2 处",
        "累计 扣 4 · 已评 3 项 · 最高可得 96（暂计）",
    )
    assert li.card() == card


async def test_cancel_leaves_a_question_and_keeps_the_data(li: Chat, unchanged) -> None:
    """/cancel: the open question is gone, what was recorded stays, the card is there again."""
    await northwest(li)
    await count(li, "＋ b")
    await li.tap("其他分数")
    with unchanged():
        await li.say("/cancel")
        li.sees("已取消当前输入，已记的内容不变。")
        li.at("1.1")
        li.does_not_see("请点选或发送")
    await li.say("台钻未入账")
    li.sees("台钻未入账")


async def test_help_and_start_from_the_middle_of_a_walk(li: Chat, unchanged) -> None:
    """They answer below; the walk goes on where it was."""
    await northwest(li)
    with unchanged():
        await li.say("/help")
        li.sees("快速录入", "1.3 a3b2", "2.2 4 缺维护记录")
        await li.start()
        li.sees("李工，您好。您的身份：考核人员。")
    await li.tap("无扣分，下一项")
    li.at("1.2")


async def test_comments_can_be_written_in_any_order_and_again(program: Program, li: Chat) -> None:
    """综合意见: each part typed or skipped, chosen by its name, replaced by writing it again."""
    await tongliao(li)
    for _ in range(15):
        await li.tap("✓")
    await li.tap("继续")
    li.sees("✎ 优点 （未写）", "请发送“优点”的文字，或跳过。")
    await li.tap("建议")
    await li.say("三月底前补齐台账")
    li.sees("签字 · 李工")
    await li.tap("返回")
    await li.say("团队稳定")
    li.sees("· 优点 团队稳定", "✎ 问题 （未写）", "· 建议 三月底前补齐台账")
    await li.tap("优点")
    await li.say("1.2 3 名册未更新")
    li.sees("✓ 1.2 团队 3/5", "✎ 优点 团队稳定")
    await li.say("2.2 设备台账齐全，团队稳定，制度健全")
    await li.say("长" * 801)
    li.sees("801 字，超过 800 字，未保存。")
    await li.photo()
    li.sees("不知道记入哪一项，未保存。")
    await li.tap("去签字")
    await li.tap("签字")
    paper = Paper(li.sheet_file())
    assert "2.2 设备台账齐全，团队稳定，制度健全" in paper.texts()
    assert paper.line("合计") == 98
    assert "三月底前补齐台账" in paper.texts()


async def test_a_signed_sheet_stays_readable_and_its_period_is_taken(program: Program, li: Chat) -> None:
    """/sheet shows it, /assess refuses the same period with the way out, another period can be opened."""
    await tongliao(li)
    for _ in range(15):
        await li.tap("✓")
    await sign(li)
    await li.say("/sheet")
    li.sees("已签字，不能改动", "总分 100 · 15 项已评完")
    await tongliao(li)
    li.hears("张建国工作室 2025 已经签字，不能再开。请选择其他考核期。")
    await li.tap("2024 年")
    li.at("1.1")
    li.sees("已评 0 项")


async def test_the_studios_type_picks_the_text_and_is_asked_for_where_it_is_not_known(
    program: Program, li: Chat
) -> None:
    """3.1 of 000 has three texts: the studio's own type, or the one that is chosen when the visit is opened."""
    bare = studio("新成立工作室", number=3).model_copy(update={"types": {}})
    await program.add(bare)
    await begin(li, "通辽市考核", "窗口服务型", bare.name)
    li.sees("选择考核期：")
    await li.tap("2025 年")
    await li.tap("目录")
    await li.tap("3.1 ○")
    li.sees("在适应客户需求、拓展服务流程")
    ((variant,),) = program.rows("select variant from assessments")
    assert variant == "service"
    await begin(li, "通辽市考核", "2025 年", RED.name)
    assert ("research",) in program.rows("select variant from assessments")
