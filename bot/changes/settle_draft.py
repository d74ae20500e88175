"""What the program made of a document: it is on disk, it was read, or it cannot be."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from bot.changes.base import Change, Moment, Told
from bot.entities import Draft, DraftCounts, DraftFailure, DraftQuestion
from bot.ports import Desk
from bot.problems import Refusal


class OfProgram(Change):
    """A change that nobody but the program makes, to a draft that waits for it."""

    draft: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Only the program itself, while the draft waits: one that was given up meanwhile stays so."""
        if moment.person is not None:
            raise Refusal("not_yours")
        self._waiting(desk)

    def _waiting(self, desk: Desk) -> Draft:
        found = desk.drafts.get(self.draft)
        if found is None or found.state != "waiting":
            raise Refusal("draft_gone")
        return found


class StoreDocument(OfProgram):
    """The document is on disk; it is to be read."""

    name: ClassVar[str] = "store_document"

    sha256: str
    size: int

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep its hash and ask for it to be read."""
        found = self._waiting(desk)
        desk.drafts.put(found.model_copy(update={"sha256": self.sha256, "size": self.size}))
        desk.jobs.add("draft", self.draft, {}, moment.now)
        return Told(self.draft, {"sha256": self.sha256, "size": self.size})


class OpenDraft(OfProgram):
    """The document was read: the draft waits for answers, and takes the place of the one that it corrects."""

    name: ClassVar[str] = "open_draft"

    sha256: str
    text: str
    questions: tuple[DraftQuestion, ...] = ()
    counts: DraftCounts

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Only the program itself, and only while what it corrects is still open."""
        super().allow(desk, moment)
        replaced = self._waiting(desk).replaces
        before = desk.drafts.get(replaced) if replaced else None
        if before is not None and before.state != "open":
            raise Refusal("draft_gone")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store the text and the questions."""
        found = self._waiting(desk)
        read = {
            "state": "open",
            "sha256": self.sha256,
            "original": self.text,
            "text": self.text,
            "questions": self.questions,
            "counts": self.counts,
            "changed": moment.now,
        }
        desk.drafts.put(found.model_copy(update=read))
        before = desk.drafts.get(found.replaces) if found.replaces else None
        if before is not None:
            desk.drafts.put(before.model_copy(update={"state": "replaced", "changed": moment.now}))
        asked = [each.id for each in self.questions]
        return Told(self.draft, {"sha256": self.sha256, "questions": asked, **self.counts.model_dump()})


class FailDraft(OfProgram):
    """The document cannot be had, or there is no draft in it."""

    name: ClassVar[str] = "fail_draft"

    code: str
    params: dict[str, Any] = Field(default_factory=dict)
    lines: tuple[str, ...] = ()
    """What is wrong with a corrected draft, line by line, in its sender's language."""
    listing: str | None = None
    """SHA-256 of all of it as a file, where it is more than a message takes."""

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Close it; what it was to correct stays as it is."""
        found = self._waiting(desk)
        failure = DraftFailure(code=self.code, params=self.params)
        desk.drafts.put(
            found.model_copy(update={"state": "failed", "failure": failure, "changed": moment.now})
        )
        return Told(self.draft, {"code": self.code})
