"""A chat that is spoken to by the keys of the text tables, so that one script runs in every language.

A key stands for its text; where its parameters are not given, for the longest part of it that has none.
"""

import re
from dataclasses import dataclass

from bot.texts import TEXTS, words
from tests.campaign.desk import press
from tests.kit.chat import Chat

TAG = re.compile(r"<[^>]+>")
PLACE = re.compile(r"\{[^}]*\}|\n")


@dataclass(frozen=True)
class Voice:
    """A person's chat and the language they read."""

    chat: Chat
    language: str

    def text(self, key: str, **params: object) -> str:
        """What the key says, without tags."""
        table = TEXTS[self.language]
        if params or not PLACE.search(table[key]):
            return TAG.sub("", words(self.language)(key, **params))
        return max((part.strip() for part in PLACE.split(TAG.sub("", table[key]))), key=len)

    async def tap(self, *keys: str, **params: object) -> None:
        """Tap the buttons with these keys, one after the other, each on the card that is in view then."""
        for key in keys:
            await self.press(self.text(key, **params))

    async def press(self, label: str) -> None:
        """Tap the button of the card in view with a label, or the first that has it as a part; leaf where it must be."""
        for _ in range(9):
            if label in self.labels() or self.chat.has(label):
                break
            await self._leaf(label)
        if label in self.labels():
            await self.chat.tap(self.chat.button(label, on=self.chat.card_message()["message_id"]))
        else:
            await press(self.chat, label)

    async def _leaf(self, label: str) -> None:
        after = next((each for each in self.labels() if each.endswith("›")), None)
        assert after, f"no button {label!r}\n{self.chat.screen()}"
        await self.chat.tap(self.chat.button(after, on=self.chat.card_message()["message_id"]))

    def labels(self) -> list[str]:
        """The buttons of the card in view."""
        return [key["text"] for row in self.chat.card_message().get("inline", []) for key in row]

    async def say(self, *texts: str) -> None:
        """Type these, one after the other."""
        for text in texts:
            await self.chat.say(text)

    def sees(self, *keys: str, **params: object) -> None:
        """The texts of these keys stand on the screen."""
        __tracebackhide__ = True
        self.chat.sees(*(self.text(key, **params) for key in keys))

    def reads(self, *parts: str) -> None:
        """These words stand on the screen, in whatever language."""
        __tracebackhide__ = True
        self.chat.sees(*parts)
