"""What a turn may ask of the world: the few protocols that the store implements, one noun each.

A `Desk` lives for one transaction on the store's writer thread (or one read); nothing here is awaited. It knows no SQL,
no Telegram and no text. Everything returned is a value; nothing returned changes when the database does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from bot.ports.applications import Applications
from bot.ports.chats import Card, Cards, Session, Sessions
from bot.ports.desk import Outcomes, OwnForms, Reviews, Uploads
from bot.ports.drafts import Drafts
from bot.ports.follow import Appeals, Fixes, Materials, Plans, Receipts, Reminders
from bot.ports.history import History
from bot.ports.logs import Glance, Logs, Seen
from bot.ports.panels import Panels
from bot.ports.people import People, Studios
from bot.ports.proofs import Proofs
from bot.ports.queues import Call, Inbox, Job, JobKind, Jobs, Outbox, Queued, RawUpdate, Received
from bot.ports.records import Files, Marking, MarksPort, Words
from bot.ports.standing import Fund, Registers, WorkPlans
from bot.ports.visits import Library, OpenAt, SignedAt, Visits

__all__ = [
    "Appeals",
    "Applications",
    "Call",
    "Card",
    "Cards",
    "Desk",
    "Drafts",
    "Files",
    "Fixes",
    "Fund",
    "Glance",
    "History",
    "Inbox",
    "Job",
    "JobKind",
    "Jobs",
    "Library",
    "Logs",
    "Marking",
    "MarksPort",
    "Materials",
    "OpenAt",
    "Outbox",
    "Outcomes",
    "OwnForms",
    "Panels",
    "People",
    "Plans",
    "Proofs",
    "Queued",
    "RawUpdate",
    "Receipts",
    "Received",
    "Registers",
    "Reminders",
    "Reviews",
    "Seen",
    "Session",
    "Sessions",
    "SignedAt",
    "Studios",
    "Unavailable",
    "Uploads",
    "Visits",
    "Words",
    "WorkPlans",
    "Writer",
]

T = TypeVar("T")


class Unavailable(Exception):
    """The store cannot work now (full or failing disk): nothing was done, and nothing is wrong with what was asked."""


class Desk(Protocol):
    """Everything a turn may read and write, inside one transaction.

    The nouns are properties, so that a store's may be able to do more than turns may ask for.
    """

    @property
    def people(self) -> People:
        """The persons."""
        ...

    @property
    def studios(self) -> Studios:
        """The studios."""
        ...

    @property
    def library(self) -> Library:
        """The rubric versions."""
        ...

    @property
    def drafts(self) -> Drafts:
        """Rubrics that are not published yet."""
        ...

    @property
    def visits(self) -> Visits:
        """Campaigns, visits and assessments."""
        ...

    @property
    def marks(self) -> MarksPort:
        """What was entered."""
        ...

    @property
    def files(self) -> Files:
        """Evidence and notes."""
        ...

    @property
    def logs(self) -> Logs:
        """What studios did, and the months they handed in."""
        ...

    @property
    def proofs(self) -> Proofs:
        """Files that studios sent."""
        ...

    @property
    def fixes(self) -> Fixes:
        """What is to be put right."""
        ...

    @property
    def appeals(self) -> Appeals:
        """Contested items."""
        ...

    @property
    def receipts(self) -> Receipts:
        """What studios answered to signed sheets."""
        ...

    @property
    def plans(self) -> Plans:
        """The days of visits to come."""
        ...

    @property
    def materials(self) -> Materials:
        """What studios handed in before a visit."""
        ...

    @property
    def reminders(self) -> Reminders:
        """Which reminders went out."""
        ...

    @property
    def panels(self) -> Panels:
        """Groups that assess together."""
        ...

    @property
    def reviews(self) -> Reviews:
        """What was said of signed sheets."""
        ...

    @property
    def outcomes(self) -> Outcomes:
        """What was decided about outcomes."""
        ...

    @property
    def uploads(self) -> Uploads:
        """Workbooks that wait to be read."""
        ...

    @property
    def own_forms(self) -> OwnForms:
        """Coordinators' own workbooks."""
        ...

    @property
    def registers(self) -> Registers:
        """The registers of the studios."""
        ...

    @property
    def fund(self) -> Fund:
        """Money of the studios' funds."""
        ...

    @property
    def work_plans(self) -> WorkPlans:
        """Plans and reports."""
        ...

    @property
    def applications(self) -> Applications:
        """Applications for a studio's name."""
        ...

    @property
    def history(self) -> History:
        """Applied changes."""
        ...

    @property
    def words(self) -> Words:
        """People's own words."""
        ...

    @property
    def sessions(self) -> Sessions:
        """Where chats stand."""
        ...

    @property
    def cards(self) -> Cards:
        """Our messages."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Calls to be made."""
        ...

    @property
    def jobs(self) -> Jobs:
        """Background work."""
        ...

    @property
    def inbox(self) -> Inbox:
        """Received updates."""
        ...


class Writer(Protocol):
    """The only place that commits."""

    async def write(self, work: Callable[[Desk], T]) -> T:
        """Run a function in its own savepoint; what waits together is committed together. Returns after the commit."""
        ...
