"""Imports and studios when something is not as it should be: wrong files, late presses, other people, a restart."""

import pytest

from bot.entities import Scope
from tests.bot.studios.books import GOOD, book, sent
from tests.bot.studios.test_card import opened
from tests.bot.walk.scenes import RED
from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_what_is_no_workbook_is_refused_at_once(program: Program, chen: Chat, unchanged) -> None:
    await chen.say("/studios")
    with unchanged():
        await chen.document(b"%PDF-1.4", "名单.pdf")
        chen.sees("这不是 Excel 工作簿（.xlsx）")
        await chen.photo()
        chen.sees("这不是 Excel 工作簿（.xlsx）")
        await chen.document(b"", "名单.xlsx")
        chen.sees("空")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 broken", "损坏"),
        (b"name;unit;leader", "这不是 Excel 工作簿"),
        (
            book(("a", "b"), head=("x", "y")),
            "没有找到表头，没有读。表里要有这些列：工作室名称、所在单位、领衔人。",
        ),
    ],
)
async def test_what_cannot_be_read_is_told_when_it_was_tried(
    program: Program, chen: Chat, data: bytes, why: str
) -> None:
    await sent(chen, data)
    chen.sees("导入工作室　名单.xlsx", why)
    assert program.rows("select state from uploads") == [("failed",)]
    await chen.document(book(GOOD), "改好的.xlsx")
    chen.sees("导入工作室　改好的.xlsx", "新增 1")


async def test_a_file_that_cannot_be_had(program: Program, chen: Chat) -> None:
    await chen.say("/studios")
    await chen.document(book(GOOD), "名单.xlsx", gone=True)
    for _ in range(6):
        program.pass_time(minutes=20)
        assert program.running
        program.running.fetcher.wake()
        await chen.settle()
    assert program.rows("select state from uploads") == [("failed",)]
    assert "名单.xlsx" in chen.card()


async def test_the_list_has_changed_since_it_was_tried(program: Program, chen: Chat) -> None:
    """Another coordinator was faster: nothing is written, and what it would change now is shown."""
    other = await program.person("周主任", "coordinator")
    await sent(chen, book(GOOD))
    press = chen.button("导入 1 个")
    await sent(other, book(GOOD))
    await other.tap("导入 1 个")
    await chen.tap(press)
    chen.hears("试读之后名单有变动，没有写入")
    chen.sees("新增 0 · 变更 0 · 不变 1")
    assert program.rows("select count(*) from studios where name = '春雷工作室'") == [(1,)]


async def test_the_same_press_twice_imports_once(program: Program, chen: Chat) -> None:
    await sent(chen, book(GOOD))
    press = chen.button("导入 1 个")
    await chen.tap(press)
    await chen.tap(press)
    assert program.rows("select count(*) from studios where name = '春雷工作室'") == [(1,)]
    assert program.rows("select count(*) from history where name = 'import_studios'") == [(1,)]


async def test_an_upload_is_its_senders_alone(
    program: Program, chen: Chat, zhao: Chat, li: Chat, unchanged
) -> None:
    """Neither another coordinator nor an assessor opens it, presses it or gets its mistakes as a file."""
    await sent(chen, book(GOOD))
    data = chen.button("导入 1 个").data
    upload = data.split(":")[2]
    with unchanged():
        for who in (zhao, li):
            for forged in (data, f"si:o:{upload}", f"si:x:{upload}", f"si:f:{upload}"):
                await who.forge(forged)
                who.does_not_see("春雷")


async def test_a_unit_imports_only_its_own(program: Program, zhao: Chat, unchanged) -> None:
    """Rows of other units are refused row by row; that a name is another unit's is all that one learns."""
    rows = [("春雷工作室", "三矿", "雷春"), ("红旗工作室", "一矿", "赵"), ("夏雨工作室", "一矿", "夏雨")]
    with unchanged():
        await zhao.say("/studios")
    await zhao.document(book(*rows, head=("工作室名称", "所在单位", "领衔人")), "名单.xlsx")
    zhao.sees(
        "第 2 行 · 所在单位 · 三矿 不在您的管辖范围内",
        "第 3 行 · 工作室名称 · 已有名为“红旗工作室”的工作室",
    )
    zhao.does_not_see("二矿")


