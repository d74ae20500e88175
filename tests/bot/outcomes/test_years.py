"""Years and cycles: facts with proof, alternatives, below 60, three years without results, lines that are not ruled."""

from tests.bot.outcomes.conftest import Totals
from tests.bot.outcomes.scenes import NORTHWEST, NUC, TONGLIAO
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program


async def year(who: Chat, rubric: str = "西北能化考核", period: str = "2025") -> None:
    """Open the list of a year."""
    await who.say("/outcomes")
    await who.tap(rubric)
    await who.say(period)


async def enter(who: Chat, title: str, words: str) -> None:
    """Enter a fact from the card of a studio, with words for proof."""
    await who.tap("录入事实…")
    await who.tap(title)
    await who.say(words)
    await who.tap("录入")


async def test_a_fact_with_proof_and_two_alternatives(
    program: Program, totals: Totals, chen: Chat, zhao: Chat
) -> None:
    await totals(p2025_12="90")
    await year(chen)
    chen.sees("1 – 张建国工作室", "暂无结论 1")
    await chen.tap("1")
    chen.sees("还没有得分")
    await chen.tap("录入事实…")
    chen.sees("录入事实 · 张建国工作室 2025", "[任务未完成]")
    await chen.tap("任务未完成")
    assert not chen.has("录入")
    await chen.photo(caption="年度任务清单")
    chen.sees("证明 📷1")
    await chen.album(2)
    chen.sees("证明 📷3")
    await chen.say("实操培训少两次")
    chen.sees("说明：实操培训少两次")
    await chen.tap("录入")
    chen.sees(
        "事实：任务未完成 📷3",
        "· 任务未完成：实操培训少两次",
        "建议摘牌或更换领衔人",
        "▲ 只取其一，请选择：摘牌、更换创新工作室领衔人",
        "3 创新工作室领衔人 绩效考核工资 −1000 元 （择一）",
    )
    assert not chen.has("提交审定")
    await chen.tap("查看证明")
    assert len([each for each in chen.new_messages() if ".jpg" in each]) == 3
    await chen.tap("选：更换创新工作室领衔人")
    await chen.tap("选：绩效考核工资 −1000")
    chen.does_not_see("请选择：")
    await chen.tap("提交审定")
    zhao.sees("建议摘牌或更换领衔人 1")
    await chen.tap("撤销 任务未完成…")
    await chen.say("清单看错了")
    chen.does_not_see("事实：")
    chen.sees("▲ 提交后数据已变化")


async def test_a_fact_is_entered_once_and_not_without_proof(
    program: Program, totals: Totals, chen: Chat
) -> None:
    await totals(p2025_12="90")
    await year(chen)
    await chen.tap("1")
    await enter(chen, "上级表彰", "集团工会文件〔2025〕8号")
    chen.sees("结论：上级表彰（建议）", "绩效考核工资 +2000 元 （每人）")
    await chen.tap("录入事实…")
    assert not chen.has("上级表彰")
    await chen.tap("考核末尾")
    card = chen.card_message()
    entry = card["inline"][-1][0]["data"]
    assert entry
    facts = await program.read(lambda desk: desk.outcomes.facts(NORTHWEST))
    assert [(each.fact, each.note) for each in facts] == [("commended", "集团工会文件〔2025〕8号")]


async def test_below_60_exactly_60_and_above(program: Program, totals: Totals, chen: Chat) -> None:
    await totals(TONGLIAO, p2025="59.5")
    await totals(TONGLIAO, studio=RED.id, p2025="60")
    await year(chen, "通辽市考核")
    chen.sees("建议摘牌 1", "待定 1", "需决定 1")
    await chen.tap("需决定 1")
    await chen.tap("1")
    chen.sees("得分 60", "结论：待定", "▲ 总得分恰为60分是否属于“60分以下”？请逐案选择")
    assert not chen.has("提交审定")
    await chen.tap("选：建议摘牌")
    chen.sees("结论：建议摘牌", "1 职工创新工作室 摘牌")
    assert chen.has("提交审定")
    await chen.tap("选：保留")
    chen.sees("结论：保留（建议）")
    chen.does_not_see("结论：建议摘牌")

    def rule(desk) -> None:
        (campaign,) = desk.visits.campaigns(TONGLIAO)
        desk.visits.rule(campaign.id, {**campaign.rulings, "exactly-60": "withdraw"}, ())

    await program._store.write(rule)
    await year(chen, "通辽市考核")
    chen.sees("建议摘牌 2")
    await chen.tap("2")
    chen.sees("结论：建议摘牌")
    assert not chen.has("选：")


async def test_a_third_year_without_results(program: Program, totals: Totals, chen: Chat) -> None:
    await totals(TONGLIAO, p2025="88")
    for period in ("2023", "2024"):
        await year(chen, "通辽市考核", period)
        await chen.say("张建国")
        chen.sees("查找“张建国”：1 个", "1 – 张建国工作室")
        await chen.tap("1")
        await enter(chen, "没有创新成果", f"{period} 年没有成果登记")
    chen.sees("▲ 预警：2025 再有一次“没有创新成果”，将“建议摘牌”")
    await year(chen, "通辽市考核")
    chen.sees("88 保留")
    await chen.tap("1")
    await enter(chen, "没有创新成果", "2025 年没有成果登记")
    chen.sees("结论：建议摘牌", "1 职工创新工作室 摘牌")


async def test_a_cycle_waits_for_its_lines_and_says_what_is_paid(
    program: Program, totals: Totals, chen: Chat
) -> None:
    await totals(NUC, p2024__2025="91")
    await chen.say("/outcomes")
    await chen.tap("中北大学")
    await chen.tap("2024..2025")
    chen.sees("资金支持", "命名挂牌后 数额未确定（分次合计 20000 元）", "需决定 1")
    await chen.tap("1")
    chen.sees("周期末复核多少分以上（含本数）为优秀？首次使用前须由本单位确定（建议 90 分，只是建议）")

    def rule(desk) -> None:
        (campaign,) = desk.visits.campaigns(NUC)
        lines = {"excellent-line": "90", "failing-line": "60", "first-instalment": "12000"}
        desk.visits.rule(campaign.id, {**campaign.rulings, **lines}, ())

    await program._store.write(rule)
    await chen.tap("返回列表")
    chen.sees("命名挂牌后 +12000 元", "中期检查后 +8000 元", "优秀 1")
    await chen.tap("1")
    chen.sees("结论：优秀", "1 创新工作室 奖励经费 +10000 元")


async def test_an_english_reader_sees_english_words(program: Program, totals: Totals) -> None:
    carol = await program.person("Carol", "coordinator", language="en")
    await totals(TONGLIAO, p2025="60")
    await carol.say("/outcomes")
    await carol.tap("Tongliao assessment")
    await carol.say("2025")
    await carol.tap("1")
    carol.sees("Verdict: to be decided", "Is a total of exactly 60 “60 or below”?")
