"""What the sender of a workbook sees when it was read, or could not be: its screen where they wait, else a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.changes.receive_upload import FailUpload, ReadUpload, may_send
from bot.flows import upgrades
from bot.flows.drawing import draw
from bot.flows.engine import World
from bot.flows.html import escape, short
from bot.flows.outputs import Button, Output, Say
from bot.flows.screen import Ask, Go, Screen
from bot.flows.screens import BY_NAME
from bot.flows.taps import pack
from bot.flows.uploads.kinds import KINDS, UploadState
from bot.flows.uploads.uploaded import NAME
from bot.ports import Desk
from bot.texts import words


def told(
    desk: Desk, world: World, change: ReadUpload | FailUpload, now: int
) -> Sequence[tuple[int, list[Output]]]:
    """Return the chat and what it is told."""
    upload = desk.uploads.get(change.upload)
    person = desk.people.by_account(upload.chat, now) if upload else None
    if upload is None or person is None or not may_send(person, upload.kind):
        return ()
    ask = Ask(person, words(person.language), now, world.mint, world.zone, upload.chat)
    screen: Screen[Any, Any] = BY_NAME[KINDS[upload.kind]]
    session = desk.sessions.get(upload.chat)
    waits = session is not None and session.screen == screen.name and upgrades.readable(session)
    if session is not None and waits and session.state.get("upload") == upload.id:
        after, outputs = draw(desk, ask, session, Go(screen.name, UploadState(upload=upload.id)), fresh=False)
        desk.sessions.put(after)
        return [(upload.chat, outputs)]
    key = "upload.was_read" if upload.state == "read" else "upload.not_read"
    button = Button(ask.words("button.open"), pack(screen.code, "o", upload.id))
    line = Say(ask.words(key, name=escape(short(upload.name, NAME))), rows=((button,),))
    return [(upload.chat, [line])]
