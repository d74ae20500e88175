"""All tables of the program in one place; what each column means is said where the table stands."""

from bot.store.tables_base import METADATA
from bot.store.tables_chat import cards, inbox, jobs, outbox, parked_chats, sessions
from bot.store.tables_drafts import drafts
from bot.store.tables_follow import appeals, fix_steps, fixes, materials, plans, receipts, reminders
from bot.store.tables_logs import activities, decisions, months, reopenings
from bot.store.tables_people import accounts, grants, invitations, persons, studios
from bot.store.tables_proofs import proof_files, proofs
from bot.store.tables_records import evidence, files, heads, history, notes, reasons, words
from bot.store.tables_visits import (
    assessments,
    campaigns,
    marks,
    members,
    rubric_versions,
    signatures,
    visits,
)

__all__ = [
    "METADATA",
    "accounts",
    "activities",
    "appeals",
    "assessments",
    "campaigns",
    "cards",
    "decisions",
    "drafts",
    "evidence",
    "files",
    "fix_steps",
    "fixes",
    "grants",
    "heads",
    "history",
    "inbox",
    "invitations",
    "jobs",
    "marks",
    "materials",
    "members",
    "months",
    "notes",
    "outbox",
    "parked_chats",
    "persons",
    "plans",
    "proof_files",
    "proofs",
    "reasons",
    "receipts",
    "reminders",
    "reopenings",
    "rubric_versions",
    "sessions",
    "signatures",
    "studios",
    "visits",
    "words",
]
