"""Everything that can happen, one file each; the list below is the vocabulary of the history."""

from __future__ import annotations

from typing import Final

from bot.changes.add_studio import AddStudio
from bot.changes.answer_draft import AnswerDraft
from bot.changes.attach_evidence import AttachEvidence, ExtendAlbum, MoveEvidence
from bot.changes.base import Change, Moment, Told, make
from bot.changes.comment import Comment
from bot.changes.invite import Invite
from bot.changes.join import Join
from bot.changes.mark_item import MarkItem
from bot.changes.move_version import MoveVersion
from bot.changes.open_visit import OpenVisit
from bot.changes.pass_gaps import PassGaps
from bot.changes.publish_rubric import PublishRubric
from bot.changes.receive_draft import DropDraft, PasteDraft, ReadPaste, ReceiveDraft
from bot.changes.rule import Rule
from bot.changes.settle_draft import FailDraft, OpenDraft, StoreDocument
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
    ReceiveDraft,
    PasteDraft,
    ReadPaste,
    StoreDocument,
    OpenDraft,
    FailDraft,
    AnswerDraft,
    DropDraft,
    PublishRubric,
    MoveVersion,
    Undo,
)

__all__ = [
    "CHANGES",
    "AddStudio",
    "AnswerDraft",
    "AttachEvidence",
    "Change",
    "Comment",
    "DropDraft",
    "ExtendAlbum",
    "FailDraft",
    "Invite",
    "Join",
    "MarkItem",
    "Moment",
    "MoveEvidence",
    "MoveVersion",
    "OpenDraft",
    "OpenVisit",
    "PassGaps",
    "PasteDraft",
    "PublishRubric",
    "ReadPaste",
    "ReceiveDraft",
    "Rule",
    "SettleFile",
    "Sign",
    "Speak",
    "StoreDocument",
    "Told",
    "Undo",
    "WriteNote",
    "make",
]
