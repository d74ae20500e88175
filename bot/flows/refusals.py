"""A refusal in a person's language: its parameters may be the person's own words, so they are cut and escaped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.flows.html import escape, short
from bot.flows.wording import probable
from bot.problems import Named
from bot.texts import Words

QUOTED = 40
"""Characters of a person's words that a refusal repeats."""

KINDS = frozenset({"photo", "document", "voice", "video", "audio", "location", "sticker", "contact", "poll"})
"""Kinds of messages that have a name in the texts."""


LABELS: Final[Mapping[str, str]] = {
    "part": "file.field.",
    "beside": "file.field.",
    "happened": "file.step.",
    "stage": "file.choice.",
    "choices": "file.choice.",
    "registers": "file.kind.",
    "purposes": "fund.purpose.",
    "field": "fund.field.",
    "step": "way.step.",
    "steps": "way.step.",
    "detail": "way.detail.",
}
"""Parameters that are codes of file, fund and applications, with the beginning of the keys of their texts."""


def spoken(words: Words, code: str, params: Mapping[str, object], *, html: bool = False) -> str:
    """Return the text of a refusal; `html` where it becomes a message, plain for the answer to a tap."""
    if code.startswith(("register_", "fund_", "way_")):
        params = {name: _labelled(words, name, value) for name, value in params.items()}
    return words(
        f"problem.{code}", **{name: _said(words, name, value, html=html) for name, value in params.items()}
    )


def _said(words: Words, name: str, value: object, *, html: bool) -> object:
    if name == "kind" and isinstance(value, str):
        return words(f"kind.{value if value in KINDS else 'other'}")
    if name == "probable" and isinstance(value, str):
        value = probable(words, value)
    if name == "measure" and isinstance(value, str):
        return words(f"log.measure.{value}")
    if isinstance(value, Named):
        value = value.said(english=words("language.code") == "en")
    if isinstance(value, tuple | list):
        return tuple(_said(words, "", each, html=html) for each in value)
    if not isinstance(value, str):
        return value
    cut = short(value, QUOTED)
    return escape(cut) if html else cut


def _labelled(words: Words, name: str, value: object) -> object:
    """Return the label that a code of the standing file stands for, or the value itself."""
    if name not in LABELS or not isinstance(value, str | tuple | list):
        return value
    return tuple(words(LABELS[name] + code) for code in ([value] if isinstance(value, str) else value))
