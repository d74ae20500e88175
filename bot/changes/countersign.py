"""A member signed a joint sheet that others have still to sign; what is changed afterwards undoes the signature."""

from __future__ import annotations

from typing import ClassVar, Literal

from bot.changes.ballots import panel_of
from bot.changes.base import Change, Moment, Told
from bot.changes.group import group_stream, lapsed, several
from bot.changes.sign import digest, role_of, signable
from bot.entities import Assessment, Countersign
from bot.ports import Desk
from bot.problems import Refusal


class SignWithOthers(Change):
    """Keep a signature; the sheet is closed with the last one, which is another change."""

    name: ClassVar[str] = "countersign"

    assessment: str
    digest: str
    """The 校验码 that the signer was shown."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Members of a joint sheet, when every item was looked at and nothing moved since the summary."""
        found = signable(desk, self.assessment, self.digest, moment)
        if not several(found) or panel_of(desk, found) is not None:
            raise Refusal("sheet_changed")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it."""
        found = signable(desk, self.assessment, self.digest, moment)
        person = moment.person
        if person is None:
            raise Refusal("not_yours")
        role: Literal["head", "member"] = "head" if role_of(desk, found, person.id) == "head" else "member"
        desk.panels.countersign(
            Countersign(
                assessment=found.id,
                person=person.id,
                name=person.name,
                role=role,
                at=moment.now,
                digest=self.digest,
            )
        )
        return Told(group_stream(found.visit.id), {"assessment": found.id, "digest": self.digest})


class VoidSignatures(Change):
    """Take out the signatures under a sheet that was changed since."""

    name: ClassVar[str] = "void_signatures"

    assessment: str

    def _void(self, desk: Desk) -> tuple[Assessment, tuple[Countersign, ...]]:
        found = desk.visits.assessment(self.assessment)
        gone = lapsed(desk, found, digest(desk, found)) if found and found.state == "open" else ()
        if found is None or not gone:
            raise Refusal("sheet_changed")
        return found, gone

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever changed the sheet: it follows from what was done."""
        self._void(desk)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Take them out."""
        found, gone = self._void(desk)
        desk.panels.clear_countersigns(found.id)
        return Told(
            group_stream(found.visit.id),
            {"assessment": found.id, "signed": [[each.person, each.digest] for each in gone]},
        )
