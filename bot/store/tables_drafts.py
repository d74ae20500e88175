"""The table of drafts: official documents on their way to a published rubric."""

from __future__ import annotations

from sqlalchemy import Index, Table

from bot.store.tables_base import METADATA, number, to, word

drafts = Table(
    "drafts",
    METADATA,
    word("id", key=True),
    word("state"),
    word("kind"),
    word("person", to("persons.id")),
    number("chat"),
    word("name"),
    word("file_id"),
    word("unique_id"),
    number("size", empty=True),
    word("sha256", empty=True),
    word("rubric"),
    number("version", empty=True),
    word("replaces", to("drafts.id"), empty=True),
    word("pasted"),
    word("original"),
    word("text"),
    word("questions"),
    word("answers"),
    word("counts"),
    word("failure", empty=True),
    number("added"),
    number("changed"),
    word("closed_by", to("persons.id"), empty=True),
)
Index("ix_drafts_state", drafts.c.state, drafts.c.added)
Index("ix_drafts_rubric", drafts.c.rubric, drafts.c.version, sqlite_where=drafts.c.version.is_not(None))
