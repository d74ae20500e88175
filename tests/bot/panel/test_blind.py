"""Each scores alone and blind; then the head settles what differs, and one official sheet shows all of it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO

from openpyxl import load_workbook

from bot.changes import DecideRuling
from bot.reports.verify import verify
from tests.bot.panel.scenes import ASSESSMENT, GROUP, VISIT, begin, planned, sign, to_sign
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
ITEMS = ("1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.1", "4.2")
FULL = "\n".join(f"{item} 满" for item in ITEMS)
GIVEN = {
    "周组长": "1.3 a1 缺课题攻关台账\n2.2 a1 一月少一次",
    "李工": "1.3 a1b2 台账缺页\n2.2 a2 一、二月各少一次\n3.1 b1 记录不规范",
    "钱工": "1.3 b1 无签到\n2.2 a1 一月少一次",
}
"""1.3 (of 4): 3, 1, 3 · 2.2 (of 10): 5, 0, 5 · 3.1 (of 10): 10, 8, 10 · totals 94, 85, 94."""


async def ruled(program: Program, chen: Chat, way: str = "mean", tolerance: str = "2") -> None:
    """The campaign's ruling how a group scores, decided on a visit of another studio before."""
    version = await program.read(
        lambda desk: next(each.version for each in desk.library.current() if each.id == "northwest-2025")
    )
    for ruling, answer in (("panel", way), ("panel-tolerance", tolerance)):
        change = DecideRuling(
            rubric="northwest-2025", version=version, year=2025, ruling=ruling, option=answer
        )
        await program.make(change, by="陈主任")


async def alone(who: Chat, name: str) -> None:
    """Score everything and sign the own ballot."""
    await who.say(f"{FULL}\n{GIVEN[name]}")
    await to_sign(who)
    await sign(who)


async def test_from_the_plan_to_the_sheet(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat, wang: Chat
) -> None:
    await ruled(program, chen)
    await planned(program)
    chats = dict(zip(GROUP, (zhou, li, qian), strict=True))
    await begin(zhou, li, qian)
    zhou.sees("独立评分 · ")
    zhou.at("1.1")
    await li.photo(caption="3.1")
    for name in ("李工", "钱工"):
        await alone(chats[name], name)
    zhou.sees("钱工 已签完独立评分", "还未签完：周组长")
    zhou.does_not_see("94", "85")
    await alone(zhou, "周组长")
    zhou.sees("全体已签字，请裁定分歧并签字", "独立评分表_张建国工作室_2025-12.xlsx")
    li.sees("由组长裁定")
    await zhou.tap("打开合议")
    zhou.sees("取平均分", "✓ 李工 已签字 · 85", "▲ 2.2 5 / 0 / 5", "总分 91")
    assert not zhou.has("签字，结束合议")
    await zhou.tap("▲ 2.2")
    zhou.sees("周组长 5", "李工 0", "李工：一、二月各少一次")
    await zhou.say("12")
    zhou.sees("2.2 不能定为“12”", "0 到 10")
    await zhou.tap("5")
    await zhou.say("核对签到簿，二月有一次")
    zhou.sees("✓ 2.2 5 / 0 / 5 → 5", "核对签到簿", "总分 92.67", "278/3")
    wang.does_not_see("评分表")
    await zhou.tap("签字，结束合议")
    zhou.sees("合议已签字")
    li.sees("合议已由组长签字", "总分 92.67")
    found = await program.read(lambda desk: desk.visits.assessment(ASSESSMENT))
    assert found
    assert {(each.name, each.role) for each in found.signatures} == {
        ("周组长", "head"),
        ("李工", "member"),
        ("钱工", "member"),
    }
    figures = await program.read(lambda desk: desk.visits.sheet(ASSESSMENT))
    assert figures
    assert (figures["total"], figures["exact"]) == ("92.67", "278/3")
    assert (figures["items"]["1.3"], figures["items"]["3.1"]) == ("2.33", "9.33")
    content = li.sheet_file()
    paper = Paper(content)
    assert str(paper.line("合计", "合议得分")) == "92.67"
    text = "\n".join(
        str(cell.value)
        for row in load_workbook(BytesIO(content)).worksheets[0].rows
        for cell in row
        if cell.value
    )
    for part in (
        "周组长",
        "李工",
        "钱工",
        "合议得分",
        "分差",
        "组长裁定 5",
        "核对签到簿",
        "台账缺页",
        "各成员总分",
    ):
        assert part in text, part
    flat = next(page for page in load_workbook(BytesIO(content)).worksheets if page.title == "数据")
    header = [cell.value for cell in flat[1]]
    row = next(row for row in flat.iter_rows(values_only=True) if "1.3" in row)
    assert [row[header.index(name)] for name in GROUP] == [3, 1, 3]
    assert (await program.read(lambda desk: verify(desk, content, program.paper))).state == "same"
    fixes = await program.read(lambda desk: desk.fixes.of_assessment(ASSESSMENT))
    assert {each.item for each in fixes} == {"1.3", "2.2", "3.1"}


