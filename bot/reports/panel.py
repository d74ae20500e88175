"""Where each assessor scored alone: ballots, decisions and words of the members, as the official sheet prints them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from bot.changes.ballots import Poll, poll, rubric_of
from bot.entities import Assessment, Note
from bot.ports import Desk
from bot.texts import Words, words
from exports.records import Comments, PanelDecision, PanelMember, PanelRecord


class Minutes(Protocol):
    """Writes a stored time as paper does."""

    def minute(self, stored: int) -> str:
        """Return date and time."""
        ...


def panel_record(desk: Desk, found: Assessment, paper: Minutes) -> PanelRecord | None:
    """Return what the ballots of a blind panel come to; None for other sheets, and until all have signed."""
    of = poll(desk, found)
    if of is None or not of.complete:
        return None
    return PanelRecord(
        combined=of.combined,
        members=tuple(
            PanelMember(_name(desk, each.members[0], each), sheet)
            for each, sheet in zip(of.ballots, of.sheets, strict=True)
        ),
        decisions={
            each.item: PanelDecision(
                each.score, each.reason, _name(desk, each.by, found), paper.minute(each.at)
            )
            for each in of.settled
        },
    )


def comments_of(desk: Desk, found: Assessment) -> Comments:
    """Return 综合意见; of a blind panel what each member wrote, with the name."""
    of = poll(desk, found)
    if of is None or not of.complete:
        return Comments(**found.comments.model_dump())
    said = {field: "\n".join(_said(desk, of, field)) for field in ("strengths", "problems", "advice")}
    return Comments(**said)


def _said(desk: Desk, of: Poll, field: str) -> Iterator[str]:
    for ballot in of.ballots:
        if text := getattr(ballot.comments, field):
            yield _says(desk, ballot)("panel.words", name=_name(desk, ballot.members[0], ballot), text=text)


def signed_note(desk: Desk, found: Assessment, note: Note) -> str:
    """Return a note as it is printed: of several ballots with the name of who wrote it."""
    if note.assessment == found.id:
        return note.text
    person = desk.people.get(note.by, note.at)
    return _says(desk, found)("panel.words", name=person.name, text=note.text) if person else note.text


def _says(desk: Desk, found: Assessment) -> Words:
    """Return the words of the rubric's language: sheets follow it."""
    return words(rubric_of(desk, found).language)


def _name(desk: Desk, person: str, found: Assessment) -> str:
    """Return the name as it was signed, else as it is known."""
    signed = next((each.name for each in found.signatures if each.person == person), None)
    if signed is not None:
        return signed
    known = desk.people.get(person, found.visit.opened)
    return known.name if known else ""
