"""Everything that can happen, one file each; the list below is the vocabulary of the history."""

from __future__ import annotations

from typing import Final

from bot.changes.accept_fix import AcceptFix
from bot.changes.add_studio import AddStudio
from bot.changes.answer_draft import AnswerDraft
from bot.changes.answer_sheet import AnswerSheet
from bot.changes.applications.back import RejectApplication, ReturnApplication
from bot.changes.applications.matter import BeginMatter, Respond, WithdrawMatter
from bot.changes.applications.public import DecideObjection, FileObjection, Publish
from bot.changes.applications.round import SetRound
from bot.changes.applications.select import DrawLine, LiftLine
from bot.changes.applications.step import TakeStep, TakeSteps
from bot.changes.applying.answers import AnswerCondition, AnswerField, ClearAnswer, RemoveRow
from bot.changes.applying.begin import BeginApplication
from bot.changes.applying.files import AttachToAnswer, ExtendAnswerAlbum
from bot.changes.applying.submit import SubmitApplication, WithdrawApplication
from bot.changes.ask_export import AskExport
from bot.changes.ask_fix_waiver import AskFixWaiver
from bot.changes.attach_evidence import AttachEvidence, ExtendAlbum, MoveEvidence
from bot.changes.attach_proof import AttachProof, ExtendProof
from bot.changes.attach_to_activity import AttachToActivity, ExtendActivityAlbum
from bot.changes.attach_to_fix import AttachToFix, ExtendFixAlbum
from bot.changes.base import Change, Moment, Told, make
from bot.changes.cancel_export import CancelExport
from bot.changes.change_leader import ChangeLeader
from bot.changes.change_visit import CancelVisit, ChangeMembers
from bot.changes.comment import Comment
from bot.changes.confirm_sheet import ConfirmSheet
from bot.changes.countersign import SignWithOthers, VoidSignatures
from bot.changes.decide_appeal import DecideAppeal
from bot.changes.decide_proposal import DecideProposal
from bot.changes.decide_ruling import DecideRuling
from bot.changes.delete_activity import DeleteActivity
from bot.changes.edit_activity import EditActivity
from bot.changes.edit_studio import EditStudio, SetFund, SetTeam, SetType
from bot.changes.file_appeal import FileAppeal, WithdrawAppeal
from bot.changes.file_void_step import VoidFileStep
from bot.changes.finish_fix import FinishFix
from bot.changes.fund.attach import AttachToFund, ExtendFundAlbum
from bot.changes.fund.moves import BookFundMove, CheckFundMove, DropFundMove, MarkFundAsset
from bot.changes.give_grant import GiveGrant
from bot.changes.hand_in import HandIn, TakeBack
from bot.changes.import_studios import ImportStudios
from bot.changes.invite import Invite
from bot.changes.join import Join
from bot.changes.keep_for_log import DropKept, ExtendKept, FileUnder, KeepForLog, TakeOutOfActivity
from bot.changes.leave_group import LeaveGroup
from bot.changes.log_activity import LogActivity
from bot.changes.mark_item import MarkItem
from bot.changes.move_fix_due import MoveFixDue
from bot.changes.move_version import MoveVersion
from bot.changes.name_fix_owner import NameFixOwner
from bot.changes.nothing_this_month import NothingThisMonth
from bot.changes.open_self_check import JoinSelfCheck, OpenSelfCheck
from bot.changes.open_visit import OpenVisit
from bot.changes.outcomes.attach_to_fact import AttachToFact, ExtendFactAlbum
from bot.changes.outcomes.decide_period import ChooseAlternative, DecidePeriod
from bot.changes.outcomes.enter_fact import DropFact, EnterFact
from bot.changes.outcomes.judge import ApproveOutcomes, CarryOutOutcomes, SendBackOutcomes
from bot.changes.outcomes.propose import ProposeOutcomes
from bot.changes.outcomes.share_lump import Share, ShareLump
from bot.changes.own_forms import DropForm, KeepForm
from bot.changes.pass_gaps import PassGaps
from bot.changes.plan_list import PlanList
from bot.changes.plan_visit import MoveVisit, PlanVisit
from bot.changes.publish_rubric import PublishRubric
from bot.changes.receive_draft import DropDraft, PasteDraft, ReadPaste, ReceiveDraft
from bot.changes.receive_upload import DropUpload, FailUpload, ReadUpload, ReceiveUpload, StoreUpload
from bot.changes.registers.attach import AttachToEntry, ExtendEntryAlbum
from bot.changes.registers.entries import AddFileEntry, DropFileEntry, EditFileEntry
from bot.changes.registers.import_workbook import ImportRegisters
from bot.changes.registers.steps import StepFileEntry
from bot.changes.reopen_month import ReopenMonth
from bot.changes.retire_studio import BringBackStudio, RetireStudio
from bot.changes.revoke_grant import RevokeGrant
from bot.changes.revoke_invitation import RevokeInvitation
from bot.changes.rule import Rule
from bot.changes.send_back_fix import SendBackFix
from bot.changes.send_back_items import SendBackItems
from bot.changes.settle_draft import FailDraft, OpenDraft, StoreDocument
from bot.changes.settle_file import SettleFile
from bot.changes.settle_item import SettleItem
from bot.changes.share_items import ShareItems
from bot.changes.sign import Sign
from bot.changes.speak import Speak
from bot.changes.submit_month import SubmitMonth
from bot.changes.undo import Undo
from bot.changes.work_plan.closing import ClosePlanTask, FinishPlanTask, SendBackPlanTask, UnfinishPlanTask
from bot.changes.work_plan.files import AttachToWorkPlan, ExtendWorkPlanAlbum
from bot.changes.work_plan.import_tasks import ImportPlanTasks
from bot.changes.work_plan.review import AcceptWorkPlan, ReturnWorkPlan
from bot.changes.work_plan.tasks import AddPlanTasks, DropPlanTask, EditPlanTask
from bot.changes.work_plan.writing import BeginWorkPlan, HandInWorkPlan, TakeBackWorkPlan, WriteWorkPlan
from bot.changes.write_note import WriteNote

