"""Who is told of a visit to come: the leaders of the studio and its assessors; and again when the day changes."""

from __future__ import annotations

from collections.abc import Iterator

from bot.changes.sheet_papers import answering
from bot.changes.sign import rubric_of
from bot.entities import Assessment, Person, Plan
from bot.flows.html import escape, short
from bot.flows.month.mine import rubric_title
from bot.flows.outputs import Button, InChat, Output, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.visits.asked import asked, listed
from bot.flows.visits.states import MATERIALS
from bot.flows.walk.places import first_open_item
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts

NOTE = 500


def planned(desk: Desk, ask: Ask, visit: str, before: str = "") -> tuple[Output, ...]:
    """Tell everybody; `before` is the day that it was set for until now."""
    found, plan = desk.visits.of_visit(visit), desk.plans.of_visit(visit)
    if found is None or plan is None:
        return ()
    leaders = answering(desk, found.studio, ask.now)
    members = [person for each in found.members if (person := desk.people.get(each, ask.now))]
    told: list[Output] = []
    for person in dict.fromkeys((*leaders, *members)):
        words = texts(person.language)
        lines = [*_head(desk, ask, found, plan, before, words)]
        if person in leaders:
            lines += [words("visit.have_ready"), *listed(asked(desk, found), words)]
        button = way_in(desk, found, words, leads=person in leaders)
        said = Say("\n".join(lines), ((button,),))
        told += [InChat(chat, said) for chat in desk.people.accounts(person.id)]
    return tuple(told)


def way_in(desk: Desk, found: Assessment, words: Words, *, leads: bool) -> Button:
    """Return the button beside a notice: leaders hand materials in, assessors begin."""
    if leads:
        return Button(words("visit.button.materials"), pack(MATERIALS, "o", found.id))
    return Button(words("visit.button.begin"), pack("k", "g", found.id, first_open_item(desk, found)))


def _head(desk: Desk, ask: Ask, found: Assessment, plan: Plan, before: str, words: Words) -> Iterator[str]:
    visit = found.visit
    rubric = rubric_title(rubric_of(desk, found), words)
    yield (
        words("visit.told_moved", before=before, day=plan.day)
        if before
        else words("visit.told", day=plan.day)
    )
    yield f"{escape(found.studio_name)} · {rubric} · {visit.period}"
    yield words("visit.group", names=tuple(map(escape, group(desk, found, ask))))
    if plan.note:
        yield words("visit.note", note=escape(short(plan.note, NOTE)))


def group(desk: Desk, found: Assessment, ask: Ask) -> tuple[str, ...]:
    """Return the names of those who assess, the head first."""
    people: list[Person] = [person for each in found.members if (person := desk.people.get(each, ask.now))]
    return tuple(each.name for each in people)