async def test_nobody_sees_a_colleagues_ballot(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    """Not the head, not the coordinator, never the leader; a forged press finds nothing."""
    await ruled(program, chen)
    await planned(program)
    await begin(li, zhou)
    await alone(li, "李工")
    (ballot,) = [
        each.assessment
        for each in await program.read(lambda desk: desk.panels.ballots(VISIT))
        if each.person == program._id("李工")
    ]
    await chen.say("/rubrics")
    await wang.say("/month")
    with unchanged():
        for who in (zhou, chen, wang):
            for data in (f"k:g:{ballot}:1.3", f"l:o:{ballot}:1.3", f"s:o:{ballot}:", f"f:o:{ballot}:"):
                await who.forge(data)
                assert who.answer()
                who.does_not_see("台账缺页")
        await chen.forge(f"np:o:{ASSESSMENT}")
        chen.sees("○ 周组长", "✓ 李工", "互相看不到评分")
        chen.does_not_see("85", "▲")
        await chen.forge(f"np:i:{ASSESSMENT}:1.3")
        await wang.forge(f"np:o:{ASSESSMENT}")
        wang.hears("没有")


async def test_the_official_sheet_takes_no_marks(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    """Whatever leads to the visit leads to the own ballot."""
    await ruled(program, chen)
    await planned(program)
    await zhou.say("/assess")
    await zhou.forge(f"k:g:{ASSESSMENT}:1.3")
    zhou.at("1.3")
    await zhou.tap("＋ b")
    assert not (await program.read(lambda desk: desk.marks.of(ASSESSMENT))).marks
    await li.say("/resume")
    await li.tap("目录")
    await li.tap("1.3")
    li.does_not_see("b ×1")
    assert await program.read(
        lambda desk: [
            len(desk.marks.of(each.assessment).marks)
            for each in desk.panels.ballots(VISIT)
            if each.person == program._id("周组长")
        ]
    ) == [1]


async def test_two_sign_alone_without_differences(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    """Extremes of two are none: the mean, and the sheet says so."""
    await ruled(program, chen, "drop", "9")
    await planned(program, "周组长", "李工")
    await begin(zhou, li)
    await alone(zhou, "周组长")
    await alone(li, "李工")
    await zhou.tap("打开合议")
    zhou.sees("不足 3 人，按平均分", "没有超过限度的分歧", "总分 89.5")
    old = zhou.button("签字，结束合议")
    await zhou.tap(old)
    figures = await program.read(lambda desk: desk.visits.sheet(ASSESSMENT))
    assert figures
    assert figures["total"] == "89.5"
    assert "exact" not in figures


async def test_it_speaks_english(program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat) -> None:
    await ruled(program, chen, "head", "2")
    await planned(program, "周组长", "李工")
    await zhou.say("/lang")
    await begin(zhou, li)
    zhou.sees("Alone · ")
    await alone(li, "李工")
    await zhou.say(f"{FULL}\n{GIVEN['周组长']}")
    await zhou.tap("Check")
    await zhou.tap("Leave the gaps")
    await zhou.tap("Go to sign")
    await sign(zhou)
    await zhou.tap("Open the panel")
    zhou.sees("then the head decides", "▲ 2.2 5 / 0", "Total 94")
    await zhou.tap("▲ 2.2")
    await zhou.tap("5")
    await zhou.say("the sign-in sheet says so")
    zhou.sees("✓ 2.2 5 / 0 → 5", "the sign-in sheet says so")


async def test_the_notice_leads_to_the_own_ballot(
    program: Program, chen: Chat, zhou: Chat, li: Chat, qian: Chat
) -> None:
    """Planned in the chat: one tap and one scores alone."""
    await ruled(program, chen)
    await chen.say("/visits")
    await chen.tap("安排考核…")
    await chen.tap("张建国工作室")
    await chen.tap("西北能化考核")
    await chen.tap("2025-12")
    for name in GROUP:
        await chen.tap(name)
    await chen.tap("选好了")
    await chen.say("明天")
    await chen.tap("跳过")
    await chen.tap("安排并通知")
    await li.tap("打开评分")
    li.sees("独立评分 · ")
    li.at("1.1")
    await li.tap("a ☐")
    await qian.tap("打开评分")
    qian.sees("☐ a")
