"""What was chosen on the way to a visit, what there is to choose from, and what of it an answer may name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from bot.changes.visit_forms import chosen_forms, default_form, kinds_of
from bot.entities import Assessment, Studio
from bot.entities.frozen import Frozen
from rubrics.model import Rubric
from rubrics.periods import Kind
from rubrics.sheet_forms import SheetForm

T = TypeVar("T")
PAGE: Final = 8


class ChooseState(Frozen):
    """What was chosen so far; the rest is asked."""

    studio: str = ""
    rubric: str = ""
    variant: str = ""
    form: str = ""
    """The form of the sheet, where it had to be chosen."""
    page: int = 0
    new: bool = False
    """Open visits were offered and a new one is wanted."""
    only_open: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What there is to choose from."""

    state: ChooseState
    code: str
    """Of the screen that its buttons belong to."""
    open: tuple[tuple[Assessment, str], ...]
    """Open visits with the item to go on at."""
    studios: tuple[Studio, ...]
    studio: Studio | None
    rubrics: tuple[Rubric, ...]
    rubric: Rubric | None

    @property
    def variant(self) -> str:
        """The type in this rubric: as chosen, else as the studio's file says."""
        if self.studio is None or self.rubric is None:
            return ""
        return self.state.variant or self.studio.types.get(self.rubric.id, "")

    @property
    def form(self) -> SheetForm | None:
        """The form that was chosen."""
        return self.rubric.sheet(self.state.form) if self.rubric and self.state.form else None


def paged(things: Sequence[T], page: int) -> Sequence[T]:
    """Return what stands on a page; a page that there is not is the last."""
    page = max(0, min(page, (len(things) - 1) // PAGE))
    return things[page * PAGE : (page + 1) * PAGE]


def kinds_now(rubric: Rubric, form: SheetForm | None) -> tuple[Kind, ...]:
    """Return the kinds of period that can be tapped now: those of the form, or those that bring one along."""
    if form is not None or not rubric.sheets:
        return kinds_of(rubric, form)
    return tuple(kind for kind in rubric.periods if default_form(rubric, kind))


def open_kinds(view: Choice) -> tuple[Kind, ...]:
    """Return the kinds of period where the period is what is asked for; none before that."""
    if view.studio is None or view.rubric is None or (view.rubric.variants and not view.variant):
        return ()
    return kinds_now(view.rubric, view.form)


def form_named(rubric: Rubric, number: str) -> SheetForm | None:
    """Return the form that a button names by its place: an id may be longer than a button holds."""
    at = int(number) if number.isdecimal() else len(rubric.sheets)
    form = rubric.sheets[at] if at < len(rubric.sheets) else None
    return form if form in chosen_forms(rubric) else None
