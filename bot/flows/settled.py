"""Who is told what when the program itself changed something: a file that could not be had."""

from __future__ import annotations

from collections.abc import Sequence

from bot.changes import Change, SettleFile
from bot.flows.outputs import Output, Say
from bot.ports import Desk
from bot.texts import words


def told(desk: Desk, change: Change, now: int) -> Sequence[tuple[int, list[Output]]]:
    """Return chats and what they are told; a file that came in as it should is confirmed by the card alone."""
    if not isinstance(change, SettleFile) or change.state == "stored":
        return ()
    piece = desk.files.piece_of_file(change.file)
    person = desk.people.get(piece.by, now) if piece else None
    if piece is None or person is None:
        return ()
    say = words(person.language)
    why = say(f"problem.{change.failure or 'file_unreachable'}")
    text = say("evidence.lost", number=piece.number, item=piece.item, why=why)
    return [(chat, [Say(text)]) for chat in desk.people.accounts(person.id)]