async def test_many_mistakes_are_leafed_through_and_come_as_a_file(program: Program, chen: Chat) -> None:
    rows = [(f"第{number}工作室", "三矿", "某", "", "2026-02-30") for number in range(40)]
    await sent(chen, book(*rows))
    chen.sees("40 处错误", "第 1/4 页", "第 2 行 · 命名日期")
    await chen.tap("下一页")
    chen.sees("第 2/4 页", "第 14 行 · 命名日期")
    await chen.tap("全部错误（文件）")
    chen.hears("正在准备文件")
    document = next(
        m["document"] for m in reversed(chen.phone.messages) if "document" in m and m["from"] == "bot"
    )
    text = chen.phone.file(document["file_id"]).decode("utf-8-sig")
    assert text.splitlines()[0] == "第 2 行 · 命名日期 · “2026-02-30”不是日期，请写成 2026-02-28。"
    assert len(text.splitlines()) == 40


async def test_whoever_went_elsewhere_is_told_in_a_line(program: Program, chen: Chat) -> None:
    running = program.running
    assert running
    await chen.say("/studios")
    async with program.held(running.uploads):
        await chen.document(book(GOOD), "名单.xlsx")
        chen.sees("已收到，正在读取")
        await chen.say("/rubrics")
    await chen.settle()
    chen.sees("《名单.xlsx》已读完。")
    await chen.tap("打开", on=chen.phone.messages[-1]["message_id"])
    chen.sees("新增 1 · 变更 0", "[导入 1 个]")


async def test_the_program_is_killed_while_a_workbook_is_read(program: Program, chen: Chat) -> None:
    """The job lies in the database: after a restart the trial is there, once."""
    running = program.running
    assert running

    async def dies(_found: object) -> None:
        raise RuntimeError

    running.uploads._read = dies  # type: ignore[assignment,method-assign]
    await chen.say("/studios")
    with program.impatient():
        await chen.document(book(GOOD), "名单.xlsx")
        chen.sees("已收到，正在读取")
    await program.restart()
    program.pass_time(minutes=1)
    assert program.running
    program.running.uploads.wake()
    await chen.settle()
    chen.sees("新增 1 · 变更 0")
    assert program.rows("select state from uploads") == [("read",)]


async def test_given_up_is_given_up(program: Program, chen: Chat) -> None:
    await sent(chen, book(GOOD))
    press = chen.button("导入 1 个")
    await chen.tap("不导入")
    chen.hears("已放弃，没有写入。")
    chen.sees("共 2 个")
    await chen.tap(press)
    assert program.rows("select count(*) from studios") == [(2,)]
    assert program.rows("select state from uploads") == [("dropped",)]


async def test_a_retired_studio_takes_no_log(program: Program, chen: Chat) -> None:
    """Its leader is told since when, and nothing is stored."""
    sun = await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
    await opened(chen)
    await chen.tap("停用…")
    await chen.say("合并")
    await sun.say("授课 1月4日 液压阀检修 18人 2小时")
    sun.sees("红旗工作室 已于 2026-01-05 停用")
    assert program.rows("select count(*) from activities") == [(0,)]


async def test_a_reason_is_needed_and_not_a_letter(program: Program, chen: Chat, unchanged) -> None:
    await opened(chen)
    await chen.tap("停用…")
    with unchanged():
        await chen.say("长" * 301)
        chen.sees("太长（301 字），最多 300 字")
    await chen.say("合并")
    await chen.forge(f"sp:q:{RED.id}:retire")
    await chen.say("再停一次")
    chen.sees("红旗工作室 已于 2026-01-05 停用")


async def test_forged_buttons_change_nothing(program: Program, chen: Chat, li: Chat, unchanged) -> None:
    await opened(chen)
    with unchanged():
        for data in (
            "sp:t:x:y:z",
            f"sp:t:{RED.id}:tongliao-2020:nothing",
            f"sp:c:{RED.id}:name",
            "sl:g:x",
            "se:y:x",
            f"sg:y:{RED.id}",
            f"sp:q:{RED.id}:nothing",
        ):
            await chen.forge(data)
        await li.forge(f"sp:o:{RED.id}")
        li.does_not_see("红旗工作室")
