"""What is to be put right, with what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Final

from sqlalchemy import bindparam, func, select

from bot.entities import Fix, FixState, FixStep
from bot.store.compiled import Row, Rows, Statement, inserting
from bot.store.queries.spoken import Spoken
from bot.store.queries.words import Words
from bot.store.tables import fix_steps, fixes, words
from bot.store.tables_base import fixed

_FIX: Final = Spoken(Fix, fixes, "problem", "owner")
_UNDONE: Final = fixes.c.state.in_([fixed("open"), fixed("returned"), fixed("done")])
_OWED: Final = fixes.c.state.in_([fixed("open"), fixed("returned")])

_GET = Statement(_FIX.whole.where(fixes.c.id == bindparam("fix")))
_OF_ASSESSMENT = Statement(
    _FIX.whole.where(fixes.c.assessment == bindparam("assessment")).order_by(fixes.c.number)
)
_OF_STUDIO = Statement(
    _FIX.whole.where(fixes.c.studio == bindparam("studio")).order_by(
        fixes.c.due, fixes.c.opened, fixes.c.number
    )
)
_OPEN_ON = Statement(
    _FIX.whole.where(
        fixes.c.studio == bindparam("studio"),
        fixes.c.rubric == bindparam("rubric"),
        fixes.c.item == bindparam("item"),
        _UNDONE,
    ).order_by(fixes.c.opened, fixes.c.number)
)
_OVERDUE = Statement(
    _FIX.whole.where(_OWED, fixes.c.due < bindparam("day")).order_by(
        fixes.c.studio, fixes.c.due, fixes.c.number
    )
)
_UNSETTLED = Statement(
    _FIX.whole.where(_UNDONE).order_by(fixes.c.studio, fixes.c.due, fixes.c.opened, fixes.c.number)
)
_STEPS_OF = (
    select(fix_steps.c.fix, fix_steps.c.at, fix_steps.c.by, fix_steps.c.name, words.c.text)
    .select_from(fix_steps)
    .join(fixes, fixes.c.id == fix_steps.c.fix)
    .outerjoin(words, words.c.id == fix_steps.c.text)
    .order_by(fix_steps.c.fix, fix_steps.c.place)
)
_STEPS = Statement(_STEPS_OF.where(fix_steps.c.fix == bindparam("fix")))
_STEPS_OF_STUDIO = Statement(_STEPS_OF.where(fixes.c.studio == bindparam("studio")))
_NEXT = Statement(
    select(func.coalesce(func.max(fix_steps.c.place), fixed(0)) + fixed(1)).where(
        fix_steps.c.fix == bindparam("fix")
    )
)
_STEP = inserting(fix_steps)


class Fixes:
    """What is to be put right."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Rows, words: Words) -> None:
        """Ask over one connection."""
        self._rows = rows
        self._words = words

    def get(self, fix: str) -> Fix | None:
        """Return one with what happened to it."""
        found = _FIX.read(self._rows.all(_GET, fix=fix))
        return next(iter(_with_steps(found, self._rows.all(_STEPS, fix=fix))), None) if found else None

    def of_assessment(self, assessment: str) -> tuple[Fix, ...]:
        """Return what a signed sheet opened, in the order of the sheet."""
        return self._whole(_FIX.read(self._rows.all(_OF_ASSESSMENT, assessment=assessment)))

    def of_studio(self, studio: str, *states: FixState) -> tuple[Fix, ...]:
        """Return a studio's in these states (all without one), by due date."""
        found = self._whole(_FIX.read(self._rows.all(_OF_STUDIO, studio=studio)))
        return tuple(each for each in found if not states or each.state in states)

    def open_on(self, studio: str, rubric: str, item: str) -> tuple[Fix, ...]:
        """Return what is still to be put right on an item, without its steps: a card has no room for them."""
        return _FIX.read(self._rows.all(_OPEN_ON, studio=studio, rubric=rubric, item=item))

    def overdue(self, day: str) -> tuple[Fix, ...]:
        """Return every one that is open or was sent back and due before a day (ISO), without its steps."""
        return _FIX.read(self._rows.all(_OVERDUE, day=day))

    def unsettled(self) -> tuple[Fix, ...]:
        """Return every one that is neither accepted nor waived, by studio and due date, without its steps."""
        return _FIX.read(self._rows.all(_UNSETTLED))

    def put(self, fix: Fix, author: str | None) -> Mapping[str, str]:
        """Store one as it is now, without its steps; returns the salted hashes of its words, by field."""
        return _FIX.put(self._rows, self._words, fix, self.get(fix.id), author)

    def step(self, fix: str, step: FixStep) -> str:
        """Add what happened; returns the salted hash of its text ("" without one)."""
        word, digest = self._words.keep(step.text, step.by) if step.text else (None, "")
        place = self._rows.value(_NEXT, fix=fix)
        self._rows.run(_STEP, fix=fix, place=place, at=step.at, by=step.by, name=step.name, text=word)
        return digest

    def _whole(self, found: tuple[Fix, ...]) -> tuple[Fix, ...]:
        studios = {each.studio for each in found}
        steps = [row for studio in studios for row in self._rows.all(_STEPS_OF_STUDIO, studio=studio)]
        return _with_steps(found, steps)


def _with_steps(found: tuple[Fix, ...], rows: list[Row]) -> tuple[Fix, ...]:
    steps = {
        fix: tuple(FixStep(at=at, by=by, name=name, text=text or "") for _, at, by, name, text in group)
        for fix, group in groupby(rows, key=lambda row: row[0])
    }
    return tuple(each.model_copy(update={"steps": steps.get(each.id, ())}) for each in found)
