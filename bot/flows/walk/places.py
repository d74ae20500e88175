"""Where in a walk a chat stands, and the order in which items are walked."""

from __future__ import annotations

from typing import Literal

from bot.changes.sign import sheet_of
from bot.entities import Assessment
from bot.entities.frozen import Frozen
from bot.ports import Desk
from rubrics.model import Rubric
from rubrics.scoring import Sheet

Asks = Literal["score", "amount", "note", "why", "reason", "full"]
"""What the card asks for: a score, a bonus with its reason, a note, why by hand, a reason for an occurrence, a yes."""


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


def order(rubric: Rubric) -> tuple[str, ...]:
    """Return the numbers of all items as they are walked, the bonus last."""
    return tuple(item.no for item in (*rubric.items, *rubric.bonus_items))


def neighbours(rubric: Rubric, item: str) -> tuple[str | None, str | None]:
    """Return the items before and after one."""
    numbers = order(rubric)
    at = numbers.index(item)
    return (numbers[at - 1] if at else None, numbers[at + 1] if at + 1 < len(numbers) else None)


def following(sheet: Sheet, item: str) -> str | None:
    """Return the item to show after one is in order: the next that counts in this period, None after the last."""
    numbers = [row.no for row in sheet.items]
    if item not in numbers:
        bonus = [row.no for row in sheet.bonus_items]
        return next(iter(bonus[bonus.index(item) + 1 :]), None)
    return next((row.no for row in sheet.items[numbers.index(item) + 1 :] if row.counted), None)


def first_open(sheet: Sheet) -> str:
    """Return the first item that nobody has looked at, or the first of all."""
    return next((row.no for row in sheet.items if row.state == "untouched"), sheet.items[0].no)


def first_open_item(desk: Desk, found: Assessment) -> str:
    """Return where an assessment is to be taken up again."""
    return first_open(sheet_of(desk, found))
