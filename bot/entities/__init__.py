"""The things of the field as frozen values; they know no database, no chat and no text."""

from bot.entities.draft import Draft, DraftCounts, DraftFailure, DraftLine, DraftQuestion
from bot.entities.evidence import Evidence, FileRef, Note, Place
from bot.entities.history import Event
from bot.entities.person import ROLES, Grant, Invitation, Person, Role, Scope
from bot.entities.studio import Studio
from bot.entities.visit import Assessment, Campaign, Comments, Signature, Visit

__all__ = [
    "ROLES",
    "Assessment",
    "Campaign",
    "Comments",
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
    "Note",
    "Person",
    "Place",
    "Role",
    "Scope",
    "Signature",
    "Studio",
    "Visit",
]
