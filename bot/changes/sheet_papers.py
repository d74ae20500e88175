"""Who gets a signed sheet as a document: asked for in the transaction of what happened, so each goes once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from bot import access
from bot.entities import Assessment, Person
from bot.ports import Desk


def answering(desk: Desk, studio: str, now: int) -> tuple[Person, ...]:
    """Return the people who answer for a studio."""
    found = desk.studios.get(studio)
    if found is None:
        return ()
    leaders = desk.people.with_role("leader", now)
    return tuple(each for each in leaders if access.may(each, "answer", found))


def send_sheet(
    desk: Desk,
    found: Assessment,
    people: Iterable[str],
    now: int,
    *,
    why: Literal["signed", "resigned", "appeal"],
) -> None:
    """Ask for the sheet to be drawn and sent into the chats of these people; `why` picks the words beside it."""
    for person in people:
        for chat in desk.people.accounts(person):
            desk.jobs.add("sheet", found.id, {"chat": chat, "why": why}, now)
