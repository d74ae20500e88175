"""A studio retired while a visit is open there: the visit goes on to its signature, and opens nothing new."""

from tests.bot.fix.scenes import LINES, finish, fixes
from tests.bot.studios.test_card import opened
from tests.bot.walk.scenes import ZHANG, northwest
from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_a_visit_that_is_open_can_be_signed_and_asks_for_nothing(
    program: Program, li: Chat, chen: Chat
) -> None:
    await northwest(li)
    await opened(chen, ZHANG.name)
    await chen.tap("停用…")
    chen.sees("▲ 还有 1 张未完成的评分表")
    await chen.say("摘牌")
    await li.say(LINES)
    await finish(li)
    assert program.rows("select state from assessments") == [("signed",)]
    assert await fixes(program) == ()


async def test_the_same_without_that_asks_for_what_is_missing(program: Program, li: Chat) -> None:
    """So that the script above shows what it says."""
    await northwest(li)
    await li.say(LINES)
    await finish(li)
    assert len(await fixes(program)) == 2
