"""The things of the field as frozen values; they know no database, no chat and no text."""

from bot.entities.activity import ActivityFacts, Decision, LogEntry, LogPiece, Month, Reopening
from bot.entities.draft import Draft, DraftCounts, DraftFailure, DraftLine, DraftQuestion
from bot.entities.evidence import Evidence, FileRef, Note, Place
from bot.entities.history import Event
from bot.entities.person import ROLES, Grant, Invitation, Person, Role, Scope
from bot.entities.studio import Studio
from bot.entities.visit import Assessment, Campaign, Comments, Signature, Visit

__all__ = [
    "ROLES",
    "ActivityFacts",
    "Assessment",
    "Campaign",
    "Comments",
    "Decision",
    "Draft",
    "DraftCounts",
    "DraftFailure",
    "DraftLine",
    "DraftQuestion",
    "Event",
    "Evidence",
    "FileRef",
    "Grant",
    "Invitation",
    "LogEntry",
    "LogPiece",
    "Month",
    "Note",
    "Person",
    "Place",
    "Reopening",
    "Role",
    "Scope",
    "Signature",
    "Studio",
    "Visit",
]
