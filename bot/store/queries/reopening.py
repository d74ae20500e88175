"""Statements by which visits change hands, are called off, or open again; run by `visits`."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select, update

from bot.store.compiled import Statement
from bot.store.tables import assessments, members, signatures, visits
from bot.store.tables_base import fixed

JOINED = Statement(
    select(members.c.person, members.c.joined).where(members.c.assessment == bindparam("assessment"))
)
FORGET_MEMBERS = Statement(delete(members).where(members.c.assessment == bindparam("assessment")))
CANCEL_ASSESSMENTS = Statement(
    update(assessments)
    .where(assessments.c.visit == bindparam("visit"), assessments.c.state == fixed("open"))
    .values(state=fixed("cancelled"))
)
CLOSE_VISIT = Statement(update(visits).where(visits.c.id == bindparam("visit")).values(closed=fixed(1)))
REOPEN = Statement(
    update(assessments)
    .where(assessments.c.id == bindparam("which"), assessments.c.state == fixed("signed"))
    .values(
        state=fixed("open"),
        reopened=bindparam("items"),
        round=assessments.c.round + fixed(1),
        digest=None,
        signed=None,
        sealed=None,
        sheet=None,
    )
)
FORGET_SIGNATURES = Statement(delete(signatures).where(signatures.c.assessment == bindparam("assessment")))
REOPEN_VISIT = Statement(
    update(visits)
    .where(
        visits.c.id
        == select(assessments.c.visit).where(assessments.c.id == bindparam("assessment")).scalar_subquery()
    )
    .values(closed=fixed(0))
)
