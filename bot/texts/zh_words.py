"""The source's own words, which a reader of Chinese needs no other words for; the keys are those of the English ones."""

from __future__ import annotations

from typing import Final

from bot.texts import en_words

TEXTS: Final[dict[str, str]] = {key: key.removeprefix("word.") for key in en_words.TEXTS}
