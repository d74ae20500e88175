"""A whole application as a package: papers, files by condition, its way so far; many of them as packages in one.

Who may read it is decided before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from bot.changes.applications.back import lacking
from bot.changes.applications.contest import LINED
from bot.changes.applications.of import way
from bot.clock import from_ms
from bot.entities import Proof
from bot.flows.applications.reading import stands
from bot.flows.applications.saying import state_word, step_word, value_word
from bot.flows.export.order import Order
from bot.flows.export.ready import place_of
from bot.flows.export.rounds import handed_in_of
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports.bench import Bench, Made, name_of, numbered, packed
from bot.reports.forms import Whole, asked, papers
from bot.texts import Words, words
from exports import application_zip
from exports.archive_records import Part, Piece
from exports.form_records import ApplicationRecord, WayLine, conditions_of
from rubrics.application import Spot, spots, tracks


def draw(desk: Desk, order: Order, bench: Bench) -> Iterable[Made]:
    """Write one application as a package, or those of a round as packages in one."""
    if order.application:
        return write(Whole(desk, asked(desk, order), order.language, bench), order)
    name = name_of(desk, order, called=words(order.language)("export.all"))
    return packed(bench, order, name, _every(desk, order, bench))


def _every(desk: Desk, order: Order, bench: Bench) -> Iterator[Made]:
    found = tuple(handed_in_of(desk, place_of(order, bench.scopes)))
    if not found:
        raise Refusal("export_no_applications", period=order.period)
    for count, each in enumerate(found, 1):
        yield from write(Whole(desk, each, order.language, bench.for_one()), order, f"{count:02} ")
        bench.said(count, len(found))


def write(whole: Whole, order: Order, before: str = "") -> Iterator[Made]:
    """Write an application as one package, or as several where one would be too large."""
    bench, record = whole.bench, record_of(whole)
    mark = whole.say("export.draft") if whole.draft else ""
    name = f"{before}{mark}{name_of(whole.desk, order, called=whole.found.name)}"
    done = 0
    for part in application_zip.plan(record, bench.largest):
        path = bench.into / f"application-{whole.found.id}-{part.no}.zip"
        with path.open("wb") as target:
            said = partial(_said, bench, done, len(record.files))
            application_zip.write(record, part, target, bench.largest, said)
        done += len(part.pieces)
        called = numbered(name, "zip", part.no, part.of, order.language)
        yield Made(path, called, _note(record, part, whole.say))


def _said(bench: Bench, before: int, of: int, count: int) -> None:
    bench.said(before + count, of)


def _note(record: ApplicationRecord, part: Part, say: Words) -> str:
    """Say how many files never came."""
    missing = sum(piece.open is None for piece in part.pieces)
    lines = [say("export.draft_note")] if record.draft else []
    if missing:
        lines.append(say("export.files_missing", count=missing))
    return "\n".join(lines)


def record_of(whole: Whole) -> ApplicationRecord:
    """Return all of an application."""
    found, rubric = whole.found, whole.rubric
    spots_ = spots(rubric, found.track)
    gates = [(spot.item, spot.gate) for spot in spots_ if spot.item is not None and spot.gate is not None]
    track = next((each for each in tracks(rubric) if each.id == found.track), None)
    english = whole.say("language.code") == "en"
    return ApplicationRecord(
        code=found.id,
        scheme=rubric.title,
        year=found.year,
        track="" if track is None else ((track.title_en if english else None) or track.title),
        studio=found.name,
        unit=found.unit,
        leader=found.leader,
        state=state_word(stands(whole.desk, found), whole.say),
        language=whole.language,
        dated=from_ms(found.changed),
        papers=tuple(papers(whole)),
        conditions=conditions_of(gates, whole.answers),
        files=tuple(_numbered(whole, spots_)),
        links=whole.links,
        way=tuple(_way(whole)),
        draft=whole.draft,
    )


def _way(whole: Whole) -> Iterator[WayLine]:
    """Yield its steps so far; of one that sent it back, the words without the places."""
    along = way(whole.desk, whole.found)
    for step in whole.desk.applications.steps(whole.found.id):
        value = value_word(step, whole.say)
        decided = " ".join(each for each in (value, step.decider, step.paper) if each)
        # Why the line was drawn as it was is about the others too: the cards do not say it either.
        text = lacking(step)[1] if step.name == "returned" else "" if step.name in LINED else step.text
        yield WayLine(step.on, step_word(step.name, whole.say, along), decided, text)


# --- files


def _numbered(whole: Whole, places: Iterable[Spot]) -> Iterator[Piece]:
    """Yield everything that was sent, from the top of the application to its end; what has no place comes last."""
    shown: set[str] = set()
    number = 0
    for spot in places:
        for piece in whole.of(spot.key):
            shown.add(piece.id)
            number += 1
            yield from _files(whole, piece, _place(spot), number)
    for piece in whole.pieces:
        if piece.id not in shown:
            number += 1
            yield from _files(whole, piece, "", number)


def _place(spot: Spot) -> str:
    """What the folder of a place's files is called: the number of a condition, else annex and heading."""
    if spot.item is not None:
        return spot.item.no
    form, title = spot.form, ""
    if spot.heading is not None:
        title = f"{spot.heading.no} {spot.heading.title}"
    elif spot.group is not None:
        title = spot.group.title
    elif spot.field is not None:
        title = spot.field.label
    return f"{(form.annex if form else None) or ''} {title}".strip()


def _files(whole: Whole, piece: Proof, item: str, number: int) -> Iterator[Piece]:
    """Yield the files of one piece."""
    bench, say = whole.bench, whole.say
    person = whole.desk.people.get(piece.by, piece.at)
    for part, file in enumerate(piece.files, 1):
        stored = file.sha256 is not None
        yield Piece(
            no=number,
            item=item,
            kind=file.kind,
            taken=from_ms(piece.at).astimezone(bench.paper.zone),
            by=person.name if person else "",
            part=part if len(piece.files) > 1 else None,
            caption=piece.caption,
            file_name=file.name,
            mime=file.mime,
            size=(file.size or 0) if stored else 0,
            sha256=file.sha256,
            failure=say(f"problem.{file.failure}") if file.failure else "",
            open=partial(bench.open, file.sha256) if file.sha256 is not None else None,
        )
