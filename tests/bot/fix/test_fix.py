"""What is put right, in the chat: opened by the signature, handed in with words and photos, accepted or sent back."""

from tests.bot.fix.scenes import LINES, finish, fix, fixes, handed_in, signed
from tests.bot.walk.scenes import NORTHWEST_44, northwest, open_item, tongliao
from tests.kit.cases import TONGLIAO_71
from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_the_signature_opens_what_was_lost(program: Program, li: Chat, wang: Chat) -> None:
    """Each deduction with the assessor's words, in the order of the sheet; the leader is told and sees the list."""
    await signed(li)
    wang.sees("整改 2 项", "张建国工作室 · 西北能化考核 2025-12", "2026-02-04 前完成（建议值：签字后 30 天")
    await wang.say("/fix")
    wang.sees(
        "整改 · 张建国工作室",
        "待整改 2",
        "○ 1 1.3a 缺课题攻关台账",
        "2026-02-04 前",
        "○ 2 1.4a 缺考勤制度",
    )
    first, second = await fixes(program)
    assert (first.number, first.item, first.letter, first.points) == (1, "1.3", "a", "1")
    assert (first.problem, first.clause, first.due) == ("缺课题攻关台账", "缺少一种台账扣1分", "2026-02-04")
    assert (second.clause, second.demand) == (
        "缺一项制度扣2分",
        "有工作室运行办法、定期学习培训交流制度、工作室管理制度等，5分。",
    )


async def test_one_is_handed_in_and_accepted(program: Program, li: Chat, wang: Chat, chen: Chat) -> None:
    """Words and a photo; the assessor who signed is told, accepts; the leader is told."""
    await signed(li, photo="1.3")
    await wang.say("/fix")
    await wang.tap("1 · 1.3a")
    wang.sees(
        "整改 1 · 1.3 台账",
        "张建国工作室 · 西北能化考核 2025-12",
        "○ 待整改",
        "问题 缺课题攻关台账（扣 1 分）",
        "依据 a 缺少一种台账扣1分",
        "期限 2026-02-04（建议值：签字后 30 天，原文未规定）",
        "责任人 未指定",
        "整改前 📷1（证1）",
        "整改后 还没有照片",
    )
    await wang.photo()
    wang.sees("整改后 📷1")
    await wang.tap("已整改…")
    wang.sees("✎ 做了什么？")
    await wang.say("已补建课题攻关台账")
    wang.sees("● 已提交，等待复查", "2026-01-05 王海涛 已整改：已补建课题攻关台账")
    li.sees("张建国工作室 整改 1（1.3a 缺课题攻关台账）已提交，请复查：已补建课题攻关台账")
    await li.tap("打开")
    li.sees("整改后 📷1", "[通过][退回…]")
    await li.tap("通过")
    li.hears("已通过，已通知工作室")
    li.sees("✓ 复查通过", "李工 复查通过")
    wang.sees("整改 1（1.3a 缺课题攻关台账）复查通过（李工）")
    done = await fix(program)
    assert (done.state, [step.name for step in done.steps]) == ("accepted", ["done", "accepted"])


async def test_one_is_sent_back_with_a_reason(program: Program, li: Chat, wang: Chat) -> None:
    """The reason comes to the leader, who hands it in again."""
    await signed(li)
    await handed_in(wang)
    await li.tap("打开")
    await li.tap("退回…")
    await li.say("缺签到表")
    li.sees("已退回，已通知工作室。", "▲ 已退回，请再整改")
    wang.sees("整改 1（1.3a 缺课题攻关台账）退回（李工）：缺签到表")
    assert (await fix(program)).state == "returned"
    await wang.tap("打开")
    wang.sees("李工 退回：缺签到表")
    await wang.tap("已整改…")
    await wang.say("签到表已补")
    assert (await fix(program)).state == "done"


