"""One assessment with everything a screen needs of where it belongs: one statement, two once it is signed."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import bindparam, select

from bot.entities import Assessment, Comments, Signature, Visit
from bot.store.compiled import Row, Rows, Statement, from_json
from bot.store.dialect import listed
from bot.store.tables import assessments, campaigns, members, signatures, studios, visits, words

_IN_ORDER = (
    select(members.c.person)
    .where(members.c.assessment == bindparam("assessment"))
    .order_by(members.c.place)
    .subquery()
)
_MEMBERS = select(listed(_IN_ORDER.c.person)).scalar_subquery()
_STRENGTHS, _PROBLEMS, _ADVICE = (words.alias(name) for name in ("strengths", "problems", "advice"))
_GET = Statement(
    select(
        visits,
        _MEMBERS,
        studios.c.name,
        studios.c.unit,
        studios.c.leader,
        campaigns.c.rulings,
        campaigns.c.assumed,
        assessments.c.variant,
        assessments.c.state,
        assessments.c.passed_gaps,
        assessments.c.digest,
        assessments.c.sealed,
        assessments.c.reopened,
        assessments.c.round,
        _STRENGTHS.c.text,
        _PROBLEMS.c.text,
        _ADVICE.c.text,
    )
    .select_from(assessments)
    .join(visits, visits.c.id == assessments.c.visit)
    .join(studios, studios.c.id == visits.c.studio)
    .join(campaigns, campaigns.c.id == visits.c.campaign)
    .outerjoin(_STRENGTHS, _STRENGTHS.c.id == assessments.c.strengths)
    .outerjoin(_PROBLEMS, _PROBLEMS.c.id == assessments.c.problems)
    .outerjoin(_ADVICE, _ADVICE.c.id == assessments.c.advice)
    .where(assessments.c.id == bindparam("assessment"))
)
_SIGNATURES = Statement(
    select(signatures.c.person, signatures.c.name, signatures.c.role, signatures.c.at)
    .where(signatures.c.assessment == bindparam("assessment"))
    .order_by(signatures.c.at, signatures.c.person)
)
_OF_VISIT = len(visits.c)
_STATE = _OF_VISIT + 7


class Assessments:
    """Reads assessments; within one function the same one is read once, until something about it is written."""

    __slots__ = ("_known", "_rows")

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._known: dict[str, Assessment] = {}

    def clear(self) -> None:
        """Forget what was read."""
        self._known.clear()

    def get(self, assessment: str) -> Assessment | None:
        """Return an assessment by id."""
        known = self._known.get(assessment) or self._read(assessment)
        if known is not None:
            self._known[assessment] = known
        return known

    def _read(self, assessment: str) -> Assessment | None:
        row = self._rows.one(_GET, assessment=assessment)
        if row is None:
            return None
        signed = row[_STATE] == "signed"
        signatures = tuple(self._rows.all(_SIGNATURES, assessment=assessment)) if signed else ()
        return _made(assessment, row, signatures)


@lru_cache(maxsize=1024)
def _made(assessment: str, row: Row, signatures: tuple[Row, ...]) -> Assessment:
    """Make an assessment; it never changes, so the same rows may give the same object."""
    visit = _visit(row[:_OF_VISIT])
    members, name, unit, leader, rulings, assumed, variant, state, *signed = row[_OF_VISIT:]
    passed, digest, sealed, reopened, times, *said = signed
    return Assessment(
        id=assessment,
        visit=visit,
        studio=visit.studio,
        studio_name=name,
        unit=unit,
        leader=leader,
        variant=variant,
        rulings=from_json(rulings),
        assumed=tuple(from_json(assumed)),
        members=tuple(from_json(members)),
        state=state,
        passed_gaps=bool(passed),
        comments=_comments(*said),
        signatures=tuple(
            Signature(person=person, name=name, role=role, at=at) for person, name, role, at in signatures
        ),
        digest=digest,
        sealed=sealed is not None,
        reopened=tuple(from_json(reopened)) if reopened else (),
        round=times,
    )


def _comments(strengths: str | None, problems: str | None, advice: str | None) -> Comments:
    return Comments(strengths=strengths or "", problems=problems or "", advice=advice or "")


def _visit(row: Row) -> Visit:
    visit, studio, campaign, rubric, version, period, kind, opened, opened_by, prepared, closed, before = row
    return Visit(
        id=visit,
        studio=studio,
        campaign=campaign,
        rubric=rubric,
        version=version,
        period=period,
        kind=kind,
        opened=opened,
        opened_by=opened_by,
        prepared=bool(prepared),
        closed=bool(closed),
        before=before,
    )
