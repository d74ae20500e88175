"""The award rubric from the first card to the signed sheet: 71 where 2.6 d is given to nobody, 72 as shipped."""

from bot.changes import Rule
from tests.bot.walk.scenes import agrees, sign, tongliao
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program


async def ruled(program: Program, option: str) -> None:
    """陈主任 decides what the source leaves open, for everybody alike."""
    ((assessment,),) = program.rows("select id from assessments")
    change = Rule(assessment=assessment, ruling="unallocated-point", option=option)
    await program.make(change, by="陈主任")


async def walk_by_buttons(li: Chat) -> None:
    """The third worked case, item by item; every item in order is one tap."""
    li.at("1.1")
    await li.tap("a ☐")
    await li.tap("c ☐")
    li.sees("本项 3/5 = a 2 + c 1", "☑ a 主持或参与攻关并有成果 +2", "☐ b 带徒传技或参与培训 +2")
    await li.photo(caption="与徒弟的合影")
    li.sees("证据 📷1")
    await li.tap("1.2 ›")

    await li.tap("b ☐")
    await li.say("组织机构图没有上墙")
    li.sees("本项 3/5 = b 3", "📝 组织机构图没有上墙")
    await li.tap("2.1 ›")

    await li.tap("全部达标，下一项")
    li.at("2.2")
    li.sees("累计 11 · 已评 3 项 · 最高可得")
    await li.tap("b ☐")
    await li.album(3, caption="台账缺维护记录")
    li.sees("本项 3/5", "证据 📷1")
    await li.tap("2.3 ›")
    await li.tap("a ☐")
    await li.tap("2.4 ›")
    await li.tap("全部达标，下一项")
    li.at("2.5")
    await li.tap("a ☐")
    await li.tap("b ☐")
    await li.document(name="管理制度汇编.pdf")
    li.sees("本项 8/10 = a 4 + b 4", "证据 📄1")
    await li.tap("2.6 ›")
    await li.tap("a ☐")
    await li.tap("3.1 ›")
    await li.tap("满分，下一项")
    li.at("3.2")
    await li.tap("0 分")
    li.sees("本项 0/5")
    await li.tap("4.1 ›")
    await li.tap("a ☐")
    await li.tap("4.2 ›")
    await li.tap("a ☐")
    await li.voice()
    li.sees("证据 🎤1")
    await li.tap("5.1 ›")
    await li.tap("满分，下一项")
    await li.tap("0 分")
    await li.place()
    li.sees("证据 📍1")
    await li.tap("5.3 ›")
    await li.tap("满分，去核对")


async def test_a_walk_to_71(program: Program, li: Chat, chen: Chat) -> None:
    """The whole main job: buttons, photos, notes, 综合意见, signature, and the sheet back in the chat."""
    await tongliao(li)
    chen.sees("李工 已开始考核：张建国工作室 · 通辽市考核 · 2025。")
    await ruled(program, "not_given")
    await li.tap("目录")
    await li.tap("2.6 ○")
    li.sees("· d 原文未分配的1分 +1 · 口径：统一不给分")
    assert not li.has("d ☐")
    await li.tap("目录")
    await li.tap("1.1 ○")
    await walk_by_buttons(li)

    li.sees("核对 · 张建国工作室 2025", "总分 71 · 15 项已评完", "▲ 备查材料未见")
    await li.tap("保留缺项，继续…")
    await li.say("团队稳定，成果转化有成效")
    await li.say("台账记录不全")
    await li.say("三月底前补齐台账")
    li.sees("签字 · 李工 · 2026-01-05 10:00", "总分 71（失 28）", "校验码")
    await li.tap("签字")
    li.sees("✓ 已签字 · 李工", "评分表 · 张建国工作室 · 2025", "总分 71 · 校验码")

    paper = Paper(li.sheet_file())
    assert paper.scores("1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6") == "3+3+5+3+2+5+8+6"
    assert paper.scores("3.1", "3.2", "4.1", "4.2", "5.1", "5.2", "5.3") == "15+0+8+3+5+0+5"
    assert paper.line("合计") == 71
    assert "组织机构图没有上墙" in paper.words("1.2")
    assert "证1" in paper.words("1.1")
    assert "证2" in paper.words("2.2")
    assert "团队稳定，成果转化有成效" in paper.texts()
    assert paper.pictures() == 4


async def test_the_sheet_says_what_the_database_says(program: Program, li: Chat) -> None:
    """Totals, scores, evidence numbers, notes and 校验码 of the workbook are those that were signed."""
    await tongliao(li)
    await walk_by_buttons(li)
    await sign(li)
    await agrees(program, li)


async def test_as_shipped_the_forgotten_point_is_given_and_the_card_says_so(li: Chat) -> None:
    """2.6 a gives 7 under the shipped ruling, so the same answers come to 72."""
    await tongliao(li)
    await li.tap("目录")
    await li.tap("2.6 ○")
    li.sees("· d 原文未分配的1分 +1 · 口径：统一给分")
    await li.tap("a ☐")
    li.sees("本项 7/10 = a 6 + d 1")
    await li.tap("a ☑")
    li.sees("本项 未评（10 分）")
    await li.tap("目录")
    await li.tap("1.1 ○")
    await walk_by_buttons(li)
    li.sees("总分 72 · 15 项已评完")
    await sign(li)
    assert Paper(li.sheet_file()).line("合计") == 72


async def test_every_item_in_order_is_one_tap(li: Chat) -> None:
    """Fifteen taps from the first card to the check of the gaps, in the same message."""
    await tongliao(li)
    card = li.card_message()["message_id"]
    for number in range(1, 16):
        assert f"{number}/15" in li.card()
        await li.tap("✓")
    li.sees("核对 · 张建国工作室 2025", "总分 100 · 15 项已评完")
    assert li.card_message()["message_id"] == card
    assert len(li.phone.messages) == 4