async def test_the_notice_comes_as_word(program: Program, li: Chat, wang: Chat, chen: Chat) -> None:
    """A press of the leader or of the coordinator; the document has the table of what was found."""
    await signed(li)
    for who in (wang, chen):
        await who.say("/fix")
        await who.tap("整改通知书（Word）")
        who.hears("整改通知书稍后发到这里")
        who.sees("整改通知书 · 张建国工作室 2025-12 · 2 项", "(整改通知书 张建国工作室 2025-12.docx)")


async def test_before_and_after_come_side_by_side(program: Program, li: Chat, wang: Chat) -> None:
    """One picture: what the assessor saw on the left, what the studio did on the right."""
    await signed(li, photo="1.3")
    await wang.say("/fix")
    await wang.tap("1 · 1.3a")
    await wang.photo()
    await wang.tap("前后对照照片")
    wang.sees("左：整改前　右：整改后", "(photo)")


async def test_the_next_visit_shows_what_is_still_open(program: Program, li: Chat, wang: Chat) -> None:
    """Last time's score with the problem; handed in it says so, accepted it is gone."""
    await signed(li, period="2025-11")
    await northwest(li)
    await open_item(li, "1.3")
    li.sees("上次 3 分（2025-11），待整改：缺课题攻关台账")
    await handed_in(wang)
    await li.say("/resume")
    await open_item(li, "1.3")
    li.sees("待整改：缺课题攻关台账（已提交，待复查）")
    await li.say("/fix")
    await li.tap("1 · 1.3a")
    await li.tap("通过")
    await li.say("/resume")
    await open_item(li, "1.3")
    li.sees("上次 3 分（2025-11）")
    li.does_not_see("待整改")
    await open_item(li, "1.1")
    li.sees("上次 2 分（2025-11）")
    li.does_not_see("待整改")


async def test_an_award_rule_that_was_not_met(program: Program, li: Chat, wang: Chat) -> None:
    """The rule's own words say what is missing; below it, what the assessor noted."""
    await tongliao(li)
    await li.say("\n".join(f"{row.split()[0]} 满" for row in TONGLIAO_71.splitlines()))
    await li.say("2.2 ab 维护保养记录只到六月")
    await finish(li)
    await wang.say("/fix")
    await wang.tap("1 · 2.2c")
    wang.sees(
        "问题 未达到：维护保养责任到位、工作到位；维护保养记录只到六月（差 1 分）",
        "依据 c 设备设施维护保养责任到位工作到位得 1 分",
        "要求 设备设施维护保养责任到位工作到位",
        "备查 设备设施台账；设备设施维护保养记录",
    )


async def test_a_score_by_hand_is_one_thing_to_put_right(program: Program, li: Chat, wang: Chat) -> None:
    """No rule says what is missing: the row as a whole is below full, and the note says why."""
    await signed(li, LINES.replace("1.3 a1 缺课题攻关台账", "1.3 2.5 台账不全"))
    first = await fix(program)
    assert (first.item, first.letter, first.points, first.problem) == ("1.3", "", "1.5", "台账不全")
    await wang.say("/fix")
    await wang.tap("1 · 1.3")
    wang.sees("问题 台账不全（差 1.5 分）", "依据 缺少一种台账扣1分，台账记录不详实，一处扣1分，扣完为止。")


async def test_a_self_assessment_opens_nothing(program: Program, wang: Chat) -> None:
    """What a studio finds on itself is its own affair."""
    await wang.say("/selfcheck")
    await wang.tap("西北能化考核")
    await wang.tap("2025-12")
    await wang.say(LINES)
    await finish(wang, last="签字并提交")
    assert await fixes(program) == ()


