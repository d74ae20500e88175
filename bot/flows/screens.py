"""Every screen of the conversation, in one visible list."""

from __future__ import annotations

from typing import Final

from bot.flows.appeal.appeal import AppealScreen
from bot.flows.appeal.case import CaseScreen
from bot.flows.appeal.reply import ReplyScreen
from bot.flows.applications.line import LineScreen
from bot.flows.applications.listing import ApplicationsScreen
from bot.flows.applications.matter import MatterScreen
from bot.flows.applications.matters_list import MattersScreen
from bot.flows.applications.objections import ObjectionsScreen
from bot.flows.applications.one import OneScreen as ApplicationScreen
from bot.flows.applications.round import RoundScreen
from bot.flows.applications.step import StepScreen
from bot.flows.apply.form import FormScreen
from bot.flows.apply.listing import ApplyScreen
from bot.flows.apply.spot import SpotScreen
from bot.flows.campaign.campaign import CampaignScreen
from bot.flows.export.choose import ExportScreen
from bot.flows.export.own_form import OwnFormScreen
from bot.flows.export.run import RunScreen
from bot.flows.file.add import AddEntryScreen
from bot.flows.file.entry import EntryScreen as FileEntryScreen
from bot.flows.file.importing import FileImportScreen
from bot.flows.file.listing import FileScreen
from bot.flows.file.results import ResultsScreen
from bot.flows.file.service import ServiceScreen
from bot.flows.fix.card import FixScreen
from bot.flows.fix.listing import FixesScreen
from bot.flows.fund.add import AddMoveScreen
from bot.flows.fund.listing import FundScreen
from bot.flows.fund.move import MoveScreen
from bot.flows.history.screen import HistoryScreen
from bot.flows.home import HomeScreen
from bot.flows.month.log import LogScreen
from bot.flows.month.log_entry import EntryScreen
from bot.flows.month.month import MonthScreen
from bot.flows.month.reopen import ReopenScreen
from bot.flows.outcomes.fact import FactScreen
from bot.flows.outcomes.listing import OutcomesScreen
from bot.flows.outcomes.one import OutcomeScreen
from bot.flows.outcomes.share import ShareScreen
from bot.flows.panel.group import GroupScreen
from bot.flows.panel.panel import PanelScreen
from bot.flows.people.invitations import LinksScreen
from bot.flows.people.invite import InviteScreen
from bot.flows.people.listing import PeopleScreen
from bot.flows.people.many import ManyScreen
from bot.flows.people.person import PersonScreen
from bot.flows.review.listing import ReviewsScreen
from bot.flows.review.sheet import ReviewScreen
from bot.flows.rubrics.draft import DraftScreen
from bot.flows.rubrics.listing import RubricsScreen
from bot.flows.rubrics.page import RubricScreen
from bot.flows.rubrics.preview import PreviewScreen
from bot.flows.rubrics.publish import PublishScreen
from bot.flows.rubrics.question import QuestionScreen
from bot.flows.rubrics.upload import UploadScreen
from bot.flows.screen import AnyScreen
from bot.flows.studios.add import AddStudioScreen
from bot.flows.studios.card import StudioScreen
from bot.flows.studios.importing import StudioImportScreen
from bot.flows.studios.leader import LeaderScreen
from bot.flows.studios.listing import StudiosScreen
from bot.flows.visits.listing import VisitsScreen
from bot.flows.visits.many import ManyVisitsScreen
from bot.flows.visits.materials import MaterialsScreen
from bot.flows.visits.one import OneScreen
from bot.flows.visits.plan import PlanScreen, WhereScreen
from bot.flows.visits.progress import ProgressScreen
from bot.flows.visits.upload import ListedScreen, ListScreen
from bot.flows.walk.card import CardScreen
from bot.flows.walk.choose import ChooseScreen
from bot.flows.walk.comments import CommentsScreen
from bot.flows.walk.contents import ContentsScreen
from bot.flows.walk.finish import FinishScreen
from bot.flows.walk.receipt import ReceiptScreen
from bot.flows.walk.selfcheck import SelfCheckScreen
from bot.flows.walk.sign import SignScreen
from bot.flows.workplan.importing import PlanImportScreen
from bot.flows.workplan.listing import PlansScreen
from bot.flows.workplan.plan import WorkPlanScreen
from bot.flows.workplan.task import PlanTaskScreen

SCREENS: Final[tuple[AnyScreen, ...]] = (
    HomeScreen(),
    ChooseScreen(),
    CardScreen(),
    ContentsScreen(),
    FinishScreen(),
    CommentsScreen(),
    SignScreen(),
    ReceiptScreen(),
    SelfCheckScreen(),
    RubricsScreen(),
    RubricScreen(),
    PreviewScreen(),
    UploadScreen(),
    DraftScreen(),
    QuestionScreen(),
    PublishScreen(),
    LogScreen(),
    EntryScreen(),
    MonthScreen(),
    ReopenScreen(),
    FileScreen(),
    ResultsScreen(),
    ServiceScreen(),
    FileEntryScreen(),
    AddEntryScreen(),
    FundScreen(),
    MoveScreen(),
    AddMoveScreen(),
    FileImportScreen(),
    PlanImportScreen(),
    PlansScreen(),
    WorkPlanScreen(),
    PlanTaskScreen(),
    FixesScreen(),
    FixScreen(),
    ApplyScreen(),
    FormScreen(),
    SpotScreen(),
    ApplicationsScreen(),
    RoundScreen(),
    ApplicationScreen(),
    StepScreen(),
    LineScreen(),
    ObjectionsScreen(),
    MatterScreen(),
    MattersScreen(),
    AppealScreen(),
    CaseScreen(),
    ReplyScreen(),
    OutcomesScreen(),
    OutcomeScreen(),
    FactScreen(),
    ShareScreen(),
    StudiosScreen(),
    StudioScreen(),
    AddStudioScreen(),
    LeaderScreen(),
    StudioImportScreen(),
    ReviewsScreen(),
    ReviewScreen(),
    HistoryScreen(),
    VisitsScreen(),
    WhereScreen(),
    PlanScreen(),
    MaterialsScreen(),
    PanelScreen(),
    GroupScreen(),
    OneScreen(),
    ManyVisitsScreen(),
    ProgressScreen(),
    ListScreen(),
    ListedScreen(),
    PeopleScreen(),
    PersonScreen(),
    InviteScreen(),
    ManyScreen(),
    LinksScreen(),
    CampaignScreen(),
    ExportScreen(),
    RunScreen(),
    OwnFormScreen(),
)

HOME: Final = HomeScreen.name
"""Where a chat stands that has nothing open."""

BY_NAME: Final = {screen.name: screen for screen in SCREENS}
BY_CODE: Final = {screen.code: screen for screen in SCREENS}
