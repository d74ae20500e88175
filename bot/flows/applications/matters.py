"""What is to be said of each thing about a studio that is named already, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from bot.changes.applications.matter import FIELDS
from bot.entities import Application
from bot.entities.application import Matter
from bot.flows.applications.saying import capital
from bot.flows.applications.states import MatterState
from bot.flows.html import escape, short
from bot.texts import Words

MATTERS: Final[tuple[Matter, ...]] = tuple(FIELDS)
WORDS: Final = ("plaque", "title", "taken_back")
"""The words that sources have for a title withdrawn; their texts are what is kept."""
SHOWN = 200
TITLE = 40


def detail_lines(matter: Matter, answers: Mapping[str, str], words: Words) -> Iterator[str]:
    """Yield what was said of it."""
    for field in FIELDS.get(matter, ()):
        if value := answers.get(f"matter.{field}", ""):
            shown = escape(short(value, SHOWN))
            yield words("applications.detail", label=capital(words(f"way.detail.{field}")), value=shown)


def title_of(found: Application, words: Words) -> str:
    """Return what an application is called in one line, not escaped."""
    name = short(found.name, TITLE)
    return name if found.matter == "name" else f"{name} · {words(f'way.matter.{found.matter}')}"


def matter_named(name: str) -> Matter | None:
    """Return the kind that a name stands for, None where it is none that can be begun here."""
    return next((each for each in MATTERS if each == name), None)


def field_open(state: MatterState) -> str:
    """Return the detail that is asked now: one that is said again, else the first that is missing."""
    matter = matter_named(state.matter)
    if matter is None:
        return ""
    if state.asked:
        return state.asked
    return next((each for each in FIELDS[matter] if not state.details.get(each)), "")


def field_words(matter: str, field: str) -> str:
    """Return the key of the question for a detail."""
    return (
        f"applications.ask_detail.{matter}_reason"
        if field == "reason"
        else f"applications.ask_detail.{field}"
    )
