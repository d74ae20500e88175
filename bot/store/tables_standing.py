"""Tables of a studio's standing file: registers, the fund, plans; and of applications for its name."""

from __future__ import annotations

from sqlalchemy import Index, Table

from bot.store.tables_base import METADATA, number, to, word

file_entries = Table(
    "file_entries",
    METADATA,
    word("id", key=True),
    word("studio", to("studios.id")),
    word("kind"),
    word("name", to("words.id"), empty=True),
    word("details", to("words.id"), empty=True),
    word("on"),
    word("until"),
    word("state"),
    word("by", to("persons.id")),
    number("at"),
    number("changed"),
    number("revision"),
    number("dropped"),
)
Index("ix_file_entries_studio", file_entries.c.studio, file_entries.c.kind, file_entries.c.on)

file_steps = Table(
    "file_steps",
    METADATA,
    word("entry", to("file_entries.id"), key=True),
    number("place", key=True),
    word("name"),
    word("on"),
    word("period"),
    word("value"),
    word("text", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    sqlite_with_rowid=False,
)

fund_moves = Table(
    "fund_moves",
    METADATA,
    word("id", key=True),
    word("studio", to("studios.id")),
    number("year"),
    word("kind"),
    word("on"),
    word("amount"),
    word("purpose"),
    number("asset"),
    word("approved_by"),
    word("paper"),
    word("note", to("words.id"), empty=True),
    word("checked_by", to("persons.id"), empty=True),
    number("checked", empty=True),
    word("by", to("persons.id")),
    number("at"),
    number("dropped"),
)
Index("ix_fund_moves_studio", fund_moves.c.studio, fund_moves.c.year, fund_moves.c.on)

work_plans = Table(
    "work_plans",
    METADATA,
    word("id", key=True),
    word("studio", to("studios.id")),
    word("rubric"),
    word("period"),
    word("kind"),
    word("text", to("words.id"), empty=True),
    word("state"),
    number("handed_in", empty=True),
    word("reviewed_by", to("persons.id"), empty=True),
    number("reviewed", empty=True),
    word("remark", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    number("changed"),
    number("revision"),
)
Index(
    "ix_work_plans_place",
    work_plans.c.studio,
    work_plans.c.rubric,
    work_plans.c.period,
    work_plans.c.kind,
    unique=True,
)

plan_tasks = Table(
    "plan_tasks",
    METADATA,
    word("id", key=True),
    word("plan", to("work_plans.id")),
    word("studio", to("studios.id")),
    number("place"),
    word("title", to("words.id"), empty=True),
    word("owner", to("words.id"), empty=True),
    word("due"),
    word("state"),
    word("on"),
    word("result", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("changed"),
    number("revision"),
)
Index("ix_plan_tasks_plan", plan_tasks.c.plan, plan_tasks.c.place)
Index("ix_plan_tasks_due", plan_tasks.c.state, plan_tasks.c.due)

applications = Table(
    "applications",
    METADATA,
    word("id", key=True),
    word("rubric"),
    number("version"),
    number("year"),
    word("track"),
    word("name"),
    word("unit"),
    word("leader"),
    word("studio"),
    word("state"),
    word("by", to("persons.id")),
    number("at"),
    number("submitted", empty=True),
    number("changed"),
    number("revision"),
    word("matter", otherwise="name"),
)
Index("ix_applications_studio", applications.c.studio, applications.c.changed)
Index("ix_applications_round", applications.c.rubric, applications.c.year, applications.c.state)
Index("ix_applications_by", applications.c.by, applications.c.changed)

answers = Table(
    "answers",
    METADATA,
    word("application", to("applications.id"), key=True),
    word("key", key=True),
    word("value", to("words.id"), empty=True),
    number("at"),
    sqlite_with_rowid=False,
)

application_steps = Table(
    "application_steps",
    METADATA,
    word("application", to("applications.id"), key=True),
    number("place", key=True),
    word("name"),
    word("on"),
    word("value"),
    word("decider"),
    word("paper"),
    word("text", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    sqlite_with_rowid=False,
)

objections = Table(
    "objections",
    METADATA,
    word("id", key=True),
    word("application", to("applications.id")),
    word("name", to("words.id"), empty=True),
    word("text", to("words.id"), empty=True),
    word("on"),
    word("state"),
    word("decision", to("words.id"), empty=True),
    word("decided_by", to("persons.id"), empty=True),
    number("decided", empty=True),
    word("by", to("persons.id")),
    number("at"),
)
Index("ix_objections_application", objections.c.application, objections.c.at)

rounds = Table(
    "rounds",
    METADATA,
    word("rubric", key=True),
    number("year", key=True),
    word("deadline"),
    word("public_from"),
    word("public_until"),
    word("quotas"),
    word("by", to("persons.id")),
    number("at"),
    sqlite_with_rowid=False,
)