async def test_cannot_be_put_right_is_decided_by_others(
    program: Program, li: Chat, wang: Chat, chen: Chat
) -> None:
    """The leader asks with a reason; coordinators are told too; who agrees closes it, who does not sends it back."""
    await signed(li)
    for number, one in ((1, "1 · 1.3a"), (2, "2 · 1.4a")):
        await wang.say("/fix")
        await wang.tap(one)
        await wang.tap("不可整改…")
        await wang.say(f"场地搬迁，原因{number}")
    wang.sees("● 申请不整改，等待决定")
    chen.sees("张建国工作室 整改 2（1.4a 缺考勤制度）申请不整改，请决定：场地搬迁，原因2")
    await chen.tap("打开")
    await chen.tap("同意不整改")
    chen.sees("– 同意不整改", "陈主任 同意不整改")
    wang.sees("整改 2（1.4a 缺考勤制度）同意不整改（陈主任）")
    await li.say("/fix")
    await li.tap("1 · 1.3a")
    await li.tap("退回…")
    await li.say("台账不受搬迁影响")
    assert [each.state for each in await fixes(program)] == ["returned", "waived"]


async def test_owner_and_due_day(program: Program, li: Chat, wang: Chat, chen: Chat) -> None:
    """The leader names an owner by a tap or a text; the coordinator moves the day with a reason, no longer suggested."""
    await signed(li)
    await wang.say("/fix")
    await wang.tap("1 · 1.3a")
    await wang.tap("责任人…")
    await wang.tap("我（王海涛）")
    wang.sees("责任人 王海涛")
    await wang.tap("责任人…")
    await wang.say("刘志强")
    wang.sees("责任人 刘志强")
    await chen.say("/fix")
    await chen.tap("1 · 1.3a")
    await chen.tap("改期限…")
    await chen.say("3月10日 等设备到货")
    chen.sees("期限已改，已通知工作室。", "期限 2026-03-10", "陈主任 改期限：等设备到货")
    chen.does_not_see("建议值")
    wang.sees("整改 1（1.3a 缺课题攻关台账）期限改为 2026-03-10（陈主任）：等设备到货")
    assert (await fix(program)).due == "2026-03-10"


async def test_what_is_late_comes_first(program: Program, li: Chat, wang: Chat, chen: Chat) -> None:
    """Late by so many days, for the leader and for the coordinator; what is handed in is late no more."""
    await signed(li)
    program.pass_time(days=40)
    await wang.say("/fix")
    wang.sees("逾期 2", "▲ 1 1.3a 缺课题攻关台账", "逾期 10 天（应于 2026-02-04）")
    await chen.say("/fix")
    chen.sees("整改复查", "逾期 2", "张建国工作室 2025-12 · 逾期 10 天（应于 2026-02-04）")
    await handed_in(wang)
    await wang.say("/fix")
    wang.sees("逾期 1 · 待复查 1", "● 1 1.3a 缺课题攻关台账")
    assert wang.card().index("1.4a") < wang.card().index("1.3a")
    await chen.say("/fix")
    chen.sees("待复查", "[逾期 1][全部 2]")
    await chen.tap("逾期 1")
    chen.sees("▲ 2 1.4a 缺考勤制度")
    chen.does_not_see("1.3a")


async def test_a_long_list_has_leaves(program: Program, li: Chat, wang: Chat) -> None:
    """Six a leaf; each with its own button."""
    await northwest(li)
    await li.say(NORTHWEST_44)
    await finish(li)
    await wang.say("/fix")
    wang.sees("待整改 17", "第 1/3 页", "[1 · 1.1a][2 · 1.2a][3 · 1.3a]", "[下一页 ›]")
    await wang.tap("下一页 ›")
    await wang.tap("下一页 ›")
    wang.sees("第 3/3 页", "[16 · 3.3b][17 · 4.2a]", "○ 14 3.2b")
    wang.does_not_see("下一页")


async def test_english_mirrors_the_chinese(program: Program, li: Chat, anna: Chat) -> None:
    """The same card for a leader who reads English; the rubric's words stay its own."""
    await signed(li)
    await anna.say("/fix")
    anna.sees("To be put right · 张建国工作室", "open 2", "by 2026-02-04")
    await anna.tap("1 · 1.3a")
    anna.sees("No. 1 · 1.3 Ledgers", "Due 2026-02-04 (suggested: 30 days after the signature")
    await anna.tap("Put right…")
    await anna.say("ledger made")
    anna.sees("● handed in, waits for the re-check")
