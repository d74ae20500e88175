"""The trial of a workbook: what it would do or every mistake, leafed through, with the button that writes it.

Reading, lines and figures are the kind's own; here is only the shape that kinds have in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.entities import Upload
from bot.flows.outputs import Button, Face, Rows
from bot.flows.screen import Ask, Step
from bot.flows.taps import pack
from bot.texts import Words

LINES: Final = 12
"""Lines of one page."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What is shown of a workbook that was read."""

    head: Sequence[str]
    listed: Sequence[str]
    """A line for each row that would change, or for each mistake."""
    wrong: bool
    """Whether these are mistakes."""
    go: str = ""
    """Label of the button that writes it; empty where there is nothing to write, or not yet."""
    digest: str = ""
    foot: Sequence[str] = ()


def face(trial: Trial, code: str, upload: Upload, page: int, last: Button, words: Words) -> Face:
    """Return a page of a trial; `last` is the button below all others."""
    pages = max(1, -(-len(trial.listed) // LINES))
    page = min(page, pages - 1)
    lines = [*trial.head]
    if trial.listed:
        lines += ["", *trial.listed[page * LINES : (page + 1) * LINES]]
    if pages > 1:
        lines.append(words("import.page", page=page + 1, pages=pages))
    if trial.foot:
        lines += ["", *trial.foot]
    return Face("\n".join(lines), (*_keys(trial, code, upload.id, (page, pages), words), (last,)))


def _keys(trial: Trial, code: str, upload: str, where: tuple[int, int], words: Words) -> Rows:
    page, pages = where
    moves = []
    if page:
        moves.append(Button(words("button.page_back"), pack(code, "g", upload, page - 1)))
    if page + 1 < pages:
        moves.append(Button(words("button.page_on"), pack(code, "g", upload, page + 1)))
    keys: list[tuple[Button, ...]] = [tuple(moves)] if moves else []
    if trial.wrong and pages > 1:
        keys.append((Button(words("import.button.file"), pack(code, "f", upload)),))
    if trial.go and not trial.wrong:
        keys.append((Button(trial.go, pack(code, "y", upload, trial.digest)),))
    return tuple(keys)


def mistakes(upload: str, ask: Ask) -> Step:
    """Return the step that sends every mistake as a file."""
    return Step(job=("upload", f"!{upload}"), toast=ask.words("import.coming"), stay=True)
