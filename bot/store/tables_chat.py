"""Tables of the conversation: inbox, sessions, cards, outbox, chats that cannot be reached, and jobs."""

from __future__ import annotations

from sqlalchemy import Index, Table, UniqueConstraint

from bot.store.tables_base import METADATA, fixed, number, row_number, word

inbox = Table(
    "inbox",
    METADATA,
    row_number(),
    number("bot_id"),
    number("update_id"),
    number("gen"),
    number("chat"),
    word("kind"),
    word("raw"),
    word("sha256"),
    number("received"),
    word("state"),
    number("attempts"),
    number("begun"),
    word("error", empty=True),
    number("finished", empty=True),
    UniqueConstraint("bot_id", "update_id", "gen"),
)
Index("ix_inbox_waiting", inbox.c.chat, inbox.c.id, sqlite_where=inbox.c.state == fixed("waiting"))

sessions = Table(
    "sessions",
    METADATA,
    number("chat", key=True),
    word("screen"),
    word("state"),
    number("version"),
    word("card", empty=True),
    number("below"),
)

cards = Table(
    "cards",
    METADATA,
    word("id", key=True),
    number("chat"),
    word("screen"),
    word("state"),
    number("message", empty=True),
)
Index(
    "ix_cards_message", cards.c.chat, cards.c.message, unique=True, sqlite_where=cards.c.message.is_not(None)
)

outbox = Table(
    "outbox",
    METADATA,
    row_number(),
    number("chat"),
    word("method"),
    word("params"),
    word("card", empty=True),
    number("makes_card"),
    number("expires", empty=True),
    word("file", empty=True),
    word("state"),
    number("attempts"),
    number("not_before"),
    number("queued"),
    number("finished", empty=True),
    word("error", empty=True),
)
Index("ix_outbox_waiting", outbox.c.id, sqlite_where=outbox.c.state == fixed("waiting"))

parked_chats = Table("parked_chats", METADATA, number("chat", key=True), number("since"))

jobs = Table(
    "jobs",
    METADATA,
    row_number(),
    word("kind"),
    word("subject"),
    word("params"),
    word("state"),
    number("attempts"),
    number("not_before"),
    number("asked"),
    word("error", empty=True),
    sqlite_autoincrement=True,
)
Index(
    "ix_jobs_waiting",
    jobs.c.kind,
    jobs.c.not_before,
    jobs.c.id,
    sqlite_where=jobs.c.state == fixed("waiting"),
)
