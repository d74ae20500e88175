"""The score sheet of one assessment: what the desk holds, put into the record that `exports` draws.

Texts follow the rubric's language. The same assessment gives the same record: a sheet can be drawn again and compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from bot.changes.ballots import evidence_of, marks_of, notes_of
from bot.changes.beside import handed_in
from bot.changes.contested import decided
from bot.changes.sign import rubric_of, sheet_of
from bot.changes.visit_forms import form_of
from bot.clock import from_ms
from bot.entities import Assessment, Evidence, FileRef
from bot.flows.walk.own import marked
from bot.ports import Desk
from bot.reports.panel import comments_of, panel_record, signed_note
from bot.texts import Words, words
from exports import score_sheet
from exports.records import (
    AppealLine,
    Check,
    EvidenceLine,
    Head,
    NoteLine,
    OwnCheck,
    Returned,
    Seal,
    SheetRecord,
    Signature,
    rulings_of,
)
from rubrics.marks import Marks
from rubrics.model import Rubric
from rubrics.periods import Period

Picture = Callable[[str], bytes]
"""Reads a stored file by its SHA-256; OSError if it is not there."""

_IMAGES: Final = ("image/jpeg", "image/png", "image/webp")
"""Documents of these kinds are shown among the pictures."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What every sheet of this installation has in common."""

    zone: ZoneInfo
    picture: Picture

    def day(self, stored: int) -> str:
        """Return the date of a stored time."""
        return f"{from_ms(stored).astimezone(self.zone):%Y-%m-%d}"

    def minute(self, stored: int) -> str:
        """Return date and time of a stored time."""
        return f"{from_ms(stored).astimezone(self.zone):%Y-%m-%d %H:%M}"


def render(desk: Desk, found: Assessment, paper: Paper) -> bytes:
    """Return the workbook of an assessment as it stands."""
    return score_sheet.render(record(desk, found, paper))


def record(desk: Desk, found: Assessment, paper: Paper) -> SheetRecord:
    """Return all that the sheet says: a draft, or once signed with or without its files."""
    rubric = rubric_of(desk, found)
    say = words(rubric.language)
    moment = found.signatures[-1].at if found.signatures else found.visit.opened
    places = occurrence_places(marks_of(desk, found))
    seal: Seal = "sealed" if found.sealed else "pending"
    return SheetRecord(
        rubric=rubric,
        sheet=sheet_of(desk, found),
        head=_head(rubric, found, say, paper.day(moment)),
        notes=tuple(_notes(desk, found, places)),
        evidence=tuple(_evidence(desk, found, places, paper, say)),
        comments=comments_of(desk, found),
        signatures=tuple(Signature(each.name, each.role, paper.minute(each.at)) for each in found.signatures),
        check=Check(found.digest) if found.digest else None,
        seal=seal if found.state == "signed" else None,
        rulings=rulings_of(rubric, found.rulings, found.assumed),
        dated=from_ms(moment),
        own=found.visit.own,
        own_check=_own_check(desk, found, paper),
        appeals=tuple(_appeals(desk, found, paper)),
        returned=tuple(_returned(desk, found, paper)),
        panel=panel_record(desk, found, paper),
    )


def _appeals(desk: Desk, found: Assessment, paper: Paper) -> Iterator[AppealLine]:
    """Return the decided appeals of a signed sheet; the marks that were signed stay what they are."""
    if found.state != "signed":
        return
    for each in decided(desk, found):
        appeal = each.appeal
        person = desk.people.get(appeal.decided_by or "", appeal.decided or 0)
        yield AppealLine(
            item=appeal.item,
            old=Decimal(appeal.old),
            new=Decimal(appeal.new or appeal.old),
            kept=appeal.state == "kept",
            reason=appeal.reason,
            by=person.name if person else "",
            at=paper.day(appeal.decided or 0),
            why=appeal.ruling,
            before=each.before,
            after=each.after,
        )


