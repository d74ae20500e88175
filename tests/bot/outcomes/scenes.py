"""Signed totals without the walk: what outcomes are computed from, put into the store as a signature leaves it."""

from itertools import count

from bot.changes.campaigns import found_or_made
from bot.entities import Appeal, Judgement, Signature, Visit
from bot.store import StoreDesk
from rubrics.periods import Period

NORTHWEST = "northwest-2025"
TONGLIAO = "tongliao-2020"
NUC = "nuc-2024"
SIGNED = 1_767_578_400_000
_numbers = count(1)


def opened(desk: StoreDesk, studio: str, rubric: str, period: str, person: str, kind: str = "") -> str:
    """An official visit that nobody has signed; returns its assessment."""
    number = next(_numbers)
    published = next(each for each in desk.library.current() if each.id == rubric)
    campaign = found_or_made(
        desk, published, Period.parse(period).end.year, lambda: f"campaign{next(_numbers):05}"
    )
    visit = Visit(
        id=f"visit{number:08}",
        studio=studio,
        campaign=campaign.id,
        rubric=rubric,
        version=campaign.version,
        period=period,
        kind=kind or Period.parse(period).kind,
        opened=SIGNED,
        opened_by=person,
    )
    assessment = f"sheet{number:08}"
    desk.visits.add(visit, assessment, None, [person])
    return assessment


def signed(
    desk: StoreDesk, studio: str, rubric: str, period: str, total: str, person: str, kind: str = ""
) -> str:
    """A signed official sheet that came to a total; returns its assessment."""
    assessment = opened(desk, studio, rubric, period, person, kind)
    figures = {"total": total, "deducted": "0", "bonus": "0", "items": {}}
    signature = Signature(person=person, name="李工", role="head", at=SIGNED)
    desk.visits.sign(assessment, signature, assessment.ljust(64, "0"), figures)
    return assessment


def contested(desk: StoreDesk, assessment: str, studio: str, person: str, at: int = SIGNED) -> None:
    """An appeal that nobody has decided."""
    one = Appeal(
        id=f"appeal{next(_numbers):07}",
        studio=studio,
        assessment=assessment,
        item="2.2",
        reason="签到表在柜里",
        by=person,
        at=at,
        old="5",
    )
    desk.appeals.put(one, person)


def decided(desk: StoreDesk, studio: str, rubric: str, period: str, person: str, **said: object) -> None:
    """What a coordinator decided for a period."""
    fields = {
        "id": f"judge{next(_numbers):08}",
        "studio": studio,
        "rubric": rubric,
        "version": 1,
        "period": period,
        "state": "open",
        "by": person,
        "at": SIGNED,
    }
    desk.outcomes.put_judgement(Judgement.model_validate({**fields, **said}), person)
