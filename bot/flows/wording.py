"""Problems of rubric files and drafts in words: codes among their parameters become words too.

The command line and the chat say the same things with it; it knows neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.texts import Words
from rubrics.draft.document import Spot

_LETTERS: Final = 26

_CODED: Final = {
    "draft_unread": {"why": "cli.draft.why."},
    "draft_read_as": {"how": "cli.draft.how."},
    "draft_field_missing": {"field": "cli.draft.field."},
    "draft_field_found": {"field": "cli.draft.field."},
    "document_kind": {"found": "cli.draft.found."},
}
"""Parameters that are codes themselves, with the beginning of their texts' keys."""


def worded(speak: Words, code: str, params: Mapping[str, object]) -> str:
    """Return a problem in words; an empty list among its parameters says so."""
    shown = {name: speak("cli.none") if value == () else value for name, value in params.items()}
    if code == "field_wrong":
        shown["wanted"] = speak(f"cli.wanted.{shown['wanted']}")
    if code == "sheet_unreadable":
        shown["why"] = speak(f"cli.unreadable.{shown['why']}")
    if code == "draft_field_found" and shown["field"] == "periods":
        shown["value"] = periods(speak, str(shown["value"]))
    if isinstance(guess := shown.get("probable"), str):
        shown["probable"] = probable(speak, guess)
    for name, table in _CODED.get(code, {}).items():
        shown[name] = speak(f"{table}{shown[name]}")
    if shown.get("item") == "" and code.startswith("draft_"):
        shown["item"] = speak("cli.draft.outside")
    return speak(f"problem.{code}", **shown)


def probable(speak: Words, line: str) -> str:
    """Return a line of entry that would be right, with the word for a condition that is met as the reader says it."""
    return f"{line.removesuffix('met')}{speak('entry.met')}" if line.endswith(" met") else line


def periods(speak: Words, listed: str) -> str:
    """Return kinds of periods, as a draft lists them, in words."""
    kinds = [each.strip() for each in listed.split(",")]
    return speak("cli.draft.listed", kinds=tuple(speak(f"cli.kind.{kind}") for kind in kinds if kind))


def place(spot: Spot, speak: Words) -> str:
    """Return a place in a document as a person finds it."""
    if spot.sheet:
        return f"{spot.sheet}!{_letters(spot.column)}{spot.row}"
    if spot.table:
        return speak("cli.draft.place.table", table=spot.table, row=spot.row, column=spot.column)
    return speak("cli.draft.place.line", line=spot.line)


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
