"""自查: a leader walks the own studio; what is handed in stands beside the official sheet and counts nowhere."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from functools import partial
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.entities import Scope
from bot.reports import score_sheet
from bot.reports.verify import verify
from bot.store import StoreDesk
from tests.bot.walk.scenes import NORTHWEST_44, RED, ZHANG, northwest, open_item, sign
from tests.kit.chat import Chat
from tests.kit.paper import Paper, number
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
MINE = Scope(kind="studio", key=ZHANG.id)
REST = "1.2 满\n1.3 满\n1.4 满\n1.5 满\n2.1 满\n2.2 满\n2.3 满\n3.1 满\n3.2 满\n3.3 满\n4.1 满\n4.2 满"


@pytest.fixture
async def wang(program: Program) -> Chat:
    """王海涛, a leader of 张建国工作室."""
    return await program.person("王海涛", "leader", MINE)


async def begin(who: Chat, rubric: str = "西北能化考核", period: str = "2025-12") -> None:
    """Open the self-assessment of the only studio that one leads."""
    await who.say("/selfcheck")
    if who.has("开始新的自查"):
        await who.tap("开始新的自查")
    await who.tap(rubric)
    await who.tap(period)


async def begin_official(who: Chat, *choices: str) -> None:
    """Open an official visit."""
    await who.say("/assess")
    if who.has("开始新的考核"):
        await who.tap("开始新的考核")
    for choice in (ZHANG.name, *choices):
        await who.tap(choice)


async def hand_in(who: Chat) -> None:
    """Go from the check of the gaps to the signature."""
    await who.tap("继续")
    await who.tap("去签字")
    await who.tap("签字并提交")


async def handed_in(who: Chat, lines: str = f"1.1 a 未建立物资档案\n{REST}", period: str = "2025-12") -> None:
    """A whole self-assessment by quick entry."""
    await begin(who, period=period)
    await who.say(lines)
    await who.tap("核对并签字")
    await hand_in(who)


async def test_a_leader_walks_the_own_studio_and_hands_it_in(
    program: Program, wang: Chat, chen: Chat
) -> None:
    """The studio is not asked for; every head line says 自查; the coordinator hears of it when it is signed."""
    await wang.say("/selfcheck")
    wang.sees("自查", "张建国工作室", "选择考核标准")
    await wang.tap("西北能化考核")
    await wang.tap("2025-12")
    wang.at("1.1")
    assert wang.card().startswith("自查 · 基础建设")
    chen.does_not_see("自查")
    await wang.tap("✓ 无扣分，下一项")
    wang.at("1.2")
    await wang.photo(caption="1.2 a 缺一张表")
    await wang.say("/undo")
    await wang.say("1.2 满\n" + REST)
    await wang.say("/sheet")
    wang.sees("自查 · 西北能化考核 · 2025-12 · 张建国工作室")
    await wang.tap("核对并签字")
    wang.sees("自查 · 核对")
    await wang.tap("继续")
    wang.sees("自查 · 综合意见")
    await wang.tap("去签字")
    wang.sees("自查人签字 · 王海涛", "自查不计入考核结果")
    await wang.tap("签字并提交")
    wang.sees("✓ 自查已提交 · 自查人 王海涛", "自查评分表_张建国工作室_2025-12.xlsx")
    chen.sees("王海涛 已提交自查：张建国工作室 · 西北能化考核 · 2025-12")
    await wang.say("/sheet")
    wang.sees("自查已提交，不能改动")
    await chen.tap("查看自查评分表")
    chen.sees("自查 · 西北能化考核 · 2025-12 · 张建国工作室", "自查评分表_张建国工作室_2025-12.xlsx")


async def test_what_is_handed_in_stands_beside_each_item(program: Program, wang: Chat, li: Chat) -> None:
    """Card, /sheet and contents of the official visit; before it is signed nothing of it is seen."""
    await begin(wang)
    await wang.say(f"1.1 a 未建立物资档案\n{REST}\n5.4 a2")
    await northwest(li)
    li.does_not_see("自查")
    await li.say("/sheet")
    li.does_not_see("自查")
    await li.tap("目录")
    li.does_not_see("自查")
    await li.tap("1.1 ")
    await wang.tap("核对并签字")
    await hand_in(wang)
    li.sees("王海涛 已提交自查", "自查 0/2")
    await li.tap("✓ 无扣分，下一项")
    li.sees("自查 4/4")
    await open_item(li, "5.4")
    li.sees("自查 10")
    await li.say("1.1 a 没有档案\n2.2 满")
    await li.say("/sheet")
    li.sees("● 1.1", "0/2 a · 自查 0", "· 自查 10", "自查 总分 98")
    await li.tap("目录")
    await li.tap("查看自查评分表", on=li.card_message()["message_id"])
    li.sees(
        "自查 · 西北能化考核 · 2025-12 · 张建国工作室",
        "自查已提交，不能改动",
        "自查评分表_张建国工作室_2025-12",
    )


async def test_neither_is_the_other(program: Program, wang: Chat, li: Chat) -> None:
    """Both are open for one period, both are signed; the one before is the one before of its own kind."""
    await northwest(li, "2025-11")
    await handed_in(wang, period="2025-11")
    await li.say(f"1.1 满\n{REST}")
    await li.tap("核对并签字")
    await sign(li)
    li.sees("✓ 已签字 · 李工", "评分表_张建国工作室_2025-11.xlsx")
    await begin(wang)
    wang.sees("上次 0 分（2025-11）")
    await northwest(li)
    li.sees("上次 2 分（2025-11）")
    studio = await program.read(
        lambda desk: desk.visits.signed_at(ZHANG.id, "northwest-2025", "2025-11", "month")
    )
    found = await program.read(lambda desk: desk.visits.assessment(studio or ""))
    assert found
    assert not found.visit.own
    assert [each.role for each in found.signatures] == ["head"]


async def test_a_self_assessment_settles_no_ruling_and_no_log(program: Program, wang: Chat) -> None:
    """Its campaign is its own: the unit can still decide; and it makes no rubric the studio's."""
    await handed_in(wang)
    campaign = await program.read(lambda desk: desk.visits.campaign("northwest-2025", 3, 2025, ""))
    assert campaign is None
    assert await program.read(lambda desk: desk.visits.rubrics_at(ZHANG.id)) == ()


