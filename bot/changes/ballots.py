"""A blind panel: each member scores alone, a ballot each; together, once all are signed, they are the official sheet.

Whether a group scores so is a ruling of the campaign. The official visit holds the members, the head's decisions and
the signatures; every mark, note and piece of evidence lies in the ballots.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Final, get_args

from bot.changes.base import Moment
from bot.changes.group import several
from bot.changes.scored import rubric_of, scored
from bot.entities import Assessment, Ballot, Evidence, Note, Panel, Settled, Visit
from bot.entities.panel import Way
from bot.entities.visit import blind_kind
from bot.ports import Desk
from rubrics.common import PANEL, PANEL_TOLERANCE, common
from rubrics.marks import EMPTY, ItemMarks, Marks
from rubrics.panel_sheet import panel_sheet
from rubrics.panels import Combined, combine
from rubrics.points import show
from rubrics.scoring import Sheet

_WAYS: Final[tuple[Way, ...]] = get_args(Way)


@dataclass(frozen=True)
class Poll:
    """A blind panel with its ballots, the head's first, as one moment shows it."""

    panel: Panel
    official: Assessment
    ballots: tuple[Assessment, ...]
    sheets: tuple[Sheet, ...]
    """Of the ballots; empty as long as one of them is not signed: nobody is to see any before that."""
    settled: tuple[Settled, ...]

    @property
    def complete(self) -> bool:
        """Whether all have signed."""
        return bool(self.ballots) and all(each.state == "signed" for each in self.ballots)

    @cached_property
    def combined(self) -> Combined:
        """What the ballots come to; only where all have signed."""
        return self.with_(())

    @property
    def settleable(self) -> tuple[str, ...]:
        """What the head may settle: what differs; of a sheet that was sent back, what was sent back."""
        return self.official.reopened if self.official.round > 1 else self.combined.listed

    def with_(self, changed: Sequence[tuple[str, Decimal]]) -> Combined:
        """What they come to where some items have been given other points since."""
        decisions = {each.item: each.score for each in self.settled}
        decisions |= {item: show(points) for item, points in changed}
        return combine(self.sheets, self.panel.way, Decimal(self.panel.tolerance), decisions)


def panel_of(desk: Desk, found: Assessment) -> Panel | None:
    """Return the blind panel whose official sheet this is; None for a sheet of one, and for a joint one."""
    return desk.panels.get(found.visit.id) if several(found) else None


def poll(desk: Desk, found: Assessment) -> Poll | None:
    """Return the blind panel whose official sheet this is, with its ballots."""
    panel = panel_of(desk, found)
    if panel is None:
        return None
    given = {each.person: each.assessment for each in desk.panels.ballots(found.visit.id)}
    ballots = tuple(
        ballot
        for member in found.members
        if member in given and (ballot := desk.visits.assessment(given[member])) is not None
    )
    complete = bool(ballots) and all(each.state == "signed" for each in ballots)
    sheets = tuple(scored(desk, each) for each in ballots) if complete else ()
    return Poll(panel, found, ballots, sheets, desk.panels.settled(found.visit.id))


def ballot_of(desk: Desk, found: Assessment, person: str) -> Assessment | None:
    """Return somebody's own ballot where an open official sheet is that of a blind panel."""
    if found.state != "open" or panel_of(desk, found) is None:
        return None
    mine = next((each for each in desk.panels.ballots(found.visit.id) if each.person == person), None)
    return desk.visits.assessment(mine.assessment) if mine else None


