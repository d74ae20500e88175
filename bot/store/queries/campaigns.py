"""Campaigns, and the visits of many studios at once: what was signed in some periods, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, select

from bot.entities import Campaign
from bot.ports.visits import OpenAt, SignedAt
from bot.store.compiled import Row, Rows, Statement, from_json
from bot.store.tables import assessments, campaigns, members, studios, visits
from bot.store.tables_base import fixed
from bot.store.tables_visits import official

CAMPAIGN_BY = Statement(select(campaigns).where(campaigns.c.id == bindparam("campaign")))
CAMPAIGNS = Statement(
    select(campaigns)
    .where(campaigns.c.rubric == bindparam("rubric"))
    .order_by(campaigns.c.year, campaigns.c.version, campaigns.c.scope)
)
_SIGNED = Statement(
    select(
        visits.c.studio,
        visits.c.period,
        visits.c.kind,
        assessments.c.id,
        visits.c.id,
        visits.c.version,
        visits.c.campaign,
        assessments.c.signed,
        assessments.c.sheet,
        visits.c.opened,
    )
    .join(visits, visits.c.id == assessments.c.visit)
    .where(
        visits.c.rubric == bindparam("rubric"),
        visits.c.period == bindparam("period"),
        assessments.c.state == fixed("signed"),
        official,
    )
    .order_by(visits.c.opened, visits.c.id)
)
_OPEN = Statement(
    select(
        visits.c.studio,
        visits.c.period,
        visits.c.kind,
        assessments.c.id,
        visits.c.id,
        visits.c.opened,
        visits.c.prepared,
        members.c.person,
    )
    .join(visits, visits.c.id == assessments.c.visit)
    .join(studios, studios.c.id == visits.c.studio)
    .outerjoin(members, members.c.assessment == assessments.c.id)
    .where(
        visits.c.rubric == bindparam("rubric"),
        visits.c.period == bindparam("period"),
        assessments.c.state == fixed("open"),
        official,
    )
    .order_by(studios.c.name, visits.c.id, members.c.place)
)


def campaign_of(row: Row) -> Campaign:
    """Return the campaign that a row of its table holds."""
    campaign, rubric, version, year, scope, rulings, assumed = row
    return Campaign(
        id=campaign,
        rubric=rubric,
        version=version,
        year=year,
        scope=scope,
        rulings=from_json(rulings),
        assumed=tuple(from_json(assumed)),
    )


def signed_in(rows: Rows, rubric: str, periods: Sequence[str]) -> tuple[SignedAt, ...]:
    """Return the newest official sheet of each studio, period and kind."""
    newest = {}
    for period in dict.fromkeys(periods):
        for row in rows.all(_SIGNED, rubric=rubric, period=period):
            newest[row[:3]] = row
    return tuple(_signed(row) for row in newest.values())


def open_in(rows: Rows, rubric: str, periods: Sequence[str]) -> tuple[OpenAt, ...]:
    """Return the official visits that are open, by studio and period."""
    found = [
        row for period in dict.fromkeys(periods) for row in rows.all(_OPEN, rubric=rubric, period=period)
    ]
    by_visit: dict[tuple[object, ...], list[str]] = {}
    for *place, person in found:
        by_visit.setdefault(tuple(place), []).extend([person] if person else [])
    return tuple(_open(place, members) for place, members in by_visit.items())


def _signed(row: Row) -> SignedAt:
    studio, period, kind, assessment, visit, version, campaign, at, sheet, _ = row
    return SignedAt(studio, period, kind, assessment, visit, version, campaign, at, from_json(sheet))


def _open(place: Row, members: Iterable[str]) -> OpenAt:
    studio, period, kind, assessment, visit, opened, prepared = place
    return OpenAt(studio, period, kind, assessment, visit, opened, bool(prepared), tuple(members))
