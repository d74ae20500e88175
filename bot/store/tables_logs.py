"""Tables of the studios' logs: activities, months, reopenings, and decisions about proposals."""

from __future__ import annotations

from sqlalchemy import Index, Table, UniqueConstraint

from bot.store.tables_base import METADATA, number, to, word

activities = Table(
    "activities",
    METADATA,
    word("id", key=True),
    word("studio", to("studios.id")),
    word("rubric"),
    word("activity"),
    word("on"),
    number("came"),
    word("topic", to("words.id"), empty=True),
    word("led_by", to("words.id"), empty=True),
    number("people", empty=True),
    word("hours", empty=True),
    word("amount"),
    word("summary", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("changed"),
    number("revision"),
    number("late"),
    word("deleted", to("words.id"), empty=True),
)
Index("ix_activities_studio", activities.c.studio, activities.c.on)
Index("ix_activities_came", activities.c.studio, activities.c.came)

months = Table(
    "months",
    METADATA,
    word("id", key=True),
    word("studio", to("studios.id")),
    word("rubric"),
    word("month"),
    word("state"),
    number("first"),
    number("submitted"),
    word("day"),
    word("by", to("persons.id")),
    number("late"),
    word("idle", to("words.id"), empty=True),
    UniqueConstraint("studio", "rubric", "month"),
)

reopenings = Table(
    "reopenings",
    METADATA,
    word("month", to("months.id"), key=True),
    number("place", key=True),
    number("at"),
    word("by", to("persons.id")),
    word("reason", to("words.id"), empty=True),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decisions",
    METADATA,
    word("assessment", to("assessments.id"), key=True),
    word("item", key=True),
    word("letter", key=True),
    word("state"),
    word("count"),
    word("by", to("persons.id")),
    number("at"),
    sqlite_with_rowid=False,
)
