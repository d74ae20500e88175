"""Replies to what quick entry answered, and more open visits than one page holds."""

from bot.changes import AddStudio, OpenVisit
from tests.bot.walk.scenes import northwest
from tests.kit.chat import Chat
from tests.kit.program import Program, studio

WHERE = "select item, kind from evidence where dropped = 0 order by number"


def newest(chat: Chat) -> int:
    """Return the number of the bot's newest message that is an answer to quick entry."""
    return max(each["message_id"] for each in chat.phone.messages if "已记" in each.get("text", ""))


async def test_a_photo_that_replies_to_an_answer_goes_to_the_item_answered(
    program: Program, li: Chat
) -> None:
    """The walk stands at 1.1; the answer was about 1.3, and so is what replies to it."""
    await northwest(li)
    await li.say("1.3 b 缺三月记录")
    await li.photo(to=newest(li))
    li.sees("已记入 1.3 台账")
    li.at("1.1")
    assert program.rows(WHERE) == [("1.3", "photo")]


async def test_of_several_items_answered_none_is_guessed(program: Program, li: Chat) -> None:
    """A photo that replies to an answer about two items is refused with what to do; a line still is a line."""
    await northwest(li)
    await li.say("1.3 b\n1.4 a")
    answered = newest(li)
    await li.photo(to=answered)
    li.sees("不知道记入哪一项，未保存。")
    assert program.rows(WHERE) == []
    await li.say("1.5 b", to=answered)
    li.sees("✓ 1.5 成员考核 2/5")


async def test_more_open_visits_than_a_page_can_all_be_reached(program: Program, li: Chat) -> None:
    """Eleven open visits: eight on the first page, three on the next."""
    for number in range(20, 31):
        await program.make(AddStudio(studio=studio(f"第{number}工作室", number=number)))
        await program.make(
            OpenVisit(
                visit=f"visit{number:08d}",
                assessment=f"asses{number:08d}",
                studio=f"studio{number:07d}",
                rubric="northwest-2025",
                version=1,
                period="2025-12",
            ),
            by="李工",
        )
    await li.say("/resume")
    assert li.card().count("2025-12]") == 8  # one button each
    await li.tap("下一页")
    await li.tap("‹ 上一页")
    await li.tap("下一页")
    assert li.card().count("2025-12]") == 3
    await li.tap("第20工作室")
    li.at("1.1")
