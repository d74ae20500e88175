"""The things of the field as frozen values; they know no database, no chat and no text."""

from bot.entities.activity import ActivityFacts, Decision, LogEntry, Month, Reopening
from bot.entities.draft import Draft, DraftCounts, DraftFailure, DraftLine, DraftQuestion
from bot.entities.evidence import Evidence, FileRef, Note, Place
from bot.entities.follow import Appeal, Fix, FixState, FixStep, Material, Plan, Receipt, StepName
from bot.entities.history import Event
from bot.entities.person import ROLES, Grant, Invitation, Person, Role, Scope
from bot.entities.proof import Proof
from bot.entities.studio import Studio
from bot.entities.visit import Assessment, Campaign, Comments, Signature, Visit

__all__ = [
    "ROLES",
    "ActivityFacts",
    "Appeal",
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
    "Fix",
    "FixState",
    "FixStep",
    "Grant",
    "Invitation",
    "LogEntry",
    "Material",
    "Month",
    "Note",
    "Person",
    "Place",
    "Plan",
    "Proof",
    "Receipt",
    "Reopening",
    "Role",
    "Scope",
    "Signature",
    "StepName",
    "Studio",
    "Visit",
]
