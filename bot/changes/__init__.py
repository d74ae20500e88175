"""Everything that can happen, one file each; the list below is the vocabulary of the history."""

from __future__ import annotations

from typing import Final

from bot.changes.add_studio import AddStudio
from bot.changes.attach_evidence import AttachEvidence, ExtendAlbum, MoveEvidence
from bot.changes.base import Change, Moment, Told, make
from bot.changes.comment import Comment
from bot.changes.invite import Invite
from bot.changes.join import Join
from bot.changes.mark_item import MarkItem
from bot.changes.open_visit import OpenVisit
from bot.changes.pass_gaps import PassGaps
from bot.changes.rule import Rule
from bot.changes.settle_file import SettleFile
from bot.changes.sign import Sign
from bot.changes.speak import Speak
from bot.changes.undo import Undo
from bot.changes.write_note import WriteNote

CHANGES: Final[tuple[type[Change], ...]] = (
    AddStudio,
    Invite,
    Join,
    Speak,
    Rule,
    OpenVisit,
    MarkItem,
    WriteNote,
    AttachEvidence,
    ExtendAlbum,
    MoveEvidence,
    PassGaps,
    Comment,
    Sign,
    SettleFile,
    Undo,
)

__all__ = [
    "CHANGES",
    "AddStudio",
    "AttachEvidence",
    "Change",
    "Comment",
    "ExtendAlbum",
    "Invite",
    "Join",
    "MarkItem",
    "Moment",
    "MoveEvidence",
    "OpenVisit",
    "PassGaps",
    "Rule",
    "SettleFile",
    "Sign",
    "Speak",
    "Told",
    "Undo",
    "WriteNote",
    "make",
]
