"""Sheets that the scripts review and send back."""

from tests.bot.appeal.scenes import signed_44
from tests.kit.chat import Chat
from tests.kit.program import Program

__all__ = ["again", "opened", "resign", "send_back", "signed_44", "there"]


async def send_back(who: Chat, *reasons: tuple[str, str]) -> None:
    """Open the sheet that was just signed, choose items, write why, send them back."""
    await who.tap("复核")
    await again(who, *reasons)


async def again(who: Chat, *reasons: tuple[str, str]) -> None:
    """From the card of a sheet: choose items, write why, send them back."""
    await who.tap("退回…")
    for item, _ in reasons:
        await who.tap(f"☐ {item}")
    await who.tap("写理由")
    for _, why in reasons:
        await who.say(why)
    await who.tap("退回")


async def resign(who: Chat) -> None:
    """Sign what is open again."""
    await who.tap("目录")
    await who.tap("核对并签字")
    if who.has("保留缺项"):
        await who.tap("保留缺项")
    elif who.has("继续"):
        await who.tap("继续")
    await who.tap("去签字")
    await who.tap("签字")


async def opened(program: Program, who: Chat) -> str:
    """The assessment that a person touched last."""
    account = who.phone.id
    person = await program.read(lambda desk: desk.people.by_account(account, 0))
    assert person
    found = await program.read(lambda desk: desk.visits.latest_of(person.id))
    assert found
    return found.id


def there(who: Chat, words: str) -> int:
    """The newest message that holds some words."""
    return next(
        int(each["message_id"]) for each in reversed(who.phone.messages) if words in each.get("text", "")
    )
