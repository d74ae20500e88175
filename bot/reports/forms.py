"""The papers of one application: its forms as Excel, its text as Word, and the whole of it as a package.

What the desk and the folder hold is put into the records that `exports` draws. Who may read it is decided before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from bot.changes.apply_checks import scheme
from bot.changes.apply_files import FILES
from bot.clock import from_ms
from bot.entities import Application, FileRef, Proof
from bot.flows.export.order import Order
from bot.flows.export.ready import place_of
from bot.flows.export.rounds import handed_in_of
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports.bench import Bench, Made, name_of, numbered, packed
from bot.texts import Words, words
from exports import application_zip, form_outline, forms
from exports.archive_names import safe
from exports.archive_records import Part, Piece
from exports.form_records import (
    ApplicationRecord,
    FormPicture,
    FormRecord,
    Link,
    OutlineRecord,
    Paper,
    conditions_of,
)
from rubrics.application import Spot, forms_of, spots, tracks
from rubrics.form_sums import key_of
from rubrics.forms import Form
from rubrics.model import Rubric

_IMAGES = ("image/jpeg", "image/png", "image/webp")
_LONGEST = 60
"""Characters of a paper's name."""


@dataclass(frozen=True)
class Whole:
    """One application with everything that was said and sent, for whoever reads a language."""

    desk: Desk
    found: Application
    language: str
    bench: Bench

    @cached_property
    def rubric(self) -> Rubric:
        """The version of the scheme with which it was begun."""
        return scheme(self.desk, self.found)

    @cached_property
    def answers(self) -> dict[str, str]:
        """What was answered, by key."""
        return dict(self.desk.applications.answers(self.found.id))

    @cached_property
    def pieces(self) -> tuple[Proof, ...]:
        """What was sent for it."""
        return self.desk.proofs.of(self.found.id)

    @property
    def say(self) -> Words:
        """Texts for the reader."""
        return words(self.language)

    @property
    def draft(self) -> bool:
        """Whether it is not handed in, or back with its applicants."""
        return self.found.state in {"draft", "returned"}

    def of(self, key: str) -> tuple[Proof, ...]:
        """Return what was sent for a place."""
        listed = self.answers.get(FILES + key, "").split(",")
        return tuple(piece for piece in self.pieces if piece.id in listed)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """What lies elsewhere, as far as it was said where."""
        return tuple(
            Link(field.label, field.label_en or field.label, said)
            for form in forms_of(self.rubric, self.found.track)
            for field in form.all_fields()
            if field.kind == "link" and (said := self.answers.get(key_of(form, field), ""))
        )


def draw(desk: Desk, order: Order, bench: Bench) -> Iterator[Made]:
    """Write the forms of one application, each as a file."""
    whole = Whole(desk, asked(desk, order), order.language, bench)
    made = list(papers(whole))
    if not made:
        raise Refusal("export_no_forms", rubric=whole.rubric.short)
    for number, paper in enumerate(made, 1):
        stem, _, ending = paper.name.rpartition(".")
        path = bench.into / f"paper-{number}.{ending}"
        path.write_bytes(paper.data)
        yield Made(path, f"{name_of(desk, order, paper=stem, called=whole.found.name)}.{ending}")
        bench.said(number, len(made))


def asked(desk: Desk, order: Order) -> Application:
    """Return the application of an order."""
    found = desk.applications.get(order.application)
    if found is None:
        raise Refusal("not_yours")
    return found


def draw_whole(desk: Desk, order: Order, bench: Bench) -> Iterable[Made]:
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
        state=whole.say(f"apply.state.{found.state}"),
        language=whole.language,
        dated=from_ms(found.changed),
        papers=tuple(papers(whole)),
        conditions=conditions_of(gates, whole.answers),
        files=tuple(_numbered(whole, spots_)),
        links=whole.links,
        draft=whole.draft,
    )


# --- forms


def papers(whole: Whole) -> Iterator[Paper]:
    """Yield the forms that an applicant filled in; one that only says where something lies is no paper."""
    for form in forms_of(whole.rubric, whole.found.track):
        if any(field.kind != "link" for field in form.all_fields()) or form.groups or form.outline:
            data, ending = (_outline(whole, form), "docx") if form.outline else (_form(whole, form), "xlsx")
            title = f"{form.annex} {form.title}" if form.annex else form.title
            # What the source prints is an outline; what is written by it has a name of its own.
            called = f"{form.annex or ''} {whole.say('export.text')}".strip() if form.outline else title
            mark = whole.say("export.draft") if whole.draft else ""
            yield Paper(f"{mark}{safe(called, _LONGEST)}.{ending}", title, data)


def _form(whole: Whole, form: Form) -> bytes:
    found, rubric = whole.found, whole.rubric
    return forms.render(FormRecord(form, rubric.language, found.year, whole.answers, from_ms(found.changed)))


def _outline(whole: Whole, form: Form) -> bytes:
    found, rubric = whole.found, whole.rubric
    pictures = {heading.no: tuple(_pictures(whole, f"{form.id}.{heading.no}")) for heading in form.outline}
    return form_outline.render(
        OutlineRecord(
            form,
            rubric.language,
            found.name,
            found.unit,
            whole.answers,
            from_ms(found.changed),
            pictures,
            whole.links,
        )
    )


def _pictures(whole: Whole, key: str) -> Iterator[FormPicture]:
    """Yield the pictures of a heading; other files are in the package."""
    for piece in whole.of(key):
        for file in piece.files:
            if file.kind == "photo" or file.mime in _IMAGES:
                caption = piece.caption if file is piece.files[-1] else ""
                yield FormPicture(file.name or caption or str(piece.number), _bytes(whole, file), caption)


def _bytes(whole: Whole, file: FileRef) -> bytes | None:
    if file.sha256 is None:
        return None
    try:
        return whole.bench.paper.picture(file.sha256)
    except OSError:
        return None


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