def walkable(desk: Desk, mine: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """Return the open assessments that somebody enters something in: of a blind panel the own ballot only."""
    return tuple(each for each in mine if panel_of(desk, each) is None)


def sheet_of(desk: Desk, found: Assessment, marks: Marks | None = None) -> Sheet:
    """Compute the sheet of an assessment: from its marks, or where each scored alone from all their ballots.

    Marks in place of its own are by hand where there are ballots: an appeal that was granted.
    """
    of = poll(desk, found)
    if of is None:
        return scored(desk, found, marks)
    if not of.complete:
        return scored(desk, found, {})
    changed = [(no, one.hand) for no, one in (marks or {}).items() if one.hand is not None]
    return panel_sheet(of.with_(changed), of.sheets)


def marks_of(desk: Desk, found: Assessment) -> Marks:
    """Return what was entered: of a blind panel everything that any member took, item by item."""
    of = poll(desk, found)
    if of is None:
        return desk.marks.of(found.id).marks
    merged: dict[str, ItemMarks] = {}
    for ballot in of.ballots if of.complete else ():
        for no, one in desk.marks.of(ballot.id).marks.items():
            taken = {**merged[no].taken} if no in merged else {}
            for letter, more in one.taken.items():
                taken[letter] = (*taken.get(letter, ()), *more)
            merged[no] = ItemMarks(taken=taken)
    return merged


def times(desk: Desk, found: Assessment, item: str, letter: str) -> int:
    """Return how often a rule was taken; of several ballots the most that one of them has."""
    marks = (desk.marks.of(each.id).marks.get(item, EMPTY) for each in sources(desk, found))
    return max((len(one.taken.get(letter, ())) for one in marks), default=0)


def notes_of(desk: Desk, found: Assessment) -> tuple[Note, ...]:
    """Return the notes of a sheet: of a blind panel those of all ballots, the head's first."""
    return tuple(note for each in sources(desk, found) for note in desk.files.notes_of(each.id))


def evidence_of(desk: Desk, found: Assessment) -> tuple[Evidence, ...]:
    """Return the evidence of a sheet; that of several ballots is numbered through."""
    of = sources(desk, found)
    pieces = [piece for each in of for piece in desk.files.evidence_of(each.id)]
    if len(of) == 1:
        return tuple(pieces)
    return tuple(piece.model_copy(update={"number": at}) for at, piece in enumerate(pieces, 1))


def sources(desk: Desk, found: Assessment) -> tuple[Assessment, ...]:
    """Return where the marks, notes and evidence of a sheet lie: in itself, or in the ballots once all are signed."""
    of = poll(desk, found)
    if of is None:
        return (found,)
    return of.ballots if of.complete else ()


# -- who is in it ---------------------------------------------------------------------------------


def open_ballots(
    desk: Desk, visit: Visit, variant: str | None, members: Sequence[str], moment: Moment
) -> Mapping[str, Any]:
    """Open a ballot for each member where the campaign rules that each scores alone; returns what history keeps."""
    if len(members) < 2 or visit.own or visit.blind:  # noqa: PLR2004 - a group are two
        return {}
    campaign = desk.visits.campaign_by(visit.campaign)
    rubric = desk.library.get(visit.rubric, visit.version)
    rulings = campaign.rulings if campaign else {}
    way = next((each for each in _WAYS if each == common(rulings, PANEL, rubric)), None)
    if way is None:
        return {}
    panel = Panel(
        visit=visit.id,
        way=way,
        tolerance=common(rulings, PANEL_TOLERANCE, rubric),
        by=moment.actor or "",
        at=moment.now,
    )
    desk.panels.put(panel)
    for member in members:
        _open(desk, visit, variant, member, moment)
    return {"panel": [panel.way, panel.tolerance]}


def _open(desk: Desk, visit: Visit, variant: str | None, member: str, moment: Moment) -> None:
    alone = visit.model_copy(
        update={"id": moment.mint(), "kind": blind_kind(member, visit.kind), "opened": moment.now}
    )
    assessment = moment.mint()
    desk.visits.add(alone, assessment, variant, [member])
    desk.panels.put_ballot(Ballot(visit=visit.id, person=member, assessment=assessment))
    desk.history.append(
        stream=alone.id,
        at=moment.now,
        person=moment.actor,
        name="open_ballot",
        payload={"assessment": assessment, "panel": visit.id, "member": member},
    )


def regroup(desk: Desk, found: Assessment, members: Sequence[str], moment: Moment) -> None:
    """Give an open visit other members, the head first; who leaves a blind panel takes the ballot along, unsigned.

    Signatures of members who stay, stand.
    """
    panel = panel_of(desk, found)
    desk.visits.set_members(found.id, members, moment.now)
    if panel is None:
        if not desk.marks.of(found.id).marks:
            open_ballots(desk, found.visit, found.variant, members, moment)
        return
    given = {each.person: each.assessment for each in desk.panels.ballots(found.visit.id)}
    for person, assessment in given.items():
        ballot = desk.visits.assessment(assessment)
        if person not in members and ballot is not None and ballot.state == "open":
            desk.visits.cancel(ballot.visit.id)
    for member in members:
        old = desk.visits.assessment(given[member]) if member in given else None
        if old is None or old.state == "cancelled":
            _open(desk, found.visit, found.variant, member, moment)
    after = desk.visits.assessment(found.id)
    now = poll(desk, after) if after else None
    if now is not None:
        desk.panels.put(panel.model_copy(update={"state": "settling" if now.complete else "scoring"}))


__all__ = [
    "Poll",
    "ballot_of",
    "evidence_of",
    "marks_of",
    "notes_of",
    "open_ballots",
    "panel_of",
    "poll",
    "regroup",
    "rubric_of",
    "scored",
    "sheet_of",
    "sources",
    "times",
    "walkable",
]
