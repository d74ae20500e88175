"""Rows of a table that are typed or pasted, one a line: what each cell becomes, or what is wrong with the first bad."""

from __future__ import annotations

import re
from typing import Final

from bot.changes.applying.answers import AnswerField
from bot.changes.base import Change
from bot.changes.studio_fields import alike
from bot.flows.apply.reading import Paper
from bot.problems import Named, Refusal
from rubrics.application import ROWS, Spot, row_of
from rubrics.form_answers import read_answer
from rubrics.problems import Problem, Refused

_CUTS: Final = (re.compile(r"\t"), re.compile(r"[，,、；;|]"), re.compile(r"\s+"))
"""What stands between the cells of a line; the first that is in it counts."""
_EMPTY: Final = frozenset({"", "-", "—", "/"})


def typed(paper: Paper, table: Spot, text: str) -> tuple[Change, ...]:
    """Return what writes the lines into new rows, all of them or none."""
    lines = [line.strip(" ") for line in text.split("\n") if line.strip()]
    first = max(paper.rows(table), default=0) + 1
    group = table.group
    most = ROWS if group is None or group.extendable else group.rows_printed
    if first + len(lines) - 1 > most:
        raise Refusal("apply_rows", count=most)
    there = {alike(paper.answer(row_of(table, row)[0])): row for row in paper.rows(table)}
    changes: list[Change] = []
    for row, line in enumerate(lines, first):
        cells = _cells(line)
        columns = row_of(table, row)
        if len(cells) > len(columns):
            labels = tuple(
                Named(each.field.label, each.field.label_en or each.field.label)
                for each in columns
                if each.field
            )
            raise Refusal("apply_cells", line=line[:40], count=len(cells), most=len(columns), columns=labels)
        if cells[0] not in _EMPTY and columns[0].field is not None and columns[0].field.kind == "text":
            if alike(cells[0]) in there:
                raise Refusal("apply_twice", name=cells[0], row=there[alike(cells[0])])
            there[alike(cells[0])] = row
        for spot, said in zip(columns, cells, strict=False):
            if spot.field is None or said in _EMPTY:
                continue
            read = read_answer(spot.field, said)
            if isinstance(read, Problem):
                raise Refused(read)
            changes.append(AnswerField(application=paper.application.id, key=spot.key, text=said))
    if not changes:
        raise Refusal("apply_press")
    return tuple(changes)


def _cells(line: str) -> list[str]:
    """Return the cells of a line."""
    cut = next((each for each in _CUTS if each.search(line.strip())), _CUTS[-1])
    return [cell.strip() for cell in cut.split(line.strip("\n"))]
