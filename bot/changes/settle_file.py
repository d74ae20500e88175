"""A file that Telegram holds was fetched, or cannot be had."""

from __future__ import annotations

from typing import ClassVar, Literal

from bot.changes.base import Change, Moment, Told
from bot.changes.sign import seal_if_complete
from bot.changes.studio_log import stream_of
from bot.ports import Desk
from bot.problems import Refusal


class SettleFile(Change):
    """Keep the file's hash or why it is missing; with the last one the seal follows."""

    name: ClassVar[str] = "settle_file"

    file: str
    state: Literal["stored", "failed"]
    sha256: str | None = None
    size: int | None = None
    failure: str | None = None

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Only the program itself."""
        if moment.person is not None:
            raise Refusal("not_yours")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Mark the file."""
        studio = desk.proofs.settle(self.file, self.state, self.sha256, self.size, self.failure)
        if studio is not None:
            return Told(stream_of(studio), self._told())
        assessment = desk.files.settle(self.file, self.state, self.sha256, self.size, self.failure)
        found = desk.visits.assessment(assessment) if assessment else None
        if found is None:
            return Told("files", {"file": self.file, "state": self.state})
        return Told(found.visit.id, self._told())

    def _told(self) -> dict[str, str | None]:
        return {"file": self.file, "state": self.state, "sha256": self.sha256, "failure": self.failure}

    def follow(self, desk: Desk, moment: Moment) -> None:
        """Seal a signed assessment whose last file this was."""
        piece = desk.files.piece_of_file(self.file)
        found = desk.visits.assessment(piece.assessment) if piece else None
        if found is not None:
            seal_if_complete(desk, found, moment)
