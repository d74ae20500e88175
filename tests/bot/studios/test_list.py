"""The list of studios in the chat: searching, adding step by step or in one message, editing, who sees which."""

from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_the_list_is_searched_by_typing(program: Program, chen: Chat) -> None:
    """Names, units and leaders are searched; all words must be there."""
    await chen.say("/studios")
    chen.sees("工作室　共 2 个", "张建国工作室", "红旗工作室", "[导出 Excel]")
    await chen.say("红旗")
    chen.sees("“红旗” 1 个，共 2 个", "[全部]")
    chen.does_not_see("张建国")
    await chen.say("没有的")
    chen.sees("没有找到。")
    await chen.tap("全部")
    chen.sees("共 2 个")
