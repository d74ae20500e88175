"""A person who walks a route come what may: taps when the button is there, never waits for an answer otherwise.

It must not know whether the program lives; it knows what it has sent, and what that must have left.
"""

import asyncio
import hashlib
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

from bot.sandbox import Phone
from tests.kit.acts import Act, Burst, Paper, Photo, Say, Tap, Wait
from tests.kit.pictures import jpeg

LOOK_SECONDS = 0.02
LONGEST_PAUSE = 0.06
"""Between bursts, so that some come while the one before is being dealt with and some after."""

Json = dict[str, Any]


class Stuck(Exception):
    """What the walk waits for does not come."""

    def __init__(self, what: str, screen: str) -> None:
        super().__init__(what, screen)
        self.what = what
        self.screen = screen


class Walker:
    """One person on one walk."""

    def __init__(self, phone: Phone, route: tuple[Burst, ...], dice: Random, patience: float) -> None:
        self.phone = phone
        self.inputs = 0
        self.rows: list[str] = []
        """What must be in the history, in this order."""
        self.files: list[str] = []
        """SHA-256 of everything sent."""
        self.stuck = ""
        """What was waited for in vain."""
        self._route = route
        self._dice = dice
        self._patience = patience
        self._pictures = phone.id % 7919 * 100

    async def walk(self) -> None:
        """Do everything, or stop where the program does not go on."""
        try:
            for burst in self._route:
                for act in burst:
                    await self._do(act)
                await asyncio.sleep(self._dice.uniform(0, LONGEST_PAUSE))
        except Stuck as stuck:
            self.stuck = f"{stuck.what}\n{stuck.screen}"

    def screen(self) -> str:
        """The end of the chat."""
        return "\n".join(_text(message) for message in self.phone.messages[-6:])

    # -- acts

    async def _do(self, act: Act) -> None:
        match act:
            case Wait():
                await self._until(lambda: act.text in self.screen(), act.text)
            case Say():
                self.phone.say(act.text)
                self._sent(*act.rows)
            case Tap():
                await self._tap(act)
            case Photo():
                pictures = [self._picture() for _ in range(act.count)]
                self._uploaded(self.phone.photo(*pictures, caption=act.caption), act.rows, *pictures)
            case Paper():
                content = b"%PDF-1.4 " + self._picture()
                self._uploaded(
                    self.phone.document(content, "附件.pdf", caption=act.caption), act.rows, content
                )

    async def _tap(self, act: Tap) -> None:
        await self._until(lambda: self._button(act), f"[{act.label}] on {act.on!r}")
        pressed = self._press(act)
        self._sent(*act.rows)
        while act.until and act.until not in self.screen():
            await self._until(partial(self._moved_on, act, pressed), act.until)
            if act.until not in self.screen():
                pressed = self._press(act)

    def _press(self, act: Tap) -> list[tuple[int, str]]:
        button = self._button(act)
        ((message, data),) = button
        self.phone.tap(message_id=message, data=data)
        return button

    def _moved_on(self, act: Tap, pressed: list[tuple[int, str]]) -> bool:
        return act.until in self.screen() or self._button(act) not in ([], pressed)

    def _button(self, act: Tap) -> list[tuple[int, str]]:
        for message in reversed(self.phone.messages):
            if "inline" in message and act.on in message.get("text", ""):
                keys = [key for row in message["inline"] for key in row if act.label in key["text"]]
                return [(message["message_id"], keys[0]["data"])] if len(keys) == 1 else []
        return []

    def _uploaded(self, answer: Json, rows: tuple[str, ...], *contents: bytes) -> None:
        self.files += [hashlib.sha256(content).hexdigest() for content in contents]
        names = [_unique(self.phone.chat.messages[number].raw) for number in answer["message_ids"]]
        self._sent(*(row.replace("?", name) for row, name in zip(rows, names, strict=True)))
        self.inputs += len(names) - 1

    def _picture(self) -> bytes:
        self._pictures += 1
        return jpeg(self._pictures)

    def _sent(self, *rows: str) -> None:
        self.inputs += 1
        self.rows += rows

    async def _until(self, ready: Callable[[], object], what: str) -> None:
        try:
            await self.phone.wait(ready, self._patience)
        except TimeoutError:
            raise Stuck(what, self.screen()) from None


def _unique(raw: Json) -> str:
    file = raw["photo"][-1] if "photo" in raw else raw["document"]
    return str(file["file_unique_id"])


def _text(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")
