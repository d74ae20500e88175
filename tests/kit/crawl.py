"""Walking screens without a script: every button of a command's card is tapped, and of the cards behind it.

It knows the phone and nothing of the bot. What it finds is for tests of words, labels and lengths.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from tests.kit.chat import Button, Chat, Json

CARDS = 40
"""Different cards that are looked behind for one command."""


@dataclass(frozen=True)
class Seen:
    """A message as it stood at some time, with how one came there."""

    path: tuple[str, ...]
    text: str
    labels: tuple[str, ...]


async def crawl(chat: Chat, command: str, *, deep: int = 2, cards: int = CARDS) -> list[Seen]:
    """Send a command and tap everything, at most so many presses from it; returns all that was seen."""
    seen: list[Seen] = []
    known: set[tuple[str, ...]] = set()
    paths: deque[tuple[str, ...]] = deque([()])
    while paths and len(known) < cards:
        path = paths.popleft()
        if not await _walked(chat, command, path, seen):
            continue
        message = chat.card_message()
        labels = labels_of(message)
        if len(path) < deep and labels not in known:
            known.add(labels)
            paths.extend((*path, data) for data in _datas(message))
    return seen


async def _walked(chat: Chat, command: str, path: tuple[str, ...], seen: list[Seen]) -> bool:
    """Go a way from the command; only what its last step brings is new."""
    await chat.say(command)
    told: list[str] = [command]
    if not path:
        seen.extend(_seen(chat, told))
    for at, data in enumerate(path, 1):
        message = chat.card_message()
        key = next((each for each in _keys(message) if each["data"] == data), None)
        if key is None:
            return False
        told.append(key["text"])
        await chat.tap(Button(message["message_id"], key["text"], data))
        if at == len(path):
            seen.extend(_seen(chat, told))
    return True


def _seen(chat: Chat, told: list[str]) -> Iterator[Seen]:
    """Yield every message that came or was changed by the last act, and the answer to a tap."""
    fresh = {
        event["message"]["message_id"]
        for event in chat._events()
        if event["type"] in {"message", "edit"} and event["message"]["from"] == "bot"
    }
    for message in chat.phone.messages:
        if message["message_id"] in fresh:
            text = message.get("text") or message.get("caption") or ""
            yield Seen(tuple(told), text, labels_of(message))
    if chat.answer():
        yield Seen(tuple(told), chat.answer(), ())


def _keys(message: Json) -> list[Json]:
    return [key for row in message.get("inline", []) for key in row if key.get("data")]


def _datas(message: Json) -> list[str]:
    return [key["data"] for key in _keys(message)]


def labels_of(message: Json) -> tuple[str, ...]:
    """The labels of a message's buttons."""
    return tuple(key["text"] for row in message.get("inline", []) for key in row)
