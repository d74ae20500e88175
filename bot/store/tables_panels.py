"""Tables of groups that assess together, and of the review of what they signed."""

from __future__ import annotations

from sqlalchemy import Index, Table

from bot.store.tables_base import METADATA, number, to, word

panels = Table(
    "panels",
    METADATA,
    word("visit", to("visits.id"), key=True),
    word("way"),
    word("tolerance"),
    word("state"),
    word("by", to("persons.id")),
    number("at"),
    sqlite_with_rowid=False,
)

ballots = Table(
    "ballots",
    METADATA,
    word("visit", to("visits.id"), key=True),
    word("person", to("persons.id"), key=True),
    word("assessment", to("assessments.id")),
    sqlite_with_rowid=False,
)
Index("ix_ballots_assessment", ballots.c.assessment, unique=True)

settlements = Table(
    "settlements",
    METADATA,
    word("visit", to("visits.id"), key=True),
    word("item", key=True),
    word("score"),
    word("reason", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    sqlite_with_rowid=False,
)

portions = Table(
    "portions",
    METADATA,
    word("assessment", to("assessments.id"), key=True),
    word("item", key=True),
    word("person"),
    word("department"),
    sqlite_with_rowid=False,
)

countersigns = Table(
    "countersigns",
    METADATA,
    word("assessment", to("assessments.id"), key=True),
    word("person", to("persons.id"), key=True),
    word("name"),
    word("role"),
    number("at"),
    word("digest"),
    sqlite_with_rowid=False,
)

reviews = Table(
    "reviews",
    METADATA,
    word("assessment", to("assessments.id"), key=True),
    word("state"),
    word("by", to("persons.id")),
    number("at"),
    word("due"),
    sqlite_with_rowid=False,
)

returned_items = Table(
    "returned_items",
    METADATA,
    word("assessment", to("assessments.id"), key=True),
    number("round", key=True),
    word("item", key=True),
    word("reason", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    word("due"),
    sqlite_with_rowid=False,
)

signings = Table(
    "signings",
    METADATA,
    word("assessment", to("assessments.id"), key=True),
    number("round", key=True),
    word("digest"),
    number("at"),
    word("figures"),
    word("signatures"),
    sqlite_with_rowid=False,
)
Index("ix_signings_digest", signings.c.digest, unique=True)
