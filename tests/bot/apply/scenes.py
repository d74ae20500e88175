"""What scripts of applications have in common: the way to the forms, and what is answered there."""

from tests.kit.chat import Chat

CONDITIONS = ("是", "是", "是", "是", 3, "是", "是", "是", "是", "是", "是", "是", "是")
"""Answers to the conditions of Dalian for a model worker's studio; 3 years of work."""


async def begin(chat: Chat, year: str = "2026") -> None:
    """Begin an application by the scheme of Dalian."""
    await chat.say("/apply")
    await chat.tap("新建申报…")
    await chat.tap("大连市推荐申报")
    if year == "2026":
        await chat.tap(year)
    else:
        await chat.say(year)
    await chat.tap("辽宁省劳模创新工作室")
    await chat.tap("张建国工作室")


async def conditions(chat: Chat) -> None:
    """Answer every condition."""
    await chat.tap("申报条件")
    for answer in CONDITIONS:
        if isinstance(answer, int):
            await chat.say(str(answer))
            await chat.tap("下一项")
        else:
            await chat.tap(answer)
