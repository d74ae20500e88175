"""A sheet that was signed once stays with its version of the rubric, also while items of it are open again."""

from tests.bot.review.scenes import again
from tests.bot.rubrics.scenes import begin, offer, publish
from tests.bot.rubrics.test_versions import DEARER, moved
from tests.bot.walk.scenes import ZHANG, sign
from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_a_newer_version_does_not_reach_it(program: Program, chen: Chat, li: Chat) -> None:
    await publish(chen)
    await begin(li)
    await li.say("1.1 b1\n1.2 a1b1\n2.1 满\n2.2 满")
    await li.tap("核对并签字")
    await sign(li)
    await chen.tap("复核")
    await again(chen, ("1.1", "请核实"))
    await chen.say("/rubrics")
    await offer(chen, DEARER)
    chen.does_not_see("还没有签字的考核 1 份", "未签字的也改用新版")
    await chen.tap("发布")
    assert await moved(program) == [(ZHANG.name, 1, None)]
    await li.tap("打开 1.1")
    await li.say("1.1 满")
    li.sees("1.1")
