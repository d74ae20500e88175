"""Who is told when an open assessment took over a newer version of its rubric, and whose card is to be drawn anew.

A card as it was drawn before has the letters of the older version; none must be left in view.
"""

from __future__ import annotations

from bot.changes.move_version import Carried
from bot.entities import Assessment
from bot.flows.html import escape
from bot.flows.outputs import Anew, Output, Tell
from bot.flows.screen import Ask
from bot.ports import Desk
from bot.texts import words
from rubrics.points import show


def told(desk: Desk, moved: Assessment, found: Carried, by: Ask) -> tuple[Output | Anew, ...]:
    """Return what every member is told and sees, in every chat but the one that decided it."""
    made: list[Output | Anew] = []
    for member in moved.members:
        person = desk.people.get(member, by.now)
        if person is None:
            continue
        text = words(person.language)(
            "moved.told",
            studio=escape(moved.studio_name),
            period=moved.visit.period,
            version=moved.visit.version,
            name=escape(by.who.name),
            before=show(found.before),
            after=show(found.after),
        )
        for chat in desk.people.accounts(member):
            if chat != by.chat:
                made += [Tell(chat, text), Anew(chat, moved.id)]
    return tuple(made)
