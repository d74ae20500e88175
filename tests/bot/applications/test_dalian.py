"""The way of Dalian from handing in to the province: sent back, recommended, visited, a line with a tie, approved."""

from tests.bot.applications.scenes import HARBOUR, begun, got, handed_in, steps, to_round
from tests.bot.walk.scenes import RED, sign
from tests.kit.chat import Chat
from tests.kit.program import Program

MET = "\n".join(f"{no} 是" for no in ("1.1", "1.2", "1.3", "2.1", *(f"2.{n}" for n in range(4, 11))))


async def test_from_handing_in_to_the_province(  # noqa: PLR0917 - all who have a part in it
    program: Program, chen: Chat, wang: Chat, hong: Chat, gang: Chat, union: Chat, lin: Chat, li: Chat
) -> None:
    """Every step with its day, who decided and the paper; the applicant sees each of them."""
    one = await begun(program, "王海涛")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    await wang.tap("提交…")
    await wang.tap("提交")
    await _sent_back(chen, wang)
    await _recommended(union, wang)
    await _examined_and_visited(program, chen, li, wang)
    others = [
        await handed_in(program, "洪师傅", RED.id, RED.name),
        await handed_in(program, "港生", HARBOUR.id, HARBOUR.name),
    ]
    for other in others:
        await steps(program, other, "recommended", "examined")
        await steps(program, other, "visited")
    await _line(chen)
    await _approved_and_reported(chen, lin, wang)
    assert [(await got(program, each)).state for each in (one, *others)] == [
        "reported",
        "visited",
        "reported",
    ]


async def _sent_back(chen: Chat, wang: Chat) -> None:
    """With what is to be completed; handed in again it goes on."""
    await to_round(chen)
    chen.sees("已提交 1", "名额：辽宁省劳模创新工作室 7", "1 ● 张建国工作室 · 已提交")
    await chen.tap("1", on=chen.card_message()["message_id"])
    chen.sees("单位：一矿", "✓ 2026-01-05 申请", "● 推荐（各区市县、产业工会）", "○ 公示 可略", "○ 上报")
    await chen.tap("申报条件")
    chen.sees("✓ 1.1 工作计划：是", "✓ 2.3 运行2年以上：99 年")
    await chen.tap("返回")
    await chen.tap("退回补正…")
    await chen.tap("2.4 固定团队")
    chen.sees("要补正 1 项", "☑ 2.4")
    await chen.say("缺场所照片")
    chen.sees("· 2.4 固定团队", "“缺场所照片”", "日期：2026-01-05")
    await chen.tap("确认退回补正")
    chen.sees("退回补正", "▲ 2026-01-05 退回补正", "· 2.4 固定团队", "等申报人补正")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    wang.sees("要补正：\n· 2.4 固定团队", "“缺场所照片”", "继续填写")
    await wang.tap("提交…")
    await wang.tap("提交")
    wang.hears("已提交")


async def _recommended(union: Chat, wang: Chat) -> None:
    """By the unit's union, in one line; a day before the step before it is refused and nothing typed is lost."""
    await to_round(union)
    await union.tap("1", on=union.card_message()["message_id"])
    assert not union.has("初审…")
    await union.tap("推荐…")
    union.sees("日期：2026-01-05", "决定：— ▲ 请发")
    await union.tap("确认推荐")
    union.hears("还没有写由谁决定")
    await union.say("1月4日 一矿工会 矿工字〔2026〕1号")
    await union.tap("确认推荐")
    union.hears("2026-01-04 早于上一步的 2026-01-05")
    await union.say("6月31日")
    union.sees("没有“6月31日”这一天")
    await union.say("今天")
    union.sees("日期：2026-01-05", "决定：一矿工会", "文号：矿工字〔2026〕1号")
    confirm = union.button("确认推荐")
    await union.tap(confirm)
    union.sees("现在：已推荐", "✓ 2026-01-05 推荐 一矿工会 矿工字〔2026〕1号")
    await union.tap(confirm)
    union.hears("已失效")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    wang.sees("✓ 2026-01-05 推荐 一矿工会 矿工字〔2026〕1号", "● 初审（市总工会）")
    wang.does_not_see("可略")


