"""A sheet of which items were sent back and that is not signed anew in time: its members and the desk are told once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from bot import access
from bot.entities import Assessment, Person
from bot.flows.html import escape
from bot.flows.month.mine import rubric_title
from bot.flows.outputs import Button, Say
from bot.flows.review.states import LIST
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.reminders.kinds import Due, Kind, Today

NAME: Final = "review_late"
LATE_DAYS: Final = 30
"""Days for which it is still brought to mind, if that could not be done on the first of them."""


def _due(desk: Desk, today: Today) -> Iterable[Due]:
    since, now = str(today.day - timedelta(days=LATE_DAYS)), str(today.day)
    late = [review for review in desk.reviews.reopened() if since <= review.due < now]
    if not late:
        return
    coordinators = [each.id for each in desk.people.with_role("coordinator", today.now)]
    for review in late:
        found = desk.visits.assessment(review.assessment)
        members = found.members if found is not None else ()
        for person in dict.fromkeys((*members, *coordinators)):
            yield Due(NAME, person, (review.assessment, review.due))


def _open(desk: Desk, due: Due) -> Assessment | None:
    """Return the sheet, if it still waits for that day."""
    found, review = desk.visits.assessment(due.about[0]), desk.reviews.of(due.about[0])
    waits = found is not None and bool(found.reopened) and found.state == "open"
    return found if waits and review is not None and review.due == due.about[1] else None


def _may(desk: Desk, person: Person, due: Due) -> bool:
    found = _open(desk, due)
    return found is not None and (access.may(person, "mark", found) or access.may(person, "review", found))


def _say(desk: Desk, ask: Ask, due: Due) -> Say | None:
    found = _open(desk, due)
    if found is None:
        return None
    words = ask.words
    text = words(
        "remind.review_late",
        studio=escape(found.studio_name),
        rubric=rubric_title(desk.library.get(found.visit.rubric, found.visit.version), words),
        period=found.visit.period,
        due=date.fromisoformat(due.about[1]).isoformat(),
        items=found.reopened,
    )
    if access.may(ask.who, "mark", found):
        item = found.reopened[0]
        button = Button(words("review.button.card", item=item), pack("k", "g", found.id, item))
    else:
        button = Button(words("review.button.list"), pack(LIST, "v", 0))
    return Say("\n".join((text, words("remind.once"))), ((button,),))


KIND: Final = Kind(NAME, _due, _say, _may)
