"""The evidence of a sheet: what the desk and the folder hold, put into the record that `exports` packs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from bot.changes.ballots import evidence_of, notes_of, sources
from bot.changes.sign import rubric_of, shown
from bot.clock import from_ms
from bot.entities import Assessment, Evidence, FileRef
from bot.flows.export.order import Order
from bot.flows.export.ready import signed_sheet
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports.bench import Bench, Made, name_of, numbered
from bot.reports.score_sheet import Places, occurrence_places, place_of
from bot.texts import Words, words
from exports import archive
from exports.archive_records import Bundle, Part, Piece
from rubrics.periods import Period


def draw(desk: Desk, order: Order, bench: Bench) -> Iterator[Made]:
    """Write the evidence of the signed sheet that an order is about."""
    return write(desk, signed_sheet(desk, order), order, bench)


def write(desk: Desk, found: Assessment, order: Order, bench: Bench) -> Iterator[Made]:
    """Write the evidence of a sheet as one package, or as several where one would be too large."""
    whole = bundle(desk, found, order.language, bench)
    if not whole.pieces:
        raise Refusal("export_no_evidence", studio=found.studio_name, period=found.visit.period)
    name = name_of(desk, order, found.studio)
    done = 0
    for part in archive.plan(whole, bench.largest):
        path = bench.into / f"evidence-{part.no}.zip"
        with path.open("wb") as target:
            archive.write(whole, part, target, bench.largest, partial(_said, bench, done, len(whole.pieces)))
        done += len(part.pieces)
        called = numbered(name, "zip", part.no, part.of, order.language)
        yield Made(path, called, _note(part, words(order.language)))


def _said(bench: Bench, before: int, of: int, count: int) -> None:
    bench.said(before + count, of)


def _note(part: Part, say: Words) -> str:
    """Say which items are in a package, and how many of its files never came."""
    lines = []
    if part.of > 1:
        first, last = part.pieces[0].item, part.pieces[-1].item
        lines.append(say("export.part", no=part.no, of=part.of, first=first, last=last))
    missing = sum(piece.open is None and piece.kind != "location" for piece in part.pieces)
    if missing:
        lines.append(say("export.files_missing", count=missing))
    return "\n".join(lines)


def bundle(desk: Desk, found: Assessment, language: str, bench: Bench) -> Bundle:
    """Return all evidence of a sheet, in the order of its items; a note of its occurrence says what it shows."""
    rubric, say = rubric_of(desk, found), words(language)
    order = {item.no: place for place, item in enumerate(rubric.all_items)}
    entered = [desk.marks.of(each.id).marks for each in sources(desk, found)]
    places = {one: place for marks in entered for one, place in occurrence_places(marks).items()}
    period = Period.parse(found.visit.period)
    # The first note is the one that came with the picture.
    noted = {(note.item, note.occurrence): note.text for note in reversed(notes_of(desk, found))}
    pieces = [
        replace(piece, caption=each.caption or noted.get((each.item, each.occurrence or ""), ""))
        for each in evidence_of(desk, found)
        for piece in _pieces(desk, each, places, say, bench)
    ]
    return Bundle(
        studio=found.studio_name,
        unit=found.unit,
        period=say(f"period.{period.kind}", period=found.visit.period),
        rubric=rubric.title,
        code=shown(found.digest) if found.digest else "",
        language=language,
        pieces=tuple(sorted(pieces, key=lambda piece: (order.get(piece.item, len(order)), piece.no))),
        titles={item.no: item.title for item in rubric.all_items},
    )


def _pieces(desk: Desk, each: Evidence, places: Places, say: Words, bench: Bench) -> Iterator[Piece]:
    person = desk.people.get(each.by, each.at)
    letter, nth = place_of(places, each.occurrence)
    album = len(each.files) > 1
    for part, file in enumerate(each.files or (None,), 1):
        stored = bool(file and file.sha256)
        yield Piece(
            no=each.number,
            item=each.item,
            kind=file.kind if file else each.kind,
            taken=from_ms(each.at).astimezone(bench.paper.zone),
            by=person.name if person else "",
            part=part if album else None,
            letter=letter,
            nth=nth,
            file_name=file.name if file else "",
            mime=file.mime if file else "",
            size=(file.size or 0) if file and stored else 0,
            sha256=file.sha256 if file else None,
            failure=_failure(file, say),
            place=f"{each.place.latitude}, {each.place.longitude}" if each.place else "",
            open=partial(bench.open, file.sha256) if file and file.sha256 else None,
        )


def _failure(file: FileRef | None, say: Words) -> str:
    return say(f"problem.{file.failure}") if file and file.failure else ""