async def _examined_and_visited(program: Program, chen: Chat, li: Chat, wang: Chat) -> None:
    """The visit is planned from the page, walked and signed; its sheet is the score."""
    await to_round(chen)
    await chen.tap("1", on=chen.card_message()["message_id"])
    await chen.tap("初审…")
    await chen.say("市总经济部")
    await chen.tap("确认初审")
    await chen.tap("安排实地考核…")
    chen.sees("张建国工作室 · 大连市推荐申报 · 2026")
    await chen.tap("李工")
    await chen.tap("选好了")
    await chen.tap("1-5")
    await chen.tap("跳过")
    await chen.tap("安排并通知")
    await to_round(chen)
    await chen.tap("1", on=chen.card_message()["message_id"])
    chen.sees("实地考核已安排，还没有签字")
    assert not chen.has("安排实地考核")
    await li.say("/resume")
    await li.say(f"{MET}\n2.3 5\n2.11 n/a")
    await li.tap("目录")
    await li.tap("核对并签字")
    await sign(li)
    await to_round(chen)
    await chen.tap("1", on=chen.card_message()["message_id"])
    chen.sees("考核表条件：满足 12/12")
    await chen.tap("实地考核…")
    await chen.say("八十八")
    chen.sees("“八十八”不是分数")
    await chen.tap("按考核表")
    await chen.say("考核组")
    await chen.tap("确认实地考核")
    chen.sees("现在：已考核", "✓ 2026-01-05 实地考核 满足 12/12 项条件 考核组")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    wang.sees("实地考核 满足 12/12 项条件", "● 遴选")
    assert program.rows("select count(*) from visits") == [(1,)]


async def _line(chen: Chat) -> None:
    """Three with equal scores for two places: who goes first is said, with a reason; lifted and drawn again."""
    await to_round(chen)
    await chen.tap("辽宁省劳模创新工作室")
    await chen.tap("名额…")
    await chen.say("两个")
    chen.sees("“两个”不是个数")
    await chen.say("2")
    chen.sees("名额：辽宁省劳模创新工作室 2")
    await chen.tap("差额遴选…")
    chen.sees(
        "名额 2，参加 3",
        "– 张建国工作室 满足 12/12 项条件 ▲",
        "– 红旗工作室 — ▲",
        "先后由人定",
        "────",
        "3 个并列跨线，只剩 2 个名额",
    )
    assert not chen.has("划线…")
    for name in ("张建国工作室", "海港工作室"):
        await chen.tap(f"□ {name} 在前")
    chen.sees("☑ 海港工作室 在前", "并列已分先后")
    await chen.tap("划线…")
    await chen.say("兼顾行业")
    await chen.say("考核组")
    chen.sees("名额：2", "“兼顾行业”", "决定：考核组")
    await chen.tap("确认遴选")
    chen.sees("已入选 2", "未入选 1")
    await chen.tap("差额遴选…")
    chen.sees("已划线", "────\n– 红旗工作室")
    await chen.tap("撤销划线…")
    await chen.say("名次录错")
    chen.sees("参加 3")
    for name in ("张建国工作室", "海港工作室"):
        await chen.tap(f"□ {name} 在前")
    await chen.tap("划线…")
    await chen.say("兼顾行业")
    await chen.tap("照上次：考核组")
    await chen.tap("确认遴选")
    chen.sees("已入选 2")


async def _approved_and_reported(chen: Chat, lin: Chat, wang: Chat) -> None:
    """The approver's list comes first; many by one decision; the province gets them."""
    await lin.say("/applications")
    await lin.tap("待办 2")
    lin.sees("已入选 2")
    await lin.tap("审定（2 份）…")
    lin.sees("审定：已选 2/2")
    await lin.tap("☑ 海港工作室")
    lin.sees("审定：已选 1/2", "□ 海港工作室")
    await lin.tap("□ 海港工作室")
    await lin.tap("下一步")
    lin.sees("2 份：", "张建国工作室", "海港工作室")
    await lin.say("市总党组会 大工发〔2026〕3号")
    await lin.tap("确认审定")
    lin.sees("已审定 2")
    assert not lin.has("上报")
    await to_round(chen)
    await chen.tap("辽宁省劳模创新工作室")
    await chen.tap("差额遴选…")
    chen.sees("已划线")
    assert not chen.has("撤销划线")
    await to_round(chen)
    await chen.tap("成批办理…")
    await chen.tap("上报（2 份）…")
    await chen.tap("下一步")
    await chen.say("市总 大工发〔2026〕5号")
    await chen.tap("确认上报")
    chen.sees("已上报 2", "未入选 1")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    wang.sees(
        "✓ 2026-01-05 遴选 考核组", "✓ 2026-01-05 审定 市总党组会 大工发〔2026〕3号", "✓ 2026-01-05 上报 市总"
    )
