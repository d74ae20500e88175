"""One task of a plan: done with proof, closed or sent back, changed with a reason."""

from __future__ import annotations

from typing import ClassVar, Literal

from bot.changes.base import Change
from bot.changes.registers.checks import retired
from bot.changes.work_plan.checks import OPEN, TaskWords, reason_of, settled, words_checked
from bot.changes.work_plan.closing import (
    ClosePlanTask,
    FinishPlanTask,
    SendBackPlanTask,
    UnfinishPlanTask,
    finished,
    waits,
)
from bot.changes.work_plan.files import takes_files
from bot.changes.work_plan.state import OWED
from bot.changes.work_plan.tasks import DropPlanTask, EditPlanTask
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.outputs import Button, Face, Say
from bot.flows.proof_files import sent
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.workplan import told
from bot.flows.workplan.entering import given_back
from bot.flows.workplan.faces import TITLE, task_text
from bot.flows.workplan.keeping import kept
from bot.flows.workplan.keys import PRESETS, plan_data, task_keys
from bot.flows.workplan.lines import changed, done_of
from bot.flows.workplan.reading import OneTask, one_task
from bot.flows.workplan.states import PLAN_SCREEN, TASK, TASK_SCREEN, OnePlanState, TaskState
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words

SAID = 200
Question = Literal["", "edit", "reason", "drop", "done", "proof", "back"]
ASKS: dict[str, Question] = {"d": "done", "e": "edit", "x": "drop", "b": "back"}


