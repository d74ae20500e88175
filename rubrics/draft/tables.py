"""Score tables in a document: which grids they are, where their heads end, which of them go on over a page.

Decides about rows and columns; what stands in a row is read elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from rubrics.draft import columns
from rubrics.draft.document import Cell, Document, Grid, Passage, Row, Spot
from rubrics.draft.numerals import plain
from rubrics.draft.roles import Role
from rubrics.draft.shapes import headline

_HEAD_WITHIN: Final = 12
_TELLING: Final = {"points", "standard", "content", "level"}
_PAGE: Final = re.compile(
    r"\s*(?:-?\s*[0-9]{1,3}\s*-?|第?\s*[0-9]{1,3}\s*页.*|续[表上].*|[(]?续[)]?.*|.{0,40}\(?续(?:表|上表)?[0-9]?\)?)?\s*"
)


@dataclass(slots=True)
class Table:
    """A score table: the roles of its columns, their printed names, and the rows below the head."""

    roles: tuple[Role, ...]
    names: tuple[str, ...]
    rows: list[Row]
    title: str = ""
    above: tuple[Row, ...] = ()
    before: list[Passage] = field(default_factory=list)

    def at(self, role: Role) -> list[int]:
        """The columns with this role, from left to right."""
        return [at for at, one in enumerate(self.roles) if one == role]


@dataclass(slots=True)
class Found:
    """The score tables of a document, and the lines before, between and after them."""

    tables: list[Table] = field(default_factory=list)
    before: list[Passage] = field(default_factory=list)
    after: list[Passage] = field(default_factory=list)


def find(document: Document) -> Found:
    """Every score table; a grid that goes on where the last one ended is part of it."""
    found = Found()
    waiting: list[Passage] = []
    for block in document.blocks:
        if isinstance(block, Passage):
            waiting.append(block)
            continue
        if _goes_on(found, block, waiting):
            continue
        table = _table(block)
        waiting.extend(_lines(table.above) if table else ())
        if table is None:
            waiting.extend(_lines(block.rows))
            continue
        if found.tables:
            table.before = waiting
        else:
            found.before = waiting
        waiting = []
        found.tables.append(table)
    (found.after if found.tables else found.before).extend(waiting)
    for table in found.tables:
        table.roles = columns.settle(table.roles, table.names, table.rows)
    found.tables = [table for table in found.tables if _reads(table)]
    return found


def _lines(rows: Sequence[Row]) -> Iterator[Passage]:
    """The texts of rows that are not those of a score table."""
    for row in rows:
        seen: list[Passage] = []
        for cell in row:
            if not cell.blank and cell not in seen:
                seen.append(cell)
        yield from seen


def _reads(table: Table) -> bool:
    """Whether rules can be in it: a standard or a content that scores, or points beside something asked for."""
    cells = [cell for row in table.rows for cell in row]
    if any(columns.scores(cell.text) for cell in cells) or table.at("level"):
        return True
    if any(
        columns.loses(table.names[at]) and columns.taken(row[at].text)
        for at in table.at("standard")
        for row in table.rows
    ):
        return True
    return (
        bool(table.at("points")) and bool(table.at("standard") or table.at("content")) and len(table.rows) > 1
    )


def _goes_on(found: Found, grid: Grid, waiting: list[Passage]) -> bool:
    """Take a grid as the next page of the last table: the same width, and nothing but page marks between."""
    if not found.tables:
        return False
    last = found.tables[-1]
    head = _head(grid)
    narrower = len(last.roles) - grid.width
    if narrower < 0 or (narrower and grid.width < 2) or grid.title != last.title:  # noqa: PLR2004 - a table has columns
        return False
    if any(columns.named(last.names[at]) != "result" for at in range(grid.width, len(last.roles))):
        return False
    if head is not None:
        names = _names(grid, *head)
        if [_bare(name) for name in names] != [_bare(name) for name in last.names[: grid.width]] or headline(
            waiting
        ):
            return False
    elif not all(_PAGE.fullmatch(plain(line.text)) for line in waiting):
        return False
    rows = grid.rows[head[1] :] if head else grid.rows
    last.rows.extend((*row, *(Cell("", Spot()) for _ in range(narrower))) for row in rows)
    found.after.extend(waiting)
    waiting.clear()
    return True


def _bare(name: str) -> str:
    return re.sub(r"[\s()0-9分]", "", plain(name))


def _table(grid: Grid) -> Table | None:
    """The table in a grid: with a head that names its columns, or without one if it scores all the same."""
    head = _head(grid)
    if head is not None:
        names = _names(grid, *head)
        roles = tuple(columns.named(name) for name in names)
        rows = grid.rows
        return Table(_spread(rows[head[0]], roles), names, list(rows[head[1] :]), grid.title, rows[: head[0]])
    marked = sum(any(columns.scores(cell.text) for cell in row) for row in grid.rows)
    if grid.width > 1 and marked > 1 and marked * 3 >= len(grid.rows):
        unknown: tuple[Role, ...] = tuple(columns.named("") for _ in range(grid.width))
        return Table(unknown, ("",) * grid.width, list(grid.rows), grid.title)
    return None


def _head(grid: Grid) -> tuple[int, int] | None:
    """The first row of the head and the row behind it, if there is a head."""
    best = None
    for at, row in enumerate(grid.rows[:_HEAD_WITHIN]):
        roles = _roles(row)
        if len(roles) > 1 and _TELLING & set(roles) and (best is None or len(roles) > len(best[1])):
            best = at, roles
        if best is not None and at > best[0] + 1:
            break
    if best is None:
        return None
    at = best[0]
    end = at + 1
    if end < len(grid.rows) and _second(grid.rows[at], grid.rows[end]):
        end += 1
    if at and _second(grid.rows[at - 1], grid.rows[at]) and len(_roles(grid.rows[at - 1])) > 1:
        at -= 1
    return at, end


def _roles(row: Row) -> list[Role]:
    """The roles that the cells of a row name, each cell once."""
    cells = {id(cell): cell for cell in row}.values()
    return [role for cell in cells if (role := columns.named(cell.text))]


def _second(upper: Row, lower: Row) -> bool:
    """Whether a row is the lower half of a head: all its cells are names or belong to the cells above."""
    own = [cell for above, cell in zip(upper, lower, strict=True) if cell is not above and not cell.blank]
    if not own:
        return all(cell is above or cell.blank for above, cell in zip(upper, lower, strict=True)) and any(
            cell is above and not cell.blank for above, cell in zip(upper, lower, strict=True)
        )
    return all(columns.named(cell.text) for cell in own)


def _names(grid: Grid, first: int, end: int) -> tuple[str, ...]:
    """The name of each column: the lowest that the head has for it."""
    names = []
    for column in range(grid.width):
        texts = [grid.rows[at][column].text.strip() for at in range(first, end)]
        named = [text for text in texts if columns.named(text)]
        names.append(named[-1] if named else next((text for text in texts if text), ""))
    return tuple(names)


def _spread(head: Sequence[Passage], roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """A name over several columns: of a group the first is the group, of a content the last is the content."""
    spread = list(roles)
    for at in range(1, len(roles)):
        if head[at] is head[at - 1] and roles[at] == roles[at - 1]:
            if roles[at] == "group":
                spread[at] = "item"
            elif roles[at] == "content":
                spread[at - 1] = "item"
            elif roles[at] == "points":
                spread[at] = ""
    return tuple(spread)
