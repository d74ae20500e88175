"""A file came in for one place of an application: a new piece, or one more part of an album."""

from __future__ import annotations

from typing import ClassVar, Final

from bot.changes.applying.checks import my_application, spot_of, touched
from bot.changes.base import Moment
from bot.changes.keep_proof import ExtendProofAlbum, KeepProof, sent_for
from bot.entities import Proof
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


class AttachToAnswer(KeepProof):
    """Keep a file for a place of an application; it is fetched in the background."""

    name: ClassVar[str] = "attach_to_answer"
    about: ClassVar[str] = "application"

    application: str
    key: str

    def owner(self, desk: Desk, moment: Moment) -> tuple[str, str]:
        """People of the studio, where papers belong."""
        found = my_application(desk, self.application, moment)
        spot = spot_of(desk, found, self.key)
        if not takes_files(spot):
            link = spot.field is not None and spot.field.kind == "link"
            figure = spot.field is not None and spot.field.kind in {"number", "money"}
            code = "apply_link_only" if link else "apply_figure_only" if figure else "apply_no_file"
            raise Refusal(code, label=spot.field.label if spot.field else "")
        return found.id, found.studio

    def kept(self, desk: Desk, piece: Proof, moment: Moment) -> dict[str, str]:
        """Store with the place that the piece belongs there."""
        found = my_application(desk, self.application, moment)
        key = FILES + self.key
        before = desk.applications.answers(found.id).get(key, "")
        listed = ",".join(each for each in (before, piece.id) if each)
        desk.applications.answer(found.id, key, listed, moment.actor or "", moment.now)
        touched(desk, found, moment)
        return {"key": self.key}


class ExtendAnswerAlbum(ExtendProofAlbum):
    """One more part of an album that is a piece already."""

    name: ClassVar[str] = "extend_answer_album"
    about: ClassVar[str] = "application"

    application: str

    def mine(self, desk: Desk, piece: Proof, moment: Moment) -> None:
        """People of the studio."""
        sent_for(self.application, piece)
        my_application(desk, self.application, moment)