class PlanTaskScreen(Screen[TaskState, OneTask]):
    """The card."""

    name: ClassVar[str] = TASK_SCREEN
    code: ClassVar[str] = TASK
    state = TaskState

    def load(self, desk: Desk, ask: Ask, state: TaskState, given: AnyInput | Tap | None) -> OneTask:
        """Read for leaders and those who look after the studio."""
        return one_task(desk, ask, state, given)

    def show(self, view: OneTask, ask: Ask) -> Face:
        """Return the card, with the question that is open."""
        words, task = ask.words, view.task
        lines = [task_text(view, words)]
        if view.state.ask:
            line = " ".join(each for each in (task.title, task.due, task.owner) if each)
            said = {"today": view.today.isoformat(), "line": escape(line)}
            lines += ["", *_said(view.state, words), words(f"workplan.ask.{view.state.ask}", **said)]
        return Face("\n".join(lines), task_keys(view, words))

    def take(self, view: OneTask, given: AnyInput | Tap, ask: Ask) -> Step:
        """A press asks or decides, a text answers, a file is proof."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        retired(view.studio)
        if isinstance(given, SentFile):
            return self._file(view, given, ask)
        if not isinstance(given, Said) or not view.state.ask:
            raise Refusal("workplan_press")
        if view.state.revision != view.task.revision:
            return Step(go=self._at(view), say=(given_back(given, ask.words),), fresh=True)
        return self._answer(view, given.text)

    # -- texts ------------------------------------------------------------------------------------

    def _answer(self, view: OneTask, text: str) -> Step:
        task, revision = view.task.id, view.state.revision
        match view.state.ask:
            case "done":
                return self._done(view, text)
            case "proof":
                return self._finish(view, view.state.said, unproved=text)
            case "edit":
                return self._edit(view, text)
            case "reason":
                said = TaskWords.model_validate(view.state.said)
                edit = EditPlanTask(task=task, revision=revision, said=said, reason=text)
                return Step((edit,), go=self._at(view), fresh=True)
            case "back":
                back = SendBackPlanTask(task=task, revision=revision, reason=text)
                return Step((back,), go=self._at(view), tell=told.sent_back(task), fresh=True)
            case _:
                return self._drop(view, text, fresh=True)

    def _edit(self, view: OneTask, text: str) -> Step:
        said = words_checked(changed(view.task, text, view.period), view.period)
        if view.plan.state == "accepted":
            asked = TaskState(
                task=view.task.id, ask="reason", revision=view.state.revision, said=said.model_dump()
            )
            return Step(go=Go(self.name, asked), fresh=True)
        edit = EditPlanTask(task=view.task.id, revision=view.state.revision, said=said)
        return Step((edit,), go=self._at(view), fresh=True)

    def _drop(self, view: OneTask, reason: str, *, fresh: bool = False) -> Step:
        drop = DropPlanTask(task=view.task.id, revision=view.state.revision, reason=reason_of(reason))
        there = Go(PLAN_SCREEN, OnePlanState(studio=view.studio.id, period=view.plan.period))
        return Step((drop,), go=there, fresh=fresh)

    def _done(self, view: OneTask, text: str, *files: Change) -> Step:
        """Take what was done; without files they are asked for, and what was said is kept meanwhile."""
        on, result = done_of(text, view.today)
        said = {"on": on, "result": finished(view.task, view.plan, on, result, view.today)}
        if files or view.pieces:
            return self._finish(view, said, *files)
        asked = TaskState(task=view.task.id, ask="proof", revision=view.state.revision, said=said)
        return Step(go=Go(self.name, asked), fresh=True)

    def _finish(self, view: OneTask, said: dict[str, str], *files: Change, unproved: str = "") -> Step:
        change = FinishPlanTask(
            task=view.task.id,
            revision=view.state.revision,
            on=said["on"],
            result=said["result"],
            unproved=unproved,
            today=view.today.isoformat(),
        )
        return Step((*files, change), go=self._at(view), tell=told.done(view.task.id), fresh=True)

    # -- files ------------------------------------------------------------------------------------

    def _file(self, view: OneTask, given: SentFile, ask: Ask) -> Step:
        """Keep proof; a caption under the question answers it, and proof that was asked for finishes the task."""
        if not view.writes:
            raise Refusal("workplan_look_only")
        if view.album is not None:
            elsewhere = view.album.of != view.task.id
            say = (Say(ask.words("workplan.album"), reply_to=given.message),) if elsewhere else ()
            return Step((kept(view.album.of, given, ask, view.album),), say=say)
        takes_files(view.task)
        keep = kept(view.task.id, given, ask)
        state, current = view.state, view.state.revision == view.task.revision and view.task.state in OWED
        if state.ask == "proof" and current:
            return self._finish(view, state.said, keep)
        if state.ask == "done" and current and any(char.isalpha() for char in given.caption):
            return self._done(view, given.caption, keep)
        return Step((keep,))

    # -- presses ----------------------------------------------------------------------------------

    def _tap(self, view: OneTask, tap: Tap, ask: Ask) -> Step:
        task, words, here = view.task, ask.words, self._at(view)
        revision = int(tap.arg(1)) if tap.arg(1).isascii() and tap.arg(1).isdecimal() else -1
        match tap.verb:
            case "o":
                return Step(go=here)
            case "f":
                return Step(say=sent(view.pieces, words), quiet=True)
            case "u":
                undo = UnfinishPlanTask(task=task.id, revision=revision)
                return Step((undo,), go=here, toast=words("workplan.taken_back"))
            case "c":
                close = ClosePlanTask(task=task.id, revision=revision)
                return Step((close,), go=here, toast=words("workplan.closed"))
            case "w" if tap.arg(2) in {str(number) for number in range(1, PRESETS + 1)}:
                drop = DropPlanTask(
                    task=task.id, revision=revision, reason=words(f"workplan.preset.{tap.arg(2)}")
                )
                there = Go(PLAN_SCREEN, OnePlanState(studio=view.studio.id, period=view.plan.period))
                return Step((drop,), go=there, toast=words("workplan.was_dropped"))
        if tap.verb in ASKS:
            return self._asks(view, ASKS[tap.verb])
        raise Stale

    def _asks(self, view: OneTask, question: Question) -> Step:
        """Ask what is to be written; a question that the change would refuse is refused before it is answered."""
        task, plan = view.task, view.plan
        if question == "back":
            if not view.reviews:
                raise Refusal("workplan_own" if view.writes else "workplan_keeper")
            waits(task)
            if plan.state != "accepted":
                raise Refusal("workplan_not_accepted")
            return Step(go=self._at(view, question))
        if not view.writes:
            raise Refusal("workplan_look_only")
        if task.state not in OWED:
            raise settled(task)
        if question == "done" and plan.state in OPEN:
            raise Refusal("workplan_not_handed_in")
        if question != "done" and plan.state == "handed_in":
            raise Refusal("workplan_waiting")
        return Step(go=self._at(view, question))

    # -- the rest ---------------------------------------------------------------------------------

    def _at(self, view: OneTask, ask: Question = "") -> Go:
        return Go(self.name, TaskState(task=view.task.id, ask=ask, revision=view.task.revision if ask else 0))

    def aim(self, tap: Tap, state: TaskState | None) -> TaskState:
        """Return the task that the button names."""
        return state if state is not None and state.task == tap.arg(0) else TaskState(task=tap.arg(0))

    def meant(self, state: TaskState) -> Go:
        """A reply to an older card is about the same task; what was asked there is over."""
        return Go(self.name, TaskState(task=state.task))

    def title(self, view: OneTask, ask: Ask) -> str:
        """Return what is to be done."""
        return short(view.task.title, TITLE)

    def closing(self, view: OneTask, ask: Ask) -> Face:
        """Return one line with the ways back."""
        rows = (
            (
                Button(ask.words("button.open"), pack(TASK, "o", view.task.id)),
                Button(ask.words("workplan.button.tasks"), plan_data(view.studio.id, view.period, "plan")),
            ),
        )
        return Face(escape(short(view.task.title, TITLE)), rows)


def _said(state: TaskState, words: Words) -> tuple[str, ...]:
    """Return what was said already, while its reason or its proof is asked for."""
    said = {name: escape(short(text, SAID)) for name, text in state.said.items()}
    if state.ask == "proof":
        return (words("workplan.result", on=said["on"], text=said["result"]),)
    if state.ask == "reason":
        return (words("workplan.after", title=said["title"], due=said["due"], owner=said["owner"]).rstrip(),)
    return ()
