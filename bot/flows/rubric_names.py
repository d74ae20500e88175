"""What a rubric is called on buttons and in lines, in the language of whoever reads it."""

from __future__ import annotations

from typing import Final

from bot.texts import Words
from rubrics.model import Rubric

ROOM: Final = 28
"""Characters of an English title that fit into a line of a phone."""


def rubric_name(rubric: Rubric, words: Words) -> str:
    """Return its short name; in English the first words of its English title, where it has one."""
    if words("language.code") != "en" or not rubric.title_en:
        return rubric.short
    kept = ""
    for word in rubric.title_en.split():
        if kept and len(kept) + 1 + len(word) > ROOM:
            return f"{kept}…"
        kept = f"{kept} {word}".strip()
    return kept