def _returned(desk: Desk, found: Assessment, paper: Paper) -> Iterator[Returned]:
    """Return the items that were sent back after an earlier signature, with the reasons."""
    if found.round == 1:
        return
    for each in desk.reviews.returned(found.id):
        person = desk.people.get(each.by, each.at)
        yield Returned(each.item, each.reason, person.name if person else "", paper.day(each.at))


def _own_check(desk: Desk, found: Assessment, paper: Paper) -> OwnCheck | None:
    """Return what the studio handed in as its self-assessment, beside an official sheet."""
    sheet = handed_in(desk, found)
    own = desk.visits.assessment(sheet.assessment) if sheet else None
    if sheet is None or own is None:
        return None
    figures = sheet.figures
    rows: dict[str, str | None] = {**figures["items"], **figures.get("beside", {})}
    signature = own.signatures[-1]
    return OwnCheck(
        by=signature.name,
        day=paper.day(signature.at),
        scores={item: None if points is None else Decimal(points) for item, points in rows.items()},
        gates=figures.get("gates", {}),
        total=Decimal(figures["total"]),
        bonus=Decimal(figures["bonus"]),
    )


def _head(rubric: Rubric, found: Assessment, say: Words, day: str) -> Head:
    visit = found.visit
    kind = Period.parse(visit.period).kind
    form = rubric.sheet(form_of(rubric, found) or "")
    return Head(
        studio=found.studio_name,
        unit=found.unit,
        leader=found.leader,
        period=say(f"period.{kind}", period=visit.period),
        assessed_on=day,
        kind=marked(found, form.title if form else say(f"report.kind.{kind}"), say),
        variant=found.variant,
    )


Places = Mapping[str, tuple[str, int]]
"""Occurrence id -> letter and which of that letter it is, from 1."""


def occurrence_places(marks: Marks) -> Places:
    """Return where every occurrence stands."""
    return {
        occurrence.id: (letter, nth)
        for item in marks.values()
        for letter, taken in item.taken.items()
        for nth, occurrence in enumerate(taken, 1)
    }


def place_of(places: Places, occurrence: str | None) -> tuple[str | None, int | None]:
    """Return letter and number of an occurrence; what it named may be gone, then the item keeps it."""
    return places.get(occurrence or "", (None, None))


def _notes(desk: Desk, found: Assessment, places: Places) -> Iterator[NoteLine]:
    for note in notes_of(desk, found):
        letter, nth = place_of(places, note.occurrence)
        yield NoteLine(note.item, signed_note(desk, found, note), letter, nth)


def _evidence(
    desk: Desk, found: Assessment, places: Places, paper: Paper, say: Words
) -> Iterator[EvidenceLine]:
    names: dict[str, str] = {}
    for piece in evidence_of(desk, found):
        if piece.by not in names:
            person = desk.people.get(piece.by, piece.at)
            names[piece.by] = person.name if person else ""
        album = len(piece.files) > 1
        for part, file in enumerate(piece.files or (None,), 1):
            yield _line(piece, file, part if album else None, names[piece.by], places, paper, say)


def _line(
    piece: Evidence,
    file: FileRef | None,
    part: int | None,
    by: str,
    places: Places,
    paper: Paper,
    say: Words,
) -> EvidenceLine:
    letter, nth = place_of(places, piece.occurrence)
    return EvidenceLine(
        no=piece.number,
        item=piece.item,
        kind=file.kind if file else piece.kind,
        taken_at=paper.minute(piece.at),
        by=by,
        letter=letter,
        nth=nth,
        part=part,
        caption=piece.caption if part in {None, 1} else "",
        file_name=file.name if file else "",
        sha256=file.sha256 if file else None,
        failure=say(f"problem.{file.failure}") if file and file.failure else None,
        picture=_picture(file, paper.picture),
        place=f"{piece.place.latitude}, {piece.place.longitude}" if piece.place else None,
    )


def _picture(file: FileRef | None, read: Picture) -> Callable[[], bytes] | None:
    if file is None or file.sha256 is None or not (file.kind == "photo" or file.mime in _IMAGES):
        return None
    sha256 = file.sha256
    return lambda: read(sha256)
