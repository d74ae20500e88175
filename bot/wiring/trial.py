"""The very same bot on the local stand-in for Telegram, with its chat page and sample people, in one process.

The stand-in forgets when it ends, as if every phone had been lost: at the next start the chats are empty, while
studios, people, visits and marks are as they were. So each chat begins with START again, and no old message is edited.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from bot import samples
from bot.clock import Clock, SystemClock, to_ms
from bot.ports import Session
from bot.problems import Refusal
from bot.sandbox import StandIn
from bot.settings import Settings
from bot.store import Store, StoreDesk
from bot.wiring.lifetime import Signals
from bot.wiring.memory import settle
from bot.wiring.program import Program

PORT: Final = 8899
"""Where the page is, if nothing else is said and nobody else is there."""
_HOME: Final = "home"


def settings_for(settings: Settings, data: Path, standin: StandIn) -> Settings:
    """Return the settings of a trial: its own data, the stand-in's address and token; zone and language stay."""
    return settings.model_copy(
        update={
            "token": SecretStr(standin.token),
            "api_base": standin.api_base,
            "data_dir": data,
            "database_url": "",
            "media_url": "",
        }
    )


async def try_out(
    settings: Settings, *, port: int | None, data: Path, browser: bool, announce: Callable[[str], None]
) -> int:
    """Run until a signal; `announce` is told the address of the page. Returns the exit code."""
    signals = Signals()
    standin = StandIn(limits=True)
    await _listen(standin, port)
    clock = SystemClock()
    trial = settings_for(settings, data, standin)
    try:
        async with Program(
            trial, clock=clock, prepare=lambda store: _prepare(store, clock, standin)
        ) as program:
            address = f"{standin.url}/"
            announce(address)
            if browser and _has_screen():
                # A thread that ends with the program: some browsers keep whoever opened them waiting.
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
            settle()
            return await signals.until(program.ended)
    finally:
        await standin.close()


def _has_screen() -> bool:
    """Say whether a browser could be seen; without a screen one in the terminal would hide the address."""
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


async def _listen(standin: StandIn, port: int | None) -> None:
    """Take the port that was asked for; if none was, the usual one or any that is free."""
    for candidate in (port,) if port is not None else (PORT, 0):
        try:
            await standin.start(candidate)
        except OSError:
            logging.getLogger(__name__).info("port %d is taken", candidate)
        else:
            return
    raise Refusal("port_taken", port=port or PORT)


async def _prepare(store: Store, clock: Clock, standin: StandIn) -> None:
    """Load the samples, forget the chats of the last time and hand out the phones."""

    def load(desk: StoreDesk) -> dict[int, str | None]:
        samples.load(desk, clock)
        for person in samples.PEOPLE:
            _forget_chat(desk, person.account, to_ms(clock.now()))
        return {person.account: samples.start_link(desk, person) for person in samples.PEOPLE}

    links = await store.write(load)
    for person in samples.PEOPLE:
        standin.phone(
            person.first_name,
            person.language,
            about=person.about,
            start=links[person.account],
            person_id=person.account,
        )
    standin.set_hints(samples.HINTS["zh"], samples.HINTS["en"])


def _forget_chat(desk: StoreDesk, chat: int, now: int) -> None:
    desk.sessions.put(Session(chat, _HOME, {}))
    desk.cards.forget(chat)
    for queued in desk.outbox.waiting():
        if queued.call.chat == chat:
            desk.outbox.failed(queued.id, "chat_gone", now)
    desk.outbox.wake_chat(chat)
