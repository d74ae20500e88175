"""The papers of one application: its forms as Excel, its text as Word with the pictures of its headings.

What the desk and the folder hold is put into the records that `exports` draws. Who may read it is decided before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.changes.applying.checks import scheme
from bot.changes.applying.files import FILES
from bot.clock import from_ms
from bot.entities import Application, FileRef, Proof
from bot.flows.export.order import Order
from bot.ports import Desk
from bot.problems import Refusal
from bot.reports.bench import Bench, Made, name_of
from bot.texts import Words, words
from bot.texts.names import named
from exports import form_outline, forms
from exports.archive_names import safe
from exports.form_records import FormPicture, FormRecord, Link, OutlineRecord, Paper
from rubrics.application import forms_of
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
        raise Refusal("export_no_forms", rubric=named(whole.rubric))
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


def papers(whole: Whole) -> Iterator[Paper]:
    """Yield the forms that an applicant filled in; one that only says where something lies is no paper."""
    for form in forms_of(whole.rubric, whole.found.track):
        if any(field.kind != "link" for field in form.all_fields()) or form.groups or form.outline:
            data, ending = (_outline(whole, form), "docx") if form.outline else (_form(whole, form), "xlsx")
            title = f"{form.annex} {form.title}" if form.annex else form.title
            # What the source prints is an outline; what is written by it has a name of its own.
            called = f"{form.annex or ''} {whole.say('export.text')}".strip() if form.outline else title
            mark = whole.say("export.draft") if whole.draft else ""
            yield Paper(f"{mark}{safe(called, _LONGEST)}.{ending}", called, data)


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
