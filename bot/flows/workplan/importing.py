"""A workbook of plans that was sent: what it would change, every mistake, and the press that writes it.

What changes an accepted plan needs a reason, which is asked here. A workbook that is none of ours can be kept as a file
of the plan for which it was sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from bot.changes import ImportPlanTasks
from bot.changes.receive_upload import Kind
from bot.changes.upload_table import Wrong
from bot.changes.work_plan.checks import reason_of
from bot.changes.work_plan.files import AttachToWorkPlan
from bot.changes.work_plan.rows import PlannedSheet, PlannedTasks, planned_tasks, sent_for
from bot.changes.work_plan.sheet_rows import SheetRow
from bot.changes.work_plan.state import EVERY
from bot.changes.work_plan.writing import BeginWorkPlan
from bot.entities import FileRef, Upload
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face, Say
from bot.flows.refusals import spoken
from bot.flows.screen import Ask, Go, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.uploads.kinds import UploadState
from bot.flows.uploads.trial import Trial, face, mistakes
from bot.flows.uploads.uploaded import Uploaded, UploadedScreen
from bot.flows.uploads.wrong import wrong_line
from bot.flows.workplan.entering import base
from bot.flows.workplan.faces import APART, period_name
from bot.flows.workplan.states import (
    IMPORT,
    IMPORT_SCREEN,
    LIST,
    LIST_SCREEN,
    PLAN_SCREEN,
    OnePlanState,
    PlansState,
)
from bot.ports import Desk
from bot.texts import Words
from rubrics.periods import Period

NAME = 30
NAMED = 5
"""Tasks that are named in one line."""
ROWS = 8


class PlanImportScreen(UploadedScreen):
    """The trial of an import."""

    name: ClassVar[str] = IMPORT_SCREEN
    code: ClassVar[str] = IMPORT
    kind: ClassVar[Kind] = "plans"
    back: ClassVar[tuple[str, str]] = (LIST, "o")
    left: ClassVar[Go] = Go(LIST_SCREEN, PlansState())

    def load(self, desk: Desk, ask: Ask, state: UploadState, given: AnyInput | Tap | None) -> Uploaded:
        """Read one's own upload, and the plan for which it was sent."""
        view = super().load(desk, ask, state, given)
        studio, _, period = sent_for(view.about)
        plan = desk.work_plans.at(studio, EVERY, period, "plan") if period else None
        return replace(view, whose=(studio, period, plan.id if plan is not None else ""))

    def found(self, desk: Desk, ask: Ask, upload: Upload) -> PlannedTasks:
        """Work it out against the plans as they are now."""
        return planned_tasks(desk, ask.who, upload, today(ask))

    # -- what is shown ----------------------------------------------------------------------------

    def show(self, view: Uploaded, ask: Ask) -> Face:
        """Offer to keep as a file what cannot be read as a table."""
        shown = super().show(view, ask)
        if view.upload.state != "failed" or not view.whose[1]:
            return shown
        return Face(shown.text, (self._keep(view, ask), *shown.rows))

    def says(self, view: Uploaded, ask: Ask) -> Face:
        """Say what is new, changed and the same, or every mistake."""
        words, said = ask.words, view.state.said
        plan: PlannedTasks = view.found
        head, foot = [self.head(view, ask), *_whose(plan, words)], list(_notes(plan, words))
        if plan.problems:
            head.append(words("import.wrong", count=len(plan.problems)))
            listed, go, foot = [problem_line(*each, words) for each in plan.problems], "", []
        else:
            head.append(words("import.counts", new=plan.new, changed=plan.changed, same=plan.same))
            listed, count = list(_changes(plan, words)), plan.new + plan.changed
            head.append(words("import.check" if count else "workplan.import.nothing"))
            go = words("workplan.import.go", count=count) if count and (said or not plan.reasoned) else ""
            if plan.reasoned:
                foot.append(words("workplan.import.reason", reason=escape(said)) if said else _asked(words))
        trial = Trial(head, listed, bool(plan.problems), go, plan.digest, foot)
        return face(trial, IMPORT, view.upload, view.state.page, self.give_up(view, ask), words)

    def _keep(self, view: Uploaded, ask: Ask) -> tuple[Button, ...]:
        return (Button(ask.words("workplan.import.keep"), pack(IMPORT, "k", view.upload.id)),)

    # -- what is done -----------------------------------------------------------------------------

    def take(self, view: Uploaded, given: AnyInput | Tap, ask: Ask) -> Step:
        """Take the reason that is asked for; afterwards one stands where the workbook was sent."""
        plan: PlannedTasks | None = view.found
        if isinstance(given, Said) and plan is not None and plan.reasoned and not plan.problems:
            said = UploadState(upload=view.upload.id, page=view.state.page, said=reason_of(given.text))
            return Step(go=Go(self.name, said), fresh=True)
        step = super().take(view, given, ask)
        if isinstance(given, Tap) and given.verb == "x":
            return replace(step, go=self._home(view))
        if isinstance(given, Tap) and given.verb in {"o", "g"} and isinstance(step.go, Go):
            state = UploadState.model_validate({**step.go.state.model_dump(), "said": view.state.said})
            return replace(step, go=Go(self.name, state))
        return step

    def press(self, view: Uploaded, given: Tap, ask: Ask) -> Step:
        """Write it as it was shown; what is not so any more is shown anew."""
        if given.verb == "k" and view.upload.state == "failed" and view.whose[1]:
            return self._kept(view, ask)
        plan: PlannedTasks | None = view.found
        if plan is None:
            raise Stale
        if given.verb == "f" and plan.problems:
            return mistakes(view.upload.id, ask)
        if given.verb != "y":
            raise Stale
        change = ImportPlanTasks(
            upload=view.upload.id, digest=given.arg(1), reason=view.state.said, today=today(ask).isoformat()
        )
        done = ask.words("import.done", new=plan.new, changed=plan.changed, same=plan.same)
        return Step((change,), go=self._home(view), say=(Say(done),), fresh=True)

    def _kept(self, view: Uploaded, ask: Ask) -> Step:
        """Keep the workbook as a file of the plan, which is begun by it where it is not."""
        upload, (studio, period, plan) = view.upload, view.whose
        fields = base(plan or ask.mint(), studio, period, ask)
        begin = () if plan else (BeginWorkPlan.model_validate(fields),)
        file = FileRef(
            id=ask.mint(),
            kind="document",
            file_id=upload.file_id,
            unique_id=upload.unique_id,
            name=upload.name,
            size=upload.size,
        )
        keep = AttachToWorkPlan(
            of=str(fields["plan"]), kind="document", file=file, chat=upload.chat, received=upload.added
        )
        return Step((*begin, keep), go=self._home(view), toast=ask.words("workplan.import.kept"))

    def _home(self, view: Uploaded) -> Go:
        studio, period, _ = view.whose
        plan: PlannedTasks | None = view.found
        touched = [each.period for each in plan.sheets if each.new or each.changed] if plan else []
        if not studio and plan is not None and plan.studio is not None:
            studio = plan.studio.id
        period = period or (touched[0] if len(touched) == 1 else "")
        if studio and period:
            return Go(PLAN_SCREEN, OnePlanState(studio=studio, period=period))
        return Go(LIST_SCREEN, PlansState(studio=studio, year=plan.year if plan is not None else 0))

    def listing(self, desk: Desk, ask: Ask, upload: Upload) -> str:
        """Return every mistake as a plain text."""
        plan = self.found(desk, ask, upload)
        return "\n".join(problem_line(*each, ask.words, html=False) for each in plan.problems)