CHANGES: Final[tuple[type[Change], ...]] = (
    AddStudio,
    EditStudio,
    SetType,
    SetTeam,
    SetFund,
    ChangeLeader,
    RetireStudio,
    BringBackStudio,
    ReceiveUpload,
    StoreUpload,
    ReadUpload,
    FailUpload,
    DropUpload,
    ImportStudios,
    Invite,
    RevokeInvitation,
    Join,
    GiveGrant,
    RevokeGrant,
    Speak,
    Rule,
    DecideRuling,
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
    SignWithOthers,
    VoidSignatures,
    ShareItems,
    LeaveGroup,
    SettleItem,
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
    TakeOutOfActivity,
    DropKept,
    SubmitMonth,
    NothingThisMonth,
    ReopenMonth,
    DecideProposal,
    PlanVisit,
    MoveVisit,
    ChangeMembers,
    CancelVisit,
    PlanList,
    HandIn,
    TakeBack,
    AttachProof,
    ExtendProof,
    AnswerSheet,
    FileAppeal,
    WithdrawAppeal,
    DecideAppeal,
    ConfirmSheet,
    SendBackItems,
    AttachToFix,
    ExtendFixAlbum,
    FinishFix,
    AskFixWaiver,
    AskExport,
    KeepForm,
    DropForm,
    AcceptFix,
    SendBackFix,
    NameFixOwner,
    MoveFixDue,
    EnterFact,
    DropFact,
    AttachToFact,
    ExtendFactAlbum,
    DecidePeriod,
    ChooseAlternative,
    ProposeOutcomes,
    ApproveOutcomes,
    SendBackOutcomes,
    CarryOutOutcomes,
    ShareLump,
    AnswerCondition,
    AnswerField,
    ClearAnswer,
    RemoveRow,
    BeginApplication,
    AttachToAnswer,
    ExtendAnswerAlbum,
    SubmitApplication,
    WithdrawApplication,
    TakeStep,
    TakeSteps,
    ReturnApplication,
    RejectApplication,
    DrawLine,
    LiftLine,
    SetRound,
    Publish,
    FileObjection,
    DecideObjection,
    BeginMatter,
    Respond,
    WithdrawMatter,
    AddFileEntry,
    EditFileEntry,
    StepFileEntry,
    VoidFileStep,
    DropFileEntry,
    AttachToEntry,
    ExtendEntryAlbum,
    ImportPlanTasks,
    ImportRegisters,
    BookFundMove,
    MarkFundAsset,
    CheckFundMove,
    DropFundMove,
    AttachToFund,
    ExtendFundAlbum,
    BeginWorkPlan,
    WriteWorkPlan,
    HandInWorkPlan,
    TakeBackWorkPlan,
    AcceptWorkPlan,
    ReturnWorkPlan,
    AddPlanTasks,
    EditPlanTask,
    DropPlanTask,
    FinishPlanTask,
    UnfinishPlanTask,
    ClosePlanTask,
    SendBackPlanTask,
    AttachToWorkPlan,
    ExtendWorkPlanAlbum,
    Undo,
)

