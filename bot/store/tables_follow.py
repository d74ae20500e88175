"""Tables of what follows a signed sheet and what comes before a visit, and of reminders that went out."""

from __future__ import annotations

from sqlalchemy import Index, Table

from bot.store.tables_base import METADATA, number, to, word

fixes = Table(
    "fixes",
    METADATA,
    word("id", key=True),
    word("studio", to("studios.id")),
    word("assessment", to("assessments.id")),
    word("rubric"),
    word("period"),
    word("item"),
    word("letter"),
    number("number"),
    word("points"),
    word("problem", to("words.id"), empty=True),
    word("clause"),
    word("demand"),
    word("owner", to("words.id"), empty=True),
    word("due"),
    word("state"),
    number("opened"),
    number("changed"),
    number("revision"),
)
Index("ix_fixes_assessment", fixes.c.assessment, fixes.c.number, unique=True)
Index("ix_fixes_studio", fixes.c.studio, fixes.c.state, fixes.c.due)
Index("ix_fixes_state", fixes.c.state, fixes.c.due)

fix_steps = Table(
    "fix_steps",
    METADATA,
    word("fix", to("fixes.id"), key=True),
    number("place", key=True),
    number("at"),
    word("by", to("persons.id")),
    word("name"),
    word("text", to("words.id"), empty=True),
    sqlite_with_rowid=False,
)

appeals = Table(
    "appeals",
    METADATA,
    word("id", key=True),
    word("studio", to("studios.id")),
    word("assessment", to("assessments.id")),
    word("item"),
    word("reason", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    word("state"),
    word("old"),
    word("new", empty=True),
    word("decided_by", to("persons.id"), empty=True),
    number("decided", empty=True),
    word("ruling", to("words.id"), empty=True),
)
Index("ix_appeals_assessment", appeals.c.assessment, appeals.c.item)
Index("ix_appeals_studio", appeals.c.studio, appeals.c.at)
Index("ix_appeals_state", appeals.c.state, appeals.c.at)

receipts = Table(
    "receipts",
    METADATA,
    word("assessment", to("assessments.id"), key=True),
    word("person", to("persons.id"), key=True),
    word("state"),
    number("at"),
    sqlite_with_rowid=False,
)

plans = Table(
    "plans",
    METADATA,
    word("visit", to("visits.id"), key=True),
    word("day"),
    word("note", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    sqlite_with_rowid=False,
)
Index("ix_plans_day", plans.c.day)

materials = Table(
    "materials",
    METADATA,
    word("id", key=True),
    word("studio", to("studios.id")),
    word("rubric"),
    word("period"),
    word("item"),
    word("name"),
    word("note", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    number("dropped"),
)
Index("ix_materials_studio", materials.c.studio, materials.c.rubric, materials.c.period, materials.c.item)

reminders = Table(
    "reminders",
    METADATA,
    word("key", key=True),
    number("at"),
    sqlite_with_rowid=False,
)
