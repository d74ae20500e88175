"""The list of studios as the record that `exports` writes: one row a studio, in the columns that an import reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.changes.studio_fields import team_text, title_of
from bot.clock import from_ms
from bot.entities import Studio
from bot.ports import Desk
from bot.texts.names import named
from exports import studios
from exports.studios import StudiosRecord, TypeColumn
from rubrics.model import Rubric


def render(record: StudiosRecord) -> bytes:
    """Return the workbook of a list."""
    return studios.render(record)


def record(desk: Desk, listed: Sequence[Studio], language: str, now: int, year: int) -> StudiosRecord:
    """Return the list of some studios; `now` in ms, `year` is the one whose fund has a column in any case."""
    english = not language.startswith("zh")
    rubrics = [each for each in desk.library.current() if each.variants]
    funds = {each.id: {one.year: one.amount for one in desk.studios.funds(each.id)} for each in listed}
    years = sorted({year, *(one for known in funds.values() for one in known)})
    return StudiosRecord(
        language=language,
        rows=tuple(_row(desk, each, rubrics, funds[each.id], english=english) for each in listed),
        types=tuple(_column(each, english=english) for each in rubrics),
        years=tuple(years),
        dated=from_ms(now),
    )


def _column(rubric: Rubric, *, english: bool) -> TypeColumn:
    known = tuple(title_of(each, english=english) for each in rubric.variants)
    return TypeColumn(rubric.id, named(rubric).said(english=english), known)


def _row(
    desk: Desk, studio: Studio, rubrics: Iterable[Rubric], funds: Mapping[int, str], *, english: bool
) -> dict[str, str]:
    types = {
        f"type:{rubric.id}": title_of(each, english=english)
        for rubric in rubrics
        for each in rubric.variants
        if each.id == studio.types.get(rubric.id)
    }
    return {
        "id": studio.id,
        "name": studio.name,
        "unit": studio.unit,
        "leader": studio.leader,
        "level": studio.level,
        "named_on": studio.named_on or "",
        "named_by": studio.named_by,
        "team": team_text(desk.studios.team(studio.id), english=english),
        "retired": studio.retired or "",
        **types,
        **{f"fund:{year}": amount for year, amount in funds.items()},
    }
