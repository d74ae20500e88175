"""The way of a university: a defence with a score, the public notice with objections, the name on the list of studios."""

from tests.bot.applications.scenes import NUC, got, handed_in, steps, to_round
from tests.bot.walk.scenes import RED, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

SCHEME = "中北大学实施细则"


async def opened(who: Chat, name: str = ZHANG.name) -> None:
    """Open the page of an application."""
    await to_round(who, SCHEME)
    card = who.card()
    line = next(each for each in card.splitlines() if name in each)
    await who.tap(line.split()[0], on=who.card_message()["message_id"])


async def test_a_defence_a_notice_and_the_name(
    program: Program, chen: Chat, ma: Chat, wang: Chat, hong: Chat, lin: Chat
) -> None:
    """One objection is dismissed and the studio is named; another is upheld and the other studio is turned down."""
    one = await handed_in(program, "王海涛", rubric=NUC, track="staff", called="张建国创新工作室")
    other = await handed_in(program, "洪师傅", RED.id, RED.name, rubric=NUC, track="staff")
    await steps(program, one, "examined")
    await steps(program, other, "examined")
    await steps(program, other, "visited", value="80")
    await opened(chen, "张建国创新工作室")
    await chen.tap("答辩、实地考察…")
    chen.sees("请发考核或答辩得分，如 88.5")
    await chen.say("91.25分")
    await chen.say("专家组")
    chen.sees("得分：91.25", "决定：专家组")
    await chen.tap("确认答辩、实地考察")
    chen.sees("✓ 2026-01-05 答辩、实地考察 91.25 分 专家组")
    await lin.say("/applications")
    await lin.tap("待办 2")
    await lin.tap("审定（2 份）…")
    await lin.tap("下一步")
    await lin.say("校工会委员会、校党委 校工字〔2026〕2号")
    await lin.tap("确认审定")
    lin.sees("已审定 2")
    await _published(chen, wang)
    await _objections(program, chen, ma, wang)
    await _ended(program, chen, wang, one, other)


async def _published(chen: Chat, wang: Chat) -> None:
    """Both by one notice; its last day lies behind its first."""
    await to_round(chen, SCHEME)
    await chen.tap("公示（2 份）…")
    await chen.tap("下一步")
    chen.sees("从 2026-01-05 起公示到哪天")
    for wrong in ("1月4日", "2026-12-31"):
        await chen.say(wrong)
        chen.sees("不对，未执行", "从 2026-01-05 起公示到哪天")
    await chen.tap("1-12")
    await chen.tap("改截止日…")
    await chen.tap("1-10")
    await chen.say("校工字〔2026〕4号")
    chen.sees("公示：2026-01-05 至 2026-01-10", "文号：校工字〔2026〕4号")
    await chen.tap("确认公示")
    chen.sees("公示中 2")
    await wang.say("/apply")
    await wang.tap("2026 张建国创新工作室")
    wang.sees("公示中", "✓ 2026-01-05 公示 至 2026-01-10", "● 命名（校工会）")


async def _objected(who: Chat, name: str, text: str, day: str = "") -> None:
    await who.tap("登记异议…")
    if name:
        await who.say(name)
    else:
        await who.tap("匿名")
    await who.say(text)
    if day:
        await who.say(day)
    await who.tap("登记", on=who.card_message()["message_id"])


async def _objections(program: Program, chen: Chat, ma: Chat, wang: Chat) -> None:
    """Nobody decides what they wrote down; while one is open nobody is named; one after the end is refused."""
    await opened(chen, "张建国创新工作室")
    await chen.tap("异议（0）")
    chen.sees("没有异议", "公示：2026-01-05 至 2026-01-10")
    await _objected(chen, "机械学院 老李", "成员名单不实")
    chen.hears("已登记")
    chen.sees("1 2026-01-05 ○ 未处理　成员名单不实")
    await chen.tap("1 成员名单不实")
    chen.sees("机械学院 老李　2026-01-05", "您登记的，须由另一位处理")
    assert not chen.has("成立…")
    forged = chen.card_message()["inline"][0][0]["data"].split(":")
    await chen.forge(f"qo:u:{forged[2]}:{forged[2]}")
    chen.hears("已失效")
    await opened(chen, RED.name)
    await chen.tap("异议（0）")
    await _objected(chen, "", "专利属于他人")
    await opened(ma, "张建国创新工作室")
    ma.sees("异议 1，未处理 1")
    await ma.tap("异议（1）")
    await ma.tap("1 成员名单不实")
    await ma.tap("不成立…")
    await ma.say("经查名单属实")
    ma.sees("✓ 不成立", "“经查名单属实”")
    await opened(ma, RED.name)
    await ma.tap("异议（1）")
    await ma.tap("1 专利属于他人")
    ma.sees("匿名　2026-01-05")
    await ma.tap("成立…", on=ma.card_message()["message_id"])
    await ma.say("专利证书所有人不符")
    ma.sees("▲ 成立")
    await wang.say("/apply")
    await wang.tap("2026 张建国创新工作室")
    wang.sees("异议 1：未处理 0，成立 0，不成立 1")
    wang.does_not_see("老李", "成员名单不实")
    await opened(chen, "张建国创新工作室")
    await chen.tap("命名…")
    await chen.say("校工会 校工字〔2026〕6号")
    await chen.tap("确认命名")
    chen.hears("公示到 2026-01-10")
    program.pass_time(days=7)
    await opened(chen, "张建国创新工作室")
    await chen.tap("异议（1）")
    await _objected(chen, "老王", "晚了一步", "1月11日")
    chen.hears("2026-01-11 公示已结束")
    chen.sees("“晚了一步”")
    await chen.say("2月30日")
    chen.sees("没有“2月30日”这一天")


async def _ended(program: Program, chen: Chat, wang: Chat, one: str, other: str) -> None:
    """The studio has its name, the day, who gave it and the paper; the other one is turned down with the reason."""
    await opened(chen, "张建国创新工作室")
    await chen.tap("命名…")
    await chen.say("1月12日 校工会 校工字〔2026〕6号")
    await chen.tap("确认命名")
    chen.sees("现在：已命名", "✓ 2026-01-12 命名 校工会 校工字〔2026〕6号")
    assert not chen.has("不予通过")
    await opened(chen, RED.name)
    await chen.tap("命名…")
    await chen.say("校工会 校工字〔2026〕6号")
    await chen.tap("确认命名")
    chen.hears("有异议成立")
    await chen.tap("取消")
    await chen.tap("不予通过…")
    await chen.say("专利证书所有人不符")
    await chen.say("校工会")
    await chen.tap("确认不予通过")
    chen.sees("现在：未通过", "“专利证书所有人不符”")
    await chen.say("/studios")
    await chen.tap("张建国创新工作室")
    chen.sees("2026-01-12", "校工会", "校工字〔2026〕6号")
    assert ((await got(program, one)).state, (await got(program, other)).state) == ("named", "rejected")
    await wang.say("/apply")
    await wang.tap("2026 张建国创新工作室")
    wang.sees("已命名", "✓ 2026-01-12 命名 校工会 校工字〔2026〕6号")
