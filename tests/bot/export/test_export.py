"""/export from the first question to the file, for each who may have something; and what is refused with what is missing."""

import json

from bot.flows.export.kinds import BY_ID
from bot.reports import score_sheet
from bot.reports.exports import DRAWERS
from bot.texts import TEXTS
from exports import values
from tests.bot.appeal.scenes import sheet_of, signed_44
from tests.bot.export.scenes import content, documents, ordered, package, to_periods
from tests.bot.walk.scenes import NORTHWEST_44, RED, ZHANG, northwest, sign
from tests.kit.chat import Chat
from tests.kit.program import Program


async def signed_red(li: Chat) -> None:
    """李工 signs December 2025 of 红旗工作室."""
    await li.say("/assess")
    await li.tap("开始新的考核") if li.has("开始新的考核") else None
    await li.tap(RED.name)
    await li.tap("西北能化考核")
    await li.tap("2025-12")
    await li.say("\n".join(f"{no} 满" for no in ("1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3")))
    await li.say("\n".join(f"{no} 满" for no in ("3.1", "3.2", "3.3", "4.1", "4.2")))
    await li.tap("核对并签字")
    await sign(li)


async def test_a_score_sheet_from_the_question_to_the_file(program: Program, li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await chen.say("/export")
    chen.sees("选择要导出的内容", "[评分表]", "[证据包]", "[自备表格]")
    await chen.tap("评分表")
    chen.sees("选择考核期")
    await chen.tap("2025-12")
    chen.sees("评分表 · 西北能化考核 · 2025-12", "选择工作室（1 个可导出）", "[全部 1 个]")
    chen.does_not_see(RED.name)
    await chen.tap(ZHANG.name)
    chen.sees("评分表 · 张建国工作室 2025-12", "已完成，文件 1 个", "[✓ 张建国工作室]")
    assert documents(chen) == ["评分表_张建国工作室_2025-12.xlsx"]
    found = await sheet_of(program)
    assert values.check_code(content(chen, documents(chen)[0])).full == found.digest
    assert content(chen, documents(chen)[0]) == await program.read(
        lambda desk: score_sheet.render(desk, found, program.paper)
    )


async def test_all_sheets_of_a_period_come_as_one_package(program: Program, li: Chat, mary: Chat) -> None:
    await signed_44(li)
    await signed_red(li)
    await mary.say("/export")
    mary.sees("Choose what to export")
    await mary.tap("Score sheet")
    await mary.tap("2025-12")
    mary.sees("2 can be exported")
    await mary.tap("All 2")
    mary.sees("Score sheet · all studios 2025-12", "Done, files: 1")
    made = package(mary, "sheet_all studios_2025-12.zip")
    assert sorted(made.namelist()) == [
        "sheet_张建国工作室_2025-12.xlsx",
        "sheet_红旗工作室_2025-12.xlsx",
    ]
    assert all(values.check_code(made.read(name)).full for name in made.namelist())


async def test_a_leader_has_the_own_signed_sheet_and_ledger_and_nothing_else(
    program: Program, li: Chat, wang: Chat
) -> None:
    await signed_44(li)
    await signed_red(li)
    await wang.say("/export")
    wang.sees("[评分表]", "[活动台账]")
    wang.does_not_see("证据包", "自备表格", "整改通知书")
    await wang.tap("评分表")
    await wang.tap("2025-12")
    wang.sees("选择工作室（1 个可导出）")
    wang.does_not_see(RED.name)
    await wang.forge(f"ex:s:{RED.id}:sheet:2025-12")
    wang.hears("没有这项内容，或不在您的权限内")
    await wang.forge(f"ex:s:{ZHANG.id}:evidence:2025-12")
    wang.hears("该按钮已失效")
    await wang.tap("全部 1 个")
    assert package(wang, "评分表_全部工作室_2025-12.zip").namelist() == ["评分表_张建国工作室_2025-12.xlsx"]


async def test_what_is_not_there_yet_is_refused_with_what_is_missing(
    program: Program, li: Chat, wang: Chat, chen: Chat, two: Chat
) -> None:
    await chen.say("/export")
    await chen.tap("评分表")
    chen.sees("还没有可导出的内容")
    await northwest(li)
    await to_periods(chen, "评分表")
    await chen.tap("2025-12")
    chen.sees("2025-12 没有已签字的评分表。签字后再导出")
    await chen.forge(f"ex:s:{ZHANG.id}:sheet:2025-12")
    chen.hears("张建国工作室 2025-12 没有已签字的评分表")
    await chen.forge("ex:a::sheet:2025-12")
    chen.hears("没有已签字的评分表")
    await li.say("/resume")
    await li.say("1.1 满")
    await to_periods(two, "评分表")
    await two.tap("2025-12")
    await two.forge(f"ex:s:{ZHANG.id}:sheet:2025-12")
    two.hears("没有这项内容，或不在您的权限内")
    await wang.say("/export")
    await wang.tap("活动台账")
    if wang.has("西北能化考核"):
        await wang.tap("西北能化考核")
    await wang.tap("2025-12")
    await wang.tap(ZHANG.name)
    wang.hears("还没有活动记录")
    assert documents(chen) == documents(two) == documents(wang) == []


async def test_evidence_comes_as_a_package_with_its_index(program: Program, li: Chat, chen: Chat) -> None:
    await northwest(li)
    await li.photo(caption="1.1 a 缺一份档案")
    await li.photo(caption="1.3")
    await li.say("/cancel")
    await li.say("/resume")
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await sign(li)
    await ordered(chen, "证据包", "2025-12", ZHANG.name)
    made = package(chen, "证据_张建国工作室_2025-12.zip")
    names = made.namelist()
    assert [name for name in names if name.startswith("1.1/证01 缺一份档案 ")]
    assert [name for name in names if name.startswith("1.3/证02 照片 ")]
    told = json.loads(made.read("manifest.json"))
    assert told["studio"] == ZHANG.name
    assert [each["item"] for each in told["files"]] == ["1.1", "1.3"]
    assert "缺一份档案" in made.read("index.html").decode()


async def test_a_sheet_without_evidence_has_none_to_pack(li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await ordered(chen, "证据包", "2025-12", ZHANG.name)
    chen.hears("没有证据文件")
    assert documents(chen) == []


async def test_periods_and_studios_can_be_written(li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await signed_red(li)
    await to_periods(chen, "评分表")
    await chen.say("二零二五")
    chen.sees("没有找到“二零二五”")
    await chen.say("2025-12")
    chen.sees("2 个可导出")
    await chen.say("红旗")
    chen.sees("“红旗”：1 个", RED.name)
    chen.does_not_see(ZHANG.name, "全部 2 个")
    await chen.tap("返回")
    chen.sees("2 个可导出", ZHANG.name)
    await chen.tap("返回")
    chen.sees("选择考核期")
    await chen.photo()
    chen.sees("请用按钮选择")


async def test_the_same_press_twice_makes_one_file(li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await to_periods(chen, "评分表")
    await chen.tap("2025-12")
    button = chen.button(ZHANG.name)
    await chen.tap(button)
    await chen.tap(button)
    chen.hears("已在生成")
    assert documents(chen) == ["评分表_张建国工作室_2025-12.xlsx"]


async def test_a_button_of_another_list_orders_nothing(li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await to_periods(chen, "评分表")
    await chen.tap("2025-12")
    old = chen.button(ZHANG.name)
    await to_periods(chen, "整改通知书")
    await chen.tap("2025-12")
    await chen.tap(old)
    chen.hears("该按钮已失效")
    for forged in (
        "ex:s",
        "ex:s::::",
        "ex:a",
        "ex:k:sheet",
        "ex:p:2025-12",
        "ex:r:none",
        "ex:f:none",
        "ex:y:x",
        "ex:g:x",
        "ex:zz",
    ):
        await chen.forge(forged)
        chen.hears("该按钮已失效")
    assert documents(chen) == []


async def test_a_reader_has_the_papers_about_all_and_nothing_of_single_studios(
    program: Program, li: Chat, zheng: Chat
) -> None:
    await signed_44(li)
    await zheng.say("/export")
    zheng.sees("[汇总表]", "[考核通报]", "[考核兑现表]")
    zheng.does_not_see("[评分表]", "[证据包]", "[活动台账]", "[自备表格]", "[修改记录]")
    await zheng.forge(f"ex:s:{ZHANG.id}:sheet:2025-12")
    assert documents(zheng) == []
    await zheng.tap("汇总表")
    await zheng.tap("西北能化考核") if zheng.has("西北能化考核") else None
    await zheng.tap("2025-12")
    await zheng.tap("全部 1 个")  # 红旗工作室 has no visit this year: it takes no part
    zheng.sees("汇总表 · 全部工作室 2025-12", "已完成")
    assert documents(zheng) == ["汇总表_全部工作室_2025-12.xlsx"]


async def test_papers_about_all_say_what_is_missing(program: Program, li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await to_periods(chen, "考核兑现表")
    await chen.tap("2025-Q4")
    await chen.tap("全部 1 个")
    chen.sees(
        "考核兑现表 · 全部工作室 2025-Q4",
        "▲ 2025-Q4 还没有能列入的结果：1 个工作室缺评分表或待决定，如 张建国工作室",
    )
    assert documents(chen) == []
    await to_periods(chen, "考核通报")
    await chen.say("2025-11")
    chen.sees("2025-11 没有已签字的评分表")
    await to_periods(chen, "修改记录")
    await chen.tap("2025-12")
    await chen.tap(ZHANG.name)
    assert documents(chen)[-1] == "修改记录_张建国工作室_2025-12.xlsx"


def test_every_kind_has_its_drawer_and_its_words() -> None:
    assert set(BY_ID) == set(DRAWERS)
    for table in TEXTS.values():
        assert all(f"export.kind.{kind}" in table and f"export.file.{kind}" in table for kind in BY_ID)
