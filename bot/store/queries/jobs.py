"""Durable work for the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from bot.ports import Job, JobKind
from bot.store.compiled import Rows, Statement, from_json, to_json
from bot.store.dialect import insert
from bot.store.tables import jobs
from bot.store.tables_base import fixed

_ADD = Statement(
    insert(jobs).values(state=fixed("waiting"), attempts=fixed(0)),
    ["kind", "subject", "params", "not_before", "asked"],
)
_DUE = Statement(
    select(jobs.c.id, jobs.c.kind, jobs.c.subject, jobs.c.params, jobs.c.attempts, jobs.c.not_before)
    .where(
        jobs.c.state == fixed("waiting"),
        jobs.c.kind == bindparam("kind"),
        jobs.c.not_before <= bindparam("now"),
    )
    .order_by(jobs.c.not_before, jobs.c.id)
    .limit(bindparam("most"))
)
_THIS = jobs.c.id == bindparam("row")
_DONE = Statement(delete(jobs).where(_THIS))
_RETRY = Statement(
    update(jobs)
    .where(_THIS)
    .values(attempts=jobs.c.attempts + fixed(1), not_before=bindparam("not_before"), error=bindparam("error"))
)
_FAILED = Statement(
    update(jobs)
    .where(_THIS)
    .values(state=fixed("failed"), attempts=jobs.c.attempts + fixed(1), error=bindparam("error"))
)


class Jobs:
    """What is to be fetched and rendered."""

    __slots__ = ("_asked", "_rows")

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._asked = False

    @property
    def asked(self) -> bool:
        """Say whether the function that runs has asked for a job."""
        return self._asked

    def clear(self) -> None:
        """Forget the function before."""
        self._asked = False

    def add(self, kind: JobKind, subject: str, params: Mapping[str, Any], now: int) -> None:
        """Ask for a job."""
        self._asked = True
        self._rows.run(_ADD, kind=kind, subject=subject, params=to_json(params), not_before=now, asked=now)

    def due(self, kind: JobKind, now: int, limit: int) -> tuple[Job, ...]:
        """Return jobs of a kind whose time has come, the longest due first; those being worked on are among them."""
        return tuple(
            Job(
                id=number,
                kind=kind,
                subject=subject,
                params=from_json(params),
                attempts=attempts,
                not_before=not_before,
            )
            for number, kind, subject, params, attempts, not_before in self._rows.all(
                _DUE, kind=kind, now=now, most=limit
            )
        )

    def done(self, job: int) -> None:
        """Forget a job that is done; what it made is elsewhere."""
        self._rows.run(_DONE, row=job)

    def retry(self, job: int, not_before: int, error: str) -> None:
        """Put a job off."""
        self._rows.run(_RETRY, row=job, not_before=not_before, error=error)

    def failed(self, job: int, error: str) -> None:
        """Give a job up for good."""
        self._rows.run(_FAILED, row=job, error=error)
