"""Tables of persons, their accounts and grants, invitation links, and studios."""

from __future__ import annotations

from sqlalchemy import Index, Table

from bot.store.tables_base import METADATA, number, row_number, to, word

persons = Table(
    "persons",
    METADATA,
    word("id", key=True),
    word("name"),
    word("unit"),
    word("language"),
    number("added"),
)

accounts = Table(
    "accounts",
    METADATA,
    row_number(),
    number("account"),
    word("person", to("persons.id")),
    number("attached"),
    number("ended", empty=True),
)
Index("ix_accounts_active", accounts.c.account, unique=True, sqlite_where=accounts.c.ended.is_(None))
Index("ix_accounts_person", accounts.c.person)

grants = Table(
    "grants",
    METADATA,
    word("id", key=True),
    word("person", to("persons.id")),
    word("role"),
    word("scope"),
    word("scope_key"),
    number("until", empty=True),
    number("granted"),
    number("ended", empty=True),
)
Index("ix_grants_person", grants.c.person)
Index("ix_grants_role", grants.c.role, grants.c.person)

invitations = Table(
    "invitations",
    METADATA,
    word("digest", key=True),
    word("name"),
    word("unit"),
    word("role"),
    word("scope"),
    word("scope_key"),
    word("person", to("persons.id"), empty=True),
    word("invited_by", to("persons.id"), empty=True),
    number("made"),
    number("expires"),
    number("used", empty=True),
    number("used_by", empty=True),
    number("revoked"),
    number("until", empty=True),
)

studios = Table(
    "studios",
    METADATA,
    word("id", key=True),
    word("name"),
    word("unit"),
    word("leader"),
    word("types"),
    word("level"),
    word("named_on", empty=True),
    word("named_by"),
    word("retired", empty=True),
)
Index("ix_studios_name", studios.c.name, unique=True)
Index("ix_studios_unit", studios.c.unit, studios.c.name)
