"""A new invitation and the message that carries its link, to be forwarded to whoever is meant."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from bot.clock import from_ms
from bot.entities import Grant, Invitation, Person, Role, Scope
from bot.flows.html import escape
from bot.flows.outputs import Say
from bot.flows.people.reach import Reach, minute
from bot.flows.screen import Ask

DAY = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Link:
    """An invitation with its secret, which is stored nowhere else than in the message."""

    invitation: Invitation
    secret: str


def link(  # noqa: PLR0913 - each part by its name
    ask: Ask,
    mine: Reach,
    *,
    name: str,
    role: Role,
    scope: Scope,
    days: int,
    until: int | None = None,
    person: Person | None = None,
) -> Link:
    """Return a new invitation by the person who asks."""
    secret = ask.door.secret()
    unit = scope.key if scope.kind == "unit" else mine.unit(scope)
    invitation = Invitation(
        digest=hashlib.sha256(secret.encode("ascii")).hexdigest(),
        name=name,
        unit=unit,
        role=role,
        scope=scope,
        person=person.id if person else None,
        invited_by=ask.who.id,
        expires=ask.now + days * DAY,
        until=until,
        made=ask.now,
    )
    return Link(invitation, secret)


def message(made: Link, mine: Reach, ask: Ask) -> Say:
    """Return the message to forward; before the bot knows its own name, what is to be sent to it by hand."""
    words, meant = ask.words, made.invitation
    role = mine.role(Grant(id="", role=meant.role, scope=meant.scope), words)
    key = "people.link_again" if meant.person else "people.link"
    name = ask.door.username()
    way = f"https://t.me/{name}?start={made.secret}" if name else words("people.by_hand", secret=made.secret)
    until = minute(meant.expires, ask)
    return Say(words(key, name=escape(meant.name), role=escape(role), link=way, until=until))


def year_end(ask: Ask) -> str:
    """Return the last day of the year in which the program runs."""
    return f"{from_ms(ask.now).astimezone(ask.zone).year}-12-31"
