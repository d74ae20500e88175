"""Signed sheets that the scripts contest."""

from bot.entities import Appeal, Assessment
from tests.bot.walk.scenes import NORTHWEST_44, ZHANG, northwest, sign
from tests.kit.chat import Chat
from tests.kit.program import Program


async def signed_44(li: Chat) -> None:
    """李工 signs December 2025 of 张建国工作室 with 44 points."""
    await northwest(li)
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    if li.has("保留缺项"):
        await li.tap("保留缺项")
        await li.tap("去签字")
        await li.tap("签字")
    else:
        await sign(li)


async def sheet_of(program: Program) -> Assessment:
    """The newest signed sheet of 张建国工作室."""
    (found,) = await program.read(lambda desk: desk.visits.signed_of(ZHANG.id, 1))
    return found


async def appeals_of(program: Program) -> tuple[Appeal, ...]:
    """Its appeals."""
    found = await sheet_of(program)
    return await program.read(lambda desk: desk.appeals.of_assessment(found.id))


async def contest(who: Chat, item: str = "2.2", reason: str = "五月授课签到表在档案柜里") -> None:
    """Write an appeal and file it."""
    await who.say("/appeal")
    await who.tap("西北能化考核 2025-12")
    await who.tap(item)
    await who.say(reason)
    await who.tap("提交申诉")
