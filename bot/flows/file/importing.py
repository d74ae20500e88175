"""A workbook of registers that was sent: what it would change, every mistake, and the press that writes it."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.receive_upload import Kind
from bot.changes.registers.import_workbook import ImportRegisters
from bot.changes.registers.rows import FileRow, PlannedFile, planned_file
from bot.changes.registers.step_rows import STEPS, StepRow
from bot.changes.registers.values import kind_of
from bot.changes.upload_table import Wrong
from bot.entities import Upload
from bot.flows.file.faces import step_words
from bot.flows.file.states import IMPORT, IMPORT_SCREEN, LIST, LIST_SCREEN, FileState
from bot.flows.html import escape, short
from bot.flows.month.mine import today
from bot.flows.outputs import Face, Say
from bot.flows.refusals import spoken
from bot.flows.screen import Ask, Go, Stale, Step
from bot.flows.taps import Tap
from bot.flows.uploads.trial import Trial, face, mistakes
from bot.flows.uploads.uploaded import Uploaded, UploadedScreen
from bot.flows.uploads.wrong import wrong_line
from bot.ports import Desk
from bot.texts import Words

NAME = 30
TOLD = 40


class FileImportScreen(UploadedScreen):
    """The trial of an import."""

    name: ClassVar[str] = IMPORT_SCREEN
    code: ClassVar[str] = IMPORT
    kind: ClassVar[Kind] = "registers"
    back: ClassVar[tuple[str, str]] = (LIST, "o")
    left: ClassVar[Go] = Go(LIST_SCREEN, FileState())

    def found(self, desk: Desk, ask: Ask, upload: Upload) -> PlannedFile:
        """Work it out against the file as it is now."""
        return planned_file(desk, ask.who, upload.result, today(ask))

    def says(self, view: Uploaded, ask: Ask) -> Face:
        """Say what is new, changed and the same, or every mistake."""
        words = ask.words
        plan: PlannedFile = view.found
        lines = [self.head(view, ask)]
        if plan.problems:
            lines.append(words("import.wrong", count=len(plan.problems)))
            listed = [problem_line(*each, words) for each in plan.problems]
        else:
            listed = [row_line(each, words) for each in (*plan.new, *plan.changed)]
            listed += [step_line(each, words) for each in plan.steps]
            lines.append(words("import.counts", new=len(plan.new), changed=len(plan.changed), same=plan.same))
            lines += _steps(plan, words)
            lines.append(words("import.check" if listed else "file.import.nothing"))
        count = len(plan.new) + len(plan.changed) + len(plan.steps)
        go = words("file.import.go", count=count) if count else ""
        shown = Trial(lines, listed, bool(plan.problems), go, plan.digest)
        return face(shown, self.code, view.upload, view.state.page, self.give_up(view, ask), words)

    def press(self, view: Uploaded, given: Tap, ask: Ask) -> Step:
        """Write it as it was shown; what is not so any more is shown anew."""
        plan: PlannedFile | None = view.found
        if plan is None:
            raise Stale
        if given.verb == "f" and plan.problems:
            return mistakes(view.upload.id, ask)
        if given.verb != "y":
            raise Stale
        change = ImportRegisters(upload=view.upload.id, digest=given.arg(1), today=today(ask).isoformat())
        figures = {"new": len(plan.new), "changed": len(plan.changed), "same": plan.same}
        done = "\n".join([ask.words("import.done", **figures), *_steps(plan, ask.words)])
        return Step((change,), go=self.left, say=(Say(done),), fresh=True)

    def listing(self, desk: Desk, ask: Ask, upload: Upload) -> str:
        """Return every mistake as a plain text."""
        plan = self.found(desk, ask, upload)
        return "\n".join(problem_line(*each, ask.words, html=False) for each in plan.problems)


def problem_line(kind: str, wrong: Wrong, words: Words, *, html: bool = True) -> str:
    """Return one mistake: in which register, where, what is wrong, what to write."""
    if not kind:
        return spoken(words, wrong.code, wrong.params, html=html)
    tab = words("file.book.tab_steps" if kind == STEPS else f"file.kind.{kind}")
    return f"{tab} · {wrong_line(wrong, words, html=html)}"


def row_line(row: FileRow, words: Words) -> str:
    """Return what would become of one row."""
    name, kind = escape(short(row.after.name, NAME)), words(f"file.kind.{row.kind.id}")
    if row.before is None:
        return words("file.import.new", kind=kind, row=row.row, name=name)
    fields = tuple(words(f"file.field.{row.kind.id}.{each}") for each in row.changed)
    return words("file.import.changed", kind=kind, row=row.row, name=name, fields=fields)


def step_line(row: StepRow, words: Words) -> str:
    """Return what would become of one row of the sheet of steps."""
    kind, name = kind_of(row.entry.kind), escape(short(row.entry.name, NAME))
    out = escape(short(step_words(kind, row.out, words), TOLD)) if row.out else ""
    step = escape(short(step_words(kind, row.step, words), TOLD)) if row.step else ""
    if out and step:
        return words("file.import.step_changed", row=row.row, name=name, before=out, step=step)
    return words(f"file.import.step_{'out' if out else 'new'}", row=row.row, name=name, step=out or step)


def _steps(plan: PlannedFile, words: Words) -> list[str]:
    """Return how much the sheet of steps would change, nothing where it changes nothing."""
    if not plan.steps:
        return []
    changed = sum(1 for each in plan.steps if each.out and each.step)
    out = sum(1 for each in plan.steps if each.out and not each.step)
    return [words("file.import.steps", new=len(plan.steps) - changed - out, changed=changed, out=out)]
