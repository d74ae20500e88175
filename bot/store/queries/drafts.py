"""Drafts of rubrics; a draft is read and written as a whole."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, select

from bot.entities import Draft, DraftCounts, DraftFailure, DraftLine, DraftQuestion
from bot.entities.draft import ACTIVE
from bot.store.compiled import Row, Rows, Statement, from_json, to_json, upserting
from bot.store.tables import drafts
from bot.store.tables_base import fixed

_COLUMNS: Final = tuple(drafts.c.keys())
_JSON: Final = ("questions", "answers", "counts", "failure")
_LINE = (drafts.c.id, drafts.c.state, drafts.c.name, drafts.c.person, drafts.c.added)
_ACTIVE = drafts.c.state.in_([fixed(state) for state in ACTIVE])

_GET = Statement(select(drafts).where(drafts.c.id == bindparam("draft")))
_PUT = upserting(drafts, "id")
_OPEN = Statement(select(*_LINE).where(_ACTIVE).order_by(drafts.c.added.desc(), drafts.c.id.desc()))
_PUBLISHED_AS = Statement(
    select(drafts).where(
        drafts.c.rubric == bindparam("rubric"),
        drafts.c.version == bindparam("version"),
        drafts.c.state == fixed("published"),
    )
)


class Drafts:
    """The drafts of this installation."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows

    def get(self, draft: str) -> Draft | None:
        """Return a draft."""
        return _draft(self._rows.one(_GET, draft=draft))

    def put(self, draft: Draft) -> None:
        """Store a draft as it is now."""
        plain = draft.model_dump(mode="json")
        stored = {name: to_json(plain[name]) for name in _JSON if plain[name] is not None}
        self._rows.run(_PUT, **{**plain, **stored})

    def active(self) -> tuple[DraftLine, ...]:
        """Return the drafts of which something can still become, newest first."""
        return tuple(_line(row) for row in self._rows.all(_OPEN))

    def published_as(self, rubric: str, version: int) -> Draft | None:
        """Return the draft that became a version; None for one that came with the program."""
        return _draft(self._rows.one(_PUBLISHED_AS, rubric=rubric, version=version))


def _line(row: Row) -> DraftLine:
    draft, state, name, person, added = row
    return DraftLine(id=draft, state=state, name=name, person=person, added=added)


def _draft(row: Row | None) -> Draft | None:
    if row is None:
        return None
    found = dict(zip(_COLUMNS, row, strict=True))
    questions, counts = from_json(found["questions"]), from_json(found["counts"])
    failure = from_json(found["failure"]) if found["failure"] else None
    found |= {
        "questions": tuple(DraftQuestion.model_validate(each) for each in questions),
        "answers": from_json(found["answers"]),
        "counts": DraftCounts.model_validate(counts),
        "failure": DraftFailure.model_validate(failure) if failure else None,
    }
    return Draft.model_validate(found)
