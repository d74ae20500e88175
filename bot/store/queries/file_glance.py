"""What a card shows of a studio's standing file and of its log, in one question: a tap has no room for six."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, case, exists, func, or_, union_all

from bot.entities import ENTRY_KINDS, FileEntry, FileStep
from bot.ports.file_glance import FileAsk, FileGlance, SeenMoney, SeenPlan, SeenTask
from bot.store.compiled import Row, Rows, Statement
from bot.store.queries import log_glance
from bot.store.queries.log_glance import part
from bot.store.tables import (
    activities,
    assessments,
    file_entries,
    file_steps,
    fund_moves,
    plan_tasks,
    proofs,
    visits,
    words,
    work_plans,
    year_funds,
)
from bot.store.tables_base import fixed
from bot.store.tables_visits import official

_FAR: Final = "9999-12-31"
"""A day after which nothing is logged: where nothing is asked of the log, its span begins there."""
_REVISIONS: Final = 100000
"""Place and revision of a task are one number: there is room for two."""
_NAMES: Final = words.alias("names")
_DETAILS: Final = words.alias("details")
_TEXTS: Final = words.alias("texts")
_STUDIO: Final[BindParameter[Any]] = bindparam("studio")
_ENTRY: Final = (
    (file_entries.c.studio == _STUDIO)
    & (file_entries.c.dropped == fixed(0))
    & file_entries.c.kind.in_([bindparam(f"kind{number}") for number, _ in enumerate(ENTRY_KINDS)])
)


def _proved(thing: ColumnElement[Any]) -> ColumnElement[Any]:
    return case(
        (exists().where(proofs.c.of == thing, proofs.c.dropped == fixed(0)), fixed(1)), else_=fixed(0)
    )


def _registers() -> tuple[Select[Any], ...]:
    return (
        part(
            "kept",
            file_entries.c.id,
            file_entries.c.kind,
            _NAMES.c.text,
            _DETAILS.c.text,
            file_entries.c.on,
            file_entries.c.until,
            file_entries.c.state,
            numbers=(file_entries.c.at, _proved(file_entries.c.id)),
        )
        .select_from(
            file_entries.outerjoin(_NAMES, _NAMES.c.id == file_entries.c.name).outerjoin(
                _DETAILS, _DETAILS.c.id == file_entries.c.details
            )
        )
        .where(_ENTRY),
        part(
            "step",
            file_steps.c.entry,
            file_steps.c.name,
            file_steps.c.on,
            file_steps.c.period,
            file_steps.c.value,
            _TEXTS.c.text,
            numbers=(file_steps.c.at, file_steps.c.place),
        )
        .select_from(
            file_steps.join(file_entries, file_entries.c.id == file_steps.c.entry).outerjoin(
                _TEXTS, _TEXTS.c.id == file_steps.c.text
            )
        )
        .where(_ENTRY),
    )


def _plans() -> tuple[Select[Any], ...]:
    asked = work_plans.c.studio == bindparam("plans")
    return (
        part(
            "plan",
            work_plans.c.id,
            work_plans.c.period,
            work_plans.c.state,
            numbers=(func.coalesce(work_plans.c.handed_in, fixed(0)),),
        ).where(asked, work_plans.c.kind == fixed("plan")),
        part(
            "task",
            plan_tasks.c.plan,
            plan_tasks.c.due,
            plan_tasks.c.state,
            numbers=(
                plan_tasks.c.place * fixed(_REVISIONS) + plan_tasks.c.revision,
                _proved(plan_tasks.c.id),
            ),
        )
        .select_from(plan_tasks.join(work_plans, work_plans.c.id == plan_tasks.c.plan))
        .where(asked, work_plans.c.kind == fixed("plan")),
    )


def _money() -> tuple[Select[Any], ...]:
    fund: BindParameter[Any] = bindparam("fund")
    return (
        part(
            "money",
            fund_moves.c.kind,
            fund_moves.c.on,
            fund_moves.c.amount,
            case((fund_moves.c.checked.is_(None), fixed("")), else_=fixed("checked")),
            numbers=(fund_moves.c.year, fund_moves.c.at),
        ).where(fund_moves.c.studio == fund, fund_moves.c.dropped == fixed(0)),
        part("granted", year_funds.c.amount, numbers=(year_funds.c.year,)).where(year_funds.c.studio == fund),
    )


def _around() -> tuple[Select[Any], ...]:
    return (
        part("day", activities.c.on).where(
            activities.c.studio == _STUDIO,
            activities.c.on >= bindparam("january"),
            activities.c.on <= bindparam("december"),
            activities.c.deleted.is_(None),
        ),
        part("seen", numbers=(func.max(assessments.c.signed),))
        .select_from(assessments.join(visits, visits.c.id == assessments.c.visit))
        .where(
            visits.c.studio == _STUDIO,
            visits.c.rubric == bindparam("rubric"),
            assessments.c.state == fixed("signed"),
            assessments.c.id != bindparam("assessment"),
            official,
        ),
        part("any").where(
            or_(
                exists().where(file_entries.c.studio == _STUDIO, file_entries.c.dropped == fixed(0)),
                exists().where(work_plans.c.studio == _STUDIO),
                exists().where(fund_moves.c.studio == _STUDIO, fund_moves.c.dropped == fixed(0)),
            )
        ),
    )


_GLANCE = Statement(union_all(*log_glance.parts(), *_registers(), *_plans(), *_money(), *_around()))


def glance(rows: Rows, ask: FileAsk) -> FileGlance:
    """Return what file and log of a studio say."""
    kinds = [each for each in ENTRY_KINDS if each in ask.kinds]
    given: dict[str, Any] = {
        **{f"kind{number}": "" for number, _ in enumerate(ENTRY_KINDS)},
        **{f"kind{number}": kind for number, kind in enumerate(kinds)},
        **log_glance.span(ask.start or _FAR, ask.end if ask.start else ""),
        "plans": ask.studio if "plans" in ask.kinds else "",
        "fund": ask.studio if "fund" in ask.kinds else "",
        "january": f"{ask.year}-01-01",
        "december": f"{ask.year}-12-31",
    }
    found = rows.all(_GLANCE, studio=ask.studio, rubric=ask.rubric, assessment=ask.assessment, **given)
    return _read(ask.studio, found)


def _read(studio: str, found: list[Row]) -> FileGlance:
    by_part: dict[str, list[Row]] = {}
    for name, *rest in found:
        by_part.setdefault(name, []).append(tuple(rest))

    def of(name: str) -> list[Row]:
        return by_part.get(name, [])

    kept = sorted(of("kept"), key=lambda row: (row[4], row[0]))
    return FileGlance(
        kept=bool(of("any")),
        entries=tuple(_entry(studio, row) for row in kept),
        steps=tuple(_step(row) for row in sorted(of("step"), key=lambda row: (row[0], row[8]))),
        proved=frozenset(row[0] for row in kept if row[8]),
        plans=tuple(SeenPlan(row[0], row[1], row[2], row[7] or None) for row in of("plan")),
        tasks=tuple(_tasks(of("task"))),
        money=tuple(SeenMoney(row[7], row[0], row[1], row[2], bool(row[3]), row[8]) for row in of("money")),
        granted={row[7]: row[0] for row in of("granted")},
        days=tuple(row[0] for row in of("day")),
        seen=next((row[7] for row in of("seen") if row[7]), None),
        log=log_glance.read(found),
    )


def _entry(studio: str, row: Row) -> FileEntry:
    one, kind, name, details, on, until, state, at, _ = row
    return FileEntry(
        id=one,
        studio=studio,
        kind=kind,
        name=name or "",
        details=details or "{}",
        on=on,
        until=until,
        state=state,
        by="",
        at=at,
        changed=at,
    )


def _step(row: Row) -> FileStep:
    entry, name, on, period, value, text, _, at, place = row
    return FileStep(
        entry=entry, place=place, name=name, on=on, period=period, value=value, text=text or "", by="", at=at
    )


def _tasks(rows: Iterable[Row]) -> Iterable[SeenTask]:
    """Return the newest version of each task; what it was before stays at its place."""
    newest: dict[tuple[str, int], Row] = {}
    for row in sorted(rows, key=lambda row: (row[0], row[7])):
        newest[row[0], row[7] // _REVISIONS] = row
    return [SeenTask(row[0], row[1], row[2], bool(row[8])) for row in newest.values()]
