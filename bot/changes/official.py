"""What counts of a period: the signed official sheets of many studios, with granted appeals applied.

Self-assessments and the ballots of a panel's members are no official sheets. Everything that counts sheets asks here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.changes.contested import decided
from bot.entities import Studio
from bot.ports import Desk, SignedAt


@dataclass(frozen=True, slots=True)
class Official:
    """One signed sheet as it counts."""

    studio: Studio
    period: str
    kind: str
    assessment: str
    total: Decimal
    """With granted appeals."""
    signed_total: Decimal
    deducted: Decimal
    bonus: Decimal
    items: Mapping[str, Decimal | None]
    """Points by item, with granted appeals; None where an item is not applicable."""
    signed: int
    """Stored time, ms."""
    confirmed: bool
    """A coordinator has looked at it and let it stand."""
    appealed: bool
    """A score was changed by an appeal."""
    version: int
    campaign: str


def official(
    desk: Desk, rubric: str, periods: Sequence[str], studios: Iterable[Studio]
) -> tuple[Official, ...]:
    """Return the newest official sheet of each of these studios, period and kind, in the order of the studios."""
    sheets: dict[str, list[SignedAt]] = {}
    for each in desk.visits.signed_in(rubric, periods):
        sheets.setdefault(each.studio, []).append(each)
    reviews = desk.reviews.many(rubric, periods)
    contested = {appeal.assessment for appeal in desk.appeals.changed(rubric)} if sheets else set()
    return tuple(
        _official(
            desk,
            studio,
            each,
            confirmed=(review := reviews.get(each.assessment)) is not None and review.state == "confirmed",
            appealed=each.assessment in contested,
        )
        for studio in studios
        for each in sorted(sheets.get(studio.id, ()), key=lambda sheet: (sheet.period, sheet.at))
    )


def _official(desk: Desk, studio: Studio, sheet: SignedAt, *, confirmed: bool, appealed: bool) -> Official:
    figures = sheet.figures
    total = signed_total = Decimal(figures["total"])
    deducted = Decimal(figures["deducted"])
    items = {no: None if score is None else Decimal(score) for no, score in figures["items"].items()}
    if appealed and (found := desk.visits.assessment(sheet.assessment)) is not None:
        settled = decided(desk, found)
        total = settled[-1].after
        deducted -= total - signed_total
        items |= {each.appeal.item: Decimal(each.appeal.new) for each in settled if each.appeal.new}
    return Official(
        studio=studio,
        period=sheet.period,
        kind=sheet.kind,
        assessment=sheet.assessment,
        total=total,
        signed_total=signed_total,
        deducted=deducted,
        bonus=Decimal(figures["bonus"]),
        items=items,
        signed=sheet.at,
        confirmed=confirmed,
        appealed=appealed,
        version=sheet.version,
        campaign=sheet.campaign,
    )
