"""Campaigns and visits, and who is in them; assessments themselves are read in `assessments`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import bindparam, func, literal_column, or_, select, update

from bot.entities import Assessment, Campaign, Comments, Signature, Visit
from bot.entities.visit import SignedSheet
from bot.ports.visits import Around, OpenAt, SignedAt
from bot.store.compiled import Rows, Statement, from_json, inserting, to_json
from bot.store.queries.around import around
from bot.store.queries.assessments import Assessments
from bot.store.queries.campaigns import (
    CAMPAIGN_BY,
    CAMPAIGNS,
    campaign_of,
    open_in,
    signed_in,
)
from bot.store.queries.reopening import (
    CANCEL_ASSESSMENTS,
    CLOSE_VISIT,
    FORGET_MEMBERS,
    FORGET_SIGNATURES,
    JOINED,
    REOPEN,
    REOPEN_VISIT,
)
from bot.store.queries.words import Words
from bot.store.tables import assessments, campaigns, history, members, signatures, studios, visits
from bot.store.tables_base import fixed
from bot.store.tables_visits import counted, official

_CAMPAIGN = Statement(
    select(campaigns).where(
        campaigns.c.rubric == bindparam("rubric"),
        campaigns.c.version == bindparam("version"),
        campaigns.c.year == bindparam("year"),
        campaigns.c.scope == bindparam("scope"),
    )
)
_ADD_CAMPAIGN = inserting(campaigns)
_RULE = Statement(
    update(campaigns)
    .where(campaigns.c.id == bindparam("which"))
    .values(rulings=bindparam("rulings"), assumed=bindparam("assumed"))
)
_ADD_VISIT = inserting(visits)
_ADD_ASSESSMENT = inserting(assessments)
_ADD_MEMBER = inserting(members)
_AT_PLACE = (
    visits.c.studio == bindparam("studio"),
    visits.c.rubric == bindparam("rubric"),
    visits.c.period == bindparam("period"),
    visits.c.kind == bindparam("kind"),
)
_OPEN_AT = Statement(
    select(assessments.c.id)
    .join(visits, visits.c.id == assessments.c.visit)
    .where(*_AT_PLACE, visits.c.closed == fixed(0))
)
_SIGNED_AT = Statement(
    select(assessments.c.id)
    .join(visits, visits.c.id == assessments.c.visit)
    .where(*_AT_PLACE, assessments.c.state == fixed("signed"))
    .order_by(visits.c.opened.desc(), visits.c.id.desc())
)
_SIGNED_SHEET = Statement(
    select(assessments.c.id, visits.c.version, assessments.c.signed, assessments.c.sheet)
    .join(visits, visits.c.id == assessments.c.visit)
    .where(*_AT_PLACE, assessments.c.state == fixed("signed"))
    .order_by(visits.c.opened.desc(), visits.c.id.desc())
    .limit(fixed(1))
)
_ANY_SIGNED = Statement(
    select(assessments.c.id)
    .join(visits, visits.c.id == assessments.c.visit)
    .where(
        visits.c.campaign == bindparam("campaign"),
        or_(assessments.c.state == fixed("signed"), assessments.c.round > fixed(1)),
    )
    .limit(fixed(1))
)
_OPEN_OF = Statement(
    select(members.c.assessment)
    .join(assessments, assessments.c.id == members.c.assessment)
    .join(visits, visits.c.id == assessments.c.visit)
    .where(members.c.person == bindparam("person"), assessments.c.state == fixed("open"))
    .order_by(visits.c.opened.desc(), members.c.joined.desc(), visits.c.id.desc())
)
_OPEN_BY = Statement(
    select(assessments.c.id)
    .join(visits, visits.c.id == assessments.c.visit)
    .join(studios, studios.c.id == visits.c.studio)
    .where(visits.c.rubric == bindparam("rubric"), assessments.c.state == fixed("open"))
    .order_by(studios.c.name, visits.c.period, visits.c.id)
)
_SIGNED_OF = Statement(
    select(assessments.c.id)
    .join(visits, visits.c.id == assessments.c.visit)
    .join(signatures, signatures.c.assessment == assessments.c.id)
    .where(visits.c.studio == bindparam("studio"), assessments.c.state == fixed("signed"), counted)
    .group_by(assessments.c.id)
    .order_by(func.max(signatures.c.at).desc(), assessments.c.id)
    .limit(bindparam("most"))
)
_SIGNED_BY = Statement(select(signatures.c.assessment).where(signatures.c.person == bindparam("person")))
_MOVE = Statement(
    update(visits)
    .where(visits.c.id == bindparam("visit"), visits.c.closed == fixed(0))
    .values(
        campaign=bindparam("campaign"),
        version=bindparam("to"),
        before=func.coalesce(visits.c.before, visits.c.version),
    )
)
_TOUCHED = (
    select(history.c.at)
    .where(history.c.stream == assessments.c.visit, history.c.person == members.c.person)
    .order_by(history.c.seq.desc())
    .limit(literal_column("1"))
    .scalar_subquery()
)
_LATEST_OF = Statement(
    select(members.c.assessment)
    .join(assessments, assessments.c.id == members.c.assessment)
    .where(members.c.person == bindparam("person"))
    .order_by(func.coalesce(_TOUCHED, members.c.joined).desc(), members.c.joined.desc())
    .limit(literal_column("1"))
)
_NEXT_PLACE = Statement(
    select(func.coalesce(func.max(members.c.place), fixed(0)) + fixed(1)).where(
        members.c.assessment == bindparam("assessment")
    )
)
_IS_MEMBER = Statement(
    select(members.c.place).where(
        members.c.assessment == bindparam("assessment"), members.c.person == bindparam("person")
    )
)
_COMMENT = Statement(
    update(assessments)
    .where(assessments.c.id == bindparam("which"))
    .values(strengths=bindparam("strengths"), problems=bindparam("problems"), advice=bindparam("advice"))
)
_PASS_GAPS = Statement(
    update(assessments).where(assessments.c.id == bindparam("which")).values(passed_gaps=fixed(1))
)
_SIGN = Statement(
    update(assessments)
    .where(assessments.c.id == bindparam("which"), assessments.c.state == fixed("open"))
    .values(
        state=fixed("signed"),
        reopened=None,
        digest=bindparam("digest"),
        sheet=bindparam("sheet"),
        signed=bindparam("at"),
    )
)
_ADD_SIGNATURE = inserting(signatures)
_CLOSE = Statement(
    update(visits)
    .where(
        visits.c.id
        == select(assessments.c.visit).where(assessments.c.id == bindparam("assessment")).scalar_subquery()
    )
    .values(closed=fixed(1))
)
_SHEET = Statement(select(assessments.c.sheet).where(assessments.c.id == bindparam("assessment")))
_BY_DIGEST = Statement(select(assessments.c.id).where(assessments.c.digest == bindparam("digest")))
_RUBRICS_AT = Statement(
    select(visits.c.rubric)
    .where(visits.c.studio == bindparam("studio"), official)
    .distinct()
    .order_by(visits.c.rubric)
)
_OF_VISIT = Statement(select(assessments.c.id).where(assessments.c.visit == bindparam("visit")))
_SEAL = Statement(
    update(assessments).where(assessments.c.id == bindparam("which")).values(sealed=bindparam("now"))
)


_EMPTY: Final = ("strengths", "problems", "advice", "digest", "signed", "sealed", "sheet", "reopened")


class Visits:
    """What is assessed where, when and by whom."""

    __slots__ = ("_assessments", "_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words
        self._assessments = Assessments(rows)

    def clear(self) -> None:
        """Forget what was read."""
        self._assessments.clear()

    def campaign(self, rubric: str, version: int, year: int, scope: str) -> Campaign | None:
        """Return the campaign of a rubric version in a year."""
        row = self._rows.one(_CAMPAIGN, rubric=rubric, version=version, year=year, scope=scope)
        return campaign_of(row) if row else None

    def campaign_by(self, campaign: str) -> Campaign | None:
        """Return a campaign by its id."""
        row = self._rows.one(CAMPAIGN_BY, campaign=campaign)
        return campaign_of(row) if row else None

    def campaigns(self, rubric: str) -> tuple[Campaign, ...]:
        """Return the campaigns of a rubric, by year and version."""
        return tuple(map(campaign_of, self._rows.all(CAMPAIGNS, rubric=rubric)))

    def add_campaign(self, campaign: Campaign) -> None:
        """Store a new campaign."""
        self._write(
            _ADD_CAMPAIGN,
            id=campaign.id,
            rubric=campaign.rubric,
            version=campaign.version,
            year=campaign.year,
            scope=campaign.scope,
            rulings=to_json(campaign.rulings),
            assumed=to_json(campaign.assumed),
        )

    def rule(self, campaign: str, rulings: dict[str, str], assumed: tuple[str, ...]) -> None:
        """Replace the rulings of a campaign."""
        self._write(_RULE, which=campaign, rulings=to_json(rulings), assumed=to_json(assumed))

    def add(self, visit: Visit, assessment: str, variant: str | None, members: Sequence[str]) -> None:
        """Store a visit with its one joint assessment and the members (the head first)."""
        self._write(
            _ADD_VISIT,
            **visit.model_dump(exclude={"prepared", "closed"}),
            prepared=int(visit.prepared),
            closed=int(visit.closed),
        )
        self._write(
            _ADD_ASSESSMENT,
            id=assessment,
            visit=visit.id,
            variant=variant,
            state="open",
            passed_gaps=0,
            round=1,
            **dict.fromkeys(_EMPTY),
        )
        for place, person in enumerate(members, start=1):
            self._write(_ADD_MEMBER, assessment=assessment, person=person, place=place, joined=visit.opened)

    def set_members(self, assessment: str, members: Sequence[str], now: int) -> None:
        """Replace the members, the head first; who stays keeps the time of joining."""
        joined: dict[str, int] = dict(self._rows.all(JOINED, assessment=assessment))
        self._write(FORGET_MEMBERS, assessment=assessment)
        for place, person in enumerate(members, start=1):
            self._write(
                _ADD_MEMBER,
                assessment=assessment,
                person=person,
                place=place,
                joined=joined.get(person, now),
            )

    def cancel(self, visit: str) -> None:
        """Close an open visit without a sheet."""
        self._write(CANCEL_ASSESSMENTS, visit=visit)
        self._write(CLOSE_VISIT, visit=visit)

    def reopen(self, assessment: str, items: Sequence[str]) -> None:
        """Open a signed sheet again for some items; its signatures are gone (kept elsewhere), its round is one more."""
        if self._write(REOPEN, which=assessment, items=to_json(list(items))) != 1:
            raise KeyError(assessment)
        self._write(FORGET_SIGNATURES, assessment=assessment)
        self._write(REOPEN_VISIT, assessment=assessment)

    def signed_in(self, rubric: str, periods: Sequence[str]) -> tuple[SignedAt, ...]:
        """Return the newest official sheet of each studio, period and kind."""
        return signed_in(self._rows, rubric, periods)

    def open_in(self, rubric: str, periods: Sequence[str]) -> tuple[OpenAt, ...]:
        """Return the official visits that are open, by studio and period."""
        return open_in(self._rows, rubric, periods)

    def open_at(self, studio: str, rubric: str, period: str, kind: str) -> str | None:
        """Return the id of the open visit's assessment at a place and period, if there is one."""
        found: str | None = self._rows.value(_OPEN_AT, studio=studio, rubric=rubric, period=period, kind=kind)
        return found

    def signed_at(self, studio: str, rubric: str, period: str, kind: str) -> str | None:
        """Return the id of the newest signed assessment at a place and period, if there is one."""
        found: str | None = self._rows.value(
            _SIGNED_AT, studio=studio, rubric=rubric, period=period, kind=kind
        )
        return found

    def signed_sheet(self, studio: str, rubric: str, period: str, kind: str) -> SignedSheet | None:
        """Return what the newest signed assessment at a place and period came to, if there is one."""
        row = self._rows.one(_SIGNED_SHEET, studio=studio, rubric=rubric, period=period, kind=kind)
        if row is None:
            return None
        found, version, at, sheet = row
        return SignedSheet(assessment=found, version=version, at=at, figures=from_json(sheet))

    def around(
        self,
        place: tuple[str, str, str, str],
        before: str,
        own_kind: str,
        item: str,
        spoken: tuple[str, str] = ("", ""),
    ) -> Around:
        """Return what stands around an item, in one question."""
        return around(self._rows, place, before, own_kind, item, spoken)

    def any_signed(self, campaign: str) -> bool:
        """Say whether anything of a campaign is or was signed: items may have been sent back since."""
        return self._rows.value(_ANY_SIGNED, campaign=campaign) is not None

    def open_of(self, person: str) -> tuple[Assessment, ...]:
        """Return the open assessments of which a person is a member, newest first."""
        found = (self.assessment(row[0]) for row in self._rows.all(_OPEN_OF, person=person))
        return tuple(each for each in found if each)

    def open_by(self, rubric: str) -> tuple[Assessment, ...]:
        """Return the open assessments by any version of a rubric, by studio and period."""
        found = (self.assessment(row[0]) for row in self._rows.all(_OPEN_BY, rubric=rubric))
        return tuple(each for each in found if each)

    def signed_of(self, studio: str, most: int) -> tuple[Assessment, ...]:
        """Return the signed assessments of a studio, newest first, at most so many."""
        found = (self.assessment(row[0]) for row in self._rows.all(_SIGNED_OF, studio=studio, most=most))
        return tuple(each for each in found if each)

    def signed_by(self, person: str) -> frozenset[str]:
        """Return the ids of the assessments that a person has signed."""
        return frozenset(row[0] for row in self._rows.all(_SIGNED_BY, person=person))

    def move(self, visit: str, campaign: str, version: int) -> None:
        """Give an open visit to the campaign of another version; the version it was opened with is kept."""
        if self._write(_MOVE, visit=visit, campaign=campaign, to=version) != 1:
            raise KeyError(visit)

    def rubrics_at(self, studio: str) -> tuple[str, ...]:
        """Return the ids of the rubrics by which a studio was ever visited, self-assessments aside."""
        return tuple(row[0] for row in self._rows.all(_RUBRICS_AT, studio=studio))

    def latest_of(self, person: str) -> Assessment | None:
        """Return the person's assessment touched last (by the history), signed or not."""
        found = self._rows.value(_LATEST_OF, person=person)
        return self.assessment(found) if found else None

    def join(self, assessment: str, person: str, now: int) -> None:
        """Make a person a member; a member stays in their place."""
        if self._rows.one(_IS_MEMBER, assessment=assessment, person=person):
            return
        place = self._rows.value(_NEXT_PLACE, assessment=assessment)
        self._write(_ADD_MEMBER, assessment=assessment, person=person, place=place, joined=now)

    def assessment(self, assessment: str) -> Assessment | None:
        """Return an assessment with its visit, studio, rulings, members and signatures."""
        return self._assessments.get(assessment)

    def of_visit(self, visit: str) -> Assessment | None:
        """Return the joint assessment of a visit."""
        found = self._rows.value(_OF_VISIT, visit=visit)
        return self.assessment(found) if found else None

    def comment(self, assessment: str, comments: Comments) -> None:
        """Set 综合意见; its words are kept apart like all others."""
        self._write(
            _COMMENT,
            which=assessment,
            strengths=self._words.reference(comments.strengths, None),
            problems=self._words.reference(comments.problems, None),
            advice=self._words.reference(comments.advice, None),
        )

    def pass_gaps(self, assessment: str) -> None:
        """Keep that the assessor goes on with missing notes and materials."""
        self._write(_PASS_GAPS, which=assessment)

    def sign(
        self,
        assessment: str,
        signature: Signature,
        digest: str,
        sheet: Mapping[str, Any],
        others: Sequence[Signature] = (),
    ) -> None:
        """Close the assessment with a signature, its 校验码 and the figures of the sheet; it must be open.

        `others` are those who signed before, where the last one of several closes it.
        """
        changed = self._write(_SIGN, which=assessment, digest=digest, sheet=to_json(sheet), at=signature.at)
        if changed != 1:
            raise KeyError(assessment)
        for each in (*others, signature):
            self._write(_ADD_SIGNATURE, assessment=assessment, **each.model_dump())
        self._write(_CLOSE, assessment=assessment)

    def sheet(self, assessment: str) -> Mapping[str, Any] | None:
        """Return the figures stored at signing."""
        text = self._rows.value(_SHEET, assessment=assessment)
        return from_json(text) if text else None

    def by_digest(self, digest: str) -> Assessment | None:
        """Return the assessment whose 校验码 this is."""
        found = self._rows.value(_BY_DIGEST, digest=digest)
        return self.assessment(found) if found else None

    def seal(self, assessment: str, now: int) -> None:
        """Mark that the seal is in the history."""
        self._write(_SEAL, which=assessment, now=now)

    def _write(self, statement: Statement, **given: Any) -> int:  # noqa: ANN401 - what columns hold
        """Write, and forget the assessments as they were read before."""
        self._assessments.clear()
        return self._rows.run(statement, **given)