def problem_line(period: str, wrong: Wrong, words: Words, *, html: bool = True) -> str:
    """Return one mistake: in which plan, where, what is wrong, what to write."""
    plan = f"{_plan(period, words)}{APART}" if period else ""
    if wrong.row:
        return plan + wrong_line(wrong, words, html=html)
    return plan + spoken(words, wrong.code, wrong.params, html=html)


def _plan(period: str, words: Words) -> str:
    return period_name(Period.parse(period), words)


def _whose(plan: PlannedTasks, words: Words) -> Iterator[str]:
    if plan.studio is not None:
        yield words("workplan.head", year=plan.year, studio=escape(short(plan.studio.name, NAME)))


def _changes(plan: PlannedTasks, words: Words) -> Iterator[str]:
    for sheet in plan.sheets:
        name = _plan(sheet.period, words)
        yield from (_row("new", name, each, words) for each in sheet.new)
        yield from (_row("changed", name, each, words) for each in sheet.changed)


def _row(what: str, plan: str, row: SheetRow, words: Words) -> str:
    """Return what would become of one row; of a changed one what it was and what it would be."""
    after, before = row.after, row.before
    parts = (after.title, after.due, after.owner)
    if before is None:
        said = APART.join(escape(short(each, NAME)) for each in parts if each)
        return words(f"workplan.import.{what}", plan=plan, row=row.row, task=said)
    pairs = zip((before.title, before.due, before.owner), parts, strict=True)
    said = APART.join(
        words(
            "workplan.import.from_to",
            old=escape(short(old, NAME)) or "–",
            new=escape(short(new, NAME)) or "–",
        )
        for old, new in pairs
        if old != new
    )
    title = escape(short(before.title, NAME)) if before.title == after.title else ""
    return words(f"workplan.import.{what}", plan=plan, row=row.row, task=f"{title} {said}".strip())


def _notes(plan: PlannedTasks, words: Words) -> Iterator[str]:
    """Yield what is not read, and what stays though it is not in the workbook."""
    if plan.others:
        yield words("workplan.import.others", names=_shorts(plan.others))
    if plan.ignored:
        yield words("import.ignored", columns=_shorts(plan.ignored))
    for sheet in plan.sheets:
        name = _plan(sheet.period, words)
        if sheet.unread:
            yield words("workplan.import.unread", plan=name, rows=_some(map(str, sheet.unread), ROWS))
        if sheet.kept:
            yield words("workplan.import.stays", plan=name, count=len(sheet.kept), names=_named(sheet))


def _named(sheet: PlannedSheet) -> tuple[str, ...]:
    return _shorts(each.title for each in sheet.kept)


def _shorts(names: Iterable[str]) -> tuple[str, ...]:
    return _some((escape(short(each, NAME)) for each in names), NAMED)


def _some(texts: Iterable[str], limit: int) -> tuple[str, ...]:
    every = tuple(texts)
    return every if len(every) <= limit else (*every[:limit], "…")


def _asked(words: Words) -> str:
    return words("workplan.import.ask_reason")
