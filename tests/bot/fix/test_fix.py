"""What is put right, in the chat: opened by the signature, handed in with words and photos, accepted or sent back."""

from tests.bot.fix.scenes import fix, fixes, handed_in, signed
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
