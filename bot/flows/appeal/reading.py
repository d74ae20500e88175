"""What the screens of appeals show, as values: sheets that may be contested, rows that lost points, filed appeals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot import access
from bot.changes.contested import Decided, Term, decided, term, total_with
from bot.changes.sign import rubric_of, sheet_of
from bot.entities import Appeal, Assessment, Proof, Studio
from bot.flows.appeal.states import AppealState, CaseState
from bot.flows.inputs import AnyInput, SentFile
from bot.flows.month.mine import day_of, today
from bot.flows.screen import Ask
from bot.flows.taps import Tap
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.model import Rubric
from rubrics.problems import Refused
from rubrics.sheet import ItemResult

SHEETS = 6
"""Signed sheets of a studio that are offered, the newest first."""
PAST = 8
"""Appeals of a studio that are listed, the newest first."""


@dataclass(frozen=True, slots=True)
class Contestable:
    """A signed sheet with the time in which it may be contested."""

    found: Assessment
    rubric: Rubric
    total: str
    signed: date
    term: Term
    today: date

    @property
    def late(self) -> bool:
        """Whether the term is over."""
        return self.today > self.term.until


@dataclass(frozen=True, slots=True)
class Filed:
    """An appeal with the sheet that it is about."""

    appeal: Appeal
    found: Assessment
    rubric: Rubric
    by: str
    """Name of whoever filed it."""
    decided_by: str


@dataclass(frozen=True, slots=True)
class Appeals:
    """The list, or the appeal that is being written."""

    state: AppealState
    leads: bool
    """The person answers for a studio."""
    sheets: tuple[Contestable, ...]
    to_decide: tuple[Filed, ...]
    past: tuple[Filed, ...]
    sheet: Contestable | None = None
    rows: tuple[ItemResult, ...] = ()
    """Rows of the sheet that lost points and are not contested."""
    every: tuple[ItemResult, ...] = ()
    standing: tuple[Appeal, ...] = ()
    """Appeals on the sheet that were not withdrawn."""
    pieces: tuple[Proof, ...] = ()
    album: Proof | None = None
    filed: bool = False
    """What is on the card was filed already."""

    @property
    def row(self) -> ItemResult | None:
        """The row that is contested."""
        return next((each for each in self.every if each.no == self.state.item), None)


@dataclass(frozen=True, slots=True)
class Case:
    """One filed appeal."""

    state: CaseState
    filed: Filed
    row: ItemResult
    pieces: tuple[Proof, ...]
    mine: bool
    """The person answers for the studio."""
    decides: bool
    outcome: Decided | None
    """What was decided, with the totals."""
    totals: tuple[Decimal, Decimal] | None
    """Before and after, as the decider has it so far."""
    album: Proof | None = None


def my_studios(desk: Desk, ask: Ask) -> tuple[Studio, ...]:
    """Return the studios for which the person answers."""
    scopes = [grant.scope for grant in ask.who.grants if grant.role in access.LEADERS]
    return tuple(each for each in desk.studios.covered(scopes) if access.may(ask.who, "answer", each))


def read_appeals(desk: Desk, ask: Ask, state: AppealState, given: AnyInput | Tap | None) -> Appeals:
    """Read the list, and the sheet that was chosen; a sheet of another studio is refused like one that is not there."""
    studios = my_studios(desk, ask)
    view = Appeals(
        state,
        leads=bool(studios),
        sheets=tuple(_sheets(desk, ask, studios)) if not state.assessment else (),
        to_decide=_to_decide(desk, ask) if not state.assessment else (),
        past=_past(desk, ask, studios) if not state.assessment else (),
    )
    if not state.assessment:
        return view
    found = desk.visits.assessment(state.assessment)
    if found is None or found.visit.own or found.state != "signed" or found.studio not in _ids(studios):
        raise Refusal("not_yours")
    sheet = sheet_of(desk, found)
    standing = tuple(each for each in desk.appeals.of_assessment(found.id) if each.state != "withdrawn")
    contested = {each.item for each in standing}
    rows = tuple(row for row in sheet.items if _lost(row) and row.no not in contested)
    return Appeals(
        state,
        leads=True,
        sheets=(),
        to_decide=(),
        past=(),
        sheet=_contestable(desk, ask, found),
        rows=rows,
        every=sheet.items,
        standing=standing,
        pieces=desk.proofs.of(state.appeal) if state.appeal else (),
        album=album_of(desk, given, state.appeal),
        filed=bool(state.appeal) and desk.appeals.get(state.appeal) is not None,
    )


def read_case(desk: Desk, ask: Ask, state: CaseState, given: AnyInput | Tap | None) -> Case:
    """Read an appeal for the studio's leaders, for whoever may decide, and for those who see the sheet."""
    appeal = desk.appeals.get(state.appeal)
    found = desk.visits.assessment(appeal.assessment) if appeal else None
    if appeal is None or found is None:
        raise Refusal("not_yours")
    decides = access.may(ask.who, "decide", found) and appeal.by != ask.who.id
    mine = access.may(ask.who, "answer", desk.studios.get(found.studio))
    if not (decides or mine or access.may(ask.who, "look", found)):
        raise Refusal("not_yours")
    row = next(each for each in sheet_of(desk, found).items if each.no == appeal.item)
    settled = next((each for each in decided(desk, found) if each.appeal.id == appeal.id), None)
    totals = None
    if state.step in {"check", "ruling"} and appeal.state == "open":
        totals = _totals(desk, found, appeal, state)
    return Case(
        state,
        _filed(desk, ask, appeal, found),
        row,
        desk.proofs.of(appeal.id),
        mine=mine,
        decides=decides and appeal.state == "open",
        outcome=settled,
        totals=totals,
        album=album_of(desk, given, appeal.id),
    )


