"""A coordinator sent an official document, pasted one, or sent a corrected draft."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.drafting import coordinator, draft_of, open_draft
from bot.entities import Draft
from bot.entities.draft import DraftKind
from bot.ports import Desk
from bot.problems import Refusal

LONGEST_PASTE = 200_000
"""Characters of a pasted document."""


class ReceiveDraft(Change):
    """Keep what was sent; a file is fetched and read in the background, a paste once it is complete."""

    name: ClassVar[str] = "receive_draft"

    draft: str
    kind: DraftKind
    chat: int
    file_name: str = ""
    file_id: str = ""
    unique_id: str = ""
    size: int | None = None
    pasted: str = ""
    rubric: str = ""
    """Of which it is to be a new version, where that is known."""
    replaces: str | None = None
    """The draft that it corrects."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators with no other draft on their hands."""
        who = coordinator(moment)
        if self.replaces is not None:
            open_draft(desk, self.replaces, moment)
        for line in desk.drafts.active():
            if line.person == who.id and line.id != self.replaces:
                raise Refusal("draft_open", name=line.name or "…")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it and ask for the file."""
        made = Draft(
            id=self.draft,
            state="collecting" if self.kind == "text" else "waiting",
            kind=self.kind,
            person=moment.actor or "",
            chat=self.chat,
            name=self.file_name,
            file_id=self.file_id,
            unique_id=self.unique_id,
            size=self.size,
            pasted=self.pasted,
            rubric=self.rubric,
            replaces=self.replaces,
            added=moment.now,
            changed=moment.now,
        )
        desk.drafts.put(made)
        if self.kind != "text":
            desk.jobs.add("fetch", self.draft, {}, moment.now)
        return Told(
            self.draft,
            {
                "kind": self.kind,
                "unique": self.unique_id,
                "size": self.size,
                "rubric": self.rubric,
                "replaces": self.replaces,
            },
        )


class PasteDraft(Change):
    """One more piece of a document that is pasted; Telegram cuts long texts into several messages."""

    name: ClassVar[str] = "paste_draft"

    draft: str
    text: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators, while the paste is being collected and not too long."""
        found = _collecting(desk, self.draft, moment)
        count = len(found.pasted) + len(self.text)
        if count > LONGEST_PASTE:
            raise Refusal("paste_long", count=count, limit=LONGEST_PASTE)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Put it at the end."""
        found = _collecting(desk, self.draft, moment)
        pasted = f"{found.pasted}\n{self.text}"
        desk.drafts.put(found.model_copy(update={"pasted": pasted, "changed": moment.now}))
        return Told(self.draft, {"length": len(pasted)})


class ReadPaste(Change):
    """The paste is complete and is to be read."""

    name: ClassVar[str] = "read_paste"

    draft: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators, while the paste is being collected."""
        _collecting(desk, self.draft, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Ask for it to be read."""
        found = _collecting(desk, self.draft, moment)
        desk.drafts.put(found.model_copy(update={"state": "waiting", "changed": moment.now}))
        desk.jobs.add("draft", self.draft, {}, moment.now)
        return Told(self.draft, {"length": len(found.pasted)})


class DropDraft(Change):
    """A coordinator gave a draft up; the document and what was answered stay stored."""

    name: ClassVar[str] = "drop_draft"

    draft: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators, while something can still become of it."""
        found = draft_of(desk, self.draft, moment)
        if not found.active:
            open_draft(desk, self.draft, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Close it."""
        found = draft_of(desk, self.draft, moment)
        closed = {"state": "dropped", "changed": moment.now, "closed_by": moment.actor}
        desk.drafts.put(found.model_copy(update=closed))
        return Told(self.draft, {"before": found.state})


def _collecting(desk: Desk, draft: str, moment: Moment) -> Draft:
    found = draft_of(desk, draft, moment)
    if found.state != "collecting":
        open_draft(desk, draft, moment)
        raise Refusal("draft_gone")
    return found
