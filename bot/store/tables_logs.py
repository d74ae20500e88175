"""Tables of the studios' logs: activities with their files, months, reopenings, and decisions about proposals."""

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

activity_pieces = Table(
    "activity_pieces",
    METADATA,
    word("id", key=True),
    word("entry", to("activities.id")),
    word("kind"),
    number("number"),
    word("caption", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    number("dropped"),
    number("chat"),
    word("album", empty=True),
)
Index("ix_activity_pieces_entry", activity_pieces.c.entry, activity_pieces.c.number, unique=True)
Index(
    "ix_activity_pieces_album",
    activity_pieces.c.album,
    activity_pieces.c.chat,
    sqlite_where=activity_pieces.c.album.is_not(None),
)

activity_files = Table(
    "activity_files",
    METADATA,
    word("id", key=True),
    word("piece", to("activity_pieces.id")),
    number("place"),
    word("file_id"),
    word("unique_id"),
    number("size", empty=True),
    word("name"),
    word("mime"),
    word("kind"),
    word("state"),
    word("sha256", empty=True),
    word("failure", empty=True),
    number("added"),
)
Index("ix_activity_files_piece", activity_files.c.piece, activity_files.c.place, unique=True)
Index("ix_activity_files_sha256", activity_files.c.sha256, sqlite_where=activity_files.c.sha256.is_not(None))

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
