"""What was entered, item by item, with the revision of each item."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, select

from bot.ports import Marking
from bot.store.compiled import Rows, Statement, upserting
from bot.store.tables import marks as table
from rubrics.marks import ItemMarks

_OF = Statement(
    select(table.c.item, table.c.marks, table.c.revision).where(table.c.assessment == bindparam("assessment"))
)
_ONE = Statement(
    select(table.c.marks).where(
        table.c.assessment == bindparam("assessment"), table.c.item == bindparam("item")
    )
)
_PUT = upserting(table, "assessment", "item")


class MarksOf:
    """The marks of assessments; within one function those of an assessment are read once."""

    __slots__ = ("_known", "_rows")

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._known: dict[str, Marking] = {}

    def clear(self) -> None:
        """Forget what was read."""
        self._known.clear()

    def of(self, assessment: str) -> Marking:
        """Return all marks of an assessment."""
        known = self._known.get(assessment)
        if known is None:
            rows = self._rows.all(_OF, assessment=assessment)
            known = self._known[assessment] = Marking(
                marks={item: _read(text) for item, text, _ in rows},
                revisions={item: revision for item, _, revision in rows},
            )
        return known

    def put(self, assessment: str, item: str, marks: ItemMarks, now: int) -> int:
        """Replace the marks of one item; returns its new revision."""
        before = self.of(assessment)
        revision = before.revisions.get(item, 0) + 1
        text = marks.model_dump_json(exclude_defaults=True)
        self._rows.run(_PUT, assessment=assessment, item=item, marks=text, revision=revision, at=now)
        _remember(text, marks)
        self._known[assessment] = Marking(
            marks={**before.marks, item: marks}, revisions={**before.revisions, item: revision}
        )
        return revision

    def letter_of(self, assessment: str, item: str, occurrence: str) -> str | None:
        """Return the letter of the rule to which an occurrence belongs."""
        text = self._rows.value(_ONE, assessment=assessment, item=item)
        taken = _read(text).taken if text else {}
        found = (letter for letter, all_of_it in taken.items() if any(o.id == occurrence for o in all_of_it))
        return next(found, None)


_known: dict[str, ItemMarks] = {}
"""Marks by their text. They never change, so the same text may give the same object; what one turn wrote, the next
one of its chat reads."""
_MOST_KNOWN: Final = 16384


def _read(text: str) -> ItemMarks:
    known = _known.get(text)
    return _remember(text, ItemMarks.model_validate_json(text)) if known is None else known


def _remember(text: str, marks: ItemMarks) -> ItemMarks:
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    _known[text] = marks
    return marks
