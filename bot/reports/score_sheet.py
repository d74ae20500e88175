"""The score sheet of one assessment: what the desk holds, put into the record that `exports` draws.

Texts follow the rubric's language. The same assessment gives the same record: a sheet can be drawn again and compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from bot.changes.ballots import evidence_of, notes_of, sources
from bot.changes.beside import handed_in
from bot.changes.contested import Decided, decided
from bot.changes.sign import rubric_of, sheet_of
from bot.changes.visit_forms import form_of
from bot.clock import from_ms
from bot.entities import Assessment, Evidence, FileRef, Note
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
    # Of several ballots each counts its own occurrences.
    entered = [desk.marks.of(each.id).marks for each in sources(desk, found)]
    places = {one: place for marks in entered for one, place in occurrence_places(marks).items()}
    seal: Seal = "sealed" if found.sealed else "pending"
    return SheetRecord(
        rubric=rubric,
        sheet=sheet_of(desk, found),
        head=head_of(rubric, found, say, paper.day(moment), called(desk, found, moment)),
        notes=tuple(note_lines(desk, found, notes_of(desk, found), places)),
        evidence=tuple(evidence_lines(desk, evidence_of(desk, found), places, paper, say)),
        comments=comments_of(desk, found),
        signatures=tuple(Signature(each.name, each.role, paper.minute(each.at)) for each in found.signatures),
        check=Check(found.digest) if found.digest else None,
        seal=seal if found.state == "signed" else None,
        rulings=rulings_of(rubric, found.rulings, found.assumed),
        dated=from_ms(moment),
        own=found.visit.own,
        own_check=_own_check(desk, found, paper),
        appeals=tuple(appeal_lines(desk, decided(desk, found), paper)) if found.state == "signed" else (),
        returned=tuple(return_lines(desk, found, found.round, paper)),
        panel=panel_record(desk, found, paper),
    )


def appeal_lines(desk: Desk, outcomes: Iterable[Decided], paper: Paper) -> Iterator[AppealLine]:
    """Return the decided appeals of a signed sheet; the marks that were signed stay what they are."""
    for each in outcomes:
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


def return_lines(desk: Desk, found: Assessment, signature: int, paper: Paper) -> Iterator[Returned]:
    """Return the items that were sent back before a signature (1 for the first), with the reasons."""
    if found.round == 1:
        return
    for each in desk.reviews.returned(found.id):
        if each.round >= signature:
            continue
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


Called = tuple[str, str, str]
"""Names of a studio, its unit and its leader."""


def called(desk: Desk, found: Assessment, moment: int, kept: Mapping[str, str] | None = None) -> Called:
    """Return what a studio, its unit and its leader were called when its sheet was signed; of a draft, what they are.

    `kept` are the names that went with an earlier signature.
    """
    if found.state != "signed" and kept is None:
        return found.studio_name, found.unit, found.leader
    if kept is None:
        kept = (desk.visits.sheet(found.id) or {}).get("head", {})
    every = sorted(desk.studios.leadings(found.studio), key=lambda each: each.place)
    known = [each for each in every if each.at <= moment] or every[:1]
    leader = known[-1].name if known else found.leader
    return kept.get("studio", found.studio_name), kept.get("unit", found.unit), leader


def head_of(rubric: Rubric, found: Assessment, say: Words, day: str, names: Called) -> Head:
    """Return the line of fields of a sheet that was, or is to be, signed on a day."""
    visit = found.visit
    kind = Period.parse(visit.period).kind
    form = rubric.sheet(form_of(rubric, found) or "")
    return Head(
        studio=names[0],
        unit=names[1],
        leader=names[2],
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


def note_lines(desk: Desk, found: Assessment, notes: Iterable[Note], places: Places) -> Iterator[NoteLine]:
    """Return notes as they are printed."""
    for note in notes:
        letter, nth = place_of(places, note.occurrence)
        yield NoteLine(note.item, signed_note(desk, found, note), letter, nth)


def evidence_lines(
    desk: Desk, pieces: Iterable[Evidence], places: Places, paper: Paper, say: Words
) -> Iterator[EvidenceLine]:
    """Return every file and place as it is printed."""
    names: dict[str, str] = {}
    for piece in pieces:
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
