"""Who is told what when the program itself changed something: a file that was lost, a document that was read."""

from __future__ import annotations

from collections.abc import Sequence

from bot.changes import Change, FailDraft, FailUpload, OpenDraft, ReadUpload, SettleFile
from bot.flows.engine import World
from bot.flows.outputs import Output, Say
from bot.flows.rubrics.told import told as draft_told
from bot.flows.uploads.told import told as upload_told
from bot.ports import Desk
from bot.texts import words


def told(desk: Desk, world: World, change: Change, now: int) -> Sequence[tuple[int, list[Output]]]:
    """Return chats and what they are told; a file that came in as it should is confirmed by the card alone."""
    if isinstance(change, OpenDraft | FailDraft):
        return draft_told(desk, world, change, now)
    if isinstance(change, ReadUpload | FailUpload):
        return upload_told(desk, world, change, now)
    if not isinstance(change, SettleFile) or change.state == "stored":
        return ()
    piece = desk.files.piece_of_file(change.file)
    logged = None if piece else desk.proofs.piece_of_file(change.file)
    by = piece.by if piece else logged.by if logged else ""
    person = desk.people.get(by, now)
    if person is None:
        return ()
    say = words(person.language)
    why = say(f"problem.{change.failure or 'file_unreachable'}")
    entry = desk.logs.get(logged.of) if logged else None
    if piece:
        text = say("evidence.lost", number=piece.number, item=piece.item, why=why)
    elif entry and logged:
        text = say("log.file_lost", number=logged.number, on=entry.on, why=why)
    elif logged and logged.of == logged.studio:
        text = say("log.kept_lost", number=logged.number, why=why)
    elif logged:
        text = say("files.lost_one", number=logged.number, why=why)
    else:
        return ()
    return [(chat, [Say(text)]) for chat in desk.people.accounts(person.id)]
