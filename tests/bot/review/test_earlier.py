"""A workbook whose signature was replaced is recognised, and compared with what was signed then."""

from bot.changes import ChangeLeader, EditStudio
from bot.cli.verify import told
from bot.reports.verify import Verdict, verify
from bot.texts import words
from tests.bot.appeal.scenes import changed_cell
from tests.bot.review.scenes import resign, send_back, signed_44
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program


async def checked(program: Program, content: bytes) -> Verdict:
    paper = program.paper
    return await program.read(lambda desk: verify(desk, content, paper))


def said(program: Program, verdict: Verdict, language: str = "zh-CN") -> str:
    return "\n".join(told(verdict, words(language), program.paper.zone))


async def test_the_earlier_sheet_is_known_and_holds_no_more(program: Program, li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await li.settle()
    first = li.sheet_file()
    await send_back(chen, ("1.1", "请核实档案"), ("2.3", "三月没有记录"))
    verdict = await checked(program, first)
    assert (verdict.state, verdict.changed) == ("replaced", ())
    assert "现已退回重评（1.1、2.3）" in said(program, verdict)
    program.pass_time(days=1)
    await li.tap("打开 1.1")
    await li.say("1.1 满 总部档案已核\n2.3 a 三月少一次")
    await li.tap("目录")
    await li.tap("2.3 ")
    await li.photo(caption="2.3 记录")
    await resign(li)
    second = li.sheet_file()
    verdict = await checked(program, first)
    assert (verdict.state, verdict.changed) == ("replaced", ()), verdict.changed
    assert "这一份 2026-01-05 签过字，现已作废" in said(program, verdict)
    assert "What holds is the new sheet with check code" in said(program, verdict, "en")
    assert (await checked(program, second)).state == "same"
    forged = changed_cell(first, "一季度没有考核记录", "有记录")
    verdict = await checked(program, forged)
    assert verdict.state == "replaced"
    assert [(each.kind, each.item) for each in verdict.changed] == [("value", "1.5")]
    assert "与当时签字的也不符，1 处" in said(program, verdict)


async def test_sent_back_twice_each_of_the_earlier_ones_is_known(
    program: Program, li: Chat, chen: Chat
) -> None:
    from tests.bot.review.scenes import again, there

    await signed_44(li)
    sheets = [li.sheet_file()]
    await send_back(chen, ("1.1", "请核实档案"))
    await li.tap("打开 1.1")
    await li.say("1.1 满")
    await resign(li)
    sheets.append(li.sheet_file())
    await chen.tap("复核", on=there(chen, "已重新签字"))
    await again(chen, ("1.1", "还请核实"))
    await li.tap("打开 1.1", on=there(li, "还请核实"))
    await li.say("1.1 b 两处不实")
    await resign(li)
    sheets.append(li.sheet_file())
    found = [await checked(program, each) for each in sheets]
    assert [(each.state, each.changed) for each in found] == [
        ("replaced", ()),
        ("replaced", ()),
        ("same", ()),
    ]


async def test_a_new_name_or_leader_of_the_studio_leaves_signed_sheets_what_they_are(
    program: Program, li: Chat, chen: Chat
) -> None:
    await signed_44(li)
    content = li.sheet_file()
    program.pass_time(days=2)
    await program.make(
        ChangeLeader(
            studio=ZHANG.id,
            leader="赵敏",
            since="2026-01-06",
            paper="一矿〔2026〕1号",
            reason="退休",
            today="2026-01-07",
        ),
        EditStudio(studio=ZHANG.id, field="name", text="张建国创新工作室"),
        by="陈主任",
    )
    verdict = await checked(program, content)
    assert (verdict.state, verdict.changed) == ("same", ())
