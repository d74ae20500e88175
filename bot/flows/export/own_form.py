"""A workbook that was sent as an own form: its marks checked against the rubrics, kept for the one it is meant for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.changes import KeepForm
from bot.changes.receive_upload import Kind
from bot.entities import Upload
from bot.flows.export.states import CHOOSE, CHOOSE_SCREEN, FORM, FORM_SCREEN, ExportState
from bot.flows.html import escape, short
from bot.flows.outputs import Button, Face
from bot.flows.refusals import spoken
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask, Go, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.uploads.uploaded import Uploaded, UploadedScreen
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.form_marks import Found, Trouble, check
from rubrics.model import Rubric

LINES = 12
"""Mistakes of one page."""
LABEL = 30
MARK = 40
"""Characters of a mark that are shown."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A form as it stands against the rubrics that there are."""

    count: int
    """Marks."""
    fits: tuple[Rubric, ...]
    """Those under which every mark means something, those in use first; empty while anything is wrong."""
    nearest: Rubric | None
    """Of those by which anybody is assessed here, the one under which the fewest mean nothing."""
    wrong: tuple[Trouble, ...]
    same: tuple[str, ...]
    """Rubrics for which a form of this name is kept already."""


class OwnFormScreen(UploadedScreen):
    """What a form has in it."""

    name: ClassVar[str] = FORM_SCREEN
    code: ClassVar[str] = FORM
    kind: ClassVar[Kind] = "form"
    back: ClassVar[tuple[str, str]] = (CHOOSE, "o")
    left: ClassVar[Go] = Go(CHOOSE_SCREEN, ExportState(kind="own-form"))

    def found(self, desk: Desk, ask: Ask, upload: Upload) -> Checked:
        """Check the marks against every rubric."""
        if not access.may(ask.who, "export"):
            raise Refusal("no_role")
        read = json.loads(upload.result)
        marks = tuple(Found(place, mark) for place, mark in read["marks"])
        wrong = tuple(Trouble(code, place) for code, place in read["wrong"])
        rubrics = desk.library.current()
        troubles = {each.id: check(marks, each) for each in rubrics}
        used = _used(desk, rubrics)
        nearest = min(used or rubrics, key=lambda each: len(troubles[each.id]), default=None)
        return Checked(
            count=len(marks),
            fits=() if wrong else _unique(each for each in (*used, *rubrics) if not troubles[each.id]),
            nearest=nearest,
            wrong=(*wrong, *(troubles[nearest.id] if nearest else ())),
            same=tuple(each.rubric for each in desk.own_forms.all() if each.name == upload.name),
        )

    def says(self, view: Uploaded, ask: Ask) -> Face:
        """Name every mistake, or ask for which rubric it is."""
        found: Checked = view.found
        words = ask.words
        lines = [self.head(view, ask), words("form.marks", count=found.count)]
        if found.fits:
            lines.append(words("form.which"))
            if any(each.id in found.same for each in found.fits):
                lines.append(words("form.replaces"))
            return Face("\n".join(lines), (*self._fitting(view, ask), (self.give_up(view, ask),)))
        listed = [*_lines(found, ask)]
        pages = max(1, -(-len(listed) // LINES))
        page = min(view.state.page, pages - 1)
        rubric = escape(rubric_name(found.nearest, ask.words)) if found.nearest else ""
        lines += [words("form.wrong", count=len(listed), rubric=rubric), ""]
        lines += listed[page * LINES : (page + 1) * LINES]
        if pages > 1:
            lines.append(words("import.page", page=page + 1, pages=pages))
        return Face("\n".join(lines), (*self._moves(view, page, pages, ask), (self.give_up(view, ask),)))

    def _fitting(self, view: Uploaded, ask: Ask) -> Iterator[tuple[Button, ...]]:
        for each in view.found.fits:
            data = pack(FORM, "k", view.upload.id, each.id)
            yield (
                Button(
                    ask.words("form.button.keep", rubric=short(rubric_name(each, ask.words), LABEL)), data
                ),
            )

    def _moves(self, view: Uploaded, page: int, pages: int, ask: Ask) -> tuple[tuple[Button, ...], ...]:
        moves = []
        if page:
            moves.append(Button(ask.words("button.page_back"), pack(FORM, "g", view.upload.id, page - 1)))
        if page + 1 < pages:
            moves.append(Button(ask.words("button.page_on"), pack(FORM, "g", view.upload.id, page + 1)))
        return (tuple(moves),) if moves else ()

    def give_up(self, view: Uploaded, ask: Ask) -> Button:
        """Return the button that drops the form."""
        return Button(ask.words("form.button.drop"), pack(FORM, "x", view.upload.id))

    def press(self, view: Uploaded, given: Tap, ask: Ask) -> Step:
        """Keep it for the rubric that was chosen."""
        found: Checked | None = view.found
        if given.verb != "k" or found is None or all(each.id != given.arg(1) for each in found.fits):
            raise Stale
        change = KeepForm(form=ask.mint(), upload=view.upload.id, rubric=given.arg(1))
        return Step((change,), go=self.left, toast=ask.words("form.kept"))


def _used(desk: Desk, rubrics: tuple[Rubric, ...]) -> tuple[Rubric, ...]:
    """Return the rubrics by which anybody is assessed."""
    return tuple(each for each in rubrics if desk.visits.campaigns(each.id))


def _unique(rubrics: Iterable[Rubric]) -> tuple[Rubric, ...]:
    return tuple({each.id: each for each in rubrics}.values())


def _lines(found: Checked, ask: Ask) -> Iterator[str]:
    """Return each mistake: where, what, what would be right."""
    for each in found.wrong:
        params: dict[str, object] = {"place": each.place}
        if each.code in {"form_word", "form_item", "form_section"}:
            hints = tuple("{{" + hint + "}}" for hint in each.hints)
            name = "probable" if each.code == "form_word" else "known"
            params |= {"mark": short(each.mark, MARK), name: hints}
        yield spoken(ask.words, each.code, params, html=True)
