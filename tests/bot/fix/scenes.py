"""Signed sheets of the scripts, and what they open."""

from bot.entities import Fix
from tests.bot.walk.scenes import ZHANG, northwest
from tests.kit.chat import Chat
from tests.kit.program import Program

LINES = """\
1.1 满
1.2 满
1.3 a1 缺课题攻关台账
1.4 a1 缺考勤制度
1.5 满
2.1 满
2.2 满
2.3 满
3.1 满
3.2 满
3.3 满
4.1 满
4.2 满
"""
"""December with two deductions: 1.3 a (−1) and 1.4 a (−2)."""


async def signed(li: Chat, lines: str = LINES, period: str = "2025-12", *, photo: str = "") -> None:
    """Walk 张建国工作室 and sign; with a photo for an item."""
    await northwest(li, period)
    await li.say(lines)
    if photo:
        await li.photo(caption=photo)
    await finish(li)


async def finish(who: Chat, last: str = "签字") -> None:
    """Go from the card to the signature."""
    await who.say("/resume")
    await who.tap("目录")
    await who.tap("核对并签字")
    await who.tap("继续")
    await who.tap("去签字")
    await who.tap(last)


async def fixes(program: Program) -> tuple[Fix, ...]:
    """What 张建国工作室 is to put right, by number."""
    found = await program.read(lambda desk: desk.fixes.of_studio(ZHANG.id))
    return tuple(sorted(found, key=lambda fix: fix.number))


async def fix(program: Program, number: int = 1) -> Fix:
    """One of them as it is stored."""
    return next(each for each in await fixes(program) if each.number == number)


async def handed_in(wang: Chat, words: str = "已补建课题攻关台账", *, one: str = "1 · 1.3a") -> None:
    """Open one, and say that it was put right."""
    await wang.say("/fix")
    await wang.tap(one)
    await wang.tap("已整改…")
    await wang.say(words)
