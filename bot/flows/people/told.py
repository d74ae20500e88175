"""Who is told when a role was given or taken: whose it is, with the menu as it is now, and the coordinator."""

from __future__ import annotations

from bot.entities import Assessment, Grant, Person
from bot.flows.html import bold, escape
from bot.flows.menu import keys, menu
from bot.flows.outputs import InChat, Output, Say, Shut
from bot.flows.people.person_face import visits
from bot.flows.people.reach import last_day, reach_of
from bot.flows.screen import Ask
from bot.ports import Desk
from bot.texts import words as texts


def given(desk: Desk, ask: Ask, person: str, grant: Grant) -> tuple[Output, ...]:
    """Tell somebody of one more role, and confirm it to the coordinator."""
    found = desk.people.get(person, ask.now)
    if found is None:
        return ()
    said = _to_them(desk, ask, found, grant, "people.told_given")
    role = reach_of(desk, ask.who).role(grant, ask.words)
    done = Say(ask.words("people.given", name=bold(found.name), role=escape(role)))
    return (*said, *(() if found.id == ask.who.id else (done,)))


def ended(
    desk: Desk, ask: Ask, person: Person, grant: Grant, left: tuple[Assessment, ...]
) -> tuple[Output | Shut, ...]:
    """Tell somebody that a role is gone, close what it showed them, and say to the coordinator what is left."""
    found = desk.people.get(person.id, ask.now)
    if found is None:
        return ()
    words = ask.words
    role = reach_of(desk, ask.who).role(grant, words)
    lines = [words("people.ended_role", name=bold(person.name), role=escape(role)), *visits(left, words)]
    lines += [words("people.left")] if left else []
    others = () if found.id == ask.who.id else tuple(Shut(chat) for chat in desk.people.accounts(found.id))
    return (*others, *_to_them(desk, ask, found, grant, "people.told_ended"), Say("\n".join(lines)))


def _to_them(desk: Desk, ask: Ask, found: Person, grant: Grant, key: str) -> tuple[Output, ...]:
    """Return the message, the small keyboard and the menu for each of a person's chats, in their language."""
    words = texts(found.language)
    role = reach_of(desk, found).role(grant, words)
    until = words("people.until", day=last_day(grant.until, ask)) if grant.until is not None else ""
    said = Say(words(key, role=bold(role), until=until, by=escape(ask.who.name)), keys=keys(found, words))
    return tuple(
        InChat(chat, output)
        for chat in desk.people.accounts(found.id)
        for output in (said, menu(found, words))
    )
