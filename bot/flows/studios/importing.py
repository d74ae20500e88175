"""A list of studios that was sent as Excel: what it would change, every mistake, and the press that writes it."""

from __future__ import annotations

from typing import ClassVar

from bot.changes import ImportStudios
from bot.changes.receive_upload import Kind
from bot.changes.studio_rows import Entry, Planned, planned
from bot.changes.upload_table import Table
from bot.entities import Upload
from bot.flows.html import escape, short
from bot.flows.outputs import Face, Say
from bot.flows.screen import Ask, Go, Stale, Step
from bot.flows.studios.fields import field_name
from bot.flows.studios.states import IMPORT, IMPORT_SCREEN, LIST, LIST_SCREEN, StudiosState
from bot.flows.taps import Tap
from bot.flows.uploads.trial import Trial, face, mistakes
from bot.flows.uploads.uploaded import Uploaded, UploadedScreen
from bot.flows.uploads.wrong import wrong_line
from bot.ports import Desk
from bot.texts import Words

LABEL = 30


class StudioImportScreen(UploadedScreen):
    """The trial of an import."""

    name: ClassVar[str] = IMPORT_SCREEN
    code: ClassVar[str] = IMPORT
    kind: ClassVar[Kind] = "studios"
    back: ClassVar[tuple[str, str]] = (LIST, "o")
    left: ClassVar[Go] = Go(LIST_SCREEN, StudiosState())

    def found(self, desk: Desk, ask: Ask, upload: Upload) -> tuple[Table, Planned]:
        """Work the list out against the studios as they are now."""
        table = Table.model_validate_json(upload.result)
        return table, planned(desk, ask.who, table)

    def says(self, view: Uploaded, ask: Ask) -> Face:
        """Say what is new, changed and the same, or every mistake."""
        words = ask.words
        table, plan = view.found
        lines = [self.head(view, ask)]
        if plan.problems:
            lines.append(words("import.wrong", count=len(plan.problems)))
            listed = [wrong_line(each, words) for each in plan.problems]
        else:
            lines.append(words("import.counts", **counts(plan)))
            listed = [entry_line(each, words) for each in (*plan.new, *plan.changed)]
            lines.append(words("import.check" if listed else "import.nothing"))
        if table.ignored:
            lines.append(
                words("import.ignored", columns=tuple(escape(short(each, LABEL)) for each in table.ignored))
            )
        count = len(plan.new) + len(plan.changed)
        go = words("import.button.go", count=count) if count else ""
        shown = Trial(lines, listed, bool(plan.problems), go, plan.digest)
        return face(shown, self.code, view.upload, view.state.page, self.give_up(view, ask), words)

    def press(self, view: Uploaded, given: Tap, ask: Ask) -> Step:
        """Write it as it was shown; what is not so any more is shown anew."""
        if view.found is None:
            raise Stale
        _, plan = view.found
        if given.verb == "f" and plan.problems:
            return mistakes(view.upload.id, ask)
        if given.verb != "y":
            raise Stale
        change = ImportStudios(upload=view.upload.id, digest=given.arg(1))
        done = Say(ask.words("import.done", **counts(plan)))
        return Step((change,), go=self.left, say=(done,), fresh=True)

    def listing(self, desk: Desk, ask: Ask, upload: Upload) -> str:
        """Return every mistake as a plain text."""
        _, plan = self.found(desk, ask, upload)
        return "\n".join(wrong_line(each, ask.words, html=False) for each in plan.problems)


def counts(plan: Planned) -> dict[str, int]:
    """Return the three figures of a plan."""
    return {"new": len(plan.new), "changed": len(plan.changed), "same": plan.same}


def entry_line(entry: Entry, words: Words) -> str:
    """Return what would become of one row."""
    name = escape(short(entry.after.name, LABEL))
    if entry.before is None:
        return words("import.new", row=entry.row, name=name, unit=escape(short(entry.after.unit, LABEL)))
    fields = tuple(dict.fromkeys(field_name(each, words) for each in entry.changed))
    return words("import.changed", row=entry.row, name=name, fields=fields)
