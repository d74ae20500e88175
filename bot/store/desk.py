"""The desk of one transaction: every noun of `bot.ports` bound to one connection."""

from __future__ import annotations

import sqlite3

from bot.clock import Clock
from bot.store.compiled import Rows
from bot.store.queries.appeals import Appeals, Receipts
from bot.store.queries.applications import Applications
from bot.store.queries.cards import Cards
from bot.store.queries.drafts import Drafts
from bot.store.queries.files import Files
from bot.store.queries.fixes import Fixes
from bot.store.queries.history import History
from bot.store.queries.inbox import Inbox
from bot.store.queries.jobs import Jobs
from bot.store.queries.library import Library, Shelf
from bot.store.queries.logs import Logs
from bot.store.queries.marks import MarksOf
from bot.store.queries.outbox import Outbox
from bot.store.queries.outcomes import Outcomes
from bot.store.queries.panels import Panels
from bot.store.queries.people import People
from bot.store.queries.plans import Materials, Plans, Reminders
from bot.store.queries.proofs import Proofs
from bot.store.queries.reviews import Reviews
from bot.store.queries.sessions import Sessions
from bot.store.queries.standing import Fund, Registers, WorkPlans
from bot.store.queries.studios import Studios
from bot.store.queries.uploads import OwnForms, Uploads
from bot.store.queries.visits import Visits
from bot.store.queries.words import Words


class StoreDesk:
    """What functions may read and write over one connection."""

    __slots__ = (
        "appeals",
        "applications",
        "cards",
        "drafts",
        "files",
        "fixes",
        "fund",
        "history",
        "inbox",
        "jobs",
        "library",
        "logs",
        "marks",
        "materials",
        "outbox",
        "outcomes",
        "own_forms",
        "panels",
        "people",
        "plans",
        "proofs",
        "receipts",
        "registers",
        "reminders",
        "reviews",
        "sessions",
        "studios",
        "uploads",
        "visits",
        "words",
        "work_plans",
    )

    def __init__(self, raw: sqlite3.Connection, clock: Clock, shelf: Shelf) -> None:
        """Lay out a desk on an open connection."""
        rows = Rows(raw)
        self.words = Words(rows, clock)
        self.marks = MarksOf(rows)
        self.jobs = Jobs(rows)
        self.people = People(rows)
        self.studios = Studios(rows, self.words)
        self.library = Library(rows, shelf)
        self.drafts = Drafts(rows)
        self.visits = Visits(rows, self.words)
        self.files = Files(rows, self.words, self.jobs, self.marks)
        self.logs = Logs(rows, self.words)
        self.proofs = Proofs(rows, self.words, self.jobs)
        self.fixes = Fixes(rows, self.words)
        self.appeals = Appeals(rows, self.words)
        self.receipts = Receipts(rows, self.words)
        self.plans = Plans(rows, self.words)
        self.materials = Materials(rows, self.words)
        self.reminders = Reminders(rows)
        self.panels = Panels(rows, self.words)
        self.reviews = Reviews(rows, self.words)
        self.outcomes = Outcomes(rows, self.words)
        self.uploads = Uploads(rows, self.words)
        self.own_forms = OwnForms(rows, self.words)
        self.registers = Registers(rows, self.words)
        self.fund = Fund(rows, self.words)
        self.work_plans = WorkPlans(rows, self.words)
        self.applications = Applications(rows, self.words)
        self.history = History(rows)
        self.sessions = Sessions(rows)
        self.cards = Cards(rows)
        self.outbox = Outbox(rows)
        self.inbox = Inbox(rows)

    def clear(self) -> StoreDesk:
        """Forget the function before; returns the desk."""
        self.words.forget()
        self.visits.clear()
        self.marks.clear()
        self.jobs.clear()
        self.cards.clear()
        return self
