"""Who is told at each step: those who re-check what a studio handed in, the studio of what was decided.

Coordinators are told only of what is theirs to decide or where nobody else can: they look at the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot import access
from bot.changes.sign import rubric_of
from bot.changes.studio_fix import OWED, asks_waiver, days
from bot.entities import Assessment, Fix, Person
from bot.flows.fix.face import problem_of
from bot.flows.fix.states import CARD, LIST
from bot.flows.html import escape, short
from bot.flows.outputs import Button, InChat, Output, Say
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts

PROBLEM = 60
TEXT = 400
Speak = Callable[[Words], str]


def opened(found: Assessment) -> Callable[[Desk, Ask], tuple[Output, ...]]:
    """Return what the leaders are told when a signature has opened something."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        fixes = [fix for fix in desk.fixes.of_assessment(found.id) if fix.state in OWED]
        if not fixes:
            return ()
        rubric = rubric_of(desk, found)
        term, suggested = days(rubric, found)

        def speak(words: Words) -> str:
            key = "fix.told.opened" if suggested else "fix.told.opened_ruled"
            facts = {"studio": escape(found.studio_name), "rubric": escape(rubric_name(rubric, words))}
            return words(
                key, **facts, period=found.visit.period, count=len(fixes), due=fixes[-1].due, days=term
            )

        return _say(desk, leaders(desk, ask, found), speak, pack(LIST, "v", "mine"))

    return tell


def handed_in(fix: str) -> Callable[[Desk, Ask], tuple[Output, ...]]:
    """Return what those who re-check are told of what a leader did or asks for."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        one, found = _of(desk, fix)
        if one is None or found is None:
            return ()
        asks = asks_waiver(one)

        def speak(words: Words) -> str:
            facts = _facts(desk, one, found, words)
            key = "fix.told.asks" if asks else "fix.told.done"
            return words(key, **facts, text=_cut(one.steps[-1].text, TEXT))

        members = [each for each in _people(desk, ask, found.members) if access.may(each, "recheck", found)]
        coordinators = [each for each in _coordinators(desk, ask, found) if each not in members]
        told = [*members, *(coordinators if asks or not members else ())]
        said = _say(desk, told, speak, pack(CARD, "o", one.id, "others"))
        return (*said, *_all_done(desk, found, [each for each in coordinators if each not in told]))

    return tell


def decided(fix: str) -> Callable[[Desk, Ask], tuple[Output, ...]]:
    """Return what the leaders are told of the newest step: accepted, waived, sent back, another day."""

    def tell(desk: Desk, ask: Ask) -> tuple[Output, ...]:
        one, found = _of(desk, fix)
        if one is None or found is None or not one.steps:
            return ()
        step = one.steps[-1]
        name = {"sent_back": "back", "due": "due"}.get(step.name, "accepted")
        if one.state == "waived":
            name = "agreed"

        def speak(words: Words) -> str:
            facts = _facts(desk, one, found, words)
            said = {"name": escape(ask.who.name), "text": _cut(step.text, TEXT), "due": one.due}
            return words(f"fix.told.{name}", **facts, **said)

        return _say(desk, leaders(desk, ask, found), speak, pack(CARD, "o", one.id, "mine"))

    return tell


def leaders(desk: Desk, ask: Ask, found: Assessment) -> tuple[Person, ...]:
    """Return the people who answer for the studio of a sheet."""
    studio = desk.studios.get(found.studio)
    every = desk.people.with_role("leader", ask.now)
    return tuple(each for each in every if studio and access.may(each, "fix", studio))


def _of(desk: Desk, fix: str) -> tuple[Fix | None, Assessment | None]:
    one = desk.fixes.get(fix)
    return one, desk.visits.assessment(one.assessment) if one else None


def _people(desk: Desk, ask: Ask, ids: Iterable[str]) -> list[Person]:
    return [each for one in ids if (each := desk.people.get(one, ask.now))]


def _coordinators(desk: Desk, ask: Ask, found: Assessment) -> list[Person]:
    every = desk.people.with_role("coordinator", ask.now)
    return [each for each in every if access.may(each, "recheck", found)]


def _all_done(desk: Desk, found: Assessment, people: Iterable[Person]) -> tuple[Output, ...]:
    """Tell coordinators once nothing of a sheet is owed any more."""
    every = desk.fixes.of_assessment(found.id)
    if any(each.state in OWED for each in every):
        return ()

    def speak(words: Words) -> str:
        facts = {"studio": escape(found.studio_name), "period": found.visit.period}
        return words("fix.told.all_done", **facts, count=len(every))

    return _say(desk, people, speak, pack(LIST, "v", "others", "check"))


def _facts(desk: Desk, fix: Fix, found: Assessment, words: Words) -> dict[str, object]:
    item = rubric_of(desk, found).item(fix.item)
    return {
        "studio": escape(found.studio_name),
        "number": fix.number,
        "item": f"{fix.item}{fix.letter}",
        "problem": _cut(problem_of(fix, item, words), PROBLEM),
    }


def _cut(text: str, most: int) -> str:
    return escape(short(text, most))


def _say(desk: Desk, people: Iterable[Person], speak: Speak, data: str) -> tuple[Output, ...]:
    told: list[Output] = []
    for person in people:
        words = texts(person.language)
        rows = ((Button(words("button.open"), data),),)
        told += [InChat(chat, Say(speak(words), rows)) for chat in desk.people.accounts(person.id)]
    return tuple(told)
