"""Tables of rubric versions, campaigns, visits, assessments with their members and signatures, and marks."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index, Table, UniqueConstraint, and_

from bot.entities.visit import BLIND, SELF
from bot.store.tables_base import METADATA, fixed, number, to, word

rubric_versions = Table(
    "rubric_versions",
    METADATA,
    word("rubric", key=True),
    number("version", key=True),
    word("sha256"),
    word("text"),
    number("loaded"),
)

campaigns = Table(
    "campaigns",
    METADATA,
    word("id", key=True),
    word("rubric"),
    number("version"),
    number("year"),
    word("scope"),
    word("rulings"),
    word("assumed"),
    UniqueConstraint("rubric", "version", "year", "scope"),
    ForeignKeyConstraint(["rubric", "version"], ["rubric_versions.rubric", "rubric_versions.version"]),
)

visits = Table(
    "visits",
    METADATA,
    word("id", key=True),
    word("studio", to("studios.id")),
    word("campaign", to("campaigns.id")),
    word("rubric"),
    number("version"),
    word("period"),
    word("kind"),
    number("opened"),
    word("opened_by", to("persons.id")),
    number("prepared"),
    number("closed"),
    number("before", empty=True),
    ForeignKeyConstraint(["rubric", "version"], ["rubric_versions.rubric", "rubric_versions.version"]),
)
_PLACE = (visits.c.studio, visits.c.rubric, visits.c.period, visits.c.kind)
Index("ix_visits_open", *_PLACE, unique=True, sqlite_where=visits.c.closed == fixed(0))
Index("ix_visits_place", *_PLACE, visits.c.opened)

counted = visits.c.kind.not_like(fixed(f"{BLIND}:%"))
"""Says of a visit that it is no ballot of a panel's member."""
official = and_(visits.c.kind != fixed(SELF), visits.c.kind.not_like(fixed(f"{SELF}:%")), counted)
"""Says of a visit that it is neither one by which a studio assesses itself nor a ballot."""

assessments = Table(
    "assessments",
    METADATA,
    word("id", key=True),
    word("visit", to("visits.id")),
    word("variant", empty=True),
    word("state"),
    number("passed_gaps"),
    word("strengths", to("words.id"), empty=True),
    word("problems", to("words.id"), empty=True),
    word("advice", to("words.id"), empty=True),
    word("digest", empty=True),
    number("signed", empty=True),
    number("sealed", empty=True),
    word("sheet", empty=True),
    word("reopened", empty=True),
    number("round", otherwise="1"),
)
Index("ix_assessments_visit", assessments.c.visit, unique=True)
Index(
    "ix_assessments_digest", assessments.c.digest, unique=True, sqlite_where=assessments.c.digest.is_not(None)
)

members = Table(
    "members",
    METADATA,
    word("assessment", to("assessments.id"), key=True),
    word("person", to("persons.id"), key=True),
    number("place"),
    number("joined"),
    sqlite_with_rowid=False,
)
Index("ix_members_person", members.c.person, members.c.joined)

signatures = Table(
    "signatures",
    METADATA,
    word("assessment", to("assessments.id"), key=True),
    word("person", to("persons.id"), key=True),
    word("name"),
    word("role"),
    number("at"),
    sqlite_with_rowid=False,
)

marks = Table(
    "marks",
    METADATA,
    word("assessment", to("assessments.id"), key=True),
    word("item", key=True),
    word("marks"),
    number("revision"),
    number("at"),
    sqlite_with_rowid=False,
)
