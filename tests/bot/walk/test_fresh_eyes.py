"""What a first reader of the finished walk stumbled over: odd orders that no other script takes."""

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
