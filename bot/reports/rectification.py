"""The 整改通知书 of a signed sheet: what the desk holds, put into the record that `exports` writes.

It says how things stand now: owners and days as they were set since, what was accepted in the meantime.
"""

from __future__ import annotations

from decimal import Decimal

from bot.changes.ballots import times
from bot.changes.open_fixes import lifted
from bot.changes.sign import rubric_of, sheet_of, shown
from bot.changes.studio_fix import days
from bot.clock import from_ms
from bot.entities import Assessment, Fix
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports.score_sheet import Paper
from bot.texts import words
from exports import rectification
from exports.rectification import Finding, Notice
from rubrics.periods import Period


def render(desk: Desk, found: Assessment, paper: Paper) -> bytes:
    """Return the document; refuses a sheet that opened nothing, is not signed or is the studio's own."""
    return rectification.render(record(desk, found, paper))


def record(desk: Desk, found: Assessment, paper: Paper) -> Notice:
    """Return all that the notice says."""
    fixes = [fix for fix in desk.fixes.of_assessment(found.id) if not lifted(fix)]
    if not fixes or not found.signatures:
        raise Refusal("fix_no_notice", visit=found.visit.id)
    rubric, sheet = rubric_of(desk, found), sheet_of(desk, found)
    signed = found.signatures[-1].at
    period = Period.parse(found.visit.period)
    term, suggested = days(rubric, found)
    still = [fix for fix in fixes if all(step.name != "due" for step in fix.steps)]
    return Notice(
        rubric=rubric,
        studio=found.studio_name,
        unit=found.unit,
        leader=found.leader,
        period=words(rubric.language)(f"period.{period.kind}", period=found.visit.period),
        signed=paper.day(signed),
        total=sheet.total,
        full=rubric.total,
        deducted=sheet.deducted,
        findings=tuple(_finding(fix, times(desk, found, fix.item, fix.letter)) for fix in fixes),
        panel=tuple(dict.fromkeys(each.name for each in found.signatures)),
        code=shown(found.digest or ""),
        suggested=term if suggested and still else None,
        dated=from_ms(signed),
    )


def _finding(fix: Fix, count: int) -> Finding:
    return Finding(
        number=fix.number,
        item=fix.item,
        letter=fix.letter,
        points=Decimal(fix.points),
        problem=fix.problem,
        clause=fix.clause,
        demand=fix.demand,
        owner=fix.owner,
        due=fix.due,
        count=count,
        state=fix.state if fix.state in {"accepted", "waived"} else "",
    )
