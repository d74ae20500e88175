"""One mistake of a workbook as a line: where it stands, what is wrong, what to write; alike for every kind of list."""

from __future__ import annotations

from typing import Final

from bot.changes.upload_table import Wrong
from bot.flows.html import escape, short
from bot.flows.refusals import spoken
from bot.texts import Words

LABEL: Final = 30
LABEL_ENDS: Final = ("：", ": ")
"""What follows a field's name where a refusal begins with it, which the column has said."""


def wrong_line(wrong: Wrong, words: Words, *, html: bool = True) -> str:
    """Return one mistake: where, what is wrong, what to write."""
    why = spoken(words, wrong.code, wrong.params, html=html)
    if not wrong.column:
        return words("import.wrong_row", row=wrong.row, why=why)
    column = short(wrong.column, LABEL)
    column = escape(column) if html else column
    for mark in LABEL_ENDS:
        why = why.removeprefix(column.rstrip("* ") + mark)
    return words("import.wrong_line", row=wrong.row, column=column, why=why)
