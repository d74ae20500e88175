"""Who is told: the unit union, or the coordinators, of what a studio hands in; its leaders of what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot import access
from bot.entities import Person, PlanTask, Studio, WorkPlan
from bot.flows.html import escape, short
from bot.flows.outputs import Button, InChat, Output, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.workplan.faces import TITLE, plan_name
from bot.flows.workplan.keys import plan_data
from bot.flows.workplan.states import TASK
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts
from rubrics.periods import Period

TEXT = 300
Speak = Callable[[Words], str]
Tell = Callable[[Desk, Ask], tuple[Output, ...]]


def handed_in(studio: str, period: str, kind: str) -> Tell:
    """Return what those who review are told: the unit union where there is one, else the coordinators."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        found = desk.studios.get(studio)
        plan = desk.work_plans.at(studio, "", period, kind)
        if found is None or plan is None:
            return ()
        tasks = sum(each.state != "dropped" for each in desk.work_plans.tasks(plan.id))

        def speak(words: Words) -> str:
            return words(f"workplan.told.handed_in_{kind}", **_facts(found, plan, words), count=tasks)

        return _say(desk, ask, _reviewers(desk, ask, found), speak, plan_data(studio, period, kind))

    return tell


def decided(plan: str) -> Tell:
    """Return what the leaders are told of the decision about a plan or a report."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        found = desk.work_plans.get(plan)
        studio = desk.studios.get(found.studio) if found else None
        if found is None or studio is None:
            return ()

        def speak(words: Words) -> str:
            said = {"name": escape(ask.who.name), "text": escape(short(found.remark, TEXT))}
            return words(f"workplan.told.{found.kind}_{found.state}", **_facts(studio, found, words), **said)

        data = plan_data(studio.id, found.period, found.kind)
        return _say(desk, ask, _leaders(desk, ask, studio), speak, data)

    return tell


def done(task: str) -> Tell:
    """Return what whoever accepted the plan is told of a task that is done."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        found = desk.work_plans.task(task)
        plan = desk.work_plans.get(found.plan) if found else None
        studio = desk.studios.get(found.studio) if found else None
        by = desk.people.get(plan.reviewed_by, ask.now) if plan is not None and plan.reviewed_by else None
        if found is None or plan is None or studio is None or plan.state != "accepted":
            return ()
        if by is None or not access.may(by, "review_plan", studio):
            return ()
        return _say(desk, ask, (by,), _of_task("done", studio, plan, found), pack(TASK, "o", task))

    return tell


def sent_back(task: str) -> Tell:
    """Return what the leaders are told of a task that is to be done after all."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        found = desk.work_plans.task(task)
        plan = desk.work_plans.get(found.plan) if found else None
        studio = desk.studios.get(found.studio) if found else None
        if found is None or plan is None or studio is None:
            return ()
        speak = _of_task("sent_back", studio, plan, found)
        return _say(desk, ask, _leaders(desk, ask, studio), speak, pack(TASK, "o", task))

    return tell


def _of_task(what: str, studio: Studio, plan: WorkPlan, task: PlanTask) -> Speak:
    last = task.result.split("\n")[-1 if what == "sent_back" else 0]
    said = {"title": escape(short(task.title, TITLE)), "text": escape(short(last, TEXT))}

    def speak(words: Words) -> str:
        return words(f"workplan.told.task_{what}", **_facts(studio, plan, words), **said)

    return speak


def _facts(studio: Studio, plan: WorkPlan, words: Words) -> dict[str, object]:
    name = plan_name(Period.parse(plan.period), plan.kind, words)
    return {"studio": escape(studio.name), "plan": name}


def _leaders(desk: Desk, ask: Ask, studio: Studio) -> tuple[Person, ...]:
    every = desk.people.with_role("leader", ask.now)
    return tuple(each for each in every if access.may(each, "log", studio))


def _reviewers(desk: Desk, ask: Ask, studio: Studio) -> tuple[Person, ...]:
    for role in ("unit", "coordinator"):
        every = desk.people.with_role(role, ask.now)
        found = tuple(each for each in every if access.may(each, "review_plan", studio))
        if found:
            return found
    return ()


def _say(desk: Desk, ask: Ask, people: Iterable[Person], speak: Speak, data: str) -> tuple[Output, ...]:
    told: list[Output] = []
    for person in people:
        if person.id == ask.who.id:
            continue
        words = texts(person.language)
        rows = ((Button(words("button.open"), data),),)
        told += [InChat(chat, Say(speak(words), rows)) for chat in desk.people.accounts(person.id)]
    return tuple(told)
