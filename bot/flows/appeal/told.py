"""Who is told of an appeal: those who may decide it, those who scored the sheet, and the studio."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot import access
from bot.changes.contested import decided as decisions
from bot.changes.sheet_papers import answering
from bot.changes.sign import rubric_of
from bot.entities import Appeal, Assessment, Person
from bot.flows.appeal.states import CASE
from bot.flows.html import escape, short
from bot.flows.outputs import Button, InChat, Output, Say
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.walk.marks_text import title_of
from bot.ports import Desk
from bot.texts import Words
from bot.texts import words as texts
from rubrics.points import show

TEXT = 600
Speak = Callable[[Words], str]


def filed(desk: Desk, ask: Ask, appeal: str) -> tuple[Output, ...]:
    """Tell whoever may decide, with a button to it, and those who scored the sheet."""
    made = _of(desk, appeal)
    if made is None:
        return ()
    one, found = made

    def text(key: str) -> Speak:
        def speak(words: Words) -> str:
            facts = _facts(desk, one, found, words)
            return words(key, **facts, name=escape(ask.who.name), reason=escape(short(one.reason, TEXT)))

        return speak

    deciders = deciding(desk, ask, one, found)
    members = [each for each in _members(desk, ask, found) if each not in deciders]
    return (
        *_say(desk, ask, deciders, text("appeal.told_filed"), one),
        *_say(desk, ask, members, text("appeal.told_members"), one),
    )


def withdrawn(desk: Desk, ask: Ask, appeal: str) -> tuple[Output, ...]:
    """Tell them that there is nothing to decide any more."""
    made = _of(desk, appeal)
    if made is None:
        return ()
    one, found = made
    people = (*deciding(desk, ask, one, found), *_members(desk, ask, found))

    def text(words: Words) -> str:
        return words("appeal.told_withdrawn", **_facts(desk, one, found, words), name=escape(ask.who.name))

    return _say(desk, ask, people, text, one)


def decided(desk: Desk, ask: Ask, appeal: str) -> tuple[Output, ...]:
    """Tell the studio and those who scored the sheet: old and new score, the total before and after, who and why."""
    made = _of(desk, appeal)
    if made is None:
        return ()
    one, found = made
    outcome = next(each for each in decisions(desk, found) if each.appeal.id == one.id)

    def text(words: Words) -> str:
        return words(
            f"appeal.told_{one.state}",
            **_facts(desk, one, found, words),
            old=one.old,
            new=one.new or one.old,
            before=show(outcome.before),
            after=show(outcome.after),
            name=escape(ask.who.name),
            why=escape(short(one.ruling, TEXT)),
        )

    people = (*answering(desk, found.studio, ask.now), *_members(desk, ask, found))
    return _say(desk, ask, people, text, one)


def deciding(desk: Desk, ask: Ask, appeal: Appeal, found: Assessment) -> tuple[Person, ...]:
    """Return who is asked to decide: coordinators and heads, or other assessors where there is none of them."""
    for roles in (("coordinator", "head"), ("assessor",)):
        people = (each for role in roles for each in desk.people.with_role(role, ask.now))
        able = tuple(
            each
            for each in dict.fromkeys(people)
            if access.may(each, "decide", found) and each.id != appeal.by
        )
        if able:
            return able
    return ()


def _of(desk: Desk, appeal: str) -> tuple[Appeal, Assessment] | None:
    one = desk.appeals.get(appeal)
    found = desk.visits.assessment(one.assessment) if one else None
    return (one, found) if one and found else None


def _members(desk: Desk, ask: Ask, found: Assessment) -> tuple[Person, ...]:
    known = (desk.people.get(each, ask.now) for each in found.members)
    return tuple(each for each in known if each and access.may(each, "look", found))


def _facts(desk: Desk, one: Appeal, found: Assessment, words: Words) -> dict[str, str]:
    item = rubric_of(desk, found).item(one.item)
    return {
        "studio": escape(found.studio_name),
        "period": found.visit.period,
        "item": f"{one.item} {title_of(item.title, item.title_en, words) if item else ''}",
    }


def _say(desk: Desk, ask: Ask, people: Iterable[Person], text: Speak, one: Appeal) -> tuple[Output, ...]:
    told: list[Output] = []
    for person in dict.fromkeys(people):
        if person.id == ask.who.id:
            continue
        words = texts(person.language)
        button = Button(words("button.open"), pack(CASE, "o", one.id))
        said = Say(text(words), ((button,),))
        told += [InChat(chat, said) for chat in desk.people.accounts(person.id)]
    return tuple(told)
