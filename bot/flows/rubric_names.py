"""What a rubric is called on buttons and in lines, in the language of whoever reads it."""

from __future__ import annotations

from bot.texts import Words
from bot.texts.names import named
from rubrics.model import Rubric


def rubric_name(rubric: Rubric, words: Words) -> str:
    """Return its short name; in English the first words of its English title, or its id where it has none."""
    return named(rubric).said(english=words("language.code") == "en")
