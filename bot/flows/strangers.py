"""People whom the bot does not know: one polite line, and the door for those who hold an invitation."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

from bot.changes import Join, Moment, make
from bot.changes.giving import takes
from bot.entities import Invitation, Person
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Command, Tapped
from bot.flows.menu import menu, welcome
from bot.flows.outputs import Answer, InChat, Menu, Output, Say, Tell
from bot.ports import Desk, Session
from bot.problems import Refusal
from bot.texts import Words, words

STRANGER: Final = "stranger"
"""Name of the session that remembers when a stranger was answered last."""

SILENCE: Final = 60 * 1000
"""Milliseconds in which a stranger gets no second answer."""


def greet_stranger(desk: Desk, given: AnyInput, now: int, language: str) -> list[Output]:
    """Answer a stranger with one line, at most once a minute."""
    say = words(language)
    if isinstance(given, Tapped):
        return [Answer(given.query, say("problem.stranger"), box=True)]
    before = desk.sessions.get(given.chat)
    if before and before.screen == STRANGER and now - int(before.state.get("told", 0)) < SILENCE:
        return []
    desk.sessions.put(Session(given.chat, STRANGER, {"told": now}))
    return [Say(say("problem.stranger"))]


def join(
    desk: Desk, mint: Callable[[], str], given: Command, now: int, who: Person | None, language: str
) -> list[Output]:
    """Let the holder of an invitation in; the coordinators are told."""
    say = words(who.language if who else language)
    digest = hashlib.sha256(given.rest.strip().encode("utf-8")).hexdigest()
    used = desk.people.invitation(digest)
    before = desk.people.accounts(used.person) if used and used.person else ()
    try:
        make(desk, Join(digest=digest, account=given.account, language=language), Moment(now, who, mint))
    except Refusal as refusal:
        return [Say(say(f"problem.{refusal.code}", **refusal.params))]
    person = desk.people.by_account(given.account, now)
    if person is None:
        return [Say(say("problem.invite_unknown"))]
    mine = words(person.language)
    left = [chat for chat in before if chat not in desk.people.accounts(person.id)]
    return [welcome(person, mine), menu(person, mine), *_left(left, mine), *_told(desk, person, used, now)]


def _left(chats: list[int], say: Words) -> list[Output]:
    """Tell an account whose place another one took, and leave nothing in its menu."""
    said = Say(say("people.account_ended"), keys=())
    return [InChat(chat, output) for chat in chats for output in (said, Menu())]


def _told(desk: Desk, joined: Person, used: Invitation | None, now: int) -> list[Output]:
    """Tell the coordinators whose scope holds the role that was given."""
    told: list[Output] = []
    for coordinator in desk.people.with_role("coordinator", now):
        if used is None or coordinator.id == joined.id or not takes(desk, coordinator, used.scope):
            continue
        say = words(coordinator.language)
        text = say("desk.joined", name=escape(joined.name), roles=say(f"role.{used.role}"))
        told += [Tell(chat, text) for chat in desk.people.accounts(coordinator.id)]
    return told
