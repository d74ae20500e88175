"""A leader put something on the studio's standing file, set it right, or took it out as a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.registers.checks import OUT, check, my_file, my_file_entry, read_all, told_of
from bot.changes.registers.values import REASON, kind_of, packed, said_of, value_of
from bot.changes.registers.voided import standing_steps
from bot.changes.studio_log import stream_of
from bot.entities import FileEntry, FileStep
from bot.entities.standing import EntryKind
from bot.ports import Desk
from bot.problems import Refusal


def made(entry: FileEntry, said: Mapping[str, str]) -> FileEntry:
    """Return an entry with everything that is said of it; days that it has no field for stay."""
    kind = kind_of(entry.kind)
    until = said.get("until", "") if kind.field("until") else entry.until
    own = {"name": said.get("name", ""), "on": said.get("on", ""), "until": until}
    return entry.model_copy(update={**own, "details": packed(said)})


class AddFileEntry(Change):
    """Put an entry on a register; the words are read as an imported row is."""

    name: ClassVar[str] = "add_file_entry"

    entry: str
    """Its id; the second press of the same button adds nothing."""
    studio: str
    kind: EntryKind
    said: dict[str, str]
    """What was said of it, by field."""
    today: str
    """ISO date where the program runs."""

    def _made(self, moment: Moment) -> FileEntry:
        said = read_all(kind_of(self.kind), self.said, date.fromisoformat(self.today))
        blank = FileEntry(
            id=self.entry,
            studio=self.studio,
            kind=self.kind,
            name="",
            on="",
            state="started" if self.kind == "projects" else "",
            by=moment.actor or "",
            at=moment.now,
            changed=moment.now,
        )
        return made(blank, said)

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio; what cannot stand beside what is there is refused."""
        my_file(desk, self.studio, moment)
        known = desk.registers.get(self.entry)
        if known is not None:
            if known.studio != self.studio or known.kind != self.kind:
                raise Refusal("not_yours")
            return
        check(self._made(moment), desk.registers.of_studio(self.studio, self.kind))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it; once stored it is not stored again."""
        known = desk.registers.get(self.entry)
        if known is not None:
            return Told(stream_of(self.studio), {**told_of(known), "again": True})
        entry = self._made(moment)
        words = desk.registers.put(entry, moment.actor)
        return Told(stream_of(self.studio), {**told_of(entry), "words": words})


class EditFileEntry(Change):
    """Set one field of an entry, as it stood when it was seen."""

    name: ClassVar[str] = "edit_file_entry"

    entry: str
    revision: int
    field: str
    text: str
    today: str

    def _after(self, before: FileEntry) -> FileEntry:
        kind = kind_of(before.kind)
        field = kind.field(self.field)
        if field is None:
            raise Refusal("not_yours")
        value = value_of(kind, field, self.text, date.fromisoformat(self.today))
        return made(before, {**said_of(before), field.id: value})

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, on an entry that nobody has changed since."""
        before = my_file_entry(desk, self.entry, self.revision, moment)
        others = desk.registers.of_studio(before.studio, before.kind)
        check(self._after(before), others, standing_steps(desk.registers.steps(before.id)))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it under the next revision."""
        before = my_file_entry(desk, self.entry, self.revision, moment)
        after = self._after(before).model_copy(
            update={"changed": moment.now, "revision": before.revision + 1}
        )
        words = desk.registers.put(after, moment.actor)
        return Told(
            stream_of(before.studio),
            {"before": told_of(before), "after": told_of(after), "field": self.field, "words": words},
        )


class DropFileEntry(Change):
    """Take an entry out that was never so; the reason is needed and kept."""

    name: ClassVar[str] = "drop_file_entry"

    entry: str
    revision: int
    reason: str
    today: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, with a reason."""
        my_file_entry(desk, self.entry, self.revision, moment)
        said = self.reason.strip()
        if not any(char.isalpha() for char in said):
            raise Refusal("register_no_reason")
        if len(said) > REASON:
            raise Refusal("text_long", count=len(said), limit=REASON)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Take it out; what it said stays where the history is kept."""
        found = my_file_entry(desk, self.entry, self.revision, moment)
        step = FileStep(
            entry=found.id,
            place=0,
            name=OUT,
            on=self.today,
            text=self.reason.strip(),
            by=moment.actor or "",
            at=moment.now,
        )
        words = desk.registers.step(step)
        desk.registers.drop(found.id)
        return Told(stream_of(found.studio), {**told_of(found), "words": words})
