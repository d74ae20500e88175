"""A person entered, changed or took back marks on one item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.reopened import only_reopened
from bot.entities import Event
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.marks import EMPTY, ItemMarks


class MarkItem(Change):
    """Replace the marks of an item that stand as they were seen."""

    name: ClassVar[str] = "mark_item"

    assessment: str
    item: str
    before: ItemMarks
    after: ItemMarks

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Members of an open assessment, on marks that nobody has changed since they were read."""
        only_reopened(open_assessment(desk, self.assessment, moment), self.item)
        if desk.marks.of(self.assessment).marks.get(self.item, EMPTY) != self.before:
            raise Refusal("changed_meanwhile", item=self.item)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the new marks."""
        found = open_assessment(desk, self.assessment, moment)
        desk.marks.put(self.assessment, self.item, self.after, moment.now)
        return Told(
            found.visit.id,
            {
                "assessment": self.assessment,
                "item": self.item,
                "before": dump(self.before),
                "after": dump(self.after),
            },
        )

    @classmethod
    def stands(cls, desk: Desk, event: Event) -> bool:
        """Say whether what was entered is still what the item holds."""
        payload = event.payload
        marks = desk.marks.of(payload["assessment"]).marks.get(payload["item"], EMPTY)
        return marks == load(payload["after"])

    @classmethod
    def revert(cls, desk: Desk, event: Event, moment: Moment) -> Mapping[str, Any]:
        """Bring back what stood before, if what was entered still stands."""
        payload = event.payload
        item: str = payload["item"]
        if not cls.stands(desk, event):
            raise Refusal("undo_blocked", item=item)
        desk.marks.put(payload["assessment"], item, load(payload["before"]), moment.now)
        return {"item": item, "before": payload["after"], "after": payload["before"]}


def dump(marks: ItemMarks) -> dict[str, Any]:
    """Return marks as JSON values without what is empty."""
    return marks.model_dump(mode="json", exclude_defaults=True)


def load(stored: Mapping[str, Any]) -> ItemMarks:
    """Return marks from JSON values."""
    return ItemMarks.model_validate(stored)
