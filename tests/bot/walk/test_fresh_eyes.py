"""What a first reader of the finished walk stumbled over: odd orders that no other script takes."""

from typer.testing import CliRunner

from bot.cli import app
from bot.store import StoreDesk
from tests.bot.walk.scenes import NORTHWEST_44, RED, northwest, sign
from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_the_seal_comes_after_the_signature(program: Program, li: Chat) -> None:
    """Nothing to wait for, or a photo of before: the row that seals stands behind the row that signs."""
    await northwest(li)
    await li.photo()
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await sign(li)

    def names(desk: StoreDesk) -> list[str]:
        streams = [desk.history.of(stream) for stream in desk.history.streams()]
        return [event.name for stream in streams for event in stream if event.name in {"sign", "seal"}]

    assert await program.read(names) == ["sign", "seal"]


async def test_the_seal_comes_after_the_last_file(program: Program, li: Chat) -> None:
    """Signed while a photo is still being fetched: signature, file, seal."""
    await northwest(li)
    await li.say(NORTHWEST_44)
    program.standin.plan_faults({"method": "file", "kind": "delay", "seconds": 1.5})
    with program.impatient():
        await li.photo()
        await li.tap("核对并签字")
        await sign(li)
    await li.settle()

    def names(desk: StoreDesk) -> list[str]:
        streams = [desk.history.of(stream) for stream in desk.history.streams()]
        told = {"sign", "seal", "settle_file"}
        return [event.name for stream in streams for event in stream if event.name in told]

    assert await program.read(names) == ["sign", "settle_file", "seal"]


async def test_an_occurrence_that_quick_entry_took_away(li: Chat) -> None:
    """What is sent afterwards belongs to the item, and its words stand on the card."""
    await northwest(li)
    await li.tap("1.3 ›") if li.has("1.3 ›") else await li.tap("目录")
    await li.tap("1.3")
    await li.tap("＋ b")
    await li.say("1.3 -b")
    await li.say("台账已补齐")
    li.sees("📝 台账已补齐")


async def test_words_on_an_occurrence_that_is_gone_stay_on_the_card(li: Chat) -> None:
    """The item keeps them, and so they are shown with the item."""
    await northwest(li)
    await li.tap("＋ b")
    await li.say("账物不符")
    li.does_not_see("📝 账物不符")
    await li.tap("− b")
    li.sees("📝 账物不符")


async def test_cancel_behind_a_receipt(li: Chat) -> None:
    """The way from a receipt to the check names no item; /cancel goes to one all the same."""
    await northwest(li)
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await li.say("/cancel")
    li.sees("已取消当前输入")
    li.does_not_see("已失效")
    li.at("1.1")


async def test_cancel_behind_the_signature(li: Chat) -> None:
    """A closed sheet gets no card with buttons that can do nothing."""
    await northwest(li)
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await sign(li)
    await li.say("/cancel")
    li.does_not_see("下一项")
    assert not li.has("目录")


async def test_a_comment_that_is_too_long_is_not_to_be_cut_in_two(li: Chat, unchanged) -> None:
    """A second text would be the next part of 综合意见."""
    await northwest(li)
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await li.tap("继续")
    with unchanged():
        await li.say("好" * 801)
    li.sees("意见 801 字，超过 800 字，未保存。请缩短后整段重发。")


async def test_a_forged_period(program: Program, li: Chat, unchanged) -> None:
    """A month that has not begun has nothing to be assessed; the other words are no period."""
    await northwest(li)
    await li.say("/assess")
    await li.tap("开始新的考核")
    with unchanged():
        for period in ("2026-02", "2027", "2099-Q1", "2025-13", "x"):
            await li.forge(f"c:p:{RED.id}:northwest-2025:{period}")
            li.hears("该按钮已失效，未作任何改动。")
    await li.forge(f"c:p:{RED.id}:northwest-2025:2025-q3")
    li.at("1.1")
    await li.forge(f"c:p:{RED.id}:northwest-2025:2025-Q3")
    li.hears("红旗工作室 2025-Q3")


async def test_a_photo_that_could_not_be_had_shows_nothing(program: Program, li: Chat) -> None:
    """It stands on the sheet with the reason; the materials are still not seen, the deduction still without a word."""
    await northwest(li)
    await li.tap("＋ b")
    await li.photo(gone=True)
    for _ in range(4):
        program.pass_time(minutes=1)
        assert program.running
        program.running.fetcher.wake()
        await li.settle()
    li.sees("证1（1.1）没有存下")
    await li.tap("1.2 ›")
    await li.tap("‹ 1.1")
    li.sees("1 ▲ 缺说明")
    await li.say(NORTHWEST_44.replace("1.1 a 未建立物资档案", ""))
    await li.say("/sheet")
    li.sees("1.1 b、", "备查材料未见 9 项：1.1、")


async def test_a_sheet_cannot_be_written(program: Program, li: Chat) -> None:
    """A folder that is not there is told in one line."""
    await northwest(li)
    place = ("--studio", "张建国工作室", "--rubric", "northwest-2025", "--period", "2025-12")
    out = program.folder / "nowhere" / "sheet.xlsx"
    told = CliRunner().invoke(
        app, ["export", "sheet", *place, "-o", str(out)], env={"SCOREWALK_DATA_DIR": str(program.folder)}
    )
    assert told.exit_code != 0
    assert f"不能写入 {out}；" in told.output


async def test_more_refusals_than_a_message_holds(li: Chat) -> None:
    """The good lines count all the same, and what was refused is told before what was taken."""
    await northwest(li)
    await li.say("/lang")
    words = "缺记录" * 8
    await li.say("\n".join(["1.3 a1", *[f"2.2 {words}"] * 40]))
    li.sees("Entered 1 of 41:", "✗ Line 2 ", " more\n")
    li.does_not_see("could not be handled", "✓ 1.3")
    await li.say("\n".join(["1.3 +b", *["1.2 满"] * 35, "9.9 a"]))
    li.sees("Entered 36 of 37:", "✗ Line 37 ", "… 7 more")
    await li.say("/sheet")
    li.sees("● 1.3 Ledgers 2/4 ab")