def album_of(desk: Desk, given: AnyInput | Tap | None, owner: str) -> Proof | None:
    """Return the piece that the album of an incoming file became, if it was sent for this."""
    if not isinstance(given, SentFile) or not given.album:
        return None
    found = desk.proofs.piece_of_album(given.chat, given.album)
    return found if found is not None and found.of == owner else None


def _totals(
    desk: Desk, found: Assessment, appeal: Appeal, state: CaseState
) -> tuple[Decimal, Decimal] | None:
    try:
        return total_with(desk, found, appeal.item, Decimal(state.new or appeal.old))
    except Refused:
        return None


def _ids(studios: Iterable[Studio]) -> set[str]:
    return {each.id for each in studios}


def _lost(row: ItemResult) -> bool:
    return row.score is not None and row.counted and row.score < row.attainable


def _sheets(desk: Desk, ask: Ask, studios: Iterable[Studio]) -> Iterable[Contestable]:
    for studio in studios:
        signed = [each for each in desk.visits.signed_of(studio.id, 2 * SHEETS) if not each.visit.own]
        for found in signed[:SHEETS]:
            yield _contestable(desk, ask, found)


def _contestable(desk: Desk, ask: Ask, found: Assessment) -> Contestable:
    rubric = rubric_of(desk, found)
    signed = day_of(found.signatures[-1].at, ask)
    figures = desk.visits.sheet(found.id) or {}
    return Contestable(
        found, rubric, str(figures.get("total", "")), signed, term(rubric, found, signed), today(ask)
    )


def _to_decide(desk: Desk, ask: Ask) -> tuple[Filed, ...]:
    listed: list[Filed] = []
    for appeal in desk.appeals.open():
        found = desk.visits.assessment(appeal.assessment)
        if found is not None and appeal.by != ask.who.id and access.may(ask.who, "decide", found):
            listed.append(_filed(desk, ask, appeal, found))
    return tuple(listed)


def _past(desk: Desk, ask: Ask, studios: Iterable[Studio]) -> tuple[Filed, ...]:
    listed = [each for studio in studios for each in desk.appeals.of_studio(studio.id)[:PAST]]
    made = ((each, desk.visits.assessment(each.assessment)) for each in listed)
    return tuple(_filed(desk, ask, each, found) for each, found in made if found)


def _filed(desk: Desk, ask: Ask, appeal: Appeal, found: Assessment) -> Filed:
    by = desk.people.get(appeal.by, ask.now)
    decider = desk.people.get(appeal.decided_by, ask.now) if appeal.decided_by else None
    return Filed(
        appeal, found, rubric_of(desk, found), by.name if by else "?", decider.name if decider else "?"
    )
