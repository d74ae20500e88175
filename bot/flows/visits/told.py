"""Who is told of visits to come: leaders and assessors; again when the day or the group changes, or it is called off.

Whoever has to do with many visits that were planned together gets one message about all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot import access
from bot.changes.ballots import ballot_of
from bot.changes.sheet_papers import answering
from bot.changes.sign import rubric_of
from bot.entities import Assessment, Person, Plan
from bot.flows.html import escape, short
from bot.flows.lengths import visible_length
from bot.flows.month.mine import rubric_title
from bot.flows.outputs import Anew, Button, InChat, Output, Say, Shut
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.visits.asked import asked, listed
from bot.flows.visits.states import MATERIALS, VISITS
from bot.flows.walk.places import first_open_item
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts

NOTE = 500
ROOM = 3500
"""Characters of a message that the lines of many visits may take."""


def planned(desk: Desk, ask: Ask, visit: str, before: str = "") -> tuple[Output, ...]:
    """Tell everybody; `before` is the day that it was set for until now."""
    found, plan = desk.visits.of_visit(visit), desk.plans.of_visit(visit)
    if found is None or plan is None:
        return ()
    leaders = answering(desk, found.studio, ask.now)
    told: list[Output] = []
    for person in dict.fromkeys((*leaders, *_members(desk, found, ask))):
        said = _one(desk, ask, found, plan, person, before, leads=person in leaders)
        told += [InChat(chat, said) for chat in desk.people.accounts(person.id)]
    return tuple(told)


def _one(
    desk: Desk, ask: Ask, found: Assessment, plan: Plan, person: Person, before: str = "", *, leads: bool
) -> Say:
    words = texts(person.language)
    lines = [*_head(desk, ask, found, plan, before, words)]
    if leads:
        lines += [words("visit.have_ready"), *listed(asked(desk, found), words)]
    return Say("\n".join(lines), ((way_in(desk, found, words, leads=leads, who=person.id),),))


def many(desk: Desk, ask: Ask, visits: Iterable[str]) -> tuple[Output, ...]:
    """Tell everybody of visits that were planned together: one message each, however many are theirs."""
    mine: dict[str, list[tuple[Assessment, Plan, bool]]] = {}
    people: dict[str, Person] = {}
    everyone = desk.people.with_role("leader", ask.now)
    for visit in visits:
        found, plan = desk.visits.of_visit(visit), desk.plans.of_visit(visit)
        studio = desk.studios.get(found.studio) if found else None
        if found is None or plan is None or studio is None:
            continue
        leaders = tuple(each for each in everyone if access.may(each, "answer", studio))
        for person in dict.fromkeys((*leaders, *_members(desk, found, ask))):
            people[person.id] = person
            mine.setdefault(person.id, []).append((found, plan, person in leaders))
    told: list[Output] = []
    for each, things in mine.items():
        words = texts(people[each].language)
        if len(things) == 1:
            found, plan, leads = things[0]
            said = _one(desk, ask, found, plan, people[each], leads=leads)
        else:
            said = _several(desk, [(found, plan) for found, plan, _ in things], words)
        told += [InChat(chat, said) for chat in desk.people.accounts(each)]
    return tuple(told)


def _several(desk: Desk, things: list[tuple[Assessment, Plan]], words: Words) -> Say:
    """Return the one message about many visits, by day; the whole list is a press away."""
    things.sort(key=lambda each: (each[1].day, each[0].unit, each[0].studio_name))
    days = sorted({plan.day for _, plan in things})
    span = {"first": days[0], "last": days[-1]}
    head = words("visit.told_many", **span) if days[0] != days[-1] else words("visit.told", day=days[0])
    lines = [f"{head} {words('visit.told_count', count=len(things))}"]
    kinds = {(found.visit.rubric, found.visit.period): found for found, _ in things}
    lines += [
        f"{rubric_title(rubric_of(desk, each), words)} · {each.visit.period}" for each in kinds.values()
    ]
    notes = dict.fromkeys(plan.note for _, plan in things if plan.note)
    lines += [words("visit.note", note=escape(short(note, NOTE))) for note in [*notes][:3]]
    room = ROOM - visible_length("\n".join(lines))
    for number, (found, plan) in enumerate(things):
        line = f"{plan.day} {escape(found.studio_name)}"
        room -= visible_length(line) + 1
        if room < 0:
            lines.append(words("visit.more", count=len(things) - number))
            break
        lines.append(line)
    return Say("\n".join(lines), ((Button(words("visit.button.mine"), pack(VISITS, "l")),),))


def regrouped(desk: Desk, ask: Ask, visit: str, before: tuple[str, ...]) -> tuple[Output | Anew | Shut, ...]:
    """Tell the new assessors as of a new visit, the ones who stay and the studio of the group, and who is out of it."""
    found, plan = desk.visits.of_visit(visit), desk.plans.of_visit(visit)
    if found is None:
        return ()
    leaders = answering(desk, found.studio, ask.now)
    told: list[Output | Anew | Shut] = []
    for person in dict.fromkeys((*leaders, *_members(desk, found, ask))):
        words = texts(person.language)
        new = person.id in found.members and person.id not in before
        if new and plan is not None:
            said = _one(desk, ask, found, plan, person, leads=False)
        else:
            said = Say("\n".join([words("visit.told_group"), *_which(desk, ask, found, words)]))
        told += [InChat(chat, said) for chat in desk.people.accounts(person.id)]
    for each in before:
        gone = desk.people.get(each, ask.now)
        if gone is None or each in found.members:
            continue
        words = texts(gone.language)
        text = "\n".join([words("visit.told_out"), *_which(desk, ask, found, words)])
        for chat in desk.people.accounts(each):
            told += [InChat(chat, Say(text)), Shut(chat)]
    return tuple(told)


def cancelled(desk: Desk, ask: Ask, visit: str, reason: str) -> tuple[Output, ...]:
    """Tell the studio and the assessors that a visit does not take place, and why."""
    found, plan = desk.visits.of_visit(visit), desk.plans.of_visit(visit)
    if found is None:
        return ()
    told: list[Output] = []
    leaders = answering(desk, found.studio, ask.now)
    for person in dict.fromkeys((*leaders, *_members(desk, found, ask))):
        words = texts(person.language)
        lines = [words("visit.told_cancelled"), *_which(desk, ask, found, words)]
        if plan is not None:
            lines.append(words("visit.day_now", day=plan.day))
        lines.append(words("visit.told_why", reason=escape(reason)))
        told += [InChat(chat, Say("\n".join(lines))) for chat in desk.people.accounts(person.id)]
    return tuple(told)


def way_in(desk: Desk, found: Assessment, words: Words, *, leads: bool, who: str = "") -> Button:
    """Return the button beside a notice: leaders hand materials in, assessors begin, also on a ballot of their own."""
    if leads:
        return Button(words("visit.button.materials"), pack(MATERIALS, "o", found.id))
    return Button(words("visit.button.begin"), beginning(desk, found, who))


def beginning(desk: Desk, found: Assessment, who: str) -> str:
    """Return the data of the button with which a member (by id) begins or goes on."""
    mine = ballot_of(desk, found, who) or found
    return pack("k", "g", mine.id, first_open_item(desk, mine))


def _head(desk: Desk, ask: Ask, found: Assessment, plan: Plan, before: str, words: Words) -> Iterator[str]:
    yield (
        words("visit.told_moved", before=before, day=plan.day)
        if before
        else words("visit.told", day=plan.day)
    )
    yield from _which(desk, ask, found, words)
    if plan.note:
        yield words("visit.note", note=escape(short(plan.note, NOTE)))


def _which(desk: Desk, ask: Ask, found: Assessment, words: Words) -> Iterator[str]:
    rubric = rubric_title(rubric_of(desk, found), words)
    yield f"{escape(found.studio_name)} · {rubric} · {found.visit.period}"
    yield words("visit.group", names=tuple(map(escape, group(desk, found, ask))))


def _members(desk: Desk, found: Assessment, ask: Ask) -> list[Person]:
    return [person for each in found.members if (person := desk.people.get(each, ask.now))]


def group(desk: Desk, found: Assessment, ask: Ask) -> tuple[str, ...]:
    """Return the names of those who assess, the head first."""
    return tuple(each.name for each in _members(desk, found, ask))
