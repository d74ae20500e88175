"""Where in a walk a chat stands, and the order in which items are walked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.changes.sign import sheet_of, untouched
from bot.changes.visit_forms import form_of
from bot.entities import Assessment
from bot.entities.frozen import Frozen
from bot.ports import Desk
from rubrics.model import Rubric, Section

Asks = Literal["score", "amount", "note", "why", "reason", "full", "veto", "log"]
"""What the card asks for: a score, a figure, a note, why by hand, a reason for an occurrence, a yes, a veto meant.

With `log` it asks for nothing: it shows the entries behind what the log says.
"""


class WalkState(Frozen):
    """The assessment and the item in view, the question that is open, and the occurrence that is meant."""

    assessment: str
    item: str = ""
    asks: Asks | None = None
    letter: str = ""
    focus: str = ""
    """Id of the occurrence to which photos and texts go now."""
    section: int = 0
    """Section of which the rest is about to be confirmed (contents)."""
    mine: bool = False
    """Only what the reader looks after is listed (contents)."""

    @property
    def place(self) -> tuple[str, str]:
        """What stays the same while questions open and close."""
        return self.assessment, self.item

    def at(self, item: str) -> WalkState:
        """Return the plain state of another item."""
        return WalkState(assessment=self.assessment, item=item)

    def plain(self) -> WalkState:
        """Return the state without open question; the occurrence that is meant stays."""
        if self.asks is None and not self.section:
            return self
        return self.model_copy(update={"asks": None, "section": 0})


def walked(rubric: Rubric, form: str | None, variant: str | None) -> tuple[Section, ...]:
    """Return the sections that a visit walks, by number, with the items that are for this type of studio.

    Conditions are walked where the form of the sheet has them, or where nothing else is to be scored.
    """
    chosen = rubric.sheet(form) if form else None
    if chosen is not None:
        sections = [section for section in rubric.all_sections if section.no in chosen.sections]
    else:
        sections = [each for each in rubric.all_sections if each not in rubric.gates or not rubric.sections]
    mine = (_own(section, variant) for section in sorted(sections, key=lambda section: section.no))
    return tuple(section for section in mine if section is not None)


def _own(section: Section, variant: str | None) -> Section | None:
    """Return a section without the items of other types, None if nothing is left."""
    items = tuple(item for item in section.items if not item.variants or variant in (None, *item.variants))
    if len(items) == len(section.items):
        return section
    return section.model_copy(update={"items": items}) if items else None


def neighbours(numbers: Sequence[str], item: str) -> tuple[str | None, str | None]:
    """Return the items before and after one."""
    if item not in numbers:
        return None, None
    at = numbers.index(item)
    return (numbers[at - 1] if at else None, numbers[at + 1] if at + 1 < len(numbers) else None)


def first_open_item(desk: Desk, found: Assessment) -> str:
    """Return where an assessment is to be taken up again: the first item nobody looked at, or the first of all."""
    sheet = sheet_of(desk, found)
    sections = walked(sheet.rubric, form_of(sheet.rubric, found), found.variant)
    numbers = [item.no for section in sections for item in section.items]
    left = set(found.reopened or untouched(sheet))
    return next((number for number in numbers if number in left), numbers[0])
