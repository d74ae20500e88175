"""An activity that is being written: what the next question is, what an answer means, what is still needed."""

from __future__ import annotations

from typing import Final, TypeVar

from bot.entities import ActivityFacts
from bot.flows.month.log_read import LogPage
from bot.flows.month.log_states import FIELDS, LogState, Question
from bot.problems import Refusal
from rubrics import entry_log
from rubrics.activities import Activity
from rubrics.entry_log import Figures, LogLine
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.problems import Problem, Refused

T = TypeVar("T")
LONGEST: Final[dict[str, int]] = {"topic": 200, "led": 60, "summary": 2000}
"""Characters of what is typed."""
_NO_KIND: Final = frozenset({"log_kind_missing", "log_kind_unknown"})


def quick(view: LogPage, text: str) -> ActivityFacts:
    """Read a message as an activity of the rubric in view, else of another that asks this studio, or refuse it."""
    wrong: list[Problem] = []
    for rubric in _asking(view):
        found = entry_log.read(text, rubric, view.page.today)
        if isinstance(found, LogLine):
            facts = _facts(found, rubric)
            for name, value in (("topic", facts.topic), ("led", facts.led_by), ("summary", facts.summary)):
                within(name, value)
            _open(view, facts, facts.on)
            return facts
        wrong.append(found)
        if found.code not in _NO_KIND:
            # A rubric that knows the kind, or several of them, says what is wrong; another is no way around it.
            raise Refused(found)
    raise Refused(wrong[0])


def _asking(view: LogPage) -> tuple[Rubric, ...]:
    """Return the rubrics that ask this studio for activities, the one in view first."""
    return (view.page.rubric, *(each for each in view.page.rubrics if each.id != view.page.rubric.id))


def kind_of(view: LogPage, facts: ActivityFacts) -> Activity | None:
    """Return the kind of an activity, in whichever rubric it was named."""
    rubric = next((each for each in _asking(view) if each.id == facts.rubric), None)
    return rubric.activity(facts.activity) if rubric else None


def names_kind(view: LogPage, text: str) -> bool:
    """Say whether a message begins with a kind of activity, so that what else is wrong with it is worth saying."""
    found = (entry_log.read(text, each, view.page.today) for each in view.page.rubrics)
    return any(isinstance(each, LogLine) or each.code not in _NO_KIND for each in found)


def is_line(view: LogPage, text: str) -> bool:
    """Say whether a message is meant as a line of the log, right or wrong."""
    return any(entry_log.is_log(text, each, view.page.today) for each in view.page.rubrics)


def _facts(line: LogLine, rubric: Rubric) -> ActivityFacts:
    return ActivityFacts(
        rubric=rubric.id,
        activity=line.activity,
        on=line.on.isoformat(),
        topic=line.topic,
        led_by=line.led_by,
        people=line.people,
        hours=None if line.hours is None else show(line.hours),
        amount="" if line.amount is None else show(line.amount),
        summary=line.summary,
    )


def answered(view: LogPage, text: str) -> ActivityFacts:
    """Return what is known of the activity after an answer that was typed, or refuse it and keep what was known."""
    said, state = text.strip(), view.state
    match state.step:
        case "kind":
            return chosen(view, _right(entry_log.kind(said, view.page.rubric)))
        case "date" | "day":
            return dated(view, _right(entry_log.day(said, view.page.today)).isoformat())
        case "figures":
            measure = view.kind.measure if view.kind else "events"
            return figured(state.facts, _right(entry_log.figures(said, measure)))
        case "topic" | "led" | "summary":
            name = "led_by" if state.step == "led" else state.step
            return state.facts.model_copy(update={name: within(state.step, said)})
    raise Refusal("log_press")


def chosen(view: LogPage, kind: Activity) -> ActivityFacts:
    """Return what is known once the kind is chosen."""
    return view.state.facts.model_copy(update={"rubric": view.page.rubric.id, "activity": kind.id})


def dated(view: LogPage, on: str) -> ActivityFacts:
    """Return what is known once the day is said; a day of a month that was handed in is refused at once."""
    _open(view, view.state.facts, on)
    return view.state.facts.model_copy(update={"on": on})


def _open(view: LogPage, facts: ActivityFacts, on: str) -> None:
    closed = view.closed.get((view.page.studio.id, facts.rubric, on[:7]))
    if closed:
        raise Refusal("month_closed", month=on[:7], on=closed)


def figured(facts: ActivityFacts, said: Figures) -> ActivityFacts:
    """Return what is known once the numbers are said; what was not said again stays."""
    update: dict[str, object] = {}
    if said.people is not None:
        update["people"] = said.people
    if said.hours is not None:
        update["hours"] = show(said.hours)
    if said.results is not None:
        update["amount"] = show(said.results)
    return facts.model_copy(update=update)


def within(name: str, said: str) -> str:
    """Return what was typed, or refuse what is too long."""
    if len(said) > LONGEST[name]:
        raise Refusal("text_long", count=len(said), limit=LONGEST[name])
    return said


def asked_next(state: LogState, facts: ActivityFacts) -> LogState:
    """Return the draft with an answer taken and the next question that has none."""
    step: Question = "check"
    if not state.checked:
        here: Question = "date" if state.step == "day" else state.step
        rest = FIELDS[FIELDS.index(here) + 1 :] if here in FIELDS else FIELDS
        step = next((name for name in rest if blank(facts, name)), "check")
    return state.model_copy(
        update={"facts": facts, "step": step, "checked": state.checked or step == "check"}
    )


def needed(facts: ActivityFacts, kind: Activity | None) -> Question | None:
    """Return the first question without whose answer nothing can be saved."""
    if kind is None:
        return "kind"
    if not facts.on:
        return "date"
    if not facts.topic:
        return "topic"
    counted = {"persons": facts.people, "hours": facts.hours}
    return "figures" if kind.measure in counted and not counted[kind.measure] else None


def blank(facts: ActivityFacts, name: Question) -> bool:
    """Say whether a question has no answer yet."""
    said = {
        "kind": facts.activity,
        "date": facts.on,
        "topic": facts.topic,
        "figures": facts.people or facts.hours or facts.amount,
        "led": facts.led_by,
        "summary": facts.summary,
    }
    return not said[name]


def _right(found: T | Problem) -> T:
    if isinstance(found, Problem):
        raise Refused(found)
    return found
