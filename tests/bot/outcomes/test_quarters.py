"""`northwest-2025`: months become quarters; proposed, approved, told, shared out, carried out."""

from tests.bot.outcomes.conftest import Totals
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program


async def quarter(who: Chat, period: str = "2025-Q4") -> None:
    """Open the list of a quarter."""
    await who.say("/outcomes")
    await who.tap("西北能化考核")
    await who.tap(period)


async def test_from_the_months_to_what_is_carried_out(
    program: Program, totals: Totals, chen: Chat, zhao: Chat, wang: Chat, sun: Chat
) -> None:
    await totals(p2025_10="92", p2025_11="88", p2025_12="90")
    await quarter(chen)
    chen.sees("1 个工作室", "奖励 1", "1 ○ 张建国工作室 90 奖励")
    await chen.tap("1")
    chen.sees(
        "各期：2025-10 92 · 2025-11 88 · 2025-12 90",
        "平均 90",
        "结论：奖励（建议）",
        "1 创新工作室成员 绩效考核工资 +1000 元 （合计） （由领衔人根据工作表现进行分配）",
        "依据 六（二）",
        "未确认：2025-10、2025-11、2025-12",
        "尚未提交审定",
    )
    await chen.tap("原文依据")
    chen.sees("季度平均得分90分以上（含90分）给予创新工作室成员增加绩效考核工资1000元")
    await chen.tap("返回")
    await chen.tap("提交审定")
    chen.sees("待审定（陈主任 2026-01-05 提交）")
    zhao.sees("陈主任 提交 西北能化考核 2025-Q4 的考核结果 1 个，请审定", "奖励 1")
    await zhao.tap("打开")
    zhao.sees("1 ● 张建国工作室 90 奖励")
    await zhao.tap("审定通过（1 个）…")
    await zhao.tap("确认审定通过")
    chen.sees("赵总 审定通过 西北能化考核 2025-Q4 的考核结果 1 个")
    for who in (wang, sun):
        who.sees("张建国工作室 · 西北能化考核 2025-Q4", "+1000 元", "请分配")
    await wang.tap("打开")
    wang.sees("待分配 +1000")
    await wang.tap("分配第 1 项")
    wang.sees("每行写“姓名 金额”，合计须为 +1000")
    await wang.say("王强 400\n李娜 500")
    wang.sees("合计 900，应为 1000，差 100")
    await wang.say("王强 400\n李娜：600元")
    wang.sees("已分配：王强 +400、李娜 +600")
    wang.does_not_see("待分配")
    chen.sees("王海涛 已分配")
    await quarter(chen)
    await chen.tap("标记已兑现（1 个）…")
    await chen.say("2026-01-06")
    chen.sees("还没有到")
    await chen.tap("今天 2026-01-05")
    wang.sees("已于 2026-01-05 兑现")
    await chen.tap("1")
    chen.sees("已兑现 2026-01-05（赵总 2026-01-05 审定）", "1 分配：王强 +400、李娜 +600")


async def test_a_second_quarter_below_85_and_its_warning(
    program: Program, totals: Totals, chen: Chat, zhao: Chat, wang: Chat
) -> None:
    await totals(p2025_07="84", p2025_08="84", p2025_09="84")
    await quarter(chen, "2025-Q3")
    chen.sees("85分以下 1")
    await chen.tap("预警 1")
    chen.sees("▲ 预警：2025-Q4 再有一次“85分以下”，将“连续两个季度85分以下”")
    chen.sees("创新工作室领衔人 绩效考核工资 −500 元、所在单位党政负责人 绩效考核工资 −300 元 （每人）")
    await totals(p2025_10="85", p2025_11="85", p2025_12="84.9")
    await quarter(chen)
    chen.sees("84.96 连续两个季度85分以下")
    await chen.tap("1")
    chen.sees(
        "平均 84.96（精确值 2549/30）",
        "1 创新工作室 年度专项经费 −20 %",
        "2 创新工作室领衔人 绩效考核工资 −500 元",
        "3 所在单位党政负责人 绩效考核工资 −300 元 （每人）",
        "4 分管专业副总工程师 约谈",
        "▲ 预警：2026-Q1 再有一次",
    )
    await chen.tap("提交审定")
    await zhao.tap("打开")
    await zhao.tap("审定通过（1 个）…")
    await zhao.tap("确认审定通过")
    await wang.tap("打开")
    wang.sees("待分配 −300")
    await wang.tap("分配第 3 项")
    wang.sees("每行写一个姓名，每人 −300")
    await wang.say("周矿长\n吴书记 -200")
    wang.sees("吴书记 -200：这一项每人 -300")
    await wang.say("周矿长\n吴书记 300")
    wang.sees("已分配：周矿长 −300、吴书记 −300")


async def test_it_goes_on_over_new_year(program: Program, totals: Totals, chen: Chat) -> None:
    await totals(p2025_10="80", p2025_11="80", p2025_12="80")
    program.pass_time(days=90)
    await totals(p2026_01="80", p2026_02="80", p2026_03="80")
    await quarter(chen, "2026-Q1")
    chen.sees("连续两个季度85分以下 1")