__all__ = [
    "CHANGES",
    "AcceptFix",
    "AcceptWorkPlan",
    "AddFileEntry",
    "AddPlanTasks",
    "AddStudio",
    "AnswerCondition",
    "AnswerDraft",
    "AnswerField",
    "AnswerSheet",
    "ApproveOutcomes",
    "AskExport",
    "AskFixWaiver",
    "AttachEvidence",
    "AttachProof",
    "AttachToActivity",
    "AttachToAnswer",
    "AttachToEntry",
    "AttachToFact",
    "AttachToFix",
    "AttachToFund",
    "AttachToWorkPlan",
    "BeginApplication",
    "BeginMatter",
    "BeginWorkPlan",
    "BookFundMove",
    "BringBackStudio",
    "CancelExport",
    "CancelVisit",
    "CarryOutOutcomes",
    "Change",
    "ChangeLeader",
    "ChangeMembers",
    "CheckFundMove",
    "ChooseAlternative",
    "ClearAnswer",
    "ClosePlanTask",
    "Comment",
    "ConfirmSheet",
    "DecideAppeal",
    "DecideObjection",
    "DecidePeriod",
    "DecideProposal",
    "DecideRuling",
    "DeleteActivity",
    "DrawLine",
    "DropDraft",
    "DropFact",
    "DropFileEntry",
    "DropForm",
    "DropFundMove",
    "DropKept",
    "DropPlanTask",
    "DropUpload",
    "EditActivity",
    "EditFileEntry",
    "EditPlanTask",
    "EditStudio",
    "EnterFact",
    "ExtendActivityAlbum",
    "ExtendAlbum",
    "ExtendAnswerAlbum",
    "ExtendEntryAlbum",
    "ExtendFactAlbum",
    "ExtendFixAlbum",
    "ExtendFundAlbum",
    "ExtendKept",
    "ExtendProof",
    "ExtendWorkPlanAlbum",
    "FailDraft",
    "FailUpload",
    "FileAppeal",
    "FileObjection",
    "FileUnder",
    "FinishFix",
    "FinishPlanTask",
    "GiveGrant",
    "HandIn",
    "HandInWorkPlan",
    "ImportPlanTasks",
    "ImportRegisters",
    "ImportStudios",
    "Invite",
    "Join",
    "JoinSelfCheck",
    "KeepForLog",
    "KeepForm",
    "LeaveGroup",
    "LiftLine",
    "LogActivity",
    "MarkFundAsset",
    "MarkItem",
    "Moment",
    "MoveEvidence",
    "MoveFixDue",
    "MoveVersion",
    "MoveVisit",
    "NameFixOwner",
    "NothingThisMonth",
    "OpenDraft",
    "OpenSelfCheck",
    "OpenVisit",
    "PassGaps",
    "PasteDraft",
    "PlanList",
    "PlanVisit",
    "ProposeOutcomes",
    "Publish",
    "PublishRubric",
    "ReadPaste",
    "ReadUpload",
    "ReceiveDraft",
    "ReceiveUpload",
    "RejectApplication",
    "RemoveRow",
    "ReopenMonth",
    "Respond",
    "RetireStudio",
    "ReturnApplication",
    "ReturnWorkPlan",
    "RevokeGrant",
    "RevokeInvitation",
    "Rule",
    "SendBackFix",
    "SendBackItems",
    "SendBackOutcomes",
    "SendBackPlanTask",
    "SetFund",
    "SetRound",
    "SetTeam",
    "SetType",
    "SettleFile",
    "SettleItem",
    "Share",
    "ShareItems",
    "ShareLump",
    "Sign",
    "SignWithOthers",
    "Speak",
    "StepFileEntry",
    "StoreDocument",
    "StoreUpload",
    "SubmitApplication",
    "SubmitMonth",
    "TakeBack",
    "TakeBackWorkPlan",
    "TakeOutOfActivity",
    "TakeStep",
    "TakeSteps",
    "Told",
    "Undo",
    "UnfinishPlanTask",
    "VoidFileStep",
    "VoidSignatures",
    "WithdrawAppeal",
    "WithdrawApplication",
    "WithdrawMatter",
    "WriteNote",
    "WriteWorkPlan",
    "make",
]
