"""A self-assessment (自查) in words: every line that heads something of it says so, and who is told of it.

It must not know screens: they all use it.
"""

from __future__ import annotations

from collections.abc import Callable

from bot import access
from bot.changes.visit_forms import official_kind
from bot.entities import Assessment
from bot.flows.html import escape
from bot.flows.outputs import Anew, Button, InChat, Output, Say
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.walk.result import result_of
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts


def marked(found: Assessment, text: str, words: Words) -> str:
    """Return a head line, marked if the assessment is the studio's own, or one member's of a panel."""
    if found.visit.blind:
        return words("panel.mark", text=text)
    return words("self.mark", text=text) if found.visit.own else text


def worded(found: Assessment, key: str) -> str:
    """Return the key of a text, its own one where the assessment is the studio's own."""
    return f"self.{key}" if found.visit.own else key


def handing_in(found: Assessment) -> Callable[[Desk, Ask], tuple[Output | Anew, ...]]:
    """Return what others are told once it is signed: coordinators, and the assessors whose open sheet it stands beside.

    The card that an assessor has in view shows it at once.
    """

    def tell(desk: Desk, ask: Ask) -> tuple[Output | Anew, ...]:
        studio = desk.studios.get(found.studio)
        visit = found.visit
        there = desk.visits.open_at(visit.studio, visit.rubric, visit.period, official_kind(visit))
        official = desk.visits.assessment(there) if there else None
        members = [desk.people.get(each, ask.now) for each in official.members] if official else []
        readers = [each for each in members if each and official and access.may(each, "mark", official)]
        coordinators = desk.people.with_role("coordinator", ask.now)
        readers += [each for each in coordinators if studio and access.may(each, "manage", studio)]
        told: list[Output | Anew] = []
        for person in dict.fromkeys(readers):
            if person.id == ask.who.id:
                continue
            text = _handed_in(desk, ask, found, texts(person.language))
            walks = official is not None and person.id in official.members
            beside = official if walks and official else found
            button = Button(texts(person.language)("button.self_sheet"), pack("l", "c", beside.id, ""))
            for chat in desk.people.accounts(person.id):
                told.append(InChat(chat, Say(text, ((button,),))))
                if walks:
                    told.append(Anew(chat, beside.id))
        return tuple(told)

    return tell


def _handed_in(desk: Desk, ask: Ask, found: Assessment, words: Words) -> str:
    visit = found.visit
    return words(
        "self.told",
        name=escape(ask.who.name),
        studio=escape(found.studio_name),
        rubric=escape(rubric_name(desk.library.get(visit.rubric, visit.version), words)),
        period=visit.period,
        result=result_of(desk.visits.sheet(found.id) or {}, words),
    )
