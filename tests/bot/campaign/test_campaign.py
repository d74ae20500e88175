"""A coordinator decides what the source leaves open, by a press or a number; once something is signed it stands."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from bot.changes import DecideRuling, SendBackItems
from bot.changes.campaigns import as_it_would_be
from bot.entities import Campaign, Scope
from tests.bot.walk.scenes import NORTHWEST_44, RED, begin
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


async def open_list(who: Chat, rubric: str = "西北能化考核", year: str = "口径：2025 年") -> None:
    """Go to the rulings of a year through the rubric's page."""
    await who.say("/rubrics")
    await who.tap(rubric)
    await who.tap(year)


async def campaign(program: Program, year: int = 2025) -> Campaign | None:
    return await program.read(lambda desk: desk.visits.campaign("northwest-2025", 3, year, ""))


async def test_the_list_says_what_holds(program: Program, chen: Chat, unchanged: Unchanged) -> None:
    with unchanged():
        await open_list(chen)
        chen.sees(
            "2025 年考核口径", "已定 0 · 暂定 22 · 未定 0", "○ 1 · 季度平均得分怎样得出", "暂定：逐月评分"
        )
        await chen.tap("下一页 ›")
        await chen.tap("下一页 ›")
        chen.sees("○ 17 · 考核组有几个人时，怎样评分", "建议值（原文未规定）：共同评一张表")
        await chen.tap("下一页 ›")
        chen.sees("○ 21 · 评分表签字后几天内可以申诉", "建议值（原文未规定）：7 天")
    assert await campaign(program) is None


async def test_a_press_decides_and_asks_the_next(program: Program, chen: Chat) -> None:
    await open_list(chen)
    await chen.tap("3")
    chen.sees("口径 3/22 · 2025 年", "● 1 不论几处，一次扣2分", "依据：")
    await chen.tap("2 ")
    chen.hears("已确定")
    chen.sees("口径 4/22")
    found = await campaign(program)
    assert found is not None
    assert found.rulings["records"] == "each"
    assert "records" not in found.assumed
    assert "two-parts" in found.assumed
    await chen.tap("全部口径")
    chen.sees("已定 1 · 暂定 21", "✓ 3 · ", "陈主任 2026-01-05")


async def test_a_number_is_typed_and_decided(program: Program, chen: Chat, unchanged: Unchanged) -> None:
    await open_list(chen)
    for _ in range(3):
        await chen.tap("下一页 ›")
    await chen.tap("21")
    chen.sees("口径 21/22", "1 至 60 天", "[确定 7 天]")
    with unchanged():
        for said in ("0", "61", "7.5", "一周", "-3"):
            await chen.say(said)
            chen.sees(f"“{said}”不能作为答案", "1 至 60", "每档 1")
        await chen.say("１0")
        chen.sees("[确定 10 天]")
    await chen.tap("确定 10 天")
    chen.sees("口径 22/22")
    found = await campaign(program)
    assert found is not None
    assert found.rulings["appeal-days"] == "10"


async def test_the_rest_is_decided_as_it_stands(program: Program, chen: Chat) -> None:
    await open_list(chen)
    await chen.tap("1")
    await chen.tap("2 ")
    await chen.tap("全部口径")
    await chen.tap("其余 21 条按现值确定…")
    chen.sees("其余 21 条都按现在的暂定值、建议值确定？")
    await chen.tap("确定 21 条")
    chen.hears("已确定 21 条")
    chen.sees("已定 22 · 暂定 0 · 未定 0")
    found = await campaign(program)
    assert found is not None
    assert found.assumed == ()
    assert (found.rulings["quarter-mean"], found.rulings["ties"]) == ("own-sheet", "skipped")
    assert not chen.has("其余")


