"""Studios that owe a month and have no leader in the bot: their coordinators are told, once for each such time.

A leader is in the bot with a grant that holds and a chat of their own. The time ends when somebody logs again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from bot import access
from bot.entities import Person, Studio
from bot.flows.html import escape
from bot.flows.month.mine import month_name
from bot.flows.outputs import Say
from bot.flows.screen import Ask
from bot.ports import Desk
from bot.reminders.calendar import Slot, slots, slots_of
from bot.reminders.kinds import Due, Kind, Today
from bot.reminders.owed import owes
from bot.reminders.people import led, listed

NAME: Final = "month_nobody"
LINES: Final = 20
"""Studios that one message names."""


def _due(desk: Desk, today: Today) -> Iterable[Due]:
    for slot in slots(today.day):
        for person in desk.people.with_role("coordinator", today.now):
            if any(_alone(desk, person, slot, today)):
                yield Due(NAME, person.id, (slot.month, slot.kind))


def _alone(desk: Desk, person: Person, slot: Slot, today: Today) -> Iterator[Studio]:
    """Yield the coordinator's studios that were on the list in time and have nobody in the bot."""
    since = listed(desk, today)
    cared_for = {studio.id for leader, studio in led(desk, today.now) if desk.people.accounts(leader.id)}
    scopes = [grant.scope for grant in person.grants if grant.role in access.DESK]
    for studio in desk.studios.covered(scopes):
        if studio.retired or studio.id in cared_for:
            continue
        if since.get(studio.id, slot.listed_by) <= slot.listed_by:
            yield studio


def _may(desk: Desk, person: Person, due: Due) -> bool:
    del desk, due
    return person.has(*access.DESK)


def _say(desk: Desk, ask: Ask, due: Due) -> Say | None:
    found = tuple(_news(desk, ask, due))
    if not found:
        return None
    words = ask.words
    lines = [words("remind.nobody", count=len(found), month=month_name(due.about[0], words))]
    for each in found[:LINES]:
        names = {"studio": escape(each.name), "unit": escape(each.unit), "leader": escape(each.leader)}
        lines.append(words("remind.nobody_line", **names).rstrip())
    if len(found) > LINES:
        lines.append(words("remind.nobody_more", count=len(found) - LINES))
    return Say("\n".join(lines))


def _news(desk: Desk, ask: Ask, due: Due) -> Iterable[Studio]:
    """Yield the studios of which the coordinator has not heard yet, and those of a message that could not be sent."""
    month, kind = due.about
    slot = next(each for each in slots_of(month) if each.kind == kind)
    for studio in _alone(desk, ask.who, slot, Today(ask.now, ask.zone)):
        if owes(desk, studio, month) and _first(desk, ask, due, studio):
            yield studio


def _first(desk: Desk, ask: Ask, due: Due, studio: Studio) -> bool:
    newest = desk.logs.newest(studio.id)
    key = ":".join(("remind", NAME, studio.id, newest.id if newest else "-", ask.who.id))
    named_here = f"{key}:{due.key}"
    if desk.reminders.claim(key, ask.now):
        desk.reminders.claim(named_here, ask.now)
        return True
    return due.again and desk.reminders.claimed(named_here)


KIND: Final = Kind(NAME, _due, _say, _may)
