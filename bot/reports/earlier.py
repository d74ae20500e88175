"""A sheet as it was signed earlier, before items were sent back: put together from the history.

Marks, notes and evidence of that time are those that the history names up to the signature; figures, names and
signatures were kept with it. 综合意见 is written over in place: words that were there before are not known any more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.changes.attach_evidence import AttachEvidence, ExtendAlbum, MoveEvidence
from bot.changes.ballots import evidence_of, notes_of
from bot.changes.contested import decided
from bot.changes.mark_item import MarkItem, load
from bot.changes.scored import scored
from bot.changes.sign import Sign
from bot.changes.write_note import WriteNote
from bot.clock import from_ms
from bot.entities import Assessment, Event, Evidence, Signing
from bot.ports import Desk
from bot.reports import score_sheet
from bot.reports.score_sheet import Paper
from bot.texts import words
from exports.records import Check, SheetRecord, Signature
from rubrics.marks import ItemMarks, Marks


def earlier(desk: Desk, found: Assessment, signing: Signing, paper: Paper) -> SheetRecord:
    """Return the record of an earlier signature, with the appeals that were decided while it stood."""
    figures: Mapping[str, Any] = json.loads(signing.figures)
    now = score_sheet.record(desk, found, paper)
    rubric, say = now.rubric, words(now.rubric.language)
    back = [each.at for each in desk.reviews.returned(found.id) if each.round == signing.round]
    names = score_sheet.called(desk, found, signing.at, figures.get("head", {}))
    then = replace(
        now,
        head=score_sheet.head_of(rubric, found, say, paper.day(signing.at), names),
        signatures=tuple(
            Signature(each["name"], each["role"], paper.minute(each["at"]))
            for each in json.loads(signing.signatures)
        ),
        check=Check(signing.digest),
        seal="sealed",
        dated=from_ms(signing.at),
        returned=tuple(score_sheet.return_lines(desk, found, signing.round, paper)),
    )
    if now.panel is not None:
        return then
    held = _Held.of(desk, found, signing)
    places = score_sheet.occurrence_places(held.marks)
    settled = [
        each
        for each in decided(desk, found, held.marks)
        if not back or (each.appeal.decided or 0) <= max(back)
    ]
    notes = [each for each in notes_of(desk, found) if each.id in held.notes]
    return replace(
        then,
        sheet=scored(desk, found, held.marks),
        notes=tuple(score_sheet.note_lines(desk, found, notes, places)),
        evidence=tuple(score_sheet.evidence_lines(desk, held.pieces(desk, found), places, paper, say)),
        appeals=tuple(score_sheet.appeal_lines(desk, settled, paper)),
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """What the history says that a sheet held when it was signed."""

    marks: Marks
    notes: frozenset[str]
    evidence: frozenset[str]
    later: Sequence[Event]
    """The rows after the signature."""

    @classmethod
    def of(cls, desk: Desk, found: Assessment, signing: Signing) -> _Held:
        """Read the rows up to the signature."""
        rows = desk.history.of(found.visit.id)
        signed = (
            at
            for at, each in enumerate(rows, 1)
            if each.name == Sign.name and each.payload.get("digest") == signing.digest
        )
        last = next(signed, len(rows))
        marks: dict[str, ItemMarks] = {}
        for each in rows[:last]:
            if each.name == MarkItem.name or each.payload.get("of") == MarkItem.name:
                marks[str(each.payload["item"])] = load(each.payload["after"])
        notes, evidence = (
            frozenset(str(each.payload[key]) for each in rows[:last] if each.name == name)
            for name, key in ((WriteNote.name, "note"), (AttachEvidence.name, "evidence"))
        )
        return cls(marks, notes, evidence, rows[last:])

    def pieces(self, desk: Desk, found: Assessment) -> Iterator[Evidence]:
        """Yield the evidence of that time, where it was then."""
        added = {str(each.payload["file"]) for each in self.later if each.name == ExtendAlbum.name}
        moved: dict[str, list[Any]] = {}
        for each in self.later:
            if each.name == MoveEvidence.name:
                moved.setdefault(str(each.payload["evidence"]), each.payload["before"])
        for piece in evidence_of(desk, found):
            if piece.id in self.evidence:
                item, occurrence = moved.get(piece.id, [piece.item, piece.occurrence])
                files = tuple(file for file in piece.files if file.id not in added)
                yield piece.model_copy(update={"item": item, "occurrence": occurrence, "files": files})
