"""Everything that can happen, one file each; the list below is the vocabulary of the history."""

from __future__ import annotations

from typing import Final

from bot.changes.add_studio import AddStudio
from bot.changes.answer_draft import AnswerDraft
from bot.changes.attach_evidence import AttachEvidence, ExtendAlbum, MoveEvidence
from bot.changes.attach_to_activity import AttachToActivity, ExtendActivityAlbum
from bot.changes.base import Change, Moment, Told, make
from bot.changes.comment import Comment
from bot.changes.decide_proposal import DecideProposal
from bot.changes.delete_activity import DeleteActivity
from bot.changes.edit_activity import EditActivity
from bot.changes.invite import Invite
from bot.changes.join import Join
from bot.changes.keep_for_log import DropKept, ExtendKept, FileUnder, KeepForLog
from bot.changes.log_activity import LogActivity
from bot.changes.mark_item import MarkItem
from bot.changes.move_version import MoveVersion
from bot.changes.nothing_this_month import NothingThisMonth
from bot.changes.open_self_check import JoinSelfCheck, OpenSelfCheck
from bot.changes.open_visit import OpenVisit
from bot.changes.pass_gaps import PassGaps
from bot.changes.publish_rubric import PublishRubric
from bot.changes.receive_draft import DropDraft, PasteDraft, ReadPaste, ReceiveDraft
from bot.changes.reopen_month import ReopenMonth
from bot.changes.rule import Rule
from bot.changes.settle_draft import FailDraft, OpenDraft, StoreDocument
from bot.changes.settle_file import SettleFile
from bot.changes.sign import Sign
from bot.changes.speak import Speak
from bot.changes.submit_month import SubmitMonth
from bot.changes.undo import Undo
from bot.changes.write_note import WriteNote

CHANGES: Final[tuple[type[Change], ...]] = (
    AddStudio,
    Invite,
    Join,
    Speak,
    Rule,
    OpenVisit,
    OpenSelfCheck,
    JoinSelfCheck,
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
    LogActivity,
    EditActivity,
    DeleteActivity,
    AttachToActivity,
    ExtendActivityAlbum,
    KeepForLog,
    ExtendKept,
    FileUnder,
    DropKept,
    SubmitMonth,
    NothingThisMonth,
    ReopenMonth,
    DecideProposal,
    Undo,
)

__all__ = [
    "CHANGES",
    "AddStudio",
    "AnswerDraft",
    "AttachEvidence",
    "AttachToActivity",
    "Change",
    "Comment",
    "DecideProposal",
    "DeleteActivity",
    "DropDraft",
    "DropKept",
    "EditActivity",
    "ExtendActivityAlbum",
    "ExtendAlbum",
    "ExtendKept",
    "FailDraft",
    "FileUnder",
    "Invite",
    "Join",
    "JoinSelfCheck",
    "KeepForLog",
    "LogActivity",
    "MarkItem",
    "Moment",
    "MoveEvidence",
    "MoveVersion",
    "NothingThisMonth",
    "OpenDraft",
    "OpenSelfCheck",
    "OpenVisit",
    "PassGaps",
    "PasteDraft",
    "PublishRubric",
    "ReadPaste",
    "ReceiveDraft",
    "ReopenMonth",
    "Rule",
    "SettleFile",
    "Sign",
    "Speak",
    "StoreDocument",
    "SubmitMonth",
    "Told",
    "Undo",
    "WriteNote",
    "make",
]
