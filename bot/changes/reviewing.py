"""What the review of signed sheets has in common: whose it is, how long signing anew may take, what is in the way.

The coordinator looks and sends back; a score is never theirs to change.
"""

from __future__ import annotations

from datetime import date, timedelta

from bot import access
from bot.changes.base import Moment
from bot.changes.sign import rubric_of, sheet_of
from bot.entities import Assessment
from bot.ports import Desk
from bot.problems import Refusal
from rubrics import common
from rubrics.periods import Period


def reviewed(desk: Desk, assessment: str, digest: str, moment: Moment) -> Assessment:
    """Return a signed sheet that the person may review, as it was shown to them, or refuse.

    `digest` is the beginning of its 校验码: signed anew since, it is another sheet.
    """
    found = desk.visits.assessment(assessment)
    if moment.person is None or found is None:
        raise Refusal("not_yours")
    access.require(moment.person, "review", found)
    if found.state != "signed":
        raise Refusal("review_open", studio=found.studio_name, period=found.visit.period)
    if not digest or not (found.digest or "").startswith(digest):
        raise Refusal("sheet_changed")
    return found


def term(desk: Desk, found: Assessment) -> tuple[int, bool]:
    """Return how many days there are to sign anew, and whether that is suggested: nobody has decided it."""
    rubric = rubric_of(desk, found)
    return common.days(found.rulings, common.REVIEW_DAYS, rubric=rubric, assumed=found.assumed)


def suggested(desk: Desk, found: Assessment, today: date) -> date:
    """Return the day until which items would be signed anew by the ruling."""
    return today + timedelta(days=term(desk, found)[0])


def returnable(desk: Desk, found: Assessment) -> tuple[str, ...]:
    """Return the items that can be sent back: those that count in this period and about which no appeal was decided."""
    sheet = sheet_of(desk, found)
    rows = (*sheet.items, *sheet.bonus_items, *sheet.penalty_items)
    settled = decided_items(desk, found)
    listed = [row.no for row in rows if row.counted]
    gates = [gate.no for gate in sheet.gates]
    return tuple(no for no in (*listed, *gates) if no not in settled)


def decided_items(desk: Desk, found: Assessment) -> frozenset[str]:
    """Return the items about which an appeal was decided: that decision is the last word."""
    appeals = desk.appeals.of_assessment(found.id)
    return frozenset(each.item for each in appeals if each.state in {"changed", "kept"})


def carried_out(desk: Desk, found: Assessment) -> str | None:
    """Return the period whose outcome was approved with this sheet in it: then nothing is sent back."""
    when = Period.parse(found.visit.period)
    for each in desk.outcomes.judgements_of(found.studio):
        if each.rubric != found.visit.rubric or each.state not in {"approved", "carried_out"}:
            continue
        span = Period.parse(each.period)
        if span.start <= when.start and when.end <= span.end:
            return each.period
    return None
