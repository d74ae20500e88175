"""The public notice as it is entered, who reads objections, and words that must not mislead on the way there."""

from tests.bot.applications.scenes import NUC, got, handed_in, steps, to_round
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_a_notice_may_begin_on_a_day_to_come(
    program: Program, chen: Chat, wang: Chat, lin: Chat
) -> None:
    """Its last day is asked for again where it would end before it begins; where it can be read is shown."""
    one = await handed_in(program, "王海涛", rubric=NUC, track="staff")
    await steps(program, one, "examined", "visited")
    await steps(program, one, "approved", by="林书记")
    await to_round(chen, "中北大学实施细则")
    await chen.tap("1", on=chen.card_message()["message_id"])
    await chen.tap("公示…")
    await chen.tap("1-10")
    await chen.say("1月12日 校工会网站")
    chen.sees("从 2026-01-12 起公示到哪天", "[1-17][1-19][1-22]")
    await chen.tap("1-19")
    chen.sees("公示：2026-01-12 至 2026-01-19", "决定：校工会网站", "文号：—")
    await chen.say("2月30日")
    chen.sees("没有“2月30日”这一天")
    await chen.tap("确认公示")
    chen.sees("✓ 2026-01-12 公示 至 2026-01-19 校工会网站")
    program.pass_time(days=16)
    await chen.tap("命名…")
    chen.sees("决定：— ▲ 请发", "文号：— ▲ 请发")


async def test_what_was_recommended_is_not_to_come_again(program: Program, chen: Chat, wang: Chat) -> None:
    """Sent back at the first look, it goes on there once it is completed: both sides see that."""
    one = await handed_in(program, "王海涛")
    await steps(program, one, "recommended")
    await to_round(chen)
    await chen.tap("1", on=chen.card_message()["message_id"])
    chen.sees("✓ 2026-01-05 推荐", "● 初审")
    await chen.tap("退回补正…")
    await chen.tap("2.4 固定团队")
    await chen.tap("选好了")
    await chen.tap("跳过")
    await chen.tap("确认退回补正")
    chen.sees("✓ 2026-01-05 推荐", "● 申请", "○ 初审")
    chen.does_not_see("○ 推荐")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    wang.sees("● 申请", "○ 初审")
    wang.does_not_see("○ 推荐")
    assert (await got(program, one)).state == "returned"


async def test_who_is_to_lose_a_title_reads_no_names_of_objectors(
    program: Program, chen: Chat, lin: Chat, hong: Chat
) -> None:
    """The studio is told how many objections there are; their page is the desk's."""
    await chen.say("/applications")
    await chen.tap("新的事项…")
    await chen.tap("撤销称号")
    await chen.say("没有的")
    chen.sees("没有含“没有的”的工作室")
    await chen.say("红旗")
    await chen.tap(RED.name)
    await chen.say("第十一条")
    await chen.tap("摘牌")
    await chen.say("连续两年不合格")
    await chen.tap("提交")
    ((one,),) = program.rows("select id from applications")
    await steps(program, one, "examined")
    await steps(program, one, "approved", by="林书记")
    await chen.say("/applications")
    await chen.tap("撤销称号 红旗工作室")
    await chen.tap("公示…")
    await chen.tap("1-10")
    await chen.tap("确认公示")
    assert chen.has("异议（0）")
    await hong.say("/apply")
    await hong.tap("红旗工作室 · 撤销称号")
    hong.sees("公示 至 2026-01-10")
    assert not hong.has("异议")
    await hong.forge(f"qo:o:{one}")
    hong.hears("不在您的权限内")


async def test_another_leader_is_put_in_on_the_day_not_before(
    program: Program, chen: Chat, lin: Chat, wang: Chat
) -> None:
    """A change decided early waits for its day, and says so."""
    await wang.say("/apply")
    await wang.tap("报更换带头人…")
    for said in ("李师傅", "1月20日", "退休"):
        await wang.say(said)
    await wang.tap("提交")
    ((one,),) = program.rows("select id from applications")
    await steps(program, one, "examined")
    await steps(program, one, "approved", by="林书记")
    await chen.say("/applications")
    await chen.tap("更换带头人 张建国工作室")
    await chen.tap("办理…")
    chen.sees("文号：— ▲ 请发")
    await chen.say("市总 市字〔2026〕3号")
    await chen.tap("确认办理")
    chen.hears("从 2026-01-20 起换带头人", "请到那天再办理")
    program.pass_time(days=15)
    await chen.tap("确认办理")
    assert (await got(program, one)).state == "carried_out"
