"""The plan of a period with its tasks, or the report about a year: written, handed in, reviewed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final, Literal

from bot.changes.base import Change
from bot.changes.registers.checks import retired
from bot.changes.work_plan.checks import writable
from bot.changes.work_plan.review import AcceptWorkPlan, ReturnWorkPlan
from bot.changes.work_plan.rows import about
from bot.changes.work_plan.writing import BeginWorkPlan, HandInWorkPlan, TakeBackWorkPlan, WriteWorkPlan
from bot.entities import WorkPlan
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.outputs import Button, Face, Say
from bot.flows.proof_files import sent
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap
from bot.flows.uploads.incoming import is_table, received
from bot.flows.workplan import told
from bot.flows.workplan.entering import NAMED, adding, answer, base, given_back, read
from bot.flows.workplan.faces import NAME, plan_name, plan_text
from bot.flows.workplan.keeping import kept
from bot.flows.workplan.keys import plan_data, plan_keys
from bot.flows.workplan.reading import OnePlan, one_plan
from bot.flows.workplan.states import KINDS, PLAN, PLAN_SCREEN, OnePlanState
from bot.ports import Desk
from bot.problems import Refusal

Question = Literal["", "goals", "anew", "return"]
ASKS: Final[dict[str, Question]] = {"g": "goals", "n": "anew", "r": "return"}
PIECE: Final = 3500
"""Characters of a text that one message sends."""


class WorkPlanScreen(Screen[OnePlanState, OnePlan]):
    """The card."""

    name: ClassVar[str] = PLAN_SCREEN
    code: ClassVar[str] = PLAN
    state = OnePlanState

    def load(self, desk: Desk, ask: Ask, state: OnePlanState, given: AnyInput | Tap | None) -> OnePlan:
        """Read for leaders and those who look after the studio."""
        return one_plan(desk, ask, state, given)

    def show(self, view: OnePlan, ask: Ask) -> Face:
        """Return the card, with the question that is open."""
        lines = [plan_text(view, ask.words)]
        if view.state.ask == "reason":
            lines += ["", *_pending(view, ask)]
        return Face("\n".join(lines), plan_keys(view, ask.words))

    def take(self, view: OnePlan, given: AnyInput | Tap, ask: Ask) -> Step:
        """A press asks or decides, a text is tasks, goals or a reason, a file belongs to the plan."""
        if isinstance(given, Tap):
            return self._tap(view, given, ask)
        retired(view.studio)
        if isinstance(given, SentFile):
            return self._file(view, given, ask)
        if not isinstance(given, Said):
            raise Refusal("workplan_press")
        if view.state.ask == "return" and view.plan is not None:
            if view.state.revision != view.plan.revision:
                return Step(go=self._at(view), say=(given_back(given, ask.words),), fresh=True)
            return self._returned(view, given.text)
        if not view.writes:
            raise Refusal("workplan_look_only")
        return self._written(view, given.text, ask)

    # -- texts ------------------------------------------------------------------------------------

    def _written(self, view: OnePlan, text: str, ask: Ask) -> Step:
        state, fields = view.state, self._fields(view, ask)
        if state.ask == "reason":
            change: Change = adding(state.pending, fields, ask, reason=text)
            return Step((change,), go=self._at(view), fresh=True)
        if state.kind == "report" or state.ask in {"goals", "anew"}:
            anew = state.ask == "anew"
            change = WriteWorkPlan.model_validate({**fields, "text": text, "anew": anew})
            return Step((change,), go=self._at(view), fresh=True)
        plan = view.plan
        if plan is not None and plan.state == "handed_in":
            raise Refusal("workplan_waiting")
        reading = read(text, view.period, (each.task for each in view.lines if not each.dropped))
        said = answer(reading, ask.words)
        if not reading.good:
            return Step(say=said, quiet=True)
        if plan is not None and plan.state == "accepted":
            asked = state.model_copy(update={"ask": "reason", "pending": tuple(reading.good)})
            return Step(go=Go(self.name, asked), say=said, fresh=True)
        return Step((adding(reading.good, fields, ask),), go=self._at(view), say=said, fresh=True)

    def _returned(self, view: OnePlan, text: str) -> Step:
        if view.plan is None:
            raise Stale
        change = ReturnWorkPlan(plan=view.plan.id, revision=view.state.revision, remark=text)
        return Step((change,), go=self._at(view), tell=told.decided(view.plan.id), fresh=True)

    def _file(self, view: OnePlan, given: SentFile, ask: Ask) -> Step:
        """Keep a file, which begins what is not begun; a workbook is read for tasks."""
        if not view.writes:
            raise Refusal("workplan_look_only")
        if view.album is not None:
            return Step((kept(view.album.of, given, ask, view.album),))
        if view.state.kind == "plan" and is_table(given):
            return received(
                given, ask, "plans", about(view.studio.id, view.period.start.year, str(view.period))
            )
        if view.plan is not None:
            writable(view.plan)
            return Step((kept(view.plan.id, given, ask),))
        fields = self._fields(view, ask)
        keep = kept(str(fields["plan"]), given, ask)
        return Step((BeginWorkPlan.model_validate(fields), keep))

    # -- presses ----------------------------------------------------------------------------------

    def _tap(self, view: OnePlan, tap: Tap, ask: Ask) -> Step:
        state, plan = view.state, view.plan
        if tap.verb in {"o", "l"}:
            leaf = int(tap.arg(3)[:3]) if tap.arg(3).isascii() and tap.arg(3).isdecimal() else state.leaf
            plain = {"leaf": leaf, "ask": "", "pending": ()}
            return Step(go=Go(self.name, state.model_copy(update=plain)))
        if tap.verb == "b":
            return Step((BeginWorkPlan.model_validate(self._fields(view, ask)),), go=self._at(view))
        if tap.verb == "x" and state.kind == "plan":
            job = f"@plans:{view.studio.id}:{view.period}"
            return Step(job=("upload", job), toast=ask.words("import.coming"), stay=True)
        if plan is None:
            raise Stale
        if tap.verb in ASKS:
            return self._asks(view, plan, ASKS[tap.verb])
        if tap.verb in {"t", "f"}:
            said = _whole(plan.text) if tap.verb == "t" else sent(view.pieces, ask.words)
            return Step(say=tuple(said), quiet=True)
        return self._decided(view, plan.id, tap, ask)

    def _asks(self, view: OnePlan, plan: WorkPlan, question: Question) -> Step:
        """Ask what is to be written; a question that the change would refuse is refused before it is answered."""
        if question == "return":
            if not view.reviews:
                raise Refusal("workplan_own" if view.writes else "workplan_keeper")
            if plan.state != "handed_in":
                raise Refusal("workplan_not_waiting")
        elif not view.writes:
            raise Refusal("workplan_look_only")
        else:
            writable(plan)
        return Step(go=self._at(view, question))

    def _decided(self, view: OnePlan, plan: str, tap: Tap, ask: Ask) -> Step:
        revision = int(tap.arg(3)) if tap.arg(3).isascii() and tap.arg(3).isdecimal() else -1
        here, kind = self._at(view), view.state.kind
        match tap.verb:
            case "h":
                change: Change = HandInWorkPlan(plan=plan, revision=revision)
                tell = told.handed_in(view.studio.id, str(view.period), kind)
                toast = ask.words(f"workplan.handed_in_{kind}")
                return Step((change,), go=here, tell=tell, toast=toast)
            case "k":
                change = TakeBackWorkPlan(plan=plan, revision=revision)
                return Step((change,), go=here, toast=ask.words("workplan.taken_back"))
            case "a":
                change = AcceptWorkPlan(plan=plan, revision=revision)
                toast = ask.words(f"workplan.accepted_{kind}")
                return Step((change,), go=here, tell=told.decided(plan), toast=toast)
        raise Stale

    # -- the rest ---------------------------------------------------------------------------------

    def _at(self, view: OnePlan, ask: Question = "") -> Go:
        revision = view.plan.revision if view.plan is not None and ask else 0
        plain = {"ask": ask, "revision": revision, "pending": ()}
        return Go(self.name, view.state.model_copy(update=plain))

    def _fields(self, view: OnePlan, ask: Ask) -> dict[str, object]:
        plan = view.plan.id if view.plan is not None else ask.mint()
        return base(plan, view.studio.id, view.period, ask, view.state.kind)

    def aim(self, tap: Tap, state: OnePlanState | None) -> OnePlanState:
        """Return the period of a studio that the button names."""
        kind = KINDS.get(tap.arg(2))
        if kind is None:
            raise Stale
        named = OnePlanState(studio=tap.arg(0), period=tap.arg(1), kind=kind)
        return state if state is not None and state.place == named.place else named

    def meant(self, state: OnePlanState) -> Go:
        """A reply to an older card is about the same plan; what was asked there is over."""
        return Go(self.name, OnePlanState(studio=state.studio, period=state.period, kind=state.kind))

    def title(self, view: OnePlan, ask: Ask) -> str:
        """Return what it is."""
        return plan_name(view.period, view.state.kind, ask.words)

    def closing(self, view: OnePlan, ask: Ask) -> Face:
        """Return one line with the way back."""
        data = plan_data(view.studio.id, view.period, view.state.kind)
        text = f"{self.title(view, ask)} · {escape(short(view.studio.name, NAME))}"
        return Face(text, ((Button(ask.words("button.open"), data),),))


def _pending(view: OnePlan, ask: Ask) -> Iterable[str]:
    """Yield the tasks that wait for their reason, and the question."""
    for each in view.state.pending[:NAMED]:
        yield ask.words(
            "workplan.pending", title=escape(each.title), due=each.due, owner=escape(each.owner)
        ).rstrip()
    if len(view.state.pending) > NAMED:
        yield ask.words("remind.more", count=len(view.state.pending) - NAMED)
    yield ask.words("workplan.ask.reason")


def _whole(text: str) -> Iterable[Say]:
    """Yield a long text as messages, each as much as one takes."""
    for start in range(0, len(text), PIECE):
        yield Say(escape(text[start : start + PIECE]))
