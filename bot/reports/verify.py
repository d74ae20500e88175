"""Is this workbook the sheet that was signed? It is drawn again from the database and compared cell by cell.

It must not know where the file came from; nothing in it is believed but its 校验码, and that only says what to
compare it with.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bot.entities import Assessment
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports.score_sheet import Paper, record
from exports import score_sheet, values
from exports.records import EvidenceLine, SheetRecord

State = Literal["same", "differs", "unknown"]


@dataclass(frozen=True, slots=True)
class Changed:
    """One cell that differs, with what it shows in both."""

    address: str
    signed: str
    given: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification found; `found` is None where the sheet is not known here."""

    state: State
    found: Assessment | None = None
    changed: tuple[Changed, ...] = ()


def verify(desk: Desk, data: bytes, paper: Paper) -> Verdict:
    """Compare a workbook with the assessment whose 校验码 it carries; refuses what is no workbook."""
    try:
        code = values.check_code(data)
        found = desk.visits.by_digest(code.full) if code.full else None
        if found is None:
            return Verdict("unknown")
        changed = _changed(desk, found, data, paper)
    except values.Unopenable as error:
        raise Refusal("sheet_unreadable", why=error.why) from error
    return Verdict("differs" if changed else "same", found, changed)


def _changed(desk: Desk, found: Assessment, data: bytes, paper: Paper) -> tuple[Changed, ...]:
    """Return the cells in which a workbook differs from the sheet that it is most like.

    A sheet that was made before an appeal was decided does not have that decision: it is none the less the signed one.
    """
    now = record(desk, found, paper)
    count = len(now.appeals)
    least: tuple[Changed, ...] | None = None
    for known in range(count, -1, -1):
        changed = _differs(replace(now, appeals=now.appeals[:known]), data)
        if not changed:
            return ()
        least = changed if least is None or len(changed) < len(least) else least
    return least or ()


def _differs(now: SheetRecord, data: bytes) -> tuple[Changed, ...]:
    """Return the cells that agree with no sheet that was ever made with these appeals.

    The first is made at once and says that files are still being fetched, one made later has them: neither is wrong.
    """
    earlier = (replace(now, seal="pending"), replace(now, seal="pending", evidence=_unfetched(now)))
    differences = values.compare(score_sheet.render(now), data)
    for made in earlier:
        if differences:
            still = {each.address for each in values.compare(score_sheet.render(made), data)}
            differences = [each for each in differences if each.address in still]
    return tuple(Changed(each.address, _shown(each.signed), _shown(each.given)) for each in differences)


def _unfetched(now: SheetRecord) -> tuple[EvidenceLine, ...]:
    return tuple(replace(line, sha256=None, failure=None, picture=None) for line in now.evidence)


def _shown(cell: values.Cell) -> str:
    return str(
        cell.formula if cell.value is None and cell.formula else "" if cell.value is None else cell.value
    )