async def test_a_month_missing_is_decided_with_a_reason(
    program: Program, totals: Totals, chen: Chat, zhao: Chat
) -> None:
    await totals(p2025_10="92", p2025_11="88")
    await quarter(chen)
    chen.sees("▲ 需决定 1", "暂无结论 1")
    assert not chen.has("提交审定")
    await chen.tap("1")
    chen.sees("2025-12 缺", "结论：暂无", "▲ 缺 2025-12，不作结论")
    await chen.tap("缺项怎么办…")
    await chen.tap("按已有各期平均…")
    await chen.say("十二月停产检修")
    chen.sees("按已有各期平均：十二月停产检修", "平均 90", "奖励")
    await chen.tap("取消所作决定")
    chen.sees("结论：暂无")
    await chen.tap("缺项怎么办…")
    await chen.tap("定一个得分…")
    await chen.say("九十")
    chen.sees("“九十”不能作为得分。请发 0 到 100 的数")
    await chen.say("101")
    chen.sees("“101”不能作为得分")
    await chen.say("86.5 分")
    await chen.say("按主任会议纪要")
    chen.sees("考核管理员定的得分：按主任会议纪要", "得分 86.5", "不奖不罚")
    await chen.tap("提交审定")
    zhao.sees("不奖不罚 1")


async def test_what_changed_since_is_proposed_anew(
    program: Program, totals: Totals, chen: Chat, zhao: Chat
) -> None:
    await totals(p2025_10="92", p2025_11="88")
    await quarter(chen)
    await chen.tap("1")
    await chen.tap("缺项怎么办…")
    await chen.tap("不作结论…")
    await chen.say("停产")
    await chen.tap("提交审定")
    await totals(p2025_12="90")
    await zhao.tap("打开")
    zhao.sees("▲ 提交后有变化 1")
    assert not zhao.has("审定通过")
    await zhao.tap("全部 1")
    await zhao.tap("1")
    zhao.sees("▲ 提交后数据已变化，须重新提交")
    assert not zhao.has("审定通过")
    await quarter(chen)
    await chen.tap("1")
    chen.sees("2025-Q4 未计入", "奖励")
    await chen.tap("提交审定")
    await zhao.tap("审定通过…")
    await zhao.tap("确认审定通过")
    zhao.sees("审定 1")
    await zhao.tap("1")
    zhao.sees("已审定（赵总 2026-01-05，陈主任 提交）")


async def test_it_is_sent_back_with_a_remark(
    program: Program, totals: Totals, chen: Chat, zhao: Chat
) -> None:
    await totals(p2025_10="92", p2025_11="88", p2025_12="90")
    await totals(studio=RED.id, p2025_10="80", p2025_11="80", p2025_12="80")
    await quarter(chen)
    chen.sees("2 个工作室", "提交审定（2 个）…")
    await chen.tap("提交审定（2 个）…")
    chen.sees("提交 2 个工作室的考核结果", "· 奖励 1", "· 85分以下 1")
    await chen.tap("确认提交")
    zhao.sees("考核结果 2 个，请审定")
    await zhao.tap("打开")
    await zhao.tap("全部退回（2 个）…")
    await zhao.say("十二月的评分表还没有确认")
    chen.sees("赵总 退回 西北能化考核 2025-Q4 的考核结果 2 个：十二月的评分表还没有确认")
    await chen.tap("打开")
    chen.sees("1 ▲ 张建国工作室", "2 ▲ 红旗工作室")
    await chen.tap("1")
    chen.sees("已退回：十二月的评分表还没有确认")
    await chen.tap("提交审定")
    zhao.sees("考核结果 1 个，请审定")


async def test_a_press_leads_to_the_paper(program: Program, totals: Totals, chen: Chat) -> None:
    await totals(p2025_10="92", p2025_11="88", p2025_12="90")
    await quarter(chen)
    await chen.tap("考核兑现表")
    chen.sees("导出 · 考核兑现表 · 西北能化考核 · 2025-Q4", "[全部 1 个]")


async def test_many_are_found_by_typing(program: Program, totals: Totals, chen: Chat) -> None:
    await totals(p2025_10="92", p2025_11="88", p2025_12="90")
    await totals(studio=RED.id, p2025_10="80", p2025_11="80", p2025_12="80")
    await quarter(chen)
    await chen.say("红旗")
    chen.sees("查找“红旗”：1 个", "1 ○ 红旗工作室 80 85分以下")
    chen.does_not_see("张建国")
    await chen.say("没有的名字")
    chen.sees("没有名称或单位含“没有的名字”的工作室")


async def test_it_speaks_english(program: Program, totals: Totals, anna: Chat) -> None:
    carol = await program.person("Carol", "coordinator", language="en")
    boss = await program.person("Boss", "approver", language="en")
    await totals(p2025_10="92", p2025_11="88", p2025_12="90")
    await carol.say("/outcomes")
    await carol.tap("Northwest")
    await carol.say("2025-q4")
    carol.sees("Studios: 1", "reward 1")
    await carol.tap("1")
    carol.sees(
        "Mean 90",
        "Verdict: reward (suggested)",
        "1 members of the studio: performance pay +1000 yuan (in all) (shared out by the leader by how they worked)",
        "not confirmed: 2025-10, 2025-11, 2025-12",
    )
    await carol.tap("Propose")
    boss.sees("Carol proposes outcomes of Northwest", "reward 1")
    await boss.tap("Open")
    await boss.tap("Approve 1…")
    await boss.tap("Yes, approve")
    anna.sees("Verdict: reward", "Please share it out")
    await anna.tap("Open")
    await anna.tap("Share out no. 1")
    await anna.say("Wang 1000 yuan")
    anna.sees("shared out: Wang +1000")