async def test_one_for_a_period(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """A second press goes on with the open one; a handed-in one stays as it is."""
    await begin(wang)
    await wang.tap("✓ 无扣分，下一项")
    with unchanged():
        await begin(wang)
        wang.at("1.2")
        await wang.say("/selfcheck")
        wang.sees("您有未完成的自查：", "· 张建国工作室 · 西北能化考核 · 2025-12")
        await wang.say("/resume")
        wang.at("1.2")
    await wang.say(REST)
    await wang.tap("核对并签字")
    await hand_in(wang)
    with unchanged():
        await begin(wang)
        wang.hears("2025-12 的自查已签字提交，不能改动")
        await wang.say("/resume")
        wang.sees("您没有打开的自查。/selfcheck 开始自查。")
        await wang.say("1.1 满")


async def test_leaders_of_one_studio_share_it(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """Whoever leads the studio too goes on with it; whoever leads another one sees nothing."""
    await begin(wang)
    await wang.tap("✓ 无扣分，下一项")
    await wang.tap("✓ 无扣分，下一项")
    dead = wang.button("✓ 无扣分，下一项")
    zhao = await program.person("赵敏", "leader", MINE)
    await begin(zhao)
    zhao.at("1.3")
    await zhao.tap("✓ 无扣分，下一项")
    zhao.at("1.4")
    other = await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
    await other.say("/selfcheck")
    other.sees("红旗工作室")
    with unchanged():
        await other.forge(dead.data)
        other.hears("不在您的权限内")
        await other.forge(f"z:s:{ZHANG.id}")
        other.hears("失效")
        await other.forge(f"z:p:{ZHANG.id}:northwest-2025:2025-12")
        other.hears("不在您的权限内")


async def test_nobody_but_the_leader_marks_or_looks(
    program: Program, wang: Chat, li: Chat, chen: Chat, unchanged: Unchanged
) -> None:
    """Presses of an assessor and a coordinator with the leader's buttons, open and handed in."""
    await northwest(li)
    await begin(wang)
    card = wang.card_message()["inline"]
    presses = [key["data"] for row in card for key in row]
    other = await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
    with unchanged():
        for who in (li, chen):
            for data in presses:
                await who.forge(data)
                who.hears("不在您的权限内")
        await li.forge(f"z:p:{ZHANG.id}:northwest-2025:2025-12")
        li.hears("您的身份不能使用这个命令")
        official = li.card_message()["inline"][-1][0]["data"].split(":")[2]
        await li.forge(f"l:c:{official}:1.1")
        li.hears("该按钮已失效")
        theirs = presses[0].split(":")[2]
        for who in (li, chen):
            await who.forge(f"l:c:{theirs}:1.1")
            who.hears("不在您的权限内")
        await li.say("/selfcheck")
        li.sees("您的身份不能使用这个命令")
    await wang.say(f"1.1 满\n{REST}")
    await wang.tap("核对并签字")
    await hand_in(wang)
    with unchanged():
        for data in presses:
            await chen.forge(data)
            chen.hears("自查已签字提交")
            await li.forge(data)
            li.hears("不在您的权限内")
        for who in (li, other):
            await who.forge(f"l:c:{theirs}:1.1")
            who.hears("不在您的权限内")


async def test_a_leader_opens_nothing_official(program: Program, wang: Chat, unchanged: Unchanged) -> None:
    """The buttons of /assess are not the leader's, and a leader sees no official sheet by them."""
    with unchanged():
        await wang.say("/assess")
        wang.sees("您的身份不能使用这个命令")
        await wang.forge(f"c:p:{ZHANG.id}:northwest-2025:2025-12")
        wang.hears("您的身份不能使用这个命令")


async def test_the_words_of_a_self_assessment_are_offered_to_nobody(
    program: Program, wang: Chat, li: Chat
) -> None:
    """What a leader wrote about a deduction is no reason on an assessor's buttons, nor the other way round."""
    await begin(wang)
    await wang.tap("a ☐ −2")
    await wang.say("老物资没建档")
    await northwest(li)
    await li.tap("a ☐ −2")
    assert not li.has("老物资没建档")
    await li.say("档案不全")
    await wang.tap("1.2 ›")
    await begin(wang, period="2025-11")
    await wang.tap("a ☐ −2")
    assert not wang.has("档案不全")
    assert not wang.has("老物资没建档")


async def test_conditions_are_compared_too(program: Program, wang: Chat, li: Chat) -> None:
    """A rubric of conditions only: met or not, in the studio's own view."""
    await begin(wang, "通辽市创建", "基层创建检查")
    await wang.tap("2025 年")
    await wang.say(
        "1.1 是\n2.1 6\n2.2 是\n3.1 是\n3.2 24 借用邻室\n3.3 否 缺牌匾\n4.1 是\n5.1 是\n5.2 是\n6.1 是\n7.1 是\n7.2 是"
    )
    await wang.tap("核对并签字")
    await hand_in(wang)
    await li.say("/assess")
    await li.tap(ZHANG.name)
    await li.tap("通辽市创建")
    await li.tap("申报市级审核")
    await li.tap("2025 年")
    li.does_not_see("自查")
    await begin_official(li, "通辽市创建", "基层创建检查", "2025 年")
    li.sees("自查 ✓ 符合")
    await li.say("/sheet")
    li.sees("· 自查 ✗ 不符合", "自查 条件 10/12 符合")


async def test_the_workbooks_of_both(program: Program, wang: Chat, li: Chat) -> None:
    """The leader's is titled and signed as 自查; the official one has a column 自查 beside 得分; both verify."""
    await handed_in(wang, f"1.1 a 未建立物资档案\n{REST}\n5.4 a2")
    theirs = wang.sheet_file()
    assert load_workbook(BytesIO(theirs)).sheetnames[0] == "自查评分表"
    paper = Paper(theirs)
    assert "自查人：王海涛（" in paper.texts()
    assert "自查 · 月度检查" in paper.texts()
    assert paper.score("1.1") == 0
    await northwest(li)
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await sign(li)
    ours = li.sheet_file()
    official = Paper(ours)
    assert official.heads[official.heads.index("得分") + 1] == "自查"
    assert number(official.row("1.1")["自查"]) == 0
    assert number(official.row("2.2")["自查"]) == 10
    assert number(official.row("5.4")["自查"]) == 10
    assert official.line("合计") == 44
    assert official.line("合计", "自查") == 98
    for content in (theirs, ours):
        assert (await program.read(partial(same, program, content))) == "same"


async def test_an_official_workbook_without_one_stays_as_it_was_byte_by_byte(
    program: Program, wang: Chat, li: Chat
) -> None:
    """Neither an open self-assessment, one of another period or rubric, nor one handed in later changes it."""
    await northwest(li)
    await li.say(NORTHWEST_44)
    before = await program.read(lambda desk: drawn(desk, program, "month"))
    await handed_in(wang, period="2025-11")
    await begin(wang, period="2025-12")
    await wang.say(f"1.1 满\n{REST}")
    assert await program.read(lambda desk: drawn(desk, program, "month")) == before
    await li.tap("核对并签字")
    await sign(li)
    signed = li.sheet_file()
    program.clock.move(timedelta(minutes=1))
    await wang.tap("核对并签字")
    await hand_in(wang)
    assert await program.read(lambda desk: drawn(desk, program, "month")) == signed
    await li.say("/sheet")
    li.does_not_see("自查")
    assert "自查" not in Paper(signed).texts()


def same(program: Program, content: bytes, desk: StoreDesk) -> str:
    """What verification says of a workbook."""
    return verify(desk, content, program.paper).state


def drawn(desk: StoreDesk, program: Program, kind: str) -> bytes:
    """The workbook of the visit of December as it stands."""
    place = (ZHANG.id, "northwest-2025", "2025-12", kind)
    found = desk.visits.assessment(desk.visits.signed_at(*place) or desk.visits.open_at(*place) or "")
    assert found
    return score_sheet.render(desk, found, program.paper)


async def test_in_english(program: Program, li: Chat) -> None:
    """The same walk for a leader who reads English."""
    anna = await program.person("Anna", "leader", MINE, "en")
    await anna.say("/selfcheck")
    anna.sees("Self-assessment · score your own studio")
    await anna.tap("Northwest")
    await anna.tap("2025-12")
    assert anna.card().startswith("Self-assessment · ")
    await anna.say(f"1.1 a no file\n{REST.replace('满', 'full')}")
    await anna.tap("Check and sign")
    anna.sees("Self-assessment · Check")
    await anna.tap("Leave the gaps")
    await anna.tap("Go to sign")
    anna.sees("Sign as self-assessor · Anna")
    await anna.tap("Sign and hand in")
    anna.sees("✓ Handed in · self-assessor Anna", "self-assessment_张建国工作室_2025-12.xlsx")
    eve = await program.person("Eve", "assessor", language="en")
    await eve.say("/assess")
    await eve.tap(ZHANG.name)
    await eve.tap("Northwest")
    await eve.tap("2025-12")
    eve.sees("Self-assessment 0/2")
    await eve.say("/sheet")
    eve.sees("Self-assessment")
    assert any("/selfcheck Self-assessment of my studio" in each for each in anna.commands())
    assert not any("/selfcheck" in each for each in eve.commands())