async def test_it_holds_on_sheets_and_in_terms(program: Program, chen: Chat, li: Chat, wang: Chat) -> None:
    await open_list(chen)
    for _ in range(3):
        await chen.tap("下一页 ›")
    await chen.tap("21")
    await chen.say("12")
    await chen.tap("确定 12 天")
    await begin(li, "西北能化考核", "2025-12")
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await li.tap("保留缺项")
    await li.tap("去签字")
    await li.tap("签字")
    await wang.say("/appeal")
    wang.sees("2026-01-17 前可申诉（签字后 12 天）")
    wang.does_not_see("建议值")
    words = "\n".join(
        str(value)
        for sheet in _workbook(li.sheet_file())
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if value
    )
    assert "评分表签字后几天内可以申诉" in words
    assert "12 天" in words
    assert "名次" not in words


def _workbook(content: bytes):
    return load_workbook(BytesIO(content))


async def test_after_a_signature_it_stands(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    await open_list(chen)
    await chen.tap("3")
    button = chen.button("2 ")
    await begin(li, "西北能化考核", "2025-12")
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await li.tap("保留缺项")
    await li.tap("去签字")
    await li.tap("签字")
    with unchanged():
        await chen.tap(button)
        chen.hears("口径不能再改")
        await open_list(chen)
        chen.sees("这一年已有签字的评分表，口径不能再改")
        assert not chen.has("其余")
        await chen.tap("3")
        assert not chen.has("2 ")
        await open_list(chen, year="口径：2026 年")
        chen.does_not_see("不能再改")


async def test_a_sheet_that_was_sent_back_still_holds_the_rulings(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    await begin(li, "西北能化考核", "2025-12")
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await li.tap("保留缺项")
    await li.tap("去签字")
    await li.tap("签字")
    ((found, digest),) = program.rows("select id, digest from assessments")
    back = SendBackItems(
        assessment=found,
        digest=digest,
        items=(("2.2", "核对次数"),),
        due="2026-01-12",
        today="2026-01-05",
    )
    await program.make(back, by="陈主任")
    assert program.rows("select state from assessments") == [("open",)]
    with unchanged():
        await open_list(chen)
        chen.sees("口径不能再改")


async def test_a_new_version_takes_over_what_was_decided_this_year(program: Program, chen: Chat) -> None:
    """As far as it asks the same; nothing of it is taken over from another year."""
    made = (("records", "each"), ("appeal-days", "12"))
    for ruling, option in made:
        change = DecideRuling(rubric="northwest-2025", version=3, year=2025, ruling=ruling, option=option)
        await program.make(change, by="陈主任")
    newer = await program.read(
        lambda desk: desk.library.get("northwest-2025", 3).model_copy(update={"version": 4})
    )
    took = await program.read(lambda desk: as_it_would_be(desk, newer, 2025))
    assert dict(made).items() <= took.rulings.items()
    assert {"records", "appeal-days"}.isdisjoint(took.assumed)
    assert "two-parts" in took.assumed
    other = await program.read(lambda desk: as_it_would_be(desk, newer, 2026))
    assert other.rulings["records"] == "once"
    assert "appeal-days" not in other.rulings


async def test_forged_taps_and_small_scopes(
    program: Program, chen: Chat, li: Chat, wang: Chat, unchanged: Unchanged
) -> None:
    unit = await program.person("吴主任", "coordinator", Scope(kind="unit", key=RED.unit))
    with unchanged():
        await unit.say("/rubrics")
        await unit.tap("西北能化考核")
        assert not unit.has("口径：2025 年")
        await unit.forge("cg:o:northwest-2025:3:2025:3")
        unit.sees("由范围为“全部”的考核管理员确定")
        assert not unit.has("2 ")
        await unit.forge("cg:d:northwest-2025:3:2025:3:1")
        unit.hears("只有范围为“全部”的考核管理员能确定")
        for data in (
            "cg:d:northwest-2025:3:2025:3:9",
            "cg:d:northwest-2025:3:2025:99:1",
            "cg:d:northwest-2025:9:2025:3:1",
            "cg:d:nothing:2:2025:3:1",
            "cg:o:northwest-2025:x:2025:3",
            "cg:o:northwest-2025",
            "cg:y:northwest-2025:3:2025",
            "cg:q:northwest-2025:3:2025",
        ):
            await chen.say("/rubrics")
            await chen.forge(data)
            chen.hears("已失效")
        for who in (li, wang):
            await who.say("/help")
            await who.forge("cg:o:northwest-2025:3:2025:3")
            who.hears("没有")


async def test_it_speaks_english(program: Program) -> None:
    carol = await program.person("Carol", "coordinator", language="en")
    await carol.say("/rubrics")
    await carol.tap("Northwest")
    await carol.tap("Rulings of 2025")
    carol.sees(
        "Rulings of 2025", "decided 0 · assumed 22 · open 0", "How does the average of a quarter come about"
    )
    await carol.tap("1")
    carol.sees("Ruling 1/22", "Tap one.")
    await carol.tap("1 ")
    carol.hears("Decided")
    await carol.say("hello")
    carol.sees("Please use the buttons")


async def test_who_opens_the_first_visit_makes_it_known(program: Program, chen: Chat, li: Chat) -> None:
    await begin(li, "西北能化考核", "2025-12")
    chen.sees("李工", "西北能化考核 2025 年口径有 22 条还没有人确定", "[口径：2025 年]")
    await li.say("/assess")
    await li.tap("开始新的考核")
    await li.tap(RED.name)
    await li.tap("西北能化考核")
    await li.tap("2025-12")
    assert len([text for text in chen.new_messages() if "口径" in text]) == 1
    await chen.tap("口径：2025 年")
    chen.sees("2025 年考核口径")


WANTED = Path(__file__).parents[2] / "data" / "rubrics" / "wanted.v1.yaml"
"""A scheme whose points wait for an answer that nothing ships."""


async def test_nothing_begins_before_what_the_sheet_needs_is_decided(
    program: Program, chen: Chat, li: Chat, unchanged: Unchanged
) -> None:
    await program.publish(WANTED)
    with unchanged():
        await begin(li, "待定口径样表", "2025-12")
        li.hears("待定口径样表 2025 年还有 1 条口径须先确定")
        await chen.say("/visits")
        await chen.tap("安排考核…")
        await chen.tap("张建国工作室")
        await chen.tap("待定口径样表")
        await chen.tap("2025-12")
        await chen.tap("李工")
        await chen.tap("选好了")
        await chen.say("明天")
        await chen.tap("跳过")
        chen.sees("▲ 待定口径样表 2025 年有 1 条口径须先确定", "[口径：2025 年]")
        await chen.tap("安排并通知")
        chen.hears("须先确定")
    await chen.tap("口径：2025 年")
    chen.sees("▲ 1 · 1.1 缺一项制度扣几分", "建议值（原文未规定）：2 分", "未定 1")
    await chen.tap("1")
    chen.sees("▲ 不定这一条，不能开始考核。")
    await chen.say("3")
    await chen.tap("确定 3 分")
    await begin(li, "待定口径样表", "2025-12")
    li.at("1.1")
    await li.say("1.1 a2")
    li.sees("4/10")


async def test_a_rubrics_page_counts_the_same_rulings_as_its_campaign(program: Program, chen: Chat) -> None:
    """All that are decided in a year, of which the common ones are named."""
    await chen.say("/rubrics")
    await chen.tap("西北能化考核")
    await chen.tap("口径 22 条（暂定 22）")
    chen.sees("本标准 16 条，各标准共有 6 条。")
    for _ in range(2):
        await chen.tap("下一页 ›")
    chen.sees("考核组有几个人时，怎样评分（共有）", "建议值：共同评一张表，全体签字")
    await chen.tap("下一页 ›")
    chen.sees("评分表签字后几天内可以申诉（共有）", "建议值：7 天")
    await chen.tap("返回")
    await chen.tap("口径：2025 年")
    chen.sees("已定 0 · 暂定 22 · 未定 0")
