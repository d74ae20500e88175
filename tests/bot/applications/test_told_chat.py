"""In the chat: each hears what the others did, and the button of the message leads there."""

from tests.bot.applications.scenes import begun, step, to_round
from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_from_handing_in_to_the_list_of_what_is_missing(
    program: Program, wang: Chat, chen: Chat, union: Chat
) -> None:
    """The unit hears of an application, the leader of the recommendation, then of what is to be completed."""
    await begun(program, "王海涛")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    await wang.tap("提交…")
    await wang.tap("提交")
    union.sees("有新的申报", "张建国工作室", "提交：王海涛")
    await union.tap("打开")
    union.sees("● 推荐（各区市县、产业工会）")
    await union.tap("推荐…")
    await union.say("一矿工会")
    await union.tap("确认推荐")
    wang.sees("张建国工作室：已推荐。", "2026-01-05　一矿工会")
    await wang.tap("打开")
    wang.sees("● 初审（市总工会）")
    await to_round(chen)
    await chen.tap("1", on=chen.card_message()["message_id"])
    await chen.tap("退回补正…")
    await chen.tap("2.4 固定团队")
    await chen.tap("选好了（1 项）")
    await chen.say("缺场所照片")
    await chen.tap("确认退回补正")
    wang.sees("退回补正。请补正后重新提交：", "· 2.4 固定团队", "说明：缺场所照片")


async def test_what_waits_for_the_approver(
    program: Program, wang: Chat, chen: Chat, ma: Chat, lin: Chat
) -> None:
    application = await begun(program, "王海涛", rubric="tongliao-2020-creation", track="city")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    await wang.tap("提交…")
    await wang.tap("提交")
    chen.sees("有新的申报")
    lin.does_not_see("件待审定")
    await chen.tap("打开")
    await chen.tap("初审…")
    await chen.say("市总经济部")
    await chen.tap("确认初审")
    lin.sees("有 1 件待审定", "张建国工作室　一矿")
    await lin.tap("打开")
    await lin.tap("审定…")
    await lin.say("市总党组会 大工发〔2026〕3号")
    await lin.tap("确认审定")
    wang.sees("张建国工作室：已审定通过。")
    chen.sees("张建国工作室：已审定通过。")
    await step(program, application, "named")
