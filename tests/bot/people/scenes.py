"""What the scripts of people do again and again."""

import re

from tests.kit.chat import Chat

LINK = re.compile(r"https://t\.me/\w+\?start=(\w+)")


def secrets(who: Chat) -> list[str]:
    """The secrets of the links that came since the last act, in order."""
    return [found for text in who.new_messages() for found in LINK.findall(text)]


async def invite(
    who: Chat, name: str, role: str, *places: str, days: str = "7 天", until: str = "不限期"
) -> str:
    """Invite somebody step by step; returns the secret of the link."""
    await who.say("/people")
    await who.tap("邀请…")
    await who.say(name)
    await who.tap(role)
    for place in places:
        await who.tap(place)
    await who.tap(days)
    await who.tap(until)
    await who.tap("生成邀请链接")
    (secret,) = secrets(who)
    return secret
