"""Tables of what coordinators keep about studios, of outcomes that are decided, and of workbooks handed in."""

from __future__ import annotations

from sqlalchemy import Index, Table

from bot.store.tables_base import METADATA, number, to, word

retirements = Table(
    "retirements",
    METADATA,
    word("studio", to("studios.id"), key=True),
    word("day"),
    word("reason", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    sqlite_with_rowid=False,
)

leadings = Table(
    "leadings",
    METADATA,
    word("studio", to("studios.id"), key=True),
    number("place", key=True),
    word("name"),
    word("since"),
    word("until"),
    word("paper"),
    word("reason", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    sqlite_with_rowid=False,
)

teams = Table(
    "teams",
    METADATA,
    word("studio", to("studios.id"), key=True),
    number("place", key=True),
    word("name"),
    word("honours"),
    sqlite_with_rowid=False,
)

year_funds = Table(
    "year_funds",
    METADATA,
    word("studio", to("studios.id"), key=True),
    number("year", key=True),
    word("amount"),
    word("by", to("persons.id"), empty=True),
    number("at"),
    sqlite_with_rowid=False,
)

facts = Table(
    "facts",
    METADATA,
    word("id", key=True),
    word("studio", to("studios.id")),
    word("rubric"),
    word("period"),
    word("fact"),
    word("note", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    number("dropped"),
)
Index("ix_facts_studio", facts.c.studio, facts.c.rubric, facts.c.period)
Index("ix_facts_rubric", facts.c.rubric, facts.c.period)

judgements = Table(
    "judgements",
    METADATA,
    word("id", key=True),
    word("studio", to("studios.id")),
    word("rubric"),
    number("version"),
    word("period"),
    word("state"),
    word("how"),
    word("total"),
    word("reason", to("words.id"), empty=True),
    word("chosen"),
    word("figures"),
    word("by", to("persons.id")),
    number("at"),
    word("approved_by", to("persons.id"), empty=True),
    number("approved", empty=True),
    word("remark", to("words.id"), empty=True),
    word("carried"),
    number("revision"),
)
Index("ix_judgements_place", judgements.c.studio, judgements.c.rubric, judgements.c.period, unique=True)
Index("ix_judgements_rubric", judgements.c.rubric, judgements.c.period)
Index("ix_judgements_state", judgements.c.state, judgements.c.at)

splits = Table(
    "splits",
    METADATA,
    word("judgement", to("judgements.id"), key=True),
    number("due", key=True),
    number("place", key=True),
    word("name"),
    word("amount"),
    word("by", to("persons.id")),
    number("at"),
    sqlite_with_rowid=False,
)

uploads = Table(
    "uploads",
    METADATA,
    word("id", key=True),
    word("kind"),
    number("chat"),
    word("person", to("persons.id")),
    word("name"),
    word("file_id"),
    word("unique_id"),
    number("size", empty=True),
    word("sha256", empty=True),
    word("state"),
    word("result"),
    word("failure", empty=True),
    number("added"),
    number("changed"),
)

own_forms = Table(
    "own_forms",
    METADATA,
    word("id", key=True),
    word("name"),
    word("rubric"),
    word("sha256"),
    word("by", to("persons.id")),
    number("at"),
    number("dropped"),
)
