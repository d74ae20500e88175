"""An application as its screens show it: the scheme, what was answered, which place comes next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.changes.applying.checks import OVER, WRITABLE, last_day, scheme, seen_by
from bot.changes.applying.files import FILES
from bot.entities import Application, ApplicationStep, Objection, Proof, Studio
from bot.flows.inputs import AnyInput, SentFile
from bot.flows.screen import Ask, Stale
from bot.flows.taps import Tap
from bot.ports import Desk
from rubrics.application import Spot, row_of, spots, tracks
from rubrics.application_check import Wanted, wanting
from rubrics.form_sums import rows_of
from rubrics.model import Rubric

_AT: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2}\.[0-9]{1,2})?")


@dataclass(frozen=True)
class Paper:
    """One application with everything that was said in it."""

    application: Application
    rubric: Rubric
    studio: Studio | None
    answers: Mapping[str, str]
    pieces: tuple[Proof, ...]
    steps: tuple[ApplicationStep, ...]
    """Its way so far."""
    last_day: str
    album: Proof | None = None
    objections: tuple[Objection, ...] = ()
    """Those that came in while the list was public."""

    @property
    def writable(self) -> bool:
        """Whether it is the applicant's to write on."""
        return self.application.state in WRITABLE

    @property
    def over(self) -> bool:
        """Whether its way has ended."""
        return self.application.state in OVER

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every place from top to bottom."""
        return spots(self.rubric, self.application.track)

    @cached_property
    def wanting(self) -> tuple[Wanted, ...]:
        """What is not as it should be."""
        return tuple(wanting(self.rubric, self.application.track, self.answers))

    def answer(self, spot: Spot) -> str:
        """Return what was said in a place."""
        return self.answers.get(spot.key, "")

    def rows(self, spot: Spot) -> tuple[int, ...]:
        """Return the rows of a table in which anything is written."""
        return rows_of(spot.form, spot.group, self.answers) if spot.form and spot.group else ()

    def said(self, spot: Spot) -> bool:
        """Say whether anything was said in a place."""
        return bool(self.rows(spot)) if spot.table else bool(self.answer(spot))

    def files(self, spot: Spot) -> tuple[Proof, ...]:
        """Return what was sent for a place."""
        listed = self.answers.get(FILES + spot.key, "").split(",")
        return tuple(piece for piece in self.pieces if piece.id in listed)

    def spot(self, at: str) -> Spot:
        """Return the place that a number names, or say that the button is dead."""
        if not _AT.fullmatch(at):
            raise Stale
        numbers = [int(part) for part in at.split(".")]
        if numbers[0] >= len(self.spots):
            raise Stale
        spot = self.spots[numbers[0]]
        if len(numbers) == 1:
            return spot
        row, column = numbers[1:]
        cells = row_of(spot, row) if spot.table and 1 <= row <= max(self.rows(spot), default=0) + 1 else ()
        if column >= len(cells):
            raise Stale
        return cells[column]

    def at(self, key: str) -> str:
        """Return the number of the place that a key names."""
        for number, spot in enumerate(self.spots):
            if spot.key == key:
                return str(number)
            for row in self.rows(spot):
                for column, cell in enumerate(row_of(spot, row)):
                    if cell.key == key:
                        return f"{number}.{row}.{column}"
        raise Stale

    def after(self, at: str, step: int = 1) -> str:
        """Return the next place (or with -1 the one before), empty past either end; a row ends at its table."""
        parts = [int(part) for part in at.split(".")]
        if len(parts) == 1:
            found = parts[0] + step
            return str(found) if 0 <= found < len(self.spots) else ""
        number, row, column = parts
        column += step
        width = len(row_of(self.spots[number], row))
        return f"{number}.{row}.{column}" if 0 <= column < width else str(number)


def paper(desk: Desk, ask: Ask, application: str, given: AnyInput | Tap | None = None) -> Paper:
    """Read an application for whoever may apply for its studio."""
    found = seen_by(desk, ask.who, application)
    rubric = scheme(desk, found)
    album = None
    if isinstance(given, SentFile) and given.album:
        album = desk.proofs.piece_of_album(given.chat, given.album)
    return Paper(
        found,
        rubric,
        desk.studios.get(found.studio),
        desk.applications.answers(found.id),
        desk.proofs.of(found.id),
        desk.applications.steps(found.id),
        last_day(desk, rubric, found.year),
        album if album is not None and album.of == found.id else None,
        desk.applications.objections(found.id),
    )


def track_title(rubric: Rubric, track: str, language: str) -> str:
    """Return what is applied for, in the reader's language; empty where the scheme has one thing only."""
    found = next((each for each in tracks(rubric) if each.id == track), None)
    if found is None:
        return ""
    return (found.title_en if language == "en" else None) or found.title
