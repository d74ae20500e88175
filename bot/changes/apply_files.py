"""A file came in for one place of an application: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar, Final

from bot.changes.apply_checks import my_application, spot_of, touched
from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import stream_of
from bot.entities import Application, FileRef, Proof
from bot.entities.evidence import Kind
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import Spot

FILES: Final = "files."
"""What the key of a place's files begins with; they are kept as the ids of their pieces."""


def takes_files(spot: Spot) -> bool:
    """Say whether papers belong to a place: to conditions, tables and prose, not to a figure or a name."""
    if spot.row:
        return False
    return spot.field is None or spot.field.kind == "longtext"


class AttachToAnswer(Change):
    """Keep a file for a place of an application; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_answer"

    application: str
    key: str
    kind: Kind
    file: FileRef
    caption: str = ""
    chat: int
    album: str | None = None
    received: int
    """When Telegram received it, ms."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """People of the studio, where papers belong."""
        spot = spot_of(desk, my_application(desk, self.application, moment), self.key)
        if not takes_files(spot):
            raise Refusal("apply_no_file", label=spot.field.label if spot.field else "")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the piece, and with the place that it belongs there."""
        found = my_application(desk, self.application, moment)
        piece = Proof(
            id=moment.mint(),
            of=found.id,
            studio=found.studio,
            kind=self.kind,
            number=0,
            files=(self.file,),
            caption=self.caption,
            by=moment.actor or "",
            at=self.received,
        )
        digest = desk.proofs.attach(piece, chat=self.chat, album=self.album)
        key = FILES + self.key
        before = desk.applications.answers(found.id).get(key, "")
        listed = ",".join(each for each in (before, piece.id) if each)
        desk.applications.answer(found.id, key, listed, moment.actor or "", moment.now)
        touched(desk, found, moment)
        told = {"application": found.id, "key": self.key, "piece": piece.id, "kind": self.kind}
        file = {"unique": self.file.unique_id, "size": self.file.size, "words": digest}
        return Told(stream_of(found.studio), {**told, **file})


class ExtendAnswerAlbum(Change):
    """One more part of an album that is a piece already."""

    name: ClassVar[str] = "extend_answer_album"

    application: str
    piece: str
    file: FileRef

    def _found(self, desk: Desk, moment: Moment) -> Application:
        piece = desk.proofs.piece(self.piece)
        if piece is None or piece.of != self.application:
            raise Refusal("not_yours")
        return my_application(desk, self.application, moment)

    def allow(self, desk: Desk, moment: Moment) -> None:
        """People of the studio."""
        self._found(desk, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the part and ask for its file."""
        found = self._found(desk, moment)
        desk.proofs.extend(self.piece, self.file, moment.now)
        told = {"application": found.id, "piece": self.piece, "file": self.file.id}
        return Told(stream_of(found.studio), {**told, "unique": self.file.unique_id, "size": self.file.size})
