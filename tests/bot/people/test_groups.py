"""Group chats: one line that sends people to the private chat, then silence, whatever is sent, pressed or done."""

from typing import Any

import pytest

from bot.entities import Scope
from tests.bot.people.scenes import invite
from tests.bot.walk.scenes import NORTHWEST_44, ZHANG, northwest
from tests.kit.chat import Chat
from tests.kit.program import Program

LINE = "本机器人只在私聊中使用，请点机器人头像打开私聊。"
PHOTO = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 90, "height": 60, "file_size": 900}]}
DOCUMENT = {"document": {"file_id": "f", "file_unique_id": "u", "file_name": "办法.docx", "file_size": 900}}
CONTENTS: dict[str, dict[str, Any]] = {
    "command": {"text": "/assess"},
    "start with a link": {"text": "/start@ScorewalkSandboxBot SECRET"},
    "quick entry": {"text": "1.1 a 未建立物资档案"},
    "key of the reply keyboard": {"text": "总表"},
    "photo": PHOTO,
    "photo with quick entry": {**PHOTO, "caption": "1.1 a"},
    "document": DOCUMENT,
    "album": {**PHOTO, "media_group_id": "9"},
    "voice": {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 2}},
    "place": {"location": {"latitude": 43.6, "longitude": 122.2}},
    "sticker": {
        "sticker": {
            "file_id": "f", "file_unique_id": "u", "type": "regular", "width": 512, "height": 512,
            "is_animated": False, "is_video": False,
        }
    },
    "somebody was added": {"new_chat_members": [{"id": 77, "is_bot": False, "first_name": "新人"}]},
    "a group became a supergroup": {"migrate_from_chat_id": -44},
    "a new title": {"new_chat_title": "考核群"},
}  # fmt: skip
SERVICE = {"somebody was added", "a group became a supergroup", "a new title"}
"""What Telegram notes by itself: nobody said anything, so nobody is answered."""


class Room:
    """A group with the bot in it, and what is delivered from there."""

    def __init__(self, program: Program, kind: str = "group") -> None:
        self.program = program
        self.group = program.standin.group("考核组")
        assert self.group.chat.group
        self.group.chat.group["type"] = kind
        self._number = 1000

    async def send(self, who: Chat, content: dict[str, Any], **more: Any) -> None:
        """Let somebody send a message of any kind."""
        self._number += 1
        await self.program.deliver({"message": {**self._message(who), **content, **more}})

    async def press(self, who: Chat, data: str) -> None:
        """Let somebody press a button under a message that stands in the group."""
        self._number += 1
        query = {"id": str(self._number), "from": who.phone.person.user(), "chat_instance": "1", "data": data}
        await self.program.deliver(
            {"callback_query": {**query, "message": {**self._message(who), "text": "x"}}}
        )

    def _message(self, who: Chat) -> dict[str, Any]:
        date = int(self.program.clock.now().timestamp())
        common = {"message_id": self._number, "date": date, "chat": self.group.chat.api()}
        return {**common, "from": who.phone.person.user()}

    def told(self) -> list[str]:
        """What the bot said there."""
        return [message["text"] for message in self.group.messages if message["from"] == "bot"]


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_whatever_is_sent(kind: str, program: Program, li: Chat, unchanged) -> None:
    """One line for a message of any kind, and none for the next; nothing is recorded, no link is used up."""
    await northwest(li)
    secret, newcomer = await program.invite("张三", "assessor"), program.stranger("路人")
    before = li.phone.messages
    for name, content in CONTENTS.items():
        room = Room(program, kind)
        sent = content | ({"text": content["text"].replace("SECRET", secret)} if "text" in content else {})
        with unchanged():
            for who in (li, newcomer, li):
                await room.send(who, sent)
        assert room.told() == ([] if name in SERVICE else [LINE]), name
    assert li.phone.messages == before
    assert newcomer.phone.messages == []


async def test_commands_replies_taps_and_edits(program: Program, li: Chat, unchanged) -> None:
    """A press with the data of a real button does nothing from a group; neither does a reply to the bot's own line."""
    await northwest(li)
    tick = li.button("＋ b")
    room = Room(program)
    with unchanged():
        await room.press(li, tick.data)
        assert room.told() == []
        for command in ("/start", "/assess", "/people", "/sheet", "/help", "/outcomes", "/nonsense"):
            room.group.say(li.phone.person, command)
            await li.settle()
        own = next(each["message_id"] for each in room.group.messages if each["from"] == "bot")
        room.group.say(li.phone.person, "1.1 a", reply_to=own)
        await li.settle()
        room.group.say(li.phone.person, "@ScorewalkSandboxBot 1.1 满")
        await li.settle()
        await room.press(li, tick.data)
        await room.press(li, "x")
    assert room.told() == [LINE]


async def test_added_removed_and_added_again(program: Program, li: Chat, unchanged) -> None:
    """Nobody is greeted; a group that threw the bot out holds nothing up."""
    room = Room(program)
    with unchanged():
        room.group.add_bot(li.phone.person)
        await li.settle()
        assert room.told() == []
        room.group.say(li.phone.person, "/start")
        await li.settle()
        room.group.remove_bot(li.phone.person)
        await li.settle()
        room.group.say(li.phone.person, "/assess")
        await li.settle()
    assert room.told() == [LINE]
    await li.say("/assess")
    li.sees(ZHANG.name)


async def test_a_group_that_became_a_supergroup(program: Program, li: Chat, unchanged) -> None:
    """Telegram refuses the old id; the bot goes on, and the new chat gets its line."""
    room = Room(program)
    room.group.upgrade()
    with unchanged():
        room.group.say(li.phone.person, "/start")
        await li.settle()
        after = Room(program, "supergroup")
        await after.send(li, {"migrate_from_chat_id": room.group.id})
        await after.send(li, {"text": "/start"})
    assert after.told() == [LINE]
    await li.say("/assess")
    li.sees(ZHANG.name)


async def test_administrators_without_a_name_and_channels(program: Program, li: Chat, unchanged) -> None:
    """Nobody stands behind them: they are not even told."""
    room = Room(program, "supergroup")
    channel = {"id": -1001234, "type": "channel", "title": "频道"}
    with unchanged():
        await room.send(li, {"text": "/start"}, sender_chat=channel)
    assert room.told() == []


async def test_nothing_of_a_visit_ever_reaches_a_group(program: Program, chen: Chat, li: Chat) -> None:
    """A visit planned, scored, signed and reminded of, a role given and taken: the group hears its one line only."""
    wang = await program.person("王海涛", "leader", Scope(kind="studio", key=ZHANG.id))
    room = Room(program)
    for who in (chen, li, wang):
        await room.send(who, {"text": "/start"})
    await northwest(li)
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    await li.tap("保留缺项")
    await li.tap("去签字")
    await li.tap("签字")
    await invite(chen, "张三", "考核人员", "全部")
    for _ in range(40):
        program.pass_time(days=1)
        await li.settle()
    await room.send(li, {"text": "/sheet"})
    assert room.told() == [LINE]
    assert program.rows("select count(*) from outbox where chat < 0") == [(1,)]
    assert program.rows("select count(*) from accounts where account <= 0") == [(0,)]
    assert program.rows("select count(*) from cards where chat < 0") == [(0,)]


async def test_each_group_is_told_in_the_language_of_who_spoke(program: Program, li: Chat) -> None:
    room, anna = Room(program), program.stranger("Anna", "en")
    await room.send(anna, {"text": "/start"})
    assert room.told() == ["This bot works in private chats only. Tap its picture to open one."]
