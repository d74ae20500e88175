"""Is this workbook the sheet that was signed? It is drawn again from the database and compared cell by cell.

It must not know where the file came from; nothing in it is believed but its 校验码, and that only says what to
compare it with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from bot.entities import Assessment, Signing
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports.earlier import earlier
from bot.reports.score_sheet import Paper, record
from exports import differences, score_sheet, values
from exports.differences import Difference, Kind
from exports.records import EvidenceLine, SheetRecord

State = Literal["same", "differs", "replaced", "unknown"]


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that differs, with what it shows in both; `item` is empty where the row belongs to none."""

    kind: Kind
    address: str
    signed: str = ""
    given: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification found; `found` is None where the sheet is not known here."""

    state: State
    found: Assessment | None = None
    changed: tuple[Changed, ...] = ()
    replaced: Signing | None = None
    """The earlier signature that the workbook carries, where items were sent back since."""
    printed: str | None = None
    """The short 校验码 in the cells, where nothing else says which sheet it is."""


def verify(desk: Desk, data: bytes, paper: Paper) -> Verdict:
    """Compare a workbook with the assessment whose 校验码 it carries; refuses what is no workbook."""
    try:
        code = values.check_code(data)
        found = _by_code(desk, code)
        if found is None:
            return _replaced(desk, data, code, paper) or Verdict("unknown", printed=code.printed)
        changed = (*_codes(found.digest or "", code), *_changed(desk, found, data, paper))
    except values.Unopenable as error:
        raise Refusal("sheet_unreadable", why=error.why) from error
    return Verdict("differs" if changed else "same", found, changed)


def _by_code(desk: Desk, code: values.Code) -> Assessment | None:
    """Return the assessment that any 校验码 outside the cells belongs to: it is stored twice."""
    return next((found for each in _kept(code) if (found := desk.visits.by_digest(each))), None)


def _kept(code: values.Code) -> tuple[str, ...]:
    return code.kept or ((code.full,) if code.full else ())


def _replaced(desk: Desk, data: bytes, code: values.Code, paper: Paper) -> Verdict | None:
    """Compare a workbook with the earlier signature that it carries, if it was sent back since."""
    for digest in _kept(code):
        found = desk.visits.assessment(desk.reviews.by_old_digest(digest) or "")
        if found is None:
            continue
        signing = next(each for each in desk.reviews.signings(found.id) if each.digest == digest)
        then = earlier(desk, found, signing, paper)
        count = len(then.appeals)
        sheets = (replace(then, appeals=then.appeals[:known]) for known in range(count, -1, -1))
        changed = (*_codes(digest, code), *_nearest(sheets, data))
        return Verdict("replaced", found, changed, signing)
    return None


def _codes(signed: str, code: values.Code) -> Iterator[Changed]:
    """Return the stored 校验码 that are not the one that was signed."""
    for each in code.kept:
        if each != signed:
            yield Changed("code", values.CHECK_NAME, signed, each)


def _changed(desk: Desk, found: Assessment, data: bytes, paper: Paper) -> tuple[Changed, ...]:
    """Return in what a workbook differs from the sheet that it is most like.

    A sheet that was made before an appeal was decided does not have that decision: it is none the less the signed one.
    """
    now = record(desk, found, paper)
    count = len(now.appeals)
    return _nearest((replace(now, appeals=now.appeals[:known]) for known in range(count, -1, -1)), data)


def _nearest(sheets: Iterable[SheetRecord], data: bytes) -> tuple[Changed, ...]:
    """Return in what a workbook differs from the one of several sheets that it is most like."""
    least: tuple[Changed, ...] | None = None
    for each in sheets:
        changed = _differs(each, data)
        if not changed:
            return ()
        least = changed if least is None or len(changed) < len(least) else least
    return least or ()


def _differs(now: SheetRecord, data: bytes) -> tuple[Changed, ...]:
    """Return what agrees with no sheet that was ever made with these appeals.

    The first is made at once and says that files are still being fetched, one made later has them: neither is wrong.
    """
    earlier = (replace(now, seal="pending"), replace(now, seal="pending", evidence=_unfetched(now)))
    found = _compared(now, data)
    for made in earlier:
        if found:
            still = _compared(made, data)
            found = {key: each for key, each in found.items() if key in still}
    return tuple(
        Changed(each.kind, each.address, _shown(each, each.signed), _shown(each, each.given), each.item)
        for each in found.values()
    )


def _compared(signed: SheetRecord, data: bytes) -> Mapping[tuple[str, str], Difference]:
    items = {item.no for item in signed.rubric.all_items}
    found = differences.compare(score_sheet.render(signed), data, items)
    return {(each.kind, each.address): each for each in found}


def _unfetched(now: SheetRecord) -> tuple[EvidenceLine, ...]:
    return tuple(replace(line, sha256=None, failure=None, picture=None) for line in now.evidence)


def _shown(one: Difference, cell: values.Cell) -> str:
    """Return what a cell shows, in the respect in which it differs."""
    if one.kind == "format":
        return cell.format
    value = "" if cell.value is None else str(cell.value)
    if cell.formula and one.kind == "formula":
        return f"{cell.formula} ({value})" if value else cell.formula
    return value or cell.formula or ""
