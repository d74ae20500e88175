"""Whose files somebody may see, and in whose they may write."""

from __future__ import annotations

from bot import access
from bot.entities import Studio
from bot.flows.screen import Ask, Stale
from bot.ports import Desk
from bot.problems import Refusal


def visited(desk: Desk, ask: Ask) -> frozenset[str]:
    """Return the studios in which the person has an open visit; a self-assessment is none."""
    return frozenset(
        each.studio
        for each in desk.visits.open_of(ask.who.id)
        if not each.visit.own and access.may(ask.who, "look", each)
    )


def kept_studios(desk: Desk, ask: Ask) -> tuple[Studio, ...]:
    """Return the studios whose fund and plans the person may see, by unit and name; none is refused."""
    found = tuple(
        each
        for each in desk.studios.covered(access.scopes(ask.who, "read_log"))
        if access.may(ask.who, "read_log", each)
    )
    if not found:
        raise Refusal("register_none")
    return found


def kept_studio(desk: Desk, ask: Ask, studio: str) -> Studio:
    """Return a studio whose fund and plans the person may see, or refuse."""
    found = desk.studios.get(studio)
    if found is None:
        raise Stale
    access.require(ask.who, "read_log", found)
    return found


def my_files(desk: Desk, ask: Ask) -> tuple[Studio, ...]:
    """Return the studios whose files the person may see: the own first, then by unit and name; none is refused."""
    found = {
        each.id: each
        for each in desk.studios.covered(access.scopes(ask.who, "read_log"))
        if access.may(ask.who, "read_log", each)
    }
    for studio in sorted(visited(desk, ask)):
        known = desk.studios.get(studio)
        if known is not None:
            found.setdefault(known.id, known)
    if not found:
        raise Refusal("register_none")
    return tuple(sorted(found.values(), key=lambda each: not writes(ask, each)))


def writes(ask: Ask, studio: Studio) -> bool:
    """Say whether the person leads a studio; whether it is retired is said where something is written."""
    return access.may(ask.who, "log", studio)


def seen(desk: Desk, ask: Ask, studio: str) -> Studio:
    """Return a studio whose file the person may see, or say that the button is dead."""
    found = desk.studios.get(studio)
    if found is None:
        raise Stale
    if not access.may(ask.who, "read_log", found) and found.id not in visited(desk, ask):
        raise Refusal("not_yours")
    return found
