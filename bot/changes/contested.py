"""What appeals have in common: until when an item may be contested, what it scored, what the sheet comes to afterwards.

The signed marks never change: an appeal that was granted stands beside them and is scored in their place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bot import access
from bot.changes.base import Moment
from bot.changes.sign import rubric_of, sheet_of
from bot.entities import Appeal, Assessment, Receipt, Studio
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.common import APPEAL_DAYS, days
from rubrics.marks import EMPTY, ItemMarks, Marks
from rubrics.model import Rubric
from rubrics.ops import ByHand, apply
from rubrics.periods import Period
from rubrics.scoring import Sheet
from rubrics.sheet import ItemResult


@dataclass(frozen=True, slots=True)
class Term:
    """The time in which a signed sheet may be contested."""

    days: int
    suggested: bool
    """Nobody has decided it."""
    until: date
    """The last day."""


@dataclass(frozen=True, slots=True)
class Decided:
    """An appeal that was decided, with the total of the sheet before and after it."""

    appeal: Appeal
    before: Decimal
    after: Decimal


def term(rubric: Rubric, found: Assessment, signed: date) -> Term:
    """Return until when a sheet that was signed on a day may be contested."""
    given, suggested = days(found.rulings, APPEAL_DAYS, rubric=rubric, assumed=found.assumed)
    return Term(given, suggested, signed + timedelta(days=given))


def contested_sheet(desk: Desk, assessment: str, moment: Moment) -> Assessment:
    """Return the signed official sheet of a studio that the person answers for, or refuse."""
    found = desk.visits.assessment(assessment)
    if found is None or found.visit.own or found.visit.blind or found.state != "signed":
        raise Refusal("not_yours")
    answers_for(desk, found.studio, moment)
    return found


def receipts_of(desk: Desk, found: Assessment) -> tuple[Receipt, ...]:
    """Return what the studio answered to a sheet as it is signed now; an answer to an earlier signature is none."""
    since = max((each.at for each in found.signatures), default=0)
    return tuple(each for each in desk.receipts.of(found.id) if each.at >= since)


def answers_for(desk: Desk, studio: str, moment: Moment) -> Studio:
    """Return a studio for which the person answers, or refuse."""
    found = desk.studios.get(studio)
    if moment.person is None or found is None or not access.may(moment.person, "answer", found):
        raise Refusal("not_yours")
    return found


def contestable(sheet: Sheet, item: str) -> ItemResult:
    """Return the row of an item that can be contested, or refuse: it must have lost points in this period."""
    row = next((each for each in sheet.items if each.no == item), None)
    if row is None:
        raise Refusal("appeal_no_item", item=item)
    if row.score is None or not row.counted:
        raise Refusal("appeal_uncounted", item=item)
    if row.score >= row.attainable:
        raise Refusal("appeal_full", item=item)
    return row


def standing_appeal(appeals: Iterable[Appeal], item: str) -> Appeal | None:
    """Return the appeal on an item that is open or was decided; one that was withdrawn is as if it had never been."""
    return next((each for each in appeals if each.item == item and each.state != "withdrawn"), None)


def my_appeal(desk: Desk, appeal: str, moment: Moment) -> Appeal:
    """Return an open appeal of a studio that the person answers for, or refuse."""
    found = desk.appeals.get(appeal)
    if found is None:
        raise Refusal("not_yours")
    answers_for(desk, found.studio, moment)
    return still_open(found)


def still_open(found: Appeal) -> Appeal:
    """Return an appeal that nobody has decided or withdrawn, or refuse."""
    if found.state != "open":
        raise Refusal("appeal_withdrawn" if found.state == "withdrawn" else "appeal_decided", item=found.item)
    return found


def rescored(desk: Desk, found: Assessment, item: str, points: Decimal) -> ItemMarks:
    """Return the marks of an item with another score; refuses what the item cannot score."""
    rubric = rubric_of(desk, found)
    row = rubric.item(item)
    if row is None:
        raise Refusal("appeal_no_item", item=item)
    return apply(
        row,
        desk.marks.of(found.id).marks.get(item, EMPTY),
        ByHand(points=points),
        mint=str,
        period=Period.parse(found.visit.period),
        rulings=found.rulings,
        step=rubric.step,
    )


def decided(desk: Desk, found: Assessment, signed: Marks | None = None) -> tuple[Decided, ...]:
    """Return the decided appeals of a sheet in the order of their decisions, with the totals that follow.

    `signed` are the marks of an earlier signature.
    """
    settled = [each for each in desk.appeals.of_assessment(found.id) if each.state in {"changed", "kept"}]
    settled.sort(key=lambda each: (each.decided or 0, each.id))
    if not settled:
        return ()
    marks = dict(desk.marks.of(found.id).marks if signed is None else signed)
    total = sheet_of(desk, found, signed).total
    made: list[Decided] = []
    for each in settled:
        before = total
        if each.new is not None and each.state == "changed":
            marks[each.item] = rescored(desk, found, each.item, Decimal(each.new))
            total = sheet_of(desk, found, marks).total
        made.append(Decided(each, before, total))
    return tuple(made)


def total_with(desk: Desk, found: Assessment, item: str, points: Decimal) -> tuple[Decimal, Decimal]:
    """Return the total as earlier decisions have left it, and as it would be with this item's score as well."""
    marks = dict(desk.marks.of(found.id).marks)
    for each in decided(desk, found):
        if each.appeal.new is not None and each.appeal.state == "changed":
            marks[each.appeal.item] = rescored(desk, found, each.appeal.item, Decimal(each.appeal.new))
    before = sheet_of(desk, found, marks).total
    return before, sheet_of(desk, found, {**marks, item: rescored(desk, found, item, points)}).total
