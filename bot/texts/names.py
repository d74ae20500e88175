"""What things are called that have one name in Chinese and one in English.

It knows no person and no screen; whoever has the words of a reader asks for the name in them.
"""

from __future__ import annotations

from typing import Final

from bot.problems import Named
from rubrics.model import Rubric, Variant
from rubrics.sheet_forms import SheetForm

ROOM: Final = 28
"""Characters of an English title that fit into a line of a phone."""


def named(rubric: Rubric) -> Named:
    """Return what a rubric is called: its short name; in English the first words of its English title.

    One that has no English title is found again by its id, which stands before the name it has.
    """
    if not rubric.title_en:
        return Named(rubric.short, rubric.short if rubric.short.isascii() else f"{rubric.id} {rubric.short}")
    return Named(rubric.short, _first_words(rubric.title_en))


def titled(one: Variant | SheetForm) -> Named:
    """Return the title of a type of studios or of a form of the sheet."""
    return Named(one.title, one.title_en or one.title)


def _first_words(title: str) -> str:
    kept = ""
    for word in title.split():
        if kept and len(kept) + 1 + len(word) > ROOM:
            return f"{kept}…"
        kept = f"{kept} {word}".strip()
    return kept
