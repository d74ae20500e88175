"""Conditions without points: the founding of a studio, and the recommendation of one by its track."""

from tests.bot.walk.scenes import ZHANG, sign
from tests.kit.chat import Chat
from tests.kit.program import Program


async def founding(who: Chat) -> None:
    await who.say("/assess")
    for label in (ZHANG.name, "西北能化考核", "创建条件核查", "2025 年"):
        await who.tap(label)


async def recommendation(who: Chat, track: str) -> None:
    await who.say("/assess")
    for label in (ZHANG.name, "大连市推荐申报", track, "2025 年"):
        await who.tap(label)


async def test_founding_is_a_sheet_of_its_own_with_eight_conditions(program: Program, li: Chat) -> None:
    """A number decides the first; the others are met or not, and the signature says how many are."""
    await founding(li)
    li.sees("创建条件 › 6.1 专业团队", "1/8", "要求 ≥ 3 名", "查看：团队成员")
    await li.say("6.1 2")
    li.sees("实测 2 名，要求 ≥ 3 名 ✗")
    await li.say("6.1 4\n" + "\n".join(f"6.{number} 是" for number in range(2, 9)))
    assert "条件 8/8 符合 · 全部通过" in li.screen()
    await li.tap("核对并签字")
    await sign(li)
    assert "条件 8/8 符合" in li.screen()
    assert li.sheet_file()


async def test_scored_visit_of_a_month_does_not_ask_for_the_conditions(program: Program, li: Chat) -> None:
    """Month, quarter and year bring their own form along; nothing of chapter four is on it."""
    await li.say("/assess")
    for label in (ZHANG.name, "西北能化考核", "2025-12"):
        await li.tap(label)
    li.sees("1/13")
    await li.tap("目录")
    assert "创建条件" not in li.screen()


async def test_condition_in_principle_may_be_unmet_with_a_reason(program: Program, li: Chat) -> None:
    """原则上: the reason is asked for and noted; a hard condition keeps the studio out."""
    await recommendation(li, "辽宁省劳模创新工作室")
    li.sees("必备条件 › 1.1 工作计划", "1/13")
    for _ in range(3):
        await li.tap("✓ 符合，下一项")
    li.sees("推荐申报条件 › 2.1 劳模领衔", "一般条件，不符合须写理由")
    await li.tap("✗ 不符合")
    li.sees("✎ 2.1 不符合，请发一句理由")
    await li.say("市级劳模，省五一奖章正在申报")
    li.sees("📝 市级劳模，省五一奖章正在申报")
    await li.say("2.3 1.5\n2.11 不适用")
    assert "⛔ 必备条件不符合：2.3" in li.screen()


async def test_other_track_has_its_own_leader_and_its_own_exclusion(program: Program, li: Chat) -> None:
    """2.2 stands for 2.1; that a workers' studio is not named twice is shown as a ruling."""
    await recommendation(li, "辽宁省职工创新工作室")
    for _ in range(3):
        await li.tap("✓ 符合，下一项")
    li.sees("推荐申报条件 › 2.2 市级以上劳模领衔")
    await li.say("2.1 是")
    assert "2.1 不在这次考核的表中" in li.screen()
    await li.say("2.12 是")
    assert "2.12 未获省职工室命名 符合" in li.screen()
